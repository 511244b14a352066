import type { Calendrier, RegleEcheance } from "#commun/referentiel";
import { CopyText } from "#platform/db/copy-text.ts";
import type { Tx } from "#platform/db/tx.ts";
import { type Echeance, preparerDerivation } from "../domain/deriver.ts";
import type { DossierSuivi, EcheancesReconciliees } from "../domain/dossier-suivi.ts";
import { reconcilierEnLot } from "./reconcilier-en-lot.ts";

interface Reconciliation {
  readonly regles: readonly RegleEcheance[];
  readonly calendrier: Calendrier;
  /** The day it is done: when something becomes known, or vanishes because the facts no longer say it. */
  readonly le: string;
  /** Each course once. A course that is over is given with its last facts, or with none. */
  readonly dossiers: readonly DossierSuivi[];
}

/** Beyond, the two sides are compared as tables. */
const PEU = 2000;

/**
 * Makes the échéances of these courses what their facts and the rules say, in the transaction of the fact.
 * What is already right is not written; nothing is deleted.
 */
export async function reconcilierEcheances(
  tx: Tx,
  { regles, calendrier, le, dossiers }: Reconciliation,
): Promise<EcheancesReconciliees> {
  const deriver = preparerDerivation(regles, calendrier);
  if (dossiers.length > PEU) return reconcilierEnLot(tx, { le, dossiers, deriver });
  const voulues = dossiers.flatMap((dossier) =>
    deriver(dossier.faits).map((echeance) => ({ ...dossier, ...echeance })),
  );
  const eteintes = await eteindre(tx, dossiers, voulues, le);
  const ecrites = await ecrire(tx, voulues, le);
  const ouvertes = voulues.filter(
    ({ accomplieLe, eteinteLe }) => accomplieLe === null && eteinteLe === null,
  ).length;
  return { ecrites, eteintes, ouvertes };
}

/** The same for courses that begin in this very transaction: nothing can be there to compare with. */
export async function ouvrirEcheances(
  tx: Tx,
  { regles, calendrier, le, dossiers }: Reconciliation,
): Promise<void> {
  const deriver = preparerDerivation(regles, calendrier);
  const texte = new CopyText();
  for (const { personneId, objet, objetId, faits } of dossiers)
    for (const e of deriver(faits))
      texte.add([
        ...[personneId, objet, objetId, e.code, e.depart],
        ...[e.pour, e.brute, e.limite, e.accomplieLe, e.eteinteLe, le],
      ]);
  if (texte.rows > 0) await tx.copyRows("echeance", COLONNES, texte);
}

const COLONNES = [
  ...["personne_id", "objet", "objet_id", "code", "depart"],
  ...["pour", "brute", "limite", "accomplie_le", "eteinte_le", "connue_le"],
];

type Voulue = DossierSuivi & Echeance;

const colonne = <Ligne, Cle extends keyof Ligne>(lignes: readonly Ligne[], cle: Cle) =>
  lignes.map((ligne) => ligne[cle]);

/** Before the others are written: a start that moved closes the old delay, then opens the new one. */
async function eteindre(
  tx: Tx,
  dossiers: readonly DossierSuivi[],
  voulues: readonly Voulue[],
  le: string,
): Promise<number> {
  const [bilan] = await tx.query<{ nombre: number }>(
    // `not in` is hashed whatever the planner expects; `not exists` on five columns was compared row by row.
    `with eteinte as (
       update echeance e set eteinte_le = $9::date
       from unnest($1::int[], $2::text[], $3::int[]) as d(personne_id, objet, objet_id)
       where e.personne_id = d.personne_id and e.objet = d.objet and e.objet_id = d.objet_id
         and e.accomplie_le is null and e.eteinte_le is null
         and (e.personne_id, e.objet, e.objet_id, e.code, e.depart) not in (
           select * from unnest($4::int[], $5::text[], $6::int[], $7::text[], $8::date[]))
       returning 1)
     select count(*)::int as nombre from eteinte`,
    [
      colonne(dossiers, "personneId"),
      colonne(dossiers, "objet"),
      colonne(dossiers, "objetId"),
      ...cles(voulues),
      le,
    ],
  );
  return bilan?.nombre ?? 0;
}

async function ecrire(tx: Tx, voulues: readonly Voulue[], le: string): Promise<number> {
  if (voulues.length === 0) return 0;
  const [bilan] = await tx.query<{ nombre: number }>(
    `with ecrite as (
       insert into echeance as e (personne_id, objet, objet_id, code, depart, pour, brute, limite, accomplie_le, eteinte_le, connue_le)
       select v.*, $11::date from unnest($1::int[], $2::text[], $3::int[], $4::text[], $5::date[], $6::text[],
           $7::date[], $8::date[], $9::date[], $10::date[])
         as v(personne_id, objet, objet_id, code, depart, pour, brute, limite, accomplie_le, eteinte_le)
       left join echeance t using (personne_id, objet, objet_id, code, depart)
       where t.id is null or (t.pour, t.brute, t.limite, t.accomplie_le, t.eteinte_le) is distinct from
         (v.pour, v.brute, v.limite, v.accomplie_le, v.eteinte_le)
       -- Numbered by what they are, and not in the order of a plan.
       order by personne_id, objet, objet_id, depart, code
       on conflict on constraint une_echeance_par_depart do update
         set pour = excluded.pour, brute = excluded.brute, limite = excluded.limite,
           accomplie_le = excluded.accomplie_le, eteinte_le = excluded.eteinte_le
       returning 1)
     select count(*)::int as nombre from ecrite`,
    [
      ...cles(voulues),
      colonne(voulues, "pour"),
      colonne(voulues, "brute"),
      colonne(voulues, "limite"),
      colonne(voulues, "accomplieLe"),
      colonne(voulues, "eteinteLe"),
      le,
    ],
  );
  return bilan?.nombre ?? 0;
}

function cles(voulues: readonly Voulue[]): readonly unknown[] {
  return [
    colonne(voulues, "personneId"),
    colonne(voulues, "objet"),
    colonne(voulues, "objetId"),
    colonne(voulues, "code"),
    colonne(voulues, "depart"),
  ];
}
