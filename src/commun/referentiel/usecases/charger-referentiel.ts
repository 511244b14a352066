import { z } from "zod";
import { DomainError } from "#platform/errors/domain-error.ts";
import { basRhin2015 } from "#referentiels/bas-rhin-2015/index.ts";
import { nord2019 } from "#referentiels/nord-2019/index.ts";
import { seineSaintDenis2018 } from "#referentiels/seine-saint-denis-2018/index.ts";
import { somme2025 } from "#referentiels/somme-2025/index.ts";
import type { Referentiel } from "../domain/referentiel.ts";
import { schemaReferentiel } from "../schemas.ts";

const enFrancais = z.locales.fr().localeError;

const livres: readonly Referentiel[] = [basRhin2015, nord2019, seineSaintDenis2018, somme2025].map(
  validerReferentiel,
);

/** The référentiels delivered with the product, in the order of their names. */
export function listerReferentiels(): readonly Referentiel[] {
  return livres;
}

/** @throws DomainError `referentiel.inconnu` */
export function chargerReferentiel(nom: string): Referentiel {
  const referentiel = livres.find((livre) => livre.nom === nom);
  if (referentiel) return referentiel;
  throw new DomainError(
    "referentiel.inconnu",
    `Le référentiel « ${nom} » n’existe pas. Choisissez parmi : ${livres.map((livre) => livre.nom).join(", ")}.`,
    { nom },
  );
}

/** @throws DomainError `referentiel.invalide`, naming each wrong field */
export function validerReferentiel(donnees: unknown): Referentiel {
  const lu = schemaReferentiel.safeParse(donnees, { error: enFrancais });
  if (lu.success) return lu.data;
  const champs = lu.error.issues.map((issue) => `${issue.path.join(".")} : ${issue.message}`);
  throw new DomainError(
    "referentiel.invalide",
    `Le référentiel ne peut pas être chargé. À corriger : ${champs.join(" ; ")}.`,
    { champs },
  );
}
