import { z } from "zod";
import { type ActionLue, lireActions } from "#offre/catalogue";
import {
  compterProfils,
  type DimensionProfil,
  dimensionsProfil,
  type EntreesDuProfil,
} from "#offre/participation";
import { KeptCounts } from "#platform/db/kept-counts.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { publier, type TableauPublie } from "../domain/secret.ts";
import { statistiquesInput } from "../schemas.ts";
import { cadreDuJour, type RegleAffichee } from "./cadre.ts";

export interface StatistiqueDeProfil {
  readonly dimension: DimensionProfil;
  /** `null` when it cannot be told without telling of somebody. */
  readonly tableau: TableauPublie | null;
}

export interface StatistiquesFiche {
  readonly annee: number;
  readonly ficheCode: string;
  readonly fiche: string;
  readonly libelle: string;
  readonly regle: RegleAffichee;
  readonly actions: number;
  readonly entrees: number;
  /** True when the whole is under the threshold: nothing at all is told. */
  readonly tu: boolean;
  readonly profils: readonly StatistiqueDeProfil[];
  /** The other sheets of the programme, to go from one to another. */
  readonly fiches: readonly { readonly code: string; readonly libelle: string }[];
}

const gardees = new KeptCounts<readonly EntreesDuProfil[]>();

/** Only finished years: two readings of one that goes on would tell, by difference, who entered between them. */
export const derniereAnneeFinie = (le: string): number => Number(le.slice(0, 4)) - 1;

/**
 * The profile of those who entered the actions of a sheet in a year, territory by territory. It is told to all alike,
 * whatever their perimeter: two readings of the same table with different cells hidden would give them back.
 */
export const lireStatistiques = defineUseCase({
  name: "comptage.statistiques",
  input: statistiquesInput,
  droit: "offre:lire",
  nature: "lecture",
  trace: null,
  async run(context, { ficheCode, annee: voulue }): Promise<StatistiquesFiche> {
    const { le, programme, regle } = cadreDuJour(context);
    const fiche = programme.fiches.find(({ code }) => code === ficheCode);
    if (!fiche) throw ficheInconnue();
    const annee = voulue ?? derniereAnneeFinie(le);
    if (annee > derniereAnneeFinie(le)) throw enCours(annee);
    const actions = (await lireActions(context.tx)).filter((une) => une.fiche.code === ficheCode);
    const lues = await lireProfils(context, actions, annee);
    const { secret } = regle.valeur;
    const entrees = totalDe(lues.filter(({ dimension }) => dimension === "sexe"));
    const tu = entrees > 0 && entrees < secret;
    return {
      annee,
      ficheCode,
      fiche: `${fiche.numero} · ${fiche.court}`,
      libelle: fiche.libelle,
      regle,
      actions: actions.length,
      entrees: tu ? 0 : entrees,
      tu,
      profils: tu || entrees === 0 ? [] : profilsDe(lues, actions, secret),
      fiches: programme.fiches.map(({ code, numero, court }) => ({
        code,
        libelle: `${numero} · ${court}`,
      })),
    };
  },
});

/** The sheets of the programme, in its order. */
export const listerFiches = defineUseCase({
  name: "comptage.fiches",
  input: z.object({}),
  droit: "offre:lire",
  nature: "lecture",
  trace: null,
  run: (context): Promise<readonly { readonly code: string }[]> =>
    Promise.resolve(cadreDuJour(context).programme.fiches.map(({ code }) => ({ code }))),
});

const ficheInconnue = () =>
  new DomainError(
    "fiche.introuvable",
    "Cette fiche n’est pas dans le programme du département. Choisissez-la dans la liste des fiches.",
  );

const enCours = (annee: number) =>
  new DomainError(
    "statistique.annee-en-cours",
    `L’année ${annee} n’est pas finie : son profil se lira ensuite. Lu en cours d’année, il dirait, d’un jour à l’autre, qui vient d’entrer.`,
  );

function lireProfils({ tx }: Context, actions: readonly ActionLue[], annee: number) {
  const ids = actions.map(({ id }) => id);
  return gardees.read(tx, `${annee} ${ids.join()}`, () =>
    compterProfils(tx, { actions: ids, du: `${annee}-01-01`, au: `${annee}-12-31` }),
  );
}

const totalDe = (lues: readonly EntreesDuProfil[]): number =>
  lues.reduce((total, { nombre }) => total + nombre, 0);

/** « non renseigné » is a line like another: it is people too. */
const INCONNU = "";

function profilsDe(
  lues: readonly EntreesDuProfil[],
  actions: readonly ActionLue[],
  secret: number,
): readonly StatistiqueDeProfil[] {
  const territoireDe = new Map(actions.map(({ id, territoire }) => [id, territoire]));
  const colonnes = [...new Set(actions.map(({ territoire }) => territoire))];
  return dimensionsProfil.map((dimension) => {
    const siennes = lues.filter((une) => une.dimension === dimension);
    const lignes = [...new Set(siennes.map(({ valeur }) => valeur ?? INCONNU))].toSorted();
    const effectifs = lignes.map((ligne) =>
      colonnes.map((colonne) =>
        totalDe(
          siennes.filter(
            ({ valeur, actionId }) =>
              (valeur ?? INCONNU) === ligne && territoireDe.get(actionId) === colonne,
          ),
        ),
      ),
    );
    return { dimension, tableau: publier({ lignes, colonnes, effectifs }, secret) };
  });
}
