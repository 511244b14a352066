import { enRetardPour } from "#commun/echeance";
import type { EtapeOrientation } from "#commun/referentiel";
import { KeptCounts } from "#platform/db/kept-counts.ts";
import { raw, render, type Sql, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import { porteeKey } from "#platform/usecase/portee-key.ts";
import { enFile } from "./file.ts";
import { aOrienter, rendezVousAFixer, renvoyee } from "./filtres.ts";
import { listeReorientations, listeSuivi } from "./listes-suivi.ts";

interface Demande {
  readonly portee: Portee;
  readonly etapes: readonly EtapeOrientation[];
  readonly transmission: boolean;
  readonly le: string;
}

export interface ComptesDuParcours {
  readonly aProposer: number;
  /** Sent back by who decides: somebody completes them, then proposes. */
  readonly renvoyees: number;
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

const gardes = new KeptCounts<ComptesDuParcours>();

/** Each count is the one of a list, whose perimeter and lines it shares; counted again when something is written. */
export function compterParcours(tx: Tx, demande: Demande): Promise<ComptesDuParcours> {
  const { portee, etapes, transmission, le } = demande;
  const cle = `${porteeKey(portee, le)} ${etapes.join()} ${transmission}`;
  return gardes.read(tx, cle, () => compter(tx, demande));
}

async function compter(tx: Tx, demande: Demande): Promise<ComptesDuParcours> {
  const { portee } = demande;
  const [propositions] = await lire<Propositions>(tx, surPropositions(demande));
  const [personnes] = await lire<Personnes>(tx, surPersonnes(portee));
  const renvoyees = await combien(tx, portee, sql`${aOrienter} and ${renvoyee}`);
  const suites = {
    horsDelai: await combien(tx, portee, enRetardPour("s.personne_id", "decider-orientation")),
    aNotifier: await combien(tx, portee, aNotifier),
    rendezVousAFixer: await combien(tx, portee, rendezVousAFixer),
  };
  const [demandes] = await lire<Demandes>(
    tx,
    sql`select count(*)::int as reorientations, (count(*) filter (where exists
        (select from confirmation_referent a join designation x on x.id = a.designation_id
         where x.orientation_id = r.orientation_id and a.avis = 'contestee')))::int as contestees
      from ${raw(listeReorientations.from)}
      where ${listeReorientations.perimeter(portee)} and r.etat = 'en-instance'`,
  );
  const { aOrienter: toutes = 0, orientees = 0 } = personnes ?? {};
  return {
    ...aucunCompte,
    ...propositions,
    orientees,
    renvoyees,
    aProposer: toutes - renvoyees,
    ...suites,
    ...demandes,
  };
}

type Propositions = Pick<
  ComptesDuParcours,
  "aTransmettre" | "aDecider" | "reportees" | "obstacles"
>;
interface Personnes {
  readonly aOrienter: number;
  readonly orientees: number;
}
type Demandes = Pick<ComptesDuParcours, "reorientations" | "contestees">;

export const aucunCompte: ComptesDuParcours = {
  aProposer: 0,
  renvoyees: 0,
  aTransmettre: 0,
  aDecider: 0,
  reportees: 0,
  obstacles: 0,
  horsDelai: 0,
  aNotifier: 0,
  rendezVousAFixer: 0,
  reorientations: 0,
  contestees: 0,
  orientees: 0,
};

/** From what is told of each proposal beside the present of the person: one narrow index. */
function surPropositions({ portee, etapes, transmission, le }: Demande): Sql {
  return sql`select
      (count(*) filter (where s.orientation_etape = 'proposee' and ${transmission}::boolean))::int as "aTransmettre",
      (count(*) filter (where ${enFile({ portee, etapes, le })}))::int as "aDecider",
      (count(*) filter (where s.proposition_reportee > ${le}::date))::int as reportees,
      (count(*) filter (where s.proposition_empechee))::int as obstacles
    from ${raw(listeSuivi.from)} where s.proposition_id is not null and ${listeSuivi.perimeter(portee)}`;
}

/** From the present of persons alone: an orientation in force is told there. */
function surPersonnes(portee: Portee): Sql {
  return sql`select (count(*) filter (where ${aOrienter}))::int as "aOrienter",
      (count(*) filter (where ${ORIENTEE}))::int as orientees
    from ${raw(listeSuivi.from)} where s.beneficiaire and ${listeSuivi.perimeter(portee)}`;
}

const ORIENTEE = raw("s.orientation_type is not null");

/** Said as what it lacks, found in an index of its own. */
const aNotifier = sql`${ORIENTEE} and s.personne_id in (select o.personne_id from orientation o
  where upper_inf(o.periode) and not o.annulee and o.notifiee_le is null)`;
async function combien(tx: Tx, portee: Portee, condition: Sql): Promise<number> {
  const [ligne] = await lire<{ nombre: number }>(
    tx,
    sql`select count(*)::int as nombre from ${raw(listeSuivi.from)}
      where s.beneficiaire and ${listeSuivi.perimeter(portee)} and ${condition}`,
  );
  return ligne?.nombre ?? 0;
}

function lire<Ligne>(tx: Tx, requete: Sql): Promise<Ligne[]> {
  const { text, values } = render(requete);
  return tx.query<Ligne>(text, values);
}
