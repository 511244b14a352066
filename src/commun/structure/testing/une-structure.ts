import { unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { accueillirReferent } from "../usecases/accueillir-referent.ts";
import { creerStructure } from "../usecases/creer-structure.ts";
import { typesDecidables } from "../usecases/regles.ts";

const installateur = unAgent();

/** A type of the test département, and an organism that may take it. */
export function unType(deps: Deps, rang = 0) {
  const types = typesDecidables(deps.base.departement.referentiel, "2026-11-22");
  const type = types[rang];
  const classe = type?.classes[0];
  if (!type || !classe) throw new Error(`Le référentiel d’essai n’a pas de type ${rang}`);
  return { code: type.code, classe };
}

interface Voulue {
  readonly nom?: string;
  readonly territoireId?: number | null;
  readonly du?: string;
}

/** Open since the start of 2026, it takes the first type of the référentiel on one territory. */
export async function uneStructure(
  deps: Deps,
  { nom = "Maison des solidarités", territoireId = null, du = "2026-01-01" }: Voulue = {},
) {
  const { code, classe } = unType(deps);
  const { id } = await creerStructure.execute(deps, installateur, {
    nom,
    classe,
    du,
    secteurs: [{ type: code, territoireId }],
  });
  return { id, type: code, classe };
}

export async function unReferent(
  deps: Deps,
  structureId: number,
  champs: Partial<Parameters<typeof accueillirReferent.execute>[2]> = {},
) {
  const { id } = await accueillirReferent.execute(deps, installateur, {
    structureId,
    nom: "Parcours",
    prenom: "Rose",
    fonction: "conseillère en insertion",
    etp: 1,
    places: 40,
    du: "2026-01-01",
    ...champs,
  });
  return id;
}
