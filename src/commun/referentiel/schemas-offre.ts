import { z } from "zod";
import {
  type AxeOffre,
  categoriesJuridiques,
  classesSortie,
  contractualisations,
  denominateursResultat,
  type FicheAction,
  type LigneSortie,
  naturesSortie,
  numerateursResultat,
  type ProgrammeOffre,
} from "./domain/offre.ts";
import { classesOrganisme, dominantes } from "./domain/orientation.ts";

const texte = (message: string) => z.string({ error: message }).trim().min(1, message);
const code = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/u, "un code sans espace ni majuscule est attendu");
const codes = z.array(code);
const source = {
  texte: texte("le texte source manque"),
  certitude: z.enum(["V", "S", "M", "a-confirmer"], {
    error: "la certitude est V, S, M ou a-confirmer",
  }),
};
const valeur = <Valeur extends z.ZodType>(schema: Valeur) =>
  z.strictObject({ valeur: schema, ...source });
const choix = z.strictObject({ code, libelle: texte("le libellé manque") });
const mois = z.number({ error: "un nombre de mois est attendu" }).int().min(1);
const jours = z.number({ error: "un nombre de jours est attendu" }).int();
const part = z.strictObject({ n: z.number().int().min(0), d: z.number().int().min(1) });
const categorie = z.enum(categoriesJuridiques, { error: "cette catégorie juridique n’existe pas" });

const axe: z.ZodType<AxeOffre> = z.strictObject({
  code,
  numero: texte("le numéro de l’axe manque"),
  libelle: texte("le libellé de l’axe manque"),
  objectif: texte("l’objectif de l’axe manque"),
  domaine: z.enum(["professionnel", "social"]),
});

const resultat = z.strictObject({
  code,
  libelle: texte("le libellé du résultat manque"),
  numerateur: z.enum(numerateursResultat, { error: "ce numérateur n’existe pas" }),
  denominateur: z.enum(denominateursResultat, { error: "ce dénominateur n’existe pas" }),
  cible: part.nullable(),
  types: codes.nullable(),
  sousReserveOrientation: z.boolean(),
});

const fiche: z.ZodType<FicheAction> = z.strictObject({
  code,
  numero: texte("le numéro de la fiche manque"),
  axe: code,
  libelle: texte("le libellé de la fiche manque"),
  court: texte("le libellé court manque"),
  objectifs: z.array(texte("un objectif est vide")).min(1, "au moins un objectif est attendu"),
  actionsAttendues: z.array(texte("une action attendue est vide")),
  contractualisation: z.strictObject({
    nature: z.enum(contractualisations, { error: "cette contractualisation n’existe pas" }),
    texte: texte("le texte de la contractualisation manque"),
  }),
  modalites: z.strictObject({
    duree: texte("ce que la fiche dit de la durée manque"),
    frequence: texte("ce que la fiche dit de la fréquence manque"),
    suite: texte("ce que la fiche dit de la suite manque"),
  }),
  articulations: z.array(texte("une articulation est vide")),
  duree: z.strictObject({
    minMois: mois.nullable(),
    maxMois: mois.nullable(),
    renouvellements: z.number().int().min(0).nullable(),
    suspenduePar: z.array(z.enum(["formation", "arret"])),
    exceptions: z.array(choix),
  }),
  rythme: z
    .strictObject({
      minimum: z.number().int().min(1),
      par: z.enum(["semaine", "mois"]),
      presentiel: z.boolean(),
    })
    .nullable(),
  suivi: z
    .strictObject({
      mois,
      depuis: z.enum(["emploi", "formation-ou-emploi", "fin-de-contrat"]),
      texte: texte("le texte du suivi manque"),
    })
    .nullable(),
  publics: z.array(texte("un public est vide")).min(1, "au moins un public est attendu"),
  publicsPrioritaires: z.array(texte("un public est vide")),
  freins: codes,
  dominantes: z.array(z.enum(dominantes)).min(1, "au moins une dominante est attendue"),
  comptage: z.strictObject({
    mode: z.enum(["file-active-mensuelle", "annuel"]),
    base: z.number().int().min(1).nullable(),
  }),
  prix: z.discriminatedUnion("nature", [
    z.strictObject({
      nature: z.literal("forfait"),
      lignes: z
        .array(
          z.strictObject({
            categories: z.union([z.array(categorie).min(1), z.literal("toutes")]),
            centimes: z.number().int().min(1),
            places: z.number().int().min(1),
          }),
        )
        .min(1, "au moins un forfait est attendu"),
    }),
    z.strictObject({ nature: z.literal("negocie") }),
  ]),
  resultats: z.array(resultat),
  criteres: z.array(texte("un critère est vide")),
  socle: z.enum(["sejour", "entree"]),
  adosseeA: code.nullable(),
  types: z.array(choix),
  gardeLeSuivi: z.boolean(),
  ...source,
});

const sortie: z.ZodType<LigneSortie> = z.strictObject({
  code,
  natures: z.union([z.array(z.enum(naturesSortie)).min(1), z.literal("toutes")]),
  siae: z.boolean().nullable(),
  duree: z.enum(["plus", "egale", "moins", "inconnue"]).nullable(),
  classe: z.enum([...classesSortie, "a-arbitrer"]),
  ...source,
});

export const programmeOffre: z.ZodType<ProgrammeOffre> = z
  .strictObject({
    titre: texte("le titre du programme manque"),
    axes: z.array(axe).min(1, "au moins un axe est attendu"),
    passages: z.array(z.strictObject({ de: code, vers: code })),
    fiches: z.array(fiche).min(1, "au moins une fiche est attendue"),
    categoriesAdmises: valeur(z.array(categorie)),
    prescripteurs: valeur(z.array(z.enum(classesOrganisme))),
    sorties: z.array(sortie).min(1, "au moins une ligne de sortie est attendue"),
    doublesPresences: valeur(
      z.array(z.strictObject({ une: code, autre: z.union([z.literal("toutes"), code]) })),
    ),
    restitution: valeur(
      z.strictObject({
        jour: z.number().int().min(1).max(28),
        report: z.enum(["aucun", "ouvre-suivant"]),
        rappels: z.array(jours),
        nonTransmiseApres: jours.min(1),
      }),
    ),
    prescription: valeur(
      z.strictObject({
        reponse: jours.min(1),
        expiration: jours.min(1),
        motifsRefus: z.array(choix).min(1, "au moins un motif est attendu"),
        motifsAnnulation: z.array(choix).min(1, "au moins un motif est attendu"),
      }),
    ),
    cles: valeur(z.strictObject({ mois: z.number().int().min(1).max(120) })),
    comptage: valeur(
      z.strictObject({
        occupation: z.enum(["moyenne-plafonnee", "moyenne", "minimum"]),
        annuel: z.enum(["stock-31-12", "cumul-annee"]),
        prorata: z.enum(["mois", "jour"]),
        secret: z.number().int().min(1),
      }),
    ),
    partRsaMixte: valeur(part.nullable()),
  })
  .superRefine(({ axes, passages, fiches }, verification) => {
    const axesConnus = new Set(axes.map((un) => un.code));
    const fichesConnues = new Set(fiches.map((une) => une.code));
    const inconnu = (message: string) => verification.addIssue({ code: "custom", message });
    for (const une of fiches) {
      if (!axesConnus.has(une.axe))
        inconnu(`la fiche ${une.numero} nomme un axe inconnu : ${une.axe}`);
      if (une.adosseeA !== null && !fichesConnues.has(une.adosseeA)) {
        inconnu(`la fiche ${une.numero} s’adosse à une fiche inconnue : ${une.adosseeA}`);
      }
    }
    if (fichesConnues.size !== fiches.length) inconnu("deux fiches portent le même code");
    for (const { de, vers } of passages) {
      if (!axesConnus.has(de) || !axesConnus.has(vers))
        inconnu(`passage inconnu : ${de} vers ${vers}`);
    }
  });
