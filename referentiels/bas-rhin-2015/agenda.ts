import type { RegleAgenda } from "../../src/commun/referentiel/domain/agenda.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";
import { cadreAgendaPropose, motifs } from "../national/agenda.ts";

const document =
  "Cahier des charges 2015 des référents de parcours professionnels, Conseil départemental du Bas-Rhin";
const propose = (quoi: string) => `${document} : ${quoi} (durées et suites proposées)`;

export const agenda: ParametreDate<RegleAgenda> = [
  {
    depuis: "2015-01-01",
    valeur: {
      ...cadreAgendaPropose,
      motifs: [
        motifs.premier({ texte: propose("signature du contrat d’orientation") }),
        motifs.suivi({
          texte: `${document} : mobilisation de 60 ou 70 allocataires « par mois, en mode collectif et/ou individuel »`,
          certitude: "V",
        }),
        motifs.information({
          code: "atelier",
          libelle: "Atelier collectif de mobilisation",
          duree: 120,
          annonce: "un atelier collectif",
          texte: `${document} : modalités « individuelles et/ou collectives »`,
          certitude: "V",
        }),
        motifs.contrat({ texte: propose("contrat d’engagement") }),
        motifs.bilan({
          texte: propose("prise en charge limitée à six mois, renouvelable une fois"),
        }),
        motifs.telephone({ texte: propose("mobilisation continue et soutenue de l’allocataire") }),
      ],
    },
    texte: `${document} : mobilisation mensuelle, individuelle ou collective ; les horaires et les durées sont proposés`,
    certitude: "a-confirmer",
  },
];
