import type { Command } from "#platform/cli/command.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { contextOf } from "#platform/usecase/define-use-case.ts";
import { creerAgent } from "./usecases/creer-agent.ts";
import { donnerHabilitation } from "./usecases/donner-habilitation.ts";

const texte = (help: string) => ({ type: "string", help, required: true }) as const;

/** A new département has no account: its first administrator comes from here, the others from the pages. */
export const commandesAgent: readonly Command[] = [
  {
    name: "administrateur creer",
    summary: "Ouvre le compte d’un administrateur, avec un mot de passe provisoire",
    options: {
      departement: texte("nom court du département, « somme » par exemple"),
      identifiant: texte("ce qu’il saisira pour se connecter : lea.martin"),
      prenom: texte("son prénom"),
      nom: texte("son nom"),
    },
    async run({ options, agent, deps }) {
      const acces = await deps(String(options["departement"]));
      const { journal } = acces;
      return acces.base.transaction(async (tx) => {
        const context = contextOf(acces, tx, agent);
        const { id, motDePasseProvisoire } = await creerAgent
          .within(context, journal, {
            identifiant: String(options["identifiant"]),
            prenom: String(options["prenom"]),
            nom: String(options["nom"]),
          })
          .catch(enUnePhrase);
        await donnerHabilitation.within(context, journal, { agentId: id, role: "administrateur" });
        return { agentId: id, motDePasseProvisoire };
      });
    },
    print: ({ motDePasseProvisoire }) =>
      `Compte ouvert. Mot de passe provisoire, à changer à la première connexion : ${motDePasseProvisoire}`,
  },
];

/** A page shows each field's message beside it; a line has one sentence. */
function enUnePhrase(cause: unknown): never {
  if (!(cause instanceof DomainError) || cause.code !== "saisie.invalide") throw cause;
  const champs = Object.values(Object(cause.details["champs"])).join(" ");
  throw new DomainError(cause.code, champs || cause.message, cause.details);
}
