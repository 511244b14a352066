import { expect, test } from "vitest";
import { chargerReferentiel, listerReferentiels, valeurAu } from "#commun/referentiel";
import { choixDe, estGroupe } from "./catalogue.ts";
import {
  appliquerGeste,
  type ConditionSaisie,
  type Lecture,
  lireCondition,
  nouvelle,
  ouvrirCondition,
  sous,
} from "./condition-saisie.ts";
import { fermerCondition } from "./fermer-condition.ts";

const somme = chargerReferentiel("somme-2025");
const catalogue = {
  questions: somme.diagnostic[0].valeur,
  types: somme.orientation[0].valeur.types,
  territoires: ["Abbeville", "Amiens"],
};

/** The form these conditions are shown in, as a browser sends it back. */
function envoyer(saisie: ConditionSaisie, chemin = "si"): readonly (readonly [string, string])[] {
  const champ = (nom: string, valeur: string) => [`${chemin}-${nom}`, valeur] as const;
  return [
    [chemin, saisie.sur] as const,
    ...(saisie.contraire ? [champ("contraire", "oui")] : []),
    champ("min", saisie.min),
    champ("max", saisie.max),
    champ("type", saisie.type),
    ...saisie.parmi.map((code) => champ("parmi", code)),
    ...saisie.de.flatMap((partie, rang) => envoyer(partie, sous(chemin, rang))),
  ];
}

function lectureDe(saisie: ConditionSaisie): Lecture {
  const recus = Map.groupBy(envoyer(saisie), ([cle]) => cle);
  const all = (nom: string) => (recus.get(nom) ?? []).map(([, valeur]) => valeur);
  return { all, text: (nom) => all(nom).at(-1) ?? "" };
}

test("chaque condition livrée s’ouvre dans le formulaire et en revient telle quelle", () => {
  for (const { matrice, orientation, diagnostic } of listerReferentiels()) {
    const [{ valeur, depuis }] = matrice;
    const lui = {
      questions: valeurAu(diagnostic, depuis),
      types: valeurAu(orientation, depuis).types,
      territoires: ["Amiens"],
    };
    for (const { si } of [...valeur.avant, ...valeur.apres]) {
      const problemes = {};
      const ouverte = ouvrirCondition(si);
      expect(estGroupe(ouverte.sur)).toBe(true);
      const lue = lireCondition(lectureDe(ouverte));
      expect(lue).toEqual(ouverte);
      expect(fermerCondition(lue, lui, problemes)).toEqual(si);
      expect(problemes).toEqual({});
    }
  }
});

test("les gestes ajoutent et retirent une condition à sa place, sans rien perdre du reste", () => {
  const vide = nouvelle("toutes");
  const age = appliquerGeste(vide, "ajouter:si", () => "age");
  const groupe = appliquerGeste(age, "ajouter:si", () => "une-de");
  const dedans = appliquerGeste(groupe, "ajouter:si-1", () => "territoire");
  expect(dedans.de.map(({ sur, de }) => [sur, de.map((une) => une.sur)])).toEqual([
    ["age", []],
    ["une-de", ["territoire"]],
  ]);
  expect(appliquerGeste(dedans, "retirer:si-1-0", () => null)).toEqual(groupe);
  expect(appliquerGeste(dedans, "retirer:si-0", () => null).de).toEqual([dedans.de[1]]);
  expect(appliquerGeste(dedans, "relire", () => null)).toEqual(dedans);
  expect(appliquerGeste(dedans, "ajouter:si-7", () => "age")).toEqual(dedans);
  expect(appliquerGeste(dedans, "ajouter:si", () => null)).toEqual(dedans);
});

const plusieurs = (nombre: number): ConditionSaisie => ({
  ...nouvelle("toutes"),
  de: Array.from({ length: nombre }, (_, rang) => ({ ...nouvelle("age"), min: String(rang) })),
});

test("une condition de trop est refusée quand on l’ajoute, au champ où elle est choisie", () => {
  const pleine = appliquerGeste(plusieurs(29), "ajouter:si", () => "age");
  expect(pleine.de).toHaveLength(30);
  const ensemble = { ...nouvelle("toutes"), de: [nouvelle("age"), pleine] };
  expect(() => appliquerGeste(ensemble, "ajouter:si-1", () => "age")).toThrowError(
    expect.objectContaining({
      code: "saisie.invalide",
      details: {
        champs: {
          "si-1-ajout":
            "Un groupe a au plus 30 conditions : retirez-en une, ou faites deux règles.",
        },
      },
    }),
  );
  expect(appliquerGeste(ensemble, "ajouter:si", () => "age").de).toHaveLength(3);
});

const emboites = (niveaux: number): ConditionSaisie => ({
  ...nouvelle("une-de"),
  de: niveaux === 1 ? [nouvelle("age")] : [emboites(niveaux - 1)],
});

test("un cinquième groupe dans un autre est refusé, une condition simple y entre encore", () => {
  const ajouter = (niveaux: number, sorte: string) => {
    const chemin = `si${"-0".repeat(niveaux - 1)}`;
    return appliquerGeste(emboites(niveaux), `ajouter:${chemin}`, () => sorte);
  };
  expect(() => ajouter(4, "une-de")).toThrowError(
    "Il y a au plus 4 groupes l’un dans l’autre : ajoutez ici une condition simple.",
  );
  for (const saisie of [ajouter(3, "une-de"), ajouter(4, "age")]) {
    expect(lireCondition(lectureDe(saisie))).toEqual(saisie);
  }
});

test("une règle écrite plus large ou plus profonde revient entière du formulaire", () => {
  const large = { ...plusieurs(40), de: [...plusieurs(40).de, emboites(6)] };
  expect(lireCondition(lectureDe(large))).toEqual(large);
});

test("un formulaire sans fin est refusé en entier, jamais coupé", () => {
  expect(lireCondition(lectureDe(plusieurs(999))).de).toHaveLength(999);
  expect(() => lireCondition(lectureDe(plusieurs(1000)))).toThrowError(
    expect.objectContaining({ code: "saisie.trop-grande" }),
  );
});

test("ce qui manque à une condition se dit à son champ, tout en une fois", () => {
  const problemes: Record<string, string> = {};
  const saisie = {
    ...nouvelle("toutes"),
    de: [
      nouvelle("age"),
      { ...nouvelle("age"), min: "30", max: "20" },
      { ...nouvelle("enfants-a-charge"), min: "zéro" },
      { ...nouvelle("capacite"), min: "1" },
      nouvelle("reponse|HISPRO"),
      { ...nouvelle("territoire"), parmi: ["Atlantide"] },
      nouvelle("une-de"),
    ],
  };
  expect(fermerCondition(saisie, catalogue, problemes)).toBeNull();
  expect(problemes).toEqual({
    "si-0-min": "Écrivez au moins un des deux âges.",
    "si-1-max": "Écrivez un âge d’au moins 30 ans, ou laissez vide.",
    "si-2-min": "Écrivez un nombre entier, de 1 à 20.",
    "si-3-type": "Choisissez le type d’orientation.",
    "si-4-parmi": "Cochez au moins une case.",
    "si-5-parmi": "« Atlantide » n’existe plus : décochez cette case.",
    "si-6-ajout": "Ajoutez au moins une condition.",
  });
});

test("le contraire d’une condition ou d’un groupe s’écrit et se relit", () => {
  const age = { ...nouvelle("age"), min: "62" };
  const fermee = (saisie: ConditionSaisie) => fermerCondition(saisie, catalogue, {});
  const si = { sur: "age", min: 62, max: null };
  expect(fermee({ ...nouvelle("toutes"), de: [{ ...age, contraire: true }] })).toEqual({
    sur: "non",
    de: si,
  });
  const aucune = fermee({ ...nouvelle("aucune"), de: [age, age] });
  expect(aucune).toEqual({ sur: "non", de: { sur: "une-de", de: [si, si] } });
  expect(aucune && ouvrirCondition(aucune).sur).toBe("aucune");
});

test("un territoire qui n’existe plus reste montré, pour être décoché", () => {
  expect(choixDe("territoire", catalogue, ["Ponthieu"])?.at(-1)).toEqual({
    value: "Ponthieu",
    label: "Ponthieu (n’existe plus)",
  });
});
