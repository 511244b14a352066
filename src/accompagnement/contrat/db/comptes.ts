import { jointureReferent, jointureStructure } from "#commun/structure";
import { sousContrat } from "#droits/dossier";
import { jointureTerritoire } from "#droits/territoire";
import { KeptCounts } from "#platform/db/kept-counts.ts";
import { raw, render, type Sql, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import { porteeKey } from "#platform/usecase/portee-key.ts";
import type { Part } from "../domain/taux.ts";
import { listeContrats, listeSuiviContrats, orienteeDepuis } from "./listes.ts";

export interface ComptesContrats {
  readonly enCours: number;
  readonly sans: number;
  readonly sansApresDelai: number;
  readonly echus: number;
  readonly aTerme: number;
  readonly bilansEnRetard: number;
  readonly bilansProches: number;
  readonly stock: number;
  readonly brouillons: number;
  readonly aValider: number;
  readonly aSigner: number;
  readonly refuses: number;
  readonly renouvellements: number;
  readonly interne: Part;
  readonly externe: Part;
}

interface Demande {
  readonly portee: Portee;
  /** Day of the act: a reading made on a past day is of that day. */
  readonly le: string;
  /** Months after the orientation. */
  readonly delai: number;
  readonly internes: readonly string[];
  /** Kinds of contract to replace. */
  readonly anciennes: readonly string[];
}

const gardes = new KeptCounts<ComptesContrats>();

/** Each figure is the count of a list, with its perimeter and its conditions; counted again when something is written. */
export function compter(tx: Tx, demande: Demande): Promise<ComptesContrats> {
  const { portee, le, ...reste } = demande;
  return gardes.read(tx, `${porteeKey(portee, le)} ${JSON.stringify(reste)}`, async () => {
    const [personnes] = await lire<Personnes>(tx, surPersonnes(demande));
    const [contrats] = await lire<Contrats>(tx, surContrats(portee));
    const {
      internes = 0,
      internesAttendus = 0,
      externes = 0,
      externesAttendus = 0,
      ...comptes
    } = personnes ?? aucunes;
    return {
      ...comptes,
      ...(contrats ?? aucuns),
      interne: { sousContrat: internes, attendus: internesAttendus },
      externe: { sousContrat: externes, attendus: externesAttendus },
    };
  });
}

const aucunes = {
  enCours: 0,
  sans: 0,
  sansApresDelai: 0,
  echus: 0,
  aTerme: 0,
  bilansEnRetard: 0,
  bilansProches: 0,
  stock: 0,
  internes: 0,
  internesAttendus: 0,
  externes: 0,
  externesAttendus: 0,
};
type Personnes = typeof aucunes;
const aucuns = { brouillons: 0, aValider: 0, aSigner: 0, refuses: 0, renouvellements: 0 };
type Contrats = typeof aucuns;

/** Each fact of a person is told once, then counted: told again in every figure, they were a third of the time. */
function surPersonnes(demande: Demande): Sql {
  const jour = sql`${demande.le}::date`;
  const nombre = (condition: Sql, nom: string) =>
    sql`(count(*) filter (where ${condition}))::int as ${raw(`"${nom}"`)}`;
  const attendus = (condition: string, nom: string) =>
    nombre(raw(`attendue and ${condition}`), nom);
  return sql`select ${nombre(raw("engagee"), "enCours")},
      ${nombre(raw("orientee and not engagee"), "sans")},
      ${attendus("not engagee", "sansApresDelai")},
      ${nombre(sql`liee and jusqua <= ${jour}`, "echus")},
      ${nombre(sql`liee and jusqua > ${jour} and jusqua <= ${jour} + 60`, "aTerme")},
      ${nombre(sql`bilan < ${jour}`, "bilansEnRetard")},
      ${nombre(sql`bilan between ${jour} and ${jour} + 30`, "bilansProches")},
      ${nombre(raw("ancienne"), "stock")},
      ${attendus("interne and engagee", "internes")},
      ${attendus("interne", "internesAttendus")},
      ${attendus("not interne and engagee", "externes")},
      ${attendus("not interne", "externesAttendus")}
    from (${faitsDesPersonnes(demande)} offset 0) faits`;
}

function faitsDesPersonnes({ portee, le, delai, internes, anciennes }: Demande): Sql {
  const jour = sql`${le}::date`;
  return sql`select s.orientation_type is not null as orientee, s.contrat_id is not null as liee,
      s.contrat_jusqua as jusqua, s.contrat_bilan_le as bilan,
      s.contrat_id is not null and s.contrat_nature = any(${[...anciennes]}::text[]) as ancienne,
      ${sousContrat(jour)} as engagee, ${orienteeDepuis(delai, jour)} as attendue,
      coalesce(structure.classe = any(${[...internes]}::text[]), false) as interne
    from ${raw(listeSuiviContrats.from)} ${raw(jointureStructure("s.structure_id"))}
    where s.beneficiaire and ${SUIVIE} and ${listeSuiviContrats.perimeter(portee)}`;
}

/** Who is neither oriented nor under a contract is in no figure: said so, the rest is read from one narrow index. */
const SUIVIE = raw("(s.orientation_type is not null or s.contrat_id is not null)");

/** What is in preparation and what was renewed, each from its own index: together they cross every contract. */
function surContrats(portee: Portee): Sql {
  const vus = sql`from ${raw(listeContrats.from)} where ${listeContrats.perimeter(portee)}`;
  return sql`select (count(*) filter (where v.etape = 'brouillon'))::int as brouillons,
      (count(*) filter (where v.etape = 'proposee'))::int as "aValider",
      (count(*) filter (where v.etape = 'validee'))::int as "aSigner",
      (count(*) filter (where v.etape = 'refusee'))::int as refuses,
      (select count(*)::int ${vus} and c.renouvellements > 0) as renouvellements
    ${vus} and v.id is not null`;
}

export const groupes = ["territoire", "structure", "referent"] as const;
export type Groupe = (typeof groupes)[number];

export interface LigneTaux extends Part {
  readonly id: number | null;
  readonly nom: string | null;
  readonly interne: boolean;
  readonly stock: number;
}

const parGroupe: Readonly<Record<Groupe, { readonly id: string; readonly nom: string }>> = {
  territoire: { id: "territoire.id", nom: "territoire.nom" },
  structure: { id: "s.structure_id", nom: "structure.nom" },
  referent: { id: "s.referent_id", nom: "referent.nom || ' ' || referent.prenom" },
};

const tauxGardes = new KeptCounts<readonly LigneTaux[]>();

/** The same persons as the rate, shared out by territory, structure or référent. */
export function compterPar(
  tx: Tx,
  groupe: Groupe,
  demande: Demande,
): Promise<readonly LigneTaux[]> {
  const { portee, le, delai, internes, anciennes } = demande;
  const { id, nom } = parGroupe[groupe];
  const jour = sql`${le}::date`;
  const attendue = orienteeDepuis(delai, jour);
  const cle = `${groupe} ${porteeKey(portee, le)} ${JSON.stringify([delai, internes, anciennes])}`;
  return tauxGardes.read(tx, cle, () =>
    lire<LigneTaux>(
      tx,
      sql`select ${raw(id)} as id, ${raw(nom)} as nom,
          coalesce(structure.classe = any(${[...internes]}::text[]), false) as interne,
          (count(*) filter (where ${attendue} and ${sousContrat(jour)}))::int as "sousContrat",
          (count(*) filter (where ${attendue}))::int as attendus,
          (count(*) filter (where s.contrat_id is not null
            and s.contrat_nature = any(${[...anciennes]}::text[])))::int as stock
        from ${raw(listeSuiviContrats.from)} ${raw(jointureStructure("s.structure_id"))}
          ${raw(jointureReferent("s.referent_id"))} ${raw(groupe === "territoire" ? jointureTerritoire("s.code_commune") : "")}
        where s.beneficiaire and ${SUIVIE} and ${listeSuiviContrats.perimeter(portee)}
          and (${attendue} or (s.contrat_id is not null and s.contrat_nature = any(${[...anciennes]}::text[])))
        group by 1, 2, 3 order by 2 nulls last, 1`,
    ),
  );
}

export interface ReleveTerritoire extends Part {
  readonly le: string;
  readonly territoireId: number;
  readonly interne: boolean;
}

export function lireReleves(
  tx: Tx,
  territoires: readonly number[] | "tous",
): Promise<readonly (Part & { readonly le: string })[]> {
  return tx.query(
    `select le, sum(sous_contrat)::int as "sousContrat", sum(attendus)::int as attendus
     from releve_contractualisation where $1::int[] is null or territoire_id = any($1::int[])
     group by le order by le desc limit 400`,
    [territoires === "tous" ? null : [...territoires]],
  );
}

export async function estReleve(tx: Tx, le: string): Promise<boolean> {
  const lignes = await tx.query("select 1 from releve_contractualisation where le = $1 limit 1", [
    le,
  ]);
  return lignes.length > 0;
}

export async function inscrireReleves(tx: Tx, releves: readonly ReleveTerritoire[]): Promise<void> {
  await tx.query(
    `insert into releve_contractualisation (le, territoire_id, interne, sous_contrat, attendus)
     select * from unnest($1::date[], $2::int[], $3::boolean[], $4::int[], $5::int[])
     on conflict (le, territoire_id, interne) do update
       set sous_contrat = excluded.sous_contrat, attendus = excluded.attendus`,
    [
      releves.map(({ le }) => le),
      releves.map(({ territoireId }) => territoireId),
      releves.map(({ interne }) => interne),
      releves.map(({ sousContrat: sous }) => sous),
      releves.map(({ attendus }) => attendus),
    ],
  );
}

function lire<Ligne>(tx: Tx, requete: Sql): Promise<Ligne[]> {
  const { text, values } = render(requete);
  return tx.query<Ligne>(text, values);
}
