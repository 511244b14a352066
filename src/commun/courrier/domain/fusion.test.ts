import fc from "fast-check";
import { expect, test } from "vitest";
import {
  chargerReferentiel,
  listerReferentiels,
  type ModeleCourrier,
  usagesCourrier,
  valeurAu,
} from "#commun/referentiel";
import { champs, valeursExemple } from "./champs.ts";
import { champsManquants, decouper, defautsDuModele, fusionner } from "./fusion.ts";
import { figerLettre } from "./lettre.ts";

const [modele] = valeurAu(chargerReferentiel("somme-2025").courriers, "2026-11-22");
if (!modele) throw new Error("modele");

function avecPremierBloc(texte: string): ModeleCourrier {
  return { ...(modele as ModeleCourrier), blocs: [{ nature: "paragraphe", texte }] };
}

test("un champ est remplacé par sa valeur, et le texte autour reste", () => {
  expect(fusionner("Bonjour {{personne.appel}},", { "personne.appel": "Madame" })).toBe(
    "Bonjour Madame,",
  );
});

test("la ligne d’un champ facultatif disparaît avec lui", () => {
  const texte = "Maison pour l’emploi\nTéléphone : {{structure.telephone?}}\nAmiens";
  expect(fusionner(texte, {})).toBe("Maison pour l’emploi\nAmiens");
  expect(fusionner(texte, { "structure.telephone": "03" })).toBe(
    "Maison pour l’emploi\nTéléphone : 03\nAmiens",
  );
});

test("une valeur n’est jamais lue comme un champ", () => {
  const valeurs = { "personne.nom": "{{personne.prenom}}", "personne.prenom": "Alice" };
  expect(fusionner("{{personne.nom}}", valeurs)).toBe("{{personne.prenom}}");
});

test("un champ inconnu est refusé, avec l’endroit où il est", () => {
  expect(defautsDuModele(avecPremierBloc("Bonjour {{personne.age}}"))).toEqual([
    {
      lieu: "le bloc 1",
      message:
        "Dans le bloc 1, le champ « personne.age » n’existe pas : choisissez-en un dans la liste des champs.",
    },
  ]);
});

test("une accolade qui ne ferme rien est refusée", () => {
  expect(
    defautsDuModele(avecPremierBloc("Bonjour {{personne.nom")).map(({ lieu }) => lieu),
  ).toEqual(["le bloc 1"]);
});

test("un champ facultatif, ou celui d’un bloc qui ne se montre pas, ne manque à personne", () => {
  const lettre: ModeleCourrier = {
    ...avecPremierBloc("{{structure.telephone?}}"),
    expediteur: { lignes: ["Nous"], lieu: "Amiens", contact: [] },
    recours: [],
    signature: "Le Président",
    copies: [],
  };
  expect(champsManquants(lettre, {})).toEqual([]);
  const si = {
    nature: "si",
    champ: "referent.nom",
    texte: "{{referent.nom}}, {{referent.telephone}}",
  } as const;
  expect(champsManquants({ ...lettre, blocs: [si] }, {})).toEqual([]);
  expect(champsManquants({ ...lettre, blocs: [si] }, { "referent.nom": "Rose" })).toEqual([
    "referent.telephone",
  ]);
});

test("découper puis recoller rend le texte, quel qu’il soit", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.constantFrom("{{", "}}", "{{personne.nom}}", "{{a?}}"))),
      (parties) => {
        const texte = parties.join("");
        const recolle = decouper(texte)
          .map(({ nature, valeur, facultatif }) =>
            nature === "texte" ? valeur : `{{${valeur}${facultatif ? "?" : ""}}}`,
          )
          .join("");
        expect(recolle.replaceAll(/\s/gu, "")).toBe(texte.replaceAll(/\s/gu, ""));
      },
    ),
  );
});

const indessinable = /[\p{Co}\p{Cn}\p{Cs}]/u;

test("aucun texte ne laisse passer un caractère qu’aucune police ne dessine", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      (valeur) => !indessinable.test(fusionner("{{personne.nom}}", { "personne.nom": valeur })),
    ),
  );
});

const livres = listerReferentiels().flatMap((referentiel) =>
  referentiel.courriers.flatMap(({ valeur }) =>
    valeur.map((lettre) => ({ nom: `${referentiel.nom}, ${lettre.titre}`, lettre })),
  ),
);

test.each(livres)(
  "$nom : le courrier livré ne nomme que des champs connus, et se remplit",
  ({ lettre }) => {
    expect(defautsDuModele(lettre)).toEqual([]);
    expect(champsManquants(lettre, valeursExemple)).toEqual([]);
    const figee = figerLettre(lettre, valeursExemple, {
      numero: "2026-000001",
      date: "22 novembre 2026",
    });
    expect(JSON.stringify(figee)).not.toMatch(/\{\{|\}\}/u);
  },
);

test("chaque référentiel livre une notification qui dit les voies de recours, une convocation et une information", () => {
  for (const { courriers } of listerReferentiels()) {
    const lettres = valeurAu(courriers, "2026-11-22");
    expect(new Set(lettres.map(({ usage }) => usage))).toEqual(new Set(usagesCourrier));
    const notification = lettres.find(({ usage }) => usage === "notification-orientation");
    expect(notification?.recours.join(" ")).toMatch(
      /deux mois.*L\.\u00a0262-47.*tribunal administratif/su,
    );
  }
});

test("deux champs n’ont pas le même code", () => {
  expect(new Set(champs.map(({ code }) => code)).size).toBe(champs.length);
});
