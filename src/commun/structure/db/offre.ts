import type { ClasseOrganisme } from "#commun/referentiel";
import type { Tx } from "#platform/db/tx.ts";

export interface ReferentOffert {
  readonly id: number;
  readonly nom: string;
  readonly etp: number;
  /** How many persons she may follow, all types together; `null` when no limit is said. */
  readonly places: number | null;
  readonly absent: boolean;
}

/** One line per structure × type of orientation × territory served. */
export interface LigneOffre {
  readonly structureId: number;
  readonly nom: string;
  readonly classe: ClasseOrganisme;
  readonly typeOrientation: string;
  /** `null`: the whole département. */
  readonly territoireId: number | null;
  /** Places of the structure for this type, shared by all its territories; `null` when no limit is said. */
  readonly places: number | null;
  readonly referents: readonly ReferentOffert[];
}

/** Who accompanies, for what and where, on a day: the structures open, the référents at work. */
export function lireOffre(tx: Tx, le: string): Promise<readonly LigneOffre[]> {
  return tx.query<LigneOffre>(
    `with equipe as (
       select r.structure_id, json_agg(json_build_object('id', r.id, 'nom', r.prenom || ' ' || r.nom, 'etp', r.etp,
         'places', r.places, 'absent', exists (select from absence_referent a
           where a.referent_id = r.id and a.periode @> $1::date)) order by r.nom, r.prenom, r.id) as referents
       from referent r where r.periode @> $1::date group by r.structure_id)
     select s.id as "structureId", s.nom, s.classe, x.type_orientation as "typeOrientation",
       x.territoire_id as "territoireId", c.places, coalesce(e.referents, '[]') as referents
     from structure s
     join structure_secteur x on x.structure_id = s.id and x.periode @> $1::date
     left join capacite c on c.structure_id = s.id and c.type_orientation = x.type_orientation and c.periode @> $1::date
     left join equipe e on e.structure_id = s.id
     where s.periode @> $1::date
     order by x.type_orientation, x.territoire_id nulls last, s.nom, s.id`,
    [le],
  );
}
