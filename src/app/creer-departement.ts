import { chargerReferentiel } from "#commun/referentiel";
import { chargerCommunes, departementConnu, installerTerritoires } from "#droits/territoire";
import type { PoolInstance } from "#platform/db/instance.ts";
import { createDepartement } from "#platform/db/migrate.ts";
import type { Departement } from "#platform/db/tx.ts";
import { DomainError } from "#platform/errors/domain-error.ts";

type NouveauDepartement = Parameters<typeof createDepartement>[1];

/**
 * A département ready for its first file: schema, communes, territories of its référentiel.
 * @throws DomainError `referentiel.inconnu`, `departement.code-inconnu` before its schema is written
 */
export async function creerDepartement(
  instance: PoolInstance,
  nouveau: NouveauDepartement,
): Promise<Departement> {
  chargerReferentiel(nouveau.referentiel);
  const { code } = nouveau;
  const connu = await instance.shared(async (tx) => {
    await chargerCommunes(tx);
    return departementConnu(tx, code);
  });
  if (!connu) {
    throw new DomainError(
      "departement.code-inconnu",
      `Aucun département n’a le code « ${code} ». Donnez son code INSEE : 52, 2A, 974.`,
      { code },
    );
  }
  const departement = await createDepartement(instance, nouveau);
  await decouperEnTerritoires(instance, departement);
  return departement;
}

/** Does nothing when it is done already. */
export async function decouperEnTerritoires(
  instance: PoolInstance,
  { slug, code, referentiel }: NouveauDepartement,
): Promise<void> {
  const base = await instance.departement(slug);
  await base.transaction((tx) => installerTerritoires(tx, chargerReferentiel(referentiel), code));
}
