import { readFile } from "node:fs/promises";
import type { Command, CommandContext } from "#platform/cli/command.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { formatCount } from "#platform/ui/format.ts";
import {
  type RestitutionsDuFichier,
  reprendreFichierRestitutions,
} from "./usecases/reprendre-fichier-restitutions.ts";
import {
  reprendreFichierSejours,
  type SejoursRepris,
} from "./usecases/reprendre-fichier-sejours.ts";
import type { LigneRefusee } from "./usecases/reprise.ts";

const surUnFichier = {
  args: [
    {
      name: "fichier",
      help: "tableur .xlsx, .ods ou .csv ; ses colonnes sont dans le guide d’exploitation",
      required: true,
    },
  ],
  options: {
    departement: { type: "string", help: "le département, par exemple nord", required: true },
  },
} as const satisfies Partial<Command>;

const sejours: Command = {
  name: "sejours reprendre",
  summary: "Reprend les séjours de l’outil précédent, ligne par ligne prise ou refusée",
  ...surUnFichier,
  async run(context) {
    const { acces, contenu } = await ouvrir(context);
    return { ...(await reprendreFichierSejours.execute(acces, context.agent, { contenu })) };
  },
  print(bilan) {
    const { lues, repris, inchanges, refusees } = bilan as unknown as SejoursRepris;
    return raconter(refusees, [
      formatCount(lues, "ligne lue", "lignes lues"),
      formatCount(repris, "séjour repris", "séjours repris"),
      formatCount(inchanges, "déjà connu", "déjà connus"),
    ]);
  },
};

const restitutions: Command = {
  name: "restitutions reprendre",
  summary: "Reprend les restitutions mensuelles de l’outil précédent, après les séjours",
  ...surUnFichier,
  async run(context) {
    const { acces, contenu } = await ouvrir(context);
    return { ...(await reprendreFichierRestitutions.execute(acces, context.agent, { contenu })) };
  },
  print(bilan) {
    const { lues, reprises, inchangees, refusees } = bilan as unknown as RestitutionsDuFichier;
    return raconter(refusees, [
      formatCount(lues, "ligne lue", "lignes lues"),
      formatCount(reprises, "restitution reprise", "restitutions reprises"),
      formatCount(inchangees, "déjà connue", "déjà connues"),
    ]);
  },
};

async function ouvrir({ args, options, deps }: CommandContext) {
  const contenu = await readFile(args["fichier"] ?? "").catch(illisible);
  return { contenu, acces: await deps(String(options["departement"])) };
}

function illisible(): never {
  throw new DomainError(
    "reprise.fichier",
    "Ce fichier ne se lit pas. Vérifiez son chemin et les droits du compte qui lance la commande.",
  );
}

const raconter = (refusees: readonly LigneRefusee[], comptes: readonly string[]): string =>
  [
    ...comptes,
    formatCount(refusees.length, "ligne refusée", "lignes refusées"),
    ...refusees.map(({ ligne, raisons }) => `  ligne ${ligne} : ${raisons.join(" ")}`),
  ].join("\n");

export const commandesTableur: readonly Command[] = [sejours, restitutions];
