import { chargerReferentiel } from "#commun/referentiel";
import { type FoyerDeclare, inscrireFoyers } from "#droits/dossier";
import { chargerCommunes, installerTerritoires, nomsDesTerritoires } from "#droits/territoire";
import { unAgent } from "#platform/testing/base.ts";
import type { Agent, Deps } from "#platform/usecase/define-use-case.ts";

const referentiel = chargerReferentiel("somme-2025");
let rang = 0;

/** A file of these households, written as an import would write it. */
export async function declarer(
  deps: Deps,
  reference: string,
  foyers: readonly FoyerDeclare[],
): Promise<void> {
  await inscrireFoyers.execute(deps, unAgent(), {
    integrationId: null,
    nature: "beneficiaires",
    periodicite: "M",
    reference,
    premierFichier: false,
    referentiel,
    nomenclature: { connait: () => true },
    resoudreCommune: (code) => ({ code, corrigee: false }),
    foyers: foyers.map((foyer) => {
      rang += 1;
      return { rang, ligne: rang * 100, empreinte: Buffer.from(`${rang}`), foyer };
    }),
  });
}

/** Communes and territories of the Somme; gives the number of a territory by its name. */
export async function avecTerritoires(deps: Deps): Promise<(nom: string) => number> {
  return deps.base.transaction(async (tx) => {
    await chargerCommunes(tx);
    await installerTerritoires(tx, referentiel);
    const noms = await nomsDesTerritoires(tx);
    return (nom) => noms.find((territoire) => territoire.nom === nom)?.id ?? 0;
  });
}

export function agentDe(territoires: readonly number[]): Agent {
  return unAgent({ id: 7, portee: { territoires, structures: [], referentId: null } });
}

export function lignes<Ligne = Record<string, unknown>>(
  deps: Deps,
  texte: string,
  valeurs: readonly unknown[] = [],
): Promise<Ligne[]> {
  return deps.base.transaction((tx) => tx.query<Ligne>(texte, [...valeurs]));
}

export async function idDe(deps: Deps, prenom: string): Promise<number> {
  const [personne] = await lignes<{ id: number }>(
    deps,
    `select id from personne where prenom = '${prenom}'`,
  );
  return personne?.id ?? 0;
}
