import { sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import { conditionPortee, lire } from "./portee.ts";

export interface Place {
  readonly personneId: number;
  readonly dossierId: number;
}

interface Criteres {
  readonly numeroDemande: string;
  readonly role: string | null;
  readonly empreinte: Buffer | null;
}

/** Present members first; those who left answer only when nobody present does. */
export async function chercherPlaces(
  tx: Tx,
  { numeroDemande, role, empreinte }: Criteres,
  portee: Portee,
): Promise<readonly Place[]> {
  const places = await lire<Place & { readonly presente: boolean }>(
    tx,
    sql`select m.personne_id as "personneId", m.dossier_id as "dossierId", bool_or(m.jusqua is null) as presente
      from dossier d join membre m on m.dossier_id = d.id
      join personne p on p.id = m.personne_id join situation_personne s on s.personne_id = m.personne_id
      where d.numero_demande = ${numeroDemande} and (${role}::text is null or m.role = ${role})
        and (${empreinte}::bytea is null or p.nir_empreinte = ${empreinte}) and ${conditionPortee(portee)}
      group by m.personne_id, m.dossier_id order by m.dossier_id, m.personne_id`,
  );
  const presentes = places.filter(({ presente }) => presente);
  return (presentes.length > 0 ? presentes : places).map(({ personneId, dossierId }) => ({
    personneId,
    dossierId,
  }));
}
