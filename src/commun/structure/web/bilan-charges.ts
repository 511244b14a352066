import type { State } from "#platform/ui/tone.ts";
import type { Charges } from "./ports.ts";

export interface Charge {
  readonly suivies: number;
  readonly franceTravail: number;
  readonly visibles: number;
  readonly attendues: number;
  readonly places: number | null;
}

interface TypeOffert {
  readonly type: string;
  readonly places: number | null;
}

const PERSONNE = { suivies: 0, franceTravail: 0, visibles: 0, attendues: 0 };

export function chargeDuType(
  { structures }: Charges,
  structureId: number,
  { type, places }: TypeOffert,
): Charge {
  const connue = structures.find((une) => une.structureId === structureId && une.type === type);
  return { ...(connue ?? PERSONNE), places };
}

export function chargeDuReferent(
  { referents }: Charges,
  { id, places }: { readonly id: number; readonly places: number | null },
): Charge {
  const connue = referents.find((un) => un.referentId === id);
  return { ...(connue ?? PERSONNE), places };
}

/** Of a structure: all its persons; its places, unless one of its types has no limit. */
export function chargeDeLaStructure(
  charges: Charges,
  structureId: number,
  types: readonly TypeOffert[],
): Charge {
  const siennes = charges.structures.filter((une) => une.structureId === structureId);
  const somme = (cle: keyof typeof PERSONNE) => siennes.reduce((total, une) => total + une[cle], 0);
  const illimite = types.length === 0 || types.some(({ places }) => places === null);
  return {
    suivies: somme("suivies"),
    franceTravail: somme("franceTravail"),
    visibles: somme("visibles"),
    attendues: somme("attendues"),
    places: illimite ? null : types.reduce((total, { places }) => total + (places ?? 0), 0),
  };
}

/** Full, nearly full, or with room. */
export function tonDeCharge({ suivies, places }: Pick<Charge, "suivies" | "places">): State {
  if (places === null) return "neutral";
  if (suivies >= places) return "late";
  return suivies >= places * 0.9 ? "soon" : "ok";
}
