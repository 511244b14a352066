import { compterSuivies } from "#droits/dossier";
import { KeptCounts } from "#platform/db/kept-counts.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import { SUIVIES } from "./places.ts";

interface Nombres {
  /** Followed today, whoever reads. */
  readonly suivies: number;
  /** Among them, those France Travail oriented: it takes no place of ours. */
  readonly franceTravail: number;
  /** Among them, those the reader may open. */
  readonly visibles: number;
  /** Proposed or transmitted, not decided yet. */
  readonly attendues: number;
}

export interface ChargeStructure extends Nombres {
  readonly structureId: number;
  readonly type: string;
}

export interface ChargeReferent extends Nombres {
  readonly referentId: number;
}

interface Ligne {
  readonly structureId: number;
  readonly type: string;
  readonly referentId: number | null;
  readonly suivies: number;
  readonly franceTravail: number;
  readonly attendues: number;
}

export interface ChargesDuReseau {
  readonly structures: readonly ChargeStructure[];
  readonly referents: readonly ChargeReferent[];
}

const gardees = new KeptCounts<readonly Ligne[]>();

/**
 * Who is followed where today, and who is on the way. The places are those of everybody, the doors those of the
 * reader; without perimeter she opens no list.
 */
export async function lireChargesDuReseau(tx: Tx, portee: Portee | null): Promise<ChargesDuReseau> {
  const lignes = await gardees.read(tx, "", () => lireLignes(tx));
  const vues = await lireVisibles(tx, portee);
  const visibles = (choix: (vue: NonNullable<typeof vues>[number]) => boolean, suivies: number) =>
    vues === null ? suivies : vues.filter(choix).reduce((somme, { nombre }) => somme + nombre, 0);
  return {
    structures: reunir(lignes, ({ structureId, type }) => `${structureId}|${type}`).map(
      ({ structureId, type, suivies, franceTravail, attendues }) => ({
        structureId,
        type,
        suivies,
        franceTravail,
        attendues,
        visibles: visibles((vue) => vue.structureId === structureId && vue.type === type, suivies),
      }),
    ),
    referents: reunir(
      lignes.filter(({ referentId }) => referentId !== null),
      ({ referentId }) => String(referentId),
    ).map(({ referentId, suivies, franceTravail, attendues }) => ({
      referentId: referentId ?? 0,
      suivies,
      franceTravail,
      attendues,
      visibles: visibles((vue) => vue.referentId === referentId, suivies),
    })),
  };
}

function lireLignes(tx: Tx): Promise<readonly Ligne[]> {
  return tx.query<Ligne>(
    `select structure_id as "structureId", type, referent_id as "referentId",
       sum(suivies)::int as suivies, sum(attendues)::int as attendues, sum(constatees)::int as "franceTravail"
     from (
       select structure_id, type, referent_id, count(*) as suivies, 0 as attendues, 0 as constatees
       from ${SUIVIES} group by 1, 2, 3
       union all
       select structure_id, type, referent_id, 0, count(*), 0 from proposition
       where etape in ('proposee', 'transmise') and structure_id is not null group by 1, 2, 3
       union all
       select d.structure_id, d.type, d.referent_id, 0, 0, count(*) from orientation o
       join designation d on d.orientation_id = o.id and upper_inf(d.periode) and not d.annulee
       where o.origine = 'france-travail' and upper_inf(o.periode) and not o.annulee group by 1, 2, 3
     ) d group by 1, 2, 3`,
  );
}

/** What the reader may open; `null` when it is everybody. */
async function lireVisibles(tx: Tx, portee: Portee | null) {
  if (portee === null) return [];
  return portee.territoires === "tous" ? null : compterSuivies(tx, portee);
}

function reunir(lignes: readonly Ligne[], cle: (ligne: Ligne) => string): readonly Ligne[] {
  const reunies = new Map<string, Ligne>();
  for (const ligne of lignes) {
    const avant = reunies.get(cle(ligne));
    reunies.set(
      cle(ligne),
      avant
        ? {
            ...avant,
            suivies: avant.suivies + ligne.suivies,
            franceTravail: avant.franceTravail + ligne.franceTravail,
            attendues: avant.attendues + ligne.attendues,
          }
        : ligne,
    );
  }
  return [...reunies.values()];
}
