/** Invented addresses of the demonstration. */
export const rues = [
  "rue du Canal",
  "place du Marché",
  "rue des Écoles",
  "avenue de la Gare",
  "rue du Moulin",
  "boulevard des Alliés",
] as const;

const quartiers = ["Les Provinces", "Le Pont-de-Bois", "Les Trois Fermes", "La Briquette"] as const;

export function quartier(departement: string, serie: number) {
  return {
    quartierCode: `QN${departement.padStart(3, "0")}${deuxChiffres(serie)}I`,
    quartier: quartiers[serie % quartiers.length] ?? "",
  };
}

export function deuxChiffres(nombre: number): string {
  return String(nombre % 100).padStart(2, "0");
}
