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
import { placesAu } from "../domain/places.ts";
import { carteInput, parcoursPersonneInput } from "../schemas.ts";
import { cadreDuJour, placesParAction } from "./cadre.ts";
import { type Mouvements, mouvementsDe } from "./lire-passerelles.ts";

/** What an axis offers today. */
export interface StationOffre {
  readonly axe: AxeOffre;
  readonly actions: number;
  readonly places: number;
  readonly presents: number;
  /** Places free, an action beyond its places taking none from another. */
  readonly libres: number;
}

export interface CarteParcours {
  readonly le: string;
  readonly titre: string;
  readonly texte: string;
  readonly territoireId: number | null;
  readonly territoires: readonly { readonly id: number; readonly nom: string }[];
  readonly stations: readonly StationOffre[];
  readonly passages: readonly (ProgrammeOffre["passages"][number] & { readonly nombre: number })[];
  /** Exits to durable or transition work, by axis, over the same months. */
  readonly emplois: ReadonlyMap<string, number>;
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
  const { tx } = context;
  const { le, programme } = cadreDuJour(context);
  const depuis = ajouterJours(ajouterMois(le, -12), 1);
  const lus = await mouvementsDe(tx, { du: depuis, au: le, delai: DELAI, territoireId });
  return {
    le,
    titre: programme.titre,
    texte: programme.axes.map(({ libelle }) => libelle).join(", "),
    territoireId,
    territoires: await nomsDesTerritoires(tx),
    stations: await lireStations(tx, programme, le, territoireId),
    passages: lignesDe(programme, lus.passages),
    emplois: lus.emplois,
    delai: DELAI,
    depuis,
  };
}

/** The lines of the programme, and those that persons drew beside it. */
function lignesDe(
  { passages }: ProgrammeOffre,
  lus: Mouvements["passages"],
): CarteParcours["passages"] {
  return passages.map((passage) => {
    const suivi = lus.find(({ de, vers }) => de === passage.de && vers === passage.vers);
    return { ...passage, nombre: suivi?.sejours.length ?? 0 };
  });
}

const gardees = new KeptCounts<readonly StationOffre[]>();

function lireStations(
  tx: Tx,
  programme: ProgrammeOffre,
  le: string,
  territoireId: number | null,
): Promise<readonly StationOffre[]> {
  return gardees.read(tx, `${le} ${territoireId ?? "tous"}`, () =>
    compterStations(tx, programme, le, territoireId),
  );
}

async function compterStations(
  tx: Tx,
  { axes }: ProgrammeOffre,
  le: string,
  territoireId: number | null,
): Promise<readonly StationOffre[]> {
  const ouvertes = (await lireActions(tx, { le })).filter(
    (action) => territoireId === null || action.territoireId === territoireId,
  );
  const comptees = await compterPlaces(tx, ouvertes, le);
  return axes.map((axe) => {
    const siennes = comptees.filter((action) => action.axe === axe.code);
    const total = (de: (action: (typeof siennes)[number]) => number) =>
      siennes.reduce((somme, action) => somme + de(action), 0);
    return {
      axe,
      actions: siennes.length,
      places: total(({ places }) => places),
      presents: total(({ presents }) => presents),
      libres: total(({ places, presents }) => Math.max(0, places - presents)),
    };
  });
}

async function compterPlaces(tx: Tx, actions: readonly ActionLue[], le: string) {
  const places = await placesParAction(tx, actions);
  const presents = new Map<number, number>();
  for (const { actionId, nombre } of await compterTermes(tx, {
    actions: actions.map(({ id }) => id),
    le,
  })) {
    presents.set(actionId, (presents.get(actionId) ?? 0) + nombre);
  }
  return actions.map(({ id, axe }) => ({
    axe,
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
