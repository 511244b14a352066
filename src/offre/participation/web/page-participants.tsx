import type { VNode } from "preact";
import { ajouterMois } from "#commun/echeance";
import { ButtonLink } from "#platform/ui/components/button.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { Figure } from "#platform/ui/components/figure.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Etat, Tag } from "#platform/ui/components/tag.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { libellesIssue } from "../domain/libelles.ts";
import type { Participants, SejourSitue } from "../usecases/consulter.ts";
import {
  cheminParticipants,
  cheminSejour,
  EtatClasse,
  type Href,
  Marques,
  nomDe,
  Reste,
  versQuoi,
} from "./mots.tsx";

interface Props {
  readonly lus: Participants;
  readonly href: Href;
  readonly droits: ReadonlySet<string>;
}

/** Who is in an action, and who left it within a year. */
export function PageParticipants(props: Props): VNode {
  const { lus, href, droits } = props;
  const { action, presents, sortis, tous } = lus;
  return (
    <div class="stack">
      {tous ? (
        <Chiffres {...props} />
      ) : (
        <p class="muted">Vous voyez ici les personnes que vous suivez.</p>
      )}
      <p class="row no-print">
        {tous && droits.has("participation:tenir") && (
          <ButtonLink
            href={href(`${cheminParticipants(action.id)}/entrer`)}
            kind="primary"
            icon="plus"
          >
            Noter une entrée
          </ButtonLink>
        )}
        <ButtonLink href={href(`/offre/sejours?action=${action.id}`)}>
          Tous les séjours, avec filtres et export
        </ButtonLink>
        {droits.has("participation:arbitrer") &&
          sortis.some(({ classe }) => classe === "a-arbitrer") && (
            <ButtonLink href={href("/offre/sejours/a-arbitrer")}>Sorties à arbitrer</ButtonLink>
          )}
      </p>
      <Presents {...props} />
      {presents.length + sortis.length > 0 && <Sortis {...props} />}
    </div>
  );
}

function Chiffres({ lus, href }: Props): VNode {
  const { action, presents, sortis, places, le } = lus;
  const vers = (filtre: string) => href(`/offre/sejours?action=${action.id}&${filtre}`);
  const debut = `${le.slice(0, 7)}-01`;
  const entres = [...presents, ...sortis].filter(({ entreLe }) => entreLe >= debut);
  const depasses = presents.filter(({ plafond }) => plafond.etat === "depasse");
  const arbitrer = sortis.filter(({ classe }) => classe === "a-arbitrer");
  const unAn = ajouterMois(le, -12);
  const plafonne = action.fiche.duree.maxMois !== null;
  const enRetard = sortis.filter(({ suitePrevueLe }) => (suitePrevueLe ?? le) < le);
  return (
    <div class={plafonne || action.fiche.suivi !== null ? "grid-4" : "grid-3"}>
      <Figure
        label="Dans l’action"
        value={String(presents.length)}
        of={places === null ? undefined : `/ ${places}`}
        href={vers("etat=en-cours")}
        note={places === null ? undefined : enPlaces(places - presents.length)}
      />
      <Figure
        label="Entrées ce mois-ci"
        value={String(entres.length)}
        href={vers(`entree=${debut}..${le}`)}
      />
      <Figure
        label="Sorties depuis un an"
        value={String(sortis.filter(({ sortiLe }) => (sortiLe ?? "") > unAn).length)}
        href={vers(`sortie=${unAn}..${le}`)}
        note={arbitrer.length === 0 ? undefined : `dont ${arbitrer.length} à arbitrer`}
        tone={arbitrer.length === 0 ? undefined : "soon"}
      />
      {action.fiche.suivi !== null && (
        <Figure
          label="Suivis après la sortie en retard"
          value={String(enRetard.length)}
          href={vers("suite=retard")}
          note={enRetard.length === 0 ? undefined : "à demander aux personnes"}
          tone={enRetard.length === 0 ? undefined : "late"}
        />
      )}
      {plafonne && (
        <Figure
          label="Plafond dépassé"
          value={String(depasses.length)}
          href={vers("etat=plafond-depasse")}
          note={depasses.length === 0 ? undefined : "à conclure ou à renouveler"}
          tone={depasses.length === 0 ? undefined : "late"}
        />
      )}
    </div>
  );
}

function enPlaces(reste: number): string {
  if (reste === 0) return "complet";
  const mots = (nombre: number) => `${nombre} place${nombre > 1 ? "s" : ""}`;
  return reste > 0 ? `${mots(reste)} libre${reste > 1 ? "s" : ""}` : `${mots(-reste)} de plus`;
}

function Presents({ lus: { presents, action }, href }: Props): VNode {
  const plafonne = action.fiche.duree.maxMois !== null;
  if (presents.length === 0) {
    return (
      <EmptyState
        title="Personne dans l’action"
        text="Les personnes entrées s’afficheront ici, avec leur contrat et le temps qui leur reste."
      />
    );
  }
  return (
    <Table
      caption="Dans l’action"
      columns={[
        { key: "nom", label: "Personne", phone: "title", roomy: true },
        { key: "entree", label: "Entrée", fit: true, phone: "fact" },
        ...(plafonne
          ? [{ key: "reste", label: "Reste avant le plafond", fit: true, phone: "fact" } as const]
          : []),
        { key: "rencontre", label: "Dernière rencontre", fit: true },
        { key: "contrat", label: "Contrat ou inscription" },
      ]}
      rows={presents.map((sejour) => ({
        key: String(sejour.id),
        href: href(cheminSejour(sejour.id)),
        name: nomDe(sejour),
        cells: [
          <>
            <a href={href(cheminSejour(sejour.id))}>{nomDe(sejour)}</a>
            <Marques sejour={sejour} />
            {!plafonne && sejour.suspendu && (
              <>
                {" "}
                <Etat tone="waiting">Suspendu</Etat>
              </>
            )}
          </>,
          formatDate(sejour.entreLe),
          ...(plafonne ? [<Reste key="reste" sejour={sejour} />] : []),
          sejour.derniereRencontre === null ? (
            <span class="muted">aucune notée</span>
          ) : (
            formatDate(sejour.derniereRencontre)
          ),
          contratEnMots(sejour),
        ],
      }))}
    />
  );
}

export function contratEnMots({
  contratPreuve,
  contratSigneLe,
}: Pick<SejourSitue, "contratPreuve" | "contratSigneLe">): VNode | string {
  const le = contratSigneLe === null ? "" : ` le ${formatDate(contratSigneLe)}`;
  switch (contratPreuve) {
    case "jalon":
      return `Contrat signé${le}`;
    case "contrat":
      return `Contrat montré, signé${le}`;
    case "inscription-france-travail":
      return `Inscription à France Travail montrée${le}`;
    case "dossier":
      return "Inscrite à France Travail d’après son dossier";
    default:
      return <span class="muted">aucun connu à l’entrée</span>;
  }
}

/** What became of her, or when somebody must ask. */
function Suivi({ sejour, le }: { readonly sejour: SejourSitue; readonly le: string }): VNode {
  const { suitePrevueLe, suiteIssue } = sejour;
  if (suitePrevueLe !== null) {
    const retard = suitePrevueLe < le;
    return (
      <Etat tone={retard ? "late" : "waiting"}>
        {`${retard ? "attendu depuis le" : "attendu le"} ${formatDate(suitePrevueLe)}`}
      </Etat>
    );
  }
  return <span>{suiteIssue === null ? "" : libellesIssue[suiteIssue]}</span>;
}

function Sortis({ lus: { sortis, action, le }, href }: Props): VNode {
  const suivi = action.fiche.suivi !== null;
  if (sortis.length === 0) return <p class="muted">Personne n’est sorti depuis un an.</p>;
  return (
    <Table
      caption="Sortis depuis un an"
      columns={[
        { key: "nom", label: "Personne", phone: "title", roomy: true },
        { key: "entree", label: "Entrée", fit: true },
        { key: "sortie", label: "Sortie", fit: true, phone: "fact" },
        { key: "classe", label: "Classe", fit: true, phone: "fact" },
        { key: "nature", label: "Vers quoi" },
        ...(suivi ? [{ key: "suivi", label: "Suivi", fit: true } as const] : []),
      ]}
      rows={sortis
        .toSorted((a, b) => (b.sortiLe ?? "").localeCompare(a.sortiLe ?? ""))
        .map((sejour) => ({
          key: String(sejour.id),
          href: href(cheminSejour(sejour.id)),
          name: nomDe(sejour),
          cells: [
            <a key="nom" href={href(cheminSejour(sejour.id))}>
              {nomDe(sejour)}
            </a>,
            formatDate(sejour.entreLe),
            formatDate(sejour.sortiLe),
            <>
              {sejour.classe !== null && <EtatClasse classe={sejour.classe} />}
              {sejour.classeLigne === "fixee" && <Tag>fixée</Tag>}
            </>,
            versQuoi(sejour),
            ...(suivi ? [<Suivi key="suivi" sejour={sejour} le={le} />] : []),
          ],
        }))}
    />
  );
}
