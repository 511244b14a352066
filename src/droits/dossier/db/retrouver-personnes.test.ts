import { expect } from "vitest";
import { testAvecBase } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { unePersonneDeclaree, unFoyerDeclare } from "../../../app/testing/foyers.ts";
import { declarer, idDe } from "../../../app/testing/foyers-inscrits.ts";
import { type PersonneNommeeAilleurs, retrouverPersonnes } from "./retrouver-personnes.ts";

const alice = {
  nom: "Exemple",
  prenom: "Alice",
  dateNaissance: "1985-04-12",
  numeroDemande: null,
};

async function retrouver(deps: Deps, ...nommees: readonly PersonneNommeeAilleurs[]) {
  const trouvees = await deps.base.transaction((tx) => retrouverPersonnes(tx, nommees));
  return trouvees.map(({ rang, personneId }) => [rang, personneId]);
}

testAvecBase(
  "une personne se retrouve par ses noms sans accent ni majuscule et sa naissance, ou par sa demande",
  async ({ deps }) => {
    const foyer = unFoyerDeclare({
      personnes: [unePersonneDeclaree({ nom: "MARTIN", nomNaissance: "EXEMPLE", nir: null })],
    });
    await declarer(deps, "2026-09-30", [foyer]);
    const id = await idDe(deps, "ALICE");
    const parDemande = { nom: "", prenom: "", dateNaissance: null };
    expect(
      await retrouver(
        deps,
        { ...alice, prenom: "ÁLICE" },
        { ...alice, nom: "Martin" },
        { ...alice, dateNaissance: "1985-04-13" },
        { ...alice, nom: "Autre" },
        { ...parDemande, numeroDemande: foyer.numeroDemande },
        { ...parDemande, prenom: "Bob", numeroDemande: foyer.numeroDemande },
      ),
    ).toEqual([
      [0, id],
      [1, id],
      [4, id],
    ]);
  },
);

testAvecBase(
  "deux personnes de mêmes noms et de même naissance reviennent toutes deux",
  async ({ deps }) => {
    const homonyme = (matricule: string, numeroDemande: string, nir: string) =>
      unFoyerDeclare({
        organisme: { famille: "CAF", numero: "801", matricule },
        numeroDemande,
        personnes: [unePersonneDeclaree({ nir })],
      });
    await declarer(deps, "2026-09-30", [
      homonyme("1000001", "80000000001", "2850480021001"),
      homonyme("1000002", "80000000002", "2850480021002"),
    ]);
    const trouvees = await retrouver(deps, alice);
    expect(trouvees.length).toBe(2);
  },
);
