import { z } from "zod";
import { compterSituations, entretenirApresImport, lireDossiersOuverts } from "#droits/dossier";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type Compteurs, cloreIntegration, lireCompteurs } from "../db/integrations.ts";
import { totauxConformes } from "../domain/recevoir-flux.ts";

interface Entree {
  readonly integrationId: number;
  /** Dossiers the file named, written or unchanged. */
  readonly vus: ReadonlySet<number>;
  readonly dureeMs: number;
}

/** Written dossiers from which the tables deserve fresh statistics. */
const BEAUCOUP = 500;

/**
 * Ends a run: compares its totals with the footer, lists the open dossiers a monthly file left out.
 * Absence is not an exit (the norm leaves out what it says elsewhere): it is a list to look at.
 */
export const terminerIntegration = defineUseCase({
  name: "flux-caf.terminer-integration",
  input: z.custom<Entree>(),
  droit: "flux:importer",
  nature: "ecriture",
  trace: ({ integrationId }, { lus, appliques, inchanges, rejetes }: Compteurs) => ({
    objet: "integration",
    objetId: integrationId,
    details: { lus, appliques, inchanges, rejetes },
  }),
  async run({ tx, now }, { integrationId, vus, dureeMs }) {
    const compteurs = await lireCompteurs(tx, integrationId);
    if (!compteurs) throw introuvable(integrationId);
    const mensuel = compteurs.nature === "beneficiaires" && compteurs.periodicite === "M";
    const absents = mensuel
      ? (await lireDossiersOuverts(tx, [...vus])).filter((dossier) => !vus.has(dossier))
      : null;
    const conformes = totauxConformes(
      compteurs.lus,
      compteurs.annonces,
      compteurs.annonces_anomalie,
    );
    const effectifs = await compterSituations(tx, integrationId);
    await cloreIntegration(tx, integrationId, { conformes, absents, now, dureeMs, effectifs });
    if (compteurs.appliques >= BEAUCOUP) await entretenirApresImport(tx);
    return (await lireCompteurs(tx, integrationId)) ?? compteurs;
  },
});

export function introuvable(id: number): DomainError {
  return new DomainError(
    "integration.introuvable",
    "Cette intégration n’existe pas. Revenez à la liste des flux.",
    { integration: id },
  );
}
