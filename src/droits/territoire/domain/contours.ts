/** Closed line on a grid of whole points, its first point not repeated. */
export type Anneau = readonly (readonly [x: number, y: number])[];

type Point = readonly [x: number, y: number];

/**
 * The outline of several shapes that share their borders: an edge between two of them disappears. Points are those
 * of the shapes, so that neighbours stay joined.
 */
export function reunirContours(formes: readonly (readonly Anneau[])[]): readonly Anneau[] {
  const bords = new Map<string, readonly [Point, Point]>();
  for (const anneau of formes.flat()) {
    for (const [de, vers] of aretes(orienter(anneau))) {
      const inverse = cleArete(vers, de);
      if (bords.has(inverse)) bords.delete(inverse);
      else bords.set(cleArete(de, vers), [de, vers]);
    }
  }
  return enchainer(bords);
}

/** Area with its sign: positive when the points turn the way of `orienter`. */
export function aire(anneau: Anneau): number {
  return aretes(anneau).reduce((somme, [[x1, y1], [x2, y2]]) => somme + (x1 * y2 - x2 * y1), 0) / 2;
}

/** All the outer lines turn one way, so that a shared edge is walked both ways. */
function orienter(anneau: Anneau): Anneau {
  return aire(anneau) < 0 ? anneau.toReversed() : anneau;
}

function aretes(anneau: Anneau): readonly (readonly [Point, Point])[] {
  return anneau.flatMap((point, rang) => {
    const suivant = anneau[(rang + 1) % anneau.length];
    return suivant && !meme(point, suivant) ? [[point, suivant] as const] : [];
  });
}

function enchainer(bords: Map<string, readonly [Point, Point]>): readonly Anneau[] {
  const departs = new Map<string, (readonly [Point, Point])[]>();
  for (const bord of bords.values()) {
    const cle = clePoint(bord[0]);
    departs.set(cle, [...(departs.get(cle) ?? []), bord]);
  }
  const anneaux: Anneau[] = [];
  for (const premier of bords.values()) {
    const anneau = suivre(premier, departs);
    if (anneau.length > 2) anneaux.push(anneau);
  }
  return anneaux;
}

/** Walks the edges not walked yet, back to where it started. */
function suivre(
  premier: readonly [Point, Point],
  departs: Map<string, (readonly [Point, Point])[]>,
): Anneau {
  const anneau: Point[] = [];
  let bord: readonly [Point, Point] | undefined = prendre(departs, premier[0], premier);
  while (bord) {
    anneau.push(bord[0]);
    bord = prendre(departs, bord[1], null);
  }
  return anneau;
}

function prendre(
  departs: Map<string, (readonly [Point, Point])[]>,
  point: Point,
  voulu: readonly [Point, Point] | null,
): readonly [Point, Point] | undefined {
  const possibles = departs.get(clePoint(point)) ?? [];
  const rang = voulu === null ? 0 : possibles.indexOf(voulu);
  return rang < 0 ? undefined : possibles.splice(rang, 1)[0];
}

function clePoint([x, y]: Point): string {
  return `${x},${y}`;
}

function cleArete(de: Point, vers: Point): string {
  return `${clePoint(de)} ${clePoint(vers)}`;
}

function meme([x1, y1]: Point, [x2, y2]: Point): boolean {
  return x1 === x2 && y1 === y2;
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
  const [x, y] = aretes(plusGrand).reduce<[number, number]>(
    ([sx, sy], [[x1, y1], [x2, y2]]) => {
      const croix = x1 * y2 - x2 * y1;
      return [sx + (x1 + x2) * croix, sy + (y1 + y2) * croix];
    },
    [0, 0],
  );
  return [Math.round(x / (6 * surface)), Math.round(y / (6 * surface))];
}
