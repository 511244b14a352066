import type { Tx } from "#platform/db/tx.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { ReponsesDiagnostic } from "../domain/reponses.ts";

export interface BrouillonDiagnostic {
  readonly id: number;
  readonly reponses: ReponsesDiagnostic;
  readonly questionsDepuis: string;
  readonly version: number;
  readonly commenceLe: Date;
  readonly modifieLe: Date;
}

export interface DiagnosticValide {
  readonly id: number;
  readonly reponses: ReponsesDiagnostic;
  readonly questionsDepuis: string;
  readonly valideLe: string;
  readonly valideParNom: string;
}

const BROUILLON = `id, reponses, questions_depuis as "questionsDepuis", version,
  commence_le as "commenceLe", modifie_le as "modifieLe"`;

export async function lireBrouillon(
  tx: Tx,
  personneId: number,
  { verrou = false }: { readonly verrou?: boolean } = {},
): Promise<BrouillonDiagnostic | null> {
  const [brouillon] = await tx.query<BrouillonDiagnostic>(
    `select ${BROUILLON} from diagnostic where personne_id = $1 and etat = 'brouillon' ${verrou ? "for update" : ""}`,
    [personneId],
  );
  return brouillon ?? null;
}

/** The validated diagnoses of a person, the latest first. */
export function lireValides(tx: Tx, personneId: number): Promise<readonly DiagnosticValide[]> {
  return tx.query<DiagnosticValide>(
    `select id, reponses, questions_depuis as "questionsDepuis", valide_le as "valideLe",
       valide_par_nom as "valideParNom"
     from diagnostic where personne_id = $1 and etat = 'valide' order by valide_le desc, id desc`,
    [personneId],
  );
}

interface Ecriture {
  readonly personneId: number;
  readonly reponses: ReponsesDiagnostic;
  readonly questionsDepuis: string;
  readonly le: Date;
  readonly agentId: number | null;
}

/** @throws DomainError `diagnostic.conflit` when another draft was opened meanwhile */
export async function commencer(tx: Tx, ecriture: Ecriture): Promise<number> {
  const { personneId, reponses, questionsDepuis, le, agentId } = ecriture;
  const [ligne] = await tx.query<{ id: number }>(
    `insert into diagnostic (personne_id, etat, questions_depuis, reponses, commence_le, commence_par, modifie_le, modifie_par)
     values ($1, 'brouillon', $2, $3, $4, $5, $4, $5)
     on conflict (personne_id) where etat = 'brouillon' do nothing returning id`,
    [personneId, questionsDepuis, JSON.stringify(reponses), le, agentId],
  );
  if (ligne) return ligne.id;
  throw conflit({});
}

export async function modifier(
  tx: Tx,
  id: number,
  { reponses, questionsDepuis, le, agentId }: Omit<Ecriture, "personneId">,
): Promise<void> {
  await tx.query(
    `update diagnostic set reponses = $2, questions_depuis = $3, modifie_le = $4, modifie_par = $5, version = version + 1
     where id = $1`,
    [id, JSON.stringify(reponses), questionsDepuis, le, agentId],
  );
}

export async function clore(
  tx: Tx,
  id: number,
  valide: {
    readonly le: string;
    readonly agentId: number | null;
    readonly agentNom: string;
  } | null,
): Promise<void> {
  await tx.query(
    `update diagnostic set etat = case when $2::date is null then 'abandonne' else 'valide' end,
       valide_le = $2, valide_par = $3, valide_par_nom = $4, version = version + 1 where id = $1`,
    [id, valide?.le ?? null, valide?.agentId ?? null, valide?.agentNom ?? null],
  );
}

export function conflit(enregistrees: ReponsesDiagnostic): DomainError {
  return new DomainError(
    "diagnostic.conflit",
    "Un autre agent a modifié ce diagnostic pendant que vous le remplissiez. Comparez les deux versions, puis enregistrez celle qui est juste.",
    { enregistrees },
  );
}

/** A merge gives everything to the kept person; of two drafts, the kept one’s goes on. */
export async function deplacerDiagnostics(
  tx: Tx,
  { fusionId, gardeeId, absorbeeId }: Fusion,
): Promise<void> {
  await tx.query(
    `insert into diagnostic_deplace (fusion_id, diagnostic_id, etat)
     select $1, id, etat from diagnostic where personne_id = $2`,
    [fusionId, absorbeeId],
  );
  await tx.query(
    `update diagnostic set etat = 'abandonne' where personne_id = $2 and etat = 'brouillon'
       and exists (select from diagnostic where personne_id = $1 and etat = 'brouillon')`,
    [gardeeId, absorbeeId],
  );
  await tx.query("update diagnostic set personne_id = $1 where personne_id = $2", [
    gardeeId,
    absorbeeId,
  ]);
}

/** Each row comes back as it left, unless its draft was closed meanwhile. */
export async function replacerDiagnostics(tx: Tx, { fusionId, absorbeeId }: Fusion): Promise<void> {
  await tx.query(
    `update diagnostic d set personne_id = $2,
       etat = case when d.etat = 'abandonne' and m.etat = 'brouillon' then 'brouillon' else d.etat end
     from diagnostic_deplace m where m.fusion_id = $1 and m.diagnostic_id = d.id`,
    [fusionId, absorbeeId],
  );
}

interface Fusion {
  readonly fusionId: number;
  readonly gardeeId: number;
  readonly absorbeeId: number;
}
