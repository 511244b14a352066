import type { ReponsesDiagnostic } from "#accompagnement/diagnostic";
import type { Matrice, QuestionDiagnostic } from "#commun/referentiel";
import type { Hypothese } from "./hypothese.ts";

/** Scores somebody can reach, with the last answer that leads there. */
export interface ScoresAtteints {
  readonly emploi: number;
  readonly social: number;
  readonly repond: boolean;
  readonly derniere: Etape | null;
}

interface Etape {
  readonly question: string;
  readonly donnees: readonly string[];
  readonly avant: Etape | null;
}

/** One way to answer one question. */
interface Choix {
  readonly emploi: number;
  readonly social: number;
  readonly donnees: readonly string[];
  /** Requirements met so far, one bit each. */
  readonly remplies: number;
}

/** Every pair of scores the answers left by an hypothesis can make, each once. Empty when none is possible. */
export function scoresAtteints(
  poids: Matrice["poids"],
  questions: readonly QuestionDiagnostic[],
  hypothese: Hypothese,
): readonly ScoresAtteints[] {
  let atteints: readonly ScoresAtteints[] = [
    { emploi: 0, social: 0, repond: false, derniere: null },
  ];
  for (const question of questionsUtiles(poids, questions, hypothese)) {
    atteints = etendre(atteints, question.code, choixPossibles(poids, question, hypothese));
  }
  return atteints;
}

/** The answers that lead to some scores, in the order of the questions. */
export function reponsesVers({ derniere }: ScoresAtteints): ReponsesDiagnostic {
  const reponses: [string, readonly string[]][] = [];
  for (let etape = derniere; etape !== null; etape = etape.avant) {
    reponses.unshift([etape.question, etape.donnees]);
  }
  return Object.fromEntries(reponses);
}

/** Questions that weigh or that a rule asks for, and one that only says somebody answered. */
function questionsUtiles(
  poids: Matrice["poids"],
  questions: readonly QuestionDiagnostic[],
  { exigees }: Hypothese,
): readonly QuestionDiagnostic[] {
  const pesees = new Set(poids.map(({ question }) => question));
  const compte = ({ code }: QuestionDiagnostic) => pesees.has(code) || exigees.has(code);
  const neutre = questions.find((question) => !compte(question));
  return [...(neutre === undefined ? [] : [neutre]), ...questions.filter(compte)];
}

function etendre(
  atteints: readonly ScoresAtteints[],
  question: string,
  choix: readonly Choix[],
): readonly ScoresAtteints[] {
  const suite = new Map<string, ScoresAtteints>();
  for (const { emploi, social, repond, derniere } of atteints) {
    for (const un of choix) {
      const muet = un.donnees.length === 0;
      const vers = {
        emploi: emploi + un.emploi,
        social: social + un.social,
        repond: repond || !muet,
      };
      const cle = `${vers.emploi} ${vers.social} ${vers.repond}`;
      if (suite.has(cle)) continue;
      const etape = muet ? derniere : { question, donnees: un.donnees, avant: derniere };
      suite.set(cle, { ...vers, derniere: etape });
    }
  }
  return [...suite.values()];
}

function choixPossibles(
  poids: Matrice["poids"],
  question: QuestionDiagnostic,
  hypothese: Hypothese,
): readonly Choix[] {
  const exigees = hypothese.exigees.get(question.code) ?? [];
  const exclues = hypothese.exclues.get(question.code) ?? new Set<string>();
  const permises = Object.keys(question.reponses).filter((reponse) => !exclues.has(reponse));
  const vide: Choix = { emploi: 0, social: 0, donnees: [], remplies: 0 };
  const donner = (avant: Choix, reponse: string): Choix =>
    avecReponse(poids, question.code, exigees, avant, reponse);
  let choix: readonly Choix[] = [vide];
  for (const reponse of permises) {
    const seule = !question.multiple || question.exclusives.includes(reponse);
    const suivants = seule
      ? [donner(vide, reponse)]
      : choix
          .filter(({ donnees }) => donnees.every((une) => !question.exclusives.includes(une)))
          .map((un) => donner(un, reponse));
    choix = uniques(
      [...choix, ...suivants],
      (un) =>
        `${un.emploi} ${un.social} ${un.remplies} ${un.donnees.length === 0} ${un.donnees.some((une) => question.exclusives.includes(une))}`,
    );
  }
  const toutes = (1 << exigees.length) - 1;
  return choix.filter(({ remplies }) => remplies === toutes);
}

function avecReponse(
  poids: Matrice["poids"],
  question: string,
  exigees: readonly ReadonlySet<string>[],
  avant: Choix,
  reponse: string,
): Choix {
  const pese = (axe: "emploi" | "social") =>
    poids
      .filter((un) => un.question === question && un.reponse === reponse && un.axe === axe)
      .reduce((somme, un) => somme + un.poids, 0);
  const remplies = exigees.reduce(
    (bits, ensemble, rang) => (ensemble.has(reponse) ? bits | (1 << rang) : bits),
    avant.remplies,
  );
  return {
    emploi: avant.emploi + pese("emploi"),
    social: avant.social + pese("social"),
    donnees: [...avant.donnees, reponse],
    remplies,
  };
}

/** The first of each key: the shortest way there. */
function uniques<Un>(liste: readonly Un[], cle: (un: Un) => string): readonly Un[] {
  const vus = new Map<string, Un>();
  for (const un of liste) {
    const ici = cle(un);
    if (!vus.has(ici)) vus.set(ici, un);
  }
  return [...vus.values()];
}
