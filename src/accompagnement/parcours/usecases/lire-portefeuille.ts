import { z } from "zod";
import { lireFreinsOuverts } from "#accompagnement/entretien";
import { lireRetards } from "#commun/echeance";
import type { RegleAccompagnement } from "#commun/referentiel";
import { listerReferents } from "#commun/structure";
import {
  type ConfieeBreve,
  lireConfieesBreves,
  lirePersonnesConfiees,
  type PersonneConfiee,
} from "#droits/dossier";
import { KeptCounts } from "#platform/db/kept-counts.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { porteeKey } from "#platform/usecase/portee-key.ts";
import { lireEnCours } from "../db/accompagnements.ts";
import { compterAbsences, lirePeriodesEnBref } from "../db/portefeuille.ts";
import { chargeDe, placesAttendues } from "../domain/charge.ts";
import { type Compteur, compteurAu } from "../domain/compteur.ts";
import { montrer, parVue, type SuiviDeLigne, type Tri, type Vue } from "../domain/portefeuille.ts";
import { regleDeCode } from "../domain/regles.ts";
import { portefeuilleInput } from "../schemas.ts";
import { cadreDuJour } from "./cadre.ts";
import { lireContacts, lireProchaines } from "./contacts.ts";

export type Referent = Awaited<ReturnType<typeof listerReferents.execute>>[number];

export interface LignePortefeuille extends PersonneConfiee, SuiviDeLigne {
  readonly libelleRegle: string | null;
  readonly compteur: Compteur | null;
  readonly freins: number;
  /** Absences that wait for the référent’s word. */
  readonly absences: number;
}

export interface EquipePortefeuille {
  readonly referent: Referent;
  readonly suivies: number;
  readonly attendues: number;
}

export interface PortefeuilleLu {
  readonly le: string;
  readonly titre: "referent" | "structure";
  readonly referents: readonly EquipePortefeuille[];
  readonly structure: { readonly id: number; readonly nom: string } | null;
  readonly suivies: number;
  /** Persons expected for the time worked. */
  readonly attendues: number;
  readonly parVue: Readonly<Record<Vue, number>>;
  /** Those of the view asked for, on this page. */
  readonly lignes: readonly LignePortefeuille[];
  readonly page: number;
  readonly pages: number;
}

/** Référents of this perimeter at work today: all, those of one structure, or those of one account. */
export async function lireReferents(
  context: Context,
  choix: { readonly structureId?: number | null; readonly agentId?: number } = {},
): Promise<readonly Referent[]> {
  const { le } = cadreDuJour(context);
  const tous = await listerReferents.within(context, context.journal, choix);
  return tous.filter(({ du, jusque }) => du <= le && (jusque === null || le < jusque));
}

/** Who an agent may look at: herself when her perimeter is her caseload. */
export function siens(
  { agent: { portee } }: Context,
  referents: readonly Referent[],
): readonly Referent[] {
  const seule =
    portee.territoires !== "tous" &&
    portee.territoires.length === 0 &&
    portee.structures.length === 0;
  return seule ? referents.filter(({ agentId }) => agentId === portee.referentId) : referents;
}

const rien = z.object({});

/** One caseload, or those of a structure: persons, counters, meetings, what presses. */
export const lirePortefeuille = defineUseCase({
  name: "parcours.lire-portefeuille",
  input: portefeuilleInput,
  droit: "parcours:lire",
  nature: "lecture",
  trace: ({ referentId, structureId }, { suivies }: PortefeuilleLu) => ({
    objet: "portefeuille",
    objetId: referentId ?? structureId,
    details: { personnes: suivies },
  }),
  async run(context, { referentId, structureId, ...choix }): Promise<PortefeuilleLu> {
    const { le } = cadreDuJour(context);
    const referents = choisir(
      siens(context, await lireReferents(context, { structureId })),
      referentId,
    );
    const [premier] = referents;
    if (!premier) throw sansAcces();
    const { montrees, ...compte } = await gardes.read(
      context.tx,
      cleDe(context, { referentId, structureId, ...choix }),
      () => compter(context, { referents, referentId, structureId, ...choix }),
    );
    const parReferent = new Map(compte.equipe.map((un) => [un.id, un]));
    return {
      ...compte,
      le,
      titre: referentId === null && structureId !== null ? "structure" : "referent",
      referents: referents.map((referent) => ({
        referent,
        suivies: parReferent.get(referent.id)?.suivies ?? 0,
        attendues: parReferent.get(referent.id)?.attendues ?? 0,
      })),
      structure: { id: premier.structureId, nom: premier.structure },
      lignes: await completer(context, montrees),
    };
  },
});

interface Demande {
  readonly referentId: number | null;
  readonly structureId: number | null;
  readonly vue: Vue;
  readonly tri: Tri;
  readonly page: number;
}

interface Compte
  extends Pick<PortefeuilleLu, "suivies" | "attendues" | "parVue" | "page" | "pages"> {
  readonly equipe: readonly {
    readonly id: number;
    readonly suivies: number;
    readonly attendues: number;
  }[];
  readonly montrees: readonly Suivie[];
}

const gardes = new KeptCounts<Compte>();

/** A meeting is to come until it ends: what is kept says the minute. */
function cleDe({ agent, now }: Context, demande: Demande): string {
  return `${porteeKey(agent.portee, now.toISOString().slice(0, 16))} ${JSON.stringify(demande)}`;
}

async function compter(
  context: Context,
  {
    referents,
    referentId,
    structureId,
    ...choix
  }: Demande & { readonly referents: readonly Referent[] },
): Promise<Compte> {
  const { le, regles } = cadreDuJour(context);
  const confiees = await lireConfieesBreves(
    context.tx,
    context.agent.portee,
    structureId === null || referentId !== null
      ? { referents: referents.map(({ id }) => id) }
      : { structureId },
  );
  const suivies = await suivre(context, confiees);
  const charges = Map.groupBy(suivies, (une) => une.referentId);
  const equipe = referents.map(({ id, etp }) => {
    const siennes = (charges.get(id) ?? []).map(({ charge }) => charge);
    return {
      id,
      suivies: siennes.length,
      attendues: placesAttendues(etp, siennes, regles.charge.parEtp),
    };
  });
  const { lignes: montrees, ...page } = montrer(suivies, { ...choix, le });
  return {
    suivies: suivies.length,
    attendues: equipe.reduce((somme, { attendues }) => somme + attendues, 0),
    parVue: parVue(suivies, le),
    equipe,
    montrees,
    ...page,
  };
}

function choisir(referents: readonly Referent[], referentId: number | null): readonly Referent[] {
  return referentId === null ? referents : referents.filter(({ id }) => id === referentId);
}

const accessibles = new KeptCounts<{ readonly nombre: number; readonly premier: number | null }>();

/** How many caseloads an agent may open, and hers when there is one. */
export const compterPortefeuilles = defineUseCase<
  typeof rien,
  { readonly nombre: number; readonly premier: number | null }
>({
  name: "parcours.compter-portefeuilles",
  input: rien,
  droit: "parcours:lire",
  nature: "lecture",
  trace: null,
  run(context) {
    const { le } = cadreDuJour(context);
    return accessibles.read(context.tx, porteeKey(context.agent.portee, le), async () => {
      const vus = siens(context, await lireReferents(context));
      return { nombre: vus.length, premier: vus[0]?.id ?? null };
    });
  },
});

const sansAcces = () =>
  new DomainError(
    "portefeuille.sans-acces",
    "Vous n’avez pas accès à ce portefeuille : il est hors de votre périmètre, ou votre compte n’est lié à aucun référent. Demandez-le à votre responsable.",
  );

interface Suivie extends ConfieeBreve, SuiviDeLigne {
  readonly regle: RegleAccompagnement | null;
  /** Persons one full time follows, for this one. */
  readonly charge: number;
}

/** What counts everybody and puts her in her views and her place, and nothing more. */
async function suivre(
  context: Context,
  confiees: readonly ConfieeBreve[],
): Promise<readonly Suivie[]> {
  const { tx, now } = context;
  const { le, regles } = cadreDuJour(context);
  const ids = confiees.map(({ personneId }) => personneId);
  const periodes = await lirePeriodesEnBref(tx, ids, le);
  const contacts = await lireContacts(tx, ids);
  const prochaines = await lireProchaines(tx, ids, now);
  const retards = await lireRetards(tx, ids, le);
  return confiees.map((confiee) => {
    const { personneId, territoire } = confiee;
    const periode = periodes.get(personneId);
    const regle = periode ? regleDeCode(regles, periode.regle) : null;
    return {
      ...confiee,
      regle,
      suspendu: periode?.suspendu ?? false,
      terme: periode?.terme ?? null,
      depuis: periode?.depuis ?? null,
      dernierContact: contacts.get(personneId) ?? null,
      prochain: prochaines.get(personneId)?.debut ?? null,
      retards: retards.get(personneId) ?? 0,
      charge: chargeDe(regles, regle, territoire),
    };
  });
}

/** What only the lines shown say. */
async function completer(
  context: Context,
  montrees: readonly Suivie[],
): Promise<readonly LignePortefeuille[]> {
  const { tx, agent } = context;
  const { le } = cadreDuJour(context);
  const ids = montrees.map(({ personneId }) => personneId);
  const nommees = new Map(
    (await lirePersonnesConfiees(tx, agent.portee, { personnes: ids })).map((une) => [
      une.personneId,
      une,
    ]),
  );
  const enCours = new Map((await lireEnCours(tx, ids)).map((un) => [un.personneId, un]));
  const freins = await lireFreinsOuverts(tx, ids);
  const absences = await compterAbsences(tx, ids);
  return montrees.flatMap(({ regle, charge: _, ...suivie }) => {
    const { personneId } = suivie;
    const nommee = nommees.get(personneId);
    const accompagnement = enCours.get(personneId);
    if (!nommee) return [];
    return {
      ...nommee,
      ...suivie,
      libelleRegle: regle === null ? null : regle.libelle,
      compteur: accompagnement ? compteurAu(accompagnement, le) : null,
      freins: freins.get(personneId) ?? 0,
      absences: absences.get(personneId) ?? 0,
    };
  });
}
