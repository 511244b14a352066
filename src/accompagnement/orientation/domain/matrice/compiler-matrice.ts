import type { ReponsesDiagnostic } from "#accompagnement/diagnostic";
import type { Dominante, Matrice, RegleMatrice, TypeOrientation } from "#commun/referentiel";
import { compilerCondition, type Predicat } from "./condition.ts";
import { compilerGrille } from "./grille.ts";
import { compilerPoids } from "./poids.ts";
import type {
  IssueMatrice,
  PropositionMatrice,
  RegleEntendue,
  SituationOrientation,
} from "./proposition.ts";
import { typeParDefaut } from "./types-feuilles.ts";

/** An outcome with what gave it. */
interface Verdict extends IssueMatrice {
  readonly entendue: RegleEntendue;
}

interface RegleCompilee extends Verdict {
  readonly vraie: Predicat;
  readonly siDominante: ReadonlySet<Dominante> | null;
}

/**
 * The decision table made ready to be asked of a whole département: all that depends on the matrix alone is
 * looked up here, once. It is total and deterministic, so that every situation has one proposal.
 */
export function compilerMatrice(
  matrice: Matrice,
  types: readonly TypeOrientation[] = [],
): (situation: SituationOrientation) => PropositionMatrice {
  const peser = compilerPoids(matrice.poids);
  const grille = compilerGrille(matrice, types);
  const avant = matrice.avant.map((regle) => compilerRegle(regle, "avant", types));
  const apres = matrice.apres.map((regle) => compilerRegle(regle, "apres", types));
  const sansReponse: Verdict = {
    ...issue(matrice.sansReponse, types),
    entendue: {
      code: "sans-reponse",
      libelle: "aucune réponse au diagnostic n’est connue",
      moment: "sans-reponse",
    },
  };
  return (situation) => {
    const { contributions, scores } = peser(situation.reponses);
    const place = grille.placer(scores);
    const ordinaire = aRepondu(situation.reponses) ? place : sansReponse;
    const regle = avant.find(({ vraie }) => vraie(situation));
    const correction = regle ? undefined : corriger(apres, ordinaire, situation);
    const final = regle ?? correction ?? ordinaire;
    return {
      version: matrice.version,
      dominante: final.dominante,
      type: final.type,
      scores,
      niveaux: place.niveaux,
      contributions,
      regles: correction ? [ordinaire.entendue, correction.entendue] : [final.entendue],
      suivante: differe(final, ordinaire)
        ? { ...seule(ordinaire), pourquoi: sansLaRegle(ordinaire, final) }
        : grille.voisine(scores, final),
    };
  };
}

function compilerRegle(
  regle: RegleMatrice,
  moment: "avant" | "apres",
  types: readonly TypeOrientation[],
): RegleCompilee {
  return {
    ...issue(regle.alors, types),
    vraie: compilerCondition(regle.si),
    siDominante: regle.siDominante === null ? null : new Set(regle.siDominante),
    entendue: { code: regle.code, libelle: regle.libelle, moment },
  };
}

function issue({ dominante, type }: IssueMatrice, types: readonly TypeOrientation[]): IssueMatrice {
  return { dominante, type: type ?? typeParDefaut(types, dominante) };
}

function aRepondu(reponses: ReponsesDiagnostic): boolean {
  for (const question in reponses) if (reponses[question]?.length) return true;
  return false;
}

function corriger(
  regles: readonly RegleCompilee[],
  { dominante }: Verdict,
  situation: SituationOrientation,
): RegleCompilee | undefined {
  return regles.find(
    ({ siDominante, vraie }) =>
      (siDominante === null || siDominante.has(dominante)) && vraie(situation),
  );
}

function differe(une: IssueMatrice, autre: IssueMatrice): boolean {
  return une.dominante !== autre.dominante || une.type !== autre.type;
}

function seule({ dominante, type }: IssueMatrice): IssueMatrice {
  return { dominante, type };
}

function sansLaRegle(ordinaire: Verdict, { entendue }: Verdict): string {
  const source = ordinaire.entendue.moment === "grille" ? "la grille" : "l’absence de réponse";
  return `ce que donnerait ${source} sans la règle « ${entendue.libelle} »`;
}
