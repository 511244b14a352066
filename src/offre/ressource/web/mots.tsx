import type { VNode } from "preact";
import { formatPhone } from "#platform/ui/format.ts";
import type { RessourceLue } from "../db/ressources.ts";
import { horairesEnMots, lireHoraires } from "../domain/horaires.ts";

export type Href = (path: string) => string;

export function motsDe(
  codes: readonly string[],
  libelles: Readonly<Record<string, string>>,
): string {
  return codes
    .map((code) => libelles[code] ?? code)
    .map((libelle, rang) =>
      rang === 0 ? libelle : `${libelle.charAt(0).toLocaleLowerCase("fr")}${libelle.slice(1)}`,
    )
    .join(", ");
}

export function adresseDe({ lieu }: RessourceLue): string {
  const ville = [lieu.codePostal, lieu.commune].filter(Boolean).join(" ");
  return [lieu.adresse, lieu.complementAdresse, ville].filter(Boolean).join(", ");
}

export function telephoneDe({ telephone, lieu }: RessourceLue): string {
  return formatPhone(telephone ?? lieu.telephone);
}

export function courrielDe({ courriel, lieu }: RessourceLue): string | null {
  return courriel ?? lieu.courriel;
}

/** In words; what cannot be read is shown as it was written. */
export function HorairesMontres({ ressource }: { ressource: RessourceLue }): VNode | null {
  const ecrits = ressource.horaires ?? ressource.lieu.horaires;
  if (ecrits === null) return null;
  const lus = lireHoraires(ecrits);
  if (!lus) return <>{ecrits}</>;
  return (
    <ul class="plain-list">
      {horairesEnMots(lus).map((ligne) => (
        <li key={ligne}>{ligne}</li>
      ))}
    </ul>
  );
}

const COURTE = 220;

export function enBref(texte: string): string {
  if (texte.length <= COURTE) return texte;
  const coupe = texte.slice(0, COURTE);
  return `${coupe.slice(0, coupe.lastIndexOf(" "))}…`;
}
