import { formatDate } from "#platform/ui/format.ts";

/** What the detail of a line is called, and what it says. */
const details: Readonly<Record<string, string>> = {
  resultat: "résultat",
  role: "rôle",
  habilitation: "droit n°",
  retirerSecondFacteur: "second facteur retiré",
  du: "à partir du",
  au: "jusqu’au",
};

export function libelleDetail(nom: string): string {
  return details[nom] ?? nom;
}

const valeurs: Readonly<Record<string, string>> = {
  ouverte: "réussie",
  faite: "réussie",
  refusee: "refusée",
  "second-facteur": "mot de passe juste, code demandé",
};

export function libelleValeur(valeur: string): string {
  return valeurs[valeur] ?? (/^\d{4}-\d\d-\d\d$/.test(valeur) ? formatDate(valeur) : valeur);
}
