import type { Command } from "#platform/cli/command.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { commandeGenererFluxCaf } from "./cli-generer.ts";
import { importerFlux } from "./usecases/importer-flux.ts";

const importer: Command = {
  name: "importer caf",
  summary:
    "Prend un flux de la CAF ou de la MSA : bénéficiaires (mensuel, quotidien) ou instructions",
  args: [{ name: "fichier", help: "Fichier .xml, .xml.gz ou .zip", required: true }],
  options: {
    departement: {
      type: "string",
      required: true,
      help: "Nom court du département, « somme » par exemple",
    },
  },
  async run({ args, options, agent, deps, progress }) {
    const acces = await deps(String(options["departement"]));
    const debut = performance.now();
    try {
      const bilan = await importerFlux(acces, agent, args["fichier"] ?? "", {
        avancer: (faits, total) => progress(faits, total, "dossiers"),
      });
      return { ...bilan };
    } catch (error) {
      throw error instanceof DomainError ? refusChiffre(error, performance.now() - debut) : error;
    }
  },
  print: (bilan) =>
    [
      `Dossiers lus : ${bilan["lus"]}`,
      `  appliqués : ${bilan["appliques"]} (dont nouveaux : ${bilan["crees"]})`,
      `  inchangés : ${bilan["inchanges"]}`,
      `  rejetés : ${bilan["rejetes"]}`,
      `Personnes : ${bilan["personnes"]}`,
      `Avertissements : ${bilan["avertissements"]}`,
      ...(bilan["totauxConformes"] === false
        ? [
            `Attention : dossiers annoncés par le fichier : ${bilan["annonces"]} ; lus : ${bilan["lus"]}.`,
          ]
        : []),
      `Durée : ${(Number(bilan["dureeMs"]) / 1000).toFixed(1).replace(".", ",")} s`,
    ].join("\n"),
};

/** A refused file wrote nothing: whoever reads the counters finds them there, all at zero. */
function refusChiffre({ code, message, details }: DomainError, duree: number): DomainError {
  const resultat = {
    lus: 0,
    appliques: 0,
    inchanges: 0,
    rejetes: 0,
    personnes: 0,
    dureeMs: Math.round(duree),
  };
  return new DomainError(code, message, { ...details, resultat });
}

export const commandesCaf: readonly Command[] = [importer, commandeGenererFluxCaf];
