import { exigerRecherchePermise } from "#offre/participation";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { compterLignes, lancerDepot, retenirPersonne, verrouillerDepot } from "../db/depots.ts";
import { champsManquants } from "../domain/champs.ts";
import { choisirInput, depotInput } from "../schemas.ts";
import { exigerDepot } from "./cadre.ts";
import { lireLexique } from "./lexique.ts";

/** Has the lines of a file taken, soon after and in the name of who asks. */
export const lancerTableur = defineUseCase({
  name: "tableur.lancer",
  input: depotInput,
  droit: "participation:tenir",
  nature: "ecriture",
  trace: ({ depotId }) => ({ objet: "depot-tableur", objetId: depotId }),
  async run(context, { depotId }) {
    const { tx, agent, now } = context;
    const { depot, actions } = await exigerDepot(context, depotId);
    await verrouillerDepot(tx, depotId);
    const { correspondance } = await lireLexique(tx, depot, actions);
    const manquants = champsManquants(correspondance, { actionChoisie: depot.actionId !== null });
    if (manquants.length > 0) {
      throw new DomainError(
        "tableur.colonnes",
        `Dites d’abord quelle colonne porte : ${manquants.join(" ; ")}.`,
      );
    }
    const { "a-prendre": neuves, refusee } = await compterLignes(tx, depotId);
    if (neuves + refusee === 0) {
      throw new DomainError(
        "tableur.tout-pris",
        "Toutes les lignes de ce fichier sont déjà prises : il n’y a rien à reprendre.",
      );
    }
    await exigerRecherchePermise(context, { par: "fichier", id: agent.id });
    await lancerDepot(tx, { depotId, le: now, par: agent.id, parNom: agent.nom });
  },
});

/** Says which of several persons of the same names and birth date a line is about. */
export const choisirPersonne = defineUseCase({
  name: "tableur.choisir-personne",
  input: choisirInput,
  droit: "participation:tenir",
  nature: "ecriture",
  trace: ({ depotId, ligne, personneId }) => ({
    objet: "depot-tableur",
    objetId: depotId,
    personneId,
    details: { ligne },
  }),
  async run(context, { depotId, ligne, personneId }) {
    await exigerDepot(context, depotId);
    if (await retenirPersonne(context.tx, { depotId, ligne, personneId })) return;
    throw new DomainError(
      "tableur.personne",
      "Cette ligne ne demande plus de choisir une personne : rechargez la page.",
    );
  },
});
