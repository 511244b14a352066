import fc from "fast-check";
import { expect, test } from "vitest";
import { chargerReferentiel, listerReferentiels } from "#commun/referentiel";
import { deriverEcheances, regleDuJour } from "./deriver.ts";
import { ajouterJours, ajouterMois } from "./jours.ts";

const referentiels = listerReferentiels().map(
  (referentiel) => [referentiel.nom, referentiel] as const,
);

/** What the modules tell. */
const faitsConnus = [
  "information",
  "proposition",
  "transmission",
  "decision",
  "decision-service-public-emploi",
  "notification",
  "premier-rendez-vous-fixe",
  "premier-rendez-vous-tenu",
  "confirmation",
  "contestation",
  "demande-reorientation",
  "reorientation-decidee",
  "contrat",
  "sortie",
  "accompagnement-terme",
  "accompagnement-fini",
  "contact-hebdomadaire",
  "contact-bimensuel",
  "contact-mensuel",
  "manquement-signale",
  "manquement-recu",
  "manquement-suite",
  "contrat-propose",
  "contrat-valide",
  "bilan-attendu",
  "bilan-fait",
  "terme-du-contrat",
  "suite-signee",
  "contrat-social",
  "contrat-social-vulnerable",
  "reexamen-fait",
  "contrat-vers-emploi",
  "offre-definie",
  "remplacement-attendu",
  "contrat-remplace",
  "droit-clos",
  "droit-rouvert",
  "contrat-clos",
  "rendez-vous-passe",
  "rendez-vous-conclu",
  "rendez-vous-annule",
  "rendez-vous-manque",
  "rendez-vous-repris",
  "rendez-vous-sans-suite",
  "etape-prevue",
  "etape-faite",
  "etape-abandonnee",
  "frein-leve",
  "reevaluation-prevue",
  "projet-reevalue",
  "projet-abandonne",
  "suite-prevue",
  "suite-donnee",
  "entretien-corrige",
  "prescription-faite",
  "prescription-repondue",
  "prescription-close",
  "accueil-attendu",
  "accueil-note",
  "suite-attendue",
  "plafond-proche",
  "dernier-jour-du-sejour",
  "sejour-sorti",
  "suite-de-sejour-attendue",
  "suite-de-sejour-constatee",
];

const jours = fc
  .date({ min: new Date("2009-06-01"), max: new Date("2035-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test.each(referentiels)("les règles de %s n’attendent que des faits connus", (_, { echeances }) => {
  for (const { depart, accompli, eteint } of echeances) {
    for (const fait of [depart, accompli, ...eteint]) expect(faitsConnus).toContain(fait);
  }
});

test.each(referentiels)(
  "dans %s, un fait ne fait partir qu’une règle de chaque code",
  (_, { echeances }) => {
    fc.assert(
      fc.property(jours, (jour) => {
        const parties = echeances
          .filter((regle) => regleDuJour(regle, jour))
          .map(({ code, depart }) => `${code} ${depart}`);
        expect(new Set(parties).size).toBe(parties.length);
      }),
    );
  },
);

test.each(referentiels)(
  "dans %s, l’orientation se décide dans le délai de la loi, quel que soit le jour",
  (_, { echeances, joursFeries }) => {
    const calendrier = joursFeries[0].valeur;
    fc.assert(
      fc.property(jours, (information) => {
        const decider = deriverEcheances(
          echeances,
          { information, decision: null },
          calendrier,
        ).find(({ code }) => code === "decider-orientation");
        if (information < "2012-04-01") expect(decider).toBeUndefined();
        else if (information < "2025-01-01")
          expect(decider?.limite).toBe(ajouterMois(information, 2));
        else expect(decider?.limite).toBe(ajouterJours(information, 42));
      }),
    );
  },
);

test("le contrat se signe en un mois depuis 2025, en deux avant, en un avant dans le service public de l’emploi", () => {
  const { echeances } = chargerReferentiel("somme-2025");
  const limite = (faits: Readonly<Record<string, string | null>>) =>
    deriverEcheances(echeances, { contrat: null, ...faits }, "metropole").find(
      ({ code }) => code === "signer-contrat",
    )?.limite;
  expect(limite({ decision: "2026-11-02", notification: "2026-11-03" })).toBe("2026-12-03");
  expect(limite({ decision: "2024-05-02" })).toBe("2024-07-02");
  expect(limite({ decision: "2024-05-02", "decision-service-public-emploi": "2024-05-02" })).toBe(
    "2024-06-03",
  );
});

test("dans la Somme, l’intégration tient en quinze jours calendaires, sans report", () => {
  const { echeances } = chargerReferentiel("somme-2025");
  const integration = deriverEcheances(
    echeances,
    { decision: "2026-11-07", "premier-rendez-vous-tenu": null },
    "metropole",
  ).find(({ code }) => code === "tenir-premier-rendez-vous");
  expect(integration).toMatchObject({ brute: "2026-11-22", limite: "2026-11-22" });
});

test("dans le Bas-Rhin, un délai qui finit le Vendredi saint passe au mardi de Pâques", () => {
  const basRhin = chargerReferentiel("bas-rhin-2015");
  const [recevoir] = deriverEcheances(
    basRhin.echeances.filter(({ code }) => code === "tenir-premier-rendez-vous"),
    { decision: "2026-03-03", "premier-rendez-vous-tenu": null },
    basRhin.joursFeries[0].valeur,
  );
  expect(recevoir).toMatchObject({ brute: "2026-04-03", limite: "2026-04-07" });
});
