import type { z } from "zod";
import type { ActionLue } from "#offre/catalogue";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lireSejours } from "../db/lectures.ts";
import {
  conserverSortie,
  ecrireSortie,
  type FaitsSortie,
  personneDuSejour,
  type Sejour,
} from "../db/sejours.ts";
import { tenirSuites } from "../db/suites.ts";
import { verrouillerEntrees } from "../db/verrous.ts";
import { examinerPresences, sansNommer } from "../domain/entree.ts";
import { estUnTravail } from "../domain/sortie.ts";
import { suitesAttendues } from "../domain/suite.ts";
import { rectifierInput, rouvrirInput, sortirInput } from "../schemas.ts";
import {
  auteur,
  exigerSejour,
  exigerSorti,
  refusChamp,
  type SejourSorti,
  type SejourTouche,
  tenirAJour,
  touche,
  traceSejour,
} from "./cadre.ts";
import { type ClasseExpliquee, classerAu } from "./classer.ts";
import { lirePresences } from "./presences.ts";

type Saisie = z.output<typeof sortirInput>;

export interface Sortie extends SejourTouche, ClasseExpliquee {}

const acte = {
  name: "participation.sortir",
  input: sortirInput,
  droit: "participation:tenir",
  nature: "ecriture",
  trace: traceSejour,
} as const;

/**
 * A person leaves: the facts are noted, the class is what the table makes of them.
 * @throws DomainError `sejour.deja-sorti`, `saisie.invalide`
 */
export const sortirDAction = defineUseCase({
  ...acte,
  async run(context, saisie: Saisie): Promise<Sortie> {
    const sortie = await noterPremiere(context, saisie);
    await tenirAJour(context, [sortie]);
    return sortie;
  },
});

/** The same exit among many: who writes the batch calls `tenirAJour` once, for all of it. */
export const sortirDansUnLot = defineUseCase({ ...acte, run: noterPremiere });

async function noterPremiere(context: Context, saisie: Saisie): Promise<Sortie> {
  const { sejour, action } = await exigerSejour(context, saisie.sejourId, saisie.version);
  if (sejour.sortiLe !== null) {
    throw new DomainError(
      "sejour.deja-sorti",
      "La sortie est déjà notée : corrigez-la si elle est inexacte.",
    );
  }
  return noter(context, sejour, action.fiche.suivi, saisie);
}

/** An exit noted wrong: the former one stays readable, with who corrected it and why. */
export const rectifierSortie = defineUseCase({
  name: "participation.rectifier-sortie",
  input: rectifierInput,
  droit: "participation:tenir",
  nature: "ecriture",
  trace: traceSejour,
  async run(context, saisie): Promise<Sortie> {
    const { sejour, action } = await exigerProlongeable(context, saisie);
    await exigerLibre(context, { sejour, action }, saisie.le);
    await conserverSortie(context.tx, sejour.id, { ...auteur(context), motif: saisie.motif });
    const sortie = await noter(context, sejour, action.fiche.suivi, saisie);
    await tenirAJour(context, [sortie]);
    return sortie;
  },
});

/** The person had not left: her stay goes on. */
export const rouvrirSejour = defineUseCase({
  name: "participation.rouvrir",
  input: rouvrirInput,
  droit: "participation:tenir",
  nature: "ecriture",
  trace: traceSejour,
  async run(context, { motif, ...demande }): Promise<SejourTouche> {
    const { sejour, action } = await exigerProlongeable(context, demande);
    await exigerLibre(context, { sejour, action }, null);
    await conserverSortie(context.tx, sejour.id, { ...auteur(context), motif });
    await ecrireSortie(context.tx, sejour.id, {
      ...{ sortiLe: null, nature: null, sortie: null, classe: null, classeLigne: null },
      ...{ classeDepuis: null, preuve: null, saisieLe: null, saisieParNom: null },
    });
    await tenirSuites(context.tx, sejour.id, []);
    await tenirAJour(context, [touche(sejour)]);
    return touche(sejour);
  },
});

async function noter(
  context: Context,
  sejour: Sejour,
  suivi: Parameters<typeof suitesAttendues>[0],
  saisie: Saisie,
): Promise<Sortie> {
  const { tx, departement } = context;
  const { le, parNom } = auteur(context);
  verifierSortie(sejour.entreLe, saisie, le);
  const faits = faitsDe(saisie);
  const { nature } = saisie;
  const classe = classerAu(departement.referentiel, { ...faits, nature, le: saisie.le });
  await ecrireSortie(tx, sejour.id, {
    ...{ sortiLe: saisie.le, nature, sortie: faits, classe: classe.classe },
    ...{ classeLigne: classe.ligne, classeDepuis: classe.depuis, preuve: saisie.preuve },
    ...{ saisieLe: le, saisieParNom: parNom },
  });
  const suites = suitesAttendues(suivi, { nature, debut: faits.debut, le: saisie.le });
  await tenirSuites(tx, sejour.id, suites);
  return { ...touche(sejour), ...classe };
}

/** Each refusal beside its field. */
export function verifierSortie(
  entreLe: string,
  { le, debut, fin }: Pick<Saisie, "le" | "debut" | "fin">,
  aujourdhui: string,
): void {
  if (le < entreLe)
    throw refusChamp("le", "La sortie ne peut pas précéder l’entrée. Le même jour est permis.");
  if (le > aujourdhui) throw refusChamp("le", "La sortie est à venir : notez-la le jour venu.");
  if (debut !== null && fin !== null && fin < debut)
    throw refusChamp("fin", "La fin vient avant le début. Vérifiez les deux dates.");
}

/** Facts that do not go with the nature of the exit are not kept: they would class it. */
export function faitsDe({ nature, ...saisie }: Omit<Saisie, "sejourId" | "version">): FaitsSortie {
  const travail = estUnTravail(nature);
  const date = travail || nature === "creation" || nature === "formation-qualifiante";
  const sansTerme = nature === "cdi" || nature === "titularisation" || nature === "creation";
  return {
    debut: date ? saisie.debut : null,
    fin: date && !sansTerme ? saisie.fin : null,
    siae: travail && (saisie.siae || saisie.structureSiae !== null),
    structureSiae: travail ? saisie.structureSiae : null,
    heures: travail ? saisie.heures : null,
    employeur: travail || nature === "formation-qualifiante" ? saisie.employeur : null,
    siret: travail ? saisie.siret : null,
    precision: saisie.precision,
  };
}

interface SejourProlongeable {
  readonly sejour: SejourSorti;
  readonly action: ActionLue;
}

/**
 * A stay whose end may move, its person held as for an entry: what both would write is judged one after the other.
 * @throws DomainError `sejour.pas-sorti`, and those of `exigerSejour`
 */
async function exigerProlongeable(
  context: Context,
  { sejourId, version }: { readonly sejourId: number; readonly version: number | null },
): Promise<SejourProlongeable> {
  const personneId = await personneDuSejour(context.tx, sejourId);
  if (personneId !== null) await verrouillerEntrees(context.tx, personneId);
  const { sejour, action } = await exigerSejour(context, sejourId, version);
  return { sejour: exigerSorti(sejour), action };
}

/**
 * The days a stay gains are refused where an entry would be. Those it had already are not judged again.
 * @throws DomainError `sejour.chevauchement`
 */
async function exigerLibre(
  context: Context,
  { sejour: { id, personneId, actionId, sortiLe }, action }: SejourProlongeable,
  nouvelleSortie: string | null,
): Promise<void> {
  if (nouvelleSortie !== null && nouvelleSortie <= sortiLe) return;
  const jours = { du: sortiLe, au: nouvelleSortie, sauf: id };
  const presences = await lirePresences(context, { personneId, actionId, ...jours });
  const raisons = [...examinerPresences(action.fiche, presences)];
  if (raisons.length === 0) return;
  const ids = presences.autres.map((autre) => autre.id);
  const lisibles = await lireSejours(context.tx, { portee: context.agent.portee, ids });
  const dites = lisibles.length === ids.length ? raisons : raisons.map(sansNommer);
  throw new DomainError("sejour.chevauchement", dites.map(({ message }) => message).join(" "), {
    raisons: dites,
  });
}
