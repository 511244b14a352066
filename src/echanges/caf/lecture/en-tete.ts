import type { EnTeteFlux } from "#droits/dossier";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Bloc, lireBloc } from "./bloc.ts";
import type { NatureDeFlux } from "./lire-foyer.ts";
import { valeur } from "./valeurs.ts";

/** Header of a flow, from the text that comes before its first record. */
export function lireEnTete(preambule: string): EnTeteFlux {
  const bloc = trouverBloc(preambule);
  const creeLe = dateRequise(bloc, "DTCREAFLUX");
  return {
    application: valeur(bloc, "APPLIEME"),
    version: valeur(bloc, "NUMVERSIONAPPLIEME"),
    periodicite: requis(bloc, "TYPEFLUX"),
    nature: requis(bloc, "NATFLUX"),
    creeLe,
    heure: valeur(bloc, "HEUCREAFLUX"),
    reference: valeur(bloc, "DTREF") === null ? creeLe : dateRequise(bloc, "DTREF"),
  };
}

function trouverBloc(preambule: string): Bloc {
  const debut = preambule.indexOf("<IdentificationFlux>");
  const fin = preambule.indexOf("</IdentificationFlux>", debut);
  if (debut === -1 || fin === -1) throw enTete("le bloc IdentificationFlux manque");
  try {
    return lireBloc(preambule.slice(debut, fin + "</IdentificationFlux>".length));
  } catch (cause) {
    const refus = enTete("le bloc IdentificationFlux n’est pas du XML bien formé");
    refus.cause = cause;
    throw refus;
  }
}

function requis(bloc: Bloc, balise: string): string {
  const lue = valeur(bloc, balise);
  if (lue === null) throw enTete(`la balise ${balise} manque ou est vide`);
  return lue;
}

function dateRequise(bloc: Bloc, balise: string): string {
  const lue = requis(bloc, balise);
  if (!estUneDate(lue))
    throw enTete(`la balise ${balise} contient « ${lue.slice(0, 40)} » au lieu d’une date`);
  return lue;
}

function estUneDate(texte: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(texte)) return false;
  const instant = new Date(`${texte}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(texte);
}

const enTete = (quoi: string): DomainError =>
  new DomainError(
    "flux.entete",
    `L’en-tête du flux est incomplet : ${quoi}. Redemandez le fichier à l’organisme payeur.`,
  );

const NATURES: Readonly<Record<string, NatureDeFlux>> = {
  D: "beneficiaires",
  I: "instructions",
};

/** NATFLUX: D bénéficiaires, I instructions; the other flows are not read. */
export function trouverNature(entete: EnTeteFlux): NatureDeFlux {
  const nature = NATURES[entete.nature];
  if (nature === undefined)
    throw typeInconnu(`Sa nature (NATFLUX) est « ${entete.nature.slice(0, 10)} »`);
  return nature;
}

export const typeInconnu = (constat: string): DomainError =>
  new DomainError(
    "flux.type-inconnu",
    `${constat} : ce n’est ni un flux des bénéficiaires (D) ni un flux des instructions (I). Vérifiez le fichier choisi.`,
  );
