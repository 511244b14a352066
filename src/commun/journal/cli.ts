import type { Command } from "#platform/cli/command.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { verifierJournal } from "./db/journal.ts";

export const commandesJournal: readonly Command[] = [
  {
    name: "journal verifier",
    summary: "Recalcule chaque empreinte du journal et dit s’il est intact",
    options: {
      departement: { type: "string", help: "le département, par exemple somme", required: true },
    },
    async run({ options, deps }) {
      const { base } = await deps(String(options["departement"]));
      const verification = await base.transaction(verifierJournal);
      if (!verification.intact) {
        throw new DomainError(
          "journal.rompu",
          `Le journal a été altéré : la ligne n° ${verification.premiereRupture} ne tient pas. Conservez la base telle quelle et prévenez le responsable de la sécurité.`,
          { ...verification },
        );
      }
      return { ...verification };
    },
    print: (verification) =>
      `Journal intact : ${verification["lignes"]} lignes.\nDernière empreinte, à conserver ailleurs : n° ${verification["dernierNumero"]} ${verification["derniereEmpreinte"] ?? "(aucune)"}`,
  },
];
