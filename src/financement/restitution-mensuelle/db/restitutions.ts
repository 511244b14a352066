import type { Mois } from "#offre/comptage";
import type { Tx } from "#platform/db/tx.ts";
import type { DatesRestitution } from "../domain/etat.ts";
import type { LigneEcart } from "../domain/lignes.ts";

export interface Restitution extends DatesRestitution {
  readonly id: number;
  readonly actionId: number;
  /** The 10th itself. */
  readonly rappelLe: string;
  readonly sansObjetLe: string | null;
  /** Version being written, or the last one written; 0 before the first. */
  readonly numero: number;
  /** Version that counts: the last one sent. */
  readonly transmisNumero: number | null;
  /** Why the next version is written. */
  readonly motifReprise: string | null;
  readonly relanceeLe: string | null;
  /** Since when the stays say something else than the version sent, and what. */
  readonly ecartLe: string | null;
  readonly ecart: readonly LigneEcart[] | null;
  readonly bilanArreteLe: string | null;
  readonly revision: number;
}

const COLONNES = `r.id, r.action_id as "actionId", to_char(r.mois, 'YYYY-MM') as mois, r.rappel_le as "rappelLe",
  r.due_le as "dueLe", r.sans_objet_le as "sansObjetLe", r.numero, r.transmis_numero as "transmisNumero",
  r.saisie_le as "saisieLe", r.certifiee_le as "certifieeLe", r.transmise_le as "transmiseLe",
  r.premiere_transmission_le as "premiereTransmissionLe", r.renvoyee_le as "renvoyeeLe",
  r.rouverte_le as "rouverteLe", r.motif_reprise as "motifReprise", r.acceptee_le as "accepteeLe",
  r.relancee_le as "relanceeLe", r.ecart_le as "ecartLe", r.ecart, r.bilan_arrete_le as "bilanArreteLe", r.revision`;

/** Held until the end of the act, in one order. */
export function verrouillerRestitutions(tx: Tx, ids: readonly number[]): Promise<Restitution[]> {
  return tx.query<Restitution>(
    `select ${COLONNES} from restitution r where r.id = any($1::int[]) and r.sans_objet_le is null
     order by r.id for update`,
    [ids],
  );
}

/**
 * Nobody sends a return of these actions before the end of the act: a month sent meanwhile would count the stays as they
 * were. Acts that only write stays do not wait for each other.
 */
export async function retenirTransmissions(tx: Tx, actions: readonly number[]): Promise<void> {
  await tx.query(
    "select from restitution where action_id = any($1::int[]) order by id for key share",
    [[...actions]],
  );
}

export async function lireRestitution(tx: Tx, id: number): Promise<Restitution | undefined> {
  const [restitution] = await tx.query<Restitution>(
    `select ${COLONNES} from restitution r where r.id = $1 and r.sans_objet_le is null`,
    [id],
  );
  return restitution;
}

/** The returns of one action, the latest month first; those to come are left out after `jusqua`. */
export function lireRestitutionsDeLAction(
  tx: Tx,
  actionId: number,
  jusqua: Mois,
): Promise<Restitution[]> {
  return tx.query<Restitution>(
    `select ${COLONNES} from restitution r
     where r.action_id = $1 and r.sans_objet_le is null and r.mois <= $2::date order by r.mois desc`,
    [actionId, `${jusqua}-01`],
  );
}

/** Every return of one action in these months, held until the end of the act. */
export function lireRestitutionsDeLAnnee(
  tx: Tx,
  actionId: number,
  mois: readonly Mois[],
): Promise<Restitution[]> {
  return tx.query<Restitution>(
    `select ${COLONNES} from restitution r
     where r.action_id = $1 and r.sans_objet_le is null and r.mois = any($2::date[]) order by r.mois for update`,
    [actionId, mois.map((un) => `${un}-01`)],
  );
}

/** The same action one month before and one month after. */
export async function lireVoisines(
  tx: Tx,
  { actionId, mois }: Pick<Restitution, "actionId" | "mois">,
): Promise<{ readonly avant: Restitution | null; readonly apres: Restitution | null }> {
  const voisines = await tx.query<Restitution>(
    `select ${COLONNES} from restitution r
     where r.action_id = $1 and r.sans_objet_le is null
       and r.mois in (($2::date - interval '1 month')::date, ($2::date + interval '1 month')::date)`,
    [actionId, `${mois}-01`],
  );
  return {
    avant: voisines.find((une) => une.mois < mois) ?? null,
    apres: voisines.find((une) => une.mois > mois) ?? null,
  };
}

/** The returns of these actions for one month. */
export function lireRestitutionsDuMois(
  tx: Tx,
  mois: Mois,
  actions: readonly number[],
): Promise<Restitution[]> {
  return tx.query<Restitution>(
    `select ${COLONNES} from restitution r
     where r.mois = $1::date and r.action_id = any($2::int[]) and r.sans_objet_le is null`,
    [`${mois}-01`, actions],
  );
}

/** What waits for somebody, of months that are over: not accepted, or changed since it was sent. */
export function lireRestitutionsASuivre(
  tx: Tx,
  actions: readonly number[],
  le: string,
): Promise<Restitution[]> {
  return tx.query<Restitution>(
    `select ${COLONNES} from restitution r
     where r.action_id = any($1::int[]) and r.sans_objet_le is null and r.mois < date_trunc('month', $2::date)
       and (r.acceptee_le is null or r.ecart_le is not null)
     order by r.mois desc, r.action_id`,
    [actions, le],
  );
}

export interface RestitutionPrevue {
  readonly actionId: number;
  readonly mois: Mois;
  readonly rappelLe: string;
  readonly dueLe: string;
}

/**
 * Makes the rows of these actions what is foreseen. A due date once said never moves; a month the action no longer
 * touches has no object any more, unless something was already written of it.
 */
export async function ecrirePrevues(
  tx: Tx,
  actions: readonly number[],
  prevues: readonly RestitutionPrevue[],
  le: string,
): Promise<number> {
  const colonnes = [
    prevues.map(({ actionId }) => actionId),
    prevues.map(({ mois }) => `${mois}-01`),
    prevues.map(({ rappelLe }) => rappelLe),
    prevues.map(({ dueLe }) => dueLe),
  ];
  const inserees = await tx.query(
    `insert into restitution (action_id, mois, rappel_le, due_le, prevue_le)
     select action_id, mois, rappel_le, due_le, $5::date
     from unnest($1::int[], $2::date[], $3::date[], $4::date[]) as p(action_id, mois, rappel_le, due_le)
     order by action_id, mois
     on conflict (action_id, mois) do update set sans_objet_le = null where restitution.sans_objet_le is not null
     returning id`,
    [...colonnes, le],
  );
  await tx.query(
    `update restitution r set sans_objet_le = $4::date, revision = revision + 1
     where r.action_id = any($1::int[]) and r.numero = 0 and r.sans_objet_le is null
       and not exists (select from unnest($2::int[], $3::date[]) as p(action_id, mois)
         where p.action_id = r.action_id and p.mois = r.mois)`,
    [actions, colonnes[0], colonnes[1], le],
  );
  return inserees.length;
}

type DatesChangees = Partial<
  Pick<
    Restitution,
    | "numero"
    | "transmisNumero"
    | "saisieLe"
    | "certifieeLe"
    | "transmiseLe"
    | "premiereTransmissionLe"
    | "renvoyeeLe"
    | "rouverteLe"
    | "motifReprise"
    | "accepteeLe"
    | "relanceeLe"
    | "bilanArreteLe"
  >
> & { readonly ecart?: null };

const colonneDe: Readonly<Record<Exclude<keyof DatesChangees, "ecart">, string>> = {
  numero: "numero",
  transmisNumero: "transmis_numero",
  saisieLe: "saisie_le",
  certifieeLe: "certifiee_le",
  transmiseLe: "transmise_le",
  premiereTransmissionLe: "premiere_transmission_le",
  renvoyeeLe: "renvoyee_le",
  rouverteLe: "rouverte_le",
  motifReprise: "motif_reprise",
  accepteeLe: "acceptee_le",
  relanceeLe: "relancee_le",
  bilanArreteLe: "bilan_arrete_le",
};

/** The same change on each of these returns. */
export async function changerRestitutions(
  tx: Tx,
  ids: readonly number[],
  { ecart, ...dates }: DatesChangees,
): Promise<void> {
  const entrees = Object.entries(dates) as [keyof typeof colonneDe, string | number | null][];
  const affectations = entrees.map(([nom], rang) => `${colonneDe[nom]} = $${rang + 2}`);
  await tx.query(
    `update restitution set ${[...affectations, ...(ecart === null ? ["ecart = null", "ecart_le = null"] : []), "revision = revision + 1"].join(", ")}
     where id = any($1::int[])`,
    [ids, ...entrees.map(([, valeur]) => valeur)],
  );
}

export interface EcartConstate {
  readonly id: number;
  /** Null: the stays say again what was sent. */
  readonly ecart: readonly LigneEcart[] | null;
}

/** What stays changed of months already sent; the day of the first gap stays. */
export async function noterEcarts(
  tx: Tx,
  ecarts: readonly EcartConstate[],
  le: string,
): Promise<void> {
  if (ecarts.length === 0) return;
  await tx.query(
    `update restitution r set ecart = e.ecart,
       ecart_le = case when e.ecart is null then null else coalesce(r.ecart_le, $3::date) end
     from unnest($1::int[], $2::jsonb[]) as e(id, ecart) where r.id = e.id`,
    [
      ecarts.map(({ id }) => id),
      ecarts.map(({ ecart }) => (ecart === null ? null : JSON.stringify(ecart))),
      le,
    ],
  );
}

/** Those due around these days, sent by nobody and not reminded today; as many as one act takes. */
export async function lireARappeler(
  tx: Tx,
  jours: readonly string[],
  le: string,
): Promise<readonly number[]> {
  const lues = await tx.query<{ id: number }>(
    `select id from restitution
     where rappel_le = any($1::date[]) and premiere_transmission_le is null and sans_objet_le is null
       and relancee_le is distinct from $2::date
     order by id limit 5000`,
    [jours, le],
  );
  return lues.map(({ id }) => id);
}
