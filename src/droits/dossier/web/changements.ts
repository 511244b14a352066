import { codesCaf, type ListeCodes } from "#commun/referentiel";
import type { DiffLine } from "#platform/ui/components/diff.tsx";
import { formatAmount, formatDate, formatPhone } from "#platform/ui/format.ts";
import { formatFamilyName, formatGivenName } from "#platform/ui/format-name.ts";
import { libellesChamp } from "../domain/comparer.ts";
import type { ChangementLu } from "../domain/fiche.ts";
import { enMots, etatCourt, motifsEnMots } from "../domain/libelles.ts";

const listes: Readonly<Record<string, ListeCodes>> = {
  "situation-familiale": codesCaf.situationFamiliale,
  sexe: codesCaf.sexe,
  role: codesCaf.role,
  activite: codesCaf.activite,
  "arrivee-foyer": codesCaf.role,
  "depart-foyer": codesCaf.role,
};

/** Fields as a file changed them, their codes in words. Two changes of one field keep their own line. */
export function changementsEnMots(
  changements: readonly Pick<ChangementLu, "champ" | "avant" | "apres">[],
): readonly DiffLine[] {
  const etats = changements.find(({ champ }) => champ === "etat");
  const vus = new Map<string, number>();
  // The line of the address says its commune better than a code does.
  const adresse = changements.some(({ champ }) => champ === "adresse");
  const dits = changements.filter(({ champ }) => champ !== "commune" || !adresse);
  return dits.map(({ champ, avant, apres }) => {
    const rang = (vus.get(champ) ?? 0) + 1;
    vus.set(champ, rang);
    const label = Object.hasOwn(libellesChamp, champ)
      ? libellesChamp[champ as keyof typeof libellesChamp]
      : champ;
    return {
      label: rang === 1 ? label : `${label} (${rang})`,
      before: valeur(champ, avant, etats?.avant ?? null),
      after: valeur(champ, apres, etats?.apres ?? null),
    };
  });
}

function valeur(champ: string, texte: string | null, etat: string | null): string | null {
  if (texte === null) return null;
  const liste = listes[champ];
  if (liste) return enMots(liste, texte);
  switch (champ) {
    case "etat":
      return etatCourt(texte);
    case "motifs":
      return motifs(texte, etat);
    case "montant":
    case "ressources":
      return formatAmount(Number(texte));
    case "date-naissance":
      return formatDate(texte);
    case "adresse":
    case "nom":
    case "nom-naissance":
      return formatFamilyName(texte);
    case "prenom":
      return formatGivenName(texte);
    case "telephone":
      return formatPhone(texte);
    default:
      return texte;
  }
}

/** The change keeps codes alone: the état beside says which list they come from. */
function motifs(texte: string, etat: string | null): string {
  const codes = texte.split(", ");
  const connus = (liste: ListeCodes) => codes.every((code) => Object.hasOwn(liste.codes, code));
  const vide = { motifsVersement: [], motifsDroit: [], motifCloture: null, motifRefus: null };
  const [premier = ""] = codes;
  if (etat === "1" || (connus(codesCaf.motifRefus) && !connus(codesCaf.motifCloture))) {
    return motifsEnMots({ ...vide, motifRefus: premier }).join(" ; ");
  }
  if (etat === "5" || etat === "6" || connus(codesCaf.motifCloture)) {
    return motifsEnMots({ ...vide, motifCloture: premier }).join(" ; ");
  }
  const duDroit = (code: string) =>
    Object.hasOwn(codesCaf.motifSuspensionDroit.codes, code) &&
    (etat === "3" || !Object.hasOwn(codesCaf.motifSuspensionVersement.codes, code));
  return motifsEnMots({
    ...vide,
    motifsVersement: codes.filter((code) => !duDroit(code)),
    motifsDroit: codes.filter(duDroit),
  }).join(" ; ");
}
