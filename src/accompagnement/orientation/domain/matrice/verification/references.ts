import { codeConnu, codesCaf, type Dominante, type Matrice } from "#commun/referentiel";
import { libellesDominante } from "../libelles.ts";
import { typeParDefaut, typesFeuilles } from "../types-feuilles.ts";
import { type Atome, atomes } from "./hypothese.ts";
import type { AVerifier, ProblemeMatrice } from "./probleme.ts";

/** Questions, answers and types named by the matrix exist, and each weight is given once. */
export function verifierReferences(donnees: AVerifier): readonly ProblemeMatrice[] {
  return [
    ...verifierPoids(donnees),
    ...verifierConditions(donnees),
    ...issues(donnees.matrice).flatMap((issue) => verifierIssue(donnees, issue)),
    ...doubles(donnees.matrice),
  ];
}

function verifierPoids({ matrice, questions }: AVerifier): readonly ProblemeMatrice[] {
  return matrice.poids.flatMap(({ question, reponse, libelle }) =>
    reponseInconnue({ questions }, question, [reponse], `le poids « ${libelle} »`),
  );
}

function verifierConditions({ matrice, questions, types }: AVerifier): readonly ProblemeMatrice[] {
  return [...matrice.avant, ...matrice.apres].flatMap(({ si, libelle }) =>
    atomes(si).flatMap((atome): readonly ProblemeMatrice[] => {
      const ou = `la règle « ${libelle} »`;
      if (atome.sur === "reponse")
        return reponseInconnue({ questions }, atome.question, atome.parmi, ou);
      if (atome.sur === "capacite" && !types.some(({ code }) => code === atome.type)) {
        return [inconnu(`Le type d’orientation ${atome.type} n’existe pas.`, ou)];
      }
      return codesInconnus(atome).map((code) =>
        inconnu(`Le code ${code} n’existe pas dans les fichiers de la CAF.`, ou),
      );
    }),
  );
}

function codesInconnus(atome: Atome): readonly string[] {
  if (atome.sur !== "situation-familiale" && atome.sur !== "activite") return [];
  const liste = atome.sur === "activite" ? codesCaf.activite : codesCaf.situationFamiliale;
  return atome.parmi.filter((code) => !codeConnu(liste, code));
}

function reponseInconnue(
  { questions }: Pick<AVerifier, "questions">,
  code: string,
  reponses: readonly string[],
  ou: string,
): readonly ProblemeMatrice[] {
  const question = questions.find((une) => une.code === code);
  if (question === undefined) return [inconnu(`La question ${code} n’existe pas.`, ou)];
  return reponses
    .filter((reponse) => question.reponses[reponse] === undefined)
    .map((reponse) =>
      inconnu(`La réponse ${reponse} n’existe pas à la question « ${question.libelle} ».`, ou),
    );
}

interface IssueSituee {
  readonly dominante: Dominante;
  readonly type: string | null;
  readonly ou: string;
}

function issues({ grille, avant, apres, sansReponse }: Matrice): readonly IssueSituee[] {
  return [
    ...grille.map((cellule) => ({
      ...cellule,
      ou: `la cellule ${cellule.emploi} × ${cellule.social}`,
    })),
    ...[...avant, ...apres].map(({ alors, libelle }) => ({
      ...alors,
      ou: `la règle « ${libelle} »`,
    })),
    { ...sansReponse, ou: "une personne sans aucune réponse" },
  ];
}

function verifierIssue(
  { types }: AVerifier,
  { dominante, type, ou }: IssueSituee,
): readonly ProblemeMatrice[] {
  const nom = libellesDominante[dominante];
  if (type === null) {
    if (typeParDefaut(types, dominante) !== null) return [];
    return [
      {
        code: "sans-type",
        probleme: `Aucun type d’orientation n’est de dominante « ${nom} ».`,
        cas: `Cas : ${ou}.`,
      },
    ];
  }
  const feuille = typesFeuilles(types).find(({ code }) => code === type);
  if (feuille === undefined) {
    return [inconnu(`Le type d’orientation ${type} n’existe pas, ou en regroupe d’autres.`, ou)];
  }
  if (feuille.dominante === dominante) return [];
  return [
    {
      code: "sans-type",
      probleme: `Le type « ${feuille.libelle} » n’est pas de dominante « ${nom} ».`,
      cas: `Cas : ${ou}.`,
    },
  ];
}

function doubles({ poids, avant, apres }: Matrice): readonly ProblemeMatrice[] {
  const cles = poids.map((un) => ({
    cle: `${un.question} ${un.reponse} ${un.axe}`,
    quoi: `Le poids « ${un.libelle} » est donné deux fois sur le même axe`,
  }));
  const regles = [...avant, ...apres].map((une) => ({
    cle: une.code,
    quoi: `Deux règles portent le code ${une.code}`,
  }));
  return [...seconds(cles), ...seconds(regles)].map(({ quoi, cle }) => ({
    code: "double",
    probleme: `${quoi} : n’en gardez qu’une.`,
    cas: `Cas : ${cle}.`,
  }));
}

function seconds<Un extends { readonly cle: string }>(liste: readonly Un[]): readonly Un[] {
  return liste.filter(({ cle }, rang) => liste.findIndex((un) => un.cle === cle) < rang);
}

function inconnu(probleme: string, ou: string): ProblemeMatrice {
  return { code: "inconnu", probleme, cas: `Cas : ${ou}.` };
}
