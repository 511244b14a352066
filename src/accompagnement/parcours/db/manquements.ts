import type { Tx } from "#platform/db/tx.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { EtatManquement } from "../domain/manquement.ts";

export interface NouveauManquement {
  readonly personneId: number;
  readonly accompagnementId: number | null;
  readonly engagement: string;
  readonly survenuLe: string;
  readonly faits: string;
  readonly preuves: string | null;
  readonly rendezVousId: number | null;
  readonly le: string;
  readonly par: number | null;
  readonly signataire: string;
}

export async function inscrireManquement(tx: Tx, un: NouveauManquement): Promise<number> {
  const [ligne] = await tx.query<{ id: number }>(
    `insert into manquement (personne_id, accompagnement_id, engagement, survenu_le, faits, preuves, rendez_vous_id,
       signale_le, signale_par, signataire)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
    [
      un.personneId,
      un.accompagnementId,
      un.engagement,
      un.survenuLe,
      un.faits,
      un.preuves,
      un.rendezVousId,
      un.le,
      un.par,
      un.signataire,
    ],
  );
  return ligne?.id ?? 0;
}

interface Explication {
  readonly manquementId: number;
  readonly le: string;
  readonly texte: string;
  readonly par: number | null;
  readonly auteur: string;
}

export async function inscrireExplication(tx: Tx, une: Explication): Promise<void> {
  await tx.query(
    "insert into explication_manquement (manquement_id, le, texte, par, auteur) values ($1, $2, $3, $4, $5)",
    [une.manquementId, une.le, une.texte, une.par, une.auteur],
  );
}

export interface ManquementTenu {
  readonly id: number;
  readonly personneId: number;
  readonly etat: EtatManquement;
  readonly signaleLe: string;
  readonly version: number;
}

export async function verrouillerManquement(tx: Tx, id: number): Promise<ManquementTenu | null> {
  const [ligne] = await tx.query<ManquementTenu>(
    `select id, personne_id as "personneId", etat, signale_le as "signaleLe", version
     from manquement where id = $1 for update`,
    [id],
  );
  return ligne ?? null;
}

interface Jour {
  readonly le: string;
  readonly par: number | null;
}

export async function noterReception(tx: Tx, id: number, { le, par }: Jour): Promise<void> {
  await tx.query(
    "update manquement set etat = 'recu', recu_le = $2, recu_par = $3, version = version + 1 where id = $1",
    [id, le, par],
  );
}

export async function noterSuite(
  tx: Tx,
  id: number,
  { le, par, suite, motif }: Jour & { readonly suite: string; readonly motif: string },
): Promise<void> {
  await tx.query(
    `update manquement set etat = $2, suite_le = $3, suite_par = $4, motif_suite = $5, version = version + 1
     where id = $1`,
    [id, suite, le, par, motif],
  );
}

export interface AbsenceProposee {
  readonly personneId: number;
  readonly rendezVousId: number;
  readonly referentId: number | null;
  readonly motif: string;
  readonly le: string;
}

/** One line per rendez-vous missed, however often it is told. */
export async function proposerAbsences(
  tx: Tx,
  absences: readonly AbsenceProposee[],
  le: string,
): Promise<number> {
  const lignes = await tx.query(
    `insert into absence_a_examiner (personne_id, rendez_vous_id, referent_id, motif, survenue_le, proposee_le)
     select a.personne, a.rendez_vous, a.referent, a.motif, a.le, $6
     from unnest($1::int[], $2::int[], $3::int[], $4::text[], $5::date[]) as a(personne, rendez_vous, referent, motif, le)
     on conflict on constraint une_absence_par_rendez_vous do nothing returning id`,
    [
      absences.map(({ personneId }) => personneId),
      absences.map(({ rendezVousId }) => rendezVousId),
      absences.map(({ referentId }) => referentId),
      absences.map(({ motif }) => motif),
      absences.map((absence) => absence.le),
      le,
    ],
  );
  return lignes.length;
}

export interface AbsenceTenue {
  readonly id: number;
  readonly personneId: number;
  readonly rendezVousId: number;
  readonly survenueLe: string;
}

/** @throws DomainError `absence.deja-examinee` */
export async function exigerAbsence(tx: Tx, id: number): Promise<AbsenceTenue> {
  const [ligne] = await tx.query<AbsenceTenue>(
    `select id, personne_id as "personneId", rendez_vous_id as "rendezVousId", survenue_le as "survenueLe"
     from absence_a_examiner where id = $1 and issue is null for update`,
    [id],
  );
  if (ligne) return ligne;
  throw new DomainError(
    "absence.deja-examinee",
    "Cette absence a déjà été examinée, ou n’existe pas. Rechargez la page pour voir ce qui est enregistré.",
  );
}

export async function noterIssueAbsence(
  tx: Tx,
  id: number,
  issue: Jour & {
    readonly issue: "signalee" | "ecartee";
    readonly motif: string | null;
    readonly manquementId: number | null;
  },
): Promise<void> {
  await tx.query(
    `update absence_a_examiner set issue = $2, issue_le = $3, issue_par = $4, motif_issue = $5, manquement_id = $6
     where id = $1`,
    [id, issue.issue, issue.le, issue.par, issue.motif, issue.manquementId],
  );
}

export interface ManquementOuvert {
  readonly id: number;
  readonly personneId: number;
  readonly etat: EtatManquement;
  readonly survenuLe: string;
  readonly faits: string;
}

/** Everything not filed yet, the oldest first. */
export function lireManquementsOuverts(tx: Tx): Promise<ManquementOuvert[]> {
  return tx.query<ManquementOuvert>(
    `select id, personne_id as "personneId", etat, survenu_le as "survenuLe", faits
     from manquement where etat <> 'classe' order by survenu_le, id`,
  );
}
