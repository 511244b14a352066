import type { z } from "zod";
import { ajouterJours } from "#commun/echeance";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  clorePermanence,
  insererPermanences,
  type PermanenceConnue,
  permanencesConnues,
  suspendre,
} from "../db/permanences.ts";
import { rangDansLaSemaine } from "../domain/jours.ts";
import { joursGroupes } from "../domain/permanences.ts";
import {
  definirPermanenceInput,
  fermerPermanencesInput,
  suspendrePermanencesInput,
} from "../schemas.ts";
import { cadreDuJour, exigerStructure, motifDe, moyensDe, refusDeSaisie } from "./cadre.ts";

/** Time that comes back each week and gives slots: of an agent, of a room, or of an agent in a room. */
export const definirPermanence = defineUseCase({
  name: "agenda.definir-permanence",
  input: definirPermanenceInput,
  droit: "agenda:ouvrir",
  nature: "ecriture",
  trace: ({ structureId, du, jours }) => ({
    objet: "structure",
    objetId: structureId,
    details: { du, jours },
  }),
  async run(context, saisie): Promise<{ readonly ids: readonly number[] }> {
    await exigerStructure(context, saisie.structureId);
    const { regle } = cadreDuJour(context);
    for (const code of saisie.motifs) motifDe(regle, code);
    await exigerMoyens(context, saisie);
    const { jours, de, a, au, ...commun } = saisie;
    const ids = await insererPermanences(
      context.tx,
      [...new Set(jours)].map((jour) => ({
        ...commun,
        jour,
        heures: { de, a },
        jusque: au === null ? null : ajouterJours(au, 1),
      })),
    );
    if (ids !== null) return { ids };
    throw new DomainError(
      "permanence.chevauche",
      "Cet agent tient déjà une permanence à ces heures-là. Fermez-la, ou choisissez d’autres heures.",
    );
  },
});

async function exigerMoyens(
  context: Context,
  { structureId, lieuId, salleId, referentId, du }: z.output<typeof definirPermanenceInput>,
): Promise<void> {
  const fenetre = { debut: du, fin: ajouterJours(du, 1) };
  const { lieux, equipe } = await moyensDe(context, [structureId], fenetre);
  const lieu = lieux.find(({ id }) => id === lieuId);
  if (!lieu) throw refusDeSaisie({ lieuId: "Choisissez un lieu de cette structure." });
  if (salleId !== null && !lieu.salles.some(({ id }) => id === salleId)) {
    throw refusDeSaisie({ salleId: "Choisissez une salle de ce lieu." });
  }
  if (referentId !== null && !equipe.some(({ id }) => id === referentId)) {
    throw refusDeSaisie({
      referentId: "Cet agent ne travaille pas dans cette structure ce jour-là.",
    });
  }
}

async function exigerPermanences(
  context: Context,
  ids: readonly number[],
): Promise<readonly PermanenceConnue[]> {
  const connues = await permanencesConnues(context.tx, ids);
  for (const structureId of new Set(connues.map((une) => une.structureId))) {
    await exigerStructure(context, structureId);
  }
  if (connues.length === new Set(ids).size) return connues;
  throw new DomainError("permanence.introuvable", "Cette permanence n’existe pas.");
}

/** No longer held after their last day, all of them or none; meetings already taken stand. */
export const fermerPermanences = defineUseCase({
  name: "agenda.fermer-permanence",
  input: fermerPermanencesInput,
  droit: "agenda:ouvrir",
  nature: "ecriture",
  trace: ({ permanences, dernierJour }) => ({
    objet: "permanence",
    objetId: permanences[0]?.id ?? null,
    details: { permanences: permanences.map(({ id }) => id), dernierJour },
  }),
  async run(context, { permanences, dernierJour }): Promise<void> {
    const connues = await exigerPermanences(
      context,
      permanences.map(({ id }) => id),
    );
    if (connues.some(({ du }) => dernierJour < du)) {
      throw refusDeSaisie({ dernierJour: "Le dernier jour suit le premier." });
    }
    const des = ajouterJours(dernierJour, 1);
    for (const { id, version } of permanences) {
      if (await clorePermanence(context.tx, { id, version, des })) continue;
      throw new DomainError(
        "permanence.conflit",
        "Cette permanence a changé, ou elle est déjà fermée. Rechargez la page.",
      );
    }
  },
});

/** Not held on one day, for those of that day of the week. */
export const suspendrePermanences = defineUseCase({
  name: "agenda.suspendre-permanence",
  input: suspendrePermanencesInput,
  droit: "agenda:ouvrir",
  nature: "ecriture",
  trace: ({ permanences, jour }) => ({
    objet: "permanence",
    objetId: permanences[0] ?? null,
    details: { permanences, jour },
  }),
  async run(context, { permanences, jour, motif }): Promise<void> {
    const connues = await exigerPermanences(context, permanences);
    const tenues = connues.filter((une) => une.jour === rangDansLaSemaine(jour));
    if (tenues.length === 0) {
      const quand = joursGroupes(connues.map((une) => une.jour));
      throw refusDeSaisie({ jour: `Elle ne se tient pas ce jour-là. Ses jours : ${quand}.` });
    }
    for (const { id } of tenues) await suspendre(context.tx, { id, jour, motif });
  },
});
