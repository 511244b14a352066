import { z } from "zod";
import { codesModalite } from "./domain/entretien.ts";
import { type CategorieEmploi, categoriesEmploi } from "./domain/libelles.ts";
import { type Transport, transports } from "./domain/projet.ts";
import { etatsProjet, poidsFrein, qui } from "./domain/synthese.ts";

const id = z.coerce.number({ error: "Choisissez une personne." }).int().positive();
const jour = z.iso.date({ error: "Écrivez une date, par exemple 24/11/2026." });
/** An empty field is no date. */
const jourLibre = z.union([z.literal("").transform(() => null), jour, z.null()]);
const texte = (taille = 4000) =>
  z
    .string()
    .trim()
    .max(taille, `Ce texte est trop long : ${taille.toLocaleString("fr")} signes au plus.`);
const requis = (message: string, taille = 4000) => texte(taille).min(1, message);
const version = z.coerce.number().int().min(0);
const poids = z.enum(poidsFrein, { error: "Dites ce que pèse ce frein." });
const nature = z.string().min(1, "Choisissez la nature du frein.").max(60);
/** An empty field is no number. */
const entier = (message: string, min: number, max: number) =>
  z
    .union([z.number(), z.string(), z.null()])
    .transform((valeur) => (valeur === "" || valeur === null ? null : Number(valeur)))
    .refine(
      (valeur) => valeur === null || (Number.isInteger(valeur) && valeur >= min && valeur <= max),
      message,
    );

export const personneInput = z.strictObject({ personneId: id });

export const themePersonneInput = z.strictObject({ personneId: id, theme: z.string().max(60) });

export const ecrireBilanInput = z.strictObject({
  personneId: id,
  theme: z.string().max(60),
  /** The version it was written from; 0 for a first answer. */
  precedentId: version,
  situations: z.array(z.string().max(60)).max(60),
  objectifs: z.array(z.string().max(60)).max(60),
  texte: texte(),
});

export const ouvrirFreinInput = z.strictObject({
  personneId: id,
  nature,
  libelle: requis("Dites en quelques mots ce qui fait obstacle.", 300),
  poids,
  le: jour,
  theme: z.string().max(60).nullable().default(null),
});

const frein = { personneId: id, freinId: id, version };

export const peserFreinInput = z.strictObject({
  ...frein,
  poids,
  le: jour,
  motif: texte(300).default(""),
});

export const leverFreinInput = z.strictObject({
  ...frein,
  le: jour,
  preuve: requis("Dites ce qui prouve que le frein est levé.", 1000),
  document: texte(300).default(""),
});

export const rouvrirFreinInput = z.strictObject({
  ...frein,
  le: jour,
  poids,
  motif: requis("Dites pourquoi il pèse de nouveau.", 300),
});

export const prevoirEtapeInput = z.strictObject({
  ...frein,
  quoi: requis("Dites ce qu’il y a à faire.", 300),
  qui: z.enum(qui, { error: "Dites qui le fait." }),
  quiNom: texte(120).default(""),
  pourLe: jourLibre,
});

export const cloreEtapeInput = z.strictObject({ personneId: id, etapeId: id, le: jour });

const contenuProjet = z.strictObject({
  intitule: texte(200),
  metiers: z
    .array(z.string().regex(/^[A-N]\d{4}$/u, "Un code ROME a une lettre et quatre chiffres."))
    .max(5, "Cinq métiers au plus."),
  rayonKm: entier("Un rayon va de 0 à 500 kilomètres.", 0, 500),
  transports: z.array(z.enum(Object.keys(transports) as Transport[])).max(7),
  heures: entier("Écrivez des heures par semaine, de 1 à 48.", 1, 48),
  refus: z.strictObject({
    metiers: texte(300),
    distance: texte(300),
    salaire: texte(300),
    autre: texte(300),
  }),
  commentaire: texte(2000),
});

export const avancerProjetInput = z.strictObject({
  personneId: id,
  etat: z.enum(etatsProjet, { error: "Dites où en est le projet." }),
  /** The act it was written from; 0 when there was none. */
  precedentId: version,
  contenu: contenuProjet,
  reevaluerLe: jourLibre,
});

export const noterAcquisInput = z.strictObject({
  personneId: id,
  nature: z.enum(["competence", "certificat"], { error: "Compétence ou certificat ?" }),
  libelle: requis("Nommez cette compétence ou ce certificat.", 200),
  niveau: texte(80),
  le: jour,
  preuve: texte(300),
  document: texte(300),
});

export const retirerAcquisInput = z.strictObject({
  personneId: id,
  acquisId: id,
  motif: requis("Dites pourquoi il est retiré.", 300),
});

const categorie = z.enum(Object.keys(categoriesEmploi) as CategorieEmploi[], {
  error: "Choisissez la catégorie.",
});

export const inscrireEmploiInput = z.strictObject({
  personneId: id,
  numero: z
    .string()
    .trim()
    .regex(
      /^[0-9]{7}[0-9A-Z]{1,4}$/u,
      "Un identifiant a huit à onze caractères, par exemple 1234567A.",
    ),
  categorie,
  du: jour,
});

const inscription = { personneId: id, inscriptionId: id, version };

export const verifierEmploiInput = z.strictObject({ ...inscription, categorie });

export const cesserEmploiInput = z.strictObject({
  ...inscription,
  le: jour,
  motif: requis("Dites pourquoi l’inscription a cessé.", 200),
});

export const ecrireEntretienInput = z.strictObject({
  personneId: id,
  /** The draft written again; null for a new note. */
  entretienId: z.union([id, z.null()]).default(null),
  version,
  publier: z.boolean(),
  le: jour,
  modalite: z.enum(codesModalite, { error: "Dites comment vous vous êtes vus." }),
  dureeMinutes: entier("Écrivez une durée en minutes, de 1 à 600.", 1, 600),
  rendezVousId: z.union([id, z.null()]).default(null),
  texte: texte(8000),
  decide: texte(2000),
  suite: texte(500),
  suiteLe: jourLibre,
  corrigeId: z.union([id, z.null()]).default(null),
  /** Earlier notes whose suite this one gives. */
  donneSuite: z.array(id).max(50).default([]),
});

export const abandonnerEntretienInput = z.strictObject({ personneId: id, entretienId: id });

export const donnerSuiteInput = z.strictObject({ personneId: id, entretienId: id });

export const chercherMetiersInput = z.strictObject({ texte: z.string().max(120) });

export const chargerMetiersInput = z.strictObject({
  metiers: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[A-N]\d{4}$/u, "Un code ROME a une lettre et quatre chiffres."),
        libelle: requis("Un métier a un nom.", 200),
      }),
    )
    .min(1, "Ce fichier ne contient aucun métier.")
    .max(20_000),
});

export const rienInput = z.strictObject({});

export const compterFreinsInput = z.strictObject({ du: jour, au: jour });

const auteur = requis("Dites qui l’a écrit.", 120);

/** What was kept elsewhere before this product, each part signed by who wrote it. */
export const reprendreSuivisInput = z.strictObject({
  bilans: z.array(ecrireBilanInput.omit({ precedentId: true }).extend({ le: jour, auteur })),
  freins: z.array(
    ouvrirFreinInput.extend({
      auteur,
      etapes: z.array(
        prevoirEtapeInput
          .pick({ quoi: true, qui: true, quiNom: true, pourLe: true })
          .extend({ faiteLe: jour.nullable() }),
      ),
      leve: leverFreinInput.pick({ le: true, preuve: true, document: true }).nullable(),
    }),
  ),
  projets: z.array(
    z.strictObject({
      personneId: id,
      auteur,
      actes: z
        .array(
          avancerProjetInput
            .pick({ etat: true, contenu: true, reevaluerLe: true })
            .extend({ le: jour }),
        )
        .min(1),
    }),
  ),
  entretiens: z.array(
    ecrireEntretienInput
      .pick({
        ...{ personneId: true, le: true, modalite: true, dureeMinutes: true, texte: true },
        ...{ decide: true, suite: true, suiteLe: true },
      })
      .extend({ auteur, suiteDonneeLe: jour.nullable() }),
  ),
});
