import { lireFreinsOuverts } from "#accompagnement/entretien";
import { lireRetards } from "#commun/echeance";
import { listerReferents } from "#commun/structure";
import { lirePersonnesConfiees, type PersonneConfiee } from "#droits/dossier";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type AccompagnementEnCours, lireEnCours } from "../db/accompagnements.ts";
import { compterAbsences } from "../db/portefeuille.ts";
import { chargeDe, placesAttendues } from "../domain/charge.ts";
import { compteurAu } from "../domain/compteur.ts";
import type { SuiviDeLigne } from "../domain/portefeuille.ts";
import { regleDeCode } from "../domain/regles.ts";
import { portefeuilleInput } from "../schemas.ts";
import { cadreDuJour } from "./cadre.ts";
import { lireContacts, lireProchaines } from "./contacts.ts";

export type Referent = Awaited<ReturnType<typeof listerReferents.execute>>[number];

export interface LignePortefeuille extends PersonneConfiee, SuiviDeLigne {
  readonly libelleRegle: string | null;
  readonly freins: number;
  /** Absences that wait for the référent’s word. */
  readonly absences: number;
  /** Persons one full time follows, for this one. */
  readonly charge: number;
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
  readonly lignes: readonly LignePortefeuille[];
  /** Persons expected for the time worked. */
  readonly attendues: number;
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
  trace: ({ referentId, structureId }, { lignes }: PortefeuilleLu) => ({
    objet: "portefeuille",
    objetId: referentId ?? structureId,
    details: { personnes: lignes.length },
  }),
  async run(context, { referentId, structureId }): Promise<PortefeuilleLu> {
    const { le, regles } = cadreDuJour(context);
    const referents = choisir(
      siens(context, await lireReferents(context, structureId)),
      referentId,
    );
    const [premier] = referents;
    if (!premier) throw sansAcces();
    const confiees = await lirePersonnesConfiees(
      context.tx,
      context.agent.portee,
      structureId === null || referentId !== null
        ? { referents: referents.map(({ id }) => id) }
        : { structureId },
    );
    const lignes = await completer(context, confiees);
    const equipe = referents.map((referent) => {
      const siennes = lignes.filter((ligne) => ligne.referentId === referent.id);
      const charges = siennes.map(({ charge }) => charge);
      return {
        referent,
        suivies: siennes.length,
        attendues: placesAttendues(referent.etp, charges, regles.charge.parEtp),
      };
    });
    return {
      le,
      titre: referentId === null && structureId !== null ? "structure" : "referent",
      referents: equipe,
      structure: { id: premier.structureId, nom: premier.structure },
      lignes,
      attendues: equipe.reduce((somme, { attendues }) => somme + attendues, 0),
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

async function completer(
  context: Context,
  confiees: readonly PersonneConfiee[],
): Promise<readonly LignePortefeuille[]> {
  const { tx, now } = context;
  const { le, regles } = cadreDuJour(context);
  const ids = confiees.map(({ personneId }) => personneId);
  const enCours = new Map((await lireEnCours(tx, ids)).map((un) => [un.personneId, un]));
  const contacts = await lireContacts(tx, ids);
  const prochaines = await lireProchaines(tx, ids, now);
  const freins = await lireFreinsOuverts(tx, ids);
  const retards = await lireRetards(tx, ids, le);
  const absences = await compterAbsences(tx, ids);
  return confiees.map((confiee) => {
    const { personneId, territoire } = confiee;
    const accompagnement = enCours.get(personneId);
    const regle = accompagnement ? regleDeCode(regles, accompagnement.regle) : null;
    const prochaine = prochaines.get(personneId);
    return {
      ...confiee,
      ...compte(accompagnement, le),
      libelleRegle: regle === null ? null : regle.libelle,
      dernierContact: contacts.get(personneId) ?? null,
      prochain: prochaine ? prochaine.debut : null,
      freins: freins.get(personneId) ?? 0,
      retards: retards.get(personneId) ?? 0,
      absences: absences.get(personneId) ?? 0,
      charge: chargeDe(regles, regle, territoire),
    };
  });
}

function compte(accompagnement: AccompagnementEnCours | undefined, le: string) {
  if (!accompagnement) return { compteur: null, terme: null, depuis: null };
  const { terme, du } = accompagnement;
  return { compteur: compteurAu(accompagnement, le), terme, depuis: du };
}
