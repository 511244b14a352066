import type { Choix, RegleEntretien } from "../../src/commun/referentiel/domain/entretien.ts";
import { entretienNational, naturesProposees } from "../national/themes.ts";

const document =
  "Guide du porteur de projet, appel à projets 2019-2021 « De l’insertion à l’emploi », Département du Nord";
const depuis = "2019-01-01";

const motsDuNord: Readonly<Record<string, string>> = {
  "savoir-etre": "Savoir-être",
  budget: "Difficultés financières",
  disponibilite: "Vie familiale et vie professionnelle à concilier",
};
const prioritaires = ["mobilite", "garde-enfants"];

/** The two priorities of axe V come first. */
function dansLOrdreDuNord(natures: readonly Choix[]): readonly Choix[] {
  const nommees = natures.map(({ code, libelle }) => ({
    code,
    libelle: motsDuNord[code] ?? libelle,
  }));
  const premieres = nommees.filter(({ code }) => prioritaires.includes(code));
  return [...premieres, ...nommees.filter(({ code }) => !prioritaires.includes(code))];
}

export const entretien: RegleEntretien = {
  ...entretienNational,
  naturesFrein: [
    {
      depuis,
      valeur: dansLOrdreDuNord(naturesProposees),
      texte: `${document}, axe V : « Une priorité départementale portera sur » la mobilité et la garde d’enfants ; annexe IOD : « mobilité, garde d’enfant, savoir être, difficultés financières, conciliation vie familiale et vie professionnelle ». Les autres natures sont proposées`,
      certitude: "a-confirmer",
    },
  ],
  freinsLeves: [
    {
      depuis,
      valeur: 80,
      texte: `${document}, axe V : « Minimum de 80% de freins levés (à préciser par l’opérateur) »`,
      certitude: "V",
    },
  ],
};
