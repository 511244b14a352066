import type { RegleBeneficiaire } from "#commun/referentiel";
import {
  estBeneficiaire,
  jourDeLEtat,
  memeDroit,
  type ValeurDroit,
  valeurDuDroit,
} from "./beneficiaire.ts";
import { debutDuMois, jourValide } from "./cles.ts";
import type { FoyerConstate } from "./constater-foyer.ts";
import {
  type EtatDossier,
  memeValeur,
  type Stocke,
  type ValeurAdresse,
  type ValeurContact,
  type ValeurMontant,
} from "./etat-dossier.ts";
import type { DroitDeclare, FoyerDeclare } from "./foyer-declare.ts";
import { inscrireFait, type Periode, type Reecriture } from "./historique.ts";

/** The day of the file, and the day from which a fact without a date of its own holds. */
export interface JourDuFlux {
  readonly reference: string;
  readonly effet: string;
}

/**
 * A monthly file holds from the first of its month, but never before a daily file that already spoke in
 * that month: what the daily one said stays true until its day.
 */
export function jourDuFlux(
  reference: string,
  periodicite: string,
  dejaDit: string | null,
): JourDuFlux {
  if (periodicite !== "M") return { reference, effet: reference };
  const debut = debutDuMois(reference);
  const effet = dejaDit !== null && dejaDit > debut && dejaDit <= reference ? dejaDit : debut;
  return { reference, effet };
}

export interface FaitsDuDossier {
  readonly droits: Reecriture<ValeurDroit>;
  readonly adresses: Reecriture<ValeurAdresse>;
  readonly familles: Reecriture<string>;
  readonly montant: Remplacement<ValeurMontant>;
  readonly contacts: Remplacement<ValeurContact>;
}

export interface Remplacement<Valeur> {
  readonly remplaces: readonly number[];
  readonly nouveaux: readonly Valeur[];
}

const rien: Reecriture<never> = { remplacees: [], nouvelles: [], enVigueur: [] };
const aucun: Remplacement<never> = { remplaces: [], nouveaux: [] };

/** What one declaration writes about the dossier itself, over what is already known of it. */
export function faitsDuDossier(
  connu: EtatDossier | null,
  constate: FoyerConstate,
  jour: JourDuFlux,
): FaitsDuDossier {
  const { declare } = constate;
  return {
    droits: declare.droit
      ? inscrireDroit(connu?.droits ?? [], declare, declare.droit, jour)
      : inchange(connu?.droits),
    adresses: inscrireAdresses(connu?.adresses ?? [], constate, jour),
    familles: declare.situationFamiliale
      ? inscrireFait(
          connu?.familles ?? [],
          {
            depuis: jourValide(declare.situationFamiliale.depuis) ?? jour.effet,
            valeur: declare.situationFamiliale.code,
          },
          (a, b) => a === b,
        )
      : inchange(connu?.familles),
    montant: declare.droit ? remplacerMontant(connu?.montants ?? [], declare.droit) : aucun,
    contacts: remplacerContacts(connu?.contacts ?? [], declare.contacts),
  };
}

function inchange<Valeur>(historique: readonly Periode<Valeur>[] | undefined): Reecriture<Valeur> {
  return historique ? { ...rien, enVigueur: historique } : rien;
}

function inscrireDroit(
  historique: readonly Periode<ValeurDroit>[],
  declare: FoyerDeclare,
  droit: DroitDeclare,
  jour: JourDuFlux,
): Reecriture<ValeurDroit> {
  const valeur = valeurDuDroit(droit);
  const dit = jourValide(jourDeLEtat(droit));
  const derniere = historique.at(-1);
  if (!derniere)
    return inscrireFait([], { depuis: dit ?? ouverture(declare, droit, jour), valeur }, memeDroit);
  if (memeDroit(derniere.valeur, valeur)) {
    // Only an earlier day corrects what is already known: a closure of March said again as of February.
    if (dit === null || dit >= derniere.depuis) return { ...rien, enVigueur: historique };
    return inscrireFait(historique, { depuis: dit, valeur }, memeDroit);
  }
  // The same état under other motives is a new fact of this file, not a correction since the first suspension.
  const depuis =
    derniere.valeur.etat === valeur.etat
      ? jourDesMotifs(droit, derniere.valeur, jour)
      : (dit ?? jour.effet);
  return inscrireFait(historique, { depuis, valeur }, memeDroit);
}

/** A right seen for the first time began with its nature of payment, else with the claim, else with the file. */
function ouverture(declare: FoyerDeclare, droit: DroitDeclare, jour: JourDuFlux): string {
  const natures = droit.natures
    .filter(({ jusqua }) => jusqua === null || jusqua >= jour.effet)
    .map(({ depuis }) => jourValide(depuis))
    .filter((depuis) => depuis !== null && depuis <= jour.reference)
    .toSorted();
  const demande = jourValide(declare.dateDemande);
  return natures[0] ?? (demande && demande <= jour.reference ? demande : jour.effet);
}

/** The first day of the motives the file adds; the lifting of one has no date but the file's. */
function jourDesMotifs(droit: DroitDeclare, avant: ValeurDroit, jour: JourDuFlux): string {
  const connus = new Set([...avant.motifsVersement, ...avant.motifsDroit]);
  const dates = [...droit.suspensionsDroit, ...droit.suspensionsVersement]
    .filter(({ motif }) => !connus.has(motif))
    .map(({ depuis }) => jourValide(depuis))
    .filter((depuis) => depuis !== null)
    .toSorted();
  return dates[0] ?? jour.effet;
}

function inscrireAdresses(
  historique: readonly Periode<ValeurAdresse>[],
  constate: FoyerConstate,
  jour: JourDuFlux,
): Reecriture<ValeurAdresse> {
  const connu = historique.at(-1)?.valeur.sansDomicileFixe ?? null;
  const sansDomicileFixe = constate.declare.droit?.sansDomicileFixe ?? connu;
  const dites = constate.adresses
    .filter(({ declaree, depuis }) => declaree.rang === "01" || (historique.length === 0 && depuis))
    .map(({ declaree, depuis, codeCommune }) => ({
      depuis: depuis ?? jour.effet,
      valeur: valeurAdresse(
        declaree,
        codeCommune,
        declaree.rang === "01" ? sansDomicileFixe : null,
      ),
      rang: declaree.rang,
    }))
    .toSorted((a, b) => b.rang.localeCompare(a.rang));
  let suite: Reecriture<ValeurAdresse> = { ...rien, enVigueur: historique };
  for (const { depuis, valeur } of dites) {
    const pas = inscrireFait(suite.enVigueur, { depuis, valeur }, memeValeur);
    suite = {
      remplacees: [...suite.remplacees, ...pas.remplacees].filter(({ id }) => id !== null),
      nouvelles: pas.enVigueur.filter(({ id }) => id === null),
      enVigueur: pas.enVigueur,
    };
  }
  return suite;
}

function valeurAdresse(
  declaree: FoyerConstate["adresses"][number]["declaree"],
  codeCommune: string | null,
  sansDomicileFixe: boolean | null,
): ValeurAdresse {
  const { rang: _rang, depuis: _depuis, codeCommune: codeCommuneRecu, ...reste } = declaree;
  return { ...reste, codeCommuneRecu, codeCommune, sansDomicileFixe };
}

function remplacerMontant(
  connus: readonly Stocke<ValeurMontant>[],
  droit: DroitDeclare,
): Remplacement<ValeurMontant> {
  const dit =
    droit.montants !== null ||
    droit.natures.length > 0 ||
    droit.enfantsACharge !== null ||
    droit.foyerSoumis !== null;
  if (!dit) return aucun;
  return remplacer(connus, [
    {
      depuis: jourValide(droit.calculDepuis),
      jusqua: jourValide(droit.calculJusqua),
      total: droit.montants?.["mttotdrorsa"] ?? null,
      montants: JSON.stringify(droit.montants ?? {}),
      natures: JSON.stringify(droit.natures),
      enfantsACharge: droit.enfantsACharge,
      foyerSoumis: droit.foyerSoumis,
    },
  ]);
}

/** A flow that gives no contact says nothing about contacts; one that gives a telephone replaces telephones only. */
function remplacerContacts(
  connus: readonly Stocke<ValeurContact>[],
  declares: readonly ValeurContact[],
): Remplacement<ValeurContact> {
  const natures = new Set(declares.map(({ nature }) => nature));
  return remplacer(
    connus.filter(({ valeur }) => natures.has(valeur.nature)),
    declares,
  );
}

export function remplacer<Valeur extends object>(
  connus: readonly Stocke<Valeur>[],
  voulus: readonly Valeur[],
): Remplacement<Valeur> {
  const restants = [...connus];
  const nouveaux: Valeur[] = [];
  for (const voulu of voulus) {
    const place = restants.findIndex(({ valeur }) => memeValeur(valeur, voulu));
    if (place >= 0) restants.splice(place, 1);
    else nouveaux.push(voulu);
  }
  return { remplaces: restants.map(({ id }) => id), nouveaux };
}

/** The état of the right in force last, as lists and movements see it. */
export function droitCourant(historique: readonly Periode<ValeurDroit>[]): ValeurDroit | null {
  return historique.at(-1)?.valeur ?? null;
}

export function beneficiaireSelon(
  regle: RegleBeneficiaire,
  droits: readonly Periode<ValeurDroit>[],
  devoirs: readonly Periode<boolean>[],
): boolean {
  const soumis = devoirs.at(-1);
  return estBeneficiaire(
    regle,
    droitCourant(droits),
    soumis?.jusqua === null ? soumis.valeur : null,
  );
}
