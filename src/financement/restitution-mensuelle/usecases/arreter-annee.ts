import { lireActions } from "#offre/catalogue";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { inscrireEvenements } from "../db/evenements.ts";
import { changerRestitutions, lireRestitutionsDeLAnnee } from "../db/restitutions.ts";
import { lireTransmisDesMois } from "../db/versions.ts";
import { moisDeLAnnee } from "../domain/calendrier.ts";
import { moisEnMots } from "../domain/mots.ts";
import { arreterInput } from "../schemas.ts";
import { cadreDuJour } from "./cadre.ts";

/**
 * Closes the year of an action for its yearly report. T80: what is rectified from there says so. T01: an exit nobody
 * classed stops the year, never the month.
 * @throws DomainError `restitution.annee-incomplete`, `restitution.sorties-a-arbitrer`
 */
export const arreterAnnee = defineUseCase({
  name: "restitution.arreter-annee",
  input: arreterInput,
  droit: "restitution:recevoir",
  nature: "ecriture",
  trace: ({ actionId, annee }, { mois }: { readonly mois: number }) => ({
    objet: "action",
    objetId: actionId,
    details: { annee, mois },
  }),
  async run(context, { actionId, annee }): Promise<{ readonly mois: number }> {
    const { tx, agent } = context;
    const { le } = cadreDuJour(context);
    const [action] = await lireActions(tx, { ids: [actionId], portee: agent.portee });
    if (!action) {
      throw new DomainError(
        "action.introuvable",
        "Cette action n’existe pas, ou elle n’est pas dans votre périmètre. Cherchez-la dans la liste des actions.",
      );
    }
    const restitutions = await lireRestitutionsDeLAnnee(tx, actionId, moisDeLAnnee(annee));
    const manquante = restitutions.find(({ accepteeLe }) => accepteeLe === null);
    if (manquante || restitutions.length === 0) {
      throw new DomainError(
        "restitution.annee-incomplete",
        manquante
          ? `La restitution de ${moisEnMots(manquante.mois)} n’est pas acceptée : l’année s’arrête quand tous ses mois le sont.`
          : "Cette action n’était pas ouverte cette année-là.",
      );
    }
    const ids = restitutions.map(({ id }) => id);
    const transmis = await lireTransmisDesMois(tx, ids);
    const aArbitrer = transmis.find(({ chiffres }) => chiffres.sorties["a-arbitrer"] > 0);
    if (aArbitrer) {
      throw new DomainError(
        "restitution.sorties-a-arbitrer",
        `Une sortie de ${moisEnMots(aArbitrer.mois)} attend encore sa classe : faites-la arbitrer, puis rectifier.`,
      );
    }
    await changerRestitutions(tx, ids, { bilanArreteLe: le });
    await inscrireEvenements(
      tx,
      restitutions.map(({ id, transmisNumero }) => ({
        ...{ restitutionId: id, nature: "bilan-arrete" as const, numero: transmisNumero },
        ...{ motif: null, le, par: agent.id },
      })),
    );
    return { mois: ids.length };
  },
});
