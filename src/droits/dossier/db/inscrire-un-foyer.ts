import { valeurAu } from "#commun/referentiel";
import { exigerSansChevauchement } from "../domain/chevauchement.ts";
import { cleIdentite, jourValide } from "../domain/cles.ts";
import {
  type Changement,
  changementsDeLaPersonne,
  changementsDuDossier,
} from "../domain/comparer.ts";
import type { PersonneConstatee } from "../domain/constater-foyer.ts";
import {
  type EtatDossier,
  type Membre,
  memeValeur,
  type ValeurIdentite,
} from "../domain/etat-dossier.ts";
import type { Periode } from "../domain/historique.ts";
import {
  beneficiaireSelon,
  type FaitsDuDossier,
  faitsDuDossier,
} from "../domain/inscrire-foyer.ts";
import { type FaitsDeLaPersonne, faitsDeLaPersonne } from "../domain/inscrire-personne.ts";
import type { EtatPersonne } from "../domain/mouvement.ts";
import { type Arrivante, arriveeSelon, situationDe } from "../domain/situation.ts";
import { ecrireMouvements, mouvoir } from "./ecrire-mouvements.ts";
import type { Identite } from "./identifier-personnes.ts";
import type { Inscription } from "./inscription.ts";
import {
  type Provenance,
  rangeePersonne,
  redigerChangements,
  redigerDeclaration,
  redigerDossier,
  redigerEvenements,
  redigerPersonne,
} from "./rediger.ts";

/** Writes one household into the batch: its dossier, each of its members, those who left, what changed. */
export function inscrireUn(inscription: Inscription): void {
  const { foyer, lot, dossierId, ecritures, jour, identites } = inscription;
  const { connu, constate, entree } = foyer;
  const provenance: Provenance = {
    integrationId: lot.integrationId,
    nature: lot.nature,
    reference: lot.reference,
    rang: entree.rang,
    ligne: entree.ligne,
  };
  redigerEntete(inscription);
  const faits = faitsDuDossier(connu, constate, jour);
  redigerDossier(ecritures, dossierId, lot.reference, faits);
  redigerDeclaration(
    ecritures,
    dossierId,
    provenance,
    entree.foyer,
    identites.map(({ nir }) => nir),
  );
  redigerEvenements(ecritures, dossierId, entree.foyer, lot.reference);
  if (connu)
    redigerChangements(
      ecritures,
      provenance,
      dossierId,
      null,
      changementsDuDossier(connu, constate, faits),
    );
  const restants = new Set(connu?.membres ?? []);
  const devoirs = new Map<number, readonly Periode<boolean>[]>();
  for (const [rang, personne] of constate.personnes.entries()) {
    const identite = identites[rang];
    if (!identite) continue;
    const { personneId } = identite;
    if (identite.membre) restants.delete(identite.membre);
    const { nouvelles } = inscrirePersonne(inscription, provenance, faits, personne, identite);
    devoirs.set(personneId, exigerUneFois(devoirs.get(personneId), nouvelles));
  }
  // The instruction flow tells a claim, not the household as the organism knows it: nobody leaves by it.
  if (lot.nature === "beneficiaires") {
    for (const membre of restants) retirer(inscription, provenance, faits, membre);
  }
  for (const membre of restants) inscription.toucher(membre.personneId);
}

/** Two declared persons may turn out to be one human, whose duties cannot be told twice. */
function exigerUneFois(
  dits: readonly Periode<boolean>[] = [],
  nouvelles: readonly Periode<boolean>[],
): readonly Periode<boolean>[] {
  const tous = [...dits, ...nouvelles];
  exigerSansChevauchement(tous);
  return tous;
}

function redigerEntete({ foyer, lot, dossierId, ecritures }: Inscription): void {
  const { foyer: declare, empreinte } = foyer.entree;
  const commun = [
    jourValide(declare.dateDemande),
    declare.droit?.origine ?? null,
    jourValide(declare.droit?.dateOrigine ?? null),
    lot.reference,
    lot.nature === "beneficiaires" ? empreinte : null,
    lot.nature === "instructions" ? empreinte : null,
  ];
  if (foyer.connu) ecritures.majDossier([dossierId, ...commun]);
  else {
    const { famille, numero, matricule } = declare.organisme;
    ecritures.ajouter("dossier", [
      dossierId,
      declare.numeroDemande,
      famille,
      numero,
      matricule ?? "",
      ...commun,
    ]);
  }
}

function inscrirePersonne(
  inscription: Inscription,
  provenance: Provenance,
  dossier: FaitsDuDossier,
  personne: PersonneConstatee,
  identite: Identite,
): FaitsDeLaPersonne["devoirs"] {
  const { dossierId, ecritures, jour, lot, foyer } = inscription;
  const { membre, personneId } = identite;
  const passe = membre ?? anciennePlace(foyer.connu, personneId);
  // Who joins a household already known was not under its duties before.
  const depuisDroit =
    foyer.connu === null || membre ? (dossier.droits.enVigueur.at(-1)?.depuis ?? null) : null;
  const faits = faitsDeLaPersonne(passe, personne, jour, depuisDroit);
  const nirArrive =
    identite.nir.empreinte !== null && membre !== null && membre.signalement.nir === null;
  const rangee = rangeePersonne(
    personneId,
    identite.nir,
    faits.identite,
    cleIdentite(faits.identite),
  );
  if (identite.nouvelle) ecritures.ajouter("personne", rangee);
  else if (!membre || nirArrive || !memeIdentite(membre.identite, faits.identite))
    ecritures.majPersonne(rangee);
  placer(inscription, identite, faits, foyer.connu === null);
  redigerPersonne(ecritures, dossierId, personneId, lot.reference, faits);
  redigerDiagnostic(inscription, personneId, passe, faits);
  ecrireChangements(inscription, provenance, identite, faits, nirArrive);
  const mouvement = mouvoir(inscription, identite, dossier, faits);
  if (foyer.connu !== null || !identite.nouvelle) inscription.toucher(personneId);
  else ecrireSituation(inscription, personne, identite, { dossier, faits, mouvement });
  return faits.devoirs;
}

/** A household seen for the first time has nothing to differ from. */
function ecrireChangements(
  { ecritures, dossierId, foyer }: Inscription,
  provenance: Provenance,
  { personneId, membre }: Identite,
  faits: FaitsDeLaPersonne,
  nirArrive: boolean,
): void {
  if (foyer.connu === null) return;
  const changements: readonly Changement[] = membre
    ? changementsDeLaPersonne(membre, faits, nirArrive)
    : [{ champ: "arrivee-foyer", avant: null, apres: faits.place.role }];
  redigerChangements(ecritures, provenance, dossierId, personneId, changements);
}

/** Nothing is known of who arrives but this declaration: her present needs no reading back. */
function ecrireSituation(
  { ecritures, dossierId, foyer, lot, regle, accueillir }: Inscription,
  personne: PersonneConstatee,
  { personneId, nir }: Identite,
  ecrits: Pick<Arrivante, "dossier" | "faits" | "mouvement">,
): void {
  const situation = situationDe(
    {
      personneId,
      dossierId,
      reference: lot.reference,
      declare: foyer.entree.foyer,
      personne,
      etatNir: nir.etat,
      ...ecrits,
    },
    regle,
  );
  ecritures.ajouter("situation_personne", Object.values(situation));
  accueillir(arriveeSelon(situation));
}

const memeIdentite = (a: ValeurIdentite, b: ValeurIdentite): boolean => memeValeur(a, b);

/** A member whose role changed leaves one place and takes another: who was what on a date stays a query. */
function placer(
  { ecritures, dossierId, jour, foyer, prochainMembre }: Inscription,
  identite: Identite,
  faits: FaitsDeLaPersonne,
  premier: boolean,
): void {
  const { membre } = identite;
  if (membre && memeValeur(membre.place, faits.place)) return;
  if (membre) ecritures.quitter(membre.id, jour.effet);
  const { role, rolePrestationsFamiliales, aCharge, responsableDossier } = faits.place;
  const depuis = premier ? (jourValide(foyer.entree.foyer.dateDemande) ?? jour.effet) : jour.effet;
  ecritures.ajouter("membre", [
    prochainMembre(),
    dossierId,
    identite.personneId,
    role,
    rolePrestationsFamiliales,
    aCharge,
    responsableDossier,
    depuis <= jour.reference ? depuis : jour.effet,
  ]);
}

function redigerDiagnostic(
  { ecritures, lot }: Inscription,
  personneId: number,
  passe: Membre | null,
  faits: FaitsDeLaPersonne,
): void {
  const connus = passe?.diagnostics ?? [];
  if (faits.diagnostic === null || connus.some(({ valeur }) => valeur === faits.diagnostic)) return;
  ecritures.remplacer(
    "diagnostic_declare",
    connus.map(({ id }) => id),
  );
  ecritures.ajouter("diagnostic_declare", [personneId, faits.diagnostic, lot.reference]);
}

/** Duties end with the place in the household; a return opens them again from its own day. */
function fermerDevoirs({ ecritures, dossierId, jour, lot }: Inscription, membre: Membre): void {
  const ouvert = membre.devoirs.at(-1);
  if (!ouvert || ouvert.jusqua !== null) return;
  ecritures.remplacer("periode_devoir", [ouvert.id]);
  if (ouvert.depuis >= jour.effet) return;
  ecritures.ajouter("periode_devoir", [
    dossierId,
    membre.personneId,
    ouvert.depuis,
    jour.effet,
    ouvert.valeur,
    lot.reference,
  ]);
}

function anciennePlace(connu: EtatDossier | null, personneId: number): Membre | null {
  return connu?.anciens.find((ancien) => ancien.personneId === personneId) ?? null;
}

/** A member the file no longer names has left the household, from the first day the file describes. */
function retirer(
  inscription: Inscription,
  provenance: Provenance,
  dossier: FaitsDuDossier,
  membre: Membre,
): void {
  const { ecritures, dossierId, jour, lot, foyer } = inscription;
  ecritures.quitter(membre.id, jour.effet);
  redigerChangements(ecritures, provenance, dossierId, membre.personneId, [
    { champ: "depart-foyer", avant: membre.place.role, apres: null },
  ]);
  if (membre.devoirs.length === 0) return;
  fermerDevoirs(inscription, membre);
  const regle = valeurAu(lot.referentiel.beneficiaire, lot.reference);
  const avant: EtatPersonne = {
    etat: foyer.connu?.droits.at(-1)?.valeur.etat ?? null,
    beneficiaire: beneficiaireSelon(regle, foyer.connu?.droits ?? [], membre.devoirs),
    present: true,
    commune: null,
  };
  ecrireMouvements(
    inscription,
    membre.personneId,
    avant,
    { ...avant, beneficiaire: false, present: false },
    dossier,
    {
      premierFichier: false,
      dejaBeneficiaire: true,
      beneficiaireAilleurs: false,
    },
  );
}
