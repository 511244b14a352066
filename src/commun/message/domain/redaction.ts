import { decouper, fusionner, type Valeurs } from "#commun/courrier";
import type { CanalMessage, ModeleMessage } from "#commun/referentiel";
import { versGsm7 } from "./gsm7.ts";

export interface Redige {
  /** Of the e-mail; null for an SMS. */
  readonly objet: string | null;
  readonly texte: string;
}

/** The words of one person's message, its fields replaced for good. */
export function rediger(modele: ModeleMessage, canal: CanalMessage, valeurs: Valeurs): Redige {
  if (canal === "sms") {
    return { objet: null, texte: versGsm7(fusionner(modele.sms, uneLigne(valeurs))) };
  }
  return {
    objet: fusionner(modele.objet, uneLigne(valeurs)),
    texte: fusionner(modele.courriel, uneLigne(valeurs)).replace(/\n{3,}/gu, "\n\n"),
  };
}

/** An address of several lines reads on one. */
function uneLigne(valeurs: Valeurs): Valeurs {
  return Object.fromEntries(
    Object.entries(valeurs).map(([code, valeur]) => [
      code,
      valeur?.replace(/\s*\n\s*/gu, ", ") ?? null,
    ]),
  );
}

/** Fields without which this message would have a hole. */
export function champsAbsents(
  modele: ModeleMessage,
  canal: CanalMessage,
  valeurs: Valeurs,
): readonly string[] {
  const textes = canal === "sms" ? [modele.sms] : [modele.objet, modele.courriel];
  const codes = textes
    .flatMap(decouper)
    .filter(({ nature, facultatif }) => nature === "champ" && !facultatif)
    .map(({ valeur }) => valeur);
  return [...new Set(codes)].filter((code) => !valeurs[code]);
}
