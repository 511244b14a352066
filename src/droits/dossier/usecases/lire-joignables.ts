import type { Context } from "#platform/usecase/define-use-case.ts";
import {
  type ContactJoignable,
  lirePersonnesJoignables,
  type PersonneJoignable,
} from "../db/joignables.ts";
import { type ChampsPersonne, nommer } from "./lire-champs-personnes.ts";

interface Coordonnee {
  readonly valeur: string;
  /** `A` agrees, `R` refuses, `I` nobody knows. */
  readonly accord: "A" | "R" | "I";
}

export interface Joignable {
  readonly valeurs: ChampsPersonne;
  readonly telephones: readonly Coordonnee[];
  readonly courriels: readonly Coordonnee[];
}

/** By which ways these persons may be reached, and what they said of it. Who is outside the perimeter is absent. */
export async function lireJoignables(
  { tx, agent }: Pick<Context, "tx" | "agent">,
  personnes: readonly number[],
): Promise<ReadonlyMap<number, Joignable>> {
  const lues = await lirePersonnesJoignables(tx, personnes, agent.portee);
  return new Map(lues.map((lue) => [lue.personneId, joignable(lue)]));
}

function joignable(lue: PersonneJoignable): Joignable {
  return {
    valeurs: nommer(lue),
    telephones: coordonnees(lue.contacts, "telephone"),
    courriels: coordonnees(lue.contacts, "courriel"),
  };
}

/** What she told an agent stands alone: the file no longer counts. */
function coordonnees(
  contacts: readonly ContactJoignable[],
  nature: ContactJoignable["nature"],
): readonly Coordonnee[] {
  const siennes = contacts.filter((contact) => contact.nature === nature);
  const dites = siennes.filter(({ source }) => source === "agent");
  return (dites.length > 0 ? dites : siennes).map(({ valeur, accord }) => ({
    valeur,
    accord: accord === "A" || accord === "R" ? accord : "I",
  }));
}
