/** Closed line on a grid of whole points, its first point not repeated. */
export type Anneau = readonly (readonly [x: number, y: number])[];

type Point = readonly [x: number, y: number];

/** Wider than the grid: a point, then an edge, is one whole number. */
const LARGEUR = 4096;
const POINTS = LARGEUR * LARGEUR;

/**
 * The outline of several shapes that share their borders: an edge between two of them disappears. Points are those
 * of the shapes, so that neighbours stay joined.
 */
export function reunirContours(formes: readonly (readonly Anneau[])[]): readonly Anneau[] {
  const bords = new Set<number>();
  for (const anneau of formes.flat()) {
    const tour = orienter(anneau).map(([x, y]) => x * LARGEUR + y);
    for (const [rang, de] of tour.entries()) {
      const vers = tour[(rang + 1) % tour.length] ?? de;
      if (vers !== de && !bords.delete(vers * POINTS + de)) bords.add(de * POINTS + vers);
    }
  }
  return enchainer(bords);
}

/** All the outer lines turn one way, so that a shared edge is walked both ways. */
function orienter(anneau: Anneau): Anneau {
  return aire(anneau) < 0 ? anneau.toReversed() : anneau;
}

/** Area with its sign: positive when the points turn the way of `orienter`. */
export function aire(anneau: Anneau): number {
  let somme = 0;
  for (const [rang, [x1, y1]] of anneau.entries()) {
    const [x2, y2] = anneau[(rang + 1) % anneau.length] ?? [x1, y1];
    somme += x1 * y2 - x2 * y1;
  }
  return somme / 2;
}

function enchainer(bords: ReadonlySet<number>): readonly Anneau[] {
  const suites = new Map<number, number[]>();
  for (const bord of bords) {
    const de = Math.floor(bord / POINTS);
    const suivants = suites.get(de);
    if (suivants) suivants.push(bord % POINTS);
    else suites.set(de, [bord % POINTS]);
  }
  const anneaux: Anneau[] = [];
  for (const [depart, suivants] of suites) {
    while (suivants.length > 0) {
      const anneau = suivre(depart, suites);
      if (anneau.length > 2) anneaux.push(anneau);
    }
  }
  return anneaux;
}

/** Walks the edges not walked yet, until none goes on. */
function suivre(depart: number, suites: ReadonlyMap<number, number[]>): Anneau {
  const anneau: Point[] = [];
  let ici = depart;
  for (let vers = suites.get(ici)?.pop(); vers !== undefined; vers = suites.get(ici)?.pop()) {
    anneau.push([Math.floor(ici / LARGEUR), ici % LARGEUR]);
    ici = vers;
  }
  return anneau;
}

/** As an SVG path reads it. */
export function cheminDe(anneaux: readonly Anneau[]): string {
  return anneaux.map((anneau) => `M${anneau.map(([x, y]) => `${x},${y}`).join("L")}Z`).join("");
}

/** Where to write the name of a shape: the middle of its largest outline. */
export function milieuDe(anneaux: readonly Anneau[]): Point {
  const plusGrand = anneaux.toSorted((a, b) => Math.abs(aire(b)) - Math.abs(aire(a)))[0] ?? [];
  const surface = aire(plusGrand);
  if (surface === 0) return plusGrand[0] ?? [0, 0];
  let [sx, sy] = [0, 0];
  for (const [rang, [x1, y1]] of plusGrand.entries()) {
    const [x2, y2] = plusGrand[(rang + 1) % plusGrand.length] ?? [x1, y1];
    const croix = x1 * y2 - x2 * y1;
    sx += (x1 + x2) * croix;
    sy += (y1 + y2) * croix;
  }
  return [Math.round(sx / (6 * surface)), Math.round(sy / (6 * surface))];
}
