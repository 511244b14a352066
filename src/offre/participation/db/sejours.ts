import type { NatureSortie } from "#commun/referentiel";
import type { Tx } from "#platform/db/tx.ts";
import type { Suspension } from "../domain/plafond.ts";
import type { ClasseConstatee, PreuveSortie } from "../domain/sortie.ts";

/** What is known of how somebody left, beyond the nature. */
export interface FaitsSortie {
  readonly debut: string | null;
  /** Last day of the contract, included. */
  readonly fin: string | null;
  readonly siae: boolean;
  readonly structureSiae: "aci" | "ei" | "etti" | "ai" | null;
  readonly heures: number | null;
  readonly employeur: string | null;
  readonly siret: string | null;
  readonly precision: string | null;
}

/** A stay held until the end of the act. */
export interface Sejour {
  readonly id: number;
  readonly actionId: number;
  readonly personneId: number;
  readonly entreLe: string;
  readonly sortiLe: string | null;
  readonly terme: string | null;
  readonly sortieNature: NatureSortie | null;
  readonly sortie: FaitsSortie | null;
  readonly classe: ClasseConstatee | null;
  readonly classeLigne: string | null;
  readonly classeMotif: string | null;
  readonly preuve: PreuveSortie | null;
  readonly sortieSaisieLe: string | null;
  readonly sortieSaisiePar: string | null;
  readonly annuleLe: string | null;
  readonly version: number;
}

const COLONNES = `id, action_id as "actionId", personne_id as "personneId", entre_le as "entreLe", sorti_le as "sortiLe",
  terme, sortie_nature as "sortieNature", sortie, classe, classe_ligne as "classeLigne", classe_motif as "classeMotif",
  preuve, sortie_saisie_le as "sortieSaisieLe", sortie_saisie_par_nom as "sortieSaisiePar", annule_le as "annuleLe", version`;

export async function verrouillerSejour(tx: Tx, id: number): Promise<Sejour | null> {
  const [sejour] = await tx.query<Sejour>(
    `select ${COLONNES} from sejour where id = $1 for update`,
    [id],
  );
  return sejour ?? null;
}

/** Whose stay it is, before it is held. */
export async function personneDuSejour(tx: Tx, id: number): Promise<number | null> {
  const [sejour] = await tx.query<{ personneId: number }>(
    `select personne_id as "personneId" from sejour where id = $1`,
    [id],
  );
  return sejour?.personneId ?? null;
}

export interface NouveauSejour {
  readonly actionId: number;
  readonly personneId: number;
  readonly prescriptionId: number | null;
  readonly entreLe: string;
  readonly terme: string | null;
  readonly socle: boolean;
  readonly soumis: boolean | null;
  readonly droitVerifieLe: string;
  readonly droitPreuve: "flux" | "attestation" | "reprise";
  readonly contratNature: string | null;
  readonly contratSigneLe: string | null;
  readonly contratPreuve: string | null;
  readonly prescripteurStructureId: number | null;
  readonly prescripteurClasse: string | null;
  readonly codeCommune: string | null;
  readonly quartierCode: string | null;
  readonly sexe: string | null;
  readonly age: number | null;
  readonly situationFamiliale: string | null;
  readonly niveauFormation: string | null;
  readonly activite: string | null;
  readonly sortiLe: string | null;
  readonly sortieNature: string | null;
  readonly sortie: FaitsSortie | null;
  readonly classe: ClasseConstatee | null;
  readonly classeLigne: string | null;
  readonly classeDepuis: string | null;
  readonly preuve: string | null;
  readonly saisiLe: string;
  readonly saisiPar: number | null;
  readonly saisiParNom: string;
  readonly sortieSaisieLe: string | null;
  readonly sortieSaisieParNom: string | null;
}

const colonnes: readonly (readonly [keyof NouveauSejour, string])[] = [
  ["actionId", "action_id"],
  ["personneId", "personne_id"],
  ["prescriptionId", "prescription_id"],
  ["entreLe", "entre_le"],
  ["terme", "terme"],
  ["socle", "socle"],
  ["soumis", "soumis"],
  ["droitVerifieLe", "droit_verifie_le"],
  ["droitPreuve", "droit_preuve"],
  ["contratNature", "contrat_nature"],
  ["contratSigneLe", "contrat_signe_le"],
  ["contratPreuve", "contrat_preuve"],
  ["prescripteurStructureId", "prescripteur_structure_id"],
  ["prescripteurClasse", "prescripteur_classe"],
  ["codeCommune", "code_commune"],
  ["quartierCode", "quartier_code"],
  ["sexe", "sexe"],
  ["age", "age"],
  ["situationFamiliale", "situation_familiale"],
  ["niveauFormation", "niveau_formation"],
  ["activite", "activite"],
  ["sortiLe", "sorti_le"],
  ["sortieNature", "sortie_nature"],
  ["sortie", "sortie"],
  ["classe", "classe"],
  ["classeLigne", "classe_ligne"],
  ["classeDepuis", "classe_depuis"],
  ["preuve", "preuve"],
  ["saisiLe", "saisi_le"],
  ["saisiPar", "saisi_par"],
  ["saisiParNom", "saisi_par_nom"],
  ["sortieSaisieLe", "sortie_saisie_le"],
  ["sortieSaisieParNom", "sortie_saisie_par_nom"],
];

/** Their ids, in the order they were given: one entry or a whole take-over, the same rows. */
export async function insererSejours(
  tx: Tx,
  sejours: readonly NouveauSejour[],
): Promise<readonly number[]> {
  const ids = await reserver(tx, sejours.length);
  await tx.copyRows(
    "sejour",
    ["id", ...colonnes.map(([, colonne]) => colonne)],
    sejours.map((sejour, rang) => [ids[rang], ...colonnes.map(([cle]) => sejour[cle])]),
  );
  return ids;
}

async function reserver(tx: Tx, nombre: number): Promise<readonly number[]> {
  const reserves = await tx.query<{ id: number }>(
    `select nextval(pg_get_serial_sequence('sejour', 'id'))::int as id from generate_series(1, $1::int)`,
    [nombre],
  );
  return reserves.map(({ id }) => id);
}

interface SortieEcrite {
  readonly sortiLe: string | null;
  readonly nature: NatureSortie | null;
  readonly sortie: FaitsSortie | null;
  readonly classe: ClasseConstatee | null;
  readonly classeLigne: string | null;
  readonly classeDepuis: string | null;
  readonly preuve: PreuveSortie | null;
  readonly saisieLe: string | null;
  readonly saisieParNom: string | null;
}

/** The class is the one the table gives: a ruling made on other facts does not outlive them. */
export async function ecrireSortie(tx: Tx, id: number, sortie: SortieEcrite): Promise<void> {
  await tx.query(
    `update sejour set sorti_le = $2, sortie_nature = $3, sortie = $4, classe = $5, classe_ligne = $6, classe_depuis = $7,
       classe_motif = null, classe_par = null, classe_par_nom = null, preuve = $8, sortie_saisie_le = $9,
       sortie_saisie_par_nom = $10, version = version + 1 where id = $1`,
    [
      ...[id, sortie.sortiLe, sortie.nature, sortie.sortie && JSON.stringify(sortie.sortie)],
      ...[sortie.classe, sortie.classeLigne, sortie.classeDepuis, sortie.preuve],
      ...[sortie.saisieLe, sortie.saisieParNom],
    ],
  );
}

export async function ecrireClasse(
  tx: Tx,
  id: number,
  fixee: {
    readonly classe: ClasseConstatee;
    readonly motif: string;
    readonly par: number | null;
    readonly parNom: string;
  },
): Promise<void> {
  await tx.query(
    `update sejour set classe = $2, classe_ligne = 'fixee', classe_motif = $3, classe_par = $4, classe_par_nom = $5,
       version = version + 1 where id = $1`,
    [id, fixee.classe, fixee.motif, fixee.par, fixee.parNom],
  );
}

/** Keeps an exit as it is before it changes. */
export async function conserverSortie(
  tx: Tx,
  id: number,
  change: {
    readonly le: string;
    readonly par: number | null;
    readonly parNom: string;
    readonly motif: string;
  },
): Promise<void> {
  await tx.query(
    `insert into sortie_precedente (sejour_id, sorti_le, sortie_nature, sortie, classe, classe_ligne, classe_motif, preuve,
       saisie_le, saisie_par_nom, remplacee_le, remplacee_par, remplacee_par_nom, motif)
     select id, sorti_le, sortie_nature, sortie, classe, classe_ligne, classe_motif, preuve, sortie_saisie_le,
       sortie_saisie_par_nom, $2, $3, $4, $5 from sejour where id = $1`,
    [id, change.le, change.par, change.parNom, change.motif],
  );
}

export async function annuler(tx: Tx, id: number, le: string, motif: string): Promise<void> {
  await tx.query(
    "update sejour set annule_le = $2, annule_motif = $3, version = version + 1 where id = $1",
    [id, le, motif],
  );
}

export async function ecrireTerme(tx: Tx, id: number, terme: string | null): Promise<void> {
  await tx.query("update sejour set terme = $2, version = version + 1 where id = $1", [id, terme]);
}

export interface AutreSejour {
  readonly id: number;
  readonly actionId: number;
  readonly action: string;
  readonly fiche: string;
  readonly entreLe: string;
  readonly sortiLe: string | null;
}

/** The other stays of a person that touch these days; those of no day, entry and exit together, touch none. */
export function lireAutresSejours(
  tx: Tx,
  {
    personneId,
    du,
    au,
    sauf,
  }: {
    readonly personneId: number;
    readonly du: string;
    readonly au: string | null;
    readonly sauf: number | null;
  },
): Promise<AutreSejour[]> {
  return tx.query<AutreSejour>(
    `select j.id, j.action_id as "actionId", a.nom as action, a.fiche_code as fiche, j.entre_le as "entreLe",
       j.sorti_le as "sortiLe"
     from sejour j join action a on a.id = j.action_id
     where j.personne_id = $1 and j.annule_le is null and j.id is distinct from $4::int
       and daterange(j.entre_le, j.sorti_le, '[)') && daterange($2::date, $3::date, '[)')
     order by j.entre_le, j.id`,
    [personneId, du, au, sauf],
  );
}

export interface HistoirePlafond {
  readonly renouvellements: readonly number[];
  readonly suspensions: readonly Suspension[];
}

/** What moves the cap of a stay. */
export async function lireHistoirePlafond(tx: Tx, sejourId: number): Promise<HistoirePlafond> {
  const renouvellements = await tx.query<{ mois: number }>(
    "select mois from renouvellement_sejour where sejour_id = $1 order by id",
    [sejourId],
  );
  const suspensions = await tx.query<Suspension>(
    `select motif, lower(periode) as du, upper(periode) as au from suspension_sejour where sejour_id = $1
     order by lower(periode)`,
    [sejourId],
  );
  return { renouvellements: renouvellements.map(({ mois }) => mois), suspensions };
}

/** A person seen before in the actions these ids name. */
export async function estConnueDesActions(
  tx: Tx,
  personneId: number,
  actions: readonly number[],
): Promise<boolean> {
  const [connue] = await tx.query(
    "select from sejour where personne_id = $1 and action_id = any($2::int[]) and annule_le is null limit 1",
    [personneId, actions],
  );
  return connue !== undefined;
}
