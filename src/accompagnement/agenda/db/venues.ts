import type { Tx } from "#platform/db/tx.ts";
import type { StatutVenue } from "../domain/libelles.ts";

export interface ProchainRendezVous {
  readonly rendezVousId: number;
  readonly motif: string;
  readonly debut: Date;
  readonly fin: Date;
  readonly referentId: number | null;
}

/** The next meeting of each of these persons that has one. */
export async function lireProchains(
  tx: Tx,
  personnes: readonly number[],
  maintenant: Date,
): Promise<ReadonlyMap<number, ProchainRendezVous>> {
  if (personnes.length === 0) return new Map();
  const lignes = await tx.query<ProchainRendezVous & { personneId: number }>(
    `select distinct on (p.personne_id) p.personne_id as "personneId", r.id as "rendezVousId", r.motif,
       lower(p.creneau) as debut, upper(p.creneau) as fin, r.referent_id as "referentId"
     from rendez_vous_personne p join rendez_vous r on r.id = p.rendez_vous_id
     where p.personne_id = any($1::int[]) and p.statut = 'prevu' and upper(p.creneau) > $2
     order by p.personne_id, p.creneau`,
    [[...personnes], maintenant],
  );
  return new Map(lignes.map(({ personneId, ...prochain }) => [personneId, prochain]));
}

/** Whether she was expected at this meeting. */
export async function personneDuRendezVous(
  tx: Tx,
  { rendezVousId, personneId }: { readonly rendezVousId: number; readonly personneId: number },
): Promise<boolean> {
  const venues = await tx.query(
    "select from rendez_vous_personne where rendez_vous_id = $1 and personne_id = $2",
    [rendezVousId, personneId],
  );
  return venues.length > 0;
}

/** The day each of these persons was last met. */
export async function lireDerniersContacts(
  tx: Tx,
  personnes: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (personnes.length === 0) return new Map();
  const lignes = await tx.query<{ personneId: number; jour: string }>(
    `select personne_id as "personneId", max((lower(creneau) at time zone 'Europe/Paris')::date) as jour
     from rendez_vous_personne where personne_id = any($1::int[]) and statut = 'honore' group by personne_id`,
    [[...personnes]],
  );
  return new Map(lignes.map(({ personneId, jour }) => [personneId, jour]));
}

export interface TempsDePersonne {
  readonly personneId: number;
  readonly motif: string;
  readonly debut: Date;
  readonly fin: Date;
}

/** What these persons have to come. */
export function tempsAVenir(
  tx: Tx,
  personnes: readonly number[],
  maintenant: Date,
): Promise<TempsDePersonne[]> {
  return tx.query<TempsDePersonne>(
    `select p.personne_id as "personneId", r.motif, lower(p.creneau) as debut, upper(p.creneau) as fin
     from rendez_vous_personne p join rendez_vous r on r.id = p.rendez_vous_id
     where p.personne_id = any($1::int[]) and p.statut = 'prevu' and upper(p.creneau) > $2 order by p.creneau`,
    [[...personnes], maintenant],
  );
}

export interface VenueSuivie {
  readonly rendezVousId: number;
  readonly personneId: number;
  readonly motif: string;
  readonly statut: StatutVenue;
  readonly jour: string;
  readonly issueLe: string | null;
  /** Day on which the next meeting of this person after it was known. */
  readonly reprisLe: string | null;
  /** How many outcomes of this kind, this one included, since she last came. */
  readonly rang: number;
}

/**
 * Meetings of these persons (everybody when null) that leave something to do, or have left it: past and not
 * concluded, or missed.
 */
export function venuesSuivies(
  tx: Tx,
  personnes: readonly number[] | null,
  { le, depuis }: { readonly le: string; readonly depuis: string },
): Promise<VenueSuivie[]> {
  return tx.query<VenueSuivie>(
    `select r.id as "rendezVousId", p.personne_id as "personneId", r.motif, p.statut, r.jour,
       (p.issue_le at time zone 'Europe/Paris')::date as "issueLe",
       case when p.statut in ('absent-excuse', 'absent-non-excuse') then (
         select min((coalesce(s.pris_le, r.pris_le) at time zone 'Europe/Paris')::date)
         from rendez_vous_personne q join rendez_vous s on s.id = q.rendez_vous_id
         where q.personne_id = p.personne_id and q.creneau >> p.creneau and q.statut <> 'annule') end as "reprisLe",
       case when p.statut in ('absent-excuse', 'absent-non-excuse') then (
         select count(*)::int from rendez_vous_personne q
         where q.personne_id = p.personne_id and q.statut = p.statut and not q.creneau >> p.creneau
           and not exists (select from rendez_vous_personne h where h.personne_id = p.personne_id
             and h.statut = 'honore' and h.creneau >> q.creneau and h.creneau << p.creneau)) else 0 end as rang
     from rendez_vous_personne p join rendez_vous r on r.id = p.rendez_vous_id
     where ($1::int[] is null or p.personne_id = any($1::int[])) and r.jour <= $2::date and r.jour >= $3::date
     order by r.id`,
    [personnes === null ? null : [...personnes], le, depuis],
  );
}

/** Meetings past and not concluded when the day begins. */
export async function aOuvrir(tx: Tx, le: string): Promise<readonly number[]> {
  const lignes = await tx.query<{ personneId: number }>(
    `select distinct p.personne_id as "personneId" from rendez_vous r
     join rendez_vous_personne p on p.rendez_vous_id = r.id and p.statut = 'prevu'
     where r.statut = 'prevu' and r.jour < $1::date`,
    [le],
  );
  return lignes.map(({ personneId }) => personneId);
}
