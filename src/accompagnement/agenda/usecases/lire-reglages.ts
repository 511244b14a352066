import { ajouterMois } from "#commun/echeance";
import type { MotifRendezVous } from "#commun/referentiel";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { structureInput } from "../schemas.ts";
import { cadreDuJour, exigerStructure, type MoyensAgenda, moyensDe, type Nomme } from "./cadre.ts";

export interface ReglagesLus extends MoyensAgenda {
  readonly structure: Nomme;
  readonly aujourdhui: string;
  readonly motifs: readonly MotifRendezVous[];
}

/** Places, hours, permanences and team of one structure, today and for the year to come. */
export const lireReglages = defineUseCase({
  name: "agenda.lire-reglages",
  input: structureInput,
  droit: "agenda:ouvrir",
  nature: "lecture",
  trace: null,
  async run(context, { structureId }): Promise<ReglagesLus> {
    const structure = await exigerStructure(context, structureId);
    const { le, regle } = cadreDuJour(context);
    const fenetre = { debut: le, fin: ajouterMois(le, 12) };
    const moyens = await moyensDe(context, [structure.id], fenetre);
    return { ...moyens, structure, aujourdhui: le, motifs: regle.motifs };
  },
});
