import type { Tx } from "#platform/db/tx.ts";
import type { MoyenEnvoi } from "../domain/courrier.ts";
import type { LettreFigee } from "../domain/lettre.ts";

/** The first of `combien` numbers of the year. Its row stays locked until the transaction ends. */
export async function prendreRangs(tx: Tx, annee: number, combien: number): Promise<number> {
  const [pris] = await tx.query<{ dernier: number }>(
    `insert into numero_courrier as n (annee, dernier) values ($1, $2)
     on conflict (annee) do update set dernier = n.dernier + excluded.dernier returning dernier`,
    [annee, combien],
  );
  return (pris?.dernier ?? combien) - combien + 1;
}

export interface CourrierAInscrire {
  readonly annee: number;
  readonly rang: number;
  readonly personneId: number;
  readonly objetId: number | null;
  readonly contenu: LettreFigee;
}

/** What the letters issued together have in common. */
export interface Emission {
  readonly lotId: number | null;
  readonly modele: string;
  readonly modeleVersion: number;
  readonly usage: string;
  readonly titre: string;
  readonly objet: string | null;
  readonly moyen: MoyenEnvoi;
  readonly le: string;
  readonly a: Date;
  readonly parId: number | null;
  readonly par: string;
}

/** Writes the letters, to be printed; their identifiers, in the same order. */
export async function inscrireCourriers(
  tx: Tx,
  emission: Emission,
  courriers: readonly CourrierAInscrire[],
): Promise<readonly number[]> {
  const lignes = await tx.query<{ id: number; rang: number }>(
    `with inscrits as (
     insert into courrier (annee, rang, personne_id, objet_id, contenu, adresse, lot_id, modele, modele_version, usage,
       titre, objet, moyen, emis_le, emis_a, emis_par_id, emis_par)
     select c.annee, c.rang, c."personneId", c."objetId", c.contenu,
       array(select jsonb_array_elements_text(c.contenu -> 'destinataire')),
       $2::int, $3, $4::int, $5, $6, $7, $8, $9::date, $10::timestamptz, $11::int, $12
     from jsonb_to_recordset($1::jsonb)
       as c(annee int, rang int, "personneId" int, "objetId" int, contenu jsonb)
     returning id, rang),
     attente as (insert into courrier_a_imprimer select id from inscrits)
     select id, rang from inscrits`,
    [
      JSON.stringify(courriers),
      emission.lotId,
      emission.modele,
      emission.modeleVersion,
      emission.usage,
      emission.titre,
      emission.objet,
      emission.moyen,
      emission.le,
      emission.a,
      emission.parId,
      emission.par,
    ],
  );
  return lignes.toSorted((a, b) => a.rang - b.rang).map(({ id }) => id);
}

export interface CourrierAImprimer {
  readonly id: number;
  readonly contenu: LettreFigee;
}

/**
 * Letters that wait for their document. Two printers never take the same ones; who asks for some by name waits for
 * the printer that has them in hand.
 */
export function prendreAImprimer(
  tx: Tx,
  combien: number,
  ids: readonly number[] | null,
): Promise<readonly CourrierAImprimer[]> {
  return tx.query<CourrierAImprimer>(
    `select c.id, c.contenu from courrier_a_imprimer a join courrier c on c.id = a.courrier_id
     where $2::int[] is null or c.id = any($2::int[])
     order by c.id limit $1 for update of a ${ids === null ? "skip locked" : ""}`,
    [combien, ids],
  );
}

export interface DocumentImprime {
  readonly courrierId: number;
  readonly octets: Buffer;
  readonly empreinte: Buffer;
  readonly accessible: boolean;
}

export async function inscrireDocuments(
  tx: Tx,
  documents: readonly DocumentImprime[],
  a: Date,
): Promise<void> {
  await tx.copyRows(
    "courrier_pdf",
    ["courrier_id", "octets", "empreinte", "accessible", "imprime_a"],
    documents.map(({ courrierId, octets, empreinte, accessible }) => [
      courrierId,
      octets,
      empreinte,
      accessible,
      a.toISOString(),
    ]),
  );
  await tx.query("delete from courrier_a_imprimer where courrier_id = any($1::int[])", [
    documents.map(({ courrierId }) => courrierId),
  ]);
}
