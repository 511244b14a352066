import { lireReponses } from "#accompagnement/diagnostic";
import type { Matrice, QuestionDiagnostic, TypeOrientation } from "#commun/referentiel";
import { lireOffre } from "#commun/structure";
import { conditionPortee, lirePresents, type PersonnePresente } from "#droits/dossier";
import { allOf, raw } from "#platform/db/list/sql.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type BrouillonMatrice, type MatriceEnVigueur, matriceEnVigueur } from "../db/matrices.ts";
import { compilerMatrice } from "../domain/matrice/compiler-matrice.ts";
import { comparerPlacements, type Simulation } from "../domain/matrice/simulation.ts";
import { Places } from "../domain/offre.ts";
import { preparerPropositions } from "../domain/proposer.ts";
import { regimeAu } from "../domain/regime.ts";
import { simulerMatriceInput } from "../schemas-matrice.ts";
import { cadreMatrice, trouverBrouillon } from "./matrice-cadre.ts";
import { classesSuivantes } from "./proposer-orientations.ts";

export interface MatriceSimulee {
  readonly le: string;
  readonly enVigueur: MatriceEnVigueur;
  readonly brouillon: BrouillonMatrice;
  readonly types: readonly TypeOrientation[];
  readonly questions: readonly QuestionDiagnostic[];
  readonly simulation: Simulation;
  readonly structures: ReadonlyMap<
    number,
    { readonly nom: string; readonly places: number | null }
  >;
  /** Names, for who may read them; empty otherwise. */
  readonly personnes: ReadonlyMap<number, PersonnePresente>;
}

/**
 * The two matrices asked of everybody to accompany in the reader's perimeter, from empty structures. Read live and
 * written nowhere: two readers never see each other's simulation.
 */
export const simulerMatrice = defineUseCase({
  name: "matrice.simuler",
  input: simulerMatriceInput,
  droit: "matrice:lire",
  nature: "lecture",
  trace: null,
  async run(context, { brouillonId }): Promise<MatriceSimulee> {
    const { tx, agent } = context;
    const { le, referentiel, types, questions } = cadreMatrice(context);
    const brouillon = await trouverBrouillon(context, brouillonId);
    const enVigueur = await matriceEnVigueur(tx, referentiel, le);
    const presents = await lirePresents(
      tx,
      allOf([raw("s.beneficiaire and s.role in ('DEM', 'CJT')"), conditionPortee(agent.portee)]),
    );
    const placer = await preparer(context, presents, types);
    const nommer = agent.droits.has("personne:lister");
    return {
      le,
      enVigueur,
      brouillon,
      types,
      questions,
      simulation: comparerPlacements(placer(enVigueur.matrice), placer(brouillon.contenu)),
      structures: await lireStructures(context, le),
      personnes: new Map(nommer ? presents.map((un) => [un.personneId, un]) : []),
    };
  },
});

/** Everything read once; then each matrix starts from the same empty places. */
async function preparer(
  context: Context,
  presents: readonly PersonnePresente[],
  types: readonly TypeOrientation[],
) {
  const { tx } = context;
  const { le } = cadreMatrice(context);
  const services = await lireOffre(tx, le);
  const reponses = await lireReponses(tx, "tous");
  const dejaSuivies = await classesSuivantes(
    context,
    null,
    new Map(services.map(({ structureId, classe }) => [structureId, classe])),
  );
  return (matrice: Matrice) =>
    preparerPropositions(presents, {
      le,
      regime: regimeAu(le).code,
      types,
      evaluer: compilerMatrice(matrice, types),
      reponses,
      dejaSuivies,
      places: new Places(services, { structures: [], referents: [] }),
    });
}

async function lireStructures({ tx }: Context, le: string): Promise<MatriceSimulee["structures"]> {
  const structures = new Map<number, { readonly nom: string; readonly places: number | null }>();
  const types = new Set<string>();
  for (const { structureId, nom, typeOrientation, places } of await lireOffre(tx, le)) {
    const connue = structures.get(structureId);
    const cle = `${structureId} ${typeOrientation}`;
    if (types.has(cle)) continue;
    types.add(cle);
    const somme = connue === undefined ? places : ajouter(connue.places, places);
    structures.set(structureId, { nom, places: somme });
  }
  return structures;
}

/** Without limit somewhere is without limit. */
function ajouter(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}
