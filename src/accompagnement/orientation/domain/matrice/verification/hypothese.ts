import type { ConditionMatrice } from "#commun/referentiel";
import { compilerCondition } from "../condition.ts";
import type { SituationOrientation } from "../proposition.ts";
import type { AVerifier } from "./probleme.ts";

/** Nothing known, and no structure short of places. */
export const situationVide: SituationOrientation = {
  age: null,
  situationFamiliale: null,
  enfantsACharge: null,
  territoire: null,
  dejaSuivi: null,
  activite: null,
  reponses: {},
  capacites: {},
};

/** One value a fact may take. Said in a case only when it says something. */
interface Candidat {
  readonly texte: string;
  readonly avec: Partial<SituationOrientation>;
}

/** What may still be true of somebody: values left for each fact, answers she must or may not have given. */
export interface Hypothese {
  readonly faits: ReadonlyMap<string, readonly Candidat[]>;
  /** Question → sets of answers, one of each of which is given. */
  readonly exigees: ReadonlyMap<string, readonly ReadonlySet<string>[]>;
  readonly exclues: ReadonlyMap<string, ReadonlySet<string>>;
  /** Questions that take one answer only. */
  readonly seules: ReadonlySet<string>;
}

/** What a search may still cost; rules that take more than this are not judged. */
export interface Effort {
  pas: number;
}

export interface But {
  readonly condition: ConditionMatrice;
  readonly vraie: boolean;
}

export type Atome = Exclude<ConditionMatrice, { sur: "toutes" | "une-de" | "non" }>;

/** Every condition of a matrix down to its simplest parts. */
export function atomes(condition: ConditionMatrice): readonly Atome[] {
  switch (condition.sur) {
    case "toutes":
    case "une-de":
      return condition.de.flatMap(atomes);
    case "non":
      return atomes(condition.de);
    default:
      return [condition];
  }
}

const cleDe = (atome: Atome) => (atome.sur === "capacite" ? `capacite:${atome.type}` : atome.sur);

/** All the values that the rules of a matrix can tell apart; the one that says nothing first. */
export function toutesHypotheses({
  matrice: { avant, apres },
  questions,
}: Pick<AVerifier, "matrice" | "questions">): Hypothese {
  const faits = new Map<string, Candidat[]>();
  for (const atome of [...avant, ...apres].flatMap(({ si }) => atomes(si))) {
    if (atome.sur === "reponse") continue;
    const cle = cleDe(atome);
    faits.set(cle, [...(faits.get(cle) ?? [neutre(atome)]), ...candidats(atome)]);
  }
  const seules = questions.filter(({ multiple }) => !multiple).map(({ code }) => code);
  return { faits, exigees: new Map(), exclues: new Map(), seules: new Set(seules) };
}

function neutre(atome: Atome): Candidat {
  return atome.sur === "capacite"
    ? { texte: "", avec: { capacites: { [atome.type]: null } } }
    : { texte: "", avec: {} };
}

function candidats(atome: Atome): readonly Candidat[] {
  switch (atome.sur) {
    case "age":
      return [atome.min, atome.max]
        .filter((borne) => borne !== null)
        .flatMap((borne) => [borne, borne - 1, borne + 1])
        .map((age) => ({ texte: `${age} ans`, avec: { age } }));
    case "enfants-a-charge":
      return [atome.min, atome.min - 1].map((nombre) => ({
        texte: `${nombre} enfant${nombre > 1 ? "s" : ""} à charge`,
        avec: { enfantsACharge: nombre },
      }));
    case "capacite":
      return [atome.resteAuMoins, atome.resteAuMoins - 1].map((places) => ({
        texte:
          places < 0
            ? `aucune structure pour ${atome.type}`
            : `${places} place${places > 1 ? "s" : ""} pour ${atome.type}`,
        avec: { capacites: places < 0 ? {} : { [atome.type]: places } },
      }));
    case "deja-suivi":
      return atome.classes.map((dejaSuivi) => ({
        texte: `déjà suivie par : ${dejaSuivi}`,
        avec: { dejaSuivi },
      }));
    case "territoire":
      return atome.parmi.map((territoire) => ({
        texte: `territoire ${territoire}`,
        avec: { territoire },
      }));
    case "activite":
      return atome.parmi.map((activite) => ({
        texte: `activité ${activite}`,
        avec: { activite },
      }));
    case "situation-familiale":
      return atome.parmi.map((situationFamiliale) => ({
        texte: `situation familiale ${situationFamiliale}`,
        avec: { situationFamiliale },
      }));
    case "reponse":
      return [];
  }
}

/** Every way to make these conditions true or false together, lazily, the plainest first. */
export function* hypotheses(
  buts: readonly But[],
  depart: Hypothese,
  effort: Effort,
): Generator<Hypothese> {
  if (effort.pas <= 0) return;
  effort.pas -= 1;
  const [but, ...reste] = buts;
  if (but === undefined) {
    yield depart;
    return;
  }
  const { condition, vraie } = but;
  if (condition.sur === "non" || condition.sur === "toutes" || condition.sur === "une-de") {
    for (const voie of deplier(condition, vraie)) {
      yield* hypotheses([...voie, ...reste], depart, effort);
    }
    return;
  }
  const reduite = reduire(depart, condition, vraie);
  if (reduite !== null) yield* hypotheses(reste, reduite, effort);
}

/** The ways to make what is composed true or false, each made of plainer goals. */
function deplier(
  condition: Exclude<ConditionMatrice, Atome>,
  vraie: boolean,
): readonly (readonly But[])[] {
  if (condition.sur === "non") return [[{ condition: condition.de, vraie: !vraie }]];
  const parties = condition.de.map((partie) => ({ condition: partie, vraie }));
  return (condition.sur === "toutes") === vraie ? [parties] : parties.map((partie) => [partie]);
}

function reduire(depart: Hypothese, atome: Atome, vraie: boolean): Hypothese | null {
  if (atome.sur === "reponse") return reduireReponses(depart, atome, vraie);
  const cle = cleDe(atome);
  const predicat = compilerCondition(atome);
  const gardes = (depart.faits.get(cle) ?? []).filter(
    ({ avec }) => predicat({ ...situationVide, ...avec }) === vraie,
  );
  if (gardes.length === 0) return null;
  return { ...depart, faits: new Map(depart.faits).set(cle, gardes) };
}

function reduireReponses(
  depart: Hypothese,
  { question, parmi }: Extract<Atome, { sur: "reponse" }>,
  vraie: boolean,
): Hypothese | null {
  const exclues = new Set([...(depart.exclues.get(question) ?? []), ...(vraie ? [] : parmi)]);
  const exigees = [...(depart.exigees.get(question) ?? []), ...(vraie ? [new Set(parmi)] : [])];
  const tenue = depart.seules.has(question)
    ? exigees.length === 0 || unePartout(exigees, exclues)
    : exigees.every((ensemble) => unePartout([ensemble], exclues));
  if (!tenue) return null;
  return {
    ...depart,
    exigees: new Map(depart.exigees).set(question, exigees),
    exclues: new Map(depart.exclues).set(question, exclues),
  };
}

/** Whether one answer is in each of these sets and is not excluded. */
function unePartout(
  [premier, ...autres]: readonly ReadonlySet<string>[],
  exclues: ReadonlySet<string>,
): boolean {
  return [...(premier ?? [])].some(
    (reponse) => !exclues.has(reponse) && autres.every((autre) => autre.has(reponse)),
  );
}

/** The facts of the plainest person an hypothesis leaves, in words, and as a situation. */
export function exemple({ faits }: Hypothese): {
  readonly textes: readonly string[];
  readonly situation: SituationOrientation;
} {
  const choisis = [...faits.values()].flatMap(([premier]) => (premier ? [premier] : []));
  const situation = { ...situationVide };
  for (const { avec } of choisis) {
    const capacites = { ...situation.capacites, ...avec.capacites };
    Object.assign(situation, avec, { capacites });
  }
  return { textes: choisis.map(({ texte }) => texte).filter((texte) => texte !== ""), situation };
}
