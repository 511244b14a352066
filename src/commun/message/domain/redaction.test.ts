import { expect, test } from "vitest";
import { decouper } from "#commun/courrier";
import { listerReferentiels } from "#commun/referentiel";
import { valeursRendezVous } from "../testing/essai.ts";
import { champsMessage } from "./champs.ts";
import { mesurerSms } from "./gsm7.ts";
import { champsAbsents, rediger } from "./redaction.ts";

const modeles = listerReferentiels().flatMap(({ nom, messages }) =>
  messages.flatMap(({ valeur }) =>
    valeur.modeles.map((modele) => [`${nom}, ${modele.usage}`, modele, valeur] as const),
  ),
);

const valeurs = {
  "personne.appel": "Madame",
  "personne.nom-complet": "Mme Marie-Charlotte Vandenbroucke-Delattre",
  ...valeursRendezVous,
  "rendez-vous.date": "mercredi 30 septembre 2026",
  "rendez-vous.heure": "14 h 30",
  "rendez-vous.lieu":
    "Maison du Département, 128 boulevard du Général de Gaulle, 59370 Mons-en-Barœul",
  "rendez-vous.avant": "mercredi 23 septembre 2026 à 14 h 30",
};

test.each(modeles)(
  "%s : chaque champ existe, et l’on peut tout écrire",
  (_, modele, { expediteur }) => {
    const connus: readonly string[] = champsMessage;
    for (const texte of [modele.objet, modele.courriel, modele.sms]) {
      const champs = decouper(texte).filter(({ nature }) => nature === "champ");
      expect(champs.filter(({ valeur }) => !connus.includes(valeur))).toEqual([]);
    }
    const toutes = { ...valeurs, "message.expediteur": expediteur };
    for (const canal of ["sms", "courriel"] as const) {
      expect(champsAbsents(modele, canal, toutes)).toEqual([]);
      expect(rediger(modele, canal, toutes).texte).not.toMatch(/\{\{|\}\}|\n\n\n| $/u);
    }
  },
);

test.each(modeles)("%s : le SMS tient en deux parties, avec un long lieu", (_, modele, regle) => {
  const { texte } = rediger(modele, "sms", { ...valeurs, "message.expediteur": regle.expediteur });
  expect(mesurerSms(texte)).toMatchObject({ alphabet: "gsm-7" });
  expect(mesurerSms(texte).parties).toBeLessThanOrEqual(regle.partiesSms);
});

test.each(modeles)(
  "%s : ne menace de rien, et dit comment prévenir quand il fixe un jour",
  (_, modele) => {
    const tout = `${modele.objet}\n${modele.courriel}\n${modele.sms}`;
    expect(tout).not.toMatch(/sanction|suspen|radi|réduction|supprim|obligatoire|sous peine/iu);
    if (modele.usage !== "annulation-rendez-vous") {
      expect(modele.courriel).toMatch(/ne pouvez pas venir \? Prévenez-nous/u);
      expect(modele.sms).toContain("Empêchement ? Prévenez");
    }
  },
);

test("une adresse de plusieurs lignes se lit sur une, et un champ blanc emporte sa ligne", () => {
  const modele = {
    usage: "rappel-rendez-vous",
    objet: "Le {{rendez-vous.date}}",
    courriel: "Où : {{rendez-vous.lieu}}\nAvec : {{rendez-vous.avec?}}\n\nAu revoir",
    sms: "x",
  } as const;
  const lieu = "4 place Gambetta\n80000 AMIENS";
  expect(
    rediger(modele, "courriel", { "rendez-vous.lieu": lieu, "rendez-vous.avec": null }).texte,
  ).toBe("Où : 4 place Gambetta, 80000 AMIENS\n\nAu revoir");
});
