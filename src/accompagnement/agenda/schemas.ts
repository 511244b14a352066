import { z } from "zod";
import { modalites, usagesMessage } from "#commun/referentiel";
import { lireHeure } from "./domain/heures.ts";
import { vues } from "./domain/jours.ts";

const id = z.coerce.number({ error: "Choisissez dans la liste." }).int().positive();
const idOuRien = z.preprocess((lu) => (lu === "" ? null : lu), id.nullable().default(null));
const jour = z.iso.date({ error: "Écrivez une date, par exemple 24/11/2026." });
const jourOuRien = z.preprocess((lu) => (lu === "" ? null : lu), jour.nullable().default(null));
const heure = z.string().transform((ecrite, contexte) => {
  const minutes = lireHeure(ecrite);
  if (minutes === null) {
    contexte.addIssue({ code: "custom", message: "Écrivez une heure, par exemple 09:30." });
    return z.NEVER;
  }
  return minutes;
});
const texteOuRien = z.preprocess(
  (lu) => (typeof lu === "string" && lu.trim() === "" ? null : lu),
  z.string().trim().max(2000, "Raccourcissez ce texte.").nullable().default(null),
);
const nom = (message: string) =>
  z.string({ error: message }).trim().min(1, message).max(120, "Raccourcissez ce nom.");
const jourDeSemaine = z.coerce
  .number({ error: "Choisissez un jour." })
  .int()
  .min(1, "Choisissez un jour.")
  .max(7, "Choisissez un jour.");
const version = z.coerce.number().int().positive();
const duree = z.coerce
  .number({ error: "Écrivez une durée en minutes." })
  .int()
  .min(5, "Cinq minutes au moins.")
  .max(480, "Huit heures au plus.");

export const structureInput = z.object({ structureId: id });
export const idInput = z.object({ id });

export const definirLieuInput = z.object({
  id: idOuRien,
  structureId: id,
  nom: nom("Donnez un nom à ce lieu."),
  adresse: texteOuRien,
  codePostal: texteOuRien,
  commune: texteOuRien,
  telephone: texteOuRien,
  acces: texteOuRien,
  version: version.default(1),
});

export const definirSalleInput = z.object({
  lieuId: id,
  nom: nom("Donnez un nom à cette salle."),
  places: z.preprocess(
    (lu) => (lu === "" ? null : lu),
    z.coerce.number().int().positive("Une place au moins.").nullable().default(null),
  ),
});

export const definirHorairesInput = z.object({
  lieuId: id,
  depuis: jour,
  heures: z
    .array(
      z
        .object({ jour: jourDeSemaine, de: heure, a: heure })
        .refine(({ de, a }) => de < a, "L’heure de fin suit l’heure de début."),
    )
    .max(28),
});

export const definirPermanenceInput = z
  .object({
    structureId: id,
    lieuId: id,
    salleId: idOuRien,
    referentId: idOuRien,
    jours: z.array(jourDeSemaine).min(1, "Choisissez un jour au moins."),
    de: heure,
    a: heure,
    duree,
    motifs: z.array(z.string()).min(1, "Choisissez un motif au moins."),
    du: jour,
    au: jourOuRien,
  })
  .refine(({ de, a }) => de < a, { path: ["a"], message: "L’heure de fin suit l’heure de début." })
  .refine(({ de, a, duree: pas }) => a - de >= pas, {
    path: ["duree"],
    message: "Une permanence dure au moins le temps d’un rendez-vous.",
  })
  .refine(({ referentId, salleId }) => referentId !== null || salleId !== null, {
    path: ["referentId"],
    message: "Choisissez un agent, ou une salle.",
  })
  .refine(({ du, au }) => au === null || du <= au, {
    path: ["au"],
    message: "Le dernier jour suit le premier.",
  });

export const fermerPermanencesInput = z.object({
  permanences: z.array(z.object({ id, version })).min(1, "Choisissez un jour au moins."),
  dernierJour: jour,
});
export const suspendrePermanencesInput = z.object({
  permanences: z.array(id).min(1, "Choisissez une permanence."),
  jour,
  motif: texteOuRien,
});

export const lireAgendaInput = z.object({
  structureId: idOuRien,
  referentId: idOuRien,
  vue: z.enum(vues).default("semaine"),
  jour: jourOuRien,
});

const ou = {
  modalite: z.enum(modalites, { error: "Choisissez une modalité." }),
  jour,
  heure,
  referentId: idOuRien,
  salleId: idOuRien,
  lieuId: idOuRien,
};

export const prendreRendezVousInput = z.object({
  structureId: id,
  motif: z.string().min(1, "Choisissez un motif."),
  ...ou,
  duree: z.preprocess((lu) => (lu === "" ? null : lu), duree.nullable().default(null)),
  titre: texteOuRien,
  personnes: z.array(id).max(200).default([]),
  /** Said once the refusal has been read. */
  horsHoraires: z.boolean().default(false),
});

export const deplacerRendezVousInput = z.object({
  id,
  version,
  jour,
  heure,
  referentId: idOuRien,
  salleId: idOuRien,
  motif: texteOuRien,
  horsHoraires: z.boolean().default(false),
});

export const annulerRendezVousInput = z.object({
  id,
  version,
  /** One of the persons expected; everybody when none is said. */
  personneId: idOuRien,
  par: z.enum(["personne", "service"], { error: "Dites qui annule." }),
  motif: z.string().trim().min(1, "Dites pourquoi.").max(500, "Raccourcissez ce motif."),
});

export const noterArriveeInput = z.object({
  id,
  personneId: id,
  arrivee: z.boolean().default(true),
});

export const noterIssueInput = z.object({
  issues: z
    .array(
      z.object({
        rendezVousId: id,
        personneId: id,
        statut: z.enum(["honore", "absent-excuse", "absent-non-excuse"], {
          error: "Dites ce qu’il en a été.",
        }),
        /** The outcome that was read when this one was said. */
        lu: z.preprocess(
          (lu) => (lu === "" ? undefined : lu),
          z.enum(["prevu", "honore", "absent-excuse", "absent-non-excuse"]).optional(),
        ),
        motif: texteOuRien,
      }),
    )
    .min(1, "Notez au moins une issue.")
    .max(5000),
});

export const preparerLotInput = z.object({
  libelle: z.string().max(200),
  personnes: z.array(id).min(1, "Choisissez au moins une personne.").max(5000),
});

export const preparerLotSuiviInput = z.object({
  structureId: id,
  referentId: idOuRien,
  sansRendezVous: z.boolean().default(true),
});

const repartition = {
  id,
  structureId: id,
  motif: z.string().min(1, "Choisissez un motif."),
  du: jour,
  au: jour,
  chezSonReferent: z.boolean().default(true),
};
export const preparerAffectationInput = z.object(repartition);
export const affecterCreneauxInput = z.object({
  ...repartition,
  /** Persons left out by who read the preview. */
  sauf: z.array(id).default([]),
});

export const personneInput = z.object({ personneId: id });
export const jourInput = z.object({
  structureId: idOuRien,
  referentId: idOuRien,
  jour: jourOuRien,
});

export const convoquerInput = z.object({
  rendezVous: z.array(id).min(1).max(5000),
  usage: z.enum(usagesMessage).default("convocation-rendez-vous"),
  /** The day and hour it was at, when it has been moved. */
  avant: texteOuRien,
  canal: z.enum(["auto", "courriel", "sms", "courrier"]).default("auto"),
  /** Convocations already written to one person at this hour, as who sends one more has read them. */
  renvoi: z.coerce.number().int().min(0).default(0),
});

export const abonnerInput = z.object({
  structureId: idOuRien,
  libelle: nom("Donnez un nom à ce calendrier : « Mon téléphone »."),
});
