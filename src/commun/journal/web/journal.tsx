import type { VNode } from "preact";
import { ButtonLink } from "#platform/ui/components/button.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Tag } from "#platform/ui/components/tag.tsx";
import { formatInstant } from "#platform/ui/format.ts";
import { type LigneJournal, MEME_LECTURE_MINUTES } from "../db/journal.ts";
import type { PageJournal } from "../usecases/page.ts";
import { libelleActe } from "./libelles.ts";
import { libelleDetail, libelleValeur } from "./libelles-details.ts";

type Href = (path: string) => string;

interface Props {
  readonly titre: string;
  readonly legende: string;
  readonly page: PageJournal;
  /** Address of this journal, without its query. */
  readonly ici: string;
  readonly href: Href;
}

export function VueJournal({ titre, legende, page, ici, href }: Props): VNode {
  return (
    <>
      <PageHeader
        title={titre}
        meta={
          <p class="muted">
            Rien n’y est modifié ni effacé. Relire le même dossier dans les {MEME_LECTURE_MINUTES}{" "}
            minutes fait une seule ligne.
          </p>
        }
      />
      {page.lignes.length === 0 ? (
        <EmptyState title="Aucune ligne" text="Personne n’a encore rien lu ni modifié ici." />
      ) : (
        <Table
          caption={legende}
          columns={[
            { key: "le", label: "Quand", fit: true },
            { key: "agent", label: "Qui" },
            { key: "acte", label: "Quoi" },
            { key: "nature", label: "Nature", fit: true },
            { key: "objet", label: "Sur" },
            { key: "details", label: "Précisions" },
          ]}
          rows={page.lignes.map((ligne) => ({
            key: String(ligne.id),
            cells: [
              formatInstant(ligne.le),
              ligne.agentNom,
              libelleActe(ligne.acte),
              <Tag key="nature" tone={ligne.nature === "lecture" ? "neutral" : "waiting"}>
                {ligne.nature === "lecture" ? "Lecture" : "Écriture"}
              </Tag>,
              <Objet key="objet" ligne={ligne} agents={page.agents} href={href} />,
              details(ligne),
            ],
          }))}
        />
      )}
      {page.suite !== null && (
        <p>
          <ButtonLink href={`${ici}?avant=${page.suite}`}>Les lignes plus anciennes</ButtonLink>
        </p>
      )}
    </>
  );
}

interface PropsObjet extends Pick<PageJournal, "agents"> {
  readonly ligne: LigneJournal;
  readonly href: Href;
}

/** « Gaëlle Gestion », or the number of an account that is no more. */
export function nommerAgent(agents: PageJournal["agents"], id: number | string): string {
  return agents.get(Number(id)) ?? `Agent n° ${id}`;
}

function Objet({ ligne, agents, href }: PropsObjet): VNode {
  const { objet, objetId, personneId } = ligne;
  if (personneId !== null) {
    return <a href={href(`/personnes/${personneId}/journal`)}>Personne n° {personneId}</a>;
  }
  if (objet === "agent" && objetId !== null) {
    return <a href={href(`/agents/${objetId}/journal`)}>{nommerAgent(agents, objetId)}</a>;
  }
  if (objet === "agent") return <span>son compte</span>;
  return (
    <span>
      {objet}
      {objetId === null ? "" : ` n° ${objetId}`}
    </span>
  );
}

function details({ details: valeurs }: LigneJournal): string {
  return Object.entries(valeurs)
    .filter(([, valeur]) => valeur !== null && !(Array.isArray(valeur) && valeur.length === 0))
    .map(([nom, valeur]) => `${libelleDetail(nom)} : ${enMots(valeur)}`)
    .join(" ; ");
}

function enMots(valeur: unknown): string {
  if (typeof valeur === "boolean") return valeur ? "oui" : "non";
  if (Array.isArray(valeur)) return valeur.map(enMots).join(", ");
  return typeof valeur === "object" ? JSON.stringify(valeur) : libelleValeur(String(valeur));
}
