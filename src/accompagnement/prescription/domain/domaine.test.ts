import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { classer, comparer, juger } from "./classement.ts";
import {
  type EtatPrescription,
  etatAu,
  etatsPrescription,
  gestesPrescription,
  passage,
  passer,
  rejouer,
} from "./etapes.ts";
import { faitsDeLaPrescription, type PrescriptionSuivie } from "./faits.ts";
import type { ActionAPlacer, CadreDuClassement, PersonneAPlacer } from "./placement.ts";

const cadre: CadreDuClassement = {
  le: "2026-11-22",
  classe: "association",
  doublesPresences: [{ une: "vi-1", autre: "toutes" }],
  freinId: null,
};

const personne: PersonneAPlacer = {
  codeCommune: "80021",
  commune: "Amiens",
  epci: "248000531",
  territoireId: 1,
  territoire: "Amiens",
  dominante: "socio-professionnelle",
  socle: true,
  soumis: true,
  contrat: { nom: "CER", signeLe: "2026-09-01" },
  inscription: null,
  freins: [{ id: 4, nature: "mobilite", libelle: "Pas de permis", poids: "important" }],
  presences: [],
  prescrites: [],
};

const action: ActionAPlacer = {
  id: 1,
  nom: "Atelier du lin",
  structure: "Élan",
  fiche: "ii-1",
  territoire: "Amiens",
  territoireId: 1,
  communes: [],
  codeCommune: "80021",
  epci: "248000531",
  du: "2026-01-01",
  au: null,
  freins: ["mobilite"],
  dominantes: ["socio-professionnelle"],
  publics: [],
  contractualisation: { nature: "obligatoire", texte: "" },
  prescripteurs: ["association"],
  places: 10,
  presents: 4,
  enAttente: 0,
  delaiMedian: 12,
};

const textes = (
  voulue: Partial<ActionAPlacer>,
  elle: Partial<PersonneAPlacer> = {},
  autre: Partial<CadreDuClassement> = {},
) => juger({ ...personne, ...elle }, { ...action, ...voulue }, { ...cadre, ...autre });

describe("le classement des actions", () => {
  test("dit en mots ce qui parle pour l’action", () => {
    const { admissible, raisons, libres } = textes({});
    expect(admissible).toBe(true);
    expect(libres).toBe(6);
    expect(raisons.map(({ texte }) => texte)).toEqual([
      "Dans sa commune, Amiens",
      "Travaille sur : Pas de permis",
      "6 places libres sur 10",
      "L’action reçoit les orientations « socio-professionnelle »",
      "CER signé le 01/09/2026",
      "Entrée en 12 jours d’ordinaire",
    ]);
  });

  test.each([
    ["sans droit au RSA socle", { socle: false }, {}, "Pas de droit ouvert"],
    ["hors droits et devoirs", { soumis: false }, {}, "Hors du champ des droits et devoirs"],
    [
      "autre territoire",
      { territoireId: 2, territoire: "Abbeville" },
      {},
      "sert le territoire Amiens",
    ],
    ["sans territoire", { territoireId: null }, {}, "dans aucun territoire"],
    ["commune non servie", {}, { communes: ["80001"] }, "ne sert pas sa commune, Amiens"],
    [
      "orientation que la fiche ne reçoit pas",
      { dominante: "sociale" },
      {},
      "la sienne est « sociale »",
    ],
    [
      "déjà dans l’action",
      {
        presences: [{ actionId: 1, action: "Atelier du lin", fiche: "ii-1", depuis: "2026-10-01" }],
      },
      {},
      "Déjà dans l’action, depuis le 01/10/2026",
    ],
    ["déjà prescrite", { prescrites: [1] }, {}, "Déjà prescrite"],
    ["pas encore ouverte", {}, { du: "2027-01-04" }, "ouvre le 04/01/2027"],
    ["fermée", {}, { au: "2026-11-22" }, "L’action est fermée"],
    [
      "ni contrat ni inscription",
      { contrat: null },
      { contractualisation: { nature: "sans", texte: "" } },
      "Ni contrat en cours, ni inscription",
    ],
    ["prescripteur non admis", {}, { prescripteurs: ["departement"] }, "Votre structure n’est pas"],
  ] as const)("%s : l’action est écartée, avec sa raison", (_, elle, voulue, texte) => {
    const { admissible, raisons } = textes(
      voulue as Partial<ActionAPlacer>,
      elle as Partial<PersonneAPlacer>,
    );
    expect(admissible).toBe(false);
    expect(raisons[0]).toMatchObject({ sens: "empeche", texte: expect.stringContaining(texte) });
  });

  test("une présence ailleurs n’écarte pas : elle est dite, sauf quand la fiche garde le suivi", () => {
    const ailleurs = { actionId: 9, action: "Chantier", fiche: "iii-1", depuis: "2026-10-01" };
    expect(textes({}, { presences: [ailleurs] })).toMatchObject({ admissible: true });
    expect(textes({}, { presences: [ailleurs] }).raisons.map(({ code }) => code)).toContain(
      "ailleurs",
    );
    const social = { ...ailleurs, fiche: "vi-1" };
    expect(textes({}, { presences: [social] }).raisons.map(({ code }) => code)).not.toContain(
      "ailleurs",
    );
  });

  test.each([
    ["une autre action de la même fiche", "vi-1", "vi-1"],
    ["une fiche qu’aucune règle n’admet avec la sienne", "iii-1", "ii-1"],
  ])("%s attend sa sortie, et passe après toute action où elle peut entrer", (_, sienne, fiche) => {
    const presences = [{ actionId: 9, action: "Suivi", fiche: sienne, depuis: "2026-10-01" }];
    const loin = { ...action, id: 2, fiche: sienne === "vi-1" ? "ii-1" : "vi-1", freins: [] };
    const pleine = { ...loin, codeCommune: null, presents: 10, enAttente: 3, delaiMedian: 90 };
    const rang = classer({ ...personne, presences }, [{ ...action, fiche }, pleine], cadre);
    expect(rang.map((une) => une.action.id)).toEqual([2, 1]);
    expect(rang.map((une) => une.raisons.some(({ code }) => code === "ailleurs"))).toEqual([
      false,
      true,
    ]);
    expect(rang[1]?.points).toBeGreaterThan(rang[0]?.points ?? 0);
  });

  test("le frein d’où l’on part pèse plus que tout autre", () => {
    const [premiere] = classer(
      personne,
      [
        { ...action, freins: [], places: 10, presents: 0 },
        { ...action, id: 2, places: 10, presents: 10, codeCommune: null },
      ],
      { ...cadre, freinId: 4 },
    );
    expect(premiere?.action.id).toBe(2);
  });

  const unLieu = fc.constantFrom("80021", "80001", null);
  const uneAction = fc.record({
    id: fc.integer({ min: 1, max: 1000 }),
    nom: fc.constantFrom("Atelier", "Chantier", "Élan"),
    territoireId: fc.constantFrom(1, 2),
    communes: fc.constantFrom([], ["80021"], ["80001"]),
    codeCommune: unLieu,
    au: fc.constantFrom(null, "2026-06-30", "2027-06-30"),
    freins: fc.constantFrom([], ["mobilite"], ["logement"]),
    dominantes: fc.constantFrom([], ["sociale"], ["socio-professionnelle"]),
    places: fc.constantFrom(null, 0, 5, 20),
    presents: fc.integer({ min: 0, max: 20 }),
    enAttente: fc.integer({ min: 0, max: 6 }),
    delaiMedian: fc.constantFrom(null, 3, 30, 90),
  });
  const desActions = fc
    .uniqueArray(uneAction, { selector: ({ id }) => id, maxLength: 30 })
    .map((liste) => liste.map((une) => ({ ...action, ...une }) as ActionAPlacer));

  test("le rang est total et ne dépend pas de l’ordre où l’on donne les actions", () => {
    fc.assert(
      fc.property(desActions, fc.integer(), (actions, graine) => {
        const rang = (liste: readonly ActionAPlacer[]) =>
          classer(personne, liste, cadre).map((une) => une.action.id);
        const melange = actions.toSorted(
          (a, b) => ((a.id * 7919 + graine) % 101) - ((b.id * 7919 + graine) % 101),
        );
        expect(rang(melange)).toEqual(rang(actions));
        const classees = classer(personne, actions, cadre);
        for (const [i, une] of classees.entries()) {
          for (const autre of classees.slice(i + 1)) expect(comparer(une, autre)).toBeLessThan(0);
        }
      }),
    );
  });

  test("une action empêchée n’est jamais avant une action possible", () => {
    fc.assert(
      fc.property(desActions, fc.boolean(), (actions, socle) => {
        const classees = classer({ ...personne, socle }, actions, cadre);
        const premiereEcartee = classees.findIndex(({ admissible }) => !admissible);
        const suite = premiereEcartee === -1 ? [] : classees.slice(premiereEcartee);
        expect(suite.every(({ admissible }) => !admissible)).toBe(true);
        for (const { admissible, raisons } of classees) {
          expect(admissible).toBe(raisons.every(({ sens }) => sens !== "empeche"));
        }
      }),
    );
  });
});

describe("les passages d’une prescription", () => {
  test("l’histoire d’une prescription suivie jusqu’à la sortie", () => {
    expect(
      rejouer([
        "prescrire",
        "relancer",
        "mettre-en-attente",
        "accepter",
        "noter-absence",
        "recevoir",
        "entrer",
        "sortir",
      ]),
    ).toBe("sortie");
  });

  test("une prescription close ne se rouvre pas", () => {
    for (const etat of ["refusee", "expiree", "annulee"] as const) {
      for (const geste of gestesPrescription) expect(passage(etat, geste)).toBeNull();
    }
    expect(() => passer("expiree", "accepter")).toThrow("a expiré");
    expect(() => passer("refusee", "accepter")).toThrow("Ce n’est pas possible à cette étape");
  });

  test("on n’entre que d’une prescription encore ouverte, on ne sort que d’une entrée", () => {
    const entrent = etatsPrescription.filter((etat) => passage(etat, "entrer") === "entree");
    expect(entrent).toEqual(["prescrite", "liste-attente", "acceptee", "absente", "recue"]);
    const sortent = etatsPrescription.filter((etat) => passage(etat, "sortir") !== null);
    expect(sortent).toEqual(["entree", "sortie"]);
  });

  test("sans réponse, elle expire le jour dit, et seulement alors", () => {
    const expireLe = "2026-12-22";
    expect(etatAu({ etat: "prescrite", expireLe }, "2026-12-21")).toBe("prescrite");
    expect(etatAu({ etat: "prescrite", expireLe }, "2026-12-22")).toBe("expiree");
    fc.assert(
      fc.property(fc.constantFrom(...etatsPrescription), (etat: EtatPrescription) => {
        expect(etatAu({ etat, expireLe }, "2027-06-01")).toBe(
          etat === "prescrite" ? "expiree" : etat,
        );
      }),
    );
  });
});

describe("les échéances d’une prescription", () => {
  const suivie: PrescriptionSuivie = {
    id: 1,
    personneId: 1,
    etat: "prescrite",
    etatLe: "2026-11-02",
    prescriteLe: "2026-11-02",
    relanceeLe: null,
    expireLe: "2026-12-02",
    repondueLe: null,
    accepteeLe: null,
    accueilPrevuLe: null,
    recueLe: null,
    entreeLe: null,
    vueLe: null,
    ecarte: false,
  };

  test("une relance fait repartir le délai de réponse", () => {
    expect(faitsDeLaPrescription(suivie, "2026-11-22")["prescription-faite"]).toBe("2026-11-02");
    const relancee = { ...suivie, relanceeLe: "2026-11-16" };
    expect(faitsDeLaPrescription(relancee, "2026-11-22")["prescription-faite"]).toBe("2026-11-16");
  });

  test("expirée, elle n’attend plus l’opérateur, mais le référent", () => {
    expect(faitsDeLaPrescription(suivie, "2026-12-02")).toMatchObject({
      "prescription-close": "2026-12-02",
      "suite-attendue": "2026-12-02",
      "suite-donnee": null,
    });
  });

  test("reçue avant le jour prévu, l’accueil est tenu", () => {
    const recue = {
      ...suivie,
      etat: "recue" as const,
      etatLe: "2026-11-10",
      repondueLe: "2026-11-05",
      accepteeLe: "2026-11-05",
      accueilPrevuLe: "2026-11-20",
      recueLe: "2026-11-10",
    };
    expect(faitsDeLaPrescription(recue, "2026-11-22")).toMatchObject({
      "accueil-attendu": "2026-11-20",
      "accueil-note": "2026-11-20",
    });
  });

  test("mise de côté par une fusion, elle n’attend plus rien", () => {
    expect(faitsDeLaPrescription({ ...suivie, ecarte: true }, "2026-12-02")).toEqual({});
  });
});
