import { z } from "zod";
import { type ModeleCourrier, usagesCourrier } from "./domain/courrier.ts";
import { calendriers, type RegleEcheance } from "./domain/echeance.ts";
import {
  type ConditionMatrice,
  classesOrganisme,
  dominantes,
  type Matrice,
  type QuestionDiagnostic,
  type RegleOrientation,
} from "./domain/orientation.ts";

const texte = (message: string) => z.string({ error: message }).trim().min(1, message);
const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/u, "un code sans espace est attendu");
const dominante = z.enum(dominantes, { error: "cette dominante n’existe pas" });
const classe = z.enum(classesOrganisme, { error: "cette classe d’organisme n’existe pas" });
const date = z.iso.date({ error: "une date AAAA-MM-JJ est attendue" });
const certitude = z.enum(["V", "S", "M", "a-confirmer"], {
  error: "la certitude est V, S, M ou a-confirmer",
});

const typeOrientation = z.strictObject({
  code,
  libelle: texte("le libellé manque"),
  parent: code.nullable(),
  dominante,
  classes: z.array(classe),
});

export const regleOrientation: z.ZodType<RegleOrientation> = z
  .strictObject({
    types: z.array(typeOrientation).min(1, "au moins un type d’orientation est attendu"),
    circuit: z.strictObject({
      transmission: z.boolean(),
      dossierCompletExige: z.boolean(),
      contratOrientation: z.boolean(),
      informes: z.array(texte("le destinataire manque")),
      confirmationParReferent: z.boolean(),
      reorientation: z.array(z.strictObject({ code, libelle: texte("le libellé manque") })),
      decideur: texte("le décideur manque"),
    }),
  })
  .refine(
    ({ types }) => new Set(types.map((type) => type.code)).size === types.length,
    "deux types d’orientation portent le même code",
  )
  .refine(
    ({ types }) =>
      types.every(({ parent }) => parent === null || types.some((type) => type.code === parent)),
    "un type d’orientation désigne un parent qui n’existe pas",
  );

const condition: z.ZodType<ConditionMatrice> = z.lazy(() =>
  z.discriminatedUnion("sur", [
    z.strictObject({
      sur: z.literal("age"),
      min: z.number().int().nullable(),
      max: z.number().int().nullable(),
    }),
    z.strictObject({ sur: z.literal("reponse"), question: code, parmi: z.array(code).min(1) }),
    z.strictObject({ sur: z.literal("situation-familiale"), parmi: z.array(code).min(1) }),
    z.strictObject({ sur: z.literal("enfants-a-charge"), min: z.number().int().min(1) }),
    z.strictObject({ sur: z.literal("territoire"), parmi: z.array(texte("le nom manque")).min(1) }),
    z.strictObject({ sur: z.literal("deja-suivi"), classes: z.array(classe).min(1) }),
    z.strictObject({
      sur: z.literal("capacite"),
      type: code,
      resteAuMoins: z.number().int().min(0),
    }),
    z.strictObject({ sur: z.literal("activite"), parmi: z.array(code).min(1) }),
    z.strictObject({ sur: z.literal("toutes"), de: z.array(condition).min(1) }),
    z.strictObject({ sur: z.literal("une-de"), de: z.array(condition).min(1) }),
    z.strictObject({ sur: z.literal("non"), de: condition }),
  ]),
);

const suite = z.strictObject({ dominante, type: code.nullable() });

const regleMatrice = z.strictObject({
  code,
  libelle: texte("le libellé manque"),
  si: condition,
  siDominante: z.array(dominante).min(1).nullable(),
  alors: suite,
  texte: texte("le texte source manque"),
});

const niveaux = z
  .array(
    z.strictObject({
      code,
      libelle: texte("le libellé manque"),
      jusqua: z.number().int().nullable(),
    }),
  )
  .min(1, "au moins un niveau est attendu");

/** The shape only: holes and unreachable cells are found by the rules of the orientation module. */
export const matrice: z.ZodType<Matrice> = z.strictObject({
  version: texte("la version manque"),
  titre: texte("le titre manque"),
  poids: z.array(
    z.strictObject({
      question: code,
      reponse: code,
      axe: z.enum(["emploi", "social"]),
      poids: z
        .number({ error: "un nombre entier est attendu" })
        .int("un nombre entier est attendu"),
      libelle: texte("le libellé manque"),
    }),
  ),
  niveaux: z.strictObject({ emploi: niveaux, social: niveaux }),
  grille: z.array(z.strictObject({ emploi: code, social: code, dominante, type: code.nullable() })),
  avant: z.array(regleMatrice),
  apres: z.array(regleMatrice),
  sansReponse: suite,
});

export const questionDiagnostic: z.ZodType<QuestionDiagnostic> = z.strictObject({
  code,
  theme: texte("le thème manque"),
  libelle: texte("le libellé manque"),
  multiple: z.boolean(),
  reponses: z.record(code, texte("le libellé de la réponse manque")),
  exclusives: z.array(code),
  critereOrientation: z.string().nullable(),
  texte: texte("le texte source manque"),
  certitude,
});

export const regleEcheance: z.ZodType<RegleEcheance> = z.strictObject({
  code,
  libelle: texte("le libellé manque"),
  pour: z.enum(["gestionnaire", "responsable", "referent"]),
  depart: code,
  accompli: code,
  eteint: z.array(code),
  delai: z.strictObject({
    nombre: z.number().int().min(0),
    unite: z.enum(["jours", "jours-ouvres", "semaines", "mois"]),
    report: z.enum(["aucun", "jour-ouvre-suivant"]),
  }),
  depuis: date,
  jusqua: date.nullable(),
  texte: texte("le texte source manque"),
  certitude,
});

export const calendrier = z.enum(calendriers, { error: "ce calendrier n’existe pas" });

const bloc = z.discriminatedUnion("nature", [
  z.strictObject({ nature: z.literal("paragraphe"), texte: texte("le paragraphe est vide") }),
  z.strictObject({ nature: z.literal("titre"), texte: texte("le titre est vide") }),
  z.strictObject({
    nature: z.literal("liste"),
    lignes: z.array(texte("une ligne de la liste est vide")).min(1, "la liste est vide"),
  }),
  z.strictObject({ nature: z.literal("encadre"), texte: texte("l’encadré est vide") }),
  z.strictObject({
    nature: z.literal("si"),
    champ: texte("le champ manque"),
    texte: texte("le texte est vide"),
  }),
]);

export const modeleCourrier: z.ZodType<ModeleCourrier> = z.strictObject({
  code,
  titre: texte("le titre manque"),
  usage: z.enum(usagesCourrier, { error: "cet usage n’existe pas" }),
  expediteur: z.strictObject({
    lignes: z.array(texte("une ligne de l’expéditeur est vide")).min(1, "l’expéditeur manque"),
    lieu: texte("le lieu manque"),
    contact: z.array(texte("une ligne du contact est vide")),
  }),
  objet: texte("l’objet manque"),
  blocs: z.array(bloc).min(1, "au moins un bloc est attendu"),
  recours: z.array(texte("un paragraphe des voies de recours est vide")),
  signature: texte("la signature manque"),
  copies: z.array(texte("le destinataire manque")),
  texte: texte("le texte source manque"),
});
