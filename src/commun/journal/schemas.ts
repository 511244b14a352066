import { z } from "zod";

const identifiant = z.coerce.number().int().positive();
const avant = z.coerce.number().int().positive().nullable().default(null);

export const lireJournalPersonneInput = z.object({ personneId: identifiant, avant });
export const lireJournalAgentInput = z.object({ agentId: identifiant, avant });
