import type { MessageLu } from "#commun/message";
import { formatInstant } from "#platform/ui/format.ts";

/** Whether it left, and when: what is only kept here for want of a server was not sent. */
export function etatMessage({ etat, finiLe, partLe, erreur, ecritLe }: MessageLu): string {
  if (erreur !== null) return erreur;
  if (etat === "ecrit") return `écrit le ${formatInstant(ecritLe)}, pas envoyé : aucun serveur`;
  if (etat === "annule") return "retiré avant de partir";
  if (finiLe !== null) return `parti le ${formatInstant(finiLe)}`;
  if (partLe !== null) return `partira le ${formatInstant(partLe)}`;
  return `écrit le ${formatInstant(ecritLe)}, en attente de départ`;
}
