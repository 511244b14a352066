import type { PersonnePresente } from "#droits/dossier";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { inscriptionGeneralisee } from "#referentiels/national/completude.ts";
import { marquerTransmises } from "../db/propositions.ts";
import { exigerAAccompagner } from "../domain/decider.ts";
import { passer } from "../domain/etapes.ts";
import { transmettreInput } from "../schemas.ts";
import { cadreDuJour, tenirAJour } from "./cadre.ts";
import { jugerChacune, type RefusDuLot, tenirLeLot } from "./lot.ts";

interface Transmission {
  readonly transmises: number;
  readonly refusees: readonly RefusDuLot[];
}

/** « Transmettre les dossiers au RTILE pour décision »: complete files only, when the circuit asks for it. */
export const transmettrePropositions = defineUseCase({
  name: "orientation.transmettre",
  input: transmettreInput,
  droit: "orientation:transmettre",
  nature: "ecriture",
  trace: ({ propositions }, { transmises, refusees }: Transmission) => ({
    objet: "proposition",
    details: { demandees: propositions.length, transmises, refusees: refusees.length },
  }),
  async run(context, { propositions: ids }): Promise<Transmission> {
    const {
      le,
      regle: { circuit },
      referentiel,
    } = cadreDuJour(context);
    const pieces = new Map(
      referentiel.completude.map(({ code, libelle }) => [code, libelle] as const),
    );
    const lot = await tenirLeLot(context, ids);
    const { bonnes, refusees } = jugerChacune(ids, lot, ({ proposition, present }) => {
      passer(proposition.etape, "transmettre", circuit);
      exigerAAccompagner(present);
      if (circuit.dossierCompletExige) exigerComplet(present, pieces);
      return proposition;
    });
    await marquerTransmises(
      context.tx,
      bonnes.map(({ id }) => id),
      { le, par: context.agent.id },
    );
    await tenirAJour(
      context,
      bonnes.map(({ personneId }) => personneId),
    );
    return { transmises: bonnes.length, refusees };
  },
});

/**
 * France Travail registers her by itself (Code du travail, L5411-1, 2°): a number it has not sent yet is not a piece
 * the département can claim, nor a reason to make her wait.
 */
const sansAttendre: ReadonlySet<string> = new Set([inscriptionGeneralisee.code]);

function exigerComplet(present: PersonnePresente, pieces: ReadonlyMap<string, string>): void {
  const manquants = present.manquants.filter((code) => !sansAttendre.has(code));
  if (manquants.length === 0) return;
  throw new DomainError(
    "proposition.dossier-incomplet",
    `Il manque au dossier : ${manquants.map((code) => pieces.get(code) ?? code).join(", ")}. Complétez-le avant de le transmettre.`,
    { manquants },
  );
}
