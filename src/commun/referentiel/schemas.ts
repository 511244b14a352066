import { z } from "zod";
import { contrastProblem } from "#platform/ui/theme.ts";
import { codesCompletude, type Referentiel } from "./domain/referentiel.ts";
import { regleAgenda } from "./schemas-agenda.ts";
import { regleContrats } from "./schemas-contrat.ts";
import { freinsLeves, naturesFrein, themesSituation } from "./schemas-entretien.ts";
import { regleMessages } from "./schemas-message.ts";
import { programmeOffre } from "./schemas-offre.ts";
import {
  calendrier,
  matrice,
  modeleCourrier,
  questionDiagnostic,
  regleEcheance,
  regleOrientation,
} from "./schemas-orientation.ts";
import { regleParcours } from "./schemas-parcours.ts";

const texte = (message: string) => z.string({ error: message }).trim().min(1, message);
const date = z.iso.date({ error: "une date AAAA-MM-JJ est attendue" });
const certitude = z.enum(["V", "S", "M", "a-confirmer"], {
  error: "la certitude est V, S, M ou a-confirmer",
});
const source = texte("le texte source manque");

const valeurDatee = <Valeur extends z.ZodType>(valeur: Valeur) =>
  z.strictObject({ depuis: date, valeur, texte: source, certitude });

const parametre = <Valeur extends z.ZodType>(valeur: Valeur) => {
  const version = valeurDatee(valeur);
  return z
    .tuple([version], version, { error: "au moins une valeur est attendue" })
    .refine(
      (versions) => versions.every((v, i) => i === 0 || (versions[i - 1]?.depuis ?? "") < v.depuis),
      "les valeurs doivent se suivre, de la plus ancienne à la plus récente",
    );
};

const couleur = z.string().superRefine((valeur, verification) => {
  const probleme = contrastProblem(valeur);
  if (probleme !== null) verification.addIssue({ code: "custom", message: probleme });
});

const mot = texte("ce mot du vocabulaire manque");

const vocabulaire = z.strictObject({
  personne: mot,
  referent: mot,
  territoire: mot,
  territoires: mot,
  gestionnaire: mot,
  responsableTerritorial: mot,
  commission: mot,
  contrat: mot,
});

const regleCompletude = z.strictObject({
  code: z.enum(codesCompletude, { error: "ce code de complétude n’existe pas" }),
  libelle: texte("le libellé manque"),
  roles: z
    .array(z.enum(["DEM", "CJT", "ENF", "AUT", "RDO"]))
    .min(1, "au moins un rôle est attendu"),
  etats: z.array(z.string().regex(/^[0-6]$/u)).min(1, "au moins un état est attendu"),
  population: z.enum(["tous", "soumis-droits-devoirs", "nouveaux-entrants"]),
  depuis: date,
  jusqua: date.nullable(),
  texte: source,
  certitude,
});

const territoire = z
  .strictObject({
    nom: texte("le nom du territoire manque"),
    communes: z.array(z.string().regex(/^\d[\dAB]\d{3}$/u, "un code de commune a cinq caractères")),
    epci: z.array(z.string().regex(/^\d{9}$/u, "un code d’EPCI a neuf chiffres")),
    arrondissements: z.array(
      z
        .string()
        .regex(/^\d[\dAB]\d{1,2}$/u, "un code d’arrondissement a trois ou quatre caractères"),
    ),
  })
  .refine(
    ({ communes, epci, arrondissements }) =>
      communes.length + epci.length + arrondissements.length > 0,
    "ce territoire ne désigne aucune commune",
  );

const beneficiaire = z.strictObject({
  etats: z.array(z.string().regex(/^[0-6]$/u)).min(1, "au moins un état est attendu"),
  motifsEtat4: z.array(z.string().regex(/^[0-9A-Z]{2}$/u)),
  soumisDroitsDevoirs: z.boolean(),
});

export const schemaReferentiel: z.ZodType<Referentiel> = z.strictObject({
  nom: z.string().regex(/^[a-z-]+-\d{4}$/u, "le nom s’écrit departement-annee"),
  titre: texte("le titre manque"),
  departement: z.strictObject({
    code: z
      .string()
      .regex(/^(?:\d{2}|2[AB]|9[78]\d)$/u, "le code du département est celui de l’INSEE"),
    nom: texte("le nom du département manque"),
    avecArticle: texte("le nom avec son article manque"),
  }),
  document: z.strictObject({
    titre: texte("le titre du document source manque"),
    fichier: texte("le fichier du document source manque"),
  }),
  vocabulaire: parametre(vocabulaire),
  couleurs: parametre(z.strictObject({ principale: couleur, secondaire: couleur })),
  completude: z.array(regleCompletude).min(1, "au moins une règle de complétude est attendue"),
  territoires: parametre(z.array(territoire).min(1, "au moins un territoire est attendu")),
  beneficiaire: parametre(beneficiaire),
  arriveeMensuelle: parametre(
    z
      .number({ error: "un jour du mois est attendu" })
      .int()
      .min(1)
      .max(28, "un jour de 1 à 28 est attendu"),
  ),
  orientation: parametre(regleOrientation),
  diagnostic: parametre(z.array(questionDiagnostic).min(1, "au moins une question est attendue")),
  matrice: parametre(matrice),
  echeances: z.array(regleEcheance),
  joursFeries: parametre(calendrier),
  courriers: parametre(z.array(modeleCourrier)),
  agenda: parametre(regleAgenda),
  contrats: parametre(regleContrats),
  offre: parametre(programmeOffre),
  entretien: z.strictObject({
    themes: parametre(themesSituation),
    naturesFrein: parametre(naturesFrein),
    freinsLeves: parametre(freinsLeves),
  }),
  messages: parametre(regleMessages),
  parcours: parametre(regleParcours),
});
