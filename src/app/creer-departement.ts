import { chargerReferentiel } from "#commun/referentiel";
import { chargerCommunes, installerTerritoires } from "#droits/territoire";
import type { PoolInstance } from "#platform/db/instance.ts";
import { createDepartement } from "#platform/db/migrate.ts";
import type { Departement } from "#platform/db/tx.ts";

type NouveauDepartement = Parameters<typeof createDepartement>[1];

/**
 * A département ready for its first file: schema, communes, territories of its référentiel.
 * @throws DomainError `referentiel.inconnu` before anything is written
 */
export async function creerDepartement(
  instance: PoolInstance,
  nouveau: NouveauDepartement,
): Promise<Departement> {
  const referentiel = chargerReferentiel(nouveau.referentiel);
  await instance.shared(chargerCommunes);
  const departement = await createDepartement(instance, nouveau);
  const base = await instance.departement(departement.slug);
  await base.transaction((tx) => installerTerritoires(tx, referentiel, departement.code));
  return departement;
}
