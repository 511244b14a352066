import { expect, test } from "vitest";
import { chargerReferentiel } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";
import { ecartsMatrices } from "../../domain/matrice/ecarts-matrices.ts";
import { lireMatrice } from "./lire-formulaire.ts";
import { champs, ecrireIssue } from "./noms.ts";

const { matrice, orientation, diagnostic } = chargerReferentiel("somme-2025");
const actuelle = matrice[0].valeur;
const { types } = orientation[0].valeur;

/** The form as it is shown, before anything is typed. */
function formulaire(): Record<string, string> {
  return Object.fromEntries([
    ...actuelle.poids.map((un) => [champs.poids(un), String(un.poids)]),
    ...(["emploi", "social"] as const).flatMap((axe) =>
      actuelle.niveaux[axe]
        .filter(({ jusqua }) => jusqua !== null)
        .map(({ code, jusqua }) => [champs.seuil(axe, code), String(jusqua)]),
    ),
    ...actuelle.grille.map((cellule) => [champs.cellule(cellule), ecrireIssue(cellule)]),
    ...[actuelle.avant, actuelle.apres].flatMap((regles) =>
      regles.flatMap(({ code, alors }, rang) => [
        [champs.rang(code), String(rang + 1)],
        [champs.alors(code), ecrireIssue(alors)],
      ]),
    ),
    [champs.sansReponse, ecrireIssue(actuelle.sansReponse)],
  ]);
}

const lire = (saisie: Record<string, string>) => {
  const tout = { ...formulaire(), ...saisie };
  return lireMatrice(actuelle, (nom) => tout[nom]);
};
const ecarts = (saisie: Record<string, string>) =>
  ecartsMatrices(actuelle, lire(saisie), { types, questions: diagnostic[0].valeur });

test("un formulaire renvoyé tel quel rend la même matrice", () => {
  expect(lire({})).toEqual(actuelle);
});

test("chaque changement se dit en une ligne, avec ce qu’il y avait", () => {
  expect(
    ecarts({
      "poids-HISPRO-1901-emploi": "-1",
      "poids-DIFSOC-0402-social": "",
      "seuil-emploi-E1": "3",
      "cellule-E1-S1": "emploi/emploi-renove",
    }),
  ).toEqual([
    { quoi: "« a toujours travaillé », vers l’emploi", avant: "+3", apres: "−1" },
    { quoi: "« santé », obstacles", avant: "+2", apres: null },
    { quoi: "Seuil « loin de l’emploi »", avant: "jusqu’à 2", apres: "jusqu’à 3" },
    {
      quoi: "« loin de l’emploi » et « peu d’obstacles »",
      avant: "Socio-professionnelle",
      apres: "Emploi : Accompagnement rénové par un prestataire",
    },
  ]);
});

test("les règles suivent les rangs écrits, et une règle sans rang est retirée", () => {
  const [une, autre] = actuelle.avant;
  const lue = lire({
    [champs.rang(une?.code ?? "")]: "9",
    [champs.rang(autre?.code ?? "")]: "",
  });
  expect(lue.avant.map(({ code }) => code)).toEqual(["attente-pension", "jeune-deja-suivi"]);
  expect(lue.apres).toEqual(actuelle.apres);
});

test("un poids ajouté se dit, se pèse et s’ajoute à la fin", () => {
  const lue = lire({
    "nouvelle-reponse": "TOPMOYLOCO|1",
    "nouvel-axe": "emploi",
    "nouveau-poids": "2",
    "nouveau-libelle": "moyen de transport",
  });
  expect(lue.poids.at(-1)).toEqual({
    question: "TOPMOYLOCO",
    reponse: "1",
    axe: "emploi",
    poids: 2,
    libelle: "moyen de transport",
  });
});

test("ce qui n’est pas un nombre est refusé à son champ, tout en une fois", () => {
  let refus: unknown;
  try {
    lire({
      "poids-HISPRO-1901-emploi": "beaucoup",
      "seuil-social-S1": "1,5",
      "nouveau-poids": "1",
    });
  } catch (error) {
    refus = error;
  }
  expect(refus).toBeInstanceOf(DomainError);
  expect(refus).toMatchObject({
    code: "saisie.invalide",
    details: {
      champs: {
        "poids-HISPRO-1901-emploi": "Écrivez un nombre entier, par exemple 2 ou -1.",
        "seuil-social-S1": "Écrivez un nombre entier, par exemple 2 ou -1.",
        "nouvelle-reponse": "Choisissez la réponse qui pèse.",
      },
    },
  });
});
