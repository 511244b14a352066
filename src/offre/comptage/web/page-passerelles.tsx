import type { ComponentChildren, VNode } from "preact";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Select } from "#platform/ui/components/choices.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { Flow } from "#platform/ui/components/flow.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { formatDate, formatRate } from "#platform/ui/format.ts";
import { additionner, type Effectif } from "../domain/effectif.ts";
import type { PasserellesLues } from "../usecases/lire-passerelles.ts";
import { enEffectif, enNombre, NoteDuSecret } from "./effectifs.tsx";
import { tonDeLAxe } from "./tons.ts";

interface Props {
  readonly lues: PasserellesLues;
  readonly territoireId: number | undefined;
  readonly territoires: readonly { readonly id: number; readonly nom: string }[];
  readonly annees: readonly number[];
  readonly href: (path: string) => string;
  /** The agent may open the list of stays. */
  readonly voitLesSejours: boolean;
}

/** Delays offered: what « then » means is chosen, and said. */
const delais = [30, 60, 90, 180] as const;
const RIEN = "rien";

export function PagePasserelles(props: Props): VNode {
  const { lues, href, territoireId } = props;
  const ici = territoireId === undefined ? "" : `?territoire=${territoireId}`;
  return (
    <>
      <PageHeader
        over="Offre"
        title="Passerelles entre les axes"
        meta={
          <span>
            {`${enNombre(lues.sorties, "sortie", "sorties")} du ${formatDate(lues.du)} au ${formatDate(lues.au)}`}
          </span>
        }
        actions={<ButtonLink href={href(`/offre/parcours${ici}`)}>Le parcours</ButtonLink>}
      />
      <div class="stack">
        <Choix {...props} />
        <div id="passerelles" class="stack">
          {lues.sorties === 0 ? (
            <EmptyState
              title="Personne n’est sorti d’une action"
              text="Choisissez une autre année, ou tout le département."
            />
          ) : (
            <Vue {...props} />
          )}
        </div>
      </div>
    </>
  );
}

function Choix({ lues, territoireId, territoires, annees, href }: Props): VNode {
  return (
    <form
      method="get"
      action={href("/offre/passerelles")}
      class="row no-print"
      data-live="passerelles"
    >
      <Select
        name="territoire"
        label="Territoire quitté"
        value={territoireId === undefined ? "" : String(territoireId)}
        empty="Tout le département"
        options={territoires.map(({ id, nom }) => ({ value: String(id), label: nom }))}
      />
      <Select
        name="annee"
        label="Année de sortie"
        value={String(lues.annee)}
        options={annees.map((annee) => ({ value: String(annee), label: String(annee) }))}
      />
      <Select
        name="delai"
        label="Entrée suivante"
        value={String(lues.delai)}
        options={delais.map((delai) => ({
          value: String(delai),
          label: `dans les ${delai} jours`,
        }))}
      />
      <Button>Afficher</Button>
    </form>
  );
}

function Vue(props: Props): VNode {
  const { lues } = props;
  const noeuds = [
    ...lues.axes.map(({ code, numero, libelle }, rang) => ({
      key: code,
      label: `${numero} · ${libelle}`,
      tone: tonDeLAxe(rang),
    })),
    { key: RIEN, label: "Aucune autre entrée", tone: "closed" as const },
  ];
  return (
    <>
      <Card title="Où l’on entre après être sorti d’un axe">
        <Flow
          label={`Passages d’un axe à l’autre en ${lues.annee}, entrée dans les ${lues.delai} jours`}
          heads={["Axe quitté", "Axe suivant"]}
          nodes={noeuds}
          links={lues.passages.flatMap(({ de, vers, nombre }) =>
            typeof nombre === "number" ? [{ from: de, to: vers ?? RIEN, value: nombre }] : [],
          )}
        />
      </Card>
      {lues.passages.some(({ nombre }) => typeof nombre !== "number") && (
        <p class="muted small">
          Le dessin ne montre que les passages dont le nombre est donné : ses totaux ne comptent pas
          les autres.
        </p>
      )}
      <Card title="En chiffres">
        <div class="stack-tight">
          <Tableau {...props} />
          <NoteDuSecret seuil={lues.seuil} effectifs={lues.passages.map(({ nombre }) => nombre)} />
        </div>
      </Card>
    </>
  );
}

function Tableau({ lues, territoireId, href, voitLesSejours }: Props): VNode {
  const vers = [...lues.axes.map(({ code }) => code), null];
  const ou = territoireId === undefined ? "" : `&territoire=${territoireId}`;
  const nombre = (de: string, a: string | null): Effectif =>
    lues.passages.find((passage) => passage.de === de && passage.vers === a)?.nombre ?? 0;
  const sorties = (de: string): Effectif =>
    additionner(lues.passages.filter((p) => p.de === de).map((p) => p.nombre));
  const porte = (de: string): ComponentChildren => {
    const texte = enEffectif(sorties(de));
    if (!voitLesSejours || sorties(de) === 0) return texte;
    return (
      <a href={href(`/offre/sejours?axe=${de}&sortie=${lues.du}..${lues.au}${ou}`)}>{texte}</a>
    );
  };
  return (
    <Table
      caption="Passages d’un axe à l’autre"
      captionHidden
      narrow="scroll"
      columns={[
        { key: "de", label: "Axe quitté" },
        { key: "sorties", label: "Sorties", numeric: true },
        ...lues.axes.map(({ code, numero }) => ({ key: code, label: numero, numeric: true })),
        { key: RIEN, label: "Aucune suite", numeric: true },
        { key: "part", label: "Part avec une suite", numeric: true },
      ]}
      rows={lues.axes.map(({ code, numero, libelle }) => ({
        key: code,
        cells: [
          `${numero} · ${libelle}`,
          porte(code),
          ...vers.map((a) => enEffectif(nombre(code, a))),
          partAvecSuite(sorties(code), nombre(code, null)),
        ],
      }))}
    />
  );
}

const partAvecSuite = (sorties: Effectif, sansSuite: Effectif): string =>
  typeof sorties !== "number" || typeof sansSuite !== "number" || sorties === 0
    ? "—"
    : formatRate(sorties - sansSuite, sorties);

export const delaiDemande = (lu: string | null): number =>
  delais.find((delai) => String(delai) === lu) ?? 90;
