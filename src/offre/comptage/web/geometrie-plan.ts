import type { TraceParcours, Trait } from "../domain/trace-parcours.ts";

/** Where a drawing of the path puts things: along its main axis, then across it. */
export interface Geometrie {
  readonly sens: "haut" | "large";
  /** Where the drawing begins: a line that goes around may pass beyond the stations. */
  readonly debut: readonly [x: number, y: number];
  readonly largeur: number;
  readonly hauteur: number;
  readonly rayon: number;
  point(code: string): readonly [x: number, y: number];
  /** Where one arrives after the last stations. */
  readonly arrivee: readonly [x: number, y: number];
  chemin(trait: Trait): string;
  cheminVersArrivee(code: string): string;
  /** Where the count of a line is written. */
  milieu(trait: Trait): readonly [x: number, y: number];
}

type Couple = readonly [long: number, large: number];

const RAYON = 42;
const PAS = 206;
const GAUCHE = 96;
const ECART = 316;
const HAUT = 78;
const SOUS = 138;

/** From left to right: a column for each step of the path. */
export function enLargeur(trace: TraceParcours): Geometrie {
  const milieu = HAUT + (trace.hauteur > 1 ? ECART / 2 : 0);
  const places = new Map(
    trace.lieux.map(({ code, rang, ecart }): [string, Couple] => [
      code,
      [GAUCHE + rang * PAS, milieu + ecart * ECART],
    ]),
  );
  const fin: Couple = [GAUCHE + trace.rangs * PAS - 10, milieu];
  const lignes = tracer(places, fin, { pas: PAS, bosse: BOSSE }, (long, large) => [long, large]);
  const sommet = Math.min(0, ...trace.traits.map((trait) => lignes.milieu(trait)[1] - MARGE));
  return {
    sens: "large",
    debut: [0, sommet],
    largeur: GAUCHE + trace.rangs * PAS + 70,
    hauteur: milieu + (trace.hauteur > 1 ? ECART / 2 : 0) + SOUS - sommet,
    rayon: RAYON,
    ...lignes,
  };
}

const LIGNE = 132;
const TETE = 54;
const TRAVERS = 56;
const CENTRE = 100;

/** From top to bottom: a row for each station, its words on the right. */
export function enHauteur(trace: TraceParcours): Geometrie {
  const ordre = trace.lieux.toSorted((a, b) => a.rang - b.rang || a.ecart - b.ecart);
  const places = new Map(
    ordre.map(({ code, ecart }, rang): [string, Couple] => [
      code,
      [TETE + rang * LIGNE, CENTRE + Math.sign(ecart) * TRAVERS],
    ]),
  );
  const fin: Couple = [TETE + ordre.length * LIGNE - 26, CENTRE];
  const allure = { pas: LIGNE, bosse: BOSSE_EN_HAUTEUR };
  const lignes = tracer(places, fin, allure, (long, large) => [large, long]);
  const gauche = Math.min(0, ...trace.traits.map((trait) => lignes.milieu(trait)[0] - MARGE));
  return {
    sens: "haut",
    debut: [gauche, 0],
    largeur: 400 - gauche,
    hauteur: TETE + ordre.length * LIGNE + 14,
    rayon: 36,
    ...lignes,
  };
}

function tracer(
  places: ReadonlyMap<string, Couple>,
  fin: Couple,
  { pas, bosse }: Allure,
  poser: (long: number, large: number) => readonly [number, number],
): Pick<Geometrie, "arrivee" | "chemin" | "cheminVersArrivee" | "milieu" | "point"> {
  const de = (code: string): Couple => places.get(code) ?? [0, 0];
  const ecrire = (couples: readonly Couple[]) =>
    couples.map(([long, large]) => poser(long, large).map(arrondir).join(",")).join(" ");
  const relier = (a: Couple, b: Couple, detour: Trait["detour"]): string => {
    const [debut, courbe, suite] = segments(a, b, detour, { pas, bosse });
    return `M${ecrire([a])}L${ecrire([debut])}C${ecrire(courbe)}L${ecrire([suite])}`;
  };
  return {
    point: (code) => poser(...de(code)),
    arrivee: poser(...fin),
    chemin: ({ de: depart, vers, detour }) => relier(de(depart), de(vers), detour),
    cheminVersArrivee: (code) => relier(de(code), fin, "depart"),
    milieu: ({ de: depart, vers, detour }) =>
      poser(...milieuDe(de(depart), de(vers), detour, { pas, bosse })),
  };
}

const arrondir = (valeur: number): number => Math.round(valeur * 10) / 10;

/** The length of a step, and how far a line that must go around stands from the straight one. */
interface Allure {
  readonly pas: number;
  readonly bosse: number;
}

const BOSSE = 150;
const BOSSE_EN_HAUTEUR = 96;
/** Half the room of a count written on a line. */
const MARGE = 28;

function segments(
  a: Couple,
  b: Couple,
  detour: Trait["detour"],
  { pas, bosse }: Allure,
): readonly [debut: Couple, courbe: readonly Couple[], suite: Couple] {
  if (detour === "bosse") {
    const tiers = (b[0] - a[0]) / 3;
    return [a, [[a[0] + tiers, a[1] - bosse], [b[0] - tiers, b[1] - bosse], b], b];
  }
  const court = Math.min(pas, b[0] - a[0]);
  const debut: Couple = detour === "arrivee" ? [b[0] - court, a[1]] : a;
  const fin: Couple = detour === "arrivee" ? b : [a[0] + court, b[1]];
  const milieu = (debut[0] + fin[0]) / 2;
  return [debut, [[milieu, debut[1]], [milieu, fin[1]], fin], b];
}

function milieuDe(a: Couple, b: Couple, detour: Trait["detour"], { pas, bosse }: Allure): Couple {
  const milieu = (a[0] + b[0]) / 2;
  if (detour === "bosse") return [milieu, (a[1] + b[1]) / 2 - bosse * 0.75];
  if (b[0] - a[0] <= pas) return [milieu, (a[1] + b[1]) / 2];
  return detour === "arrivee" ? [a[0] + pas * 0.6, a[1]] : [b[0] - pas * 0.6, b[1]];
}
