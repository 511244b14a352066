import { createHash } from "node:crypto";
import { lireRejet, rejouerRejet } from "#droits/flux-caf";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Agent, Deps } from "#platform/usecase/define-use-case.ts";
import { lireFoyer } from "../lecture/lire-foyer.ts";
import { exigerPersonnesDistinctes } from "./exiger-personnes-distinctes.ts";
import { regard } from "./importer-flux.ts";
import { exigerDepartement, exigerDroit } from "./preparer-lot.ts";

interface Correction {
  readonly rejetId: number;
  /** The version the agent had before her eyes. */
  readonly version: number;
  readonly texte: string;
}

/**
 * Takes a rejected record again, as somebody corrected it: the same reading and the same checks as in the file.
 * @throws DomainError `enregistrement.*` when it is still wrong, `rejet.conflit` when somebody was quicker
 */
export async function rejouer(
  deps: Deps,
  agent: Agent,
  { rejetId, version, texte }: Correction,
): Promise<{ readonly dossierId: number; readonly avertissements: number }> {
  const rejet = await lireRejet.execute(deps, agent, { rejetId });
  if (rejet.version !== version || rejet.rejoueLe !== null) throw dejaRejoue(rejetId);
  const { foyer, balisesInconnues } = lireFoyer(texte, rejet.nature);
  exigerDepartement(foyer.departement, deps.base.departement.code);
  exigerDroit(rejet.nature, (foyer.droit?.etat ?? "") !== "");
  exigerPersonnesDistinctes(foyer);
  const { dossierId, avertissements } = await rejouerRejet.execute(deps, agent, {
    rejetId,
    version,
    texte,
    foyer: {
      foyer,
      balisesInconnues,
      empreinte: createHash("sha256").update(texte, "utf8").digest(),
      brut: () => texte,
    },
    integration: {
      id: rejet.integrationId,
      nature: rejet.nature,
      periodicite: rejet.periodicite,
      reference: rejet.reference,
      premierFichier: rejet.premierFichier,
      ...(await regard(deps)),
    },
  });
  return { dossierId, avertissements: avertissements.length };
}

function dejaRejoue(rejet: number): DomainError {
  return new DomainError(
    "rejet.conflit",
    "Ce rejet a été corrigé ou rejoué par quelqu’un d’autre pendant que vous l’aviez sous les yeux. Votre texte n’a rien écrit : ouvrez la version à jour.",
    { rejet },
  );
}
