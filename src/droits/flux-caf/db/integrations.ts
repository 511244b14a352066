import type { Tx } from "#platform/db/tx.ts";
import type { FluxPresente, IntegrationConnue } from "../domain/recevoir-flux.ts";

/** Which process writes a run: another one on the same machine can see whether it still lives. */
export interface Porteur {
  readonly hote: string;
  readonly processus: number;
  vit(processus: number): boolean;
}

/** The run was put down by the page and waits for the process that will write it. */
export const PERSONNE = 0;

/** The process that wrote the run gave it back after a failure: it is taken up, now or by the next one. */
export const LACHEE = -1;

/** A run on another machine that has not beaten for this long is taken for dead. */
const SILENCE_MS = 60_000;

export async function lireIntegrationsConnues(
  tx: Tx,
  porteur: Porteur,
  now: Date,
): Promise<readonly IntegrationConnue[]> {
  // One writer at a time decides: the lock ends with the transaction.
  await tx.query(
    "select pg_advisory_xact_lock(hashtext('jalon.integration'), hashtext(current_schema()))",
  );
  const lignes = await tx.query<{
    id: number;
    fichier: string;
    sha256: Buffer;
    etat: IntegrationConnue["etat"];
    nature: string;
    periodicite: string;
    reference: string;
    organisme_cree_le: string;
    organisme_heure: string | null;
    numero_organisme: string | null;
    terminee_le: Date | null;
    hote: string;
    processus: number;
    battement_le: Date;
  }>(
    `select id, fichier, sha256, etat, nature, periodicite, reference, organisme_cree_le, organisme_heure,
       numero_organisme, terminee_le, hote, processus, battement_le
     from integration order by organisme_cree_le desc, id desc`,
  );
  return lignes.map((ligne) => ({
    id: ligne.id,
    fichier: ligne.fichier,
    sha256: ligne.sha256.toString("hex"),
    etat: ligne.etat,
    nature: ligne.nature,
    periodicite: ligne.periodicite,
    reference: ligne.reference,
    creeLe: ligne.organisme_cree_le,
    heure: ligne.organisme_heure,
    numeroOrganisme: ligne.numero_organisme,
    termineeLe: ligne.terminee_le,
    vivante: estVivante(ligne, porteur, now) && ligne.processus !== porteur.processus,
    attendue: ligne.etat === "en-cours" && ligne.processus === PERSONNE,
  }));
}

/** Whether the process that holds a run still writes it: seen on this machine, else judged by its beats. */
export function estVivante(
  ligne: {
    readonly etat: string;
    readonly hote: string;
    readonly processus: number;
    readonly battement_le: Date;
  },
  porteur: Omit<Porteur, "processus">,
  now: Date,
): boolean {
  if (ligne.etat !== "en-cours" || ligne.processus <= PERSONNE) return false;
  if (ligne.hote === porteur.hote) return porteur.vit(ligne.processus);
  return now.getTime() - ligne.battement_le.getTime() < SILENCE_MS;
}

export interface IntegrationOuverte {
  readonly id: number;
  /** Last record already written: a run taken up goes on after it. */
  readonly position: number;
  readonly premierFichier: boolean;
  readonly dureeMs: number;
}

export async function ouvrirIntegration(
  tx: Tx,
  flux: FluxPresente,
  qui: {
    readonly porteur: Porteur;
    readonly agentId: number | null;
    readonly agentNom: string;
    readonly now: Date;
    readonly premierFichier: boolean;
  },
): Promise<IntegrationOuverte> {
  const [ligne] = await tx.query<{ id: number }>(
    `insert into integration (fichier, sha256, octets, nature, periodicite, application, version_application, reference,
       organisme_cree_le, organisme_heure, numero_organisme, premier_fichier, enregistrements, annonces,
       annonces_anomalie, commencee_le, battement_le, hote, processus, agent_id, agent_nom)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $16, $17, $18, $19, $20) returning id`,
    [
      flux.fichier,
      Buffer.from(flux.sha256, "hex"),
      flux.octets,
      flux.nature,
      flux.periodicite,
      flux.application,
      flux.versionApplication,
      flux.reference,
      flux.creeLe,
      flux.heure,
      flux.numeroOrganisme,
      qui.premierFichier,
      flux.enregistrements,
      flux.annonces,
      flux.annoncesAnomalie,
      qui.now,
      qui.porteur.hote,
      qui.porteur.processus,
      qui.agentId,
      qui.agentNom,
    ],
  );
  if (!ligne) throw new Error("insert returned no row");
  return { id: ligne.id, position: 0, premierFichier: qui.premierFichier, dureeMs: 0 };
}

export async function reprendreIntegration(
  tx: Tx,
  id: number,
  porteur: Porteur,
  now: Date,
): Promise<IntegrationOuverte> {
  const [ligne] = await tx.query<{ position: number; premier_fichier: boolean; duree_ms: number }>(
    `update integration set etat = 'en-cours', hote = $2, processus = $3, battement_le = $4
     where id = $1 returning position, premier_fichier, duree_ms`,
    [id, porteur.hote, porteur.processus, now],
  );
  if (!ligne) throw new Error("the run to take up is gone");
  return {
    id,
    position: ligne.position,
    premierFichier: ligne.premier_fichier,
    dureeMs: ligne.duree_ms,
  };
}

export interface Avance {
  readonly integrationId: number;
  readonly depuis: number;
  readonly jusqua: number;
  readonly lus: number;
  readonly appliques: number;
  readonly crees: number;
  readonly inchanges: number;
  readonly rejetes: number;
  readonly personnes: number;
  readonly avertissements: number;
  readonly dureeMs: number;
}

/** Moves the checkpoint, only from where it is believed to be: a batch is never counted, nor written, twice. */
export async function avancerIntegration(tx: Tx, avance: Avance, now: Date): Promise<boolean> {
  const lignes = await tx.query(
    `update integration set position = $3, lus = lus + $4, appliques = appliques + $5, crees = crees + $6,
       inchanges = inchanges + $7, rejetes = rejetes + $8, personnes = personnes + $9,
       avertissements = avertissements + $10, duree_ms = $11, battement_le = $12
     where id = $1 and position = $2 and etat = 'en-cours' returning id`,
    [
      avance.integrationId,
      avance.depuis,
      avance.jusqua,
      avance.lus,
      avance.appliques,
      avance.crees,
      avance.inchanges,
      avance.rejetes,
      avance.personnes,
      avance.avertissements,
      avance.dureeMs,
      now,
    ],
  );
  return lignes.length === 1;
}

export interface Compteurs {
  readonly etat: "en-cours" | "terminee" | "abandonnee";
  readonly reference: string;
  readonly nature: string;
  readonly periodicite: string;
  readonly lus: number;
  readonly appliques: number;
  readonly crees: number;
  readonly inchanges: number;
  readonly rejetes: number;
  readonly personnes: number;
  readonly avertissements: number;
  readonly annonces: number | null;
  readonly annonces_anomalie: number | null;
  readonly totaux_conformes: boolean | null;
  readonly absents: number | null;
  readonly duree_ms: number;
}

export async function lireCompteurs(tx: Tx, id: number): Promise<Compteurs | null> {
  const [ligne] = await tx.query<Compteurs>(
    `select etat, reference, nature, periodicite, lus, appliques, crees, inchanges, rejetes, personnes, avertissements,
       annonces, annonces_anomalie, totaux_conformes, absents, duree_ms from integration where id = $1`,
    [id],
  );
  return ligne ?? null;
}

export async function cloreIntegration(
  tx: Tx,
  id: number,
  fin: {
    readonly conformes: boolean | null;
    readonly absents: readonly number[] | null;
    readonly now: Date;
    readonly dureeMs: number;
    readonly effectifs: {
      readonly beneficiaires: number;
      readonly entrants: number;
      readonly incomplets: number;
    };
  },
): Promise<void> {
  if (fin.absents) {
    await tx.copyRows(
      "absence",
      ["integration_id", "dossier_id"],
      fin.absents.map((dossier) => [id, dossier]),
    );
  }
  await tx.query(
    `update integration set etat = 'terminee', terminee_le = $2, totaux_conformes = $3, absents = $4, duree_ms = $5,
       battement_le = $2, beneficiaires = $6, entrants = $7, incomplets = $8 where id = $1`,
    [
      id,
      fin.now,
      fin.conformes,
      fin.absents?.length ?? null,
      fin.dureeMs,
      fin.effectifs.beneficiaires,
      fin.effectifs.entrants,
      fin.effectifs.incomplets,
    ],
  );
}

export async function abandonner(tx: Tx, id: number): Promise<boolean> {
  const lignes = await tx.query(
    "update integration set etat = 'abandonnee' where id = $1 and etat = 'en-cours' returning id",
    [id],
  );
  return lignes.length === 1;
}

/** Gives a run back, if this process still holds it. */
export async function lacher(tx: Tx, id: number, porteur: Porteur): Promise<void> {
  await tx.query(
    "update integration set processus = $4 where id = $1 and etat = 'en-cours' and hote = $2 and processus = $3",
    [id, porteur.hote, porteur.processus, LACHEE],
  );
}
