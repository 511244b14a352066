import type { z } from "zod";
import { chargerReferentiel, valeurAu } from "#commun/referentiel";
import { lireDroitsAu } from "#droits/dossier";
import {
  type ActionLue,
  exigerAction,
  lireActions,
  lirePlaces,
  programmeAu,
} from "#offre/catalogue";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lireSejoursComptes } from "../db/comptes.ts";
import {
  identifier,
  lireAccueillies,
  type PersonneAccueillie,
  personneGardee,
} from "../db/personnes.ts";
import { estConnueDesActions, insererSejours, lireAutresSejours } from "../db/sejours.ts";
import { verrouillerEntrees } from "../db/verrous.ts";
import { type DemandeEntree, examinerEntree, type Raison } from "../domain/entree.ts";
import { termeDuSejour } from "../domain/plafond.ts";
import { contratDuJour, profilDuJour } from "../domain/profil.ts";
import { entrerInput } from "../schemas.ts";
import { auteur, refusChamp, type SejourTouche, tenirAJour, traceSejour } from "./cadre.ts";
import { entreePrescrite } from "./faits.ts";

type Saisie = z.output<typeof entrerInput>;

export interface Entree extends SejourTouche {
  /** What is said without forbidding: full, contract to be made. */
  readonly avertissements: readonly Raison[];
}

/**
 * A person enters an action. Every reason that forbids it is said at once: `details.raisons`.
 * @throws DomainError `participation.entree-refusee`, `participation.personne-introuvable`
 */
export const entrerEnAction = defineUseCase({
  name: "participation.entrer",
  input: entrerInput,
  droit: "participation:tenir",
  nature: "ecriture",
  trace: traceSejour,
  async run(context, saisie): Promise<Entree> {
    const { tx, departement } = context;
    const action = await exigerAction(context, saisie.actionId, { dansLaPortee: true });
    const personne = await exigerAccueillie(context, saisie);
    await verrouillerEntrees(tx, personne.personneId);
    const { beneficiaire } = chargerReferentiel(departement.referentiel);
    const { personneId } = personne;
    const [droit] = await lireDroitsAu(tx, valeurAu(beneficiaire, saisie.le), [
      { personneId, le: saisie.le },
    ]);
    if (!droit) throw inconnue();
    const contrat = contratDuJour(personne, saisie);
    const demande: DemandeEntree = {
      ...(await situer(context, action, { personneId, le: saisie.le })),
      droit,
      attestationLe: saisie.attestationLe,
      contratSigneLe: contrat.preuve === "inscription-france-travail" ? null : contrat.signeLe,
      inscrite: droit.demandeurEmploi || contrat.preuve === "inscription-france-travail",
    };
    const { refus, avertissements, droitPreuve } = examinerEntree(demande);
    if (refus.length > 0) throw refusee(refus);
    const { le, par, parNom } = auteur(context);
    const prescripteur = saisie.prescripteur ?? {
      structureId: personne.structureId,
      classe: personne.structureClasse,
    };
    const [sejourId = 0] = await insererSejours(tx, [
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
    await tenirAJour(context, [touche]);
    return { ...touche, avertissements };
  },
});

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

/** What the action and the other stays of the person say of that day. */
async function situer(
  context: Context,
  action: ActionLue,
  { personneId, le }: { readonly personneId: number; readonly le: string },
): Promise<Omit<DemandeEntree, "droit" | "attestationLe" | "contratSigneLe" | "inscrite">> {
  const { tx, departement } = context;
  const { programme } = programmeAu(departement.referentiel, le);
  const autres = await lireAutresSejours(tx, { personneId, du: le, au: null, sauf: null });
  const presents = await lireSejoursComptes(tx, { actions: [action.id], du: le, au: le });
  const places = await lirePlaces(tx, [action.id]);
  return {
    le,
    aujourdhui: auteur(context).le,
    action: { ...action, reference: await referenceDe(context, action, le) },
    autres: autres.map((autre) => ({ ...autre, memeAction: autre.actionId === action.id })),
    doublesPresences: programme.doublesPresences.valeur,
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

/** A person prescribed to the action, of one’s perimeter, known of it, or who shows her number and her day of birth. */
async function exigerAccueillie(context: Context, saisie: Saisie): Promise<PersonneAccueillie> {
  const { tx, agent } = context;
  const montree = await identifierMontree(context, saisie);
  const id = montree ?? (await personneGardee(tx, saisie.personneId ?? 0));
  if (id === null) throw inconnue();
  const personne = (await lireAccueillies(tx, agent.portee, [id])).get(id);
  if (!personne) throw inconnue();
  const { prescriptionId, actionId } = saisie;
  if (prescriptionId !== null) {
    await context.tell(entreePrescrite, { prescriptionId, personneId: id, actionId });
  }
  const permise = montree !== null || prescriptionId !== null || personne.visible;
  if (permise || (await estConnueDesActions(tx, id, [actionId]))) return personne;
  throw inconnue();
}

/** @throws DomainError `saisie.invalide` when nothing designates a person */
async function identifierMontree(
  { tx }: Context,
  { personneId, numero, dateNaissance }: Saisie,
): Promise<number | null> {
  if (numero !== null && dateNaissance !== null) {
    const identifiee = await identifier(tx, { numero, dateNaissance });
    if (identifiee === null) throw inconnue();
    return identifiee;
  }
  if (personneId !== null) return null;
  throw refusChamp("numero", "Indiquez le numéro d’allocataire et la date de naissance.");
}

function inconnue(): DomainError {
  return new DomainError(
    "participation.personne-introuvable",
    "Aucune personne ne répond à ce numéro et à cette date de naissance, ou elle n’est pas dans votre périmètre. Vérifiez-les sur son attestation.",
  );
}

function refusee(raisons: readonly Raison[]): DomainError {
  return new DomainError(
    "participation.entree-refusee",
    raisons.map(({ message }) => message).join(" "),
    { raisons },
  );
}
