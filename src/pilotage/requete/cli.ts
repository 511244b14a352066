import type { Command } from "#platform/cli/command.ts";
import { compterRequete, type RequeteStandard } from "./usecases/compter-requete.ts";

/** The catalogue is given by the composition, from what each module declares. */
export function commandesRequete(catalogue: readonly RequeteStandard[]): readonly Command[] {
  return [
    {
      name: "compter",
      summary:
        "Donne le nombre d’une requête : droits clos, dossiers incomplets, nouveaux entrants…",
      options: {
        departement: {
          type: "string",
          required: true,
          help: "Nom court du département, « somme » par exemple",
        },
        requete: {
          type: "string",
          required: true,
          help: `Une de : ${catalogue.map(({ nom }) => nom).join(", ")}`,
          choices: catalogue.map(({ nom }) => nom),
        },
      },
      async run({ options, agent, deps }) {
        const requete = catalogue.find(({ nom }) => nom === options["requete"]);
        if (!requete) throw new RangeError("an option takes its choices alone");
        const acces = await deps(String(options["departement"]));
        const { phrase, ...compte } = await compterRequete(requete).execute(acces, agent, {});
        return { ...compte, phrase };
      },
      print: ({ libelle, phrase }) => `${libelle} : ${phrase}`,
    },
  ];
}
