import type { Matrice } from "#commun/referentiel";
import { celluleDe, type Palier, paliers } from "../grille.ts";
import type { AxeMatrice } from "../proposition.ts";
import { toutesHypotheses } from "./hypothese.ts";
import { type AVerifier, dire, type ProblemeMatrice } from "./probleme.ts";
import { reponsesVers, type ScoresAtteints, scoresAtteints } from "./scores-atteints.ts";

const axes: Readonly<Record<AxeMatrice, string>> = {
  emploi: "distance à l’emploi",
  social: "obstacles sociaux",
};

/** Levels follow one another without end, and each pair of levels has one cell. */
export function verifierGrille(donnees: AVerifier): readonly ProblemeMatrice[] {
  const { matrice } = donnees;
  const niveaux = [...verifierNiveaux(matrice, "emploi"), ...verifierNiveaux(matrice, "social")];
  if (niveaux.length > 0) return niveaux;
  return [...trous(donnees), ...recouvrements(matrice), ...cellulesPerdues(matrice)];
}

function verifierNiveaux(matrice: Matrice, axe: AxeMatrice): readonly ProblemeMatrice[] {
  const niveaux = matrice.niveaux[axe];
  return niveaux.flatMap((niveau, rang): readonly ProblemeMatrice[] => {
    const precedent = niveaux[rang - 1];
    const dernier = rang === niveaux.length - 1;
    const probleme = (texte: string, cas: string): ProblemeMatrice => ({
      code: "niveaux",
      probleme: `${texte} (axe « ${axes[axe]} »).`,
      cas,
    });
    if (niveaux.findIndex(({ code }) => code === niveau.code) < rang) {
      return [
        probleme(`Deux niveaux portent le code ${niveau.code}`, `Cas : niveau ${niveau.code}.`),
      ];
    }
    if (dernier !== (niveau.jusqua === null)) {
      return dernier
        ? [
            probleme(
              `Le dernier niveau, « ${niveau.libelle} », s’arrête à ${niveau.jusqua}`,
              `Cas : un score de ${(niveau.jusqua ?? 0) + 1} n’a pas de niveau.`,
            ),
          ]
        : [
            probleme(
              `Le niveau « ${niveau.libelle} » n’a pas de fin alors que d’autres le suivent`,
              `Cas : le niveau « ${niveaux[rang + 1]?.libelle ?? ""} » n’a plus aucun score.`,
            ),
          ];
    }
    if (precedent?.jusqua == null || niveau.jusqua === null || niveau.jusqua > precedent.jusqua) {
      return [];
    }
    return [
      probleme(
        `Le niveau « ${niveau.libelle} » finit avant de commencer`,
        `Cas : il commence à ${precedent.jusqua + 1} et finit à ${niveau.jusqua}.`,
      ),
    ];
  });
}

function trous({ matrice, questions }: AVerifier): readonly ProblemeMatrice[] {
  const atteints = scoresAtteints(
    matrice.poids,
    questions,
    toutesHypotheses({ matrice, questions }),
  );
  return couples(matrice)
    .filter(
      ([emploi, social]) =>
        celluleDe(matrice.grille, emploi.niveau.code, social.niveau.code) === undefined,
    )
    .map(([emploi, social]) => {
      const vers = atteints.find((scores) => repond(scores, emploi, social));
      const exemple = vers ? dire(reponsesVers(vers), questions).join(" ; ") : "";
      return {
        code: "trou" as const,
        probleme: `La grille n’a pas de cellule pour « ${emploi.niveau.libelle} » et « ${social.niveau.libelle} ».`,
        cas: exemple ? `Cas : ${exemple}.` : `Cas : ${emploi.niveau.code} × ${social.niveau.code}.`,
      };
    });
}

export function repond(scores: ScoresAtteints, emploi: Palier, social: Palier): boolean {
  return scores.repond && dedans(scores.emploi, emploi) && dedans(scores.social, social);
}

function dedans(score: number, { de, a }: Palier): boolean {
  return score >= de && score <= a;
}

export function couples(matrice: Matrice): readonly (readonly [Palier, Palier])[] {
  return paliers(matrice.niveaux.emploi).flatMap((emploi) =>
    paliers(matrice.niveaux.social).map((social) => [emploi, social] as const),
  );
}

function recouvrements({ grille }: Matrice): readonly ProblemeMatrice[] {
  return grille
    .filter(
      ({ emploi, social }, rang) =>
        grille.findIndex((une) => une.emploi === emploi && une.social === social) < rang,
    )
    .map(({ emploi, social }) => ({
      code: "recouvrement",
      probleme: "Deux cellules répondent au même cas : n’en gardez qu’une.",
      cas: `Cas : ${emploi} × ${social}.`,
    }));
}

/** A cell of levels that do not exist would never be read. */
function cellulesPerdues({ grille, niveaux }: Matrice): readonly ProblemeMatrice[] {
  const existe = (axe: AxeMatrice, code: string) => niveaux[axe].some((un) => un.code === code);
  return grille
    .filter(({ emploi, social }) => !existe("emploi", emploi) || !existe("social", social))
    .map(({ emploi, social }) => ({
      code: "inconnu",
      probleme: "Une cellule de la grille est placée sur un niveau qui n’existe pas.",
      cas: `Cas : ${emploi} × ${social}.`,
    }));
}
