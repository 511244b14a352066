import { z } from "zod";
import { codesNatureAction } from "./domain/contenu.ts";
import { conclusionsBilan, motifsFin, moyensSignature, realisations } from "./domain/libelles.ts";

const id = (message: string) => z.coerce.number({ error: message }).int().positive(message);
const jour = z.iso.date("Écrivez une date existante : jj/mm/aaaa.");
const jourOuRien = z.union([z.literal("").transform(() => null), z.null(), jour]).default(null);
const texte = (vide: string) =>
  z.string().trim().min(1, vide).max(1000, "Écrivez au plus 1 000 caractères.");
const texteOuRien = z.string().trim().max(1000, "Écrivez au plus 1 000 caractères.").default("");
const codeOuRien = z
  .string()
  .trim()
  .nullish()
  .transform((valeur) => valeur || null);
const contratId = id("Choisissez un contrat.");
const revision = z.coerce.number().int().positive();
const nombreDeMois = z.coerce
  .number({ error: "Indiquez un nombre entier de mois." })
  .int("Indiquez un nombre entier de mois.")
  .min(1, "Indiquez au moins un mois.")
  .max(60, "Indiquez au plus 60 mois.");
const heuresOuRien = z
  .union([
    z.literal("").transform(() => null),
    z.null(),
    z.coerce
      .number({ error: "Écrivez un nombre d’heures : 15 ou 7,5." })
      .min(0, "Écrivez un nombre d’heures positif.")
      .max(168, "Une semaine a 168 heures."),
  ])
  .default(null);

const LIGNES_MAX = 40;
const lignes = z
  .array(texteOuRien)
  .transform((toutes) => toutes.filter((ligne) => ligne !== ""))
  .pipe(z.array(z.string()).max(LIGNES_MAX, `Écrivez au plus ${LIGNES_MAX} lignes.`));

const action = z.object({
  libelle: texte("Dites en quoi consiste l’action."),
  nature: z.enum(codesNatureAction as [string, ...string[]], {
    error: "Choisissez la nature de l’action.",
  }) as unknown as z.ZodType<(typeof codesNatureAction)[number]>,
  heures: heuresOuRien,
  collective: z.coerce.boolean().default(false),
  encadree: z.coerce.boolean().default(false),
  jusqua: jourOuRien,
});

export const rienInput = z.object({});
export const personneInput = z.object({ personneId: id("Choisissez une personne.") });
export const preparationInput = z.object({ contratId, revision });

export const redigerInput = z.object({
  personneId: id("Choisissez une personne."),
  nature: texte("Choisissez la nature du contrat."),
});

export const modifierInput = z.object({
  contratId,
  revision,
  contenu: z.discriminatedUnion("section", [
    z.object({
      section: z.literal("duree"),
      debut: jour,
      mois: nombreDeMois,
      bilanMois: nombreDeMois,
      vulnerabilite: codeOuRien,
    }),
    z.object({ section: z.literal("objectifs"), objectifs: lignes }),
    z.object({
      section: z.literal("actions"),
      actions: z.array(action).max(LIGNES_MAX, `Écrivez au plus ${LIGNES_MAX} actions.`),
    }),
    z.object({
      section: z.literal("heures"),
      regime: z.enum(["ordinaire", "reduite", "dispense"], {
        error: "Dites combien d’heures, ou pourquoi il n’y en a pas.",
      }),
      hebdomadaires: heuresOuRien,
      motif: codeOuRien,
      precision: texteOuRien,
    }),
    z.object({
      section: z.literal("engagements"),
      engagementsPersonne: lignes,
      engagementsOrganisme: lignes,
    }),
  ]),
});

export const refuserInput = z.object({
  contratId,
  revision,
  motif: texte("Dites pourquoi le contrat est refusé : le référent le reprend d’après ce motif."),
});

/** Bytes of a scan, told apart by content when they are kept. */
const piece = z.object({ nom: z.string().max(200), octets: z.instanceof(Buffer) }).nullable();

export const signerInput = z.object({
  contratId,
  revision,
  qualite: z.enum(["personne", "referent", "departement"], { error: "Dites qui signe." }),
  nom: texte("Écrivez le nom du signataire."),
  moyen: z.enum(moyensSignature as unknown as ["tablette", "saisie", "papier"], {
    error: "Dites comment le contrat est signé.",
  }),
  le: jour,
  trace: z.string().max(200_000).default(""),
  piece: piece.default(null),
});

export const amenderInput = z.object({
  contratId,
  motif: texte("Dites ce que l’avenant change, et pourquoi."),
});

export const bilanInput = z.object({
  contratId,
  le: jour,
  realisations: z
    .array(z.enum(realisations as unknown as ["oui", "partie", "non"]).nullable())
    .max(LIGNES_MAX),
  conclusion: z.enum(conclusionsBilan as unknown as ["continue"], {
    error: "Dites ce que l’on conclut du bilan.",
  }) as unknown as z.ZodType<(typeof conclusionsBilan)[number]>,
  commentaire: texteOuRien,
  suivantLe: jourOuRien,
  reexamen: z.coerce.boolean().default(false),
});

export const renouvelerInput = z.object({ contratId, mois: nombreDeMois });

export const finirInput = z.object({
  contratId,
  le: jour,
  motif: z.enum(motifsFin as unknown as ["emploi"], {
    error: "Dites pourquoi le contrat prend fin.",
  }) as unknown as z.ZodType<(typeof motifsFin)[number]>,
  precision: texteOuRien,
});

export const derogationInput = z.object({
  contratId,
  code: texte("Choisissez le motif de la dérogation."),
  motif: texte("Écrivez ce qui justifie la dérogation."),
});

export const offreInput = z.object({ contratId, le: jour });

export const repriseInput = z.object({
  contrats: z
    .array(
      z.object({
        personneId: z.number().int().positive(),
        nature: z.string(),
        signeLe: z.iso.date(),
        debut: z.iso.date(),
        /** First day on which it no longer binds. */
        jusqua: z.iso.date().nullable(),
        bilanLe: z.iso.date().nullable().default(null),
      }),
    )
    .max(500_000),
});

export const pieceInput = z.object({ contratId, pieceId: id("Cette pièce n’existe pas.") });
export const versionInput = z.object({ contratId, numero: z.coerce.number().int().positive() });
