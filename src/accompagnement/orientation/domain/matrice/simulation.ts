import type { Dominante } from "#commun/referentiel";
import type { PropositionMatrice } from "./proposition.ts";

/** What one matrix gives to one person: the proposal, and the structure that would take it. */
interface Placee {
  readonly personneId: number;
  readonly structureId: number | null;
  readonly explication: Omit<PropositionMatrice, "version">;
}

export interface Passage {
  readonly de: string;
  readonly vers: string;
  readonly nombre: number;
}

export interface ChargeSimulee {
  readonly structureId: number | null;
  readonly avant: number;
  readonly apres: number;
}

export interface Changement {
  readonly personneId: number;
  readonly de: string;
  readonly vers: string;
  readonly avant: Placee["explication"];
  readonly apres: Placee["explication"];
}

export interface Simulation {
  readonly personnes: number;
  readonly changements: readonly Changement[];
  /** From a type to a type, those that do not change too. */
  readonly passages: readonly Passage[];
  readonly dominantes: Readonly<Record<Dominante, Omit<ChargeSimulee, "structureId">>>;
  /** The largest first; `null` is who no structure takes. */
  readonly structures: readonly ChargeSimulee[];
}

/** Two matrices asked of the same persons, in the same order, each from empty structures. */
export function comparerPlacements(avant: readonly Placee[], apres: readonly Placee[]): Simulation {
  const passages = new Map<string, Passage>();
  const structures = new Map<number | null, ChargeSimulee>();
  const dominantes = {
    emploi: { avant: 0, apres: 0 },
    "socio-professionnelle": { avant: 0, apres: 0 },
    sociale: { avant: 0, apres: 0 },
  };
  const changements: Changement[] = [];
  for (const [rang, une] of avant.entries()) {
    const autre = apres[rang];
    if (autre === undefined) continue;
    const [de, vers] = [typeDe(une), typeDe(autre)];
    const cle = `${de} ${vers}`;
    passages.set(cle, { de, vers, nombre: (passages.get(cle)?.nombre ?? 0) + 1 });
    charger(structures, une.structureId, "avant");
    charger(structures, autre.structureId, "apres");
    dominantes[une.explication.dominante].avant += 1;
    dominantes[autre.explication.dominante].apres += 1;
    if (de !== vers) {
      const { personneId } = une;
      changements.push({ personneId, de, vers, avant: une.explication, apres: autre.explication });
    }
  }
  return {
    personnes: avant.length,
    changements,
    passages: [...passages.values()].toSorted((a, b) => b.nombre - a.nombre),
    dominantes,
    structures: [...structures.values()].toSorted((a, b) => b.apres - a.apres || b.avant - a.avant),
  };
}

/** A type is always named when the référentiel has one for the dominante. */
function typeDe({ explication }: Placee): string {
  return explication.type ?? explication.dominante;
}

function charger(
  structures: Map<number | null, ChargeSimulee>,
  structureId: number | null,
  cote: "avant" | "apres",
): void {
  const connue = structures.get(structureId) ?? { structureId, avant: 0, apres: 0 };
  structures.set(structureId, { ...connue, [cote]: connue[cote] + 1 });
}
