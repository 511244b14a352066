import { CopyText } from "#platform/db/copy-text.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Echeance } from "../domain/deriver.ts";
import type { DossierSuivi, EcheancesReconciliees } from "../domain/dossier-suivi.ts";

/** Texts are sent by pieces, so that what is derived is not held whole. */
const PAR_ENVOI = 10_000;

interface Lot {
  readonly le: string;
  readonly dossiers: readonly DossierSuivi[];
  readonly deriver: (faits: DossierSuivi["faits"]) => readonly Echeance[];
}

/**
 * The same as `reconcilierEcheances` for a whole département: what the facts say is copied beside, then compared
 * once. Lot after lot, each of them read the whole table again.
 */
export async function reconcilierEnLot(tx: Tx, lot: Lot): Promise<EcheancesReconciliees> {
  await tx.query(
    `create temp table echeance_voulue (personne_id int, objet text, objet_id int, code text, depart date, pour text,
       brute date, limite date, accomplie_le date, eteinte_le date) on commit drop`,
  );
  await tx.query(
    "create temp table dossier_suivi (personne_id int, objet text, objet_id int) on commit drop",
  );
  const ouvertes = await copier(tx, lot);
  // A table just filled is taken for a small one, and compared row by row.
  await tx.query("analyze echeance_voulue");
  await tx.query("analyze dossier_suivi");
  const eteintes = await eteindre(tx, lot.le);
  const ecrites = await ecrire(tx, lot.le);
  await tx.query("drop table echeance_voulue, dossier_suivi");
  return { ecrites, eteintes, ouvertes };
}

async function copier(tx: Tx, { dossiers, deriver }: Lot): Promise<number> {
  let ouvertes = 0;
  for (let rang = 0; rang < dossiers.length; rang += PAR_ENVOI) {
    const lot = dossiers.slice(rang, rang + PAR_ENVOI);
    const suivis = lot.map(({ personneId, objet, objetId }) => [personneId, objet, objetId]);
    await tx.copyRows("dossier_suivi", ["personne_id", "objet", "objet_id"], suivis);
    const voulues = new CopyText();
    for (const dossier of lot) ouvertes += ajouter(voulues, dossier, deriver(dossier.faits));
    if (voulues.rows > 0) await tx.copyRows("echeance_voulue", VOULUES, voulues);
  }
  return ouvertes;
}

/** How many of them are open. */
function ajouter(
  texte: CopyText,
  { personneId, objet, objetId }: DossierSuivi,
  echeances: readonly Echeance[],
): number {
  let ouvertes = 0;
  for (const e of echeances) {
    if (e.accomplieLe === null && e.eteinteLe === null) ouvertes += 1;
    texte.add([
      ...[personneId, objet, objetId, e.code, e.depart],
      ...[e.pour, e.brute, e.limite, e.accomplieLe, e.eteinteLe],
    ]);
  }
  return ouvertes;
}

const VOULUES = [
  ...["personne_id", "objet", "objet_id", "code", "depart"],
  ...["pour", "brute", "limite", "accomplie_le", "eteinte_le"],
];

async function eteindre(tx: Tx, le: string): Promise<number> {
  const [bilan] = await tx.query<{ nombre: number }>(
    `with eteinte as (
       update echeance e set eteinte_le = $1::date from dossier_suivi d
       where e.personne_id = d.personne_id and e.objet = d.objet and e.objet_id = d.objet_id
         and e.accomplie_le is null and e.eteinte_le is null
         and not exists (select from echeance_voulue v where v.personne_id = e.personne_id and v.objet = e.objet
           and v.objet_id = e.objet_id and v.code = e.code and v.depart = e.depart)
       returning 1)
     select count(*)::int as nombre from eteinte`,
    [le],
  );
  return bilan?.nombre ?? 0;
}

async function ecrire(tx: Tx, le: string): Promise<number> {
  const [bilan] = await tx.query<{ nombre: number }>(
    `with ecrite as (
       insert into echeance as e (personne_id, objet, objet_id, code, depart, pour, brute, limite, accomplie_le, eteinte_le, connue_le)
       select v.*, $1::date from echeance_voulue v
       left join echeance t using (personne_id, objet, objet_id, code, depart)
       where t.id is null or (t.pour, t.brute, t.limite, t.accomplie_le, t.eteinte_le) is distinct from
         (v.pour, v.brute, v.limite, v.accomplie_le, v.eteinte_le)
       order by personne_id, objet, objet_id, depart, code
       on conflict on constraint une_echeance_par_depart do update
         set pour = excluded.pour, brute = excluded.brute, limite = excluded.limite,
           accomplie_le = excluded.accomplie_le, eteinte_le = excluded.eteinte_le
       returning 1)
     select count(*)::int as nombre from ecrite`,
    [le],
  );
  return bilan?.nombre ?? 0;
}
