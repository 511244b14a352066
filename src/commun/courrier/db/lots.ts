import type { Tx } from "#platform/db/tx.ts";
import type { LettreFigee } from "../domain/lettre.ts";

export interface EcarteDuLot {
  readonly personneId: number;
  readonly manquants: readonly string[];
}

export interface Lot {
  readonly id: number;
  readonly libelle: string;
  readonly personnes: readonly number[];
  readonly etat: "prepare" | "emis" | "abandonne";
  readonly modele: string | null;
  readonly moyen: string | null;
  readonly ecartes: readonly EcarteDuLot[];
  readonly prepareParId: number | null;
  readonly preparePar: string;
  readonly prepareLe: Date;
  readonly emisLe: Date | null;
}

export async function insererLot(
  tx: Tx,
  lot: {
    readonly libelle: string;
    readonly personnes: readonly number[];
    readonly parId: number | null;
    readonly par: string;
    readonly a: Date;
  },
): Promise<number> {
  const [ecrit] = await tx.query<{ id: number }>(
    `insert into lot_courriers (libelle, personnes, etat, prepare_par_id, prepare_par, prepare_le)
     values ($1, $2::int[], 'prepare', $3, $4, $5) returning id`,
    [lot.libelle, lot.personnes, lot.parId, lot.par, lot.a],
  );
  return ecrit?.id ?? 0;
}

/** `verrou`: held until the transaction ends, so that a batch is issued once. */
export async function lireLot(tx: Tx, id: number, verrou = false): Promise<Lot | null> {
  const [lot] = await tx.query<Lot>(
    `select id, libelle, personnes, etat, modele, moyen, ecartes, prepare_par_id as "prepareParId",
       prepare_par as "preparePar", prepare_le as "prepareLe", emis_le as "emisLe"
     from lot_courriers where id = $1 ${verrou ? "for update" : ""}`,
    [id],
  );
  return lot ?? null;
}

export async function cloreLot(
  tx: Tx,
  id: number,
  fin: {
    readonly etat: "emis" | "abandonne";
    readonly modele: string | null;
    readonly moyen: string | null;
    readonly ecartes: readonly EcarteDuLot[];
    readonly a: Date;
  },
): Promise<void> {
  await tx.query(
    `update lot_courriers set etat = $2, modele = $3, moyen = $4, ecartes = $5::jsonb, emis_le = $6 where id = $1`,
    [id, fin.etat, fin.modele, fin.moyen, JSON.stringify(fin.ecartes), fin.a],
  );
}

export interface AvancementLot {
  readonly emis: number;
  readonly imprimes: number;
  readonly envoyes: number;
  readonly recus: number;
}

export async function lireAvancement(tx: Tx, id: number): Promise<AvancementLot> {
  const [compte] = await tx.query<AvancementLot>(
    `select count(*)::int as emis, count(p.courrier_id)::int as imprimes, count(c.envoye_le)::int as envoyes,
       count(c.recu_le)::int as recus
     from courrier c left join courrier_pdf p on p.courrier_id = c.id where c.lot_id = $1`,
    [id],
  );
  return compte ?? { emis: 0, imprimes: 0, envoyes: 0, recus: 0 };
}

/** The letters of a batch in the order of their numbers, as one document for the printer. */
export async function lireLettresDuLot(tx: Tx, id: number): Promise<readonly LettreFigee[]> {
  const lignes = await tx.query<{ contenu: LettreFigee }>(
    "select contenu from courrier where lot_id = $1 order by annee, rang",
    [id],
  );
  return lignes.map(({ contenu }) => contenu);
}

export async function courriersDuLot(tx: Tx, id: number): Promise<readonly number[]> {
  const lignes = await tx.query<{ id: number }>(
    "select id from courrier where lot_id = $1 order by id",
    [id],
  );
  return lignes.map((ligne) => ligne.id);
}
