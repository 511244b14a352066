import type { RegleAgenda } from "../../src/commun/referentiel/domain/agenda.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";
import { cadreAgendaPropose, motifs } from "../national/agenda.ts";

const document =
  "Guide du porteur de projet, appel à projets 2019-2021 « De l’insertion à l’emploi », Département du Nord";
const propose = (quoi: string) => `${document} : ${quoi} (durées et suites proposées)`;

export const agenda: ParametreDate<RegleAgenda> = [
  {
    depuis: "2019-01-01",
    valeur: {
      ...cadreAgendaPropose,
      motifs: [
        motifs.premier({
          libelle: "Entretien d’accueil et de diagnostic",
          texte: propose("accueil des allocataires adressés par le PIPLE"),
        }),
        motifs.suivi({
          texte: `${document}, « Fréquence de l’accompagnement » : « Le référent rencontre les personnes au moins deux fois par mois »`,
          certitude: "V",
        }),
        motifs.suivi({
          code: "coaching",
          libelle: "Séance de coaching emploi",
          duree: 60,
          annonce: "une séance de coaching emploi",
          texte: `${document}, Coaching Emploi : « au moins une fois par semaine »`,
          certitude: "V",
        }),
        motifs.suivi({
          code: "suivi-aci",
          libelle: "Entretien de suivi en chantier d’insertion",
          modalites: ["individuel"],
          texte: `${document}, Ateliers et chantiers d’insertion : « au moins une fois par mois »`,
          certitude: "V",
        }),
        motifs.contrat({ texte: propose("contrat d’engagements réciproques (CER)") }),
        motifs.bilan({ texte: propose("bilans de l’accompagnement") }),
        motifs.information({ texte: propose("accompagnement individuel et collectif") }),
        motifs.telephone({ texte: propose("suivi en sortie d’action") }),
      ],
    },
    texte: `${document} : fréquences d’accompagnement de chaque fiche ; les horaires et les durées sont proposés`,
    certitude: "a-confirmer",
  },
];
