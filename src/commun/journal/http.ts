import type { Route } from "#platform/http/route.ts";
import { journalAgent, journalPersonne } from "./web/routes-journal.tsx";

const droit = "journal:lire";

export const routesJournal: readonly Route[] = [
  { method: "GET", path: "/personnes/:id/journal", droit, handler: journalPersonne },
  { method: "GET", path: "/agents/:id/journal", droit, handler: journalAgent },
];
