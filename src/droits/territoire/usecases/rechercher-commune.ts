import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type CommuneTrouvee, chercherCommunes } from "../db/communes.ts";
import { rechercherCommuneInput } from "../schemas.ts";

const LIMITE = 20;

/** No person is read: every agent of the département may. */
export const rechercherCommune = defineUseCase({
  name: "territoire.rechercher-commune",
  input: rechercherCommuneInput,
  droit: null,
  nature: "lecture",
  trace: null,
  run: ({ tx, departement }, { texte, partout }): Promise<readonly CommuneTrouvee[]> =>
    chercherCommunes(tx, {
      texte,
      departement: partout ? null : departement.code,
      limite: LIMITE,
    }),
});
