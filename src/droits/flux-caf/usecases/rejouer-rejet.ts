import { z } from "zod";
import { type Avertissement, inscrireFoyers, lireDernierRecit } from "#droits/dossier";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lireRejet, marquerRejoue } from "../db/rejets.ts";
import type { FoyerLu } from "../domain/lot-lu.ts";
import type { Integration } from "./integrer-lot.ts";

interface Entree {
  readonly rejetId: number;
  /** The version the agent had before her eyes. */
  readonly version: number;
  readonly texte: string;
  readonly foyer: Omit<FoyerLu, "rang" | "ligne">;
  readonly integration: Integration;
}

interface Rejoue {
  readonly dossierId: number;
  readonly avertissements: readonly Avertissement[];
}

/** Writes a rejected record once corrected. The rejection stays in the run, marked as replayed. */
export const rejouerRejet = defineUseCase({
  name: "flux-caf.rejouer-rejet",
  input: z.custom<Entree>(),
  droit: "flux:corriger",
  nature: "ecriture",
  trace: ({ rejetId }, { dossierId }: Rejoue) => ({
    objet: "rejet",
    objetId: rejetId,
    details: { dossier: dossierId },
  }),
  async run(context, { rejetId, version, texte, foyer, integration }): Promise<Rejoue> {
    const rejet = await lireRejet(context.tx, rejetId);
    if (!rejet) throw rejetIntrouvable(rejetId);
    const { id: integrationId, ...cadre } = integration;
    await refuserPlusRecent(context, foyer.foyer, integration.reference);
    const [inscrit] = await inscrireFoyers.within(context, () => Promise.resolve(), {
      ...cadre,
      integrationId,
      foyers: [{ ...foyer, rang: rejet.rang, ligne: rejet.ligne }],
    });
    if (!inscrit) throw rejetIntrouvable(rejetId);
    const marque = await marquerRejoue(context.tx, {
      id: rejetId,
      version,
      corrige: context.secrets.encrypt(texte),
      par: context.agent.id,
      le: context.now,
      dossierId: inscrit.dossierId,
    });
    if (!marque) {
      throw new DomainError(
        "rejet.conflit",
        "Ce rejet a été corrigé ou rejoué par quelqu’un d’autre pendant que vous l’aviez sous les yeux. Votre texte n’a rien écrit : ouvrez la version à jour.",
        { rejet: rejetId },
      );
    }
    return { dossierId: inscrit.dossierId, avertissements: inscrit.avertissements };
  },
});

/** A file taken since told this dossier again: the older record would undo it. */
async function refuserPlusRecent(
  { tx }: Context,
  { numeroDemande, organisme }: FoyerLu["foyer"],
  reference: string,
): Promise<void> {
  const cle = {
    numeroDemande,
    matricule: organisme.matricule ?? "",
    numeroOrganisme: organisme.numero,
  };
  const dernier = await lireDernierRecit(tx, cle);
  if (dernier === null || dernier <= reference) return;
  throw new DomainError(
    "rejet.depasse",
    `Un fichier plus récent (${dernier.split("-").toReversed().join("/")}) a déjà mis ce dossier à jour. Rejouer celui-ci ferait revenir en arrière : rien n’a été écrit.`,
    { numeroDemande, dernier },
  );
}

export function rejetIntrouvable(id: number): DomainError {
  return new DomainError(
    "rejet.introuvable",
    "Ce rejet n’existe pas. Revenez à la page de l’intégration.",
    { rejet: id },
  );
}
