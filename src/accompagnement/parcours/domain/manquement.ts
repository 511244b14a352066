import { DomainError } from "#platform/errors/domain-error.ts";

export type EtatManquement = "signale" | "recu" | "classe" | "a-presenter";

/** A closed union with its passages: what is classified may not come back, what is to be presented may still be. */
const passages: Readonly<Record<EtatManquement, readonly EtatManquement[]>> = {
  signale: ["recu"],
  recu: ["classe", "a-presenter"],
  "a-presenter": ["classe"],
  classe: [],
};

export const etatsManquement: Readonly<Record<EtatManquement, string>> = {
  signale: "Signalé",
  recu: "Reçu",
  classe: "Classé",
  "a-presenter": "À présenter en commission",
};

/** @throws DomainError `manquement.passage` */
export function exigerPassage(de: EtatManquement, vers: EtatManquement): void {
  if (passages[de].includes(vers)) return;
  throw new DomainError(
    "manquement.passage",
    de === "signale"
      ? "Ce manquement n’est pas encore reçu : accusez-en réception avant d’en dire la suite."
      : `Ce manquement est déjà « ${etatsManquement[de].toLowerCase()} ». Rechargez la page pour voir où il en est.`,
  );
}
