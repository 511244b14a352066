import { z } from "zod";

const id = z.coerce.number({ error: "Choisissez dans la liste." }).int().positive();
const jour = z.iso.date({ error: "Écrivez une date, par exemple 24/11/2026." });
/** An empty field is no date. */
const jourLibre = z.union([z.literal("").transform(() => null), jour, z.null()]);
const texte = (taille = 2000) =>
  z
    .string()
    .trim()
    .max(taille, `Ce texte est trop long : ${taille.toLocaleString("fr")} signes au plus.`);
const requis = (message: string, taille = 2000) => texte(taille).min(1, message);
const version = z.coerce.number().int().min(0);
const un = { prescriptionId: id, version };
const plusieurs = z
  .array(z.strictObject({ prescriptionId: id, version: version.nullable() }))
  .min(1, "Choisissez au moins une prescription.")
  .max(500, "Choisissez 500 prescriptions au plus.");

/** What the person shows to enter: her contract, her registration, or what the action itself will sign. */
export const preuves = ["contrat", "inscription", "action", "aucune"] as const;
export type Preuve = (typeof preuves)[number];

export const prescrireInput = z.strictObject({
  personneId: id,
  actionId: id,
  freinId: z.union([z.literal("").transform(() => null), id, z.null()]).default(null),
  objectif: requis("Dites en une phrase ce que l’action doit apporter."),
  preuve: z.enum(preuves, { error: "Dites ce que la personne présentera." }).default("aucune"),
  preuveDetail: texte(300).default(""),
});

export const reponses = ["accepter", "mettre-en-attente", "refuser"] as const;
export type Reponse = (typeof reponses)[number];

const reponse = z.enum(reponses, { error: "Choisissez une réponse." });

export const repondreInput = z.strictObject({
  ...un,
  reponse,
  accueilPrevuLe: jourLibre.default(null),
  motif: texte(60).default(""),
  commentaire: texte().default(""),
});

export const repondreEnLotInput = z.strictObject({
  prescriptions: plusieurs,
  reponse,
  accueilPrevuLe: jourLibre.default(null),
  motif: texte(60).default(""),
  commentaire: texte().default(""),
});

export const premierAccueilInput = z.strictObject({
  ...un,
  issue: z.enum(["recue", "absente"], { error: "Dites si la personne a été reçue." }),
  le: jour,
  commentaire: texte().default(""),
});

export const annulerInput = z.strictObject({
  ...un,
  motif: requis("Choisissez un motif.", 60),
  commentaire: texte().default(""),
});

export const relancerInput = z.strictObject({ prescriptions: z.array(id).min(1).max(500) });

export const vueInput = z.strictObject({ prescriptionId: id });

export const entrerInput = z.strictObject({
  ...un,
  le: jour,
  attestationLe: jourLibre.default(null),
  contratPreuve: z
    .union([
      z.literal("").transform(() => null),
      z.enum(["contrat", "inscription-france-travail"]),
      z.null(),
    ])
    .default(null),
  contratLe: jourLibre.default(null),
});

export const uneInput = z.strictObject({ prescriptionId: id });
export const personneInput = z.strictObject({ personneId: id });
export const classerInput = z.strictObject({
  personneId: id,
  freinId: id.nullable().default(null),
});
export const preparerInput = z.strictObject({
  personneId: id,
  actionId: id,
  freinId: id.nullable().default(null),
});
export const actionInput = z.strictObject({ actionId: id });
export const videInput = z.strictObject({});
export const recalculerInput = z.strictObject({});

const jourConnu = jour.nullable().default(null);

const prescriptionReprise = z
  .strictObject({
    personneId: id,
    actionId: id,
    prescriteLe: jour,
    prescripteur: requis("Dites qui a prescrit.", 200),
    referentId: id.nullable().default(null),
    structureId: id.nullable().default(null),
    structureClasse: z.string().nullable().default(null),
    frein: z.string().nullable().default(null),
    objectif: requis("Dites ce que l’action doit apporter."),
    preuve: z.enum(preuves).default("aucune"),
    relanceeLe: jourConnu,
    reponse: reponse.nullable().default(null),
    reponduLe: jourConnu,
    motif: texte(60).default(""),
    accueilPrevuLe: jourConnu,
    absenteLe: jourConnu,
    recueLe: jourConnu,
    annuleeLe: jourConnu,
    sejourId: id.nullable().default(null),
    entreeLe: jourConnu,
    sortieLe: jourConnu,
    /** The référent has read it all. */
    vueLe: jourConnu,
  })
  .refine(({ entreeLe, sejourId }) => (entreeLe === null) === (sejourId === null), {
    path: ["sejourId"],
    error: "Une entrée reprise nomme son séjour.",
  });
export type PrescriptionReprise = z.output<typeof prescriptionReprise>;

/** Take-over: prescriptions of a former tool, with the days of each passage. */
export const reprendrePrescriptionsInput = z.strictObject({
  prescriptions: z.array(prescriptionReprise).max(20_000),
});
