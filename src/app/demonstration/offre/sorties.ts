import { ajouterJours, ajouterMois } from "#commun/echeance";
import type { FicheAction, NatureSortie } from "#commun/referentiel";
import type { reprendreSejours } from "#offre/participation";
import { varier } from "./histoire.ts";

type Sortie = NonNullable<
  Parameters<typeof reprendreSejours.execute>[2]["sejours"][number]["sortie"]
>;

type Issue =
  | "cdi"
  | "cdd-long"
  | "cdd-court"
  | "cdd-six-mois"
  | "siae"
  | Exclude<NatureSortie, "cdi" | "cdd">;

/** How often persons leave an action towards each thing, in parts of a hundred. */
type Profil = readonly (readonly [Issue, number])[];

const vide: Profil = [];
const emploi: Profil = [
  ["cdi", 20],
  ["cdd-long", 16],
  ["cdd-court", 14],
  ["interim", 9],
  ["siae", 7],
  ["cdd-six-mois", 2],
  ["formation-qualifiante", 7],
  ["creation", 2],
  ["alternance", 2],
  ["abandon", 8],
  ["fin-de-duree", 8],
  ["demenagement", 3],
  ["fin-rsa", 2],
];
const projet: Profil = [
  ["formation-qualifiante", 18],
  ["siae", 10],
  ["cdd-court", 14],
  ["cdi", 12],
  ["cdd-long", 10],
  ["cdd-six-mois", 2],
  ["contrat-aide-non-marchand", 4],
  ["saisonnier", 3],
  ["autre-action", 6],
  ["fin-de-duree", 10],
  ["abandon", 8],
  ["demenagement", 3],
];
const social: Profil = [
  ["autre-action", 20],
  ["autres-droits", 9],
  ["siae", 4],
  ["formation-qualifiante", 5],
  ["cdd-court", 6],
  ["cdi", 4],
  ["cesu", 3],
  ["fin-rsa", 11],
  ["abandon", 16],
  ["demenagement", 8],
  ["deces", 1],
  ["autre", 13],
];

const profils: Readonly<Record<string, Profil>> = {
  i: emploi,
  ii: emploi,
  iii: projet,
  iv: projet,
  v: projet,
  vi: social,
};

function issueDe(fiche: FicheAction, rang: number): Issue {
  const profil = profils[fiche.axe] ?? (fiche.dominantes.includes("sociale") ? social : projet);
  const total = (profil ?? vide).reduce((somme, [, part]) => somme + part, 0);
  let tirage = varier(rang, 29) % Math.max(1, total);
  for (const [issue, part] of profil) {
    if (tirage < part) return issue;
    tirage -= part;
  }
  return "autre";
}

const employeurs = [
  "Résidence Les Tilleuls",
  "Boulangerie du Marché",
  "Logistique des Flandres",
  "Propreté Services",
  "Transports Delaunay",
  "Maraîchage de la Plaine",
  "Aide à domicile du Canal",
  "Bâtiment et Rénovation",
];

const siaes = ["aci", "ei", "etti", "ai"] as const;
const preuves = ["contrat", "declaratif", "declaration-embauche", "contrat"] as const;

/** What is known of one exit: the same rank, the same facts. */
export function sortieDe(fiche: FicheAction, rang: number, le: string): Sortie {
  const issue = issueDe(fiche, rang);
  const debut = ajouterJours(le, varier(rang, 31) % 12);
  const contrat = (mois: number, jours = 0) => ({
    debut,
    fin: ajouterJours(ajouterMois(debut, mois), jours - 1),
  });
  const travail = {
    employeur: employeurs[varier(rang, 37) % employeurs.length] ?? "",
    heures: [35, 24, 30, 28, 35, 20][varier(rang, 41) % 6] ?? 35,
    preuve: preuves[rang % preuves.length] ?? ("declaratif" as const),
  };
  switch (issue) {
    case "cdi":
    case "titularisation":
    case "creation":
      return { le, nature: issue, debut, ...travail };
    case "cdd-long":
      return { le, nature: "cdd", ...contrat(7 + (rang % 5)), ...travail };
    case "cdd-court":
      return { le, nature: "cdd", ...contrat(1 + (rang % 4), 10), ...travail };
    case "cdd-six-mois":
      return { le, nature: "cdd", ...contrat(6), ...travail };
    case "siae":
      return {
        ...{ le, nature: "cdd", ...contrat(4 + (rang % 9)), ...travail },
        structureSiae: siaes[rang % siaes.length] ?? null,
      };
    case "alternance":
      return { le, nature: issue, ...contrat(12), ...travail };
    case "interim":
    case "saisonnier":
    case "cesu":
    case "contrat-aide-marchand":
    case "contrat-aide-non-marchand":
      return { le, nature: issue, ...contrat(2 + (rang % 6)), ...travail };
    case "formation-qualifiante":
      return { le, nature: issue, ...contrat(6 + (rang % 4)), preuve: "attestation" };
    default:
      return { le, nature: issue };
  }
}

const issues = [
  "en-emploi",
  "en-emploi",
  "en-formation",
  "en-emploi",
  "rompu",
  "sans-emploi",
  "injoignable",
] as const;

/** What was learnt months later, when it was: one in seventeen is still awaited. */
export function suitesDe(
  { suivi }: FicheAction,
  { debut, le }: Sortie,
  { rang, aujourdhui }: { readonly rang: number; readonly aujourdhui: string },
) {
  if (suivi === null || rang % 17 === 0) return [];
  const attendue = ajouterMois(suivi.depuis === "fin-de-contrat" ? le : (debut ?? le), suivi.mois);
  const constatee = ajouterJours(attendue, varier(rang, 43) % 14);
  if (constatee > aujourdhui) return [];
  return [{ le: constatee, issue: issues[varier(rang, 47) % issues.length] ?? "en-emploi" }];
}
