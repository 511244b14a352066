import { jointureCommune, jointureTerritoire } from "#droits/territoire";
import { raw, type Sql, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import type { DossierRsa, EnTetePersonne, MembreFoyer } from "../domain/fiche.ts";
import { conditionPortee, lire } from "./portee.ts";

const COMMUNE = raw(jointureCommune("s.code_commune"));
const TERRITOIRE = raw(jointureTerritoire("s.code_commune"));

const gardee = (personneId: number): Sql =>
  sql`(select coalesce(q.fusionnee_dans_id, q.id) from personne q where q.id = ${personneId})`;

/** The number of her present; a merged identity gives that of the one that was kept. */
export async function trouverPersonne(
  tx: Tx,
  personneId: number,
  portee: Portee,
): Promise<number | null> {
  const [ligne] = await lire<{ id: number }>(
    tx,
    sql`select s.personne_id as id from situation_personne s
      where s.personne_id = ${gardee(personneId)} and ${conditionPortee(portee)}`,
  );
  return ligne?.id ?? null;
}

/** A merged identity is read as the one that was kept. Null outside the perimeter: it does not exist there. */
export async function lireEnTete(
  tx: Tx,
  personneId: number,
  portee: Portee,
): Promise<EnTetePersonne | null> {
  const [personne] = await lire<EnTetePersonne>(
    tx,
    sql`select p.id, p.qualite, p.nom, p.nom_naissance as "nomNaissance", p.prenom, p.prenom2, p.prenom3, p.sexe,
      p.date_naissance as "dateNaissance", p.type_date_naissance as "typeDateNaissance",
      p.commune_naissance as "communeNaissance", p.nationalite, p.etat_civil_valide as "etatCivilValide",
      p.numero_demandeur_emploi as "numeroDemandeurEmploi", p.nir_etat as "nirEtat", s.dossier_id as "dossierId",
      s.role, s.present, s.etat, s.etat_depuis as "etatDepuis", s.soumis, s.soumis_depuis as "soumisDepuis",
      s.beneficiaire, coalesce(commune.nom, s.commune) as commune, territoire.nom as territoire,
      s.situation_familiale as "situationFamiliale", s.telephone, s.courriel, s.manquants, s.mouvement,
      s.mouvement_le as "mouvementLe", s.declare_le as "declareLe",
      array(select d.id from paire_douteuse d where d.decision is null and p.id in (d.personne_a_id, d.personne_b_id)
        order by d.id) as doublons,
      array(select f.absorbee_id from fusion f where f.gardee_id = p.id and f.annulee_le is null order by f.id) as absorbees
    from personne p join situation_personne s on s.personne_id = p.id ${COMMUNE} ${TERRITOIRE}
    where p.id = ${gardee(personneId)} and ${conditionPortee(portee)}`,
  );
  return personne ?? null;
}

const MEMBRE = raw(`m.dossier_id as "dossierId", m.personne_id as "personneId", m.role,
  m.role_prestations_familiales as "rolePrestationsFamiliales", m.a_charge as "aCharge",
  m.responsable_dossier as "responsableDossier", m.depuis, m.jusqua, p.qualite, p.nom, p.prenom,
  p.date_naissance as "dateNaissance", coalesce(s.beneficiaire, false) as beneficiaire`);

/** The households of these dossiers, now and before. Somebody who left is named only to who may read her file. */
export function lireMembres(
  tx: Tx,
  dossiers: readonly number[],
  portee: Portee,
): Promise<MembreFoyer[]> {
  return lire<MembreFoyer>(
    tx,
    sql`select * from (
      select ${MEMBRE}, s.personne_id is not null and ${conditionPortee(portee)} as visible
      from membre m join personne p on p.id = m.personne_id left join situation_personne s on s.personne_id = m.personne_id
      where m.dossier_id = any(${dossiers}::int[])
    ) m where m.visible or m.jusqua is null
    order by array_position('{DEM,CJT,ENF,AUT}', m.role), m."dateNaissance", m."personneId", m.depuis`,
  );
}

const DOSSIER = `d.id, d.numero_demande as "numeroDemande", d.date_demande as "dateDemande", d.organisme,
  d.numero_organisme as "numeroOrganisme", d.matricule, d.origine, d.date_origine as "dateOrigine",
  d.declare_le as "declareLe"`;

/** The dossiers where a person is or was, the one of her present first. */
export function lireDossiersDe(
  tx: Tx,
  personneId: number,
  principal: number,
): Promise<DossierRsa[]> {
  return tx.query<DossierRsa>(
    `select ${DOSSIER} from dossier d where d.id in (select dossier_id from membre where personne_id = $1)
     order by d.id = $2 desc, d.declare_le desc, d.id desc`,
    [personneId, principal],
  );
}

/** A dossier is seen by who may see one of its members today, or one it had. */
export async function lireDossier(
  tx: Tx,
  dossierId: number,
  portee: Portee,
): Promise<DossierRsa | null> {
  const [dossier] = await lire<DossierRsa>(
    tx,
    sql`select ${raw(DOSSIER)} from dossier d where d.id = ${dossierId} and exists (
      select from membre m join situation_personne s on s.personne_id = m.personne_id
      where m.dossier_id = d.id and ${conditionPortee(portee)})`,
  );
  return dossier ?? null;
}

/** What one file said, whole. The NIR of each person stays sealed in it. */
export async function lireDeclaration(
  tx: Tx,
  declarationId: number,
  dossiers: readonly number[],
): Promise<Readonly<Record<string, unknown>> | null> {
  const [ligne] = await tx.query<{ contenu: Record<string, unknown> }>(
    "select contenu from declaration where id = $1 and dossier_id = any($2::int[])",
    [declarationId, dossiers],
  );
  return ligne?.contenu ?? null;
}

export async function lireNirScelle(tx: Tx, personneId: number): Promise<Buffer | null> {
  const [ligne] = await tx.query<{ nir_chiffre: Buffer | null }>(
    "select nir_chiffre from personne where id = $1",
    [personneId],
  );
  return ligne?.nir_chiffre ?? null;
}
