import { always, raw, type Sql, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import { conditionPortee, lire } from "./portee.ts";

export interface Compte {
  readonly cle: string;
  readonly nombre: number;
}

/** Persons moved by a file, for each kind of movement, among those the reader may see. */
export function compterMouvementsDe(
  tx: Tx,
  portee: Portee,
  integrationId: number,
): Promise<Compte[]> {
  const vue = siVue(portee, raw("s.personne_id = m.personne_id"));
  return lire(
    tx,
    sql`select m.nature as cle, count(distinct m.personne_id)::int as nombre from mouvement m
      where m.integration_id = ${integrationId} and ${vue} group by m.nature order by m.nature`,
  );
}

/** Fields changed by a file, for those the reader may see. */
export function compterChangementsDe(
  tx: Tx,
  portee: Portee,
  integrationId: number,
): Promise<Compte[]> {
  const vue = siVue(portee, raw(`s.personne_id = (${PREMIER_ADULTE})`));
  return lire(
    tx,
    sql`select c.champ as cle, count(*)::int as nombre from changement c
      where c.integration_id = ${integrationId} and ${vue} group by c.champ order by 2 desc, 1`,
  );
}

/** A change of the whole household is told of its first adult. */
const PREMIER_ADULTE = `select t.personne_id from situation_personne t
  where t.personne_id = c.personne_id or (c.personne_id is null and t.dossier_id = c.dossier_id)
  order by (t.role = 'DEM') desc, t.personne_id limit 1`;

/** Who sees everybody pays for no join. */
function siVue(portee: Portee, lien: Sql): Sql {
  const condition = conditionPortee(portee);
  return condition === always
    ? always
    : sql`exists (select from situation_personne s where ${lien} and ${condition})`;
}

/** A person named in a list, with enough to tell her from her namesakes. */
export interface PersonneNommee {
  readonly personneId: number;
  readonly nom: string;
  readonly prenom: string;
  readonly qualite: string | null;
  readonly dateNaissance: string | null;
  readonly commune: string | null;
  readonly numeroDemande: string;
  readonly etat: string | null;
}

const NOMMEE =
  raw(`s.personne_id as "personneId", s.nom, s.prenom, s.qualite, s.date_naissance as "dateNaissance",
  s.commune, s.numero_demande as "numeroDemande", s.etat`);

export interface LigneMouvement extends PersonneNommee {
  readonly id: number;
  readonly nature: string;
  readonly le: string;
}

export interface DemandeMouvements {
  readonly integrationId: number;
  readonly nature: string | null;
  /** The movement after which the page begins: an identifier, so that no name stands in an address. */
  readonly apres: number | null;
  readonly limite: number;
}

/** Persons moved by a file, in the order of their names. */
export function listerMouvementsDe(
  tx: Tx,
  portee: Portee,
  demande: DemandeMouvements,
): Promise<LigneMouvement[]> {
  const { integrationId, nature, apres, limite } = demande;
  return lire(
    tx,
    sql`select m.id, m.nature, m.le, ${NOMMEE}
      from mouvement m join situation_personne s on s.personne_id = m.personne_id
      where m.integration_id = ${integrationId} and ${nature === null ? always : sql`m.nature = ${nature}`}
        and ${
          apres === null
            ? always
            : sql`(s.cle_tri, m.id) > (select t.cle_tri, n.id from mouvement n
          join situation_personne t on t.personne_id = n.personne_id where n.id = ${apres}::int)`
        }
        and ${conditionPortee(portee)}
      order by s.cle_tri, m.id limit ${limite}`,
  );
}

export interface LigneChangement extends PersonneNommee {
  readonly id: number;
  readonly champ: string;
  readonly avant: string | null;
  readonly apres: string | null;
}

export interface DemandeChangements {
  readonly integrationId: number;
  readonly champ: string | null;
  readonly apres: number | null;
  readonly limite: number;
}

/** What a file changed, before and after; a change of the whole household is told of its first adult. */
export function listerChangementsDe(
  tx: Tx,
  portee: Portee,
  demande: DemandeChangements,
): Promise<LigneChangement[]> {
  const { integrationId, champ, apres, limite } = demande;
  return lire(
    tx,
    sql`select c.id, c.champ, coalesce(ca.nom, c.avant) as avant, coalesce(cb.nom, c.apres) as apres, ${NOMMEE}
      from changement c
      join lateral (select * from situation_personne t
        where t.personne_id = c.personne_id or (c.personne_id is null and t.dossier_id = c.dossier_id)
        order by (t.role = 'DEM') desc, t.personne_id limit 1) s on true
      left join jalon.commune ca on c.champ = 'commune' and ca.code = c.avant
      left join jalon.commune cb on c.champ = 'commune' and cb.code = c.apres
      where c.integration_id = ${integrationId} and ${siDonne(raw("c.champ = "), champ)}
        and ${siDonne(raw("c.id > "), apres)} and ${conditionPortee(portee)}
      order by c.id limit ${limite}`,
  );
}

function siDonne(condition: Sql, valeur: string | number | null): Sql {
  return valeur === null ? always : sql`${condition}${valeur}`;
}

export interface DossierNomme extends PersonneNommee {
  readonly dossierId: number;
  readonly declareLe: string;
}

/** These dossiers by their first adult, in the order given. */
export function nommerDossiersDe(
  tx: Tx,
  portee: Portee,
  dossiers: readonly number[],
): Promise<DossierNomme[]> {
  return lire(
    tx,
    sql`select d.id as "dossierId", s.declare_le as "declareLe", ${NOMMEE}
      from unnest(${[...dossiers]}::int[]) as d(id)
      join lateral (select * from situation_personne t where t.dossier_id = d.id
        order by (t.role = 'DEM') desc, t.personne_id limit 1) s on true
      where ${conditionPortee(portee)} order by d.id`,
  );
}

export interface DemandeDeclares {
  readonly integrationId: number;
  readonly apres: number | null;
  readonly limite: number;
}

export interface DossierDeclare extends PersonneNommee {
  readonly id: number;
  readonly ligne: number | null;
}

/** Dossiers a file wrote, by their first adult, in the order of the file. */
export function listerDeclaresDe(
  tx: Tx,
  portee: Portee,
  demande: DemandeDeclares,
): Promise<DossierDeclare[]> {
  const { integrationId, apres, limite } = demande;
  return lire(
    tx,
    sql`select d.id, d.ligne, ${NOMMEE}
      from declaration d
      join lateral (select * from situation_personne t where t.dossier_id = d.dossier_id
        order by (t.role = 'DEM') desc, t.personne_id limit 1) s on true
      where d.integration_id = ${integrationId} and ${siDonne(raw("d.id > "), apres)} and ${conditionPortee(portee)}
      order by d.id limit ${limite}`,
  );
}

export interface Effectifs {
  readonly beneficiaires: number;
  readonly incomplets: number;
  readonly entrantsIncomplets: number;
}

/** The département as it stands, within what the reader may see. */
export async function compterEffectifs(tx: Tx, portee: Portee): Promise<Effectifs> {
  const [ligne] = await lire<Effectifs>(
    tx,
    sql`select count(*)::int as beneficiaires,
        (count(*) filter (where s.nb_manquants > 0))::int as incomplets,
        (count(*) filter (where s.nb_manquants > 0 and s.mouvement = 'entree'))::int as "entrantsIncomplets"
      from situation_personne s where s.beneficiaire and ${conditionPortee(portee)}`,
  );
  return ligne ?? { beneficiaires: 0, incomplets: 0, entrantsIncomplets: 0 };
}

/** Day of the last file that told this dossier, null when the département does not know it. */
export async function lireDernierRecit(
  tx: Tx,
  {
    numeroDemande,
    matricule,
    numeroOrganisme,
  }: {
    readonly numeroDemande: string;
    readonly matricule: string;
    readonly numeroOrganisme: string;
  },
): Promise<string | null> {
  const [ligne] = await tx.query<{ declare_le: string }>(
    "select declare_le from dossier where numero_demande = $1 and matricule = $2 and numero_organisme = $3",
    [numeroDemande, matricule, numeroOrganisme],
  );
  return ligne?.declare_le ?? null;
}
