import { sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import { conditionPortee, lire } from "./portee.ts";

/** Who a person is and who follows her, in a few words. */
export interface PersonneBreve {
  readonly personneId: number;
  readonly qualite: string | null;
  readonly nom: string;
  readonly prenom: string;
  readonly telephone: string | null;
  readonly courriel: string | null;
  readonly referentId: number | null;
  readonly structureId: number | null;
}

/** These persons, those of the perimeter only. */
export async function nommerPersonnes(
  tx: Tx,
  portee: Portee,
  personnes: readonly number[],
): Promise<ReadonlyMap<number, PersonneBreve>> {
  if (personnes.length === 0) return new Map();
  const lues = await lire<PersonneBreve>(
    tx,
    sql`select s.personne_id as "personneId", s.qualite, s.nom, s.prenom, s.telephone, s.courriel,
        s.referent_id as "referentId", s.structure_id as "structureId"
      from situation_personne s
      where s.personne_id = any(${[...new Set(personnes)]}::int[]) and ${conditionPortee(portee)}`,
  );
  return new Map(lues.map((personne) => [personne.personneId, personne]));
}

/** Whom a structure follows today, or one of its référents, within the perimeter, in the order of names. */
export function personnesSuivies(
  tx: Tx,
  portee: Portee,
  { structureId, referentId }: { readonly structureId: number; readonly referentId: number | null },
): Promise<PersonneBreve[]> {
  return lire<PersonneBreve>(
    tx,
    sql`select s.personne_id as "personneId", s.qualite, s.nom, s.prenom, s.telephone, s.courriel,
        s.referent_id as "referentId", s.structure_id as "structureId"
      from situation_personne s
      where s.structure_id = ${structureId}::int and s.beneficiaire
        and (${referentId}::int is null or s.referent_id = ${referentId}::int)
        and ${conditionPortee(portee)}
      order by s.nom, s.prenom, s.personne_id`,
  );
}
