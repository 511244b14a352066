import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";
import type { RegleBeneficiaire } from "../../src/commun/referentiel/domain/referentiel.ts";

/** Beneficiary to accompany: the rule the départements share unless they say otherwise. */
export const beneficiaireNational: ParametreDate<RegleBeneficiaire> = [
  {
    depuis: "2009-06-01",
    valeur: {
      etats: ["2", "3"],
      motifsEtat4: ["01", "05", "06", "35", "36", "44", "70"],
      soumisDroitsDevoirs: true,
    },
    texte:
      "Flux VRSB0801 : ETATDOSRSA 2, 3, ou 4 avec un motif qui laisse le droit réel (05, 44, 70) ou théorique (01, 06, 35, 36), et TOPPERSDRODEVORSA = 1 (règle de analyse-flux-insertion) ; CASF, art. L262-28",
    certitude: "S",
  },
];
