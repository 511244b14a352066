import { readFile } from "node:fs/promises";
import type { Command } from "#platform/cli/command.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { formatCount } from "#platform/ui/format.ts";
import { type FichierRepris, reprendreFichier } from "./usecases/reprendre-fichier.ts";

const reprendre: Command = {
  name: "contrats reprendre",
  summary: "Reprend les contrats du logiciel précédent, ligne par ligne prise ou refusée",
  args: [
    {
      name: "fichier",
      help: "CSV : numero_demande;role;nature;signe_le;debut;dernier_jour;bilan_le",
      required: true,
    },
  ],
  options: {
    departement: { type: "string", help: "le département, par exemple somme", required: true },
  },
  async run({ args, options, deps, agent }) {
    const texte = decoder(await readFile(args["fichier"] ?? "").catch(illisible));
    const acces = await deps(String(options["departement"]));
    return { ...(await reprendreFichier.execute(acces, agent, { texte })) };
  },
  print(bilan) {
    const { repris, refusees } = bilan as unknown as FichierRepris;
    return [
      formatCount(repris, "contrat repris", "contrats repris"),
      formatCount(refusees.length, "ligne refusée", "lignes refusées"),
      ...refusees.map(({ ligne, message }) => `  ligne ${ligne} : ${message}`),
    ].join("\n");
  },
};

function illisible(): never {
  throw new DomainError(
    "contrat.fichier",
    "Ce fichier ne se lit pas. Vérifiez son chemin et les droits du compte qui lance la commande.",
  );
}

/** UTF-8, or what a spreadsheet of before writes. */
function decoder(octets: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(octets);
  } catch {
    return new TextDecoder("windows-1252").decode(octets);
  }
}

export const commandesContrat: readonly Command[] = [reprendre];
