import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lireNirScelle } from "../db/lire-personne.ts";
import { personneInput } from "../schemas.ts";
import { exigerPersonne } from "./consulter-personne.ts";

/** The number in clear, as received; null when the file gave none. Each reading is journaled as such. */
export const revelerNir = defineUseCase<typeof personneInput, string | null>({
  name: "personne.lire-nir",
  input: personneInput,
  droit: "dossier:lire-nir",
  nature: "lecture",
  trace: ({ personneId }) => ({
    objet: "personne",
    objetId: personneId,
    personneId,
    details: { nir: true },
  }),
  async run({ tx, agent, secrets }, { personneId }) {
    const { id } = await exigerPersonne(tx, personneId, agent.portee);
    const scelle = await lireNirScelle(tx, id);
    return scelle === null ? null : secrets.decrypt(scelle);
  },
});
