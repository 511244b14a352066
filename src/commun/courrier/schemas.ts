import { z } from "zod";
import { usagesCourrier } from "#commun/referentiel";
import {
  type MoyenEnvoi,
  moyensEnvoi,
  type PreuveReception,
  preuvesReception,
} from "./domain/courrier.ts";

const id = z.coerce.number().int().positive();
const jour = z.iso.date({ error: "Écrivez une date, par exemple 24/11/2026." });
const moyen = z.enum(Object.keys(moyensEnvoi) as MoyenEnvoi[], {
  error: "Choisissez un moyen d’envoi.",
});
const modele = z.string().min(1, "Choisissez un courrier.").max(80);

export const rienInput = z.strictObject({});

export const lireCourrierInput = z.strictObject({ id });

export const courriersDePersonneInput = z.strictObject({ personneId: id });

export const emettreCourrierInput = z.strictObject({ personneId: id, modele, moyen });

export const preparerLotInput = z.strictObject({
  libelle: z.string().trim().min(1).max(200),
  personnes: z.array(id).min(1, "Choisissez au moins une personne.").max(100_000),
});

/** Without a model, the first one is tried. */
export const lireLotInput = z.strictObject({
  id,
  modele: z.string().max(80).nullable(),
  moyen: moyen.nullable(),
});

export const lotInput = z.strictObject({ id });

export const emettreLotInput = z.strictObject({ id, modele, moyen });

export const marquerEnvoyeInput = z.strictObject({
  courriers: z.array(id).min(1, "Cochez au moins un courrier.").max(100_000),
  le: jour,
});

export const noterReceptionInput = z.strictObject({
  id,
  version: z.coerce.number().int(),
  le: jour,
  preuve: z.enum(Object.keys(preuvesReception) as PreuveReception[], {
    error: "Dites comment la réception est connue.",
  }),
});

const lignes = z.array(z.string().trim().max(500));
const texte = z.string().trim().max(5000, "Ce texte est trop long : 5 000 signes au plus.");
const requis = (message: string) => texte.min(1, message);

const bloc = z.discriminatedUnion("nature", [
  z.strictObject({ nature: z.literal("paragraphe"), texte: requis("Écrivez le paragraphe.") }),
  z.strictObject({ nature: z.literal("titre"), texte: requis("Écrivez le titre.") }),
  z.strictObject({
    nature: z.literal("liste"),
    lignes: lignes.min(1, "Écrivez au moins une ligne."),
  }),
  z.strictObject({ nature: z.literal("encadre"), texte: requis("Écrivez l’encadré.") }),
  z.strictObject({
    nature: z.literal("si"),
    champ: z.string().min(1, "Choisissez le champ dont dépend ce texte."),
    texte: requis("Écrivez le texte."),
  }),
]);

/** The letter as the editor sends it. */
export const modeleSaisi = z.strictObject({
  titre: requis("Donnez un titre au courrier."),
  usage: z.enum(usagesCourrier, { error: "Dites à quoi sert ce courrier." }),
  expediteur: z.strictObject({
    lignes: lignes.min(1, "Dites qui écrit."),
    lieu: requis("Dites d’où le courrier est daté."),
    contact: lignes,
  }),
  objet: requis("Écrivez l’objet."),
  blocs: z.array(bloc).min(1, "Un courrier a au moins un bloc.").max(60),
  recours: z.array(texte).max(10),
  signature: requis("Dites qui signe."),
  copies: lignes,
});

export const enregistrerBrouillonInput = z.strictObject({
  code: modele,
  /** Of the draft it was written from; 0 when there was none. */
  revision: z.coerce.number().int().min(0),
  contenu: modeleSaisi,
});

export const modeleInput = z.strictObject({ code: modele });

export const adopterModeleInput = z.strictObject({
  code: modele,
  revision: z.coerce.number().int().min(1),
});

export const essayerExempleInput = z.strictObject({ code: modele, brouillon: z.boolean() });

export const essayerInput = essayerExempleInput.extend({ personneId: id });
