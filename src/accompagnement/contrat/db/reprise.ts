import type { Tx } from "#platform/db/tx.ts";

export interface ContratRepris {
  readonly personneId: number;
  readonly dossierId: number;
  readonly nature: string;
  readonly regime: string;
  readonly structureId: number | null;
  readonly referentId: number | null;
  readonly signeLe: string;
  readonly debut: string;
  readonly jusqua: string | null;
  readonly bilanLe: string | null;
}

/** Those of these persons whom a contract known here already binds on one of these days. */
export async function dejaSousContrat(
  tx: Tx,
  repris: readonly Pick<ContratRepris, "personneId" | "debut" | "jusqua">[],
): Promise<ReadonlySet<number>> {
  const lignes = await tx.query<{ personneId: number }>(
    `select distinct c.personne_id as "personneId"
     from unnest($1::int[], $2::date[], $3::date[]) as r(personne, debut, jusqua)
     join contrat c on c.personne_id = r.personne and c.periode && daterange(r.debut, r.jusqua)
     where c.ecarte_par_fusion is null`,
    [
      repris.map(({ personneId }) => personneId),
      repris.map(({ debut }) => debut),
      repris.map(({ jusqua }) => jusqua),
    ],
  );
  return new Set(lignes.map(({ personneId }) => personneId));
}

const COLONNES = [
  ...[
    "personne_id",
    "dossier_id",
    "nature",
    "regime",
    "origine",
    "structure_id",
    "referent_id",
    "etat",
  ],
  ...["version_courante", "redige_le", "signe_le", "periode", "terme", "bilan_le"],
];

export function inscrireReprises(tx: Tx, repris: readonly ContratRepris[]): Promise<number> {
  return tx.copyRows("contrat", COLONNES, lignesDe(repris));
}

function* lignesDe(repris: readonly ContratRepris[]): Generator<readonly unknown[]> {
  for (const un of repris) {
    yield [
      ...[un.personneId, un.dossierId, un.nature, un.regime, "reprise", un.structureId],
      ...[un.referentId, "signe", 0, un.signeLe, un.signeLe, `[${un.debut},${un.jusqua ?? ""})`],
      ...[un.jusqua, un.bilanLe],
    ];
  }
}
