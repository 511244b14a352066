import { reglesApplicables } from "#commun/referentiel";
import { cleTri, jourValide } from "./cles.ts";
import type { PersonneConstatee } from "./constater-foyer.ts";
import type { FoyerDeclare } from "./foyer-declare.ts";
import { beneficiaireSelon, type FaitsDuDossier } from "./inscrire-foyer.ts";
import type { FaitsDeLaPersonne } from "./inscrire-personne.ts";
import type { NatureMouvement } from "./mouvement.ts";
import type { RegleSituation } from "./regle-situation.ts";

/** A person who enters the base by this very declaration, and by no other dossier. */
export interface Arrivante {
  readonly personneId: number;
  readonly dossierId: number;
  readonly reference: string;
  readonly declare: FoyerDeclare;
  readonly personne: PersonneConstatee;
  readonly etatNir: "absent" | "valide" | "cle-fausse" | "forme-fausse";
  readonly dossier: FaitsDuDossier;
  readonly faits: FaitsDeLaPersonne;
  readonly mouvement: { readonly nature: NatureMouvement; readonly le: string } | null;
}

/** Somebody whom nobody knew before the declaration being written, as far as other modules keep accounts of her. */
export interface PersonneArrivee {
  readonly personneId: number;
  readonly role: string | null;
  readonly beneficiaire: boolean;
  readonly soumisDepuis: string | null;
  /** Day of the file that told she had come in. */
  readonly connueLe: string | null;
}

const ENTREES: ReadonlySet<string | null> = new Set(["stock", "entree", "retour"]);

export function arriveeSelon(situation: ReturnType<typeof situationDe>): PersonneArrivee {
  return {
    personneId: situation.personne_id,
    role: situation.role,
    beneficiaire: situation.beneficiaire,
    soumisDepuis: situation.soumis_depuis,
    connueLe: ENTREES.has(situation.mouvement) ? situation.declare_le : null,
  };
}

/**
 * The present of a person, column by column as `situation_personne` has them: the same answer as `recalculerSituations` gives by reading everything back, for the only case where
 * nothing has to be read: a test holds the two together. A first import is made of nothing else.
 */
export function situationDe(arrivante: Arrivante, regle: RegleSituation) {
  const { declare, dossier, faits, mouvement } = arrivante;
  const { identite } = faits;
  const manquants = piecesManquantes(arrivante, regle);
  return {
    personne_id: arrivante.personneId,
    dossier_id: arrivante.dossierId,
    nom: identite.nom,
    prenom: identite.prenom,
    nom_naissance: identite.nomNaissance,
    cle_tri: cleTri(identite),
    qualite: identite.qualite,
    sexe: identite.sexe,
    date_naissance: identite.dateNaissance,
    numero_demande: declare.numeroDemande,
    matricule: declare.organisme.matricule ?? "",
    date_demande: jourValide(declare.dateDemande),
    role: faits.place.role,
    present: true,
    ...droitsDe(arrivante, regle),
    ...lieuDe(dossier),
    telephone: contactDe(arrivante, "telephone"),
    courriel: contactDe(arrivante, "courriel"),
    manquants,
    nb_manquants: manquants.length,
    mouvement: mouvement?.nature ?? null,
    mouvement_le: mouvement?.le ?? null,
    declare_le: arrivante.reference,
  };
}

function droitsDe({ dossier, faits }: Arrivante, regle: RegleSituation) {
  const droit = dossier.droits.enVigueur.at(-1);
  const devoir = faits.devoirs.enVigueur.at(-1);
  return {
    etat: droit?.valeur.etat ?? null,
    etat_depuis: droit?.depuis ?? null,
    motif: motifDe(droit?.valeur ?? null),
    soumis: devoir?.valeur ?? null,
    soumis_depuis: devoir?.depuis ?? null,
    beneficiaire: beneficiaireSelon(
      regle.beneficiaire,
      dossier.droits.enVigueur,
      faits.devoirs.enVigueur,
    ),
  };
}

function lieuDe({ adresses, familles }: FaitsDuDossier) {
  const adresse = adresses.enVigueur.at(-1)?.valeur;
  return {
    code_commune: adresse?.codeCommune ?? null,
    commune: adresse?.commune ?? null,
    situation_familiale: familles.enVigueur.at(-1)?.valeur ?? null,
  };
}

function motifDe(
  droit: FaitsDuDossier["droits"]["enVigueur"][number]["valeur"] | null,
): string | null {
  if (!droit) return null;
  return (
    droit.motifCloture ??
    droit.motifRefus ??
    droit.motifsVersement[0] ??
    droit.motifsDroit[0] ??
    null
  );
}

/** The contacts of a household are those of its demandeur and conjoint. */
function contactDe({ declare, faits }: Arrivante, nature: "telephone" | "courriel"): string | null {
  if (faits.place.role !== "DEM" && faits.place.role !== "CJT") return null;
  const valeurs = declare.contacts
    .filter((contact) => contact.nature === nature)
    .map(({ valeur }) => valeur);
  return valeurs.toSorted().at(-1) ?? null;
}

function piecesManquantes(arrivante: Arrivante, regle: RegleSituation): readonly string[] {
  const { dossier, faits, etatNir, mouvement, reference } = arrivante;
  const adresse = dossier.adresses.enVigueur.at(-1)?.valeur ?? null;
  const absentes: Readonly<Record<string, boolean>> = {
    nir: etatNir === "absent",
    "nir-cle": etatNir === "cle-fausse" || etatNir === "forme-fausse",
    "date-naissance": faits.identite.dateNaissance === null,
    role: faits.place.role === null,
    adresse: adresse === null,
    commune: adresse !== null && adresse.codeCommune === null,
    telephone: contactDe(arrivante, "telephone") === null,
    courriel: contactDe(arrivante, "courriel") === null,
    "situation-familiale": dossier.familles.enVigueur.length === 0,
    ressources: faits.ressources.nouveaux.length === 0,
    diagnostic: faits.diagnostic === null,
    "demandeur-emploi": faits.identite.numeroDemandeurEmploi === null,
  };
  return reglesApplicables(regle.completude, reference, {
    role: faits.place.role ?? "",
    etat: dossier.droits.enVigueur.at(-1)?.valeur.etat ?? "",
    soumisDroitsDevoirs: faits.devoirs.enVigueur.at(-1)?.valeur ?? false,
    nouvelEntrant: mouvement?.nature === "entree",
  })
    .filter(({ code }) => absentes[code] === true)
    .map(({ code }) => code);
}
