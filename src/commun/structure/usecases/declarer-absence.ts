import { civilDay } from "#platform/clock/civil-day.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type FicheReferent, insererAbsence, trouverReferent } from "../db/referents.ts";
import { lendemain, type Periode } from "../domain/periodes.ts";
import { declarerAbsenceInput } from "../schemas.ts";
import { refuser } from "./regles.ts";

export const declarerAbsence = defineUseCase<typeof declarerAbsenceInput, { readonly id: number }>({
  name: "referent.declarer-absence",
  input: declarerAbsenceInput,
  droit: "structure:gerer",
  nature: "ecriture",
  trace: ({ referentId, du, au, motif, remplaceParId }) => ({
    objet: "referent",
    objetId: referentId,
    details: { du, au, motif, remplaceParId },
  }),
  async run({ tx, agent, now }, { referentId, du, au, motif, remplaceParId }) {
    const le = civilDay(now);
    const referent = await trouverReferent(tx, agent.portee, { id: referentId, le, verrou: true });
    const periode = { du, jusque: au === null ? null : lendemain(au) };
    exigerPresence(referent, periode);
    if (remplaceParId !== null) {
      const remplacant = await trouverReferent(tx, agent.portee, { id: remplaceParId, le });
      exigerRemplacant(referent, remplacant, du);
    }
    return { id: await insererAbsence(tx, referentId, { ...periode, motif, remplaceParId }) };
  },
});

function exigerPresence(referent: FicheReferent, { du, jusque }: Periode): void {
  if (jusque !== null && jusque <= du) refuser("au", "Le dernier jour doit suivre le premier.");
  if (du < referent.du || (referent.jusque !== null && du >= referent.jusque)) {
    refuser("du", `${referent.prenom} ${referent.nom} ne travaille pas ici ce jour-là.`);
  }
  const autre = referent.absences.find(
    (une) => (jusque === null || une.du < jusque) && (une.jusque === null || du < une.jusque),
  );
  if (autre) refuser("du", "Une absence est déjà déclarée sur ces jours : abrégez-la d’abord.");
}

function exigerRemplacant(referent: FicheReferent, remplacant: FicheReferent, du: string): void {
  if (remplacant.id === referent.id || remplacant.structureId !== referent.structureId) {
    refuser("remplaceParId", "Choisissez un autre référent de la même structure.");
  }
  if (remplacant.jusque !== null && remplacant.jusque <= du) {
    refuser("remplaceParId", `${remplacant.prenom} ${remplacant.nom} aura quitté la structure.`);
  }
}
