import type { Tx } from "#platform/db/tx.ts";
import { DomainError } from "#platform/errors/domain-error.ts";

interface RendezVous {
  readonly le: string;
  readonly par: number | null;
  readonly prevuLe: string;
  readonly heure: string | null;
  readonly lieu: string | null;
}

/** A new day replaces the one still to come, which stays as « reporté ». */
export async function inscrireRendezVous(
  tx: Tx,
  designations: readonly number[],
  { le, par, prevuLe, heure, lieu }: RendezVous,
): Promise<void> {
  await noterIssue(tx, designations, { issue: "reporte", le });
  await tx.query(
    `insert into premier_rendez_vous (personne_id, designation_id, fixe_le, fixe_par, prevu_le, heure, lieu)
     select d.personne_id, d.id, $2, $3, $4, $5, $6 from designation d where d.id = any($1::int[]) order by d.id`,
    [designations, le, par, prevuLe, heure, lieu],
  );
}

interface IssueRendezVous {
  readonly issue: "tenu" | "absence" | "reporte";
  readonly le: string;
}

/** The persons whose meeting was waiting. */
export async function noterIssue(
  tx: Tx,
  designations: readonly number[],
  { issue, le }: IssueRendezVous,
): Promise<readonly number[]> {
  const lignes = await tx.query<{ personneId: number }>(
    `update premier_rendez_vous set issue = $2, issue_le = $3
     where designation_id = any($1::int[]) and issue is null returning personne_id as "personneId"`,
    [designations, issue, le],
  );
  return lignes.map(({ personneId }) => personneId);
}

interface AvisDuReferent {
  readonly avis: "confirmee" | "contestee";
  readonly motif: string | null;
  readonly le: string;
  readonly par: number | null;
}

/** One answer per designation, those already answered left alone: @throws DomainError `designation.deja-dite` */
export async function inscrireAvis(
  tx: Tx,
  designations: readonly number[],
  { avis, motif, le, par }: AvisDuReferent,
): Promise<number> {
  const lignes = await tx.query(
    `insert into confirmation_referent (personne_id, designation_id, avis, motif, le, par)
     select d.personne_id, d.id, $2, $3, $4, $5 from designation d where d.id = any($1::int[]) order by d.id
     on conflict (designation_id) do nothing returning id`,
    [designations, avis, motif, le, par],
  );
  if (lignes.length > 0) return lignes.length;
  throw new DomainError(
    "designation.deja-dite",
    "Cette désignation a déjà été confirmée ou contestée. Rechargez la page pour voir ce qui est enregistré.",
  );
}

export interface DemandeReorientation {
  readonly id: number;
  readonly personneId: number;
  readonly orientationId: number;
  readonly demandeur: "referent" | "personne" | "departement";
  readonly motif: string;
  readonly typeSouhaite: string | null;
  readonly le: string;
  readonly etat: "en-instance" | "reorientee" | "maintenue" | "sans-objet";
  readonly version: number;
  /** Codes of the instances that gave their opinion. */
  readonly examens: readonly string[];
}

interface NouvelleDemande {
  readonly personneId: number;
  readonly orientationId: number;
  readonly demandeur: DemandeReorientation["demandeur"];
  readonly motif: string;
  readonly typeSouhaite: string | null;
  readonly le: string;
  readonly par: number | null;
}

/** One demand at a time: @throws DomainError `reorientation.deja-demandee` */
export async function inscrireDemande(tx: Tx, demande: NouvelleDemande): Promise<number> {
  const [ligne] = await tx.query<{ id: number }>(
    `insert into demande_reorientation (personne_id, orientation_id, demandeur, motif, type_souhaite, le, par)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (personne_id) where etat = 'en-instance' do nothing returning id`,
    [
      demande.personneId,
      demande.orientationId,
      demande.demandeur,
      demande.motif,
      demande.typeSouhaite,
      demande.le,
      demande.par,
    ],
  );
  if (ligne) return ligne.id;
  throw new DomainError(
    "reorientation.deja-demandee",
    "Une réorientation est déjà demandée pour cette personne. Attendez sa décision.",
  );
}

export async function verrouillerDemande(tx: Tx, id: number): Promise<DemandeReorientation | null> {
  const [demande] = await tx.query<DemandeReorientation>(
    `select r.id, r.personne_id as "personneId", r.orientation_id as "orientationId", r.demandeur, r.motif,
       r.type_souhaite as "typeSouhaite", r.le, r.etat, r.version,
       array(select e.instance from examen_reorientation e where e.demande_id = r.id order by e.id) as examens
     from demande_reorientation r where r.id = $1 for update of r`,
    [id],
  );
  return demande ?? null;
}

interface Examen {
  readonly demandeId: number;
  readonly instance: string;
  readonly le: string;
  readonly avis: "favorable" | "defavorable";
  readonly commentaire: string | null;
  readonly par: number | null;
}

export async function inscrireExamen(tx: Tx, examen: Examen): Promise<void> {
  await tx.query(
    `insert into examen_reorientation (demande_id, instance, le, avis, commentaire, par)
     values ($1, $2, $3, $4, $5, $6)`,
    [examen.demandeId, examen.instance, examen.le, examen.avis, examen.commentaire, examen.par],
  );
  await tx.query("update demande_reorientation set version = version + 1 where id = $1", [
    examen.demandeId,
  ]);
}

interface FinDeDemande {
  readonly etat: "reorientee" | "maintenue" | "sans-objet";
  readonly le: string;
  readonly par: number | null;
  readonly motif: string;
}

export async function cloreDemande(tx: Tx, id: number, fin: FinDeDemande): Promise<void> {
  await tx.query(
    `update demande_reorientation set etat = $2, decidee_le = $3, decidee_par = $4, motif_decision = $5,
       version = version + 1 where id = $1`,
    [id, fin.etat, fin.le, fin.par, fin.motif],
  );
}

/** Demands nobody needs to answer any more: the orientation they spoke of has ended. */
export async function cloreDemandesDe(
  tx: Tx,
  personnes: readonly number[],
  fin: FinDeDemande,
): Promise<void> {
  await tx.query(
    `update demande_reorientation set etat = $2, decidee_le = $3, decidee_par = $4, motif_decision = $5,
       version = version + 1 where personne_id = any($1::int[]) and etat = 'en-instance'`,
    [personnes, fin.etat, fin.le, fin.par, fin.motif],
  );
}
