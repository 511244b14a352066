import type { Matrice, TypeOrientation } from "#commun/referentiel";
import { type CadreDeLecture, siEnMots } from "./condition-en-mots.ts";
import { libellesDominante, signe } from "./libelles.ts";
import type { AxeMatrice, IssueMatrice, PoidsReponse } from "./proposition.ts";

/** One thing that two matrices do not say alike, in words; `null` where one says nothing. */
export interface EcartMatrice {
  readonly quoi: string;
  readonly avant: string | null;
  readonly apres: string | null;
}

export const clePoids = ({ question, reponse, axe }: Omit<PoidsReponse, "poids" | "libelle">) =>
  `${question}-${reponse}-${axe}`;

export const axesEnMots: Readonly<Record<AxeMatrice, string>> = {
  emploi: "vers l’emploi",
  social: "obstacles",
};

/** « Emploi : accompagnement rénové »; the dominante alone when the type is left to the structures. */
export function issueEnMots(
  { dominante, type }: IssueMatrice,
  types: readonly TypeOrientation[],
): string {
  const nom = libellesDominante[dominante];
  const libelle = types.find(({ code }) => code === type)?.libelle;
  return libelle === undefined || libelle === nom ? nom : `${nom} : ${libelle}`;
}

/** Everything an editor may change, compared line by line in the order of the page. */
export function ecartsMatrices(
  avant: Matrice,
  apres: Matrice,
  cadre: CadreDeLecture,
): readonly EcartMatrice[] {
  const faits = (matrice: Matrice) => new Map(lignes(matrice, cadre));
  const [lesUns, lesAutres] = [faits(avant), faits(apres)];
  return [...new Set([...lesUns.keys(), ...lesAutres.keys()])]
    .map((quoi) => ({
      quoi,
      avant: lesUns.get(quoi) ?? null,
      apres: lesAutres.get(quoi) ?? null,
    }))
    .filter((ecart) => ecart.avant !== ecart.apres);
}

function lignes(matrice: Matrice, cadre: CadreDeLecture): readonly (readonly [string, string])[] {
  const { types } = cadre;
  const niveau = (axe: AxeMatrice, code: string) =>
    matrice.niveaux[axe].find((un) => un.code === code)?.libelle ?? code;
  const seuils = (axe: AxeMatrice) =>
    matrice.niveaux[axe].map(
      ({ libelle, jusqua }) =>
        [`Seuil « ${libelle} »`, jusqua === null ? "sans fin" : `jusqu’à ${jusqua}`] as const,
    );
  const regles = (moment: "avant" | "apres", mot: string) =>
    matrice[moment].map(
      (regle, rang) =>
        [
          `Règle « ${regle.libelle} »`,
          `${rang + 1}${rang === 0 ? "ʳᵉ" : "ᵉ"} ${mot} la grille. ${siEnMots(regle, cadre)} : ${issueEnMots(regle.alors, types)}`,
        ] as const,
    );
  return [
    ...matrice.poids.map(
      (un) => [`« ${un.libelle} », ${axesEnMots[un.axe]}`, signe(un.poids)] as const,
    ),
    ...seuils("emploi"),
    ...seuils("social"),
    ...matrice.grille.map(
      (cellule) =>
        [
          `« ${niveau("emploi", cellule.emploi)} » et « ${niveau("social", cellule.social)} »`,
          issueEnMots(cellule, types),
        ] as const,
    ),
    ...regles("avant", "avant"),
    ...regles("apres", "après"),
    ["Sans aucune réponse", issueEnMots(matrice.sansReponse, types)] as const,
  ];
}
