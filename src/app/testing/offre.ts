import { accueillirReferent, creerStructure, typesDecidables } from "#commun/structure";
import { ouvrirActions } from "#offre/catalogue";
import { unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { lignes } from "./foyers-inscrits.ts";

const installateur = unAgent();

/** The same base, ruled by the référentiel of the Nord: its eleven sheets. */
export function auNord(deps: Deps): Deps {
  const departement = { ...deps.base.departement, referentiel: "nord-2019" };
  return { ...deps, base: { ...deps.base, departement } };
}

/** A territory, made once under this name. */
export async function unTerritoire(deps: Deps, nom = "Territoire d’essai"): Promise<number> {
  const [territoire] = await lignes<{ id: number }>(
    deps,
    `insert into territoire (nom, ordre, periode) values ($1, 90, '[2000-01-01,)')
     on conflict (nom) do update set nom = excluded.nom returning id`,
    [nom],
  );
  return territoire?.id ?? 0;
}

/** An operator, made once under this name, open since 2019. */
export async function unOperateur(deps: Deps, nom = "Élan Essai"): Promise<number> {
  const [connu] = await lignes<{ id: number }>(deps, "select id from structure where nom = $1", [
    nom,
  ]);
  if (connu) return connu.id;
  const types = typesDecidables(deps.base.departement.referentiel, "2026-11-22");
  const { id } = await creerStructure.execute(deps, installateur, {
    nom,
    classe: types[0]?.classes[0] ?? "association",
    du: "2019-01-01",
  });
  return id;
}

export async function unIntervenant(deps: Deps, structureId: number, nom = "Projet") {
  const { id } = await accueillirReferent.execute(deps, installateur, {
    structureId,
    nom,
    prenom: "Odile",
    fonction: "cheffe de projet",
    etp: 1,
    du: "2019-01-01",
  });
  return id;
}

type ActionVoulue = Partial<Parameters<typeof ouvrirActions.execute>[2]["actions"][number]>;

/** What an action of a test says when the test says nothing: a sheet of the Nord, ten places since 2024. */
export async function actionVoulue(deps: Deps, voulue: ActionVoulue = {}) {
  return {
    nom: "Accompagnement d’essai",
    ficheCode: "vi-1",
    categorieJuridique: "association" as const,
    entree: "continue" as const,
    places: 10,
    du: "2024-01-01",
    ...voulue,
    structureId: voulue.structureId ?? (await unOperateur(deps)),
    territoireId: voulue.territoireId ?? (await unTerritoire(deps)),
  };
}

/** Ruled by `auNord`. An IOD has its référence opened beside it. */
export async function uneAction(deps: Deps, voulue: ActionVoulue = {}): Promise<number> {
  const nord = auNord(deps);
  const action = await actionVoulue(nord, voulue);
  const reference = { ...action, ficheCode: "i-2", nom: `Référence de ${action.nom}` };
  const actions = action.ficheCode === "i-1" ? [reference, action] : [action];
  let id = 0;
  for (const une of actions) {
    const { ids } = await ouvrirActions.execute(nord, installateur, { actions: [une] });
    id = ids[0] ?? 0;
  }
  return id;
}
