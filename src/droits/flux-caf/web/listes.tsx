import type { ComponentChildren, VNode } from "preact";
import {
  changementsEnMots,
  etatCourt,
  type LigneChangement,
  libellesChamp,
  libellesMouvement,
  type PersonneNommee,
} from "#droits/dossier";
import { Chips } from "#platform/ui/components/chips.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Pagination } from "#platform/ui/components/pagination.tsx";
import { type Column, type Row, Table } from "#platform/ui/components/table.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { formatFamilyName, formatName } from "#platform/ui/format-name.ts";
import type { Href } from "./lieux.ts";

export interface PropsListe {
  /** « 37 nouveaux entrants, fichier mensuel d’octobre 2026 » */
  readonly titre: string;
  readonly explication?: string;
  readonly filtre: { readonly label: string; readonly sans: string } | null;
  readonly colonnes: readonly Column[];
  readonly lignes: readonly Row[];
  readonly total: number;
  readonly nom: readonly [string, string];
  readonly suivante: string | null;
  readonly vide: string;
  readonly avant?: ComponentChildren;
}

/** One page of what stands behind a figure of a run. */
export function PageListe(props: PropsListe): VNode {
  const { titre, explication, filtre, lignes, colonnes, total, nom, suivante, vide, avant } = props;
  return (
    <div class="stack">
      <PageHeader
        title={titre}
        meta={explication === undefined ? undefined : <span>{explication}</span>}
      />
      {filtre && <Chips chips={[{ label: filtre.label, removeHref: filtre.sans }]} />}
      {avant}
      {lignes.length === 0 ? (
        <EmptyState
          title={vide}
          text="Les personnes hors de votre périmètre n’apparaissent pas dans cette liste."
        />
      ) : (
        <>
          <Table caption={titre} captionHidden columns={colonnes} rows={lignes} />
          <Pagination total={total} noun={nom} next={suivante ?? undefined} />
        </>
      )}
    </div>
  );
}

export const colonnePersonne: Column = { key: "personne", label: "Personne" };

export const colonnesSituation: readonly Column[] = [
  { key: "naissance", label: "Naissance", fit: true, secondary: true },
  { key: "commune", label: "Commune" },
  { key: "etat", label: "Droit aujourd’hui", fit: true },
];

export function nomDe(personne: PersonneNommee): string {
  return formatName(personne.nom, personne.prenom, "list");
}

export function celluleDe(personne: PersonneNommee, href: Href): VNode {
  return (
    <>
      <a href={href(`/personnes/${personne.personneId}`)}>{nomDe(personne)}</a>
      <span class="table-sub">{personne.numeroDemande}</span>
    </>
  );
}

export function situationDe({ dateNaissance, commune, etat }: PersonneNommee): readonly string[] {
  return [formatDate(dateNaissance), formatFamilyName(commune ?? ""), etatCourt(etat)];
}

const mouvements: Readonly<Record<string, string>> = libellesMouvement;
const champs: Readonly<Record<string, string>> = libellesChamp;

export function nommerMouvement(nature: string): string {
  return mouvements[nature] ?? nature;
}

export function nommerChamp(champ: string): string {
  return champs[champ] ?? champ;
}

/** A change in words, before and after. */
export function valeursDites(changement: LigneChangement): {
  readonly avant: string;
  readonly apres: string;
} {
  const [dit] = changementsEnMots([changement]);
  return { avant: dit?.before ?? NON_RENSEIGNE, apres: dit?.after ?? NON_RENSEIGNE };
}

const NON_RENSEIGNE = "non renseigné";
