import type { z } from "zod";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { inscrireRendezVous } from "../db/rendez-vous.ts";
import { prendreRendezVousInput } from "../schemas.ts";
import { cadreDuJour, exigerPersonnes, exigerStructure, motifDe, refusDeSaisie } from "./cadre.ts";
import { rendezVousPris } from "./faits.ts";
import { momentEnMots } from "./moments.ts";
import { relire } from "./relire.ts";
import { suivreRendezVous } from "./suivre.ts";
import { refuserConflits, verifierTemps } from "./verifier.ts";

type Saisie = z.output<typeof prendreRendezVousInput>;

/** A meeting is taken: at an hour to come, worked and open, with nobody elsewhere at that time. */
export const prendreRendezVous = defineUseCase({
  name: "agenda.prendre-rendez-vous",
  input: prendreRendezVousInput,
  droit: "agenda:tenir",
  nature: "ecriture",
  trace: ({ motif, personnes, jour }, { rendezVousId }: { readonly rendezVousId: number }) => ({
    objet: "rendez-vous",
    objetId: rendezVousId,
    personneId: personnes.length === 1 ? (personnes[0] ?? null) : null,
    details: { motif, jour, personnes: personnes.length },
  }),
  async run(context, saisie): Promise<{ readonly rendezVousId: number }> {
    const motif = motifDe(cadreDuJour(context).regle, saisie.motif);
    await exigerStructure(context, saisie.structureId);
    const personnes = [...new Set(saisie.personnes)];
    await exigerPersonnes(context, personnes);
    exigerForme(saisie, motif.modalites, personnes.length, motif.capacite);
    const duree = saisie.duree ?? motif.duree;
    const { places, ...temps } = await verifierTemps(context, { ...saisie, duree, personnes });
    const capacite = Math.min(motif.capacite ?? personnes.length, places ?? Infinity);
    const nouveau = {
      ...saisie,
      ...temps,
      personnes,
      capacite: saisie.modalite === "collectif" ? capacite : null,
    };
    const pris = await inscrireRendezVous(context.tx, [nouveau], {
      le: context.now,
      par: context.agent.id,
    });
    const rendezVousId = pris[0]?.rendezVousId;
    if (rendezVousId === undefined || pris.length < Math.max(1, personnes.length)) {
      // Another session took it between the check and the writing.
      await refuserConflits(context, { ...nouveau, ...(rendezVousId && { sauf: rendezVousId }) });
      throw new DomainError(
        "rendez-vous.pris-entre-temps",
        "Ce moment vient d’être pris par quelqu’un d’autre. Choisissez-en un autre.",
      );
    }
    await noterPris(context, rendezVousId, personnes, momentEnMots(temps.debut));
    return { rendezVousId };
  },
});

function exigerForme(
  { modalite, referentId, salleId }: Saisie,
  modalites: readonly string[],
  nombre: number,
  capacite: number | null,
): void {
  if (!modalites.includes(modalite)) {
    throw refusDeSaisie({
      modalite: "Ce motif ne se tient pas ainsi. Choisissez une autre modalité.",
    });
  }
  if (referentId === null && salleId === null) {
    throw refusDeSaisie({ referentId: "Choisissez qui reçoit, ou une salle." });
  }
  if (modalite !== "collectif" && nombre !== 1) {
    throw refusDeSaisie({ personnes: "Choisissez la personne à recevoir." });
  }
  if (capacite !== null && nombre > capacite) throw complet(capacite);
}

function complet(capacite: number): DomainError {
  return new DomainError(
    "rendez-vous.complet",
    `Ce rendez-vous collectif reçoit ${capacite} personnes au plus. Prenez-en un second.`,
    { capacite },
  );
}

async function noterPris(
  context: Context,
  rendezVousId: number,
  personnes: readonly number[],
  detail: string,
): Promise<void> {
  const fait = { rendezVousId, fait: "pris", detail };
  await suivreRendezVous(context, {
    ...(await relire(context, [rendezVousId])),
    faits:
      personnes.length === 0
        ? [{ ...fait, personneId: null }]
        : personnes.map((personneId) => ({ ...fait, personneId })),
  });
  await context.tell(rendezVousPris, { rendezVous: [rendezVousId] });
}
