import { join } from "node:path";
import { rappelerRendezVous, tenirLaJournee } from "#accompagnement/agenda";
import { oublierMessages, verifierAvantEnvoi } from "#commun/message";
import { lireJoignables } from "#droits/dossier";
import { civilDay } from "#platform/clock/civil-day.ts";
import { emlFolder, smsFolder } from "#platform/mail/folder.ts";
import { smsGateway } from "#platform/mail/sms-gateway.ts";
import { smtpTransport } from "#platform/mail/smtp.ts";
import { createPostman, type Postman } from "#platform/outbox/deliver.ts";
import { type Agent, contextOf, type Deps } from "#platform/usecase/define-use-case.ts";
import type { Config } from "./config.ts";
import { repeterSansCesse } from "./travaux.ts";

export interface Facteur extends Postman {
  close(): Promise<void>;
}

/** By which ways messages leave this instance: those of its configuration, else a folder of its data. */
export function ouvrirFacteur({
  smtp,
  sms,
  dataFolder,
}: Pick<Config, "smtp" | "sms" | "dataFolder">): Facteur {
  const folder = join(dataFolder, "messages");
  const transports = {
    email: smtp ? smtpTransport(smtp) : emlFolder(folder),
    sms: sms ? smsGateway(sms) : smsFolder(folder),
  };
  return {
    ...createPostman(transports),
    async close() {
      await transports.email.close();
      await transports.sms.close();
    },
  };
}

const verifier = verifierAvantEnvoi(lireJoignables);

/** Sends what is due in one département. */
export function porterMessages(
  deps: Deps,
  agent: Agent,
  facteur: Postman,
  signal?: AbortSignal,
): Promise<number> {
  return facteur.deliver(
    {
      ...deps,
      check: (tx, envoiId) => verifier(contextOf(deps, tx, agent), envoiId),
    },
    signal,
  );
}

const rappeler = rappelerRendezVous(lireJoignables);

/**
 * Once a day in each département: meetings nobody concluded become something to do, the reminders of the meetings to come are written, and what was kept long enough is
 * taken away. Done again after a restart, it writes nothing twice.
 */
function chaqueJour() {
  const faits = new Map<string, string>();
  return async (deps: Deps, agent: Agent): Promise<void> => {
    const { slug } = deps.base.departement;
    const jour = civilDay(deps.now());
    if (faits.get(slug) === jour) return;
    const rappelant = { ...agent, droits: new Set([...agent.droits, "agenda:tenir"]) };
    await tenirLaJournee.execute(deps, rappelant, {});
    await rappeler.execute(deps, rappelant, {});
    await oublierMessages.execute(deps, agent, {});
    faits.set(slug, jour);
  };
}

interface Porteur extends Omit<Parameters<typeof repeterSansCesse>[0], "faire"> {
  readonly deps: (slug: string) => Promise<Deps>;
  readonly facteur: Postman;
  readonly agent: Agent;
}

/** Sends soon after whichever act wrote; what is done once a day never holds a message back when it fails. */
export function porterSansCesse({ deps, facteur, agent, ...repetition }: Porteur) {
  const duJour = chaqueJour();
  const boucles = [
    repeterSansCesse({
      ...repetition,
      faire: async (slug, signal) => porterMessages(await deps(slug), agent, facteur, signal),
    }),
    repeterSansCesse({ ...repetition, faire: async (slug) => duJour(await deps(slug), agent) }),
  ];
  return {
    async stop(): Promise<void> {
      await Promise.all(boucles.map((boucle) => boucle.stop()));
    },
  };
}
