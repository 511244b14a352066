export const modalites = {
  "sur-place": "Sur place",
  telephone: "Au téléphone",
  visio: "En visio",
  domicile: "À domicile",
  exterieur: "À l’extérieur",
  collectif: "En groupe",
} as const;
export type Modalite = keyof typeof modalites;

export const codesModalite = Object.keys(modalites) as readonly Modalite[];
