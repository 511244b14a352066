export type Href = (path: string) => string;

export const ongletContrat = {
  key: "contrat",
  label: "Contrat",
  path: "/contrat",
  droit: "contrat:lire",
} as const;

export const cheminContrats = (personneId: number) => `/personnes/${personneId}/contrat`;
export const cheminContrat = (personneId: number, contratId: number) =>
  `${cheminContrats(personneId)}/${contratId}`;
