export interface PartPresente {
  /** Present, with the RSA that day. */
  readonly rsa: number;
  readonly presents: number;
  /** Whether the session counts among the actions for employment; `null` when no rule asks for a share. */
  readonly comptee: boolean | null;
  readonly raison: "sans-regle" | "public-rsa" | "aucun-present" | "atteinte" | "sous-la-part";
}

interface Regle {
  readonly n: number;
  readonly d: number;
}

/**
 * « En cas de mixité des publics, les allocataires du RSA doivent représenter au moins 50 % des effectifs » (Bas-Rhin):
 * the share is that of who came, not of who was registered.
 */
export function partPresente(
  { rsa, presents }: { readonly rsa: number; readonly presents: number },
  { mixte, regle }: { readonly mixte: boolean; readonly regle: Regle | null },
): PartPresente {
  const part = (comptee: boolean | null, raison: PartPresente["raison"]) => ({
    ...{ rsa, presents, comptee, raison },
  });
  if (regle === null) return part(null, "sans-regle");
  if (presents === 0) return part(false, "aucun-present");
  if (!mixte && rsa === presents) return part(true, "public-rsa");
  return rsa * regle.d >= regle.n * presents ? part(true, "atteinte") : part(false, "sous-la-part");
}
