import type { z } from "zod";
import { ajouterJours } from "#commun/echeance";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  clorePermanence,
  insererPermanences,
  structureDeLaPermanence,
  suspendre,
} from "../db/permanences.ts";
import {
  definirPermanenceInput,
  fermerPermanenceInput,
  suspendrePermanenceInput,
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

async function exigerPermanence(context: Context, id: number): Promise<{ readonly du: string }> {
  const permanence = await structureDeLaPermanence(context.tx, id);
  if (permanence) {
    await exigerStructure(context, permanence.structureId);
    return permanence;
  }
  throw new DomainError("permanence.introuvable", "Cette permanence n’existe pas.");
}

/** No longer held after its last day; meetings already taken stand. */
export const fermerPermanence = defineUseCase({
  name: "agenda.fermer-permanence",
  input: fermerPermanenceInput,
  droit: "agenda:ouvrir",
  nature: "ecriture",
  trace: ({ id, dernierJour }) => ({ objet: "permanence", objetId: id, details: { dernierJour } }),
  async run(context, { id, version, dernierJour }): Promise<void> {
    const { du } = await exigerPermanence(context, id);
    if (dernierJour < du) {
      throw refusDeSaisie({ dernierJour: "Le dernier jour suit le premier." });
    }
    const des = ajouterJours(dernierJour, 1);
    if (await clorePermanence(context.tx, { id, version, des })) return;
    throw new DomainError(
      "permanence.conflit",
      "Cette permanence a changé, ou elle est déjà fermée. Rechargez la page.",
    );
  },
});

/** Not held on one day. */
export const suspendrePermanence = defineUseCase({
  name: "agenda.suspendre-permanence",
  input: suspendrePermanenceInput,
  droit: "agenda:ouvrir",
  nature: "ecriture",
  trace: ({ id, jour }) => ({ objet: "permanence", objetId: id, details: { jour } }),
  async run(context, saisie): Promise<void> {
    await exigerPermanence(context, saisie.id);
    await suspendre(context.tx, saisie);
  },
});
