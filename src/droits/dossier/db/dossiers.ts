import type { Tx } from "#platform/db/tx.ts";

export interface CleDossier {
  readonly numeroDemande: string;
  readonly matricule: string;
  readonly organisme: string;
  readonly numeroOrganisme: string;
}

export interface DossierConnu extends CleDossier {
  readonly id: number;
  readonly empreinteBeneficiaires: Buffer | null;
  readonly empreinteInstruction: Buffer | null;
}

/**
 * The dossiers that carry these claim numbers. One number may be carried by two dossiers of two
 * households (the CNAF sample does it): the matricule and the organism tell them apart.
 */
export async function lireDossiersParDemande(
  tx: Tx,
  numeros: readonly string[],
): Promise<readonly DossierConnu[]> {
  if (numeros.length === 0) return [];
  const lignes = await tx.query<{
    id: number;
    numero_demande: string;
    matricule: string;
    organisme: string;
    numero_organisme: string;
    empreinte_beneficiaires: Buffer | null;
    empreinte_instruction: Buffer | null;
  }>(
    `select id, numero_demande, matricule, organisme, numero_organisme, empreinte_beneficiaires, empreinte_instruction
     from dossier where numero_demande = any($1::text[])`,
    [numeros],
  );
  return lignes.map((ligne) => ({
    id: ligne.id,
    numeroDemande: ligne.numero_demande,
    matricule: ligne.matricule,
    organisme: ligne.organisme,
    numeroOrganisme: ligne.numero_organisme,
    empreinteBeneficiaires: ligne.empreinte_beneficiaires,
    empreinteInstruction: ligne.empreinte_instruction,
  }));
}

/**
 * Open dossiers of the organisms a monthly file speaks for, those of the dossiers it named: what it left
 * out. The CAF says nothing of the dossiers of the MSA, nor the reverse.
 */
export async function lireDossiersOuverts(
  tx: Tx,
  nommes: readonly number[],
): Promise<readonly number[]> {
  const lignes = await tx.query<{ dossier_id: number }>(
    `select r.dossier_id from periode_droit r join dossier d on d.id = r.dossier_id
     where r.jusqua is null and r.remplace_le is null and r.etat in ('2', '3', '4')
       and (d.organisme, d.numero_organisme) in
         (select distinct organisme, numero_organisme from dossier where id = any($1::int[]))
     order by r.dossier_id`,
    [nommes],
  );
  return lignes.map(({ dossier_id }) => dossier_id);
}
