import type { z } from "zod";
import { civilDay } from "#platform/clock/civil-day.ts";
import type { Tx } from "#platform/db/tx.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { remplacerContact, verrouillerContacts, versionsContacts } from "../db/contacts.ts";
import { lireFaits } from "../db/lire-faits.ts";
import { contactsDe } from "../domain/contacts.ts";
import type { EnTetePersonne } from "../domain/fiche.ts";
import { modifierContactInput, personneInput } from "../schemas.ts";
import { exigerEnTete } from "./consulter-personne.ts";
import { recalculer } from "./regle-du-jour.ts";

export interface Coordonnees {
  readonly personne: EnTetePersonne;
  readonly telephone: string;
  readonly accordTelephone: string;
  readonly versionTelephone: number;
  readonly courriel: string;
  readonly accordCourriel: string;
  readonly versionCourriel: number;
}

type Nature = "telephone" | "courriel";

/** What the form starts from: what an agent wrote, else what the file says. */
export const lireCoordonnees = defineUseCase({
  name: "contact.lire",
  input: personneInput,
  droit: "contact:modifier",
  nature: "lecture",
  trace: (_, { personne }: Coordonnees) => ({
    objet: "personne",
    objetId: personne.id,
    personneId: personne.id,
  }),
  async run({ tx, agent }, { personneId }): Promise<Coordonnees> {
    const personne = await exigerEnTete(tx, personneId, agent.portee);
    return coordonneesDe(tx, personne);
  },
});

async function coordonneesDe(tx: Tx, personne: EnTetePersonne): Promise<Coordonnees> {
  const faits = await lireFaits(tx, [personne.dossierId], personne.id);
  const { telephones, courriels } = contactsDe({ personne, faits });
  const versions = await versionsContacts(tx, personne.id);
  return {
    personne,
    telephone: telephones[0]?.valeur ?? "",
    accordTelephone: telephones[0]?.accord ?? "I",
    versionTelephone: versions.telephone,
    courriel: courriels[0]?.valeur ?? "",
    accordCourriel: courriels[0]?.accord ?? "I",
    versionCourriel: versions.courriel,
  };
}

/** What the person herself told an agent. What was known before stays readable. */
export const modifierContact = defineUseCase({
  name: "contact.modifier",
  input: modifierContactInput,
  droit: "contact:modifier",
  nature: "ecriture",
  trace: (_, { id, changes }: { readonly id: number; readonly changes: readonly Nature[] }) => ({
    objet: "personne",
    objetId: id,
    personneId: id,
    details: { champs: changes },
  }),
  async run(context, saisie) {
    const { tx, agent, now } = context;
    const personne = await exigerEnTete(tx, saisie.personneId, agent.portee);
    const tenus = await verrouillerContacts(tx, personne.id);
    const connues = await coordonneesDe(tx, personne);
    const changes = (["telephone", "courriel"] as const).filter((nature) =>
      change(nature, saisie, connues),
    );
    exigerVersions(changes, saisie, connues);
    for (const nature of changes) {
      await remplacerContact(tx, {
        personneId: personne.id,
        nature,
        anciens: tenus.filter((tenu) => tenu.nature === nature),
        valeur: saisie[nature],
        accord: nature === "telephone" ? saisie.accordTelephone : saisie.accordCourriel,
        le: civilDay(now),
      });
    }
    if (changes.length > 0) await recalculer(context, [personne.id]);
    return { id: personne.id, changes };
  },
});

type Saisie = z.output<typeof modifierContactInput>;

function change(nature: Nature, saisie: Saisie, connues: Coordonnees): boolean {
  const accord = nature === "telephone" ? "accordTelephone" : "accordCourriel";
  if ((saisie[nature] ?? "") !== connues[nature]) return true;
  return saisie[nature] !== null && saisie[accord] !== connues[accord];
}

/** @throws DomainError `contact.conflit`, with what is recorded now */
function exigerVersions(changes: readonly Nature[], saisie: Saisie, connues: Coordonnees): void {
  const depassees = changes.filter((nature) => {
    const version = nature === "telephone" ? "versionTelephone" : "versionCourriel";
    return saisie[version] !== connues[version];
  });
  if (depassees.length === 0) return;
  const { personne: _personne, ...enregistrees } = connues;
  throw new DomainError(
    "contact.conflit",
    "Un autre agent a modifié ces coordonnées pendant que vous les modifiiez. Comparez les deux versions, puis enregistrez celle qui est juste.",
    { enregistrees },
  );
}
