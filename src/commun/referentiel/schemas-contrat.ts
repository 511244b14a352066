import { z } from "zod";
import { type NatureContrat, qualitesSignataire, type RegleContrats } from "./domain/contrat.ts";
import { classesOrganisme } from "./domain/orientation.ts";

const texte = (message: string) => z.string({ error: message }).trim().min(1, message);
const code = z.string().regex(/^[a-z][a-z0-9-]*$/u, "un code sans espace ni majuscule est attendu");
const date = z.iso.date({ error: "une date AAAA-MM-JJ est attendue" });
const mois = z.number({ error: "un nombre de mois est attendu" }).int().min(1);
const source = {
  texte: texte("le texte source manque"),
  certitude: z.enum(["V", "S", "M", "a-confirmer"], {
    error: "la certitude est V, S, M ou a-confirmer",
  }),
};
const motif = z.strictObject({ code, libelle: texte("le libellé du motif manque") });
const valeur = <Valeur extends z.ZodType>(schema: Valeur) =>
  z.strictObject({ valeur: schema, ...source });

const nature: z.ZodType<NatureContrat> = z
  .strictObject({
    code,
    libelle: texte("le libellé manque"),
    court: texte("le libellé court manque"),
    du: date,
    au: date.nullable(),
    repris: z.boolean(),
    signataires: z.array(z.enum(qualitesSignataire, { error: "ce signataire n’existe pas" })),
    validation: z.boolean(),
    duree: z.strictObject({
      min: mois,
      max: mois.nullable(),
      defaut: mois,
      renouvellements: z.number().int().min(0).nullable(),
      totalMax: mois.nullable(),
      ...source,
    }),
    derogations: z.array(
      z.strictObject({
        code,
        libelle: texte("le libellé de la dérogation manque"),
        totalMax: mois.nullable(),
        ...source,
      }),
    ),
    heures: z
      .strictObject({
        minimum: z.number().min(1, "un minimum d’heures est attendu"),
        motifsReduction: z.array(motif).min(1, "au moins un motif est attendu"),
        motifsDispense: z.array(motif).min(1, "au moins un motif est attendu"),
        ...source,
      })
      .nullable(),
    bilanTousLesMois: mois,
    offreRaisonnable: z.boolean(),
    aRemplacer: z.boolean(),
    ...source,
  })
  .refine(
    ({ repris, signataires }) => repris || signataires.includes("personne"),
    "un contrat signé ici l’est au moins par la personne",
  )
  .refine(
    ({ duree }) => duree.defaut >= duree.min && (duree.max === null || duree.defaut <= duree.max),
    "la durée proposée sort des bornes de la durée",
  );

export const regleContrats: z.ZodType<RegleContrats> = z
  .strictObject({
    natures: z.array(nature).min(1, "au moins une nature de contrat est attendue"),
    stock: valeur(date),
    delaiDuTaux: valeur(mois),
    seuil: valeur(z.number().min(0).max(100, "un pourcentage est attendu")),
    internes: valeur(z.array(z.enum(classesOrganisme, { error: "cette classe n’existe pas" }))),
    droitClos: valeur(texte("ce qui suit un droit clos manque")),
    droitsEtRecours: valeur(z.array(texte("un paragraphe des droits est vide")).min(1)),
    vulnerabilites: z.array(motif),
  })
  .refine(
    ({ natures }) => new Set(natures.map((une) => une.code)).size === natures.length,
    "deux natures de contrat portent le même code",
  );
