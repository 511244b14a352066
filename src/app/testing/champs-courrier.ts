import type { LireChamps } from "#commun/courrier";

/** What a letter says of each person: her name, told apart by her number, and an address of Amiens. */
export const champsDEssai: LireChamps = (_, personnes) =>
  Promise.resolve(
    new Map(
      personnes.map((id) => [
        id,
        {
          "personne.appel": "Madame",
          "personne.nom-complet": `Mme Alice Exemple${id}`,
          "personne.adresse": "12 rue des Jacobins\n80000 AMIENS",
        },
      ]),
    ),
  );
