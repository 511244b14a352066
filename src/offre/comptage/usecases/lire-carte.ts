import { ajouterJours, ajouterMois } from "#commun/echeance";
import type { AxeOffre, ProgrammeOffre } from "#commun/referentiel";
import { conditionPortee, exigerPersonne, lirePresents } from "#droits/dossier";
import { nomsDesTerritoires } from "#droits/territoire";
import { type ActionLue, lireActions } from "#offre/catalogue";
import { compterTermes, lireSejours, type SejourLu } from "#offre/participation";
import { KeptCounts } from "#platform/db/kept-counts.ts";
import { sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  type Effectif,
  effectifDe,
  type Groupe,
  grouper,
  type Libres,
  libresDuGroupe,
  reunir,
} from "../domain/effectif.ts";
import { placesAu } from "../domain/places.ts";
import { carteInput, parcoursPersonneInput } from "../schemas.ts";
import { cadreDuJour, ouvertes, placesParAction } from "./cadre.ts";
import { lecteur, mouvementsDe } from "./lire-passerelles.ts";

/** What an axis offers today. */
export interface StationOffre {
  readonly axe: AxeOffre;
  readonly actions: number;
  readonly places: number;
  readonly presents: Effectif;
  /**
   * Places free, an action beyond its places taking none from another; small actions outside the perimeter are told as
   * their sum, where the one beyond its places takes from the others: each told apart would give its count back.
   */
  readonly libres: Libres;
}

export interface CarteParcours {
  readonly le: string;
  readonly titre: string;
  readonly texte: string;
  /** Under it, outside the perimeter, a count of persons is withheld. */
  readonly seuil: number;
  readonly territoireId: number | null;
  readonly territoires: readonly { readonly id: number; readonly nom: string }[];
  readonly stations: readonly StationOffre[];
  readonly passages: readonly (ProgrammeOffre["passages"][number] & {
    readonly nombre: Effectif;
  })[];
  /** Exits to durable or transition work, by axis, over the same months. */
  readonly emplois: ReadonlyMap<string, Effectif>;
  /** Days within which an entry follows an exit, and the day from which both are counted. */
  readonly delai: number;
  readonly depuis: string;
}

const DELAI = 90;

/** The path as stations and lines, with what is free today in a territory or in the whole département. */
export const lireCarteParcours = defineUseCase({
  name: "comptage.carte",
  input: carteInput,
  droit: "offre:lire",
  nature: "lecture",
  trace: null,
  async run(context, { territoireId }): Promise<CarteParcours> {
    return lireCarte(context, territoireId ?? null);
  },
});

async function lireCarte(context: Context, territoireId: number | null): Promise<CarteParcours> {
  const { tx, agent } = context;
  const { le, programme, regle } = cadreDuJour(context);
  const depuis = ajouterJours(ajouterMois(le, -12), 1);
  const lus = await mouvementsDe(tx, { du: depuis, au: le, delai: DELAI });
  const seuil = regle.valeur.secret;
  const dire = lecteur({ agent, territoireId, seuil });
  const departs = Map.groupBy(lus.emplois, ({ axe }) => axe);
  return {
    le,
    titre: programme.titre,
    texte: programme.axes.map(({ libelle }) => libelle).join(", "),
    seuil,
    territoireId,
    territoires: await nomsDesTerritoires(tx),
    stations: await lireStations(context, territoireId),
    passages: programme.passages.map((passage) => ({
      ...passage,
      nombre: dire(
        lus.passages.filter(({ axe, vers }) => axe === passage.de && vers === passage.vers),
      ),
    })),
    emplois: new Map(
      [...departs]
        .map(([axe, siens]): [string, Effectif] => [axe, dire(siens)])
        .filter(([, nombre]) => nombre !== 0),
    ),
    delai: DELAI,
    depuis,
  };
}

interface ActionOuverte {
  readonly id: number;
  readonly axe: string;
  readonly territoireId: number;
  readonly places: number;
  readonly presents: number;
}

const gardees = new KeptCounts<readonly ActionOuverte[]>();

/** The places of each action open that day, and who is there. */
function lireOuvertes(tx: Tx, le: string): Promise<readonly ActionOuverte[]> {
  return gardees.read(tx, le, async () => compterPlaces(tx, await lireActions(tx, { le }), le));
}

/** Told from action to territory, then to the département: no total gives back what another withholds. */
async function lireStations(
  context: Context,
  territoireId: number | null,
): Promise<readonly StationOffre[]> {
  const { le, programme, regle } = cadreDuJour(context);
  const seuil = regle.valeur.secret;
  const actions = (await lireOuvertes(context.tx, le)).filter(
    (action) => territoireId === null || action.territoireId === territoireId,
  );
  const dedans = await ouvertes(
    context,
    actions.map(({ id }) => id),
  );
  const parAxe = Map.groupBy(actions, ({ axe }) => axe);
  return programme.axes.map((axe) => {
    const siennes = parAxe.get(axe.code) ?? [];
    const ensemble = reunirActions(siennes, dedans, seuil);
    return {
      axe,
      actions: siennes.length,
      places: siennes.reduce((total, { places }) => total + places, 0),
      presents: effectifDe(ensemble, seuil),
      libres: libresDuGroupe(ensemble, seuil),
    };
  });
}

function reunirActions(
  actions: readonly ActionOuverte[],
  dedans: ReadonlySet<number>,
  seuil: number,
): Groupe {
  const territoires = Map.groupBy(actions, ({ territoireId }) => territoireId).values();
  const groupes = [...territoires].map((siennes) =>
    reunir(
      siennes.map(({ id, places, presents }) =>
        grouper({ nombre: presents, places, ouverte: dedans.has(id) }, seuil),
      ),
      seuil,
    ),
  );
  return reunir(groupes, seuil);
}

async function compterPlaces(
  tx: Tx,
  actions: readonly ActionLue[],
  le: string,
): Promise<readonly ActionOuverte[]> {
  const places = await placesParAction(tx, actions);
  const presents = new Map<number, number>();
  for (const { actionId, nombre } of await compterTermes(tx, {
    actions: actions.map(({ id }) => id),
    le,
  })) {
    presents.set(actionId, (presents.get(actionId) ?? 0) + nombre);
  }
  return actions.map(({ id, axe, territoireId }) => ({
    id,
    axe,
    territoireId,
    places: placesAu(places.get(id) ?? [], le) ?? 0,
    presents: presents.get(id) ?? 0,
  }));
}

export interface EtapePersonne {
  readonly sejourId: number;
  readonly actionId: number;
  readonly action: string;
  readonly axe: string;
  readonly entreLe: string;
  readonly sortiLe: string | null;
}

export interface ParcoursPersonne {
  readonly personneId: number;
  readonly carte: CarteParcours;
  readonly territoire: string | null;
  /** In the order of entries. */
  readonly etapes: readonly EtapePersonne[];
}

/** The same picture for one person: where she went, where she is, and what is open around her. */
export const lireParcoursPersonne = defineUseCase({
  name: "comptage.parcours-personne",
  input: parcoursPersonneInput,
  droit: "participation:lire",
  nature: "lecture",
  trace: ({ personneId }) => ({ objet: "personne", objetId: personneId, personneId }),
  async run(context, demande): Promise<ParcoursPersonne> {
    const { tx, agent } = context;
    const { id } = await exigerPersonne(tx, demande.personneId, agent.portee);
    const sejours = await lireSejours(tx, { portee: agent.portee, personneId: id });
    const [presente] = await lirePresents(
      tx,
      sql`s.personne_id = ${id} and ${conditionPortee(agent.portee)}`,
    );
    return {
      personneId: id,
      carte: await lireCarte(context, presente?.territoireId ?? null),
      territoire: presente?.territoire ?? null,
      etapes: sejours.map(etapeDe).toReversed(),
    };
  },
});

const etapeDe = ({ id, actionId, action, axe, entreLe, sortiLe }: SejourLu): EtapePersonne => ({
  sejourId: id,
  actionId,
  action,
  axe,
  entreLe,
  sortiLe,
});
