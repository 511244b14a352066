import { rangDuJour } from "./mois.ts";

/** A stay seen from the path: which axis it was in, and when. */
export interface EtapeDeParcours {
  readonly sejourId: number;
  readonly personneId: number;
  readonly axe: string;
  readonly entreLe: string;
  readonly sortiLe: string | null;
}

/** Who left an axis, and where she went next. `vers` is null when nothing followed within the delay. */
interface Passerelle {
  readonly de: string;
  readonly vers: string | null;
  readonly sejours: readonly number[];
}

/**
 * What followed each exit of the period: the first entry after the entry into the stay she leaves, and no later than
 * so many days after her exit. A stay begun beside the first one is a passage too: the sheets of the social axis ask
 * to keep following her who enters another action (R156).
 */
export function passerelles(
  etapes: readonly EtapeDeParcours[],
  periode: { readonly du: string; readonly au: string },
  delai: number,
): readonly Passerelle[] {
  const parPersonne = Map.groupBy(
    etapes.toSorted((a, b) =>
      a.entreLe < b.entreLe ? -1 : a.entreLe > b.entreLe ? 1 : a.sejourId - b.sejourId,
    ),
    ({ personneId }) => personneId,
  );
  const lignes = new Map<string, { de: string; vers: string | null; sejours: number[] }>();
  for (const siennes of parPersonne.values()) {
    for (const [rang, etape] of siennes.entries()) {
      if (!sortieDans(etape, periode)) continue;
      const vers = suiteDe(etape, siennes.slice(rang + 1), delai);
      const cle = `${etape.axe} ${vers ?? ""}`;
      const ligne = lignes.get(cle) ?? { de: etape.axe, vers, sejours: [] };
      ligne.sejours.push(etape.sejourId);
      lignes.set(cle, ligne);
    }
  }
  return [...lignes.values()];
}

const sortieDans = (
  { sortiLe }: EtapeDeParcours,
  { du, au }: { readonly du: string; readonly au: string },
): boolean => sortiLe !== null && sortiLe >= du && sortiLe <= au;

/** Another axis first; the same axis again when no other follows. */
function suiteDe(
  { axe, sortiLe }: EtapeDeParcours,
  suivantes: readonly EtapeDeParcours[],
  delai: number,
): string | null {
  const limite = rangDuJour(sortiLe ?? "") + delai;
  const aTemps = suivantes.filter(({ entreLe }) => rangDuJour(entreLe) <= limite);
  return (aTemps.find((autre) => autre.axe !== axe) ?? aTemps[0])?.axe ?? null;
}
