import type { ValeurDroit } from "../domain/beneficiaire.ts";
import { exigerSansChevauchement } from "../domain/chevauchement.ts";
import { cleRecherche, cleTri, jourValide } from "../domain/cles.ts";
import type { Changement } from "../domain/comparer.ts";
import type { FoyerDeclare } from "../domain/foyer-declare.ts";
import type { Periode } from "../domain/historique.ts";
import type { FaitsDuDossier } from "../domain/inscrire-foyer.ts";
import type { FaitsDeLaPersonne } from "../domain/inscrire-personne.ts";
import type { Ecritures } from "./ecritures.ts";

/** The three ways a NIR is kept; never in clear. */
export interface NirScelle {
  readonly chiffre: Buffer | null;
  readonly empreinte: Buffer | null;
  readonly etat: "absent" | "valide" | "cle-fausse" | "forme-fausse";
}

/** Turns the facts of a dossier into rows. */
export function redigerDossier(
  ecritures: Ecritures,
  dossierId: number,
  connuLe: string,
  faits: FaitsDuDossier,
): void {
  redigerPeriodes(ecritures, "periode_droit", faits.droits, (periode: Periode<ValeurDroit>) => [
    dossierId,
    periode.depuis,
    periode.jusqua,
    periode.valeur.etat,
    periode.valeur.motifsVersement,
    periode.valeur.motifsDroit,
    periode.valeur.motifCloture,
    periode.valeur.motifRefus,
    connuLe,
  ]);
  redigerAdresses(ecritures, dossierId, connuLe, faits.adresses);
  redigerPeriodes(ecritures, "periode_famille", faits.familles, ({ depuis, jusqua, valeur }) => [
    dossierId,
    depuis,
    jusqua,
    valeur,
    connuLe,
  ]);
  redigerMontants(ecritures, dossierId, connuLe, faits);
}

function redigerAdresses(
  ecritures: Ecritures,
  dossierId: number,
  connuLe: string,
  adresses: FaitsDuDossier["adresses"],
): void {
  redigerPeriodes(ecritures, "periode_adresse", adresses, ({ depuis, jusqua, valeur: a }) => [
    dossierId,
    depuis,
    jusqua,
    a.pays,
    a.type,
    a.etat,
    a.complementIdentite,
    a.complement,
    a.numero,
    a.typeVoie,
    a.voie,
    a.lieuDit,
    a.codeCommuneRecu,
    a.codeCommune,
    a.codePostal,
    a.commune,
    a.lignesEtranger,
    a.sansDomicileFixe,
    connuLe,
  ]);
}

function redigerMontants(
  ecritures: Ecritures,
  dossierId: number,
  connuLe: string,
  faits: FaitsDuDossier,
): void {
  ecritures.remplacer("montant_droit", faits.montant.remplaces);
  for (const m of faits.montant.nouveaux) {
    ecritures.ajouter("montant_droit", [
      dossierId,
      m.depuis,
      m.jusqua,
      m.total,
      m.montants,
      m.natures,
      m.enfantsACharge,
      m.foyerSoumis,
      connuLe,
    ]);
  }
  ecritures.remplacer("contact", faits.contacts.remplaces);
  for (const c of faits.contacts.nouveaux) {
    ecritures.ajouter("contact", [
      dossierId,
      c.nature,
      c.valeur,
      c.type,
      c.accord,
      "flux",
      connuLe,
    ]);
  }
}

export function redigerPersonne(
  ecritures: Ecritures,
  dossierId: number,
  personneId: number,
  connuLe: string,
  faits: FaitsDeLaPersonne,
): void {
  redigerPeriodes(ecritures, "periode_devoir", faits.devoirs, ({ depuis, jusqua, valeur }) => [
    dossierId,
    personneId,
    depuis,
    jusqua,
    valeur,
    connuLe,
  ]);
  redigerPeriodes(ecritures, "activite", faits.activites, ({ depuis, jusqua, valeur }) => [
    dossierId,
    personneId,
    depuis,
    jusqua,
    valeur.code,
    valeur.regime,
    valeur.contrat,
    connuLe,
  ]);
  ecritures.remplacer("ressource", faits.ressources.remplaces);
  for (const r of faits.ressources.nouveaux) {
    ecritures.ajouter("ressource", [
      dossierId,
      personneId,
      r.depuis,
      r.jusqua,
      r.nulles,
      r.total,
      r.mois,
      connuLe,
    ]);
  }
}

type TablePeriode =
  | "periode_droit"
  | "periode_adresse"
  | "periode_famille"
  | "periode_devoir"
  | "activite";

function redigerPeriodes<Valeur>(
  ecritures: Ecritures,
  table: TablePeriode,
  faits: {
    readonly remplacees: readonly Periode<Valeur>[];
    readonly nouvelles: readonly Periode<Valeur>[];
    readonly enVigueur: readonly Periode<Valeur>[];
  },
  rangee: (periode: Periode<Valeur>) => readonly unknown[],
): void {
  // Somebody may have two activities on one day, and nothing else twice.
  if (table !== "activite" && faits.nouvelles.length > 0) exigerSansChevauchement(faits.enVigueur);
  ecritures.remplacer(
    table,
    faits.remplacees.map(({ id }) => id),
  );
  for (const periode of faits.nouvelles) ecritures.ajouter(table, rangee(periode));
}

/** The columns of `personne`, in the order `Ecritures` expects them. */
export function rangeePersonne(
  personneId: number,
  nir: NirScelle,
  identite: FaitsDeLaPersonne["identite"],
  cleIdentite: string | null,
): readonly unknown[] {
  const i = identite;
  return [
    personneId,
    nir.chiffre,
    nir.empreinte,
    nir.etat,
    i.qualite,
    i.nom,
    i.nomNaissance,
    i.prenom,
    i.prenom2,
    i.prenom3,
    i.sexe,
    i.dateNaissance,
    i.typeDateNaissance,
    i.rangNaissance,
    i.communeNaissance,
    i.nationalite,
    i.etatCivilValide,
    i.numeroDemandeurEmploi,
    cleIdentite ?? "",
    cleRecherche(i),
    cleTri(i),
  ];
}

export interface Provenance {
  readonly integrationId: number | null;
  readonly nature: "beneficiaires" | "instructions";
  readonly reference: string;
  readonly rang: number;
  readonly ligne: number;
}

/** Keeps what the file said, whole, with the NIR sealed. */
export function redigerDeclaration(
  ecritures: Ecritures,
  dossierId: number,
  provenance: Provenance,
  declare: FoyerDeclare,
  nirs: readonly NirScelle[],
): void {
  const personnes = declare.personnes.map((personne, rang) => ({
    ...personne,
    nir: null,
    nirScelle: nirs[rang]?.chiffre?.toString("base64") ?? null,
    rattachements: personne.rattachements,
  }));
  ecritures.ajouter("declaration", [
    dossierId,
    provenance.integrationId,
    provenance.nature,
    provenance.reference,
    provenance.rang,
    provenance.ligne,
    JSON.stringify({ ...declare, personnes }),
  ]);
}

/** Dated events of the dossier, each once: the same control may be told by several files. */
export function redigerEvenements(
  ecritures: Ecritures,
  dossierId: number,
  declare: FoyerDeclare,
  connuLe: string,
): void {
  const ajouter = (nature: string, le: string | null, code: string | null, detail: unknown) => {
    const jour = jourValide(le);
    if (jour)
      ecritures.noterEvenement([dossierId, nature, jour, code, JSON.stringify(detail), connuLe]);
  };
  for (const evenement of declare.evenements)
    ajouter("fait-generateur", evenement.le, evenement.code, {});
  for (const controle of declare.controles) {
    ajouter("controle", controle.closLe ?? controle.detecteLe, controle.impact, controle);
  }
  for (const reduction of declare.droit?.reductions ?? [])
    ajouter("reduction", reduction.depuis, null, reduction);
  const { mutation } = declare;
  if (mutation)
    ajouter(
      mutation.sens === "arrivee" ? "mutation-arrivee" : "mutation-depart",
      mutation.le,
      mutation.numero,
      mutation,
    );
}

export function redigerChangements(
  ecritures: Ecritures,
  provenance: Provenance,
  dossierId: number,
  personneId: number | null,
  changements: readonly Changement[],
): void {
  for (const { champ, avant, apres } of changements) {
    ecritures.ajouter("changement", [
      provenance.integrationId,
      dossierId,
      personneId,
      champ,
      avant,
      apres,
      provenance.reference,
    ]);
  }
}
