import type { ModeleCourrier } from "#commun/referentiel";
import { champConnu, type Valeurs, valeursExemple } from "./champs.ts";
import type { Rendu } from "./fusion.ts";
import { gabaritCourrier } from "./gabarit.ts";
import { figerLettre, type LettreFigee } from "./lettre.ts";

/** Marks no keyboard types: around a value, and around the name of one that is missing. */
const connu = (texte: string) => `⟦${texte}⟧`;
const inconnu = (texte: string) => `⟪${texte}⟫`;

/** The same page, its fields shown as such: known ones on a tint, missing ones framed with their name. */
export const gabaritApercu = `
#show regex("⟦[^⟧]*⟧"): it => highlight(fill: rgb("#fdeeb5"), extent: 1pt, it.text.clusters().slice(1, -1).join())
#show regex("⟪[^⟫]*⟫"): it => highlight(
  fill: rgb("#fbe3e0"), stroke: 0.5pt + rgb("#a3241b"), extent: 1pt,
  text(fill: rgb("#8f1d15"), it.text.clusters().slice(1, -1).join()),
)
${gabaritCourrier}`;

const montrer: Rendu = (code, valeur) =>
  valeur === null
    ? inconnu(champConnu(code)?.libelle ?? code)
    : valeur.split("\n").map(connu).join("\n");

interface Essai {
  /** Null: the examples of the catalogue. */
  readonly valeurs: Valeurs | null;
  readonly date: string;
}

/** The letter as it would be printed, before it is issued. */
export function apercuLettre(modele: ModeleCourrier, { valeurs, date }: Essai): LettreFigee {
  const siennes = valeurs ?? valeursExemple;
  const lettre = figerLettre(modele, siennes, { numero: "0000-000000", date }, montrer);
  return {
    ...lettre,
    titre: `Aperçu – ${modele.titre}`,
    destinataire:
      lettre.destinataire.length > 1 ? lettre.destinataire : [inconnu("Adresse de la personne")],
    references: lettre.references.map((reference, index) =>
      index === 0 ? { ...reference, valeur: "numéro donné à l’émission" } : reference,
    ),
  };
}
