import type { Tx } from "#platform/db/tx.ts";

/** A first meeting as the agenda holds it: its day, and what became of it once it is known. */
export interface PremierDeLAgenda {
  readonly personneId: number;
  readonly rendezVousId: number;
  readonly prevuLe: string;
  readonly heure: string;
  readonly lieu: string | null;
  readonly issue: "tenu" | "absence" | "reporte" | null;
  readonly issueLe: string | null;
}

/**
 * Makes the first meetings what the agenda says. One that is new is written for the designation in force, when it
 * has not been held yet; the one that was waiting there is said postponed. Gives back whom it concerns.
 */
export async function ecrirePremiers(
  tx: Tx,
  premiers: readonly PremierDeLAgenda[],
  { le, par }: { readonly le: string; readonly par: number | null },
): Promise<readonly number[]> {
  const donnees = JSON.stringify(premiers);
  const connus = await tx.query<{ personneId: number }>(
    `with ${LIGNES}
     update premier_rendez_vous p set prevu_le = n."prevuLe", heure = n.heure, lieu = n.lieu, issue = coalesce(n.issue, p.issue),
       issue_le = coalesce(n."issueLe", p.issue_le)
     from lignes n where p.rendez_vous_id = n."rendezVousId" and p.personne_id = n."personneId"
     returning p.personne_id as "personneId"`,
    [donnees],
  );
  const nouveaux = `select distinct on (n."personneId") n.*, d.id as designation from lignes n
     join designation d on d.personne_id = n."personneId" and upper_inf(d.periode) and not d.annulee
     where n.issue is null
       and not exists (select from premier_rendez_vous p where p.rendez_vous_id = n."rendezVousId" and p.personne_id = n."personneId")
       and not exists (select from premier_rendez_vous p where p.designation_id = d.id and p.issue = 'tenu')
     order by n."personneId", n."prevuLe"`;
  await tx.query(
    `with ${LIGNES} update premier_rendez_vous p set issue = 'reporte', issue_le = $2
     from (${nouveaux}) n where p.designation_id = n.designation and p.issue is null`,
    [donnees, le],
  );
  const inscrits = await tx.query<{ personneId: number }>(
    `with ${LIGNES} insert into premier_rendez_vous
       (personne_id, designation_id, fixe_le, fixe_par, prevu_le, heure, lieu, rendez_vous_id)
     select n."personneId", n.designation, $2, $3, n."prevuLe", n.heure, n.lieu, n."rendezVousId" from (${nouveaux}) n
     returning personne_id as "personneId"`,
    [donnees, le, par],
  );
  return [...new Set([...connus, ...inscrits].map(({ personneId }) => personneId))];
}

const LIGNES = `lignes as (select * from jsonb_to_recordset($1::jsonb) as n("personneId" int,
  "rendezVousId" int, "prevuLe" date, heure text, lieu text, issue text, "issueLe" date))`;
