/** Mobile numbers of the overseas départements begin like those of the mainland, and have a country code of their own. */
const OUTRE_MER: readonly (readonly [RegExp, string])[] = [
  [/^069[01]/u, "590"],
  [/^0694/u, "594"],
  [/^069[67]/u, "596"],
  [/^069[23]/u, "262"],
  // 06 39 98 is kept for fiction on the mainland (ARCEP, décision 2018-0881).
  [/^0639(?!98)/u, "262"],
];

const METROPOLE = "33";

/** A number that may receive an SMS, as networks write it (`+33639981234`); null for a landline or no number at all. */
export function numeroMobile(ecrit: string): string | null {
  const chiffres = ecrit.replace(/[\s.\-()/]/gu, "");
  const national = chiffres.replace(/^(?:\+|00)33(?:0)?/u, "0");
  if (/^0[67]\d{8}$/u.test(national)) {
    const [, indicatif = METROPOLE] = OUTRE_MER.find(([debut]) => debut.test(national)) ?? [];
    return `+${indicatif}${national.slice(1)}`;
  }
  const international = chiffres.replace(/^00/u, "+");
  return /^\+(?:262|590|594|596)[67]\d{8}$/u.test(international) ? international : null;
}
