import { DomainError } from "#platform/errors/domain-error.ts";

/** What the pen drew: lines of points, as the tablet gives them. */
export type TraceSignature = readonly (readonly (readonly [x: number, y: number])[])[];

const POINTS_MAX = 5000;
const COTE_MAX = 4000;

/** @throws DomainError `contrat.signature-vide`, `contrat.signature-illisible` */
export function lireTrace(texte: string): TraceSignature {
  const lu = parser(texte);
  if (!estTrace(lu)) {
    throw new DomainError(
      "contrat.signature-illisible",
      "La signature reçue est illisible. Effacez-la et recommencez, ou signez sur papier.",
      { champ: "trace" },
    );
  }
  if (lu.reduce((nombre, trait) => nombre + trait.length, 0) < 2) {
    throw new DomainError(
      "contrat.signature-vide",
      "La signature manque : faites signer dans le cadre, ou choisissez un autre moyen.",
      { champ: "trace" },
    );
  }
  return lu;
}

function parser(texte: string): unknown {
  try {
    return texte === "" ? [] : JSON.parse(texte);
  } catch {
    return null;
  }
}

function estTrace(lu: unknown): lu is TraceSignature {
  if (!Array.isArray(lu)) return false;
  const points = lu.flat();
  return (
    lu.every((trait) => Array.isArray(trait)) &&
    points.length <= POINTS_MAX &&
    points.every(
      (point) =>
        Array.isArray(point) &&
        point.length === 2 &&
        point.every((n) => typeof n === "number" && Number.isFinite(n) && Math.abs(n) <= COTE_MAX),
    )
  );
}

const arrondi = (nombre: number) => Math.round(nombre * 10) / 10;

export interface DessinSignature {
  readonly largeur: number;
  readonly hauteur: number;
  /** One path of SVG. */
  readonly chemin: string;
}

/** The drawing brought back to its own corner, as one path. */
export function dessiner(trace: TraceSignature): DessinSignature {
  const points = trace.flat();
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [gauche, haut] = [Math.min(...xs) - 2, Math.min(...ys) - 2];
  const chemin = trace
    .filter((trait) => trait.length > 0)
    .map((trait) =>
      trait
        .map(
          ([x, y], rang) => `${rang === 0 ? "M" : "L"}${arrondi(x - gauche)} ${arrondi(y - haut)}`,
        )
        .join(""),
    )
    .join("");
  return {
    largeur: arrondi(Math.max(...xs) - gauche + 2),
    hauteur: arrondi(Math.max(...ys) - haut + 2),
    chemin,
  };
}
