import type { z } from "zod";
import { chargerReferentiel, valeurAu } from "#commun/referentiel";
import { lireDroitsAu } from "#droits/dossier";
import { type ActionLue, exigerAction, lireActions, lirePlaces } from "#offre/catalogue";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lireSejoursComptes } from "../db/comptes.ts";
import {
  identifier,
  lireAccueillies,
  type PersonneAccueillie,
  personneGardee,
} from "../db/personnes.ts";
import { estConnueDesActions, insererSejours } from "../db/sejours.ts";
import { verrouillerEntrees } from "../db/verrous.ts";
import {
  type DemandeEntree,
  type ExamenEntree,
  examinerAction,
  examinerEntree,
  type Raison,
  raisonsDuDroit,
  sansNommer,
} from "../domain/entree.ts";
import { termeDuSejour } from "../domain/plafond.ts";
import { contratDuJour, profilDuJour } from "../domain/profil.ts";
import { entrerInput } from "../schemas.ts";
import { auteur, refusChamp, type SejourTouche, tenirAJour, traceSejour } from "./cadre.ts";
import { entreePrescrite } from "./faits.ts";
import { lirePresences } from "./presences.ts";
import { personneIntrouvable } from "./recherches.ts";

type Saisie = z.output<typeof entrerInput>;

export interface Entree extends SejourTouche {
  /** What is said without forbidding: full, contract to be made. */
  readonly avertissements: readonly Raison[];
}

const acte = {
  name: "participation.entrer",
  input: entrerInput,
  droit: "participation:tenir",
  nature: "ecriture",
  trace: traceSejour,
} as const;

/**
 * A person enters an action. Every reason that forbids it is said at once: `details.raisons`.
 * @throws DomainError `participation.entree-refusee`, `participation.personne-introuvable`
 */
export const entrerEnAction = defineUseCase({
  ...acte,
  async run(context, saisie: Saisie): Promise<Entree> {
    const entree = await noterEntree(context, saisie);
    await tenirAJour(context, [entree]);
    return entree;
  },
});

/** The same entry among many: who writes the batch calls `tenirAJour` once, for all of it. */
export const entrerDansUnLot = defineUseCase({ ...acte, run: noterEntree });

interface EntreeAdmise {
  readonly personne: PersonneAccueillie;
  readonly action: ActionLue;
  readonly droit: Awaited<ReturnType<typeof lireDroitsAu>>[number];
  readonly contrat: ReturnType<typeof contratDuJour>;
  readonly examen: ExamenEntree;
}

/** @throws DomainError `participation.entree-refusee`, `participation.personne-introuvable` */
async function admettre(context: Context, saisie: Saisie): Promise<EntreeAdmise> {
  const { tx, departement } = context;
  const action = await exigerAction(context, saisie.actionId, { dansLaPortee: true });
  const situee = await situerAction(context, action, saisie.le);
  const deLAction = examinerAction(situee);
  const accueillie = await accueillir(context, saisie);
  if (!accueillie) throw sansRienDire(deLAction);
  const { personne, montree } = accueillie;
  await verrouillerEntrees(tx, personne.personneId);
  const { beneficiaire } = chargerReferentiel(departement.referentiel);
  const { personneId } = personne;
  const [droit] = await lireDroitsAu(tx, valeurAu(beneficiaire, saisie.le), [
    { personneId, le: saisie.le },
  ]);
  if (!droit) throw sansRienDire(deLAction);
  const contrat = contratDuJour(personne, saisie);
  const examen = examinerEntree({
    ...(await situer(context, situee, personneId)),
    droit,
    attestationLe: saisie.attestationLe,
    contratSigneLe: contrat.preuve === "inscription-france-travail" ? null : contrat.signeLe,
    inscrite: droit.demandeurEmploi || contrat.preuve === "inscription-france-travail",
  });
  const { refus } = examen;
  if (refus.length > 0) throw montree ? refusDiscret(refus, deLAction) : refusee(refus);
  return { personne, action, droit, contrat, examen };
}

async function noterEntree(context: Context, saisie: Saisie): Promise<Entree> {
  const { personne, action, droit, contrat, examen } = await admettre(context, saisie);
  const { personneId } = personne;
  const { droitPreuve, avertissements } = examen;
  const { le, par, parNom } = auteur(context);
  const prescripteur = saisie.prescripteur ?? {
    structureId: personne.structureId,
    classe: personne.structureClasse,
  };
  const [sejourId = 0] = await insererSejours(context.tx, [
    {
      ...{ actionId: action.id, personneId, prescriptionId: saisie.prescriptionId },
      entreLe: saisie.le,
      terme: termeDuSejour(action.fiche.duree, {
        entreLe: saisie.le,
        renouvellements: [],
        suspensions: [],
      }),
      socle: droitPreuve === "attestation" || droit.socle,
      soumis: droit.soumis,
      droitVerifieLe: droitPreuve === "attestation" ? (saisie.attestationLe ?? le) : saisie.le,
      droitPreuve,
      contratNature: contrat.nature,
      contratSigneLe: contrat.signeLe,
      contratPreuve: contrat.preuve ?? (droit.demandeurEmploi ? "dossier" : null),
      prescripteurStructureId: prescripteur.structureId,
      prescripteurClasse: prescripteur.classe,
      quartierCode: saisie.quartierCode,
      ...profilDuJour(droit),
      ...sansSortie,
      ...{ saisiLe: le, saisiPar: par, saisiParNom: parNom },
    },
  ]).catch(refuserLaSeconde);
  const touche = { sejourId, personneId, actionId: action.id };
  return { ...touche, avertissements };
}

/** Two people wrote the same entry at once: the second is told, nothing is written twice. */
function refuserLaSeconde(erreur: unknown): never {
  if (
    typeof erreur === "object" &&
    erreur !== null &&
    "code" in erreur &&
    erreur.code === "23P01"
  ) {
    throw new DomainError(
      "participation.deja-presente",
      "L’entrée de cette personne dans cette action vient d’être notée : rechargez la page.",
    );
  }
  throw erreur;
}

export const sansSortie = {
  sortiLe: null,
  sortieNature: null,
  sortie: null,
  classe: null,
  classeLigne: null,
  classeDepuis: null,
  preuve: null,
  sortieSaisieLe: null,
  sortieSaisieParNom: null,
} as const;

type ActionSituee = Pick<DemandeEntree, "le" | "aujourdhui"> & {
  readonly action: ActionLue & DemandeEntree["action"];
};

async function situerAction(
  context: Context,
  action: ActionLue,
  le: string,
): Promise<ActionSituee> {
  const reference = await referenceDe(context, action, le);
  return { le, aujourdhui: auteur(context).le, action: { ...action, reference } };
}

/** What the action and the other stays of the person say of that day. */
async function situer(
  context: Context,
  situee: ActionSituee,
  personneId: number,
): Promise<Omit<DemandeEntree, "droit" | "attestationLe" | "contratSigneLe" | "inscrite">> {
  const { tx } = context;
  const { le, action } = situee;
  const elle = { personneId, actionId: action.id, sauf: null };
  const presents = await lireSejoursComptes(tx, { actions: [action.id], du: le, au: le });
  const places = await lirePlaces(tx, [action.id]);
  return {
    ...situee,
    ...(await lirePresences(context, { ...elle, du: le, au: null })),
    presents: presents.filter(({ sortiLe }) => sortiLe === null || sortiLe > le).length,
    places: places.find(({ du, au }) => du <= le && (au === null || le < au))?.places ?? null,
  };
}

async function referenceDe(
  { tx }: Context,
  { fiche, adosseeAId }: ActionLue,
  le: string,
): Promise<DemandeEntree["action"]["reference"]> {
  if (fiche.adosseeA === null) return null;
  if (adosseeAId === null) return "absente";
  const [ouverte] = await lireActions(tx, { ids: [adosseeAId], le });
  return ouverte ? "ouverte" : "fermee";
}

interface Accueillie {
  readonly personne: PersonneAccueillie;
  /** Nothing but what she shows tells who she is. */
  readonly montree: boolean;
}

/** A person prescribed to the action, of one’s perimeter, known of it, or who shows who she is; else null. */
async function accueillir(context: Context, saisie: Saisie): Promise<Accueillie | null> {
  const { tx, agent } = context;
  const { id, montree } = await designer(context, saisie);
  if (id === null) return null;
  const personne = (await lireAccueillies(tx, agent.portee, [id])).get(id);
  if (!personne) return null;
  const { prescriptionId, actionId } = saisie;
  if (prescriptionId !== null) {
    await context.tell(entreePrescrite, { prescriptionId, personneId: id, actionId });
  }
  const sienne = prescriptionId !== null || personne.visible;
  if (sienne || (await estConnueDesActions(tx, id, [actionId]))) {
    return { personne, montree: false };
  }
  return montree ? { personne, montree } : null;
}

/** @throws DomainError `saisie.invalide` when nothing designates a person */
async function designer(
  { tx }: Context,
  { personneId, numero, dateNaissance, montree }: Saisie,
): Promise<{ readonly id: number | null; readonly montree: boolean }> {
  if (numero !== null && dateNaissance !== null) {
    return { id: await identifier(tx, { numero, dateNaissance }), montree: true };
  }
  if (personneId !== null) return { id: await personneGardee(tx, personneId), montree };
  throw refusChamp("numero", "Indiquez le numéro d’allocataire et la date de naissance.");
}

function refusee(raisons: readonly Raison[], montree = false): DomainError {
  return new DomainError(
    "participation.entree-refusee",
    raisons.map(({ message }) => message).join(" "),
    { raisons, montree },
  );
}

/** Told to who does not know the person: what the action refuses to everybody, else one refusal for all cases. */
function sansRienDire(deLAction: readonly Raison[]): DomainError {
  return deLAction.length > 0 ? refusee(deLAction) : personneIntrouvable();
}

/**
 * Of somebody out of one’s perimeter, a refusal tells neither what her right lacks nor where she is. That the right is
 * not what lacks, another refusal lets know: who shows her certificate is told what else to bring.
 */
function refusDiscret(refus: readonly Raison[], deLAction: readonly Raison[]): DomainError {
  const duDroit = refus.some(({ code }) => raisonsDuDroit.has(code));
  return duDroit || deLAction.length > 0
    ? sansRienDire(deLAction)
    : refusee(refus.map(sansNommer), true);
}
