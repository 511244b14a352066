import type { Matrice, RegleMatrice } from "#commun/referentiel";
import { dominantes } from "#commun/referentiel";
import { compilerCondition } from "../condition.ts";
import { celluleDe, type Palier } from "../grille.ts";
import { couples, repond } from "./grille-complete.ts";
import {
  type But,
  type Effort,
  exemple,
  type Hypothese,
  hypotheses,
  toutesHypotheses,
} from "./hypothese.ts";
import { type AVerifier, dire, type ProblemeMatrice } from "./probleme.ts";
import { reponsesVers, type ScoresAtteints, scoresAtteints } from "./scores-atteints.ts";

/** Beyond this much searching nothing is said of a cell or of a rule: a doubt refuses nobody's matrix. */
const PAS = 20_000;
const ESSAIS = 400;

const effort = (): Effort => ({ pas: PAS });

/** Every cell and every rule is the one that decides for somebody. */
export function verifierAtteignables(donnees: AVerifier): readonly ProblemeMatrice[] {
  return [
    ...cellulesInatteignables(donnees),
    ...donnees.matrice.avant.flatMap((regle, rang) =>
      verifierRegle(donnees, regle, butsAvant(donnees.matrice.avant.slice(0, rang), regle)),
    ),
    ...donnees.matrice.apres.flatMap((regle, rang) => verifierApres(donnees, regle, rang)),
  ];
}

const faux = (regles: readonly RegleMatrice[]): readonly But[] =>
  regles.map(({ si }) => ({ condition: si, vraie: false }));

function butsAvant(precedentes: readonly RegleMatrice[], regle: RegleMatrice): readonly But[] {
  return [{ condition: regle.si, vraie: true }, ...faux(precedentes)];
}

function* possibles(
  { matrice, questions }: AVerifier,
  buts: readonly But[],
  reste: Effort = effort(),
): Generator<{ readonly hypothese: Hypothese; readonly scores: readonly ScoresAtteints[] }> {
  let essais = 0;
  const depart = toutesHypotheses({ matrice, questions });
  for (const hypothese of hypotheses(buts, depart, reste)) {
    const scores = scoresAtteints(matrice.poids, questions, hypothese);
    if (scores.length > 0) yield { hypothese, scores };
    essais += 1;
    if (essais === ESSAIS) reste.pas = 0;
  }
}

function cellulesInatteignables(donnees: AVerifier): readonly ProblemeMatrice[] {
  const { matrice } = donnees;
  const reste = effort();
  let manquantes = couples(matrice);
  for (const { scores } of possibles(donnees, faux(matrice.avant), reste)) {
    manquantes = manquantes.filter(
      ([emploi, social]) => !scores.some((uns) => repond(uns, emploi, social)),
    );
    if (manquantes.length === 0) return [];
  }
  if (reste.pas === 0) return [];
  return manquantes.map(([emploi, social]) => ({
    code: "cellule-inatteignable",
    probleme: `Personne ne peut arriver dans la cellule « ${emploi.niveau.libelle} » et « ${social.niveau.libelle} ».`,
    cas: pourquoiPersonne(donnees, emploi, social),
  }));
}

function pourquoiPersonne(donnees: AVerifier, emploi: Palier, social: Palier): string {
  const { matrice, questions } = donnees;
  const libres = scoresAtteints(matrice.poids, questions, toutesHypotheses({ matrice, questions }));
  const etendue = (valeurs: readonly number[]) =>
    `de ${Math.min(...valeurs)} à ${Math.max(...valeurs)}`;
  const vers = libres.find((scores) => repond(scores, emploi, social));
  if (vers !== undefined) {
    const reponses = reponsesVers(vers);
    const regle = matrice.avant.find(({ si }) =>
      compilerCondition(si)({
        ...exemple(toutesHypotheses({ matrice, questions })).situation,
        reponses,
      }),
    );
    return `Cas : ${dire(reponses, questions).join(" ; ")} — la règle « ${regle?.libelle ?? "entendue avant"} » décide avant la grille.`;
  }
  const enEmploi = libres.filter(
    (scores) => scores.emploi >= emploi.de && scores.emploi <= emploi.a,
  );
  if (enEmploi.length === 0) {
    return `Cas : le score vers l’emploi va ${etendue(libres.map((un) => un.emploi))}, jamais ${bornes(emploi)}.`;
  }
  return `Cas : avec un score vers l’emploi ${bornes(emploi)}, les obstacles vont ${etendue(enEmploi.map((un) => un.social))}, jamais ${bornes(social)}.`;
}

function bornes({ de, a }: Palier): string {
  if (de === Number.NEGATIVE_INFINITY) return `jusqu’à ${a}`;
  return a === Number.POSITIVE_INFINITY ? `de ${de} ou plus` : `de ${de} à ${a}`;
}

function verifierRegle(
  donnees: AVerifier,
  regle: RegleMatrice,
  buts: readonly But[],
): readonly ProblemeMatrice[] {
  const reste = effort();
  const trouvee = possibles(donnees, buts, reste).next();
  return trouvee.done && reste.pas > 0 ? [regleMuette(donnees, regle, donnees.matrice.avant)] : [];
}

function verifierApres(
  donnees: AVerifier,
  regle: RegleMatrice,
  rang: number,
): readonly ProblemeMatrice[] {
  const { matrice } = donnees;
  const visees = regle.siDominante ?? dominantes;
  const entendue = visees.some((dominante) => {
    const precedentes = matrice.apres
      .slice(0, rang)
      .filter(({ siDominante }) => siDominante === null || siDominante.includes(dominante));
    const buts = butsAvant([...precedentes, ...matrice.avant], regle);
    const reste = effort();
    for (const { scores } of possibles(donnees, buts, reste)) {
      if (scores.some((uns) => dominanteDe(matrice, uns) === dominante)) return true;
    }
    return reste.pas === 0;
  });
  return entendue ? [] : [regleMuette(donnees, regle, [...matrice.avant, ...matrice.apres])];
}

function dominanteDe(matrice: Matrice, scores: ScoresAtteints): string | undefined {
  if (!scores.repond) return matrice.sansReponse.dominante;
  const place = couples(matrice).find(([emploi, social]) => repond(scores, emploi, social));
  return place && celluleDe(matrice.grille, place[0].niveau.code, place[1].niveau.code)?.dominante;
}

/** The case is somebody for whom the rule is true, and the rule that answers before it. */
function regleMuette(
  donnees: AVerifier,
  regle: RegleMatrice,
  autres: readonly RegleMatrice[],
): ProblemeMatrice {
  const cas = possibles(donnees, [{ condition: regle.si, vraie: true }]).next();
  return {
    code: "regle-inatteignable",
    probleme: `La règle « ${regle.libelle} » ne décide jamais.`,
    cas: cas.done
      ? "Cas : ses conditions ne peuvent pas être vraies ensemble."
      : casMuet(donnees, regle, autres, cas.value),
  };
}

function casMuet(
  { questions }: AVerifier,
  regle: RegleMatrice,
  autres: readonly RegleMatrice[],
  {
    hypothese,
    scores,
  }: { readonly hypothese: Hypothese; readonly scores: readonly ScoresAtteints[] },
): string {
  const [premier] = scores;
  const reponses = premier ? reponsesVers(premier) : {};
  const { textes, situation } = exemple(hypothese);
  const devant = autres.find(
    (autre) => autre !== regle && compilerCondition(autre.si)({ ...situation, reponses }),
  );
  const qui = [...textes, ...dire(reponses, questions)].join(" ; ") || "toute personne";
  return devant
    ? `Cas : ${qui} — la règle « ${devant.libelle} » répond avant.`
    : `Cas : ${qui} — aucune cellule ne donne la dominante que cette règle corrige.`;
}
