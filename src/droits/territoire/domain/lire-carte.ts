import { DomainError } from "#platform/errors/domain-error.ts";
import type { Anneau } from "./contours.ts";

/** Side of the grid the outlines are brought to: finer than a screen shows, coarse enough to stay light. */
const COTE = 1000;

/** Lines of one commune on the grid. */
export interface ContourCommune {
  readonly code: string;
  readonly anneaux: readonly Anneau[];
}

export type Position = readonly [longitude: number, latitude: number];

type Projection = (position: Position) => readonly [x: number, y: number] | null;

/** Gives the projection that fits these places in a square of that side. */
export type Cadrage = (positions: readonly Position[], cote: number) => Projection;

interface Forme {
  readonly code: string;
  readonly polygones: readonly (readonly (readonly Position[])[])[];
}

const CLES = ["code", "insee", "INSEE_COM", "code_insee", "codgeo", "CODGEO", "com_code", "id"];

/**
 * The outlines of the communes of a GeoJSON file, in WGS 84, drawn on the grid. Those of other départements are
 * left out; a file that is not such a map is refused whole.
 * @throws DomainError `carte.illisible`
 */
export function lireCarte(
  texte: string,
  communes: ReadonlySet<string>,
  cadrer: Cadrage,
): readonly ContourCommune[] {
  const formes = formesDe(jsonDe(texte)).filter(({ code }) => communes.has(code));
  if (formes.length === 0) {
    throw illisible(
      "Aucune commune du département n’y est reconnue. Chaque contour doit porter le code INSEE de sa commune, dans « code » ou « insee ».",
    );
  }
  const projeter = cadrer(
    formes.flatMap(({ polygones }) => polygones.flatMap(([exterieur = []]) => exterieur)),
    COTE,
  );
  return formes.map(({ code, polygones }) => ({
    code,
    anneaux: polygones.flatMap(([exterieur = []]) => {
      const anneau = surLaGrille(exterieur, projeter);
      return anneau.length > 2 ? [anneau] : [];
    }),
  }));
}

/** Whole points, those that fall together counted once; the last one, which repeats the first, left out. */
function surLaGrille(positions: readonly Position[], projeter: Projection): Anneau {
  const points: [number, number][] = [];
  for (const position of positions) {
    const projete = projeter(position);
    if (!projete) continue;
    const point: [number, number] = [Math.round(projete[0]), Math.round(projete[1])];
    const avant = points.at(-1);
    if (!avant || avant[0] !== point[0] || avant[1] !== point[1]) points.push(point);
  }
  const [premier] = points;
  const dernier = points.at(-1);
  if (
    points.length > 1 &&
    premier &&
    dernier &&
    premier[0] === dernier[0] &&
    premier[1] === dernier[1]
  ) {
    points.pop();
  }
  return points;
}

function jsonDe(texte: string): unknown {
  try {
    return JSON.parse(texte);
  } catch {
    return null;
  }
}

function formesDe(contenu: unknown): readonly Forme[] {
  const features = champ(contenu, "features");
  if (champ(contenu, "type") !== "FeatureCollection" || !Array.isArray(features)) {
    throw illisible(
      "Ce n’est pas un fichier GeoJSON de communes : on attend une « FeatureCollection », un contour par commune.",
    );
  }
  return features.flatMap((feature: unknown, rang) => {
    const code = codeDe(feature);
    return code === null
      ? []
      : [{ code, polygones: polygonesDe(champ(feature, "geometry"), rang) }];
  });
}

function codeDe(feature: unknown): string | null {
  const proprietes = champ(feature, "properties");
  for (const cle of CLES) {
    const valeur = champ(proprietes, cle);
    if (typeof valeur === "string" && /^\d[\dAB]\d{3}$/u.test(valeur)) return valeur;
  }
  return null;
}

function polygonesDe(geometrie: unknown, rang: number): Forme["polygones"] {
  const coordonnees = champ(geometrie, "coordinates");
  const type = champ(geometrie, "type");
  const polygones = type === "Polygon" ? [coordonnees] : coordonnees;
  const connu = type === "Polygon" || type === "MultiPolygon";
  if (!connu || !Array.isArray(polygones) || !polygones.every(estPolygone)) {
    throw illisible(
      `Le contour n° ${rang + 1} n’est pas un polygone en longitude et latitude (WGS 84).`,
    );
  }
  return polygones;
}

function estPolygone(valeur: unknown): valeur is readonly (readonly Position[])[] {
  return (
    Array.isArray(valeur) &&
    valeur.length > 0 &&
    valeur.every((anneau) => Array.isArray(anneau) && anneau.every(estPosition))
  );
}

function estPosition(valeur: unknown): valeur is Position {
  if (!Array.isArray(valeur)) return false;
  const [x, y] = valeur as unknown[];
  return typeof x === "number" && typeof y === "number" && Math.abs(x) <= 180 && Math.abs(y) <= 90;
}

function champ(valeur: unknown, cle: string): unknown {
  return typeof valeur === "object" && valeur !== null
    ? (valeur as Readonly<Record<string, unknown>>)[cle]
    : undefined;
}

function illisible(message: string): DomainError {
  return new DomainError("carte.illisible", message);
}
