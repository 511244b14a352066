import type { Dominante, EtapeOrientation } from "#commun/referentiel";
import type { Tx } from "#platform/db/tx.ts";
import type { Obstacle } from "../domain/offre.ts";
import type { CodeRegime } from "../domain/regime.ts";

export interface Proposition {
  readonly id: number;
  readonly personneId: number;
  readonly dossierId: number;
  readonly le: string;
  readonly regime: CodeRegime;
  readonly versionMatrice: string;
  readonly type: string | null;
  readonly dominante: Dominante;
  readonly structureId: number | null;
  readonly referentId: number | null;
  readonly obstacle: Obstacle | null;
  readonly etape: EtapeOrientation;
  readonly transmiseLe: string | null;
  /** A diagnosis was validated that day, while it waited for a decision. */
  readonly aRevoirDepuis: string | null;
  readonly reporteeJusquAu: string | null;
  readonly motifReport: string | null;
  readonly version: number;
}

export interface NouvelleProposition {
  readonly personneId: number;
  readonly dossierId: number;
  readonly le: string;
  readonly regime: CodeRegime;
  readonly versionMatrice: string;
  readonly reponses: object;
  readonly explication: object;
  readonly type: string | null;
  readonly dominante: Dominante;
  readonly structureId: number | null;
  readonly referentId: number | null;
  readonly obstacle: Obstacle | null;
}

export const colonnesProposition = `p.id, p.personne_id as "personneId", p.dossier_id as "dossierId", p.le, p.regime,
  p.version_matrice as "versionMatrice", p.type, p.dominante, p.structure_id as "structureId",
  p.referent_id as "referentId", p.obstacle, p.etape, p.transmise_le as "transmiseLe", p.a_revoir_depuis as "aRevoirDepuis",
  p.reportee_jusqu_au as "reporteeJusquAu", p.motif_report as "motifReport", p.version`;

export function copierPropositions(
  tx: Tx,
  propositions: Iterable<NouvelleProposition>,
): Promise<number> {
  return tx.copyRows(
    "proposition",
    [
      "personne_id",
      "dossier_id",
      "le",
      "regime",
      "version_matrice",
      "reponses",
      "explication",
      "type",
      "dominante",
      "structure_id",
      "referent_id",
      "obstacle",
    ],
    lignes(propositions),
  );
}

function* lignes(propositions: Iterable<NouvelleProposition>): Generator<readonly unknown[]> {
  for (const une of propositions) {
    yield [
      une.personneId,
      une.dossierId,
      une.le,
      une.regime,
      une.versionMatrice,
      une.reponses,
      une.explication,
      une.type,
      une.dominante,
      une.structureId,
      une.referentId,
      une.obstacle,
    ];
  }
}

/** These proposals, held until the end of the transaction, in one order for everybody. */
export function verrouillerPropositions(tx: Tx, ids: readonly number[]): Promise<Proposition[]> {
  return tx.query<Proposition>(
    `select ${colonnesProposition} from proposition p where p.id = any($1::int[]) order by p.id for update`,
    [ids],
  );
}

/** The pending proposals of these persons, held. */
export function verrouillerPropositionsDe(
  tx: Tx,
  personnes: readonly number[],
): Promise<Proposition[]> {
  return tx.query<Proposition>(
    `select ${colonnesProposition} from proposition p
     where p.personne_id = any($1::int[]) and p.etape in ('proposee', 'transmise') order by p.id for update`,
    [personnes],
  );
}

interface Acteur {
  readonly le: string;
  readonly par: number | null;
}

export async function marquerTransmises(
  tx: Tx,
  ids: readonly number[],
  { le, par }: Acteur,
): Promise<void> {
  await tx.query(
    `update proposition set etape = 'transmise', transmise_le = $2, transmise_par = $3, version = version + 1
     where id = any($1::int[])`,
    [ids, le, par],
  );
}

export async function marquerReportee(
  tx: Tx,
  { id, jusquAu, motif }: { readonly id: number; readonly jusquAu: string; readonly motif: string },
): Promise<void> {
  await tx.query(
    "update proposition set reportee_jusqu_au = $2, motif_report = $3, version = version + 1 where id = $1",
    [id, jusquAu, motif],
  );
}

/** A diagnosis was validated while these waited for a decision; what was read of them stays as it was, hence the same version. */
export async function marquerARevoir(tx: Tx, ids: readonly number[], le: string): Promise<void> {
  if (ids.length === 0) return;
  await tx.query("update proposition set a_revoir_depuis = $2 where id = any($1::int[])", [
    ids,
    le,
  ]);
}

export async function cloreLesPropositions(
  tx: Tx,
  ids: readonly number[],
  cloture: Acteur & {
    readonly etape: "decidee" | "ecartee";
    /** `refusee`, `droit-clos`, `france-travail`… */
    readonly code: string | null;
    readonly motif: string | null;
  },
): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(
    `update proposition set etape = $2, close_le = $3, close_par = $4, code_cloture = $5, motif_cloture = $6,
       version = version + 1
     where id = any($1::int[])`,
    [ids, cloture.etape, cloture.le, cloture.par, cloture.code, cloture.motif],
  );
}

/** Pending proposals, the oldest first. */
export function lirePropositionsEnCours(tx: Tx): Promise<Proposition[]> {
  return tx.query<Proposition>(
    `select ${colonnesProposition} from proposition p where p.etape in ('proposee', 'transmise') order by p.le, p.id`,
  );
}
