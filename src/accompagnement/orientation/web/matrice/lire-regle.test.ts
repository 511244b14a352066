import { expect, test } from "vitest";
import { chargerReferentiel } from "#commun/referentiel";
import { placeDe, placerRegle } from "../../domain/matrice/regles.ts";
import { gesteRegle, rangerRegles } from "./gestes-regles.ts";
import { lireRegle } from "./lire-regle.ts";
import { champs } from "./noms.ts";

const somme = chargerReferentiel("somme-2025");
const matrice = somme.matrice[0].valeur;
const catalogue = {
  questions: somme.diagnostic[0].valeur,
  types: somme.orientation[0].valeur.types,
  territoires: ["Amiens"],
};

const parent = {
  si: "toutes",
  "si-0": "enfants-a-charge",
  "si-0-min": "3",
  alors: "sociale",
  place: "avant:0",
  libelle: "Trois enfants ou plus à charge",
  texte: "Avis du comité local",
};

function lire(saisie: Record<string, string>, code: string | null = null) {
  const tout: Record<string, string> = { ...parent, ...saisie };
  const text = (nom: string) => tout[nom] ?? "";
  const all = (nom: string) => text(nom).split(",").filter(Boolean);
  return lireRegle({ text, all }, matrice, catalogue, code);
}

test("une règle neuve a son code, et prend sa place parmi les autres", () => {
  const { regle, place } = lire({ place: "avant:1" });
  expect(regle).toMatchObject({
    code: "trois-enfants-ou-plus-a-charge",
    si: { sur: "enfants-a-charge", min: 3 },
    siDominante: null,
    alors: { dominante: "sociale", type: null },
  });
  const suite = placerRegle(matrice, regle, place);
  expect(suite.avant.map(({ code }) => code)).toEqual([
    "jeune-deja-suivi",
    "trois-enfants-ou-plus-a-charge",
    "fin-de-carriere",
    "attente-pension",
  ]);
  expect(placeDe(suite, regle.code)).toEqual(place);
});

test("une règle changée garde son code et peut passer après la grille", () => {
  const { regle, place } = lire(
    { place: "apres:0", "si-dominante": "emploi,socio-professionnelle" },
    "fin-de-carriere",
  );
  const suite = placerRegle(matrice, regle, place);
  expect(suite.avant.map(({ code }) => code)).toEqual(["jeune-deja-suivi", "attente-pension"]);
  expect(suite.apres[0]).toMatchObject({
    code: "fin-de-carriere",
    siDominante: ["emploi", "socio-professionnelle"],
  });
  expect(lire({ "si-dominante": "emploi" }).regle.siDominante).toBeNull();
});

test("une règle incomplète, ou qui se dit comme une autre, est refusée à ses champs", () => {
  const refus = (saisie: Record<string, string>) => {
    try {
      lire(saisie);
    } catch (error) {
      return error;
    }
    return null;
  };
  expect(refus({ alors: "", place: "", texte: "", libelle: "", "si-0": "" })).toMatchObject({
    code: "saisie.invalide",
    details: {
      champs: {
        "si-ajout": "Ajoutez au moins une condition.",
        alors: "Choisissez ce que la règle décide.",
        place: "Choisissez quand la règle s’applique.",
        libelle: "Écrivez comment la règle se dit à la personne.",
        texte: expect.any(String),
      },
    },
  });
  expect(refus({ libelle: "moins de 26 ans" })).toMatchObject({
    details: { champs: { libelle: expect.stringContaining("se dit déjà ainsi") } },
  });
});

test("les règles montent, descendent, se retirent et se gardent sans être enregistrées", () => {
  const ordre = (valeurs: Readonly<Record<string, string>> | null) =>
    rangerRegles(matrice.avant, valeurs ?? {}).map(({ regle, rang }) => [regle.code, rang]);
  const montee = gesteRegle(matrice, { "poids-x": "2" }, "monter:attente-pension");
  expect(montee).toMatchObject({ "poids-x": "2", [champs.rang("attente-pension")]: "2" });
  expect(ordre(montee)).toEqual([
    ["jeune-deja-suivi", 1],
    ["attente-pension", 2],
    ["fin-de-carriere", 3],
  ]);
  const retiree = gesteRegle(matrice, montee ?? {}, "retirer:jeune-deja-suivi");
  expect(ordre(retiree)).toEqual([
    ["attente-pension", 1],
    ["fin-de-carriere", 2],
    ["jeune-deja-suivi", null],
  ]);
  expect(ordre(gesteRegle(matrice, retiree ?? {}, "garder:jeune-deja-suivi")).at(-1)).toEqual([
    "jeune-deja-suivi",
    3,
  ]);
  expect(ordre(gesteRegle(matrice, {}, "monter:jeune-deja-suivi"))).toEqual(ordre({}));
  expect(gesteRegle(matrice, {}, "monter:absente")).toBeNull();
  expect(gesteRegle(matrice, {}, "")).toBeNull();
});
