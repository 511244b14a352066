import { ajouterJours } from "#commun/echeance";
import type { AxeOffre } from "#commun/referentiel";
import { lireActions } from "#offre/catalogue";
import { lireSejoursComptes } from "#offre/participation";
import { KeptCounts } from "#platform/db/kept-counts.ts";
import type { Tx } from "#platform/db/tx.ts";
import { type Agent, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { additionner, type Effectif, effectifDe, grouper, reunir } from "../domain/effectif.ts";
import { type EtapeDeParcours, passerelles } from "../domain/passerelles.ts";
import { passerellesInput } from "../schemas.ts";
import { cadreDuJour, territoireOuvert } from "./cadre.ts";

export interface PasserellesLues {
  readonly annee: number;
  readonly du: string;
  readonly au: string;
  readonly delai: number;
  /** Under it, outside the perimeter, a count is withheld. */
  readonly seuil: number;
  readonly axes: readonly AxeOffre[];
  readonly sorties: Effectif;
  readonly passages: readonly {
    readonly de: string;
    readonly vers: string | null;
    readonly nombre: Effectif;
  }[];
}

/** So many left this axis from actions of this territory. */
interface Depart {
  readonly axe: string;
  readonly territoireId: number;
  readonly nombre: number;
}

/** The passages of a period, and how many left each axis for work. */
export interface Mouvements {
  readonly passages: readonly (Depart & { readonly vers: string | null })[];
  readonly emplois: readonly Depart[];
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
    const { le, programme, regle } = cadreDuJour(context);
    const annee = voulue ?? Number(le.slice(0, 4));
    const fin = `${annee}-12-31`;
    const periode = { du: `${annee}-01-01`, au: fin < le ? fin : le };
    const lus = await mouvementsDe(context.tx, { ...periode, delai });
    const seuil = regle.valeur.secret;
    const dire = lecteur({ agent: context.agent, territoireId: territoireId ?? null, seuil });
    const groupes = Map.groupBy(lus.passages, ({ axe, vers }) => `${axe} ${vers ?? ""}`);
    const passages = [...groupes.values()].flatMap((departs) => {
      const [{ axe: de, vers } = { axe: "", vers: null }] = departs;
      const nombre = dire(departs);
      return nombre === 0 ? [] : [{ de, vers, nombre }];
    });
    return {
      annee,
      ...periode,
      delai,
      seuil,
      axes: programme.axes,
      sorties: additionner(passages.map(({ nombre }) => nombre)),
      passages,
    };
  },
});

interface Lecteur {
  readonly agent: Agent;
  readonly territoireId: number | null;
  readonly seuil: number;
}

/** What an agent may know of movements: those of one territory, or of the whole département, small counts withheld. */
export function lecteur({ agent, territoireId, seuil }: Lecteur) {
  return (departs: readonly Depart[]): Effectif => {
    const ici = departs.filter((un) => territoireId === null || un.territoireId === territoireId);
    const groupes = ici.map((un) =>
      grouper(
        { nombre: un.nombre, places: 0, ouverte: territoireOuvert(agent, un.territoireId) },
        seuil,
      ),
    );
    return effectifDe(reunir(groupes, seuil), seuil);
  };
}

export interface PeriodeDePassage {
  readonly du: string;
  readonly au: string;
  readonly delai: number;
}

type Etape = EtapeDeParcours & {
  readonly territoireId: number;
  readonly classe: string | null;
};

/** What left the actions of the département, by the territory of the action left. */
export function mouvementsDe(tx: Tx, demande: PeriodeDePassage): Promise<Mouvements> {
  return gardees.read(tx, JSON.stringify(demande), async () => {
    const { du, au, delai } = demande;
    const etapes = await lireEtapes(tx, { du, au: ajouterJours(au, delai) });
    const territoires = new Map(
      etapes.map(({ sejourId, territoireId }) => [sejourId, territoireId]),
    );
    const passages = passerelles(etapes, { du, au }, delai).flatMap(({ de, vers, sejours }) =>
      parTerritoire(sejours, (id) => territoires.get(id) ?? 0).map((un) => ({
        ...un,
        axe: de,
        vers,
      })),
    );
    const sortis = etapes.filter(
      ({ sortiLe, classe }) =>
        sortiLe !== null &&
        sortiLe >= du &&
        sortiLe <= au &&
        (classe === "durable" || classe === "transition"),
    );
    const emplois = [...Map.groupBy(sortis, ({ axe }) => axe)].flatMap(([axe, siens]) =>
      parTerritoire(siens, ({ territoireId }) => territoireId).map((un) => ({ ...un, axe })),
    );
    return { passages, emplois };
  });
}

const parTerritoire = <Un>(
  uns: readonly Un[],
  territoire: (un: Un) => number,
): readonly Omit<Depart, "axe">[] =>
  [...Map.groupBy(uns, territoire)].map(([territoireId, siens]) => ({
    territoireId,
    nombre: siens.length,
  }));

async function lireEtapes(
  tx: Tx,
  periode: { readonly du: string; readonly au: string },
): Promise<readonly Etape[]> {
  const actions = new Map((await lireActions(tx)).map((action) => [action.id, action]));
  const sejours = await lireSejoursComptes(tx, { actions: "toutes", ...periode });
  return sejours.flatMap((sejour) => {
    const action = actions.get(sejour.actionId);
    if (!action) return [];
    return [{ ...sejour, sejourId: sejour.id, axe: action.axe, territoireId: action.territoireId }];
  });
}
