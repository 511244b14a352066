import type { VNode } from "preact";
import type { TypeOrientation } from "#commun/referentiel";
import { ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { Figure } from "#platform/ui/components/figure.tsx";
import { Flow } from "#platform/ui/components/flow.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Pagination } from "#platform/ui/components/pagination.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Why } from "#platform/ui/components/why.tsx";
import { formatCount, formatNumber, formatRate } from "#platform/ui/format.ts";
import { formatName } from "#platform/ui/format-name.ts";
import { libellesDominante, signe } from "../../domain/matrice/libelles.ts";
import { phraseProposition } from "../../domain/matrice/phrase-proposition.ts";
import type { Changement, ChargeSimulee } from "../../domain/matrice/simulation.ts";
import { typesFeuilles } from "../../domain/matrice/types-feuilles.ts";
import type { MatriceSimulee } from "../../usecases/matrice-simuler.ts";
import { type Href, tonsDominante } from "./noms.ts";
import { CHEMIN } from "./page-matrice.tsx";

/** One passage looked at, and the page of its persons. */
export interface Regard {
  readonly de: string | null;
  readonly vers: string | null;
  readonly page: number;
}

interface Props {
  readonly simulee: MatriceSimulee;
  readonly regard: Regard;
  readonly href: Href;
  readonly editer: boolean;
}

const PAR_PAGE = 50;

/** Today's matrix and the draft side by side, on everybody one may see. Nothing is kept of it. */
export function PageSimulation(props: Props): VNode {
  const { simulee, href, editer } = props;
  const { simulation, brouillon } = simulee;
  const { changements, personnes } = simulation;
  const ici = `${CHEMIN}/brouillons/${brouillon.id}`;
  return (
    <>
      <PageHeader
        over="Matrice d’orientation"
        title={titre(changements.length, personnes)}
        meta={
          <>
            <span>Brouillon de {brouillon.auteurNom}</span>
            <span>Comparé à {simulee.enVigueur.matrice.version}</span>
            <span class="muted">
              Toutes les personnes à accompagner de votre périmètre, depuis des structures vides.
              Rien n’est enregistré.
            </span>
          </>
        }
        actions={
          <>
            {editer && (
              <ButtonLink kind="primary" href={href(`${ici}/adoption`)}>
                Adopter…
              </ButtonLink>
            )}
            <ButtonLink href={href(ici)}>Revenir au brouillon</ButtonLink>
          </>
        }
      />
      {personnes === 0 ? (
        <EmptyState
          title="Personne à accompagner dans votre périmètre"
          text="La simulation porte sur les bénéficiaires soumis aux droits et devoirs que vous pouvez voir."
        />
      ) : (
        <div class="stack">
          <Dominantes simulee={simulee} />
          <Passages {...props} />
          <Structures simulee={simulee} />
          <Personnes {...props} />
        </div>
      )}
    </>
  );
}

function titre(nombre: number, personnes: number): string {
  if (nombre === 0) return "Avec ce brouillon, personne ne changerait d’orientation";
  const qui = formatCount(nombre, "personne changerait", "personnes changeraient");
  return `Avec ce brouillon, ${qui} d’orientation (${formatRate(nombre, personnes)})`;
}

function Dominantes({ simulee }: Pick<Props, "simulee">): VNode {
  const { dominantes, personnes } = simulee.simulation;
  return (
    <div class="grid-3">
      {Object.entries(libellesDominante).map(([code, libelle]) => {
        const { avant, apres } = dominantes[code as keyof typeof dominantes];
        return (
          <Figure
            key={code}
            label={libelle}
            value={formatNumber(apres)}
            of={`(${formatRate(apres, personnes)})`}
            note={
              avant === apres
                ? "comme aujourd’hui"
                : `aujourd’hui ${formatNumber(avant)} (${signe(apres - avant)})`
            }
          />
        );
      })}
    </div>
  );
}

function noeuds(types: readonly TypeOrientation[]) {
  return typesFeuilles(types).map(({ code, libelle, dominante }) => ({
    key: code,
    label: libelle,
    tone: tonsDominante[dominante],
  }));
}

function Passages({ simulee, href, regard }: Props): VNode {
  const { simulation, types, brouillon } = simulee;
  const nom = (code: string) => types.find((type) => type.code === code)?.libelle ?? code;
  const changent = simulation.passages.filter(({ de, vers }) => de !== vers);
  return (
    <Card title="D’une orientation à l’autre">
      <Flow
        label="Personnes par orientation, aujourd’hui à gauche et avec le brouillon à droite ; le tableau qui suit en donne les nombres"
        heads={["Aujourd’hui", "Brouillon"]}
        nodes={noeuds(types)}
        links={simulation.passages.map(({ de, vers, nombre }) => ({
          from: de,
          to: vers,
          value: nombre,
        }))}
      />
      {changent.length > 0 && (
        <Table
          caption="Passages d’une orientation à une autre"
          captionHidden
          columns={[
            { key: "de", label: "Aujourd’hui" },
            { key: "vers", label: "Avec le brouillon" },
            { key: "nombre", label: "Personnes", numeric: true, fit: true },
          ]}
          rows={changent.map(({ de, vers, nombre }) => ({
            key: `${de} ${vers}`,
            selected: de === regard.de && vers === regard.vers,
            cells: [
              nom(de),
              nom(vers),
              <a
                key="n"
                href={href(adresse(brouillon.id, { de, vers, page: 1 }))}
                aria-label={`${formatNumber(nombre)} : de ${nom(de)} à ${nom(vers)}, voir les personnes`}
              >
                {formatNumber(nombre)}
              </a>,
            ],
          }))}
        />
      )}
    </Card>
  );
}

function adresse(brouillonId: number, { de, vers, page }: Regard): string {
  const suite = new URLSearchParams({
    ...(de !== null && { de }),
    ...(vers !== null && { vers }),
    ...(page > 1 && { page: String(page) }),
  }).toString();
  return `${CHEMIN}/brouillons/${brouillonId}/simulation${suite === "" ? "" : `?${suite}`}#personnes`;
}

function Structures({ simulee }: Pick<Props, "simulee">): VNode {
  const { simulation, structures } = simulee;
  const lignes = simulation.structures.map((charge) => ({
    ...charge,
    ...nommer(charge, structures),
  }));
  return (
    <Card title="Charge des structures">
      <Table
        caption="Personnes que chaque structure suivrait, aujourd’hui et avec le brouillon"
        captionHidden
        columns={[
          { key: "nom", label: "Structure" },
          { key: "places", label: "Places", numeric: true, fit: true },
          { key: "avant", label: "Aujourd’hui", numeric: true, fit: true },
          { key: "apres", label: "Brouillon", numeric: true, fit: true },
          { key: "ecart", label: "Écart", numeric: true, fit: true },
        ]}
        rows={lignes.map(({ structureId, nom, places, avant, apres }) => ({
          key: String(structureId ?? "aucune"),
          cells: [
            nom,
            places,
            formatNumber(avant),
            formatNumber(apres),
            avant === apres ? "0" : signe(apres - avant),
          ],
          ...(structureId === null && apres > 0 && { tone: "late" as const }),
        }))}
      />
    </Card>
  );
}

function nommer(
  { structureId }: ChargeSimulee,
  structures: MatriceSimulee["structures"],
): { readonly nom: string; readonly places: string } {
  if (structureId === null)
    return { nom: "Sans structure : plus de place, ou territoire non servi", places: "" };
  const structure = structures.get(structureId);
  const places = structure?.places ?? null;
  return {
    nom: structure?.nom ?? `Structure n° ${structureId}`,
    places: places === null ? "sans limite" : formatNumber(places),
  };
}

function Personnes({ simulee, regard, href }: Props): VNode | null {
  const { simulation, personnes, brouillon, types } = simulee;
  if (personnes.size === 0 || simulation.changements.length === 0) return null;
  const vises = simulation.changements.filter((un) => visee(un, regard));
  const debut = (regard.page - 1) * PAR_PAGE;
  const page = vises.slice(debut, debut + PAR_PAGE);
  const nom = (code: string) => types.find((type) => type.code === code)?.libelle ?? code;
  const lien = (numero: number) => href(adresse(brouillon.id, { ...regard, page: numero }));
  return (
    <Card
      id="personnes"
      title={
        regard.de === null || regard.vers === null
          ? "Personnes qui changeraient"
          : `De « ${nom(regard.de)} » à « ${nom(regard.vers)} »`
      }
      aside={
        regard.de !== null && (
          <a href={href(adresse(brouillon.id, { de: null, vers: null, page: 1 }))}>
            Toutes les personnes
          </a>
        )
      }
    >
      <Table
        caption="Personnes dont l’orientation changerait, avec les raisons des deux matrices"
        captionHidden
        columns={[
          { key: "qui", label: "Personne" },
          { key: "avant", label: "Aujourd’hui" },
          { key: "apres", label: "Avec le brouillon" },
          { key: "pourquoi", label: "Pourquoi" },
        ]}
        rows={page.map((changement) => ligne(changement, simulee, href))}
      />
      <Pagination
        total={vises.length}
        noun={["personne", "personnes"]}
        shown={{ from: Math.min(debut + 1, vises.length), to: debut + page.length }}
        {...(regard.page > 1 && { previous: lien(regard.page - 1) })}
        {...(debut + PAR_PAGE < vises.length && { next: lien(regard.page + 1) })}
      />
    </Card>
  );
}

function visee({ de, vers }: Changement, regard: Regard): boolean {
  return (regard.de === null || regard.de === de) && (regard.vers === null || regard.vers === vers);
}

function ligne(
  { personneId, de, vers, avant, apres }: Changement,
  { personnes, enVigueur, brouillon, types }: MatriceSimulee,
  href: Href,
) {
  const personne = personnes.get(personneId);
  const nom = personne ? formatName(personne.nom, personne.prenom, "list") : `n° ${personneId}`;
  const libelle = (code: string) => types.find((type) => type.code === code)?.libelle ?? code;
  return {
    key: String(personneId),
    href: href(`/personnes/${personneId}`),
    name: nom,
    cells: [
      <a key="qui" href={href(`/personnes/${personneId}`)}>
        {nom}
      </a>,
      libelle(de),
      libelle(vers),
      <Why key="pourquoi" label="Les deux raisons">
        <p>Aujourd’hui : {phraseProposition({ ...avant, version: enVigueur.matrice.version })}</p>
        <p>
          Avec le brouillon : {phraseProposition({ ...apres, version: brouillon.contenu.version })}
        </p>
      </Why>,
    ],
  };
}
