import type { Tx } from "#platform/db/tx.ts";

export interface Envoi {
  readonly rendezVousId: number;
  readonly personneId: number;
  readonly usage: string;
  readonly canal: string;
  readonly courrierId: number | null;
}

export interface EnvoiLu extends Envoi {
  readonly le: Date;
  readonly par: string;
  /** The hour it announced. */
  readonly debut: Date;
}

export async function inscrireEnvois(
  tx: Tx,
  envois: readonly Envoi[],
  { le, par }: { readonly le: Date; readonly par: string },
): Promise<void> {
  if (envois.length === 0) return;
  await tx.query(
    `insert into rendez_vous_envoi (rendez_vous_id, personne_id, usage, canal, courrier_id, creneau, le, par)
     select e."rendezVousId", e."personneId", e.usage, e.canal, e."courrierId", r.creneau, $2, $3
     from jsonb_to_recordset($1::jsonb) as e("rendezVousId" int, "personneId" int, usage text, canal text, "courrierId" int)
     join rendez_vous r on r.id = e."rendezVousId"`,
    [JSON.stringify(envois), le, par],
  );
}

/** How many times each person was told the hour these meetings are at now. */
export async function annoncesDe(
  tx: Tx,
  rendezVous: readonly number[],
): Promise<ReadonlyMap<string, number>> {
  const lignes = await tx.query<{ cle: string; nombre: number }>(
    `select e.rendez_vous_id || '-' || e.personne_id as cle, count(*)::int as nombre
     from rendez_vous_envoi e join rendez_vous r on r.id = e.rendez_vous_id and r.creneau = e.creneau
     where e.rendez_vous_id = any($1::int[])
       and e.usage in ('convocation-rendez-vous', 'deplacement-rendez-vous')
     group by 1`,
    [[...rendezVous]],
  );
  return new Map(lignes.map(({ cle, nombre }) => [cle, nombre]));
}

export function envoisDe(tx: Tx, rendezVousId: number): Promise<EnvoiLu[]> {
  return tx.query<EnvoiLu>(
    `select rendez_vous_id as "rendezVousId", personne_id as "personneId", usage, canal, courrier_id as "courrierId",
       le, par, lower(creneau) as debut
     from rendez_vous_envoi where rendez_vous_id = $1 order by id desc`,
    [rendezVousId],
  );
}
