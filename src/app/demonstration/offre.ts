import type { Circuit } from "./circuit.ts";
import { prescrireLesActions } from "./offre/prescriptions.ts";
import { remplirLAnnuaire } from "./offre/ressources.ts";
import { rendreLesMois } from "./offre/restitutions.ts";
import { tenirLesSeances } from "./offre/seances.ts";
import { vivreDansLesActions } from "./offre/sejours.ts";

/** What happens in the actions of a département, in the order in which it happens. */
const suites: readonly ((circuit: Circuit) => Promise<void>)[] = [
  vivreDansLesActions,
  prescrireLesActions,
  tenirLesSeances,
  remplirLAnnuaire,
  rendreLesMois,
];

/** The actions are opened with the network; who was in them, and what was said of it, is told once, on the last file. */
export async function monterLOffre(circuit: Circuit): Promise<void> {
  if (!circuit.dernier) return;
  for (const suite of suites) await suite(circuit);
}
