import type { Matrice, RegleMatrice } from "#commun/referentiel";
import { champs } from "./noms.ts";

type Valeurs = Readonly<Record<string, string>>;

/** A rule with the rank typed for it; `null` when it is to be taken away. */
interface RegleRangee {
  readonly regle: RegleMatrice;
  readonly rang: number | null;
}

/** The rules in the order typed, those taken away last. */
export function rangerRegles(
  regles: readonly RegleMatrice[],
  valeurs: Valeurs,
): readonly RegleRangee[] {
  return regles
    .map((regle, place) => ({ regle, rang: rangDe(valeurs[champs.rang(regle.code)], place + 1) }))
    .toSorted((a, b) => (a.rang ?? Number.POSITIVE_INFINITY) - (b.rang ?? Number.POSITIVE_INFINITY))
    .map(({ regle, rang }, place) => ({ regle, rang: rang === null ? null : place + 1 }));
}

function rangDe(ecrit: string | undefined, sinon: number): number | null {
  if (ecrit === undefined) return sinon;
  return ecrit.trim() === "" ? null : Number(ecrit) || sinon;
}

/** `monter:CODE`, `descendre:CODE`, `retirer:CODE`, `garder:CODE`; `null` for what is no gesture. */
export function gesteRegle(
  { avant, apres }: Matrice,
  valeurs: Valeurs,
  geste: string,
): Valeurs | null {
  const [nom = "", code = ""] = geste.split(":");
  const regles = [avant, apres].find((unes) => unes.some((regle) => regle.code === code));
  const deplacer = gestes[nom];
  if (regles === undefined || deplacer === undefined) return null;
  const rangees = rangerRegles(regles, valeurs);
  const place = rangees.findIndex(({ regle }) => regle.code === code);
  const rangs = deplacer(rangees, place).map(
    ({ regle, rang }, ici) =>
      [champs.rang(regle.code), rang === null ? "" : String(ici + 1)] as const,
  );
  return { ...valeurs, ...Object.fromEntries(rangs) };
}

type Deplacement = (rangees: readonly RegleRangee[], place: number) => readonly RegleRangee[];

const gestes: Readonly<Record<string, Deplacement>> = {
  monter: (rangees, place) => echanger(rangees, place - 1),
  descendre: echanger,
  retirer: (rangees, place) => avecRang(rangees, place, null),
  garder: (rangees, place) => avecRang(rangees, place, place + 1),
};

/** This one and the next change places. */
function echanger(rangees: readonly RegleRangee[], place: number): readonly RegleRangee[] {
  const [une, autre] = [rangees[place], rangees[place + 1]];
  if (une === undefined || autre === undefined) return rangees;
  return rangees.toSpliced(place, 2, autre, une);
}

function avecRang(
  rangees: readonly RegleRangee[],
  place: number,
  rang: number | null,
): readonly RegleRangee[] {
  return rangees.map((une, ici) => (ici === place ? { ...une, rang } : une));
}
