import { DomainError } from "#platform/errors/domain-error.ts";
import { formatCount, formatDate } from "#platform/ui/format.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { donnerLesPlaces } from "../db/inscriptions.ts";
import {
  changerSeance,
  inscrireReouverture,
  noterAnnulation,
  noterCloture,
} from "../db/seances.ts";
import { annulerSeanceInput, cloreInput, modifierSeanceInput, rouvrirInput } from "../schemas.ts";
import { cadreDuJour, exigerOuverte, exigerSienne, exigerVersion, tenirSeance } from "./cadre.ts";
import { type AnnulationDite, direLAnnulation } from "./prevenir.ts";

export const modifierSeance = defineUseCase({
  name: "seance.modifier",
  input: modifierSeanceInput,
  droit: "seance:tenir",
  nature: "ecriture",
  trace: ({ seanceId, jour }, places: readonly number[]) => ({
    objet: "seance",
    objetId: seanceId,
    details: { jour, placesDonnees: places.length },
  }),
  /** Gives who got a place from the waiting list. */
  async run(context, { seanceId, version, ...saisie }): Promise<readonly number[]> {
    const seance = await tenirSeance(context, seanceId);
    await exigerSienne(context, seance);
    exigerVersion(seance, version);
    exigerOuverte(seance);
    if (saisie.capacite < seance.inscrits) {
      throw new DomainError(
        "seance.capacite-insuffisante",
        `${formatCount(seance.inscrits, "personne est inscrite", "personnes sont inscrites")} : gardez au moins autant de places, ou annulez d’abord des inscriptions.`,
      );
    }
    await changerSeance(context.tx, seanceId, saisie);
    return donnerLesPlaces(context.tx, seanceId, cadreDuJour(context).le);
  },
});

export const annulerSeance = defineUseCase({
  name: "seance.annuler",
  input: annulerSeanceInput,
  droit: "seance:tenir",
  nature: "ecriture",
  trace: ({ seanceId, motif }, dites: AnnulationDite) => ({
    objet: "seance",
    objetId: seanceId,
    details: { motif, ...dites },
  }),
  /** Who is registered learns it in the same transaction, or is left to be called. */
  async run(context, { seanceId, version, motif }): Promise<AnnulationDite> {
    const seance = await tenirSeance(context, seanceId);
    await exigerSienne(context, seance);
    exigerVersion(seance, version);
    exigerOuverte(seance);
    if (seance.presents > 0) {
      throw new DomainError(
        "seance.tenue",
        "Des personnes y sont notées présentes : une séance qui a eu lieu ne s’annule pas. Corrigez d’abord les présences.",
      );
    }
    await noterAnnulation(context.tx, seanceId, { le: cadreDuJour(context).le, motif });
    return direLAnnulation(context, seance);
  },
});

/** Once closed, who was there does not change any more. */
export const cloreSeance = defineUseCase<typeof cloreInput, void>({
  name: "seance.clore",
  input: cloreInput,
  droit: "seance:tenir",
  nature: "ecriture",
  trace: ({ seanceId }) => ({ objet: "seance", objetId: seanceId }),
  async run(context, { seanceId, version }) {
    const { le } = cadreDuJour(context);
    const seance = await tenirSeance(context, seanceId);
    await exigerSienne(context, seance);
    exigerVersion(seance, version);
    exigerOuverte(seance);
    exigerPassee(seance, le);
    if (seance.aNoter > 0) {
      throw new DomainError(
        "seance.presences-a-noter",
        `Il reste ${formatCount(seance.aNoter, "présence", "présences")} à noter avant de clore la séance.`,
      );
    }
    await noterCloture(context.tx, seanceId, { le, par: context.agent.id });
  },
});

export const rouvrirSeance = defineUseCase<typeof rouvrirInput, void>({
  name: "seance.rouvrir",
  input: rouvrirInput,
  droit: "seance:tenir",
  nature: "ecriture",
  trace: ({ seanceId, motif }) => ({ objet: "seance", objetId: seanceId, details: { motif } }),
  async run(context, { seanceId, motif }) {
    const { le } = cadreDuJour(context);
    const seance = await tenirSeance(context, seanceId);
    await exigerSienne(context, seance);
    if (seance.closeLe === null) {
      throw new DomainError(
        "seance.ouverte",
        "Cette séance n’est pas close : il n’y a rien à rouvrir.",
      );
    }
    const par = context.agent.id;
    await inscrireReouverture(context.tx, seanceId, { closeLe: seance.closeLe, motif, le, par });
    await noterCloture(context.tx, seanceId, { le: null, par: null });
  },
});

/** @throws DomainError `seance.a-venir` */
export function exigerPassee({ jour }: { readonly jour: string }, le: string): void {
  if (jour <= le) return;
  throw new DomainError(
    "seance.a-venir",
    `La séance a lieu le ${formatDate(jour)} : les présences se notent à partir de ce jour.`,
  );
}
