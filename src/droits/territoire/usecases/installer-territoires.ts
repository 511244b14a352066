import type { Referentiel, TerritoireDefini } from "#commun/referentiel";
import type { Tx } from "#platform/db/tx.ts";
import { communesDuDepartement } from "../db/communes.ts";
import { lireDecoupageOfficiel } from "../db/decoupage-officiel.ts";
import { creer, existeTerritoire, rattacher } from "../db/territoires.ts";
import { repartirCommunes } from "../domain/repartition.ts";

/**
 * Creates the territories of the référentiel's last version, when the département has none yet.
 * A département that borrows another's référentiel gets its own arrondissements.
 */
export async function installerTerritoires(
  tx: Tx,
  referentiel: Referentiel,
  codeDepartement: string = referentiel.departement.code,
): Promise<{ readonly territoires: number; readonly communes: number }> {
  if (await existeTerritoire(tx)) return { territoires: 0, communes: 0 };
  const { valeur, depuis } = referentiel.territoires.at(-1) ?? referentiel.territoires[0];
  const definis =
    codeDepartement === referentiel.departement.code ? valeur : arrondissementsDe(codeDepartement);
  const repartition = repartirCommunes(definis, await communesDuDepartement(tx, codeDepartement));
  for (const { nom } of definis) {
    const territoireId = await creer(tx, { nom, depuis });
    const codes = [...repartition].filter(([, a]) => a === nom).map(([code]) => code);
    if (territoireId !== null) await rattacher(tx, { territoireId, codes, depuis });
  }
  return { territoires: definis.length, communes: repartition.size };
}

function arrondissementsDe(departement: string): readonly TerritoireDefini[] {
  return lireDecoupageOfficiel()
    .arrondissements.filter((arrondissement) => arrondissement.departement === departement)
    .map(({ code, nom }) => ({ nom, communes: [], epci: [], arrondissements: [code] }));
}
