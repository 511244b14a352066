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
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lireEnCours } from "../db/accompagnements.ts";
import { compterAbsences, lirePeriodesEnBref } from "../db/portefeuille.ts";
import { chargeDe, placesAttendues } from "../domain/charge.ts";
import { type Compteur, compteurAu } from "../domain/compteur.ts";
import { montrer, parVue, type SuiviDeLigne, type Vue } from "../domain/portefeuille.ts";
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

/** Référents of this perimeter at work today, of one structure or of all. */
export async function lireReferents(
  context: Context,
  structureId: number | null,
): Promise<readonly Referent[]> {
  const { le } = cadreDuJour(context);
  const tous = await listerReferents.within(context, context.journal, { structureId });
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
    const { le, regles } = cadreDuJour(context);
    const referents = choisir(
      siens(context, await lireReferents(context, structureId)),
      referentId,
    );
    const [premier] = referents;
    if (!premier) throw sansAcces();
    const confiees = await lireConfieesBreves(
      context.tx,
      context.agent.portee,
      structureId === null || referentId !== null
        ? { referents: referents.map(({ id }) => id) }
        : { structureId },
    );
    const suivies = await suivre(context, confiees);
    const equipe = referents.map((referent) => {
      const siennes = suivies.filter((une) => une.referentId === referent.id);
      const charges = siennes.map(({ charge }) => charge);
      return {
        referent,
        suivies: siennes.length,
        attendues: placesAttendues(referent.etp, charges, regles.charge.parEtp),
      };
    });
    const { lignes, ...page } = montrer(suivies, { ...choix, le });
    return {
      le,
      titre: referentId === null && structureId !== null ? "structure" : "referent",
      referents: equipe,
      structure: { id: premier.structureId, nom: premier.structure },
      suivies: suivies.length,
      attendues: equipe.reduce((somme, { attendues }) => somme + attendues, 0),
      parVue: parVue(suivies, le),
      lignes: await completer(context, lignes),
      ...page,
    };
  },
});

function choisir(referents: readonly Referent[], referentId: number | null): readonly Referent[] {
  return referentId === null ? referents : referents.filter(({ id }) => id === referentId);
}

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
