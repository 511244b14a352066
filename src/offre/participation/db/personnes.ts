import type { ClasseOrganisme } from "#commun/referentiel";
import { jointureStructure } from "#commun/structure";
import { conditionPortee } from "#droits/dossier";
import { raw, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import { lire } from "./lire.ts";

/** What an entry asks of the present of a person. */
export interface PersonneAccueillie {
  readonly personneId: number;
  readonly nom: string;
  readonly prenom: string;
  readonly qualite: string | null;
  readonly dateNaissance: string | null;
  /** Within the perimeter of the reader. */
  readonly visible: boolean;
  readonly structureId: number | null;
  readonly structureClasse: ClasseOrganisme | null;
  readonly contratNature: string | null;
  readonly contratSigneLe: string | null;
  /** First day on which it no longer binds. */
  readonly contratJusqua: string | null;
}

const COLONNES =
  raw(`s.personne_id as "personneId", s.nom, s.prenom, s.qualite, s.date_naissance as "dateNaissance",
  s.structure_id as "structureId", structure.classe as "structureClasse", s.contrat_nature as "contratNature",
  s.contrat_signe_le as "contratSigneLe", s.contrat_jusqua as "contratJusqua"`);
const STRUCTURE = raw(jointureStructure("s.structure_id"));

export async function lireAccueillies(
  tx: Tx,
  portee: Portee,
  personnes: readonly number[],
): Promise<ReadonlyMap<number, PersonneAccueillie>> {
  const lues = await lire<PersonneAccueillie>(
    tx,
    sql`select ${COLONNES}, ${conditionPortee(portee)} as visible from situation_personne s ${STRUCTURE}
      where s.personne_id = any(${[...new Set(personnes)]}::int[])`,
  );
  return new Map(lues.map((lue) => [lue.personneId, lue]));
}

/** Who shows this number, of beneficiary or of claim, and was born that day; `null` unless she is alone. */
export async function identifier(
  tx: Tx,
  { numero, dateNaissance }: { readonly numero: string; readonly dateNaissance: string },
): Promise<number | null> {
  const chiffres = numero.replaceAll(/[\s.]/g, "");
  const trouvees = await tx.query<{ personneId: number }>(
    `select personne_id as "personneId" from situation_personne
     where date_naissance = $2 and (numero_demande = $1 or matricule in ($1, rpad($1, 15, '0'))) limit 2`,
    [chiffres, dateNaissance],
  );
  const [seule, autre] = trouvees;
  return seule && !autre ? seule.personneId : null;
}

/** The person this number is now, after merges. */
export async function personneGardee(tx: Tx, personneId: number): Promise<number | null> {
  const [gardee] = await tx.query<{ id: number }>(
    "select coalesce(fusionnee_dans_id, id) as id from personne where id = $1",
    [personneId],
  );
  return gardee?.id ?? null;
}
