import type { Tx } from "#platform/db/tx.ts";
import { DomainError } from "#platform/errors/domain-error.ts";

export interface FicheAgent {
  readonly id: number;
  readonly identifiant: string;
  readonly nom: string;
  readonly prenom: string;
  readonly courriel: string | null;
  readonly creeLe: Date;
  readonly fermeLe: Date | null;
  readonly secondFacteur: boolean;
  readonly motDePasseProvisoire: boolean;
  readonly version: number;
}

export interface CompteAgent extends FicheAgent {
  readonly motDePasse: string;
}

export interface LigneAgent {
  readonly id: number;
  readonly identifiant: string;
  readonly nom: string;
  readonly prenom: string;
  readonly fermeLe: Date | null;
  readonly roles: readonly string[];
  readonly vuLe: Date | null;
}

const FICHE = `agent.id, identifiant, nom, prenom, courriel, cree_le AS "creeLe", ferme_le AS "fermeLe", version,
  mot_de_passe_provisoire AS "motDePasseProvisoire",
  EXISTS (SELECT FROM second_facteur s WHERE s.agent_id = agent.id AND confirme_le IS NOT NULL) AS "secondFacteur"`;

export async function trouverAgent(tx: Tx, id: number): Promise<FicheAgent> {
  const [fiche] = await tx.query<FicheAgent>(`SELECT ${FICHE} FROM agent WHERE id = $1`, [id]);
  return fiche ?? agentIntrouvable();
}

export async function trouverCompte(tx: Tx, id: number): Promise<CompteAgent> {
  const [compte] = await tx.query<CompteAgent>(
    `SELECT ${FICHE}, mot_de_passe AS "motDePasse" FROM agent WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return compte ?? agentIntrouvable();
}

export async function trouverCompteOuvert(
  tx: Tx,
  identifiant: string,
): Promise<CompteAgent | undefined> {
  const [compte] = await tx.query<CompteAgent>(
    `SELECT ${FICHE}, mot_de_passe AS "motDePasse" FROM agent WHERE identifiant = $1 AND ferme_le IS NULL`,
    [identifiant],
  );
  return compte;
}

export interface NouvelAgent {
  readonly identifiant: string;
  readonly nom: string;
  readonly prenom: string;
  readonly courriel: string | null;
  readonly motDePasse: string;
  readonly provisoire: boolean;
}

export async function insererAgent(tx: Tx, agent: NouvelAgent, now: Date): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO agent (identifiant, nom, prenom, courriel, mot_de_passe, mot_de_passe_provisoire, mot_de_passe_change_le, cree_le)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7)
     ON CONFLICT (identifiant) DO NOTHING RETURNING id`,
    [
      agent.identifiant,
      agent.nom,
      agent.prenom,
      agent.courriel,
      agent.motDePasse,
      agent.provisoire,
      now,
    ],
  );
  return row?.id ?? identifiantPris(agent.identifiant);
}

export interface ModificationAgent {
  readonly id: number;
  readonly version: number;
  readonly nom: string;
  readonly prenom: string;
  readonly courriel: string | null;
}

/** Writes only over the version that was read. */
export async function modifierFiche(tx: Tx, fiche: ModificationAgent): Promise<FicheAgent> {
  const written = await tx.query(
    `UPDATE agent SET nom = $3, prenom = $4, courriel = $5, version = version + 1
     WHERE id = $1 AND version = $2 RETURNING id`,
    [fiche.id, fiche.version, fiche.nom, fiche.prenom, fiche.courriel],
  );
  const actuelle = await trouverAgent(tx, fiche.id);
  if (written.length > 0) return actuelle;
  throw new DomainError(
    "agent.conflit",
    "Cette fiche a été modifiée par quelqu’un d’autre pendant votre saisie. Comparez, puis enregistrez à nouveau.",
    { actuelle },
  );
}

export async function ecrireMotDePasse(
  tx: Tx,
  agentId: number,
  motDePasse: string,
  provisoire: boolean,
  now: Date,
): Promise<void> {
  await tx.query(
    `UPDATE agent SET mot_de_passe = $2, mot_de_passe_provisoire = $3, mot_de_passe_change_le = $4 WHERE id = $1`,
    [agentId, motDePasse, provisoire, now],
  );
}

export async function fermerAgent(tx: Tx, agentId: number, now: Date): Promise<void> {
  await tx.query(
    "UPDATE agent SET ferme_le = $2, version = version + 1 WHERE id = $1 AND ferme_le IS NULL",
    [agentId, now],
  );
}

export interface FiltreAgents {
  readonly recherche: string;
  readonly fermes: boolean;
  readonly apres: number | null;
  readonly limite: number;
}

export async function pageAgents(
  tx: Tx,
  filtre: FiltreAgents,
  jour: string,
): Promise<readonly LigneAgent[]> {
  return tx.query<LigneAgent>(
    `SELECT agent.id, identifiant, nom, prenom, ferme_le AS "fermeLe",
       ARRAY(SELECT DISTINCT role FROM habilitation h
             WHERE h.agent_id = agent.id AND h.periode @> $5::date ORDER BY role) AS roles,
       (SELECT max(vue_le) FROM session s WHERE s.agent_id = agent.id) AS "vuLe"
     FROM agent
     WHERE (ferme_le IS NOT NULL) = $2
       AND ($1 = '' OR strpos(lower(nom || ' ' || prenom || ' ' || identifiant || ' ' || nom), lower($1)) > 0)
       AND ($3::integer IS NULL OR (nom, prenom, id) > (SELECT nom, prenom, id FROM agent WHERE id = $3))
     ORDER BY nom, prenom, id LIMIT $4`,
    [filtre.recherche, filtre.fermes, filtre.apres, filtre.limite, jour],
  );
}

export interface AgentNomme {
  readonly id: number;
  /** « Parcours Rose (referente) » */
  readonly nom: string;
}

export function nomsDesAgents(tx: Tx): Promise<readonly AgentNomme[]> {
  return tx.query<AgentNomme>(
    `SELECT id, nom || ' ' || prenom || ' (' || identifiant || ')' AS nom FROM agent
     WHERE ferme_le IS NULL ORDER BY nom, prenom, id`,
  );
}

/** Names of these accounts, the closed ones too. */
export async function lireNomsDesAgents(
  tx: Tx,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map();
  const agents = await tx.query<AgentNomme>(
    "SELECT id, prenom || ' ' || nom AS nom FROM agent WHERE id = ANY($1::int[])",
    [ids],
  );
  return new Map(agents.map(({ id, nom }) => [id, nom]));
}

function agentIntrouvable(): never {
  throw new DomainError("agent.introuvable", "Cet agent n’existe pas.");
}

function identifiantPris(identifiant: string): never {
  const message = `L’identifiant « ${identifiant} » est déjà pris : choisissez-en un autre.`;
  throw new DomainError("saisie.invalide", message, { champs: { identifiant: message } });
}
