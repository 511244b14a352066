import { dateEnMots } from "./mots.ts";
import {
  type ActionAPlacer,
  contre,
  empeche,
  type PersonneAPlacer,
  pour,
  type Raison,
} from "./placement.ts";

/** The RSA socle and the duties are looked at today, and again on the day of entry. */
export function raisonsDuDroit({ socle, soumis }: PersonneAPlacer): readonly Raison[] {
  if (!socle) {
    return [empeche("socle", "Pas de droit ouvert au RSA socle aujourd’hui")];
  }
  if (soumis === false) {
    return [empeche("devoirs", "Hors du champ des droits et devoirs aujourd’hui")];
  }
  return soumis === null
    ? [
        contre(
          "devoirs",
          2,
          "Droits et devoirs inconnus : une attestation sera demandée à l’entrée",
        ),
      ]
    : [];
}

/** Whether the action asks for a contract, and what she can show. */
export function raisonsDuContrat(
  { contrat, inscription }: PersonneAPlacer,
  { contractualisation: { nature } }: ActionAPlacer,
): readonly Raison[] {
  if (nature === "sans") return raisonsSansContrat({ contrat, inscription });
  if (contrat !== null) {
    return [pour("contrat", 2, `${contrat.nom} signé le ${dateEnMots(contrat.signeLe)}`)];
  }
  switch (nature) {
    case "par-la-reference":
      return [pour("contrat", 0, "Le contrat se fait avec la référence adossée à l’action")];
    case "obligatoire":
      return [contre("contrat", 4, "Un contrat est obligatoire : il se signera avec l’action")];
    case "selon-type":
    case "possible":
      return [contre("contrat", 1, "Pas encore de contrat : il peut se signer dans l’action")];
  }
}

/** The action signs no contract: the proof comes with the person. */
function raisonsSansContrat({
  contrat,
  inscription,
}: Pick<PersonneAPlacer, "contrat" | "inscription">): readonly Raison[] {
  if (contrat !== null) {
    return [pour("contrat", 2, `${contrat.nom} signé le ${dateEnMots(contrat.signeLe)}`)];
  }
  if (inscription !== null) {
    return [
      pour(
        "contrat",
        2,
        `Inscription à France Travail depuis le ${dateEnMots(inscription.depuis)}`,
      ),
    ];
  }
  return [
    empeche(
      "contrat",
      "Ni contrat en cours, ni inscription à France Travail : l’action demande l’un des deux",
    ),
  ];
}
