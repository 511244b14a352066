import type { VNode } from "preact";
import { libellesClasseSortie, libellesNatureSortie } from "#commun/referentiel";
import { Etat, Tag } from "#platform/ui/components/tag.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { formatName } from "#platform/ui/format-name.ts";
import type { State } from "#platform/ui/tone.ts";
import type { SejourLu } from "../db/lectures.ts";
import type { ClasseConstatee } from "../domain/sortie.ts";
import type { SejourSitue } from "../usecases/consulter.ts";

export type Href = (path: string) => string;

export const cheminSejour = (id: number) => `/offre/sejours/${id}`;
export const cheminParticipants = (actionId: number) => `/offre/actions/${actionId}/participants`;

export const ongletParticipants = {
  key: "participants",
  label: "Participants",
  path: "/participants",
  droit: "participation:lire",
} as const;

const qualites: Readonly<Record<string, string>> = { MME: "Mme", MLE: "Mme", MR: "M." };

export function nomDe({
  qualite,
  nom,
  prenom,
}: {
  readonly qualite: string | null;
  readonly nom: string;
  readonly prenom: string;
}): string {
  const titre = qualites[(qualite ?? "").trim().toUpperCase()];
  return [titre, formatName(nom, prenom, "list")].filter(Boolean).join(" ");
}

/** « CDD, structure d’insertion »: what she left for. */
export function versQuoi({ sortieNature, sortie }: SejourLu): string {
  if (sortieNature === null) return "";
  const nature = libellesNatureSortie[sortieNature];
  return sortie?.siae ? `${nature}, structure d’insertion` : nature;
}

const tonsClasse: Readonly<Record<ClasseConstatee, State>> = {
  durable: "ok",
  transition: "ok",
  positive: "waiting",
  autre: "closed",
  "a-arbitrer": "soon",
};

export function EtatClasse({ classe }: { readonly classe: ClasseConstatee }): VNode {
  return <Etat tone={tonsClasse[classe]}>{libellesClasseSortie[classe]}</Etat>;
}

/** « 34 jours », « dépassé de 12 jours »: what is left before the cap. */
export function Reste({
  sejour,
  dit = false,
}: {
  readonly sejour: SejourSitue;
  /** Where no head says it: « reste 12 jours ». */
  readonly dit?: boolean;
}): VNode {
  const { etat, joursRestants } = sejour.plafond;
  if (etat === "depasse" && joursRestants !== null) {
    return <Etat tone="late">{depassement(-joursRestants)}</Etat>;
  }
  if (sejour.suspendu || etat === "suspendu") return <Etat tone="waiting">Suspendu</Etat>;
  if (etat === "sans-plafond" || joursRestants === null) {
    return <span class="muted">sans plafond</span>;
  }
  const jours = `${dit ? "reste " : ""}${joursRestants} jours`;
  const reste = joursRestants === 1 ? "dernier jour" : jours;
  return etat === "proche" ? <Etat tone="soon">{reste}</Etat> : <span>{reste}</span>;
}

const depassement = (jours: number) =>
  jours === 0 ? "atteint" : `dépassé de ${jours} jour${jours > 1 ? "s" : ""}`;

/** What must be known of a stay besides its dates. */
export function Marques({ sejour }: { readonly sejour: SejourLu }): VNode | null {
  if (!sejour.droitPerdu) return null;
  return (
    <>
      {" "}
      <Etat tone="late">Droit perdu</Etat>
    </>
  );
}

export function Periode({ sejour }: { readonly sejour: SejourLu }): VNode {
  const { entreLe, sortiLe } = sejour;
  return (
    <span class="nowrap">
      {sortiLe === null
        ? `depuis le ${formatDate(entreLe)}`
        : `du ${formatDate(entreLe)} au ${formatDate(sortiLe)}`}
    </span>
  );
}

export function EtatSejour({ sejour }: { readonly sejour: SejourSitue }): VNode {
  if (sejour.annuleLe !== null) return <Tag>Annulé</Tag>;
  if (sejour.classe !== null) return <EtatClasse classe={sejour.classe} />;
  if (sejour.suspendu) return <Etat tone="waiting">Suspendu</Etat>;
  if (sejour.plafond.etat === "depasse") return <Etat tone="late">Plafond dépassé</Etat>;
  return <Etat tone="ok">Dans l’action</Etat>;
}
