import type { Tx } from "#platform/db/tx.ts";
import { cleIdentite, cleTri } from "../domain/cles.ts";

/** A person as another software names her: by her request, or by her names and her birth date. */
export interface PersonneNommeeAilleurs {
  readonly nom: string;
  readonly prenom: string;
  readonly dateNaissance: string | null;
  readonly numeroDemande: string | null;
}

export interface PersonneRetrouvee {
  /** Rank in what was asked. */
  readonly rang: number;
  readonly personneId: number;
  readonly nom: string;
  readonly prenom: string;
  readonly dateNaissance: string | null;
  readonly commune: string | null;
}

/**
 * Everybody each name may be, in one query: several when two persons share names and birth date, or one request.
 * A request alone names a household; the first name and the birth date, when given, say which of its adults. No perimeter:
 * who is asked must already be known by her birth date or her request.
 */
export function retrouverPersonnes(
  tx: Tx,
  nommees: readonly PersonneNommeeAilleurs[],
): Promise<PersonneRetrouvee[]> {
  const cles = nommees.map((une) => ({ ...une, nomNaissance: null }));
  return tx.query<PersonneRetrouvee>(
    `with cherchee as (
       select ordinality - 1 as rang, tri, identite, naissance, numero, prenom
       from unnest($1::text[], $2::text[], $3::date[], $4::text[], $5::text[])
         with ordinality as t(tri, identite, naissance, numero, prenom, ordinality)),
     trouvee as (
       select c.rang, s.personne_id from cherchee c
         join situation_personne s on s.cle_tri = c.tri and s.date_naissance = c.naissance
       union
       select c.rang, coalesce(p.fusionnee_dans_id, p.id) from cherchee c
         join personne p on p.cle_identite = c.identite and c.identite <> ''
       union
       select c.rang, s.personne_id from cherchee c
         join situation_personne s on s.numero_demande = c.numero and s.role in ('DEM', 'CJT')
         where (c.prenom = '' or s.cle_tri like '% ' || c.prenom)
           and coalesce(s.date_naissance = c.naissance, true))
     select t.rang::int as rang, s.personne_id as "personneId", s.nom, s.prenom,
       s.date_naissance as "dateNaissance", s.commune
     from trouvee t join situation_personne s on s.personne_id = t.personne_id
     order by t.rang, s.personne_id`,
    [
      cles.map(cleTri),
      cles.map((une) => cleIdentite(une) ?? ""),
      cles.map(({ dateNaissance }) => dateNaissance),
      cles.map(({ numeroDemande }) => numeroDemande),
      cles.map(({ prenom }) =>
        cleTri({ nom: "", prenom, nomNaissance: null, dateNaissance: null }).trim(),
      ),
    ],
  );
}
