import type { Tx } from "#platform/db/tx.ts";

export interface TempsDemande {
  readonly debut: Date;
  readonly fin: Date;
  readonly referentId: number | null;
  readonly salleId: number | null;
  readonly personnes: readonly number[];
  /** The meeting being moved. */
  readonly sauf?: number;
}

export interface Conflit {
  readonly sur: "referent" | "salle" | "personne";
  readonly personneId: number | null;
  readonly debut: Date;
  readonly fin: Date;
}

/** What already stands at that time, the nearest first. */
export function conflitsAvec(tx: Tx, temps: TempsDemande): Promise<Conflit[]> {
  const { debut, fin, referentId, salleId, personnes, sauf = 0 } = temps;
  return tx.query<Conflit>(
    `select 'referent' as sur, null::int as "personneId", lower(r.creneau) as debut, upper(r.creneau) as fin
       from rendez_vous r where r.referent_id = $3 and r.statut <> 'annule' and r.creneau && tstzrange($1, $2) and r.id <> $6
     union all
     select 'salle', null, lower(r.creneau), upper(r.creneau)
       from rendez_vous r where r.salle_id = $4 and r.statut <> 'annule' and r.creneau && tstzrange($1, $2) and r.id <> $6
     union all
     select 'personne', p.personne_id, lower(p.creneau), upper(p.creneau)
       from rendez_vous_personne p where p.personne_id = any($5::int[]) and p.statut <> 'annule'
         and p.creneau && tstzrange($1, $2) and p.rendez_vous_id <> $6
     order by debut`,
    [debut, fin, referentId, salleId, [...personnes], sauf],
  );
}

/** Which constraint another session’s writing met, and the time it held; null for any other failure. */
export function conflitDeLaBase(erreur: unknown): Conflit | null {
  if (typeof erreur !== "object" || erreur === null || !("code" in erreur)) return null;
  if (erreur.code !== "23P01") return null;
  const contrainte = "constraint" in erreur ? String(erreur.constraint) : "";
  const detail = "detail" in erreur ? String(erreur.detail) : "";
  const sur = surQuoi[contrainte];
  if (sur === undefined) return null;
  const [debut, fin] = [...detail.matchAll(/"(\d{4}-\d{2}-\d{2} [^"]+)"/gu)]
    .slice(-2)
    .map(([, ecrit = ""]) => new Date(ecrit.replace(" ", "T").replace(/([+-]\d{2})$/u, "$1:00")));
  if (!debut || !fin || Number.isNaN(debut.getTime())) return null;
  return { sur, personneId: null, debut, fin };
}

const surQuoi: Readonly<Record<string, Conflit["sur"]>> = {
  un_referent_a_la_fois: "referent",
  une_salle_a_la_fois: "salle",
  une_personne_a_la_fois: "personne",
};
