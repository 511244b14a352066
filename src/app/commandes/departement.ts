import type { Command } from "#platform/cli/command.ts";
import type { Departement } from "#platform/db/tx.ts";
import { creerDepartement } from "../creer-departement.ts";
import { asPool } from "./as-pool.ts";

interface Lus extends Record<string, unknown> {
  readonly departements: readonly Departement[];
}

const creer: Command = {
  name: "departement creer",
  summary: "Ajoute un département à l’instance",
  args: [{ name: "adresse", help: "premier segment de ses adresses : haute-marne" }],
  options: {
    code: { type: "string", help: "code INSEE : 52", required: true },
    nom: { type: "string", help: "nom complet : « Haute-Marne »", required: true },
    referentiel: { type: "string", help: "configuration de départ : somme-2025", required: true },
  },
  run: async ({ args, options, instance }) => ({
    departement: await creerDepartement(asPool(await instance()), {
      slug: args["adresse"] ?? "",
      code: String(options["code"]),
      nom: String(options["nom"]),
      referentiel: String(options["referentiel"]),
    }),
  }),
  print: (result) => {
    const { nom, slug } = result["departement"] as Departement;
    return `Le département ${nom} est créé : ses pages sont sous /${slug}/.`;
  },
};

const lister: Command = {
  name: "departement lister",
  summary: "Liste les départements de l’instance",
  run: async ({ instance }) =>
    ({ departements: await (await instance()).departements() }) satisfies Lus,
  print: (result) => {
    const { departements } = result as Lus;
    if (departements.length === 0) return "Aucun département : « jalon departement creer --aide ».";
    return departements
      .map((one) => `${one.slug}  ${one.code}  ${one.nom}  (${one.referentiel})`)
      .join("\n");
  },
};

export const commandesDepartement: readonly Command[] = [creer, lister];
