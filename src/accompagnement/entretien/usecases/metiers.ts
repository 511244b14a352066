import { type Choix, metiersFrequents } from "#commun/referentiel";
import { civilDay } from "#platform/clock/civil-day.ts";
import type { Tx } from "#platform/db/tx.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  chercherDansLeRepertoire,
  compterMetiers,
  lireMetiers,
  listerLeRepertoire,
  remplacerMetiers,
} from "../db/metiers.ts";
import { chercherParmi, mots } from "../domain/metiers.ts";
import { chargerMetiersInput, chercherMetiersInput, rienInput } from "../schemas.ts";

const AU_PLUS = 12;
/** Beyond, the page would be long to send: the search answers. */
const OFFERTS = 800;

/** Occupations by name or code: the frequent ones first, then the whole directory once it is loaded. */
export const chercherMetiers = defineUseCase({
  name: "entretien.chercher-metiers",
  input: chercherMetiersInput,
  droit: "entretien:lire",
  nature: "lecture",
  trace: null,
  async run({ tx }, { texte }): Promise<readonly Choix[]> {
    const frequents = chercherParmi(metiersFrequents, texte);
    const cherches = mots(texte);
    const code = /^[A-Na-n]\d{0,4}$/u.test(texte.trim()) ? texte.trim().toUpperCase() : "";
    const repertoire =
      cherches.length === 0
        ? []
        : await chercherDansLeRepertoire(tx, { mots: cherches, code, nombre: AU_PLUS });
    const connus = new Set(frequents.map((metier) => metier.code));
    return [...frequents, ...repertoire.filter((metier) => !connus.has(metier.code))].slice(
      0,
      AU_PLUS,
    );
  },
});

/** Offered while typing: the frequent ones, then the directory. */
export const listerMetiers = defineUseCase({
  name: "entretien.lister-metiers",
  input: rienInput,
  droit: "entretien:lire",
  nature: "lecture",
  trace: null,
  async run({ tx }): Promise<readonly Choix[]> {
    const connus = new Set(metiersFrequents.map(({ code }) => code));
    const repertoire = await listerLeRepertoire(tx, OFFERTS);
    return [...metiersFrequents, ...repertoire.filter(({ code }) => !connus.has(code))];
  },
});

/** @throws DomainError `saisie.invalide` for a code nobody knows */
export async function nommerMetiers(tx: Tx, codes: readonly string[]): Promise<readonly Choix[]> {
  const uniques = [...new Set(codes)];
  const connus = new Map(metiersFrequents.map((metier) => [metier.code, metier]));
  for (const metier of await lireMetiers(tx, uniques)) connus.set(metier.code, metier);
  return uniques.map((code) => {
    const metier = connus.get(code);
    if (metier) return metier;
    throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
      champs: { metiers: `Le métier ${code} n’est pas connu. Cherchez-le par son nom.` },
    });
  });
}

export interface RepertoireLu {
  readonly nombre: number;
  readonly chargeLe: string | null;
  readonly frequents: number;
}

export const lireRepertoire = defineUseCase({
  name: "entretien.lire-repertoire",
  input: rienInput,
  droit: "entretien:catalogue",
  nature: "lecture",
  trace: null,
  async run({ tx }): Promise<RepertoireLu> {
    return { ...(await compterMetiers(tx)), frequents: metiersFrequents.length };
  },
});

/** The directory of occupations, from the file its publisher gives: it replaces the one loaded before. */
export const chargerMetiers = defineUseCase({
  name: "entretien.charger-metiers",
  input: chargerMetiersInput,
  droit: "entretien:catalogue",
  nature: "ecriture",
  trace: (_, nombre: number) => ({ objet: "metiers", details: { nombre } }),
  async run({ tx, now }, { metiers }): Promise<number> {
    const uniques = new Map(metiers.map((metier) => [metier.code, metier]));
    if (uniques.size < metiers.length) {
      throw new DomainError(
        "metiers.doublons",
        "Ce fichier donne plusieurs noms à un même code. Chargez le fichier des métiers, pas celui de leurs appellations.",
      );
    }
    await remplacerMetiers(tx, [...uniques.values()], civilDay(now));
    return uniques.size;
  },
});
