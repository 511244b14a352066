import type { VNode } from "preact";
import { Etat } from "#platform/ui/components/tag.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { CourrierLu } from "../db/lire-courriers.ts";
import { champConnu } from "../domain/champs.ts";
import { preuvesReception } from "../domain/courrier.ts";

/** Where a letter is: being printed, to send, sent, had, or come back. */
export function EtatCourrier({
  courrier: { envoyeLe, recuLe, preuve, imprime },
}: {
  readonly courrier: Pick<CourrierLu, "envoyeLe" | "recuLe" | "preuve" | "imprime">;
}): VNode {
  if (preuve === "retour") return <Etat tone="late">Revenu</Etat>;
  if (recuLe !== null) return <Etat tone="ok">{`Reçu le ${formatDate(recuLe)}`}</Etat>;
  if (envoyeLe !== null) return <Etat tone="waiting">{`Envoyé le ${formatDate(envoyeLe)}`}</Etat>;
  if (!imprime) return <Etat tone="waiting">En cours d’impression</Etat>;
  return <Etat tone="soon">À envoyer</Etat>;
}

/** What makes a region ask for itself again while documents are being printed. */
export function enAttente(attend: boolean, href: string): Record<string, string> {
  return attend ? { "data-poll": "1500", "data-poll-href": href } : {};
}

export function receptionEnMots(courrier: Pick<CourrierLu, "recuLe" | "preuve">): string {
  if (courrier.recuLe === null || courrier.preuve === null) return "Réception inconnue";
  return `${formatDate(courrier.recuLe)} : ${preuvesReception[courrier.preuve]}`;
}

export function libelleChamp(code: string): string {
  return champConnu(code)?.libelle ?? code;
}

/** What keeps a person from being written to. */
export function raisonEcartee(manquants: readonly string[]): string {
  if (manquants.length === 0) return "Cette personne n’est pas, ou plus, dans votre périmètre";
  return `Informations manquantes : ${manquants.map(libelleChamp).join(", ")}`;
}
