import { enRetardPour } from "#commun/echeance";
import type { EtapeOrientation } from "#commun/referentiel";
import { ComptesGardes } from "#droits/dossier";
import { raw, render, type Sql, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import { listePropositions } from "./listes.ts";
import { listeReorientations, listeSuivi } from "./listes-suivi.ts";

interface Demande {
  readonly portee: Portee;
  readonly etapes: readonly EtapeOrientation[];
  readonly transmission: boolean;
  readonly le: string;
}

export interface ComptesDuParcours {
  readonly aProposer: number;
  readonly aTransmettre: number;
  readonly aDecider: number;
  readonly reportees: number;
  readonly obstacles: number;
  readonly horsDelai: number;
  readonly aNotifier: number;
  readonly rendezVousAFixer: number;
  readonly reorientations: number;
  readonly contestees: number;
  readonly orientees: number;
}

type ComptesDePersonnes = Pick<
  ComptesDuParcours,
  "aProposer" | "orientees" | "aNotifier" | "rendezVousAFixer"
>;

/** Of the whole département: the tables counted change its version, see `migrations.ts`. */
const gardes = new ComptesGardes<ComptesDePersonnes | undefined>();

async function compterPersonnes(tx: Tx, portee: Portee): Promise<ComptesDePersonnes | undefined> {
  const [ligne] = await lire<ComptesDePersonnes>(
    tx,
    sql`select count(*) filter (where s.orientation_type is null and s.orientation_etape is null and s.role in ('DEM', 'CJT'))::int as "aProposer",
        count(o.id)::int as orientees, (count(o.id) filter (where o.notifiee_le is null))::int as "aNotifier",
        (count(o.id) filter (where d.id is not null and not exists
          (select from premier_rendez_vous r where r.designation_id = d.id)))::int as "rendezVousAFixer"
      from ${raw(listeSuivi.from)}
      left join orientation o on o.personne_id = s.personne_id and upper_inf(o.periode) and not o.annulee
      left join designation d on d.personne_id = s.personne_id and upper_inf(d.periode) and not d.annulee
      where s.beneficiaire and ${listeSuivi.perimeter(portee)}`,
  );
  return ligne;
}

/** Each count is the one of a list, whose perimeter and lines it shares. */
export async function compterParcours(tx: Tx, demande: Demande): Promise<ComptesDuParcours> {
  const { portee } = demande;
  const [propositions] = await lire<
    Pick<ComptesDuParcours, "aTransmettre" | "aDecider" | "reportees" | "obstacles">
  >(tx, surPropositions(demande));
  const personnes =
    portee.territoires === "tous"
      ? await gardes.lire(tx, "personnes", () => compterPersonnes(tx, portee))
      : await compterPersonnes(tx, portee);
  const [retard] = await lire<{ n: number }>(
    tx,
    sql`select count(*)::int as n from ${raw(listeSuivi.from)} where s.beneficiaire
      and ${listeSuivi.perimeter(portee)} and ${enRetardPour("s.personne_id", "decider-orientation")}`,
  );
  const [demandes] = await lire<Pick<ComptesDuParcours, "reorientations" | "contestees">>(
    tx,
    sql`select count(*)::int as reorientations, (count(*) filter (where exists
        (select from confirmation_referent a join designation x on x.id = a.designation_id
         where x.orientation_id = r.orientation_id and a.avis = 'contestee')))::int as contestees
      from ${raw(listeReorientations.from)}
      where ${listeReorientations.perimeter(portee)} and r.etat = 'en-instance'`,
  );
  return {
    aProposer: 0,
    aTransmettre: 0,
    aDecider: 0,
    reportees: 0,
    obstacles: 0,
    aNotifier: 0,
    rendezVousAFixer: 0,
    reorientations: 0,
    contestees: 0,
    orientees: 0,
    ...propositions,
    ...personnes,
    ...demandes,
    horsDelai: retard?.n ?? 0,
  };
}

function surPropositions({ portee, etapes, transmission, le }: Demande): Sql {
  return sql`select
      (count(*) filter (where p.etape = 'proposee' and ${transmission}::boolean))::int as "aTransmettre",
      (count(*) filter (where p.etape = any(${[...etapes]}::text[])
        and (p.reportee_jusqu_au is null or p.reportee_jusqu_au <= ${le}::date)))::int as "aDecider",
      (count(*) filter (where p.reportee_jusqu_au > ${le}::date))::int as reportees,
      (count(*) filter (where p.obstacle is not null))::int as obstacles
    from ${raw(listePropositions.from)} where ${listePropositions.perimeter(portee)}`;
}

function lire<Ligne>(tx: Tx, requete: Sql): Promise<Ligne[]> {
  const { text, values } = render(requete);
  return tx.query<Ligne>(text, values);
}
