import type { NatureSortie } from "#commun/referentiel";
import { jointureStructure } from "#commun/structure";
import { conditionPortee } from "#droits/dossier";
import { allOf, raw, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import type { NatureRealisation } from "../domain/realisation.ts";
import type { ClasseConstatee, PreuveSortie } from "../domain/sortie.ts";
import type { IssueSuite } from "../domain/suite.ts";
import { lire } from "./lire.ts";
import { conditionSejour } from "./portee.ts";
import type { FaitsSortie } from "./sejours.ts";

/** A stay as screens and lists of persons show it. */
export interface SejourLu {
  readonly id: number;
  readonly version: number;
  readonly actionId: number;
  readonly action: string;
  readonly axe: string;
  readonly ficheCode: string;
  readonly ficheCourt: string;
  readonly structureId: number;
  readonly structure: string;
  readonly territoireId: number;
  readonly maxMois: number | null;
  readonly personneId: number;
  readonly qualite: string | null;
  readonly nom: string;
  readonly prenom: string;
  readonly dateNaissance: string | null;
  /** Her file is in the perimeter of the reader, and not her stay alone. */
  readonly dossierVisible: boolean;
  readonly prescriptionId: number | null;
  readonly entreLe: string;
  readonly sortiLe: string | null;
  readonly terme: string | null;
  readonly suspendu: boolean;
  readonly derniereRencontre: string | null;
  readonly socle: boolean;
  readonly soumis: boolean | null;
  readonly droitVerifieLe: string;
  readonly droitPreuve: "flux" | "attestation" | "reprise";
  readonly droitPerdu: boolean;
  readonly contratNature: string | null;
  readonly contratSigneLe: string | null;
  readonly contratPreuve: string | null;
  readonly prescripteurStructureId: number | null;
  readonly prescripteur: string | null;
  readonly prescripteurClasse: string | null;
  readonly codeCommune: string | null;
  readonly quartierCode: string | null;
  readonly sexe: string | null;
  readonly age: number | null;
  readonly situationFamiliale: string | null;
  readonly niveauFormation: string | null;
  readonly activite: string | null;
  readonly sortieNature: NatureSortie | null;
  readonly sortie: FaitsSortie | null;
  readonly classe: ClasseConstatee | null;
  readonly classeLigne: string | null;
  readonly classeDepuis: string | null;
  readonly classeMotif: string | null;
  readonly classePar: string | null;
  readonly preuve: PreuveSortie | null;
  readonly saisiLe: string;
  readonly saisiPar: string | null;
  readonly sortieSaisieLe: string | null;
  readonly sortieSaisiePar: string | null;
  /** Day of what is still awaited after the exit. */
  readonly suitePrevueLe: string | null;
  /** What was learnt last of what became of her. */
  readonly suiteIssue: IssueSuite | null;
  readonly annuleLe: string | null;
  readonly annuleMotif: string | null;
}

const AUJOURDHUI = "(now() at time zone 'Europe/Paris')::date";

const COLONNES = `j.id, j.version, j.action_id as "actionId", a.nom as action, a.axe, a.fiche_code as "ficheCode",
  a.fiche ->> 'court' as "ficheCourt", a.structure_id as "structureId", o.nom as structure,
  a.territoire_id as "territoireId", (a.fiche -> 'duree' ->> 'maxMois')::int as "maxMois",
  j.personne_id as "personneId", s.qualite, s.nom, s.prenom, s.date_naissance as "dateNaissance",
  j.prescription_id as "prescriptionId", j.entre_le as "entreLe", j.sorti_le as "sortiLe", j.terme,
  exists (select from suspension_sejour p where p.sejour_id = j.id and p.periode @> ${AUJOURDHUI}) as suspendu,
  (select max(r.le) from realisation_sejour r where r.sejour_id = j.id and r.annulee_le is null
    and r.nature in ('premier-accueil', 'rencontre', 'bilan')) as "derniereRencontre",
  j.socle, j.soumis, j.droit_verifie_le as "droitVerifieLe", j.droit_preuve as "droitPreuve",
  j.sorti_le is null and a.fiche ->> 'socle' = 'sejour' and not s.beneficiaire as "droitPerdu",
  j.contrat_nature as "contratNature", j.contrat_signe_le as "contratSigneLe", j.contrat_preuve as "contratPreuve",
  j.prescripteur_structure_id as "prescripteurStructureId", prescripteur.nom as prescripteur,
  j.prescripteur_classe as "prescripteurClasse", j.code_commune as "codeCommune", j.quartier_code as "quartierCode",
  j.sexe, j.age, j.situation_familiale as "situationFamiliale", j.niveau_formation as "niveauFormation", j.activite,
  j.sortie_nature as "sortieNature", j.sortie, j.classe, j.classe_ligne as "classeLigne",
  j.classe_depuis as "classeDepuis", j.classe_motif as "classeMotif", j.classe_par_nom as "classePar", j.preuve,
  (select min(u.prevue_le) from suite_sejour u where u.sejour_id = j.id and u.constatee_le is null) as "suitePrevueLe",
  (select u.issue from suite_sejour u where u.sejour_id = j.id and u.issue is not null order by u.jalon desc limit 1)
    as "suiteIssue",
  j.saisi_le as "saisiLe", j.saisi_par_nom as "saisiPar", j.sortie_saisie_le as "sortieSaisieLe",
  j.sortie_saisie_par_nom as "sortieSaisiePar", j.annule_le as "annuleLe", j.annule_motif as "annuleMotif"`;

interface Demande {
  readonly portee: Portee;
  readonly ids?: readonly number[];
  readonly actionId?: number;
  readonly personneId?: number;
  /** Still there that day, or after it. */
  readonly depuis?: string;
  readonly classe?: ClasseConstatee;
  /** Those set aside too, with their reason. */
  readonly annules?: boolean;
}

/** Full stays with the name of the person, those of the perimeter only, the latest entry first. */
export function lireSejours(
  tx: Tx,
  { portee, ids, actionId, personneId, depuis, classe, annules = false }: Demande,
): Promise<readonly SejourLu[]> {
  const conditions = [
    conditionSejour(portee),
    ...(annules ? [] : [raw("j.annule_le is null")]),
    ...(ids ? [sql`j.id = any(${[...new Set(ids)]}::int[])`] : []),
    ...(depuis === undefined ? [] : [sql`(j.sorti_le is null or j.sorti_le >= ${depuis}::date)`]),
    ...(classe === undefined ? [] : [sql`j.classe = ${classe}`]),
    ...(actionId === undefined ? [] : [sql`j.action_id = ${actionId}`]),
    ...(personneId === undefined ? [] : [sql`j.personne_id = ${personneId}`]),
  ];
  return lire<SejourLu>(
    tx,
    sql`select ${raw(COLONNES)}, ${conditionPortee(portee)} as "dossierVisible"
      from sejour j
      join action a on a.id = j.action_id
      join situation_personne s on s.personne_id = j.personne_id
      ${raw(jointureStructure("a.structure_id", "o"))}
      ${raw(jointureStructure("j.prescripteur_structure_id", "prescripteur"))}
      where ${allOf(conditions)}
      order by j.entre_le desc, j.id desc`,
  );
}

export interface SuspensionConnue {
  readonly id: number;
  readonly motif: "formation" | "arret";
  readonly du: string;
  readonly au: string | null;
  readonly noteePar: string | null;
}

export interface RenouvellementConnu {
  readonly id: number;
  readonly mois: number;
  readonly motif: string;
  readonly exception: string | null;
  readonly le: string;
  readonly par: string | null;
}

export interface RealisationConnue {
  readonly id: number;
  readonly nature: NatureRealisation;
  readonly le: string;
  readonly precision: string | null;
  readonly frein: string | null;
  readonly noteePar: string | null;
}

export interface SuiteConnue {
  readonly jalon: number;
  readonly prevueLe: string;
  readonly constateeLe: string | null;
  readonly issue: IssueSuite | null;
  readonly commentaire: string | null;
  readonly noteePar: string | null;
}

export interface SortiePrecedente {
  readonly id: number;
  readonly sortiLe: string;
  readonly nature: NatureSortie;
  readonly classe: ClasseConstatee;
  readonly classeMotif: string | null;
  readonly saisiePar: string | null;
  readonly remplaceeLe: string;
  readonly remplaceePar: string;
  readonly motif: string;
}

export interface HistoireSejour {
  readonly suspensions: readonly SuspensionConnue[];
  readonly renouvellements: readonly RenouvellementConnu[];
  readonly realisations: readonly RealisationConnue[];
  readonly suites: readonly SuiteConnue[];
  readonly precedentes: readonly SortiePrecedente[];
}

const agregat = (champs: string, depuis: string) =>
  `(select coalesce(json_agg(json_build_object(${champs})), '[]') from (${depuis}) h)`;

const HISTOIRE = `select
  ${agregat(
    `'id', h.id, 'motif', h.motif, 'du', lower(h.periode), 'au', upper(h.periode), 'noteePar', h.notee_par_nom`,
    "select * from suspension_sejour where sejour_id = $1 order by lower(periode)",
  )} as suspensions,
  ${agregat(
    `'id', h.id, 'mois', h.mois, 'motif', h.motif, 'exception', h.exception, 'le', h.le, 'par', h.par_nom`,
    "select * from renouvellement_sejour where sejour_id = $1 order by id",
  )} as renouvellements,
  ${agregat(
    `'id', h.id, 'nature', h.nature, 'le', h.le, 'precision', h.precision_texte, 'frein', h.frein, 'noteePar', h.notee_par_nom`,
    "select * from realisation_sejour where sejour_id = $1 and annulee_le is null order by le desc, id desc",
  )} as realisations,
  ${agregat(
    `'jalon', h.jalon, 'prevueLe', h.prevue_le, 'constateeLe', h.constatee_le, 'issue', h.issue,
     'commentaire', h.commentaire, 'noteePar', h.notee_par_nom`,
    "select * from suite_sejour where sejour_id = $1 order by jalon",
  )} as suites,
  ${agregat(
    `'id', h.id, 'sortiLe', h.sorti_le, 'nature', h.sortie_nature, 'classe', h.classe, 'classeMotif', h.classe_motif,
     'saisiePar', h.saisie_par_nom, 'remplaceeLe', h.remplacee_le, 'remplaceePar', h.remplacee_par_nom, 'motif', h.motif`,
    "select * from sortie_precedente where sejour_id = $1 order by id desc",
  )} as precedentes`;

/** All that happened to a stay, in one round trip. */
export async function lireHistoire(tx: Tx, sejourId: number): Promise<HistoireSejour> {
  const [histoire] = await tx.query<HistoireSejour>(HISTOIRE, [sejourId]);
  if (!histoire) throw new RangeError("a query without FROM gives one row");
  return histoire;
}
