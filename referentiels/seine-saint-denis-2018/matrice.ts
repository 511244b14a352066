import type { Matrice, RegleMatrice } from "../../src/commun/referentiel/domain/orientation.ts";
import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";
import { obstacles, versEmploi } from "../national/poids.ts";

const preorientation =
  "Préorientation de la Seine-Saint-Denis (WebRSA 4.32.4) : règles lues dans l’ordre, la première vraie décide";

function regle(
  code: string,
  libelle: string,
  si: RegleMatrice["si"],
  alors: RegleMatrice["alors"]["dominante"],
): RegleMatrice {
  return {
    code,
    libelle,
    si,
    siDominante: null,
    alors: { dominante: alors, type: null },
    texte: preorientation,
  };
}

const reponse = (question: string, parmi: readonly string[]): RegleMatrice["si"] => ({
  sur: "reponse",
  question,
  parmi,
});
const moinsDe57: RegleMatrice["si"] = { sur: "age", min: null, max: 56 };
const des57: RegleMatrice["si"] = { sur: "age", min: 57, max: null };
const aussi = (...de: readonly RegleMatrice["si"][]): RegleMatrice["si"] => ({ sur: "toutes", de });

const seineSaintDenis: Matrice = {
  version: "seine-saint-denis-2018-1",
  titre: "Préorientation",
  poids: [
    ...versEmploi("NIVETU", [
      ["1201", 1, "études supérieures"],
      ["1202", 1, "études jusqu’à bac + 2"],
    ]),
    ...versEmploi("TOPENGDEMARECHEMPLOI", [["1", 1, "recherche d’emploi engagée"]]),
    ...obstacles("DIFSOC", [
      ["0402", 1, "santé"],
      ["0405", 1, "démarches administratives difficiles"],
      ["0406", 1, "endettement"],
      ["0407", 1, "autre difficulté sociale"],
    ]),
  ],
  niveaux: {
    emploi: [
      { code: "E1", libelle: "parcours à construire", jusqua: 1 },
      { code: "E2", libelle: "prêt à chercher un emploi", jusqua: null },
    ],
    social: [
      { code: "S1", libelle: "pas de difficulté sociale", jusqua: 0 },
      { code: "S2", libelle: "au moins une difficulté sociale", jusqua: null },
    ],
  },
  grille: [
    { emploi: "E1", social: "S1", dominante: "socio-professionnelle", type: null },
    { emploi: "E1", social: "S2", dominante: "sociale", type: null },
    { emploi: "E2", social: "S1", dominante: "emploi", type: null },
    { emploi: "E2", social: "S2", dominante: "socio-professionnelle", type: null },
  ],
  avant: [
    regle(
      "hebergement",
      "hébergement en CHRS ou en résidence sociale",
      reponse("NATLOG", ["0904", "0911"]),
      "sociale",
    ),
    regle("expulsion", "menace d’expulsion", reponse("DIFLOG", ["1006"]), "sociale"),
    regle(
      "attente-pension",
      "fin ou attente d’une allocation pour handicap ou d’une pension",
      reponse("SITPERSDEMRSA", ["0102", "0105"]),
      "sociale",
    ),
    {
      code: "rsa-jeune",
      libelle: "18 à 30 ans, proche de l’emploi : la mission locale accompagne",
      si: aussi(
        { sur: "age", min: 18, max: 30 },
        {
          sur: "une-de",
          de: [reponse("SITPERSDEMRSA", ["0109", "0101"]), reponse("CESSDERACT", ["2701"])],
        },
      ),
      siDominante: null,
      alors: { dominante: "emploi", type: "rsa-jeune" },
      texte:
        "Critère « JEUNE » de l’algorithme d’orientation de la Seine-Saint-Denis (WebRSA 4.32.4), tenu à qui la préorientation mène à l’emploi",
    },
    regle(
      "fin-de-droits",
      "fin d’études ou fin de droits au chômage",
      reponse("SITPERSDEMRSA", ["0109", "0101"]),
      "emploi",
    ),
    regle(
      "activite-recente",
      "en activité il y a moins d’un an",
      aussi(moinsDe57, reponse("CESSDERACT", ["2701"])),
      "emploi",
    ),
    regle(
      "activite-ancienne",
      "sans activité depuis plus d’un an",
      aussi(moinsDe57, reponse("CESSDERACT", ["2702"])),
      "socio-professionnelle",
    ),
    regle(
      "activite-recente-57",
      "57 ans ou plus, en activité il y a moins d’un an",
      aussi(des57, reponse("CESSDERACT", ["2701"])),
      "socio-professionnelle",
    ),
    regle(
      "activite-ancienne-57",
      "57 ans ou plus, sans activité depuis plus d’un an",
      aussi(des57, reponse("CESSDERACT", ["2702"])),
      "sociale",
    ),
    regle("toujours-travaille", "a toujours travaillé", reponse("HISPRO", ["1901"]), "emploi"),
    regle(
      "peu-travaille",
      "a peu ou n’a jamais travaillé",
      reponse("HISPRO", ["1902", "1903", "1904"]),
      "socio-professionnelle",
    ),
    regle(
      "demandeur-emploi",
      "inscription comme demandeur d’emploi",
      reponse("INSCDEMEMPLOI", ["4302", "4303", "4304"]),
      "emploi",
    ),
  ],
  apres: [],
  sansReponse: { dominante: "socio-professionnelle", type: null },
};

export const matrice: ParametreDate<Matrice> = [
  {
    depuis: "2018-01-01",
    valeur: seineSaintDenis,
    texte: `${preorientation}. La grille, pour qui n’est visé par aucune règle, est proposée.`,
    certitude: "S",
  },
];
