import { z } from "zod";
import {
  issuesRendezVous,
  type MotifRendezVous,
  modalites,
  type RegleAgenda,
  suitesRendezVous,
} from "./domain/agenda.ts";

const texte = (message: string) => z.string({ error: message }).trim().min(1, message);
const code = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, "un code s’écrit en minuscules");
const heure = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, "une heure s’écrit 08:30");

const motif: z.ZodType<MotifRendezVous> = z.strictObject({
  code,
  libelle: texte("le libellé manque"),
  duree: z.number().int().min(5, "cinq minutes au moins").max(480, "huit heures au plus"),
  modalites: z.array(z.enum(modalites)).min(1, "au moins une modalité est attendue"),
  capacite: z.number().int().min(2).nullable(),
  lieu: z.enum(["structure", "departement", "domicile", "a-distance"]),
  recoit: z.enum(["referent", "structure", "departement"]),
  annonce: texte("l’annonce manque"),
  consigne: z.string(),
  premier: z.boolean(),
  suites: z.array(
    z.strictObject({
      issue: z.enum(issuesRendezVous),
      aPartirDe: z.number().int().min(1),
      suite: z.enum(suitesRendezVous),
    }),
  ),
  texte: texte("le texte source manque"),
  certitude: z.enum(["V", "S", "M", "a-confirmer"]),
});

export const regleAgenda: z.ZodType<RegleAgenda> = z.strictObject({
  motifs: z
    .array(motif)
    .min(1, "au moins un motif est attendu")
    .refine(
      (motifs) => new Set(motifs.map((un) => un.code)).size === motifs.length,
      "deux motifs portent le même code",
    )
    .refine(
      (motifs) =>
        motifs.every((un) => un.modalites.includes("collectif") === (un.capacite !== null)),
      "un motif collectif dit combien de personnes il reçoit, et lui seul",
    ),
  ouverture: z
    .strictObject({
      jours: z.array(z.number().int().min(1).max(7)).min(1, "au moins un jour est attendu"),
      de: heure,
      a: heure,
    })
    .refine(({ de, a }) => de < a, "l’heure de fermeture précède celle d’ouverture"),
  rappelJoursAvant: z.number().int().min(0).max(30),
  preavisCourrier: z.number().int().min(0).max(60),
  titreDesCalendriers: z.enum(["motif", "initiales", "noms"]),
});
