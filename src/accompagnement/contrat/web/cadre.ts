export type Href = (path: string) => string;

export const ongletContrat = {
  key: "contrat",
  label: "Contrat",
  path: "/contrat",
  droit: "contrat:lire",
  quotidien: ["contrat:rediger", "contrat:valider", "contrat:suivre"],
} as const;

export const cheminContrats = (personneId: number) => `/personnes/${personneId}/contrat`;
export const cheminContrat = (personneId: number, contratId: number) =>
  `${cheminContrats(personneId)}/${contratId}`;
