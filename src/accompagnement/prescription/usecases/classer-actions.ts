import { lireInscriptions, lireSyntheseEntretiens } from "#accompagnement/entretien";
import { ajouterMois } from "#commun/echeance";
import {
  type ClasseOrganisme,
  chargerReferentiel,
  type NatureContrat,
  versionAu,
} from "#commun/referentiel";
import { referentsDuCompte } from "#commun/structure";
import { conditionPortee, lirePresents, type PersonnePresente } from "#droits/dossier";
import { chargerIndexCommunes } from "#droits/territoire";
import { type ActionLue, lireActions, lirePlaces, programmeAu } from "#offre/catalogue";
import { placesAu } from "#offre/comptage";
import { lireSejours } from "#offre/participation";
import { civilDay } from "#platform/clock/civil-day.ts";
import { allOf, sql } from "#platform/db/list/sql.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { formatFamilyName } from "#platform/ui/format-name.ts";
import { type Context, porteeTotale } from "#platform/usecase/define-use-case.ts";
import { lireActivites, lirePrescripteurs } from "../db/offre.ts";
import { lirePrescriptionsDe, type Prescription } from "../db/prescriptions.ts";
import { etatAu, etatsVivants } from "../domain/etapes.ts";
import type { ActionAPlacer, CadreDuClassement, PersonneAPlacer } from "../domain/placement.ts";

/** Months of prescriptions that say how long one waits. */
const MOIS_DU_DELAI = 6;

/** Who prescribes: the référent this account is, or the one who follows the person. */
export interface Prescripteur {
  readonly referentId: number | null;
  readonly structureId: number | null;
  readonly classe: ClasseOrganisme | null;
}

export interface Situation {
  readonly present: PersonnePresente;
  readonly personne: PersonneAPlacer;
  readonly prescripteur: Prescripteur;
  readonly prescriptions: readonly Prescription[];
  readonly actions: readonly ActionLue[];
  readonly cadre: CadreDuClassement;
}

/** @throws DomainError `personne.introuvable`, the same for who does not exist and who is outside the perimeter */
export async function exigerPresent(
  { tx, agent }: Pick<Context, "tx" | "agent">,
  personneId: number,
): Promise<PersonnePresente> {
  const [present] = await lirePresents(
    tx,
    allOf([sql`s.personne_id = ${personneId}::int`, conditionPortee(agent.portee)]),
  );
  if (present) return present;
  throw new DomainError(
    "personne.introuvable",
    "Cette personne n’existe pas, ou elle n’est pas dans votre périmètre. Vérifiez l’adresse, ou cherchez-la par son nom.",
  );
}

/** Everything a rank is made of, read once for all the actions of her territory: those of the others serve others. */
export async function lireSituation(
  context: Context,
  personneId: number,
  freinId: number | null,
): Promise<Situation> {
  const { tx, departement, now } = context;
  const le = civilDay(now);
  const present = await exigerPresent(context, personneId);
  const prescripteur = await lirePrescripteur(context, present);
  const { territoireId } = present;
  const actions = await lireActions(tx, {
    le,
    portee: {
      territoires: territoireId === null ? [] : [territoireId],
      structures: [],
      referentId: null,
    },
  });
  const prescriptions = await lirePrescriptionsDe(tx, personneId);
  return {
    present,
    prescripteur,
    prescriptions,
    actions,
    personne: await situer(context, present, { prescriptions, le }),
    cadre: {
      le,
      freinId,
      classe: prescripteur.classe,
      doublesPresences: programmeAu(departement.referentiel, le).programme.doublesPresences.valeur,
    },
  };
}

async function lirePrescripteur(
  { tx, agent }: Pick<Context, "tx" | "agent">,
  { referentId }: PersonnePresente,
): Promise<Prescripteur> {
  const siens = agent.id === null ? [] : await referentsDuCompte(tx, agent.id);
  const referents = siens.length > 0 ? siens : referentId === null ? [] : [referentId];
  const [premier] = await lirePrescripteurs(tx, { referents, referentId });
  if (!premier) return { referentId: null, structureId: null, classe: null };
  return { ...premier, classe: premier.classe as ClasseOrganisme };
}

interface Autour {
  readonly prescriptions: readonly Prescription[];
  readonly le: string;
}

async function situer(
  { tx, departement }: Pick<Context, "tx" | "departement">,
  present: PersonnePresente,
  { prescriptions, le }: Autour,
): Promise<PersonneAPlacer> {
  const { personneId, codeCommune } = present;
  const { freins } = await lireSyntheseEntretiens(tx, personneId);
  const [inscription] = (await lireInscriptions(tx, personneId)).filter(
    ({ du, au }) => du <= le && (au === null || au > le),
  );
  const sejours = await lireSejours(tx, { portee: porteeTotale, personneId });
  return {
    codeCommune,
    epci: epciDe(codeCommune),
    territoireId: present.territoireId,
    commune: present.commune === null ? null : formatFamilyName(present.commune),
    territoire: present.territoire,
    dominante: present.dominante,
    socle: present.beneficiaire,
    soumis: present.soumis,
    contrat: contratDe(departement.referentiel, present, le),
    inscription: inscription ? { depuis: inscription.du } : null,
    freins,
    presences: sejours
      .filter(({ entreLe, sortiLe }) => entreLe <= le && (sortiLe === null || sortiLe > le))
      .map(({ actionId, action, ficheCode, entreLe }) => ({
        actionId,
        action,
        fiche: ficheCode,
        depuis: entreLe,
      })),
    prescrites: prescriptions
      .filter((une) => etatsVivants.includes(etatAu(une, le)))
      .map(({ actionId }) => actionId),
  };
}

function epciDe(code: string | null): string | null {
  return code === null ? null : (chargerIndexCommunes().parCode.get(code)?.epci ?? null);
}

/** The contract that binds her today, by its short name. */
function contratDe(
  referentiel: string,
  { contratNature, contratSigneLe, contratJusqua }: PersonnePresente,
  le: string,
): PersonneAPlacer["contrat"] {
  if (contratSigneLe === null || (contratJusqua !== null && contratJusqua <= le)) return null;
  return { nom: nomDuContrat(referentiel, contratNature, le), signeLe: contratSigneLe };
}

function nomDuContrat(referentiel: string, code: string | null, le: string): string {
  const { contrats } = chargerReferentiel(referentiel);
  const natures: readonly NatureContrat[] = (versionAu(contrats, le) ?? contrats[0]).valeur.natures;
  return natures.find((nature) => nature.code === code)?.court ?? "Contrat";
}

/** What each action offers today, four queries whatever their number. */
export async function lireAPlacer(
  { tx }: Pick<Context, "tx">,
  actions: readonly ActionLue[],
  le: string,
): Promise<readonly ActionAPlacer[]> {
  const ids = actions.map(({ id }) => id);
  const activites = new Map(
    (await lireActivites(tx, ids, { le, depuis: ajouterMois(le, -MOIS_DU_DELAI) })).map((une) => [
      une.actionId,
      une,
    ]),
  );
  const places = Map.groupBy(await lirePlaces(tx, ids), ({ actionId }) => actionId);
  return actions.map((action) => {
    const activite = activites.get(action.id);
    const codeCommune = activite?.codeCommune ?? null;
    return {
      id: action.id,
      nom: action.nom,
      structure: action.structure,
      fiche: action.fiche.code,
      territoire: action.territoire,
      territoireId: action.territoireId,
      communes: action.communes,
      codeCommune,
      epci: epciDe(codeCommune),
      du: action.du,
      au: action.au,
      freins: action.fiche.freins,
      dominantes: action.fiche.dominantes,
      publics: action.fiche.publics,
      contractualisation: action.fiche.contractualisation,
      prescripteurs: action.prescripteurs,
      places: placesAu(places.get(action.id) ?? [], le),
      presents: activite?.presents ?? 0,
      enAttente: activite?.enAttente ?? 0,
      delaiMedian: activite?.delaiMedian ?? null,
    };
  });
}
