import type { NatureSortie } from "#commun/referentiel";
import { cleEntete } from "./champs.ts";

/** How operators’ own software writes the nature of an exit. */
const ecritures: readonly (readonly [RegExp, NatureSortie])[] = [
  [/^cdi\b|duree indeterminee/u, "cdi"],
  [/^cdd\b|duree determinee|cddi/u, "cdd"],
  [/titularis|fonction publique/u, "titularisation"],
  [/interim|mission/u, "interim"],
  [/saison/u, "saisonnier"],
  [/cesu|emploi service|particulier employeur/u, "cesu"],
  [/alternance|apprenti|professionnalisation/u, "alternance"],
  [
    /cui cae|^cae\b|^pec\b|parcours emploi competences|contrat aide non marchand/u,
    "contrat-aide-non-marchand",
  ],
  [/cui cie|^cie\b|contrat aide/u, "contrat-aide-marchand"],
  [/creation|reprise d entreprise|auto entrepreneur|micro entreprise/u, "creation"],
  [/formation/u, "formation-qualifiante"],
  [/autre action|autre accompagnement|reorient/u, "autre-action"],
  [/retraite|aah|autres droits|invalidite/u, "autres-droits"],
  [/fin (de )?(droit|rsa)|sortie du rsa/u, "fin-rsa"],
  [/fin de (duree|parcours|accompagnement)|terme/u, "fin-de-duree"],
  [/abandon|injoignable|non venue/u, "abandon"],
  [/demenage/u, "demenagement"],
  [/incarcer/u, "incarceration"],
  [/deces/u, "deces"],
];

/** The nature a value says, when it is said clearly; null asks the operator once, and it is remembered. */
export function natureEcrite(valeur: string): NatureSortie | null {
  const cle = cleEntete(valeur);
  return ecritures.find(([motif]) => motif.test(cle))?.[1] ?? null;
}
