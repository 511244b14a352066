import type { Command } from "#platform/cli/command.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { readConfig } from "../config.ts";
import { identifiantsDemonstration, motDePasseDemonstration } from "../demonstration/comptes.ts";
import { attendDemonstration, installerDemonstration } from "../demonstration.ts";
import { asPool } from "./as-pool.ts";

export const commandeDemo: Command = {
  name: "demo",
  summary: "Remplit une instance vide de quatre départements inventés",
  async run({ instance, deps, progress }) {
    const ouverte = asPool(await instance());
    const { dataFolder: dossierDonnees } = readConfig();
    if (!(await attendDemonstration(ouverte, dossierDonnees))) {
      throw new DomainError(
        "demo.instance-occupee",
        "Cette instance a déjà des départements : la démonstration ne se crée que dans une instance vide. Donnez-lui un autre dossier par JALON_DATA.",
      );
    }
    const bilan = await installerDemonstration({
      instance: ouverte,
      deps,
      dossierDonnees,
      avancer: progress,
    });
    return {
      ...bilan,
      comptes: [...identifiantsDemonstration],
      motDePasse: motDePasseDemonstration,
    };
  },
  print: (bilan) => `Démonstration créée : ${bilan["departements"]} départements.`,
};
