import { z } from "zod";
import type { RegleParcours } from "./domain/parcours.ts";

const texte = (message: string) => z.string({ error: message }).trim().min(1, message);
const code = z.string().regex(/^[a-z0-9][a-z0-9-]*$/u, "un code sans espace est attendu");
const mois = z.number({ error: "un nombre de mois est attendu" }).int().min(1).max(120);
const personnes = z.number({ error: "un nombre de personnes est attendu" }).int().min(1).max(500);
const libelle = texte("le libellé manque");

const sourcee = {
  texte: texte("le texte source manque"),
  certitude: z.enum(["V", "S", "M", "a-confirmer"], {
    error: "la certitude est V, S, M ou a-confirmer",
  }),
};

const duree = z
  .strictObject({
    mois: mois.nullable(),
    minimumMois: mois.nullable(),
    renouvellements: z.number().int().min(0).max(20).nullable(),
    moisRenouveles: mois.nullable(),
    plafondMois: mois.nullable(),
    ...sourcee,
  })
  .refine(
    ({ mois: initiale, plafondMois }) =>
      plafondMois === null || (initiale !== null && initiale <= plafondMois),
    "la durée dépasse son plafond",
  );

const charge = z.strictObject({
  parEtp: personnes,
  territoires: z.array(
    z.strictObject({ nom: texte("le nom du territoire manque"), parEtp: personnes }),
  ),
  ...sourcee,
});

const nature = z.strictObject({ code, libelle });

const accompagnement = z.strictObject({
  code,
  libelle,
  types: z.array(code).min(1, "au moins un type d’orientation est attendu"),
  parDefaut: z.boolean(),
  commence: z.enum(["designation", "contrat"]),
  duree,
  suspensions: z.array(nature),
  derogations: z.array(
    z.strictObject({
      code,
      libelle,
      ageMinimum: z.number().int().min(16).max(80).nullable(),
      preuveExigee: z.boolean(),
    }),
  ),
  frequence: z
    .strictObject({
      fois: z.number().int().min(1).max(10),
      par: z.enum(["semaine", "mois"]),
      ...sourcee,
    })
    .nullable(),
  charge: charge.nullable(),
  fin: texte("ce qui se passe à la fin manque"),
});

export const regleParcours: z.ZodType<RegleParcours> = z
  .strictObject({
    accompagnements: z.array(accompagnement).min(1, "au moins une règle est attendue"),
    charge,
    manquements: z.array(nature).min(1, "au moins un engagement est attendu"),
    absencesAExaminer: z.array(code),
    soutiens: z.array(nature).min(1, "au moins une nature de soutien est attendue"),
  })
  .superRefine(({ accompagnements }, verification) => {
    const parDefaut = accompagnements.flatMap((regle) => (regle.parDefaut ? regle.types : []));
    const codes = accompagnements.map((regle) => regle.code);
    for (const [quoi, valeurs] of [
      ["règle par défaut", parDefaut],
      ["code de règle", codes],
    ] as const) {
      const double = valeurs.find((valeur, rang) => valeurs.indexOf(valeur) !== rang);
      if (double !== undefined) {
        verification.addIssue({ code: "custom", message: `${quoi} en double : ${double}` });
      }
    }
  });
