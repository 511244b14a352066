import { definirLieu, definirPermanence } from "#accompagnement/agenda";
import { unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { lignes } from "./foyers-inscrits.ts";
import { orienter, ouvrir, unePopulation } from "./orientation.ts";

export interface EquipeEssai {
  readonly structureId: number;
  readonly referents: readonly number[];
  readonly lieuId: number;
  /** Followed by the structure, in the order of their ids. */
  readonly personnes: readonly { readonly id: number; readonly referentId: number }[];
}

/** A structure of two référents who follow these persons, and receive every Tuesday morning. */
export async function uneEquipe(
  deps: Deps,
  prenoms: readonly string[] = ["Anne", "Ben", "Cleo"],
): Promise<EquipeEssai> {
  const { id: structureId, referents } = await ouvrir(deps, {
    nom: "Maison des solidarités",
    referents: [
      { nom: "Parcours", places: 60 },
      { nom: "Chemin", places: 60 },
    ],
  });
  await unePopulation(deps, prenoms);
  await orienter(deps);
  const agent = unAgent();
  const { id: lieuId } = await definirLieu.execute(deps, agent, { structureId, nom: "Accueil" });
  for (const referentId of referents) {
    await definirPermanence.execute(deps, agent, {
      ...{ structureId, lieuId, referentId },
      jours: [2],
      de: "09:00",
      a: "12:00",
      duree: 60,
      motifs: ["premier-rendez-vous", "entretien-suivi"],
      du: "2026-01-01",
    });
  }
  const personnes = await lignes<{ id: number; referentId: number }>(
    deps,
    `select personne_id as id, referent_id as "referentId" from situation_personne
     where structure_id = ${structureId} order by personne_id`,
  );
  return { structureId, referents, lieuId, personnes };
}
