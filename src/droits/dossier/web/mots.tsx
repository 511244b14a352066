import type { VNode } from "preact";
import { codesCaf } from "#commun/referentiel";
import { Etat } from "#platform/ui/components/tag.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { formatFamilyName, formatName } from "#platform/ui/format-name.ts";
import type { State } from "#platform/ui/tone.ts";
import type { PeriodeAdresse } from "../domain/fiche.ts";
import { enMots, etatCourt } from "../domain/libelles.ts";
import { civilite, veille } from "../domain/mots.ts";

export type Href = (path: string) => string;

interface Nom {
  readonly qualite: string | null;
  readonly nom: string;
  readonly prenom: string;
}

/** « Mme Exemple Alice » */
export function nomComplet({ qualite, nom, prenom }: Nom): string {
  return [civilite(qualite), formatName(nom, prenom, "list")].filter(Boolean).join(" ");
}

export function tonEtat(etat: string | null): State {
  switch (etat) {
    case "2":
      return "ok";
    case "3":
    case "4":
      return "soon";
    case "0":
      return "waiting";
    case "1":
    case "5":
    case "6":
      return "closed";
    default:
      return "neutral";
  }
}

export function EtatDroit({ etat }: { etat: string | null }): VNode {
  return <Etat tone={tonEtat(etat)}>{etatCourt(etat)}</Etat>;
}

/** « du 01/03/2026 au 31/08/2026 », « depuis le 01/09/2026 ». `jusqua` is the first day after. */
export function periode({
  depuis,
  jusqua,
}: {
  depuis: string | null;
  jusqua: string | null;
}): string {
  if (depuis === null)
    return jusqua === null ? "sans date" : `jusqu’au ${formatDate(veille(jusqua))}`;
  if (jusqua === null) return `depuis le ${formatDate(depuis)}`;
  return `du ${formatDate(depuis)} au ${formatDate(veille(jusqua))}`;
}

/** The same for dates the file itself gives: `jusqua` is the last day. */
export function periodeDite(fait: Readonly<Record<"depuis" | "jusqua", string | null>>): string {
  const { depuis, jusqua } = fait;
  if (depuis === null) return jusqua === null ? "sans date" : `jusqu’au ${formatDate(jusqua)}`;
  return jusqua === null
    ? `depuis le ${formatDate(depuis)}`
    : `du ${formatDate(depuis)} au ${formatDate(jusqua)}`;
}

export function roleEnMots(role: string | null): string {
  return enMots(codesCaf.role, role) ?? "Rôle non déclaré";
}

export function oui(valeur: boolean | null | undefined): string | null {
  if (valeur === null || valeur === undefined) return null;
  return valeur ? "oui" : "non";
}

export function enPhrase(texte: string): string {
  return texte.charAt(0).toLocaleUpperCase("fr") + texte.slice(1);
}

/** The address as an envelope reads it, in the right case. */
export function ligneAdresse(adresse: PeriodeAdresse): string {
  if (adresse.lignesEtranger.length > 0) {
    return [...adresse.lignesEtranger.map(formatFamilyName), enMots(codesCaf.pays, adresse.pays)]
      .filter(Boolean)
      .join(", ");
  }
  const voie = [
    adresse.numero,
    adresse.typeVoie?.toLowerCase(),
    adresse.voie && formatFamilyName(adresse.voie),
  ];
  const ville = [adresse.codePostal, adresse.commune && formatFamilyName(adresse.commune)];
  return [
    adresse.complementIdentite && formatFamilyName(adresse.complementIdentite),
    adresse.complement && formatFamilyName(adresse.complement),
    voie.filter(Boolean).join(" "),
    adresse.lieuDit && formatFamilyName(adresse.lieuDit),
    ville.filter(Boolean).join(" "),
  ]
    .filter(Boolean)
    .join(", ");
}
