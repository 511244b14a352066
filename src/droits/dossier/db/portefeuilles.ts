import { jointureTerritoire } from "#droits/territoire";
import { raw, type Sql, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import { conditionPortee, lire } from "./portee.ts";

/** One line of a caseload: who she is, towards what she is accompanied, the contract she is under. */
export interface PersonneConfiee {
  readonly personneId: number;
  readonly qualite: string | null;
  readonly nom: string;
  readonly prenom: string;
  readonly commune: string | null;
  readonly territoire: string | null;
  readonly telephone: string | null;
  readonly etat: string | null;
  readonly type: string | null;
  readonly dominante: "emploi" | "socio-professionnelle" | "sociale" | null;
  readonly structureId: number | null;
  readonly referentId: number | null;
  readonly contratNature: string | null;
  readonly contratEtat: string | null;
  readonly contratJusqua: string | null;
  readonly contratBilanLe: string | null;
}

type Qui = { readonly referents: readonly number[] } | { readonly structureId: number };

/** The same line before anybody is named: what counts a caseload. */
export type ConfieeBreve = Pick<
  PersonneConfiee,
  "personneId" | "territoire" | "referentId" | "contratEtat"
>;

function confieesA(qui: Qui): Sql {
  return "referents" in qui
    ? sql`s.referent_id = any(${[...qui.referents]}::int[])`
    : sql`s.structure_id = ${qui.structureId}::int`;
}

/** Who is entrusted today to these référents, or to a structure, within the perimeter, in the order of names. */
export function lireConfieesBreves(tx: Tx, portee: Portee, qui: Qui): Promise<ConfieeBreve[]> {
  return lire<ConfieeBreve>(
    tx,
    sql`select s.personne_id as "personneId", territoire.nom as territoire, s.referent_id as "referentId",
        s.contrat_etat as "contratEtat"
      from situation_personne s ${raw(jointureTerritoire("s.code_commune"))}
      where ${confieesA(qui)} and ${conditionPortee(portee)}
      order by s.nom, s.prenom, s.personne_id`,
  );
}

/** The same persons, or some of them, named. */
export function lirePersonnesConfiees(
  tx: Tx,
  portee: Portee,
  qui: Qui | { readonly personnes: readonly number[] },
): Promise<PersonneConfiee[]> {
  const confiees =
    "personnes" in qui ? sql`s.personne_id = any(${[...qui.personnes]}::int[])` : confieesA(qui);
  return lire<PersonneConfiee>(
    tx,
    sql`select s.personne_id as "personneId", s.qualite, s.nom, s.prenom, s.commune, territoire.nom as territoire,
        s.telephone, s.etat, s.orientation_type as type, s.orientation_dominante as dominante,
        s.structure_id as "structureId", s.referent_id as "referentId", s.contrat_nature as "contratNature",
        s.contrat_etat as "contratEtat", s.contrat_jusqua as "contratJusqua", s.contrat_bilan_le as "contratBilanLe"
      from situation_personne s ${raw(jointureTerritoire("s.code_commune"))}
      where ${confiees} and ${conditionPortee(portee)}
      order by s.nom, s.prenom, s.personne_id`,
  );
}
