import { expect } from "vitest";
import { testAvecBase } from "#platform/testing/base.ts";
import { unFoyerDeclare } from "../../../app/testing/foyers.ts";
import { declarer, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { lireEtatsDossiers } from "./lire-etats.ts";

testAvecBase(
  "montants et ressources se lisent du plus ancien au plus récent, quel que soit leur ordre d’écriture",
  async ({ base, deps }) => {
    await declarer(deps, "2026-09-30", [unFoyerDeclare()]);
    for (const depuis of ["2026-09-01", "2026-07-01", "2026-08-01"]) {
      await lignes(
        deps,
        `insert into montant_droit (dossier_id, depuis, total, montants, natures, connu_le)
         select id, '${depuis}', 1, '{}', '[]', '${depuis}' from dossier`,
      );
      await lignes(
        deps,
        `insert into ressource (dossier_id, personne_id, depuis, total, mois, connu_le)
         select dossier_id, personne_id, '${depuis}', 1, '[]', '${depuis}' from membre`,
      );
    }
    await lignes(deps, "update montant_droit set total = 2 where depuis = '2026-07-01'");
    const [{ id } = { id: 0 }] = await lignes<{ id: number }>(deps, "select id from dossier");
    const etat = (await base.transaction((tx) => lireEtatsDossiers(tx, [id]))).get(id);
    const attendus = ["2026-07-01", "2026-08-01", "2026-09-01"];
    const debuts = [
      etat?.montants.map(({ valeur }) => valeur.depuis).slice(-3),
      etat?.membres[0]?.ressources.map(({ valeur }) => valeur.depuis).slice(-3),
    ];
    expect(debuts).toEqual([attendus, attendus]);
  },
);
