import type { ClasseOrganisme } from "#commun/referentiel";
import { raw, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import type { Periode } from "../domain/periodes.ts";
import { conditionStructures, lire } from "./portee.ts";

export interface FicheSaisie {
  readonly nom: string;
  readonly sigle: string | null;
  readonly classe: ClasseOrganisme;
  readonly siret: string | null;
  readonly adresse: string | null;
  readonly codePostal: string | null;
  readonly commune: string | null;
  readonly telephone: string | null;
  readonly courriel: string | null;
}

export interface FicheStructure extends FicheSaisie, Periode {
  readonly id: number;
  readonly version: number;
}

const FICHE =
  raw(`s.id, s.nom, s.sigle, s.classe, s.siret, s.adresse, s.code_postal as "codePostal", s.commune,
  s.telephone, s.courriel, lower(s.periode) as du, upper(s.periode) as jusque, s.version`);

/** @throws DomainError `structure.introuvable` when it is not, or not in the reader's perimeter */
export async function trouverStructure(
  tx: Tx,
  portee: Portee,
  {
    id,
    le,
    verrou = false,
  }: { readonly id: number; readonly le: string; readonly verrou?: boolean },
): Promise<FicheStructure> {
  const [fiche] = await lire<FicheStructure>(
    tx,
    sql`select ${FICHE} from structure s where s.id = ${id} and ${conditionStructures(portee, le, "s")}
      ${raw(verrou ? "for update of s" : "")}`,
  );
  if (fiche) return fiche;
  throw new DomainError(
    "structure.introuvable",
    "Cette structure n’existe pas, ou elle n’intervient pas sur votre périmètre. Revenez à la liste des structures.",
  );
}

export async function insererStructure(tx: Tx, fiche: FicheSaisie, du: string): Promise<number> {
  const [ligne] = await tx.query<{ id: number }>(
    `insert into structure (nom, sigle, classe, siret, adresse, code_postal, commune, telephone, courriel, periode)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, daterange($10::date, null))
     on conflict (nom) do nothing returning id`,
    [...colonnes(fiche), du],
  );
  return ligne?.id ?? nomPris(fiche.nom);
}

/** Writes only over the version that was read. */
export async function ecrireStructure(
  tx: Tx,
  id: number,
  version: number,
  fiche: FicheSaisie,
): Promise<boolean> {
  const [homonyme] = await tx.query("select from structure where nom = $1 and id <> $2", [
    fiche.nom,
    id,
  ]);
  if (homonyme) nomPris(fiche.nom);
  const ecrites = await tx.query(
    `update structure set (nom, sigle, classe, siret, adresse, code_postal, commune, telephone, courriel, version)
       = ($3, $4, $5, $6, $7, $8, $9, $10, $11, version + 1)
     where id = $1 and version = $2 returning id`,
    [id, version, ...colonnes(fiche)],
  );
  return ecrites.length > 0;
}

/** Closed from that day: what it served and its places stop with it. */
export async function cloreStructure(tx: Tx, id: number, des: string): Promise<void> {
  await tx.query(
    `update structure set periode = daterange(lower(periode), $2::date), version = version + 1 where id = $1`,
    [id, des],
  );
  for (const table of ["structure_secteur", "capacite"]) {
    await tx.query(`delete from ${table} where structure_id = $1 and lower(periode) >= $2::date`, [
      id,
      des,
    ]);
    await tx.query(
      `update ${table} set periode = periode * daterange(null, $2::date)
       where structure_id = $1 and (upper_inf(periode) or upper(periode) > $2::date)`,
      [id, des],
    );
  }
}

function colonnes(fiche: FicheSaisie): readonly unknown[] {
  const { nom, sigle, classe, siret, adresse, codePostal, commune, telephone, courriel } = fiche;
  return [nom, sigle, classe, siret, adresse, codePostal, commune, telephone, courriel];
}

function nomPris(nom: string): never {
  const message = `Une structure s’appelle déjà « ${nom} » : précisez le nom, par exemple avec la commune.`;
  throw new DomainError("saisie.invalide", message, { champs: { nom: message } });
}
