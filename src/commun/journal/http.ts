import type { Route } from "#platform/http/route.ts";
import { type FichesReunies, journalDePersonne } from "./usecases/lire-journal-personne.ts";
import { journalAgent, journalPersonne } from "./web/routes-journal.tsx";

const droit = "journal:lire";

export function routesJournal(fichesReunies: FichesReunies): readonly Route[] {
  const lire = journalDePersonne(fichesReunies);
  return [
    {
      method: "GET",
      path: "/personnes/:id/journal",
      droit,
      handler: (request) => journalPersonne(request, lire),
    },
    { method: "GET", path: "/agents/:id/journal", droit, handler: journalAgent },
  ];
}
