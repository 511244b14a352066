import type { Tx } from "#platform/db/tx.ts";

export interface PersonneConnue {
  readonly id: number;
  readonly nir: string | null;
  readonly cleIdentite: string;
  readonly dateNaissance: string | null;
  readonly nom: string;
  readonly prenom: string;
  readonly beneficiaire: boolean;
  readonly dejaBeneficiaire: boolean;
}

/** Humans already known who share a NIR or a civil status with the newcomers. A merged person is its keeper. */
export async function chercherPersonnes(
  tx: Tx,
  nirs: readonly Buffer[],
  cles: readonly string[],
): Promise<readonly PersonneConnue[]> {
  if (nirs.length === 0 && cles.length === 0) return [];
  const lignes = await tx.query<{
    id: number;
    nir_empreinte: Buffer | null;
    cle_identite: string;
    date_naissance: string | null;
    nom: string;
    prenom: string;
    beneficiaire: boolean;
    deja: boolean;
  }>(
    `with trouves as (
       select coalesce(fusionnee_dans_id, id) as garde, nir_empreinte, cle_identite, date_naissance, nom, prenom
       from personne where nir_empreinte = any($1::bytea[])
       union
       select coalesce(fusionnee_dans_id, id), nir_empreinte, cle_identite, date_naissance, nom, prenom
       from personne where cle_identite = any($2::text[])
     )
     select t.garde as id, t.nir_empreinte, t.cle_identite, t.date_naissance, t.nom, t.prenom,
       coalesce(s.beneficiaire, false) as beneficiaire,
       exists (select 1 from mouvement m where m.personne_id = t.garde
         and m.nature in ('stock', 'entree', 'retour', 'changement-dossier')) as deja
     from trouves t left join situation_personne s on s.personne_id = t.garde
     order by t.garde`,
    [nirs, cles],
  );
  return lignes.map((ligne) => ({
    id: ligne.id,
    nir: ligne.nir_empreinte?.toString("hex") ?? null,
    cleIdentite: ligne.cle_identite,
    dateNaissance: ligne.date_naissance,
    nom: ligne.nom,
    prenom: ligne.prenom,
    beneficiaire: ligne.beneficiaire,
    dejaBeneficiaire: ligne.deja,
  }));
}

/** Which of these persons were ever to be accompanied, and which are through a dossier other than the given ones. */
export async function lirePasses(
  tx: Tx,
  personnes: readonly number[],
): Promise<Map<number, { readonly deja: boolean; readonly dossierActif: number | null }>> {
  if (personnes.length === 0) return new Map();
  const lignes = await tx.query<{ personne_id: number; deja: boolean; dossier_id: number | null }>(
    `select s.personne_id, s.beneficiaire, case when s.beneficiaire then s.dossier_id end as dossier_id,
       exists (select 1 from mouvement m where m.personne_id = s.personne_id
         and m.nature in ('stock', 'entree', 'retour', 'changement-dossier')) as deja
     from situation_personne s where s.personne_id = any($1::int[])`,
    [personnes],
  );
  return new Map(
    lignes.map((ligne) => [
      ligne.personne_id,
      { deja: ligne.deja, dossierActif: ligne.dossier_id },
    ]),
  );
}

export async function noterPairesDouteuses(
  tx: Tx,
  paires: readonly { readonly a: number; readonly b: number; readonly raison: string }[],
  connueLe: string,
): Promise<void> {
  if (paires.length === 0) return;
  await tx.query(
    `insert into paire_douteuse (personne_a_id, personne_b_id, raison, connue_le)
     select least(a, b), greatest(a, b), raison, $4
     from unnest($1::int[], $2::int[], $3::text[]) as p(a, b, raison) where a <> b
     on conflict do nothing`,
    [
      paires.map(({ a }) => a),
      paires.map(({ b }) => b),
      paires.map(({ raison }) => raison),
      connueLe,
    ],
  );
}

/**
 * Newcomers who look like somebody known: same birth date and names alike, while at least one of the
 * two has no NIR to say otherwise. Members of one household are never a pair: twins share a birth date.
 */
export async function noterRessemblances(
  tx: Tx,
  nouvelles: readonly number[],
  connueLe: string,
): Promise<void> {
  if (nouvelles.length === 0) return;
  await tx.query(
    // `offset 0` keeps both look-ups on their indexes while a first import outruns the statistics.
    `insert into paire_douteuse (personne_a_id, personne_b_id, raison, connue_le)
     select distinct least(n.id, p.id), greatest(n.id, p.id), 'noms-proches', $2::date
     from personne n cross join lateral (
       select p.id, p.cle_identite, p.cle_recherche from personne p
       where p.date_naissance = n.date_naissance and p.id <> n.id
         and (p.nir_empreinte is null or n.nir_empreinte is null)
         and p.fusionnee_dans_id is null offset 0
     ) p
     where n.id = any($1::int[]) and n.cle_identite <> p.cle_identite
       and similarity(p.cle_recherche, n.cle_recherche) >= 0.6
       and not exists (select 1 from membre a join membre b on b.dossier_id = a.dossier_id
         where a.personne_id = n.id and b.personne_id = p.id offset 0)
     on conflict do nothing`,
    [nouvelles, connueLe],
  );
}

/** Any of them: what tells whether a key is that of the data. */
export async function lireUnNirScelle(tx: Tx): Promise<Buffer | null> {
  const [ligne] = await tx.query<{ nir: Buffer }>(
    "select nir_chiffre as nir from personne where nir_chiffre is not null limit 1",
  );
  return ligne?.nir ?? null;
}
