import { expect } from "vitest";
import { chargerReferentiel } from "#commun/referentiel";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { unePersonneDeclaree, unFoyerDeclare } from "../../../app/testing/foyers.ts";
import type { FoyerDeclare } from "../domain/foyer-declare.ts";
import { inscrireFoyers } from "./inscrire-foyers.ts";

function inscrire(
  deps: Deps,
  reference: string,
  nature: "beneficiaires" | "instructions",
  foyer: FoyerDeclare,
) {
  return inscrireFoyers.execute(deps, unAgent(), {
    integrationId: null,
    nature,
    periodicite: nature === "beneficiaires" ? "M" : "I",
    reference,
    premierFichier: false,
    referentiel: chargerReferentiel("somme-2025"),
    nomenclature: { connait: () => true },
    resoudreCommune: (code) => ({ code, corrigee: false }),
    foyers: [{ rang: 1, ligne: 1, empreinte: Buffer.from(reference), foyer }],
  });
}

const unEnfant = (champs: Parameters<typeof unePersonneDeclaree>[0]) =>
  unePersonneDeclaree({
    prenom: "LOU",
    nir: null,
    dateNaissance: "2001-02-03",
    soumisDroitsDevoirs: null,
    ...champs,
  });

testAvecBase(
  "une instruction ne change pas la place qu’un fichier mensuel a donnée dans le foyer",
  async ({ deps }) => {
    const mensuel = unFoyerDeclare({
      personnes: [
        unePersonneDeclaree({ rolePrestationsFamiliales: "RDO" }),
        unEnfant({ role: "AUT", aCharge: false }),
      ],
    });
    const instruction = unFoyerDeclare({
      droit: null,
      personnes: [
        unePersonneDeclaree({
          rolePrestationsFamiliales: "DEM",
          aCharge: null,
          responsableDossier: null,
        }),
        unEnfant({ role: "ENF", aCharge: null, responsableDossier: null }),
      ],
    });
    await inscrire(deps, "2026-06-30", "beneficiaires", mensuel);
    await inscrire(deps, "2026-07-05", "instructions", instruction);
    await inscrire(deps, "2026-07-31", "beneficiaires", mensuel);
    const places = await deps.base.transaction((tx) =>
      tx.query(
        "select role, role_prestations_familiales as pf, a_charge, jusqua from membre order by id",
      ),
    );
    expect(places).toEqual([
      { role: "DEM", pf: "RDO", a_charge: true, jusqua: null },
      { role: "AUT", pf: "DEM", a_charge: false, jusqua: null },
    ]);
  },
);
