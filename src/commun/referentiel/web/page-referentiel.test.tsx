import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { chargerReferentiel, listerReferentiels } from "../usecases/charger-referentiel.ts";
import { PageReferentiel } from "./page-referentiel.tsx";

describe.each(listerReferentiels().map((livre) => [livre.nom, livre] as const))(
  "%s",
  (_nom, livre) => {
    const page = renderToString(<PageReferentiel referentiel={livre} aujourdhui="2026-11-22" />);
    const texte = page.replaceAll("&amp;", "&").replaceAll("&quot;", '"');

    test("montre chaque valeur en vigueur avec sa source", () => {
      for (const [{ texte: source } = { texte: "" }] of [
        livre.vocabulaire,
        livre.couleurs,
        livre.territoires,
        livre.beneficiaire,
      ]) {
        expect(texte).toContain(source);
      }
      for (const { nom } of livre.territoires[0].valeur) expect(texte).toContain(nom);
      expect(texte).toContain(livre.couleurs[0].valeur.principale);
    });

    test("montre chaque délai en vigueur avec son texte, et les jours fériés qu’il tient", () => {
      const enVigueur = livre.echeances.filter(
        ({ depuis, jusqua }) =>
          depuis <= "2026-11-22" && (jusqua === null || jusqua > "2026-11-22"),
      );
      expect(enVigueur.length).toBeGreaterThan(3);
      for (const { libelle, texte: source } of enVigueur) {
        expect(texte).toContain(libelle);
        expect(texte).toContain(source);
      }
      expect(texte.includes("Vendredi saint")).toBe(livre.nom === "bas-rhin-2015");
    });

    test("montre les mots des courriels et des SMS, et à qui ils peuvent être envoyés", () => {
      const [{ valeur }] = livre.messages;
      expect(texte).toContain(valeur.expediteurSms);
      expect(texte).toContain("Quand on ignore si la personne est d’accord");
      for (const { objet } of valeur.modeles) expect(texte).toContain(objet);
    });

    test("marque et compte les valeurs à confirmer", () => {
      const marques = page.match(/>À confirmer</gu)?.length ?? 0;
      expect(marques).toBeGreaterThan(0);
      expect(page).toContain(`${marques} valeurs à confirmer`);
    });

    test("n’utilise aucun style écrit dans la page", () => {
      expect(page).not.toMatch(/ style=/u);
    });
  },
);

test("une règle qui n’est plus en vigueur n’est pas montrée", () => {
  const [basRhin] = listerReferentiels();
  if (!basRhin) throw new Error("no référentiel");
  const page = (le: string) =>
    renderToString(<PageReferentiel referentiel={basRhin} aujourdhui={le} />);
  expect(page("2020-01-01")).toContain("s’assure de l’inscription à Pôle emploi");
  expect(page("2026-01-01")).not.toContain("s’assure de l’inscription à Pôle emploi");
});

test("l’offre se lit avec ses fiches, ses règles et la classe des sorties, chacune avec son texte", () => {
  const page = renderToString(
    <PageReferentiel referentiel={chargerReferentiel("nord-2019")} aujourdhui="2026-11-22" />,
  );
  for (const dit of [
    "« De l’insertion à l’emploi » : 6 axes, 11 fiches.",
    "VI.1 · Accompagnement individuel de parcours de l’insertion à l’emploi",
    "fiches I.1 et I.2",
    "le 10 du mois suivant, ou le jour ouvré d’après",
    "CDD, alternance, contrat aidé du secteur marchand de six mois exactement",
    "À arbitrer",
  ]) {
    expect(page).toContain(dit);
  }
});
