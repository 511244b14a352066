import type { Tx } from "#platform/db/tx.ts";

/** A run as the screens tell it. */
export interface IntegrationLue {
  readonly id: number;
  readonly fichier: string;
  readonly octets: number;
  readonly nature: "beneficiaires" | "instructions";
  readonly periodicite: string;
  readonly reference: string;
  readonly creeLe: string;
  readonly numeroOrganisme: string | null;
  readonly premierFichier: boolean;
  readonly enregistrements: number;
  readonly annonces: number | null;
  readonly annoncesAnomalie: number | null;
  readonly etat: "en-cours" | "terminee" | "abandonnee";
  readonly position: number;
  readonly lus: number;
  readonly appliques: number;
  readonly crees: number;
  readonly inchanges: number;
  readonly rejetes: number;
  readonly personnes: number;
  readonly avertissements: number;
  readonly absents: number | null;
  readonly totauxConformes: boolean | null;
  readonly commenceeLe: Date;
  readonly termineeLe: Date | null;
  readonly dureeMs: number;
  readonly agentNom: string;
  readonly depot: string | null;
  readonly beneficiaires: number | null;
  readonly entrants: number | null;
  readonly incomplets: number | null;
  /** Rejects nobody has corrected yet. */
  readonly aCorriger: number;
  readonly hote: string;
  readonly processus: number;
  readonly battement_le: Date;
}

const COLONNES = `i.id, i.fichier, i.octets, i.nature, i.periodicite, i.reference, i.organisme_cree_le as "creeLe",
  i.numero_organisme as "numeroOrganisme", i.premier_fichier as "premierFichier", i.enregistrements, i.annonces,
  i.annonces_anomalie as "annoncesAnomalie", i.etat, i.position, i.lus, i.appliques, i.crees, i.inchanges, i.rejetes,
  i.personnes, i.avertissements, i.absents, i.totaux_conformes as "totauxConformes", i.commencee_le as "commenceeLe",
  i.terminee_le as "termineeLe", i.duree_ms as "dureeMs", i.agent_nom as "agentNom", i.depot, i.beneficiaires,
  i.entrants, i.incomplets, i.hote, i.processus, i.battement_le,
  (select count(*) from rejet r where r.integration_id = i.id and r.rejoue_le is null)::int as "aCorriger"`;

export interface DemandeIntegrations {
  readonly nature: "beneficiaires" | "instructions" | null;
  /** Identifier after which the page begins, most recent first. */
  readonly apres: number | null;
  readonly limite: number;
}

export function listerLues(
  tx: Tx,
  { nature, apres, limite }: DemandeIntegrations,
): Promise<IntegrationLue[]> {
  return tx.query<IntegrationLue>(
    `select ${COLONNES} from integration i
     where ($1::text is null or i.nature = $1) and ($2::int is null or i.id < $2)
     order by i.id desc limit $3`,
    [nature, apres, limite],
  );
}

export async function compterIntegrations(tx: Tx, nature: string | null): Promise<number> {
  const [ligne] = await tx.query<{ nombre: number }>(
    "select count(*)::int as nombre from integration where $1::text is null or nature = $1",
    [nature],
  );
  return ligne?.nombre ?? 0;
}

export async function lireUne(tx: Tx, id: number): Promise<IntegrationLue | null> {
  const [ligne] = await tx.query<IntegrationLue>(
    `select ${COLONNES} from integration i where i.id = $1`,
    [id],
  );
  return ligne ?? null;
}

/** The run that ended before this one, of the same kind: what « depuis le dernier fichier » compares with. */
export async function lirePrecedente(
  tx: Tx,
  { id, nature, periodicite }: Pick<IntegrationLue, "id" | "nature" | "periodicite">,
): Promise<{ readonly id: number; readonly reference: string } | null> {
  const [ligne] = await tx.query<{ id: number; reference: string }>(
    `select id, reference from integration
     where id < $1 and nature = $2 and periodicite = $3 and etat = 'terminee' order by id desc limit 1`,
    [id, nature, periodicite],
  );
  return ligne ?? null;
}

/** Monthly files of beneficiaries already taken, most recent first. */
export function listerMensuelles(tx: Tx, limite: number): Promise<IntegrationLue[]> {
  return tx.query<IntegrationLue>(
    `select ${COLONNES} from integration i
     where i.etat = 'terminee' and i.nature = 'beneficiaires' and i.periodicite = 'M'
     order by i.reference desc, i.id desc limit $1`,
    [limite],
  );
}

/** Rejects of the whole département that nobody has corrected yet, by run. */
export function compterRejetsACorriger(tx: Tx): Promise<
  {
    readonly id: number;
    readonly fichier: string;
    readonly reference: string;
    readonly nombre: number;
  }[]
> {
  return tx.query(
    `select i.id, i.fichier, i.reference, count(*)::int as nombre
     from rejet r join integration i on i.id = r.integration_id
     where r.rejoue_le is null group by i.id order by i.id desc limit 5`,
  );
}
