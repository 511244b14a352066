import {
  certifierEtTransmettre,
  reactionsRestitution,
  verifierRestitution,
} from "#financement/restitution-mensuelle";
import { ouvrirActions, programmeAu } from "#offre/catalogue";
import { sejoursChanges } from "#offre/participation";
import { unAgent } from "#platform/testing/base.ts";
import { contextOf, type Deps } from "#platform/usecase/define-use-case.ts";
import { avecTerritoires, lignes } from "./foyers-inscrits.ts";
import { le, ouvrir } from "./orientation.ts";

const agent = unAgent();

export interface ActionEssai {
  readonly id: number;
  readonly structureId: number;
  readonly territoireId: number;
}

interface Ouverture {
  readonly nom?: string;
  readonly operateur?: string;
  readonly du?: string;
  readonly dernierJour?: string;
  readonly places?: number;
}

/** An action of the Somme, run by its own operator, open since January 2026. */
export async function uneAction(
  deps: Deps,
  { nom = "Accompagner", operateur = "Insertion 80", ...saisie }: Ouverture = {},
): Promise<ActionEssai> {
  const territoires = await avecTerritoires(deps);
  const territoireId = territoires("Amiens");
  const { id: structureId } = await ouvrir(deps, { nom: operateur });
  const { programme } = programmeAu(deps.base.departement.referentiel, "2026-01-01");
  const fiche = programme.fiches.find(
    ({ adosseeA, types }) => adosseeA === null && types.length === 0,
  );
  const { ids } = await ouvrirActions.execute(le(deps, "2026-01-02"), agent, {
    actions: [
      {
        nom,
        ficheCode: fiche?.code ?? "",
        structureId,
        categorieJuridique: programme.categoriesAdmises.valeur[0] ?? "association",
        territoireId,
        entree: "continue",
        places: saisie.places ?? 5,
        du: saisie.du ?? "2026-01-01",
        dernierJour: saisie.dernierJour ?? "",
      },
    ],
  });
  return { id: ids[0] ?? 0, structureId, territoireId };
}

export async function restitutionDe(deps: Deps, actionId: number, mois: string) {
  const [restitution] = await lignes<{ id: number; revision: number }>(
    deps,
    "select id, revision from restitution where action_id = $1 and mois = $2::date",
    [actionId, `${mois}-01`],
  );
  return { restitutionId: restitution?.id ?? 0, revision: restitution?.revision ?? 0 };
}

interface SejourEssai {
  readonly personneId: number;
  readonly entreLe: string;
  readonly sortiLe?: string | null;
  readonly classe?: string | null;
}

export async function sejourner(deps: Deps, actionId: number, un: SejourEssai): Promise<number> {
  const [sejour] = await lignes<{ id: number }>(
    deps,
    `insert into sejour (action_id, personne_id, entre_le, sorti_le, classe, sortie_nature, socle, droit_verifie_le,
       droit_preuve, saisi_le)
     values ($1, $2, $3, $4, $5, case when $5::text is null then null else 'cdi' end, true, $3, 'reprise', $3) returning id`,
    [actionId, un.personneId, un.entreLe, un.sortiLe ?? null, un.classe ?? null],
  );
  return sejour?.id ?? 0;
}

/** A stay corrected by the module that keeps stays, which tells it. */
export async function corriger(deps: Deps, actionId: number, texte: string): Promise<void> {
  await deps.base.transaction(async (tx) => {
    await tx.query(texte);
    const context = contextOf({ ...deps, reactions: reactionsRestitution }, tx, agent);
    await context.tell(sejoursChanges, { sejours: [], personnes: [], actions: [actionId] });
  });
}

export async function remplir(
  deps: Deps,
  jour: string,
  actionId: number,
  mois: string,
  neant = false,
) {
  return verifierRestitution.execute(le(deps, jour), agent, {
    ...(await restitutionDe(deps, actionId, mois)),
    commentaire: "Rien à signaler",
    neant,
  });
}

export async function envoyer(
  deps: Deps,
  jour: string,
  actionId: number,
  mois: string,
  neant = false,
) {
  await remplir(deps, jour, actionId, mois, neant);
  return certifierEtTransmettre.execute(
    le(deps, jour),
    agent,
    await restitutionDe(deps, actionId, mois),
  );
}

export const laRestitution = async (deps: Deps, actionId: number, mois: string) => {
  const [une] = await lignes<Record<string, unknown>>(
    deps,
    "select * from restitution where action_id = $1 and mois = $2::date",
    [actionId, `${mois}-01`],
  );
  return une ?? {};
};
