import type { Modalite } from "#commun/referentiel";
import type { Tx } from "#platform/db/tx.ts";
import type { Fenetre } from "../domain/jours.ts";
import type { StatutVenue } from "../domain/libelles.ts";

export interface Venue {
  readonly personneId: number;
  readonly statut: StatutVenue;
  readonly arrivee: Date | null;
  readonly issueMotif: string | null;
}

export interface RendezVous {
  readonly id: number;
  readonly structureId: number;
  readonly motif: string;
  readonly modalite: Modalite;
  readonly jour: string;
  readonly debut: Date;
  readonly fin: Date;
  readonly referentId: number | null;
  readonly salleId: number | null;
  readonly lieuId: number | null;
  readonly titre: string | null;
  readonly capacite: number | null;
  readonly statut: "prevu" | "conclu" | "annule";
  readonly sequence: number;
  readonly version: number;
  readonly venues: readonly Venue[];
}

type Ligne = Omit<RendezVous, "venues"> & {
  readonly venues: readonly (Omit<Venue, "arrivee"> & { readonly arrivee: string | null })[];
};

const COLONNES = `r.id, r.structure_id as "structureId", r.motif, r.modalite, r.jour, lower(r.creneau) as debut,
  upper(r.creneau) as fin, r.referent_id as "referentId", r.salle_id as "salleId", r.lieu_id as "lieuId", r.titre,
  r.capacite, r.statut, r.sequence, r.version,
  coalesce((select json_agg(json_build_object('personneId', p.personne_id, 'statut', p.statut, 'arrivee', p.arrivee,
      'issueMotif', p.issue_motif) order by p.id)
    from rendez_vous_personne p where p.rendez_vous_id = r.id), '[]') as venues`;

function lu(ligne: Ligne): RendezVous {
  return {
    ...ligne,
    venues: ligne.venues.map((venue) => ({
      ...venue,
      arrivee: venue.arrivee === null ? null : new Date(venue.arrivee),
    })),
  };
}

export interface Portion extends Fenetre {
  readonly structures: readonly number[];
  readonly referentId?: number | null;
  readonly annules?: boolean;
}

/** Meetings of these structures between two days, in the order of time; those cancelled only when asked for. */
export async function rendezVousEntre(
  tx: Tx,
  { structures, debut, fin, referentId = null, annules = false }: Portion,
): Promise<readonly RendezVous[]> {
  const lignes = await tx.query<Ligne>(
    `select ${COLONNES} from rendez_vous r
     where r.structure_id = any($1::int[]) and r.jour >= $2::date and r.jour < $3::date
       and ($4::int is null or r.referent_id = $4::int) ${annules ? "" : "and r.statut <> 'annule'"}
     order by lower(r.creneau), r.id`,
    [[...structures], debut, fin, referentId],
  );
  return lignes.map(lu);
}

export async function rendezVousParId(
  tx: Tx,
  ids: readonly number[],
  { verrou = false }: { readonly verrou?: boolean } = {},
): Promise<readonly RendezVous[]> {
  const lignes = await tx.query<Ligne>(
    `select ${COLONNES} from rendez_vous r where r.id = any($1::int[]) order by r.id ${verrou ? "for update of r" : ""}`,
    [[...ids]],
  );
  return lignes.map(lu);
}

/** Meetings of one person, the latest first. */
export async function rendezVousDe(tx: Tx, personneId: number): Promise<readonly RendezVous[]> {
  const lignes = await tx.query<Ligne>(
    `select ${COLONNES} from rendez_vous r
     where r.id in (select p.rendez_vous_id from rendez_vous_personne p where p.personne_id = $1)
     order by lower(r.creneau) desc, r.id desc`,
    [personneId],
  );
  return lignes.map(lu);
}

export interface NouveauRendezVous {
  readonly structureId: number;
  readonly motif: string;
  readonly modalite: Modalite;
  readonly debut: Date;
  readonly fin: Date;
  readonly referentId: number | null;
  readonly salleId: number | null;
  readonly lieuId: number | null;
  readonly titre: string | null;
  readonly capacite: number | null;
  readonly personnes: readonly number[];
}

export interface Pris {
  readonly rendezVousId: number;
  /** Place in what was asked. */
  readonly rang: number;
  readonly personneId: number | null;
}

/**
 * Takes as many meetings as the constraints allow, in the order given, in three statements whatever their number:
 * `pris` names each person taken. What another session took meanwhile is simply absent.
 */
export async function inscrireRendezVous(
  tx: Tx,
  nouveaux: readonly NouveauRendezVous[],
  { le, par }: { readonly le: Date; readonly par: number | null },
): Promise<readonly Pris[]> {
  const demandes = nouveaux.map((nouveau, rang) => ({ ...nouveau, rang }));
  const reserves = await tx.query<{ id: number; rang: number }>(
    `with d as materialized (select n.*, nextval(pg_get_serial_sequence('rendez_vous', 'id'))::int as id
       from jsonb_to_recordset($1::jsonb) as n(rang int, "structureId" int, motif text, modalite text, debut timestamptz,
         fin timestamptz, "referentId" int, "salleId" int, "lieuId" int, titre text, capacite int)),
     i as (insert into rendez_vous (id, structure_id, motif, modalite, creneau, referent_id, salle_id, lieu_id, titre,
         capacite, pris_le, pris_par)
       select id, "structureId", motif, modalite, tstzrange(debut, fin), "referentId", "salleId", "lieuId", titre,
         capacite, $2, $3 from d order by rang
       on conflict do nothing returning id)
     select d.id, d.rang from d join i using (id) order by d.rang`,
    [JSON.stringify(demandes), le, par],
  );
  const voulues = reserves.flatMap(({ id, rang }) =>
    (demandes[rang]?.personnes ?? []).map((personneId) => ({ id, rang, personneId })),
  );
  const venues = await tx.query<{ rendezVousId: number; personneId: number }>(
    `insert into rendez_vous_personne (rendez_vous_id, personne_id, creneau)
     select v.id, v."personneId", r.creneau
     from jsonb_to_recordset($1::jsonb) as v(id int, "personneId" int) join rendez_vous r on r.id = v.id order by v.id
     on conflict do nothing returning rendez_vous_id as "rendezVousId", personne_id as "personneId"`,
    [JSON.stringify(voulues)],
  );
  // Nobody could come to these after all: they were never taken.
  await tx.query(
    `delete from rendez_vous r where r.id = any($1::int[]) and r.capacite is null
       and not exists (select from rendez_vous_personne p where p.rendez_vous_id = r.id)`,
    [voulues.map(({ id }) => id)],
  );
  const rangs = new Map(reserves.map(({ id, rang }) => [id, rang]));
  const avecPersonne = venues.map(({ rendezVousId, personneId }) => ({
    rendezVousId,
    personneId,
    rang: rangs.get(rendezVousId) ?? 0,
  }));
  const servis = new Set(voulues.map(({ id }) => id));
  const sansPersonne = reserves
    .filter(({ id }) => !servis.has(id))
    .map(({ id, rang }) => ({ rendezVousId: id, rang, personneId: null }));
  return [...avecPersonne, ...sansPersonne];
}

export interface Deplacement {
  readonly id: number;
  readonly debut: Date;
  readonly fin: Date;
  readonly referentId: number | null;
  readonly salleId: number | null;
  readonly lieuId: number | null;
}

export async function ecrireDeplacement(tx: Tx, vers: Deplacement): Promise<void> {
  await tx.query(
    `update rendez_vous set creneau = tstzrange($2, $3), referent_id = $4, salle_id = $5, lieu_id = $6,
       sequence = sequence + 1, version = version + 1 where id = $1`,
    [vers.id, vers.debut, vers.fin, vers.referentId, vers.salleId, vers.lieuId],
  );
  await tx.query(
    `update rendez_vous_personne set creneau = tstzrange($2, $3)
     where rendez_vous_id = $1 and statut <> 'annule'`,
    [vers.id, vers.debut, vers.fin],
  );
}

export interface IssueAEcrire {
  readonly rendezVousId: number;
  readonly personneId: number;
  readonly statut: StatutVenue;
  readonly motif: string | null;
}

export async function ecrireIssues(
  tx: Tx,
  issues: readonly IssueAEcrire[],
  { le, par }: { readonly le: Date; readonly par: number | null },
): Promise<void> {
  await tx.query(
    `update rendez_vous_personne p set statut = i.statut, issue_motif = i.motif, issue_le = $2, issue_par = $3
     from jsonb_to_recordset($1::jsonb) as i("rendezVousId" int, "personneId" int, statut text, motif text)
     where p.rendez_vous_id = i."rendezVousId" and p.personne_id = i."personneId"`,
    [JSON.stringify(issues), le, par],
  );
}

/** For calendars that must hear of it. */
export async function annulerTout(tx: Tx, id: number): Promise<void> {
  await tx.query(
    `update rendez_vous set statut = 'annule', sequence = sequence + 1,
       version = version + case when statut = 'annule' then 0 else 1 end where id = $1`,
    [id],
  );
}

export async function ecrireArrivee(
  tx: Tx,
  venue: { readonly id: number; readonly personneId: number; readonly arrivee: Date | null },
): Promise<void> {
  await tx.query(
    "update rendez_vous_personne set arrivee = $3 where rendez_vous_id = $1 and personne_id = $2",
    [venue.id, venue.personneId, venue.arrivee],
  );
}
