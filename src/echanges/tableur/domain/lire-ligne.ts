import type { NatureSortie } from "#commun/referentiel";
import { type Champ, type Correspondance, champs, cleEntete } from "./champs.ts";
import { lireJour } from "./dates.ts";

/** One stay as a line of a spreadsheet says it. */
export interface SejourEcrit {
  /** Line of the file, the header being the first. */
  readonly ligne: number;
  readonly actionId: number;
  readonly personne: {
    readonly nom: string;
    readonly prenom: string;
    readonly dateNaissance: string | null;
    readonly numeroDemande: string | null;
  };
  readonly entreLe: string;
  /** Proofs shown on the day of entry. */
  readonly contratLe: string | null;
  readonly attestationLe: string | null;
  readonly sortie: {
    readonly le: string;
    readonly nature: NatureSortie;
    readonly debut: string | null;
    readonly fin: string | null;
    readonly employeur: string | null;
    readonly siae: boolean;
  } | null;
}

/** What is known of the file: what each column holds, and what its own words mean. */
export interface Lexique {
  readonly entetes: readonly string[];
  readonly correspondance: Correspondance;
  /** Every line is of this action; `null` reads it in its column. */
  readonly actionId: number | null;
  readonly actionNommee: (valeur: string) => number | null;
  readonly natureNommee: (valeur: string) => NatureSortie | null;
  /** What to do about a word of exit that says nothing, where nobody can be asked. */
  readonly conseil?: string;
}

/** The stay of a line, or every reason why it cannot be read. */
export function lireLigne(
  ligne: number,
  cellules: readonly string[],
  lexique: Lexique,
): SejourEcrit | { readonly refus: readonly string[] } {
  const refus: string[] = [];
  const lire = cellulesParChamp(cellules, lexique);
  const date = (champ: Champ): string | null => {
    const ecrite = lire(champ);
    const jour = ecrite === "" ? null : lireJour(ecrite);
    if (ecrite !== "" && jour === null) {
      refus.push(`« ${ecrite} » n’est pas une date (${champs[champ].libelle}).`);
    }
    return jour;
  };
  const personne = {
    nom: lire("nom"),
    prenom: lire("prenom"),
    dateNaissance: date("date-naissance"),
    numeroDemande: lire("numero-demande") || null,
  };
  refus.push(...personneIncomplete(personne, lire("date-naissance")));
  const entreLe = date("entree");
  if (lire("entree") === "") refus.push("La date d’entrée est vide.");
  const actionId = lexique.actionId ?? lexique.actionNommee(lire("action"));
  if (actionId === null) {
    refus.push(
      lire("action") === ""
        ? "L’action est vide."
        : `« ${lire("action")} » n’est aucune de vos actions : dites laquelle c’est, une fois pour toutes.`,
    );
  }
  const preuves = { contratLe: date("contrat"), attestationLe: date("attestation") };
  const sortie = lireSortie(lire, date, lexique, refus);
  if (refus.length > 0 || entreLe === null || actionId === null) return { refus };
  return { ligne, actionId, personne, entreLe, ...preuves, sortie };
}

function lireSortie(
  lire: (champ: Champ) => string,
  date: (champ: Champ) => string | null,
  { natureNommee, conseil = "dites ce que c’est, une fois pour toutes" }: Lexique,
  refus: string[],
): SejourEcrit["sortie"] {
  const le = date("sortie");
  const dite = lire("nature-sortie");
  if (lire("sortie") === "") {
    if (dite !== "") refus.push(`La sortie « ${dite} » n’a pas de date.`);
    return null;
  }
  const nature = natureNommee(dite);
  if (dite === "") refus.push("La nature de la sortie est vide.");
  else if (nature === null) {
    refus.push(`« ${dite} » n’est pas une nature de sortie connue : ${conseil}.`);
  }
  const contrat = {
    debut: date("debut-contrat"),
    fin: date("fin-contrat"),
    employeur: lire("employeur") || null,
    siae: /^(?:oui|o|x|1|vrai|true)$/iu.test(lire("siae")),
  };
  return le === null || nature === null ? null : { le, nature, ...contrat };
}

function personneIncomplete(
  { nom, prenom, dateNaissance, numeroDemande }: SejourEcrit["personne"],
  naissanceEcrite: string,
): readonly string[] {
  if (numeroDemande !== null) return [];
  return [
    ...(nom === "" ? ["Le nom est vide."] : []),
    ...(prenom === "" ? ["Le prénom est vide."] : []),
    ...(dateNaissance === null && naissanceEcrite === ""
      ? ["La date de naissance est vide : sans elle, deux homonymes seraient confondus."]
      : []),
  ];
}

function cellulesParChamp(
  cellules: readonly string[],
  { entetes, correspondance }: Lexique,
): (champ: Champ) => string {
  const rangs = new Map<Champ, number>();
  for (const [rang, entete] of entetes.entries()) {
    const champ = correspondance[cleEntete(entete)] ?? null;
    if (champ !== null && !rangs.has(champ)) rangs.set(champ, rang);
  }
  return (champ) => {
    const rang = rangs.get(champ);
    return rang === undefined ? "" : (cellules[rang] ?? "").trim();
  };
}
