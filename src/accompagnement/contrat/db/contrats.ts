import { jointureReferent, jointureStructure } from "#commun/structure";
import type { Tx } from "#platform/db/tx.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { ContenuContrat } from "../domain/contenu.ts";
import type { EtapeVersion, EtatContrat } from "../domain/etapes.ts";

export interface Contrat {
  readonly id: number;
  readonly personneId: number;
  readonly dossierId: number;
  readonly nature: string;
  readonly regime: "rsa-2009" | "plein-emploi" | null;
  readonly origine: "jalon" | "reprise";
  readonly structureId: number | null;
  readonly structure: string | null;
  readonly referentId: number | null;
  readonly referent: string | null;
  readonly social: boolean;
  readonly etat: EtatContrat;
  readonly precedentId: number | null;
  readonly renouvellements: number;
  readonly moisAnterieurs: number;
  readonly versionCourante: number;
  readonly redigeLe: string;
  readonly signeLe: string | null;
  readonly debut: string | null;
  /** First day on which it no longer binds. */
  readonly fin: string | null;
  /** The same as it was signed, whatever happened since. */
  readonly terme: string | null;
  readonly bilanLe: string | null;
  readonly reviseLe: string | null;
  readonly vulnerabilite: string | null;
  readonly reexamenFaitLe: string | null;
  readonly offreDefinieLe: string | null;
  readonly droitClosLe: string | null;
  readonly closLe: string | null;
  readonly motifFin: string | null;
  readonly finPrecision: string | null;
  readonly version: number;
}

export interface VersionContrat {
  readonly id: number;
  readonly contratId: number;
  readonly numero: number;
  readonly etape: EtapeVersion;
  readonly contenu: ContenuContrat;
  readonly motif: string | null;
  readonly redigeeLe: string;
  readonly redigeeParNom: string;
  readonly proposeeLe: string | null;
  readonly valideeLe: string | null;
  readonly valideeParNom: string | null;
  readonly refuseeLe: string | null;
  readonly motifRefus: string | null;
  readonly signeeLe: string | null;
  readonly revision: number;
}

const COLONNES = `c.id, c.personne_id as "personneId", c.dossier_id as "dossierId", c.nature, c.regime, c.origine,
  c.structure_id as "structureId", structure.nom as structure, c.referent_id as "referentId",
  referent.prenom || ' ' || referent.nom as referent, c.social, c.etat, c.precedent_id as "precedentId",
  c.renouvellements, c.mois_anterieurs as "moisAnterieurs", c.version_courante as "versionCourante",
  c.redige_le as "redigeLe", c.signe_le as "signeLe", lower(c.periode) as debut, upper(c.periode) as fin, c.terme,
  c.bilan_le as "bilanLe", c.revise_le as "reviseLe", c.vulnerabilite, c.reexamen_fait_le as "reexamenFaitLe",
  c.offre_definie_le as "offreDefinieLe", c.droit_clos_le as "droitClosLe", c.clos_le as "closLe",
  c.motif_fin as "motifFin", c.fin_precision as "finPrecision", c.version`;

const JOINTURES = `${jointureStructure("c.structure_id")} ${jointureReferent("c.referent_id")}`;

const VERSION = `id, contrat_id as "contratId", numero, etape, contenu, motif, redigee_le as "redigeeLe",
  redigee_par_nom as "redigeeParNom", proposee_le as "proposeeLe", validee_le as "valideeLe",
  validee_par_nom as "valideeParNom", refusee_le as "refuseeLe", motif_refus as "motifRefus",
  signee_le as "signeeLe", revision`;

/** Held until the end of the transaction: acts on one contract wait for each other. */
export async function verrouillerContrat(tx: Tx, id: number): Promise<Contrat | null> {
  await tx.query("select 1 from contrat where id = $1 for update", [id]);
  const [contrat] = await tx.query<Contrat>(
    `select ${COLONNES} from contrat c ${JOINTURES} where c.id = $1 and c.ecarte_par_fusion is null`,
    [id],
  );
  return contrat ?? null;
}

/** Every contract of a person, the latest first. */
export function lireContratsDe(tx: Tx, personneId: number): Promise<Contrat[]> {
  return tx.query<Contrat>(
    `select ${COLONNES} from contrat c ${JOINTURES} where c.personne_id = $1 and c.ecarte_par_fusion is null
     order by coalesce(c.signe_le, c.redige_le) desc, c.id desc`,
    [personneId],
  );
}

/** Those of these persons that bind or are being prepared. */
export function lireVivants(tx: Tx, personnes: readonly number[]): Promise<Contrat[]> {
  return tx.query<Contrat>(
    `select ${COLONNES} from contrat c ${JOINTURES} where c.personne_id = any($1::int[])
       and c.ecarte_par_fusion is null and c.etat in ('signe', 'en-preparation') order by c.id`,
    [personnes],
  );
}

export function lireVersions(tx: Tx, contratId: number): Promise<VersionContrat[]> {
  return lireToutesLesVersions(tx, [contratId]);
}

/** The latest first. */
export function lireToutesLesVersions(
  tx: Tx,
  contrats: readonly number[],
): Promise<VersionContrat[]> {
  return tx.query<VersionContrat>(
    `select ${VERSION} from contrat_version where contrat_id = any($1::int[]) order by numero desc`,
    [contrats],
  );
}

/** The version being prepared, held. */
export async function verrouillerPreparation(
  tx: Tx,
  contratId: number,
): Promise<VersionContrat | null> {
  const [version] = await tx.query<VersionContrat>(
    `select ${VERSION} from contrat_version
     where contrat_id = $1 and etape in ('brouillon', 'proposee', 'validee', 'refusee') for update`,
    [contratId],
  );
  return version ?? null;
}

interface NouveauContrat {
  readonly personneId: number;
  readonly dossierId: number;
  readonly nature: string;
  readonly orientationId: number;
  readonly designationId: number;
  readonly structureId: number;
  readonly referentId: number | null;
  readonly social: boolean;
  readonly precedentId: number | null;
  readonly renouvellements: number;
  readonly moisAnterieurs: number;
  readonly le: string;
  readonly par: number | null;
}

export async function inscrireContrat(tx: Tx, nouveau: NouveauContrat): Promise<number> {
  const [ligne] = await tx.query<{ id: number }>(
    `insert into contrat (personne_id, dossier_id, nature, orientation_id, designation_id, structure_id, referent_id,
       social, precedent_id, renouvellements, mois_anterieurs, redige_le, redige_par)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (personne_id) where etat = 'en-preparation' and ecarte_par_fusion is null do nothing
     returning id`,
    [
      ...[nouveau.personneId, nouveau.dossierId, nouveau.nature, nouveau.orientationId],
      ...[nouveau.designationId, nouveau.structureId, nouveau.referentId, nouveau.social],
      ...[nouveau.precedentId, nouveau.renouvellements, nouveau.moisAnterieurs],
      ...[nouveau.le, nouveau.par],
    ],
  );
  if (ligne) return ligne.id;
  throw new DomainError(
    "contrat.deja-en-preparation",
    "Un contrat est déjà en préparation pour cette personne. Reprenez-le, ou abandonnez-le d’abord.",
  );
}

interface NouvelleVersion {
  readonly contratId: number;
  readonly numero: number;
  readonly contenu: ContenuContrat;
  readonly motif: string | null;
  readonly le: string;
  readonly par: number | null;
  readonly parNom: string;
}

export async function inscrireVersion(tx: Tx, nouvelle: NouvelleVersion): Promise<number> {
  const { contratId, numero, contenu, motif, le, par, parNom } = nouvelle;
  const [ligne] = await tx.query<{ id: number }>(
    `insert into contrat_version (contrat_id, numero, contenu, motif, redigee_le, redigee_par, redigee_par_nom)
     values ($1, $2, $3::jsonb, $4, $5, $6, $7) returning id`,
    [contratId, numero, JSON.stringify(contenu), motif, le, par, parNom],
  );
  return ligne?.id ?? 0;
}

const CHAMPS_VERSION = {
  etape: "etape",
  contenu: "contenu",
  proposeeLe: "proposee_le",
  valideeLe: "validee_le",
  valideeParNom: "validee_par_nom",
  refuseeLe: "refusee_le",
  motifRefus: "motif_refus",
  signeeLe: "signee_le",
} as const;

const CHAMPS_CONTRAT = {
  etat: "etat",
  regime: "regime",
  versionCourante: "version_courante",
  signeLe: "signe_le",
  terme: "terme",
  bilanLe: "bilan_le",
  reviseLe: "revise_le",
  vulnerabilite: "vulnerabilite",
  reexamenFaitLe: "reexamen_fait_le",
  offreDefinieLe: "offre_definie_le",
  closLe: "clos_le",
  closPar: "clos_par",
  motifFin: "motif_fin",
  finPrecision: "fin_precision",
} as const;

function affectations(
  colonnes: Readonly<Record<string, string>>,
  valeurs: Readonly<Record<string, unknown>>,
): { readonly texte: string; readonly valeurs: readonly unknown[] } {
  const cles = Object.keys(valeurs).filter((cle) => cle in colonnes);
  return {
    texte: cles.map((cle, rang) => `${colonnes[cle]} = $${rang + 2}`).join(", "),
    valeurs: cles.map((cle) =>
      cle === "contenu" ? JSON.stringify(valeurs[cle]) : (valeurs[cle] ?? null),
    ),
  };
}

export async function changerVersion(
  tx: Tx,
  id: number,
  changements: Partial<Record<keyof typeof CHAMPS_VERSION, unknown>>,
): Promise<void> {
  const { texte, valeurs } = affectations(CHAMPS_VERSION, changements);
  await tx.query(`update contrat_version set ${texte}, revision = revision + 1 where id = $1`, [
    id,
    ...valeurs,
  ]);
}

export interface PeriodeContrat {
  readonly debut: string;
  readonly fin: string | null;
}

export async function changerContrat(
  tx: Tx,
  id: number,
  {
    periode,
    ...changements
  }: Partial<Record<keyof typeof CHAMPS_CONTRAT, unknown>> & { readonly periode?: PeriodeContrat },
): Promise<void> {
  const { texte, valeurs } = affectations(CHAMPS_CONTRAT, changements);
  const rang = valeurs.length + 2;
  const parts = [texte, "version = version + 1"].filter((part) => part !== "");
  if (periode) {
    // What ends the day it begins, or before, has bound nobody: an empty period overlaps nothing.
    parts.push(
      `periode = daterange($${rang}::date, case when $${rang + 1}::date is null then null else greatest($${rang}::date, $${rang + 1}::date) end)`,
    );
  }
  await tx.query(`update contrat set ${parts.join(", ")} where id = $1`, [
    id,
    ...valeurs,
    ...(periode ? [periode.debut, periode.fin] : []),
  ]);
}
