import { createPostman } from "#platform/outbox/deliver.ts";
import { dueInstants } from "#platform/outbox/keep.ts";
import type { Outcome, Transport } from "#platform/outbox/transport.ts";
import type { Agent, Deps } from "#platform/usecase/define-use-case.ts";
import { porterMessages } from "../messages.ts";
import type { Circuit } from "./circuit.ts";

/** One address in so many no longer exists, always the same ones. */
const PERDUES = 29;

/** Nothing leaves a demonstration: its persons do not exist. It says what a server would have said. */
const serveur: Transport = {
  send: ({ to, messageId }): Promise<Outcome> =>
    Promise.resolve(
      rangDe(to) % PERDUES === 0
        ? {
            kind: "refused",
            error: "Refusé par le serveur du destinataire : 550 5.1.1 adresse inconnue",
          }
        : { kind: "sent", answer: "250 2.0.0 accepté (démonstration)", providerId: messageId },
    ),
  close: () => Promise.resolve(),
};

function rangDe(adresse: string): number {
  return [...adresse].reduce((rang, signe) => (rang * 31 + signe.charCodeAt(0)) % 9973, 7);
}

const facteur = createPostman({ email: serveur, sms: serveur });

/** Every message the acts of the month wrote leaves at its own hour, until today. */
export function porterLesMessages(circuit: Circuit): Promise<void> {
  return circuit.faire({ execute: porterJusquaMaintenant }, circuit.aujourdhui, {});
}

async function porterJusquaMaintenant(deps: Deps, agent: Agent): Promise<void> {
  const { base } = deps;
  await base.transaction(async (tx) => {
    const ensemble = {
      ...base,
      transaction: <Fait>(run: (tx2: typeof tx) => Promise<Fait>) => run(tx),
    };
    for (const prevu of await dueInstants(tx, deps.now())) {
      await porterMessages({ ...deps, base: ensemble, now: () => prevu }, agent, facteur);
    }
  });
}
