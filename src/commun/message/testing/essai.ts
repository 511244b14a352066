import type { DestinataireConnu, LireDestinataires } from "../usecases/envoyer-messages.ts";

export const valeursRendezVous = {
  "rendez-vous.date": "mardi 1er décembre 2026",
  "rendez-vous.heure": "9 h 30",
  "rendez-vous.lieu": "4 place Gambetta, 80000 Amiens",
  "rendez-vous.avec": "Mme Rose Parcours",
  "structure.telephone": "03 64 00 00 00",
  "structure.courriel": "accueil@exemple.fr",
} as const;

export function unDestinataire(champs: Partial<DestinataireConnu> = {}): DestinataireConnu {
  return {
    valeurs: { "personne.appel": "Madame", "personne.nom-complet": "Mme Alice Exemple" },
    courriels: [{ valeur: "alice@exemple.fr", accord: "A" }],
    telephones: [{ valeur: "06 39 98 12 34", accord: "A" }],
    ...champs,
  };
}

/** Who may be reached, by number; nobody else is in the perimeter. */
export function lireDestinatairesDEssai(
  connus: Readonly<Record<number, DestinataireConnu>>,
): LireDestinataires {
  return (_, personnes) =>
    Promise.resolve(
      new Map(
        personnes.flatMap((id) => {
          const connu = connus[id];
          return connu ? [[id, connu] as const] : [];
        }),
      ),
    );
}
