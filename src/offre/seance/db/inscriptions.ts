import type { Tx } from "#platform/db/tx.ts";
import type { Presence } from "../domain/natures.ts";
import type { PlaceDonnee } from "../domain/places.ts";

export interface InscriptionLue {
  readonly id: number;
  readonly seanceId: number;
  readonly personneId: number;
  readonly etat: "inscrite" | "attente";
  readonly inscriteLe: string;
  readonly inscriteParNom: string;
  readonly placeLe: string | null;
  readonly presence: Presence | null;
  readonly presenceMotif: string | null;
  readonly rsa: boolean | null;
}

/** In the order in which they asked: the waiting list is that order. */
export function lireInscriptions(tx: Tx, seances: readonly number[]): Promise<InscriptionLue[]> {
  return tx.query<InscriptionLue>(
    `select id, seance_id as "seanceId", personne_id as "personneId", etat, inscrite_le as "inscriteLe",
       inscrite_par_nom as "inscriteParNom", place_le as "placeLe", presence, presence_motif as "presenceMotif", rsa
     from inscription_seance
     where seance_id = any($1::int[]) and etat <> 'annulee' and ecartee_par_fusion is null order by seance_id, id`,
    [[...seances]],
  );
}

export interface InscriptionTenue {
  readonly id: number;
  readonly seanceId: number;
  readonly personneId: number;
}

/** Null when it does not exist, or is cancelled already. */
export async function lireInscription(tx: Tx, id: number): Promise<InscriptionTenue | null> {
  const [ligne] = await tx.query<InscriptionTenue>(
    `select id, seance_id as "seanceId", personne_id as "personneId" from inscription_seance
     where id = $1 and etat <> 'annulee' and ecartee_par_fusion is null`,
    [id],
  );
  return ligne ?? null;
}

export async function ajouterInscriptions(
  tx: Tx,
  nouvelles: readonly PlaceDonnee[],
  { le, par, nom }: { readonly le: string; readonly par: number | null; readonly nom: string },
): Promise<void> {
  await tx.query(
    `insert into inscription_seance (seance_id, personne_id, etat, inscrite_le, inscrite_par, inscrite_par_nom)
     select seance, personne, etat, $4, $5, $6
     from unnest($1::int[], $2::int[], $3::text[]) with ordinality as n(seance, personne, etat, rang) order by rang`,
    [
      nouvelles.map(({ seanceId }) => seanceId),
      nouvelles.map(({ personneId }) => personneId),
      nouvelles.map(({ etat }) => etat),
      le,
      par,
      nom,
    ],
  );
}

export async function retirerInscription(
  tx: Tx,
  id: number,
  { le, motif }: { readonly le: string; readonly motif: string },
): Promise<void> {
  await tx.query(
    `update inscription_seance set etat = 'annulee', annulee_le = $2, annulee_motif = $3, presence = null,
       presence_motif = null, presence_notee_le = null, presence_notee_par = null, rsa = null
     where id = $1`,
    [id, le, motif],
  );
}

/** The places left go to who waits, first come first served; gives the persons who got one. */
export async function donnerLesPlaces(
  tx: Tx,
  seanceId: number,
  le: string,
): Promise<readonly number[]> {
  const lignes = await tx.query<{ personneId: number }>(
    `update inscription_seance i set etat = 'inscrite', place_le = $2
     from (select w.id from inscription_seance w
       where w.seance_id = $1 and w.etat = 'attente' and w.ecartee_par_fusion is null order by w.id
       limit greatest(0, (select s.capacite - count(o.id) from seance s
         left join inscription_seance o on o.seance_id = s.id and o.etat = 'inscrite' and o.ecartee_par_fusion is null
         where s.id = $1 group by s.capacite))) p
     where i.id = p.id returning i.personne_id as "personneId"`,
    [seanceId, le],
  );
  return lignes.map(({ personneId }) => personneId);
}

export interface PresenceConstatee {
  readonly inscriptionId: number;
  readonly presence: Presence | null;
  readonly motif: string | null;
  readonly rsa: boolean | null;
}

/** How many of them this changes. */
export async function noterLesPresences(
  tx: Tx,
  seanceId: number,
  constatees: readonly PresenceConstatee[],
  { le, par }: { readonly le: string; readonly par: number | null },
): Promise<number> {
  const changees = await tx.query(
    `update inscription_seance i set presence = p.presence, presence_motif = p.motif, rsa = p.rsa,
       presence_notee_le = case when p.presence is not null then $6::date end,
       presence_notee_par = case when p.presence is not null then $7::int end
     from unnest($2::int[], $3::text[], $4::text[], $5::boolean[]) as p(id, presence, motif, rsa)
     where i.id = p.id and i.seance_id = $1 and i.etat <> 'annulee'
       and (i.presence, i.presence_motif, i.rsa) is distinct from (p.presence, p.motif, p.rsa)
     returning i.id`,
    [
      seanceId,
      constatees.map(({ inscriptionId }) => inscriptionId),
      constatees.map(({ presence }) => presence),
      constatees.map(({ motif }) => motif),
      constatees.map(({ rsa }) => rsa),
      le,
      par,
    ],
  );
  return changees.length;
}

/** Sessions where this person is registered, waits, or came. */
export async function seancesDeLaPersonne(
  tx: Tx,
  personneId: number,
): Promise<readonly InscriptionLue[]> {
  return tx.query<InscriptionLue>(
    `select id, seance_id as "seanceId", personne_id as "personneId", etat, inscrite_le as "inscriteLe",
       inscrite_par_nom as "inscriteParNom", place_le as "placeLe", presence, presence_motif as "presenceMotif", rsa
     from inscription_seance
     where personne_id = $1 and etat <> 'annulee' and ecartee_par_fusion is null order by id`,
    [personneId],
  );
}
