import { lireOrganismes } from "#commun/structure";
import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { fermerContact, insererContact } from "../db/contacts.ts";
import { noterContactInput, retirerContactInput } from "../schemas.ts";

export const noterContact = defineUseCase<typeof noterContactInput, { readonly id: number }>({
  name: "operateur.noter-contact",
  input: noterContactInput,
  droit: "offre:tenir",
  nature: "ecriture",
  trace: ({ structureId, role }) => ({
    objet: "structure",
    objetId: structureId,
    details: { role },
  }),
  async run({ tx, now, agent }, contact) {
    const [organisme] = await lireOrganismes(tx, [contact.structureId]);
    if (!organisme) {
      throw new DomainError(
        "operateur.introuvable",
        "Cet opérateur n’existe pas. Cherchez-le dans la liste des opérateurs.",
      );
    }
    return { id: await insererContact(tx, { ...contact, noteLe: civilDay(now) }, agent.id) };
  },
});

export const retirerContact = defineUseCase<
  typeof retirerContactInput,
  { readonly structureId: number }
>({
  name: "operateur.retirer-contact",
  input: retirerContactInput,
  droit: "offre:tenir",
  nature: "ecriture",
  trace: (_, { structureId }) => ({ objet: "structure", objetId: structureId }),
  async run({ tx, now }, { contactId }) {
    const structureId = await fermerContact(tx, contactId, civilDay(now));
    if (structureId !== null) return { structureId };
    throw new DomainError(
      "contact.introuvable",
      "Ce contact n’existe pas, ou il a déjà été retiré. Rechargez la page.",
    );
  },
});
