/** Stations in columns, from those nobody comes from to those that lead to work. */
export interface Lieu {
  readonly code: string;
  /** 0 for the first column. */
  readonly rang: number;
  /** From −0.5 to 0.5 around the middle of the drawing. */
  readonly ecart: number;
}

export interface Trait {
  readonly de: string;
  readonly vers: string;
  /** Where the line leaves its own row: at once, just before it arrives, or bent around what stands between. */
  readonly detour: "depart" | "arrivee" | "bosse";
}

export interface TraceParcours {
  readonly rangs: number;
  /** Most stations in one column. */
  readonly hauteur: number;
  readonly lieux: readonly Lieu[];
  readonly traits: readonly Trait[];
  /** Where the path ends: from there one leaves for work. */
  readonly fins: readonly string[];
}

interface Passage {
  readonly de: string;
  readonly vers: string;
}

/** Where each station stands, whatever the programme: a passage goes forward, or is drawn back if it makes a loop. */
export function tracerParcours(
  codes: readonly string[],
  passages: readonly Passage[],
): TraceParcours {
  const connus = passages.filter(({ de, vers }) => codes.includes(de) && codes.includes(vers));
  const rangs = rangsDe(codes, connus);
  const colonnes = Map.groupBy(codes, (code) => rangs.get(code) ?? 0);
  const lieux = codes.map((code): Lieu => {
    const rang = rangs.get(code) ?? 0;
    const colonne = colonnes.get(rang) ?? [code];
    return { code, rang, ecart: ecartDe(colonne.indexOf(code), colonne.length) };
  });
  return {
    rangs: Math.max(0, ...rangs.values()) + 1,
    hauteur: Math.max(1, ...[...colonnes.values()].map(({ length }) => length)),
    lieux,
    traits: connus.map((passage) => ({ ...passage, detour: detourDe(passage, lieux) })),
    fins: codes.filter((code) => !connus.some(({ de }) => de === code)),
  };
}

const ecartDe = (place: number, nombre: number): number =>
  nombre === 1 ? 0 : place / (nombre - 1) - 0.5;

/** The longest way from a start; a loop stops it after as many steps as there are stations. */
function rangsDe(
  codes: readonly string[],
  passages: readonly Passage[],
): ReadonlyMap<string, number> {
  const rangs = new Map(codes.map((code) => [code, 0]));
  for (const _ of codes) {
    for (const { de, vers } of passages) {
      const suivant = (rangs.get(de) ?? 0) + 1;
      if (suivant > (rangs.get(vers) ?? 0) && suivant < codes.length) rangs.set(vers, suivant);
    }
  }
  return sansColonneVide(rangs);
}

function sansColonneVide(rangs: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const pris = [...new Set(rangs.values())].toSorted((a, b) => a - b);
  return new Map([...rangs].map(([code, rang]) => [code, pris.indexOf(rang)]));
}

function detourDe({ de, vers }: Passage, lieux: readonly Lieu[]): Trait["detour"] {
  const [depart, arrivee] = [de, vers].map((code) => lieux.find((lieu) => lieu.code === code));
  if (!depart || !arrivee) return "depart";
  const entre = lieux.filter(({ rang }) => rang > depart.rang && rang < arrivee.rang);
  if (!entre.some(({ ecart }) => ecart === arrivee.ecart)) return "depart";
  return entre.some(({ ecart }) => ecart === depart.ecart) ? "bosse" : "arrivee";
}
