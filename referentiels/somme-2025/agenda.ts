import type { RegleAgenda } from "../../src/commun/referentiel/domain/agenda.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";
import { cadreAgendaPropose, motifs } from "../national/agenda.ts";

const document =
  "Profil de poste « Assistant(e) administratif(ve) insertion », Département de la Somme";
const propose = (quoi: string) => `${document} : ${quoi} (durées et suites proposées)`;

export const agenda: ParametreDate<RegleAgenda> = [
  {
    depuis: "2025-01-01",
    valeur: {
      ...cadreAgendaPropose,
      motifs: [
        motifs.premier({
          libelle: "Intégration : premier rendez-vous",
          texte: propose("« Respecter le process d’intégration (15 jours calendaire) »"),
        }),
        motifs.suivi({ texte: propose("suivi des contrats avec le référent désigné") }),
        motifs.contrat({ texte: propose("« Suivi des contrats »") }),
        motifs.bilan({ texte: propose("« Suivi des contrats »") }),
        motifs.information({ texte: propose("« courrier d’information au bénéficiaire »") }),
        motifs.telephone({ texte: propose("« Assurer l’accueil téléphonique des usagers »") }),
      ],
    },
    texte: `${document} : « frappe et mise en forme de divers documents : convocation… » ; les horaires et les motifs sont proposés`,
    certitude: "a-confirmer",
  },
];
