import type { RegleAgenda } from "../../src/commun/referentiel/domain/agenda.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";
import { cadreAgendaPropose, motifs } from "../national/agenda.ts";

const document = "Lettre de mission unique 2018-2020, Projet de Ville RSA, Seine-Saint-Denis";
const propose = (quoi: string) => `${document} : ${quoi} (durées et suites proposées)`;

export const agenda: ParametreDate<RegleAgenda> = [
  {
    depuis: "2018-01-01",
    valeur: {
      ...cadreAgendaPropose,
      motifs: [
        motifs.premier({ texte: propose("« Accueil, information et orientation du public »") }),
        motifs.suivi({
          texte: propose("accompagnement socioprofessionnel par le Projet de Ville"),
        }),
        motifs.contrat({ texte: propose("contrat d’engagements réciproques") }),
        motifs.bilan({ texte: propose("contrat d’engagements réciproques") }),
        motifs.information({
          texte: propose("« Accueil, information et orientation du public »"),
        }),
        motifs.telephone({ texte: propose("« Planification des rendez-vous »") }),
      ],
    },
    texte: `${document} : « Planification des rendez-vous » ; les horaires et les motifs sont proposés`,
    certitude: "a-confirmer",
  },
];
