import { nomsOperateur, type TrouverAction } from "./actions-nommees.ts";
import { lireJour, lireMois } from "./dates.ts";
import { celluleNommee, type Feuille } from "./feuille.ts";

/** What a column of a file of returns may hold. */
const colonnes = {
  action: { libelle: "Action", noms: ["action", "intitule action", "numero action"] },
  operateur: { libelle: "Opérateur", noms: nomsOperateur },
  mois: { libelle: "Mois", noms: ["mois", "periode"] },
  transmise: {
    libelle: "Transmise le",
    noms: ["transmise le", "transmise", "date de transmission"],
  },
  acceptee: { libelle: "Acceptée le", noms: ["acceptee le", "acceptee", "date d acceptation"] },
  neant: { libelle: "Néant", noms: ["neant", "etat neant"] },
  fin: {
    libelle: "Présents en fin de mois",
    noms: ["presents en fin de mois", "presents", "fin de mois"],
  },
  commentaire: { libelle: "Commentaire", noms: ["commentaire", "commentaires", "observations"] },
} as const;

type Colonne = keyof typeof colonnes;

const obligatoires = ["action", "mois", "transmise"] as const;

export interface RestitutionEcrite {
  readonly actionId: number;
  readonly mois: string;
  readonly transmiseLe: string;
  readonly accepteeLe: string | null;
  readonly neant: boolean;
  readonly fin: number | null;
  readonly commentaire: string;
}

/** Titles without which no line can be read, that the file has not. */
export function colonnesAbsentes({ entetes }: Feuille): readonly string[] {
  return obligatoires
    .filter((cle) => celluleNommee(entetes, colonnes[cle].noms)(entetes) === "")
    .map((cle) => colonnes[cle].libelle);
}

/** The return of a line, or every reason why it cannot be read. */
export function lecteurDeRestitutions({ entetes }: Feuille, trouver: TrouverAction) {
  const lecteurs = new Map(
    Object.entries(colonnes).map(([cle, { noms }]) => [cle, celluleNommee(entetes, noms)]),
  );
  return (
    cellules: readonly string[],
  ): RestitutionEcrite | { readonly refus: readonly string[] } => {
    const dire = (cle: Colonne) => lecteurs.get(cle)?.(cellules) ?? "";
    const refus: string[] = [];
    const lire = <Valeur>(
      cle: Colonne,
      comprendre: (ecrit: string) => Valeur | null,
      faute: (ecrit: string) => string,
    ): Valeur | null => {
      const ecrit = dire(cle);
      const valeur = ecrit === "" ? null : comprendre(ecrit);
      if (ecrit !== "" && valeur === null) refus.push(faute(`« ${ecrit} »`));
      return valeur;
    };
    const jour = (cle: Colonne) =>
      lire(cle, lireJour, (ecrit) => `${ecrit} n’est pas une date (${colonnes[cle].libelle}).`);
    const action = trouver(dire("action"), dire("operateur"));
    if ("refus" in action) refus.push(action.refus);
    const mois = lire(
      "mois",
      lireMois,
      (ecrit) => `${ecrit} n’est pas un mois (Mois) : écrivez 2026-10.`,
    );
    const transmiseLe = jour("transmise");
    const accepteeLe = jour("acceptee");
    const neant = lire("neant", lireOui, (ecrit) => `${ecrit} ne dit ni oui ni non (Néant).`);
    const fin = lire(
      "fin",
      lireNombre,
      (ecrit) => `${ecrit} n’est pas un nombre (${colonnes.fin.libelle}).`,
    );
    if (dire("mois") === "") refus.push("Le mois est vide.");
    if (dire("transmise") === "") refus.push("Le jour de la transmission est vide.");
    if (refus.length > 0 || "refus" in action || mois === null || transmiseLe === null) {
      return { refus };
    }
    const commentaire = dire("commentaire");
    return {
      ...{ actionId: action.id, mois, transmiseLe, accepteeLe },
      ...{ neant: neant ?? false, fin, commentaire },
    };
  };
}

function lireOui(ecrit: string): boolean | null {
  if (/^(?:oui|o|x|1|vrai|true|neant|néant)$/iu.test(ecrit)) return true;
  return /^(?:non|n|0|faux|false)$/iu.test(ecrit) ? false : null;
}

const lireNombre = (ecrit: string): number | null =>
  /^\d{1,6}$/u.test(ecrit) ? Number(ecrit) : null;
