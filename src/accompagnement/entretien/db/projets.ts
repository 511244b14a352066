import type { Tx } from "#platform/db/tx.ts";
import type { Auteur } from "../domain/auteur.ts";
import type { ContenuProjet } from "../domain/projet.ts";
import type { EtatProjet } from "../domain/synthese.ts";

export interface ActeProjet {
  readonly id: number;
  readonly projetId: number;
  readonly etat: EtatProjet;
  readonly le: string;
  readonly contenu: ContenuProjet;
  readonly reevaluerLe: string | null;
  readonly ecritA: Date;
  readonly par: string;
}

/** Every act on the projects of a person, the latest first. */
export function lireActesProjet(tx: Tx, personneId: number): Promise<readonly ActeProjet[]> {
  return tx.query<ActeProjet>(
    `select a.id, a.projet_id as "projetId", a.etat, a.le, a.contenu, a.reevaluer_le as "reevaluerLe",
       a.ecrit_a as "ecritA", a.par
     from projet p join projet_acte a on a.projet_id = p.id where p.personne_id = $1
     order by a.ecrit_a desc, a.id desc`,
    [personneId],
  );
}

export async function verrouillerProjets(tx: Tx, personneId: number): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 141))", [String(personneId)]);
}

export async function ouvrirProjets(
  tx: Tx,
  projets: readonly { readonly personneId: number; readonly a: Date }[],
): Promise<readonly number[]> {
  if (projets.length === 0) return [];
  const lignes = await tx.query<{ id: number }>(
    `insert into projet (personne_id, ecrit_a) select * from unnest($1::int[], $2::timestamptz[]) returning id`,
    [projets.map(({ personneId }) => personneId), projets.map(({ a }) => a)],
  );
  return lignes.map(({ id }) => id);
}

export interface NouvelActe {
  readonly projetId: number;
  readonly etat: EtatProjet;
  readonly le: string;
  readonly contenu: ContenuProjet;
  readonly reevaluerLe: string | null;
  readonly par: Auteur;
}

export async function inscrireActesProjet(
  tx: Tx,
  actes: readonly NouvelActe[],
): Promise<readonly number[]> {
  if (actes.length === 0) return [];
  const lignes = await tx.query<{ id: number }>(
    `insert into projet_acte (projet_id, etat, le, contenu, metiers, reevaluer_le, ecrit_a, par_id, par)
     select n.projet_id, n.etat, n.le, n.contenu,
       array(select m ->> 'code' from jsonb_array_elements(n.contenu -> 'metiers') m), n.reevaluer_le, n.ecrit_a, n.par_id, n.par
     from unnest($1::int[], $2::text[], $3::date[], $4::jsonb[], $5::date[], $6::timestamptz[], $7::int[], $8::text[])
       as n(projet_id, etat, le, contenu, reevaluer_le, ecrit_a, par_id, par)
     returning id`,
    [
      actes.map(({ projetId }) => projetId),
      actes.map(({ etat }) => etat),
      actes.map(({ le }) => le),
      actes.map(({ contenu }) => JSON.stringify(contenu)),
      actes.map(({ reevaluerLe }) => reevaluerLe),
      actes.map(({ par }) => par.a),
      actes.map(({ par }) => par.id),
      actes.map(({ par }) => par.nom),
    ],
  );
  return lignes.map(({ id }) => id);
}
