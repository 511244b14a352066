import type { Contact, FichePersonne } from "./fiche.ts";

export interface ContactsDe {
  readonly telephones: readonly Contact[];
  readonly courriels: readonly Contact[];
}

/** What an agent was told comes before what the file says; the file's contacts are the couple's, not the children's. */
export function contactsDe({
  personne,
  faits,
}: Pick<FichePersonne, "personne" | "faits">): ContactsDe {
  const siens = faits.contacts.filter(
    (contact) =>
      contact.personneId === personne.id ||
      (contact.personneId === null &&
        contact.dossierId === personne.dossierId &&
        (personne.role === "DEM" || personne.role === "CJT")),
  );
  return {
    telephones: siens.filter(({ nature }) => nature === "telephone"),
    courriels: siens.filter(({ nature }) => nature === "courriel"),
  };
}
