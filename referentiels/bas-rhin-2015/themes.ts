import type {
  RegleEntretien,
  ThemeSituation,
} from "../../src/commun/referentiel/domain/entretien.ts";
import { entretienNational, themesProposes } from "../national/themes.ts";

const document =
  "Cahier des charges 2015 des référents de parcours professionnels, Conseil départemental du Bas-Rhin";
const depuis = "2015-01-01";

/** Themes an operator of professional accompaniment watches and does not treat. */
const veille: ReadonlySet<string> = new Set(["sante", "logement", "budget", "famille"]);

function avecVeille(theme: ThemeSituation): ThemeSituation {
  if (!veille.has(theme.code)) return theme;
  return {
    ...theme,
    aide: `${theme.aide} L’opérateur de parcours repère la difficulté et mobilise qui peut la résoudre ; il ne la traite pas lui-même.`,
  };
}

export const entretien: RegleEntretien = {
  ...entretienNational,
  themes: [
    {
      depuis,
      valeur: themesProposes.map(avecVeille),
      texte: `${document} : « L’opérateur d’accompagnement professionnel n’a pas à traiter les problématiques sociales de l’allocataire (santé, logement, situation financière, vie familiale) » ; « assure une veille sur les problématiques sociales ». Le reste du catalogue est proposé`,
      certitude: "a-confirmer",
    },
  ],
};
