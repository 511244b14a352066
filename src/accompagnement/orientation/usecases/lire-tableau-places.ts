import { z } from "zod";
import { listerStructures, typesDecidables } from "#commun/structure";
import { civilDay } from "#platform/clock/civil-day.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lireChargesDuReseau } from "../db/charges.ts";
import { lireHistoriqueCharges } from "../db/historique-charges.ts";
import { composerTableau, type TableauDesPlaces } from "../domain/tableau-places.ts";
import { porteeDesListes } from "./compter-charges.ts";

const MOIS = 6;

const filtre = z.object({
  territoireId: z.coerce.number().int().positive().nullable().default(null),
  type: z.string().default(""),
});

/** Structures × types of the reader's perimeter: followed, places, trend, arrivals. Counts only. */
export const lireTableauPlaces = defineUseCase<typeof filtre, TableauDesPlaces>({
  name: "orientation.lire-tableau-places",
  input: filtre,
  droit: "structure:lire",
  nature: "lecture",
  trace: null,
  async run(context, { territoireId, type }) {
    const { tx, agent, now, departement } = context;
    const le = civilDay(now);
    const structures = await listerStructures.run(context, {
      texte: "",
      classe: "",
      fermees: false,
      territoireId,
      type,
    });
    const { structures: charges } = await lireChargesDuReseau(tx, porteeDesListes(agent));
    const aujourdhui = new Map<number, number>();
    for (const { structureId, suivies, ...charge } of charges) {
      if (type !== "" && charge.type !== type) continue;
      aujourdhui.set(structureId, (aujourdhui.get(structureId) ?? 0) + suivies);
    }
    const types = typesDecidables(departement.referentiel, le)
      .filter(({ code }) => type === "" || code === type)
      .map(({ code, chemin, dominante }) => ({ code, libelle: chemin, dominante }));
    const historique = await lireHistoriqueCharges(
      tx,
      { mois: debutsDeMois(le, MOIS), type },
      aujourdhui,
    );
    return composerTableau(structures, types, charges, historique);
  },
});

/** First days of the months before this one and of this one, oldest first. */
function debutsDeMois(le: string, nombre: number): readonly string[] {
  const [annee = 0, mois = 1] = le.split("-").map(Number);
  return Array.from({ length: nombre }, (_, rang) =>
    new Date(Date.UTC(annee, mois - nombre + rang, 1)).toISOString().slice(0, 10),
  );
}
