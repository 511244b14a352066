import { createHash } from "node:crypto";
import type { Base } from "#platform/db/tx.ts";

/** What the clock of the machine or chance writes: two demonstrations of the same day differ there and nowhere else. */
const hasards: Readonly<Record<string, readonly string[]>> = {
  agent: ["mot_de_passe", "mot_de_passe_change_le", "cree_le"],
  boite_envoi: ["contenu", "empreinte", "empreinte_destinataire", "cree_le", "identifiant"],
  contrat_pdf: ["imprime_a"],
  courrier_pdf: ["imprime_a"],
  declaration: ["contenu"],
  dossier: ["cree_le"],
  habilitation: ["donnee_le"],
  integration: ["commencee_le", "battement_le", "processus", "terminee_le", "duree_ms"],
  journal: ["le", "empreinte_precedente", "empreinte"],
  message: ["ecrit_le"],
  migration_appliquee: ["appliquee_le"],
  personne: ["nir_chiffre", "nir_empreinte", "cree_le"],
  // Two connections write the periods of a large file at once: their numbers follow who came first, and never show.
  periode_adresse: ["id"],
  periode_devoir: ["id"],
  periode_droit: ["id"],
  periode_famille: ["id"],
  rejet: ["brut"],
};

/** Counters that say something was written, not what. */
const COMPTEURS: ReadonlySet<string> = new Set(["version_donnees"]);

/** Each table of a département in one digest. */
export async function empreintesDesTables(base: Base): Promise<Readonly<Record<string, string>>> {
  return base.transaction(async (tx) => {
    const tables = await tx.query<{ readonly nom: string }>(
      "select tablename as nom from pg_tables where schemaname = current_schema() order by 1",
    );
    const empreintes: Record<string, string> = {};
    for (const { nom } of tables) {
      if (COMPTEURS.has(nom)) continue;
      const lignes = await tx.query<{ readonly ligne: string }>(
        `select (to_jsonb(t) - $1::text[])::text as ligne from "${nom}" t`,
        [[...(hasards[nom] ?? [])]],
      );
      const ordonnees = lignes.map(({ ligne }) => ligne).toSorted();
      const empreinte = createHash("sha256").update(ordonnees.join("\n")).digest("hex");
      empreintes[nom] = `${lignes.length} lignes, ${empreinte.slice(0, 12)}`;
    }
    return empreintes;
  });
}
