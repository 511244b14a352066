import type { NatureContrat } from "#commun/referentiel";
import { type ActionContrat, type ContenuContrat, contenuVide } from "./contenu.ts";

interface Connu {
  readonly themes: readonly { readonly libelle: string; readonly objectifs: readonly string[] }[];
  readonly freins: readonly { readonly libelle: string }[];
  readonly projet: { readonly metiers: readonly { readonly libelle: string }[] } | null;
}

const OBJECTIFS_MAX = 6;

/** Proposed to both sides, who change them as they agree: Code du travail, L5411-6, II. */
const engagementsPersonne = [
  "Prendre part aux actions de ce contrat et venir aux rendez-vous, ou prévenir en cas d’empêchement.",
  "Dire à mon référent ce qui change dans ma situation.",
];
const engagementsOrganisme = [
  "Accompagner la personne avec un référent unique, joignable entre les rendez-vous.",
  "Proposer les actions de ce contrat et lever avec la personne ce qui la freine.",
  "Faire le bilan du contrat avec elle aux dates convenues.",
];

/** A first draft from what is known of the person: everything in it may be changed. */
export function preremplir(connu: Connu, nature: NatureContrat, debut: string): ContenuContrat {
  const metiers = (connu.projet?.metiers ?? []).map(({ libelle }) => libelle);
  const objectifs = [
    ...metiers.slice(0, 2).map((metier) => `Accéder à un emploi : ${metier}`),
    ...connu.themes.flatMap((theme) => theme.objectifs),
    ...connu.freins.map(({ libelle }) => `Lever le frein : ${libelle}`),
  ];
  const actions = [
    ...connu.freins.map(({ libelle }) => action(libelle, "levee-de-frein")),
    ...metiers.slice(0, 1).map((metier) => action(`Chercher un emploi : ${metier}`, "recherche")),
  ];
  return {
    ...contenuVide,
    debut,
    mois: nature.duree.defaut,
    bilanMois: nature.bilanTousLesMois,
    objectifs: [...new Set(objectifs)].slice(0, OBJECTIFS_MAX),
    actions: actions.slice(0, OBJECTIFS_MAX),
    engagementsPersonne,
    engagementsOrganisme,
  };
}

function action(libelle: string, nature: ActionContrat["nature"]): ActionContrat {
  return { libelle, nature, heures: null, collective: false, encadree: false, jusqua: null };
}
