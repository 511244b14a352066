import { expect, test } from "vitest";
import {
  listerReferentiels,
  type Matrice,
  type QuestionDiagnostic,
  type TypeOrientation,
  valeurAu,
} from "#commun/referentiel";
import { verifierMatrice } from "./verifier-matrice.ts";

const question = (champs: Partial<QuestionDiagnostic>): QuestionDiagnostic => ({
  code: "Q",
  theme: "Essai",
  libelle: "Question",
  multiple: false,
  reponses: {},
  exclusives: [],
  critereOrientation: null,
  texte: "Essai",
  certitude: "a-confirmer",
  ...champs,
});

const questions = [
  question({
    code: "PARCOURS",
    libelle: "Votre parcours",
    reponses: { recent: "A travaillé récemment", ancien: "A travaillé il y a longtemps" },
  }),
  question({
    code: "FREINS",
    libelle: "Vos difficultés",
    multiple: true,
    exclusives: ["aucun"],
    reponses: { aucun: "Aucune", sante: "Santé", logement: "Logement" },
  }),
];

const types: readonly TypeOrientation[] = [
  { code: "emploi", libelle: "Emploi", parent: null, dominante: "emploi", classes: [] },
  { code: "pro", libelle: "Pro", parent: null, dominante: "socio-professionnelle", classes: [] },
  { code: "social", libelle: "Social", parent: null, dominante: "sociale", classes: [] },
];

const saine: Matrice = {
  version: "essai-1",
  titre: "Essai",
  poids: [
    {
      question: "PARCOURS",
      reponse: "recent",
      axe: "emploi",
      poids: 3,
      libelle: "expérience récente",
    },
    { question: "FREINS", reponse: "sante", axe: "social", poids: 2, libelle: "santé" },
    { question: "FREINS", reponse: "logement", axe: "social", poids: 2, libelle: "logement" },
  ],
  niveaux: {
    emploi: [
      { code: "E1", libelle: "loin", jusqua: 2 },
      { code: "E2", libelle: "proche", jusqua: null },
    ],
    social: [
      { code: "S1", libelle: "peu d’obstacles", jusqua: 2 },
      { code: "S2", libelle: "beaucoup d’obstacles", jusqua: null },
    ],
  },
  grille: [
    { emploi: "E1", social: "S1", dominante: "socio-professionnelle", type: null },
    { emploi: "E1", social: "S2", dominante: "sociale", type: null },
    { emploi: "E2", social: "S1", dominante: "emploi", type: null },
    { emploi: "E2", social: "S2", dominante: "socio-professionnelle", type: null },
  ],
  avant: [],
  apres: [],
  sansReponse: { dominante: "socio-professionnelle", type: null },
};

const regle = (champs: Partial<Matrice["avant"][number]>): Matrice["avant"][number] => ({
  code: "regle",
  libelle: "une règle",
  si: { sur: "age", min: 60, max: null },
  siDominante: null,
  alors: { dominante: "sociale", type: null },
  texte: "Essai",
  ...champs,
});

const UN_ENFANT = { sur: "enfants-a-charge", min: 1 } as const;

const verifier = (champs: Partial<Matrice>) =>
  verifierMatrice({ ...saine, ...champs }, questions, types);

test("une matrice complète n’a pas de problème", () => {
  expect(verifier({})).toEqual([]);
});

test("un trou de la grille se montre par les réponses qui y mènent", () => {
  const problemes = verifier({ grille: saine.grille.slice(0, 3) });
  expect(problemes).toEqual([
    {
      code: "trou",
      probleme: "La grille n’a pas de cellule pour « proche » et « beaucoup d’obstacles ».",
      cas: "Cas : « Votre parcours » : A travaillé récemment ; « Vos difficultés » : Santé, Logement.",
    },
  ]);
});

test("deux cellules pour le même cas sont refusées", () => {
  expect(verifier({ grille: [...saine.grille, ...saine.grille.slice(0, 1)] })).toEqual([
    expect.objectContaining({ code: "recouvrement", cas: "Cas : E1 × S1." }),
  ]);
});

test("des poids trop faibles rendent une cellule inatteignable, et le cas dit de combien", () => {
  const poids = saine.poids.map((un) => (un.axe === "emploi" ? { ...un, poids: 1 } : un));
  expect(verifier({ poids })).toEqual([
    expect.objectContaining({
      code: "cellule-inatteignable",
      cas: "Cas : le score vers l’emploi va de 0 à 1, jamais de 3 ou plus.",
    }),
    expect.objectContaining({ code: "cellule-inatteignable" }),
  ]);
});

test("une réponse qui exclut les autres ne s’ajoute pas à elles", () => {
  const poids = saine.poids.map((un) =>
    un.reponse === "logement" ? { ...un, reponse: "aucun" } : un,
  );
  expect(verifier({ poids }).map(({ code, cas }) => ({ code, cas }))).toEqual([
    {
      code: "cellule-inatteignable",
      cas: "Cas : avec un score vers l’emploi jusqu’à 2, les obstacles vont de 0 à 2, jamais de 3 ou plus.",
    },
    expect.objectContaining({ code: "cellule-inatteignable" }),
  ]);
});

test("une règle entendue avant la grille peut lui prendre une cellule", () => {
  const avant = [
    regle({ si: { sur: "reponse", question: "FREINS", parmi: ["sante", "logement"] } }),
  ];
  expect(verifier({ avant })).toContainEqual({
    code: "cellule-inatteignable",
    probleme: "Personne ne peut arriver dans la cellule « loin » et « beaucoup d’obstacles ».",
    cas: "Cas : « Vos difficultés » : Santé, Logement — la règle « une règle » décide avant la grille.",
  });
});

test("une règle couverte par une autre se montre par la personne pour qui elle serait vraie", () => {
  const avant = [
    regle({ code: "large", libelle: "soixante ans ou plus" }),
    regle({ code: "etroite", libelle: "retraite proche", si: { sur: "age", min: 62, max: 70 } }),
  ];
  expect(verifier({ avant })).toEqual([
    {
      code: "regle-inatteignable",
      probleme: "La règle « retraite proche » ne décide jamais.",
      cas: "Cas : 62 ans — la règle « soixante ans ou plus » répond avant.",
    },
  ]);
});

test("une règle qui se contredit, ou qui corrige une dominante que rien ne donne, est refusée", () => {
  const contraire = regle({
    si: {
      sur: "toutes",
      de: [
        { sur: "age", min: 60, max: null },
        { sur: "age", min: null, max: 25 },
      ],
    },
  });
  expect(verifier({ avant: [contraire] })).toEqual([
    expect.objectContaining({ cas: "Cas : ses conditions ne peuvent pas être vraies ensemble." }),
  ]);
  const sansEmploi = saine.grille.map((cellule) =>
    cellule.dominante === "emploi" ? { ...cellule, dominante: "sociale" as const } : cellule,
  );
  expect(verifier({ grille: sansEmploi, apres: [regle({ siDominante: ["emploi"] })] })).toEqual([
    expect.objectContaining({ code: "regle-inatteignable" }),
  ]);
});

test("une question, une réponse, un type ou un niveau qui n’existe pas est refusé", () => {
  const codes = (champs: Partial<Matrice>) => verifier(champs).map(({ code }) => code);
  const poids = saine.poids.map((un) => ({ ...un, reponse: "jamais" }));
  expect(new Set(codes({ poids }))).toContain("inconnu");
  expect(codes({ sansReponse: { dominante: "emploi", type: "absent" } })).toEqual(["inconnu"]);
  expect(codes({ sansReponse: { dominante: "emploi", type: "social" } })).toEqual(["sans-type"]);
  const social = saine.niveaux.social.map((niveau) => ({ ...niveau, jusqua: 2 }));
  expect(codes({ niveaux: { ...saine.niveaux, social } })).toEqual(["niveaux"]);
});

test("une seule réponse ne peut pas en être deux, et un code que la CAF n’envoie pas est refusé", () => {
  const reponse = (donnee: string) =>
    ({ sur: "reponse", question: "PARCOURS", parmi: [donnee] }) as const;
  const deux = regle({ si: { sur: "toutes", de: [reponse("recent"), reponse("ancien")] } });
  expect(verifier({ avant: [deux] })).toEqual([
    expect.objectContaining({ cas: "Cas : ses conditions ne peuvent pas être vraies ensemble." }),
  ]);
  expect(verifier({ avant: [regle({ si: { sur: "activite", parmi: ["ZZZ"] } })] })).toEqual([
    expect.objectContaining({ code: "inconnu", cas: "Cas : la règle « une règle »." }),
  ]);
});

const RANGS = Array.from({ length: 30 }, (_, rang) => rang);

/** Of two of them that look at the same territory, the first asks less of everything but, at times, of the children. */
const trente = RANGS.map((rang) =>
  regle({
    code: `r${rang}`,
    libelle: `règle ${rang}`,
    si: {
      sur: "toutes",
      de: [
        { sur: "age", min: 16 + rang, max: 60 - rang },
        { sur: "enfants-a-charge", min: 1 + (rang % 5) },
        { sur: "territoire", parmi: [`T${rang % 7}`] },
        { sur: "capacite", type: "emploi", resteAuMoins: rang },
      ],
    },
  }),
);

test("de trente règles à quatre conditions, celles qui se contredisent ou qu’une autre couvre sont dites, elles seules", () => {
  const contradictoires = RANGS.filter((rang) => 16 + rang > 60 - rang);
  const couvertes = RANGS.filter(
    (rang) =>
      !contradictoires.includes(rang) &&
      RANGS.slice(0, rang).some((autre) => autre % 7 === rang % 7 && autre % 5 <= rang % 5),
  );
  const problemes = verifier({ avant: trente });
  const dites = (fin: RegExp) =>
    problemes.filter(({ cas }) => fin.test(cas)).map(({ probleme }) => probleme);
  const muette = (rang: number) => `La règle « règle ${rang} » ne décide jamais.`;
  expect(dites(/ses conditions ne peuvent pas être vraies ensemble/u)).toEqual(
    contradictoires.map(muette),
  );
  expect(dites(/répond avant/u)).toEqual(couvertes.map(muette));
  expect(problemes).toHaveLength(contradictoires.length + couvertes.length);
});

test("ce qui demande de tout essayer n’est pas jugé : un doute ne refuse la règle de personne", () => {
  const large = regle({ code: "large", libelle: "un enfant", si: UN_ENFANT });
  const etroite = regle({ code: "etroite", libelle: "aussi un enfant", si: UN_ENFANT });
  const muettes = (devant: number) =>
    verifier({ avant: [...trente.slice(0, devant), large, etroite] }).map(
      ({ probleme }) => probleme,
    );
  expect(muettes(3)).toEqual(["La règle « aussi un enfant » ne décide jamais."]);
  expect(muettes(7)).toEqual([]);
});

const livrees = listerReferentiels().flatMap((referentiel) =>
  referentiel.matrice.map(({ depuis, valeur }) => ({
    nom: referentiel.nom,
    matrice: valeur,
    types: valeurAu(referentiel.orientation, depuis).types,
    questions: valeurAu(referentiel.diagnostic, depuis),
  })),
);

test.each(livrees)(
  "la matrice livrée avec $nom n’a ni trou ni cellule ou règle perdue",
  (livree) => {
    expect(verifierMatrice(livree.matrice, livree.questions, livree.types)).toEqual([]);
  },
);
