import type { z } from "zod";
import { type ActionLue, lireActions } from "#offre/catalogue";
import { compterTermes, lireSejoursComptes } from "#offre/participation";
import { KeptCounts } from "#platform/db/kept-counts.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { porteeKey } from "#platform/usecase/portee-key.ts";
import {
  type ActionComptee,
  compterEnsemble,
  compterGroupes,
  type GroupeCompte,
} from "../domain/file-active.ts";
import { decalerMois, dernierJour, type Mois, moisEntre, premierJour } from "../domain/mois.ts";
import { type MoisProjete, projeter } from "../domain/projection.ts";
import { fileActiveInput, type GroupeFileActive } from "../schemas.ts";
import { cadreDuJour, joursDe, placesParAction, type RegleAffichee } from "./cadre.ts";

export interface LigneFileActive extends GroupeCompte {
  readonly libelle: string;
  /** What opens this line alone. */
  readonly cle: string;
  readonly projection: readonly MoisProjete[];
}

export interface FileActive {
  readonly par: GroupeFileActive;
  readonly le: string;
  readonly courant: Mois;
  readonly mois: readonly Mois[];
  readonly regle: RegleAffichee;
  readonly lignes: readonly LigneFileActive[];
  readonly ensemble: Omit<LigneFileActive, "cle" | "libelle">;
  /** What the filters of the page offer: the actions of the perimeter. */
  readonly actions: readonly ActionDeFile[];
}

export interface ActionDeFile
  extends Pick<
    ActionLue,
    "axe" | "id" | "nom" | "structure" | "structureId" | "territoire" | "territoireId"
  > {
  readonly ficheCode: string;
  readonly fiche: string;
}

type Demande = z.output<typeof fileActiveInput>;

const MOIS_PROJETES = 6;
const gardees = new KeptCounts<FileActive>();

/** The active file against the places, month by month, for the actions of the agent’s perimeter. */
export const lireFileActive = defineUseCase({
  name: "comptage.file-active",
  input: fileActiveInput,
  droit: "participation:lire",
  nature: "lecture",
  trace: null,
  run(context, demande): Promise<FileActive> {
    const { le } = cadreDuJour(context);
    const cle = `${porteeKey(context.agent.portee, le)} ${JSON.stringify(demande)}`;
    return gardees.read(context.tx, cle, () => compter(context, demande));
  },
});

async function compter(context: Context, demande: Demande): Promise<FileActive> {
  const { tx, agent } = context;
  const { le, mois: courant, programme, regle } = cadreDuJour(context);
  const au = demande.au === undefined || demande.au > courant ? courant : demande.au;
  const fenetre = { du: decalerMois(au, 1 - demande.mois), au };
  const visibles = await lireActions(tx, { portee: agent.portee });
  const ouvertes = visibles.filter((action) => toucheLaFenetre(action, fenetre));
  const actions = ouvertes.filter((action) => retenue(action, demande));
  const ids = actions.map(({ id }) => id);
  const places = await placesParAction(tx, actions);
  const comptees = actions.map(
    (action): ActionComptee => ({
      id: action.id,
      groupe: groupeDe(action, demande.par),
      places: places.get(action.id) ?? [],
    }),
  );
  const sejours = await lireSejoursComptes(tx, {
    actions: ids,
    ...joursDe(fenetre.du, fenetre.au),
  });
  const termes = await compterTermes(tx, { actions: ids, le });
  const prevoir = (compte: GroupeCompte) => {
    const siennes = new Set(compte.actions);
    const siens = termes.filter(({ actionId }) => siennes.has(actionId));
    const presents = siens.reduce((total, { nombre }) => total + nombre, 0);
    return { ...compte, projection: projeter(presents, siens, courant, MOIS_PROJETES) };
  };
  const axes = new Map(programme.axes.map((axe) => [axe.code, `${axe.numero} · ${axe.libelle}`]));
  const libelles = new Map(
    actions.map((action) => [groupeDe(action, demande.par), libelleDe(action, demande.par, axes)]),
  );
  return {
    par: demande.par,
    le,
    courant,
    mois: moisEntre(fenetre.du, fenetre.au),
    regle,
    lignes: compterGroupes(comptees, sejours, fenetre, courant).map((compte) => ({
      ...prevoir(compte),
      cle: compte.groupe,
      libelle: libelles.get(compte.groupe) ?? compte.groupe,
    })),
    ensemble: prevoir(compterEnsemble(comptees, sejours, fenetre, courant)),
    actions: ouvertes.map(actionDeFile),
  };
}

const toucheLaFenetre = (
  { du, au }: ActionLue,
  fenetre: { readonly du: Mois; readonly au: Mois },
): boolean => du <= dernierJour(fenetre.au) && (au === null || au > premierJour(fenetre.du));

function retenue(action: ActionLue, demande: Demande): boolean {
  const { axe, ficheCode, territoireId, structureId, actionId } = demande;
  return (
    (axe === undefined || action.axe === axe) &&
    (ficheCode === undefined || action.fiche.code === ficheCode) &&
    (territoireId === undefined || action.territoireId === territoireId) &&
    (structureId === undefined || action.structureId === structureId) &&
    (actionId === undefined || action.id === actionId)
  );
}

const cles: Readonly<Record<GroupeFileActive, (action: ActionLue) => string>> = {
  action: ({ id }) => String(id),
  operateur: ({ structureId }) => String(structureId),
  axe: ({ axe }) => axe,
  fiche: ({ fiche }) => fiche.code,
  territoire: ({ territoireId }) => String(territoireId),
};

const groupeDe = (action: ActionLue, par: GroupeFileActive): string => cles[par](action);

function libelleDe(
  action: ActionLue,
  par: GroupeFileActive,
  axes: ReadonlyMap<string, string>,
): string {
  const libelles: Readonly<Record<GroupeFileActive, string>> = {
    action: action.nom,
    operateur: action.structure,
    axe: axes.get(action.axe) ?? action.axe,
    fiche: `${action.fiche.numero} · ${action.fiche.court}`,
    territoire: action.territoire,
  };
  return libelles[par];
}

const actionDeFile = (action: ActionLue): ActionDeFile => ({
  id: action.id,
  nom: action.nom,
  axe: action.axe,
  ficheCode: action.fiche.code,
  fiche: `${action.fiche.numero} · ${action.fiche.court}`,
  structureId: action.structureId,
  structure: action.structure,
  territoireId: action.territoireId,
  territoire: action.territoire,
});
