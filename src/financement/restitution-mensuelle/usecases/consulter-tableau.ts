import { type ActionLue, lireActions, lirePlaces, programmeAu } from "#offre/catalogue";
import { decalerMois, type Mois, moisDe, placesDuMois } from "#offre/comptage";
import type { Tx } from "#platform/db/tx.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  type ComptesRestitutions,
  compterASuivre,
  lireBornes,
  lireMoisEnSuspens,
  type MoisEnSuspens,
} from "../db/comptes.ts";
import {
  lireRestitutionsASuivre,
  lireRestitutionsDuMois,
  type Restitution,
} from "../db/restitutions.ts";
import { type ChiffresTransmis, lireTransmisDesMois, lireTransmisDuMois } from "../db/versions.ts";
import { retardAu } from "../domain/etat.ts";
import type { LigneJugee } from "../domain/tableau.ts";
import { exporterInput, moisInput, rienInput } from "../schemas.ts";
import { type CadreDuJour, cadreDuJour, etatDuJour, reglesAu } from "./cadre.ts";

export interface LigneTableau extends LigneJugee {
  readonly restitution: Restitution;
  readonly action: ActionLue;
  /** What was last sent; null when nothing was. */
  readonly transmis: ChiffresTransmis | null;
  /** Places of the last day of the month. */
  readonly places: number | null;
}

export interface TableauDuMois {
  readonly mois: Mois;
  readonly le: string;
  readonly regle: ReturnType<typeof reglesAu>["regle"];
  readonly lignes: readonly LigneTableau[];
  /** Names of the axes, by code. */
  readonly axes: ReadonlyMap<string, string>;
  /** Earlier months of which something is still awaited. */
  readonly suspens: readonly MoisEnSuspens[];
  readonly premier: Mois;
  readonly dernier: Mois;
}

/** Every return of one month in the reader’s perimeter: six queries, whatever their number. */
export async function lireTableau(context: Context, demande: Mois | null): Promise<TableauDuMois> {
  const { tx, departement } = context;
  const cadre = cadreDuJour(context);
  const fini = decalerMois(moisDe(cadre.le), -1);
  const bornes = await lireBornes(tx);
  const mois = demande ?? fini;
  const actions = await lireActions(tx, { portee: context.agent.portee });
  const ids = actions.map(({ id }) => id);
  const restitutions = await lireRestitutionsDuMois(tx, mois, ids);
  const transmis = await lireTransmisDuMois(tx, mois, ids);
  return {
    mois,
    le: cadre.le,
    regle: reglesAu(departement.referentiel, cadre.le).regle,
    lignes: await joindre(tx, { cadre, actions, restitutions, transmis }),
    axes: new Map(
      programmeAu(departement.referentiel, `${mois}-01`).programme.axes.map((axe) => [
        axe.code,
        `${axe.numero} : ${axe.libelle}`,
      ]),
    ),
    suspens: await lireMoisEnSuspens(tx, { portee: context.agent.portee, avant: mois }),
    premier: bornes.premier ?? mois,
    dernier: bornes.dernier !== null && bornes.dernier < fini ? bornes.dernier : fini,
  };
}

interface AJoindre {
  readonly cadre: CadreDuJour;
  readonly actions: readonly ActionLue[];
  readonly restitutions: readonly Restitution[];
  readonly transmis: readonly ChiffresTransmis[];
}

/** In the order of the actions: territory, axis, sheet, name; the latest month first for one action. */
async function joindre(
  tx: Tx,
  { cadre, actions, restitutions, transmis }: AJoindre,
): Promise<readonly LigneTableau[]> {
  const places = Map.groupBy(
    await lirePlaces(
      tx,
      restitutions.map(({ actionId }) => actionId),
    ),
    ({ actionId }) => actionId,
  );
  const parAction = Map.groupBy(restitutions, ({ actionId }) => actionId);
  const parId = new Map(transmis.map((un) => [un.id, un]));
  return actions.flatMap((action) =>
    (parAction.get(action.id) ?? []).map((restitution): LigneTableau => {
      const envoye = parId.get(restitution.id) ?? null;
      return {
        restitution,
        action,
        etat: etatDuJour(restitution, cadre),
        retard: retardAu(restitution, cadre.le),
        transmise: restitution.transmisNumero !== null,
        changee: restitution.transmiseLe !== null && restitution.ecart !== null,
        neant: envoye?.neant ?? false,
        transmis: envoye,
        places: placesDuMois(places.get(action.id) ?? [], restitution.mois),
      };
    }),
  );
}

/** The board of a month. */
export const consulterTableau = defineUseCase({
  name: "restitution.tableau",
  input: moisInput,
  droit: "restitution:lire",
  nature: "lecture",
  trace: null,
  run: (context, { mois }): Promise<TableauDuMois> => lireTableau(context, mois),
});

/** The same board, leaving the product. */
export const exporterTableau = defineUseCase({
  name: "restitution.exporter",
  input: exporterInput,
  droit: "restitution:lire",
  nature: "lecture",
  trace: ({ mois, format }, { lignes }: TableauDuMois) => ({
    objet: "liste",
    objetId: "restitutions",
    details: { format, mois, nombre: lignes.length },
  }),
  run: (context, { mois }): Promise<TableauDuMois> => lireTableau(context, mois),
});

export interface RestitutionsASuivre {
  readonly le: string;
  readonly regle: ReturnType<typeof reglesAu>["regle"];
  /** What waits for the operator, whatever its month. */
  readonly aFaire: readonly LigneTableau[];
  /** Sent and not accepted yet. */
  readonly envoyees: readonly LigneTableau[];
}

/** What an operator owes, and what it waits for. */
export const listerASuivre = defineUseCase({
  name: "restitution.a-suivre",
  input: rienInput,
  droit: "restitution:lire",
  nature: "lecture",
  trace: null,
  async run(context): Promise<RestitutionsASuivre> {
    const { tx, departement } = context;
    const cadre = cadreDuJour(context);
    const actions = await lireActions(tx, { portee: context.agent.portee });
    const ids = actions.map(({ id }) => id);
    const restitutions = await lireRestitutionsASuivre(tx, ids, cadre.le);
    const transmis = await lireTransmisDesMois(
      tx,
      restitutions.map(({ id }) => id),
    );
    const lignes = (await joindre(tx, { cadre, actions, restitutions, transmis })).toSorted(
      (a, b) =>
        a.restitution.dueLe.localeCompare(b.restitution.dueLe) ||
        a.action.nom.localeCompare(b.action.nom, "fr"),
    );
    return {
      le: cadre.le,
      regle: reglesAu(departement.referentiel, cadre.le).regle,
      aFaire: lignes.filter(
        ({ etat, changee }) => changee || (etat !== "transmise" && etat !== "acceptee"),
      ),
      envoyees: lignes.filter(({ etat, changee }) => !changee && etat === "transmise"),
    };
  },
});

/** What returns ask of this agent’s perimeter, for the homes. */
export const compterRestitutions = defineUseCase({
  name: "restitution.compter",
  input: rienInput,
  droit: "restitution:lire",
  nature: "lecture",
  trace: null,
  run(context): Promise<ComptesRestitutions> {
    const { le, regle } = cadreDuJour(context);
    return compterASuivre(context.tx, {
      portee: context.agent.portee,
      le,
      nonTransmiseApres: regle.nonTransmiseApres,
    });
  },
});
