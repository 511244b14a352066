import { z } from "zod";
import type { RegleContrats } from "#commun/referentiel";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  type ComptesContrats,
  compter,
  compterPar,
  estReleve,
  groupes,
  inscrireReleves,
  type LigneTaux,
  lireReleves,
} from "../db/comptes.ts";
import { rythme, semainesRestantes } from "../domain/stock.ts";
import { ajouterPart, aucunePart, type Part, sousLeSeuilDepuis } from "../domain/taux.ts";
import { rienInput } from "../schemas.ts";
import { cadreDuJour } from "./cadre.ts";

export interface TableauContrats extends ComptesContrats {
  readonly regle: RegleContrats;
  readonly total: Part;
  /** First day of the run under the threshold that leads to today; null when above it. */
  readonly sousLeSeuilDepuis: string | null;
}

function demandeDe(context: Context) {
  const { le, regle } = cadreDuJour(context);
  return {
    portee: context.agent.portee,
    le,
    delai: regle.delaiDuTaux.valeur,
    internes: regle.internes.valeur,
    anciennes: regle.natures.filter(({ aRemplacer }) => aRemplacer).map(({ code }) => code),
  };
}

/** Where the contracts of the agent’s perimeter are, and the rate with its threshold. */
export const compterContrats = defineUseCase({
  name: "contrat.compter",
  input: rienInput,
  droit: "contrat:lire",
  nature: "lecture",
  trace: null,
  async run(context): Promise<TableauContrats> {
    const { le, regle } = cadreDuJour(context);
    const comptes = await compter(context.tx, demandeDe(context));
    const total = ajouterPart(comptes.interne, comptes.externe);
    const { territoires, structures, referentId } = context.agent.portee;
    const parTerritoire = structures.length === 0 && referentId === null;
    const releves = parTerritoire ? await lireReleves(context.tx, territoires) : [];
    return {
      ...comptes,
      regle,
      total,
      sousLeSeuilDepuis: sousLeSeuilDepuis(total, regle.seuil.valeur, releves, le),
    };
  },
});

const parInput = z.object({ par: z.enum(groupes).default("structure") });

/** The rate shared out, each line the door of its list. */
export const compterTaux = defineUseCase({
  name: "contrat.compter-taux",
  input: parInput,
  droit: "contrat:lire",
  nature: "lecture",
  trace: null,
  run: (context, { par }): Promise<readonly LigneTaux[]> =>
    compterPar(context.tx, par, demandeDe(context)),
});

export interface LigneStock {
  readonly id: number | null;
  readonly nom: string | null;
  readonly restants: number;
  readonly parSemaine: number;
}

export interface TableauStock {
  readonly regle: RegleContrats;
  readonly aujourdhui: string;
  readonly semaines: number;
  readonly restants: number;
  readonly parSemaine: number;
  readonly lignes: readonly LigneStock[];
}

/** Who is still under a contract of the earlier regime, and the pace that reaches the end of the stock in time. */
export const compterStock = defineUseCase({
  name: "contrat.compter-stock",
  input: parInput,
  droit: "contrat:lire",
  nature: "lecture",
  trace: null,
  async run(context, { par }): Promise<TableauStock> {
    const { le, regle } = cadreDuJour(context);
    const semaines = semainesRestantes(le, regle.stock.valeur);
    const comptees = await compterPar(context.tx, par, demandeDe(context));
    const lignes = [...Map.groupBy(comptees, ({ id }) => id).values()]
      .map((groupe) => {
        const restants = groupe.reduce((somme, { stock }) => somme + stock, 0);
        const { id = null, nom = null } = groupe[0] ?? {};
        return { id, nom, restants, parSemaine: rythme(restants, semaines) };
      })
      .filter(({ restants }) => restants > 0)
      .toSorted((a, b) => b.restants - a.restants);
    const restants = lignes.reduce((somme, ligne) => somme + ligne.restants, 0);
    return {
      regle,
      aujourdhui: le,
      semaines,
      restants,
      parSemaine: rythme(restants, semaines),
      lignes,
    };
  },
});

/** Keeps the rate of the day by territory, once: what tells since when it is under the threshold. */
export const releverContractualisation = defineUseCase({
  name: "contrat.relever",
  input: rienInput,
  droit: "contrat:suivre",
  nature: "ecriture",
  trace: null,
  async run(context): Promise<{ readonly releves: number }> {
    const { le } = cadreDuJour(context);
    if (await estReleve(context.tx, le)) return { releves: 0 };
    const lignes = await compterPar(context.tx, "territoire", demandeDe(context));
    const parts = Map.groupBy(lignes, ({ id, interne }) => `${id ?? 0} ${interne}`);
    const releves = [...parts.values()].map((groupe) => ({
      le,
      territoireId: groupe[0]?.id ?? 0,
      interne: groupe[0]?.interne ?? false,
      ...groupe.reduce<Part>(
        (somme, { sousContrat, attendus }) => ajouterPart(somme, { sousContrat, attendus }),
        aucunePart,
      ),
    }));
    await inscrireReleves(context.tx, releves);
    return { releves: releves.length };
  },
});
