import { jointureStructure } from "#commun/structure";
import type { Tx } from "#platform/db/tx.ts";
import { DomainError } from "#platform/errors/domain-error.ts";

export interface ConcertationLue {
  readonly id: number;
  readonly demandeId: number;
  readonly personneId: number;
  readonly structureId: number;
  readonly structure: string;
  readonly solliciteeLe: string;
  readonly message: string | null;
  readonly reponse: "accord" | "refus" | null;
  readonly motifReponse: string | null;
  readonly repondueLe: string | null;
  readonly auteurReponse: string | null;
}

const concertation = `c.id, c.demande_id as "demandeId", c.personne_id as "personneId", c.structure_id as "structureId",
  structure.nom as structure, c.sollicitee_le as "solliciteeLe", c.message, c.reponse, c.motif_reponse as "motifReponse",
  c.repondue_le as "repondueLe", c.auteur_reponse as "auteurReponse"
  from concertation c ${jointureStructure("c.structure_id")}`;

/** What other structures were asked about these demands, and what they answered. */
export function lireConcertations(tx: Tx, demandes: readonly number[]): Promise<ConcertationLue[]> {
  return tx.query<ConcertationLue>(
    `select ${concertation} where c.demande_id = any($1::int[]) order by c.id`,
    [demandes],
  );
}

interface Sollicitation {
  readonly demandeId: number;
  readonly personneId: number;
  readonly structureId: number;
  readonly message: string | null;
  readonly le: string;
  readonly par: number | null;
}

/** Each structure once a demand: @throws DomainError `concertation.deja-sollicitee` */
export async function inscrireConcertation(tx: Tx, une: Sollicitation): Promise<number> {
  const [ligne] = await tx.query<{ id: number }>(
    `insert into concertation (demande_id, personne_id, structure_id, message, sollicitee_le, sollicitee_par)
     values ($1, $2, $3, $4, $5, $6) on conflict on constraint une_concertation_par_structure do nothing returning id`,
    [une.demandeId, une.personneId, une.structureId, une.message, une.le, une.par],
  );
  if (ligne) return ligne.id;
  throw new DomainError(
    "concertation.deja-sollicitee",
    "Cette structure a déjà été sollicitée pour cette demande. Attendez sa réponse, ou choisissez-en une autre.",
  );
}

export async function verrouillerConcertation(tx: Tx, id: number): Promise<ConcertationLue | null> {
  const [ligne] = await tx.query<ConcertationLue>(
    `select ${concertation} where c.id = $1 for update of c`,
    [id],
  );
  return ligne ?? null;
}

interface Reponse {
  readonly reponse: "accord" | "refus";
  readonly motif: string;
  readonly le: string;
  readonly par: number | null;
  readonly auteur: string;
}

export async function noterReponse(tx: Tx, id: number, une: Reponse): Promise<void> {
  await tx.query(
    `update concertation set reponse = $2, motif_reponse = $3, repondue_le = $4, repondue_par = $5, auteur_reponse = $6
     where id = $1`,
    [id, une.reponse, une.motif, une.le, une.par, une.auteur],
  );
}
