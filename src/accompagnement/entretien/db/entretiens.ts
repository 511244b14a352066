import type { Tx } from "#platform/db/tx.ts";
import type { Auteur } from "../domain/auteur.ts";
import type { Modalite } from "../domain/entretien.ts";

export interface EntretienLu {
  readonly id: number;
  readonly personneId: number;
  readonly le: string;
  readonly modalite: Modalite;
  readonly dureeMinutes: number | null;
  readonly rendezVousId: number | null;
  readonly texte: string;
  readonly decide: string;
  readonly suite: string;
  readonly suiteLe: string | null;
  readonly suiteDonneeLe: string | null;
  readonly suiteDonneePar: string | null;
  readonly corrigeId: number | null;
  /** The note that corrects this one. */
  readonly corrigePar: number | null;
  readonly redigeParId: number | null;
  readonly redigePar: string;
  readonly ecritA: Date;
  /** Null for a draft. */
  readonly publieA: Date | null;
  readonly version: number;
}

const COLONNES = `e.id, e.personne_id as "personneId", e.le, e.modalite, e.duree_minutes as "dureeMinutes",
  e.rendez_vous_id as "rendezVousId", e.texte, e.decide, e.suite, e.suite_le as "suiteLe",
  e.suite_donnee_le as "suiteDonneeLe", e.suite_donnee_par as "suiteDonneePar", e.corrige_id as "corrigeId",
  (select c.id from entretien c where c.corrige_id = e.id and c.publie_a is not null) as "corrigePar",
  e.redige_par_id as "redigeParId", e.redige_par as "redigePar", e.ecrit_a as "ecritA", e.publie_a as "publieA", e.version`;

/** A draft is its author's alone: nobody else is told that it exists. */
const LISIBLE = "(e.publie_a is not null or e.redige_par_id = $2)";

/** The interviews of a person that this agent may read, the latest first. */
export function lireEntretiens(
  tx: Tx,
  personneId: number,
  lecteurId: number | null,
): Promise<readonly EntretienLu[]> {
  return tx.query<EntretienLu>(
    `select ${COLONNES} from entretien e where e.personne_id = $1 and ${LISIBLE} order by e.le desc, e.id desc`,
    [personneId, lecteurId],
  );
}

export async function lireEntretien(
  tx: Tx,
  id: number,
  lecteurId: number | null,
): Promise<EntretienLu | null> {
  const [entretien] = await tx.query<EntretienLu>(
    `select ${COLONNES} from entretien e where e.id = $1 and ${LISIBLE} for update of e`,
    [id, lecteurId],
  );
  return entretien ?? null;
}

export interface EcritureEntretien {
  readonly personneId: number;
  readonly le: string;
  readonly modalite: Modalite;
  readonly dureeMinutes: number | null;
  readonly rendezVousId: number | null;
  readonly texte: string;
  readonly decide: string;
  readonly suite: string;
  readonly suiteLe: string | null;
  readonly corrigeId: number | null;
  readonly par: Auteur;
  readonly publieA: Date | null;
}

export async function inscrireEntretiens(
  tx: Tx,
  entretiens: readonly EcritureEntretien[],
): Promise<readonly number[]> {
  if (entretiens.length === 0) return [];
  const colonne = <Cle extends keyof EcritureEntretien>(cle: Cle) =>
    entretiens.map((un) => un[cle]);
  const lignes = await tx.query<{ id: number }>(
    `insert into entretien (personne_id, le, modalite, duree_minutes, rendez_vous_id, texte, decide, suite, suite_le,
       corrige_id, publie_a, redige_par_id, redige_par, ecrit_a)
     select * from unnest($1::int[], $2::date[], $3::text[], $4::int[], $5::int[], $6::text[], $7::text[], $8::text[],
       $9::date[], $10::int[], $11::timestamptz[], $12::int[], $13::text[], $14::timestamptz[]) returning id`,
    [
      colonne("personneId"),
      colonne("le"),
      colonne("modalite"),
      colonne("dureeMinutes"),
      colonne("rendezVousId"),
      colonne("texte"),
      colonne("decide"),
      colonne("suite"),
      colonne("suiteLe"),
      colonne("corrigeId"),
      colonne("publieA"),
      entretiens.map(({ par }) => par.id),
      entretiens.map(({ par }) => par.nom),
      entretiens.map(({ par }) => par.a),
    ],
  );
  return lignes.map(({ id }) => id);
}

/** The draft as saved again, or published. */
export async function recrireEntretien(
  tx: Tx,
  id: number,
  entretien: EcritureEntretien,
): Promise<void> {
  const { le, modalite, dureeMinutes, rendezVousId, texte, decide, suite, suiteLe } = entretien;
  await tx.query(
    `update entretien set le = $2, modalite = $3, duree_minutes = $4, rendez_vous_id = $5, texte = $6, decide = $7,
       suite = $8, suite_le = $9, corrige_id = $10, publie_a = $11, redige_par = $12, ecrit_a = $13, version = version + 1
     where id = $1`,
    [
      ...[id, le, modalite, dureeMinutes, rendezVousId, texte, decide],
      ...[
        suite,
        suiteLe,
        entretien.corrigeId,
        entretien.publieA,
        entretien.par.nom,
        entretien.par.a,
      ],
    ],
  );
}

export async function supprimerBrouillonEntretien(
  tx: Tx,
  id: number,
  auteurId: number | null,
): Promise<boolean> {
  const lignes = await tx.query(
    "delete from entretien where id = $1 and publie_a is null and redige_par_id = $2 returning id",
    [id, auteurId],
  );
  return lignes.length > 0;
}

/** What was to follow these interviews has been done. */
export async function noterSuites(
  tx: Tx,
  personneId: number,
  entretiens: readonly number[],
  { le, par }: { readonly le: string; readonly par: Auteur },
): Promise<number> {
  const lignes = await tx.query(
    `update entretien set suite_donnee_le = $3, suite_donnee_par = $4, version = version + 1
     where personne_id = $1 and id = any($2::int[]) and publie_a is not null and suite_donnee_le is null
       and (suite <> '' or suite_le is not null) returning id`,
    [personneId, [...entretiens], le, par.nom],
  );
  return lignes.length;
}

/** The same for interviews taken over from elsewhere, each on its own day. */
export async function noterSuitesReprises(
  tx: Tx,
  suites: readonly { readonly id: number; readonly le: string; readonly par: string }[],
): Promise<void> {
  if (suites.length === 0) return;
  await tx.query(
    `update entretien e set suite_donnee_le = s.le, suite_donnee_par = s.par
     from unnest($1::int[], $2::date[], $3::text[]) as s(id, le, par) where e.id = s.id`,
    [suites.map(({ id }) => id), suites.map(({ le }) => le), suites.map(({ par }) => par)],
  );
}

/** The day of the last published interview of each person; corrected ones included, they took place. */
export async function lireDerniersEntretiens(
  tx: Tx,
  personneIds: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const lignes = await tx.query<{ personneId: number; le: string }>(
    `select distinct on (personne_id) personne_id as "personneId", le from entretien
     where personne_id = any($1::int[]) and publie_a is not null order by personne_id, le desc`,
    [[...personneIds]],
  );
  return new Map(lignes.map(({ personneId, le }) => [personneId, le]));
}
