import type { AgendaLu } from "../usecases/lire-agenda.ts";
import { adresse } from "./mots.tsx";

/** The same agenda, seen otherwise. */
export function versVue(
  { structure, referentId, vue, jour }: AgendaLu,
  autrement: {
    readonly vue?: string;
    readonly jour?: string;
    readonly referent?: number | null;
  },
): string {
  return adresse("/agenda", {
    structure: structure?.id,
    vue: autrement.vue ?? vue,
    jour: autrement.jour ?? jour,
    referent: autrement.referent === undefined ? referentId : autrement.referent,
  });
}
