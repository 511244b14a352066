import type { CelluleMatrice, Matrice, TypeOrientation } from "#commun/referentiel";
import { points } from "./libelles.ts";
import type {
  AxeMatrice,
  IssueMatrice,
  NiveauMatrice,
  PropositionMatrice,
  RegleEntendue,
} from "./proposition.ts";
import { typeParDefaut } from "./types-feuilles.ts";

export type Scores = PropositionMatrice["scores"];

/** A level with its first and last points. */
export interface Palier {
  readonly niveau: NiveauMatrice;
  readonly de: number;
  readonly a: number;
}

interface Case extends IssueMatrice {
  readonly entendue: RegleEntendue;
  readonly niveaux: PropositionMatrice["niveaux"];
  readonly emploi: Palier;
  readonly social: Palier;
}

export interface Grille {
  readonly placer: (scores: Scores) => Case;
  /** The nearest cell of another dominante, and what would lead there. */
  readonly voisine: (scores: Scores, issue: IssueMatrice) => PropositionMatrice["suivante"];
}

export function paliers(niveaux: readonly NiveauMatrice[]): readonly Palier[] {
  return niveaux.map((niveau, rang) => ({
    niveau,
    de: (niveaux[rang - 1]?.jusqua ?? Number.NEGATIVE_INFINITY) + 1,
    a: niveau.jusqua ?? Number.POSITIVE_INFINITY,
  }));
}

/** @throws Error on a grid with a hole: `verifierMatrice` refuses it before it can be adopted. */
export function compilerGrille(matrice: Matrice, types: readonly TypeOrientation[]): Grille {
  const paliersDe = (axe: AxeMatrice) => paliers(matrice.niveaux[axe]);
  const rangees = paliersDe("emploi").map((emploi) => ({
    jusqua: emploi.a,
    cases: paliersDe("social").map((social) => caseDe(matrice, types, emploi, social)),
  }));
  const cases = rangees.flatMap((rangee) => rangee.cases);
  return {
    placer({ emploi, social }) {
      const rangee = rangees.find(({ jusqua }) => emploi <= jusqua);
      const trouvee = rangee?.cases.find(({ social: palier }) => social <= palier.a);
      if (trouvee === undefined) throw new Error("the last level of the matrix has an end");
      return trouvee;
    },
    voisine: (scores, issue) => voisine(cases, scores, issue),
  };
}

function caseDe(
  matrice: Matrice,
  types: readonly TypeOrientation[],
  emploi: Palier,
  social: Palier,
): Case {
  const cellule = celluleDe(matrice.grille, emploi.niveau.code, social.niveau.code);
  if (cellule === undefined) throw new Error("the matrix has a hole");
  return {
    dominante: cellule.dominante,
    type: cellule.type ?? typeParDefaut(types, cellule.dominante),
    entendue: {
      code: `${emploi.niveau.code}-${social.niveau.code}`,
      libelle: `${emploi.niveau.libelle}, ${social.niveau.libelle}`,
      moment: "grille",
    },
    niveaux: { emploi: emploi.niveau.code, social: social.niveau.code },
    emploi,
    social,
  };
}

export function celluleDe(
  grille: readonly CelluleMatrice[],
  emploi: string,
  social: string,
): CelluleMatrice | undefined {
  return grille.find((cellule) => cellule.emploi === emploi && cellule.social === social);
}

function voisine(
  cases: readonly Case[],
  scores: Scores,
  issue: IssueMatrice,
): PropositionMatrice["suivante"] {
  let proche: Case | null = null;
  let moindre = Number.POSITIVE_INFINITY;
  for (const candidate of cases) {
    if (candidate.dominante === issue.dominante) continue;
    const distance =
      Math.abs(ecart(scores.emploi, candidate.emploi)) +
      Math.abs(ecart(scores.social, candidate.social));
    if (distance < moindre) {
      moindre = distance;
      proche = candidate;
    }
  }
  if (proche === null) return null;
  return { dominante: proche.dominante, type: proche.type, pourquoi: chemin(scores, proche) };
}

/** Points to add (or to take away) for a score to enter a level. */
function ecart(score: number, palier: Palier): number {
  if (score < palier.de) return palier.de - score;
  return score > palier.a ? palier.a - score : 0;
}

function chemin(scores: Scores, { emploi, social }: Case): string {
  const versEmploi = ecart(scores.emploi, emploi);
  const obstacles = ecart(scores.social, social);
  const sens = (nombre: number) => (nombre > 0 ? "de plus" : "de moins");
  const parties = [
    ...(versEmploi === 0 ? [] : [`${points(versEmploi)} ${sens(versEmploi)} vers l’emploi`]),
    ...(obstacles === 0 ? [] : [`${points(obstacles)} d’obstacles ${sens(obstacles)}`]),
  ];
  return parties.length === 0
    ? "ce que donne la grille seule"
    : `il faudrait ${parties.join(" et ")}`;
}
