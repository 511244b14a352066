import type { Tx } from "#platform/db/tx.ts";

export interface NouveauSoutien {
  readonly personneId: number;
  readonly accompagnementId: number | null;
  readonly nature: string;
  readonly autour: string;
  readonly besoin: string;
  readonly du: string;
  readonly au: string | null;
  readonly mobilise: string | null;
  readonly financePar: string | null;
  readonly cout: number | null;
  readonly le: string;
  readonly par: number | null;
}

/** `au` is the last day, included. */
export async function inscrireSoutien(tx: Tx, un: NouveauSoutien): Promise<number> {
  const [ligne] = await tx.query<{ id: number }>(
    `insert into soutien (personne_id, accompagnement_id, nature, autour, besoin, periode, mobilise, finance_par,
       cout_centimes, mobilise_le, mobilise_par, note_le, note_par)
     values ($1, $2, $3, $4, $5, daterange($6::date, $7::date, '[]'), $8, $9, $10,
       case when $8::text is not null then $11::date end, case when $8::text is not null then $12::int end, $11, $12)
     returning id`,
    [
      un.personneId,
      un.accompagnementId,
      un.nature,
      un.autour,
      un.besoin,
      un.du,
      un.au,
      un.mobilise,
      un.financePar,
      un.cout,
      un.le,
      un.par,
    ],
  );
  return ligne?.id ?? 0;
}

export interface SoutienTenu {
  readonly id: number;
  readonly personneId: number;
  readonly du: string;
  readonly version: number;
}

export async function verrouillerSoutien(tx: Tx, id: number): Promise<SoutienTenu | null> {
  const [ligne] = await tx.query<SoutienTenu>(
    `select id, personne_id as "personneId", lower(periode) as du, version from soutien where id = $1 for update`,
    [id],
  );
  return ligne ?? null;
}

interface Mobilisation {
  readonly mobilise: string;
  readonly financePar: string | null;
  readonly cout: number | null;
  readonly au: string | null;
  readonly le: string;
  readonly par: number | null;
}

export async function noterMobilisation(tx: Tx, id: number, une: Mobilisation): Promise<void> {
  await tx.query(
    `update soutien set mobilise = $2, finance_par = $3, cout_centimes = $4, mobilise_le = $6, mobilise_par = $7,
       periode = case when $5::date is null then periode else daterange(lower(periode), $5::date, '[]') end,
       version = version + 1
     where id = $1`,
    [id, une.mobilise, une.financePar, une.cout, une.au, une.le, une.par],
  );
}
