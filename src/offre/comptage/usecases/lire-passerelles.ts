import { ajouterJours } from "#commun/echeance";
import type { AxeOffre } from "#commun/referentiel";
import { type ActionLue, lireActions } from "#offre/catalogue";
import { lireSejoursComptes } from "#offre/participation";
import { KeptCounts } from "#platform/db/kept-counts.ts";
import type { Tx } from "#platform/db/tx.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type Passerelle, passerelles } from "../domain/passerelles.ts";
import { passerellesInput } from "../schemas.ts";
import { cadreDuJour } from "./cadre.ts";

export interface PasserellesLues {
  readonly annee: number;
  readonly du: string;
  readonly au: string;
  readonly delai: number;
  readonly axes: readonly AxeOffre[];
  readonly sorties: number;
  readonly passages: readonly {
    readonly de: string;
    readonly vers: string | null;
    readonly nombre: number;
  }[];
}

/** The passages of a period, and how many left each axis for work. */
export interface Mouvements {
  readonly passages: readonly Passerelle[];
  readonly emplois: ReadonlyMap<string, number>;
}

const gardees = new KeptCounts<Mouvements>();

/** Who left an axis in the year, and where she went next: counts of the whole département, or of one territory. */
export const lirePasserelles = defineUseCase({
  name: "comptage.passerelles",
  input: passerellesInput,
  droit: "offre:lire",
  nature: "lecture",
  trace: null,
  async run(context, { annee: voulue, delai, territoireId }): Promise<PasserellesLues> {
    const { le, programme } = cadreDuJour(context);
    const annee = voulue ?? Number(le.slice(0, 4));
    const fin = `${annee}-12-31`;
    const periode = { du: `${annee}-01-01`, au: fin < le ? fin : le };
    const { passages: lues } = await mouvementsDe(context.tx, {
      ...periode,
      delai,
      territoireId: territoireId ?? null,
    });
    const passages = lues.map(({ de, vers, sejours }) => ({ de, vers, nombre: sejours.length }));
    return {
      annee,
      ...periode,
      delai,
      axes: programme.axes,
      sorties: passages.reduce((total, { nombre }) => total + nombre, 0),
      passages,
    };
  },
});

export interface PeriodeDePassage {
  readonly du: string;
  readonly au: string;
  readonly delai: number;
  readonly territoireId: number | null;
}

/** Those who left an action of the territory, when one is named; of the whole département, else. */
export function mouvementsDe(tx: Tx, demande: PeriodeDePassage): Promise<Mouvements> {
  return gardees.read(tx, JSON.stringify(demande), async () => {
    const { du, au, delai, territoireId } = demande;
    const actions = new Map((await lireActions(tx)).map((action) => [action.id, action]));
    const sejours = await lireSejoursComptes(tx, {
      actions: "toutes",
      du,
      au: ajouterJours(au, delai),
    });
    const etapes = sejours.flatMap((sejour) => {
      const action = actions.get(sejour.actionId);
      return action ? [{ ...sejour, sejourId: sejour.id, axe: action.axe }] : [];
    });
    const ici = (id: number): boolean => deCeTerritoire(actions.get(id), territoireId);
    const emplois = new Map<string, number>();
    for (const { axe, actionId, sortiLe, classe } of etapes) {
      const dedans = sortiLe !== null && sortiLe >= du && sortiLe <= au && ici(actionId);
      if (dedans && (classe === "durable" || classe === "transition")) {
        emplois.set(axe, (emplois.get(axe) ?? 0) + 1);
      }
    }
    const passages = passerelles(etapes, { du, au }, delai, ({ actionId }) => ici(actionId));
    return { passages, emplois };
  });
}

const deCeTerritoire = (action: ActionLue | undefined, territoireId: number | null): boolean =>
  territoireId === null || action?.territoireId === territoireId;
