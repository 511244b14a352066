import { expect } from "vitest";
import type { ListDefinition } from "#platform/db/list/definition.ts";
import { loadOptions } from "#platform/db/list/options.ts";
import { countQuery, planOf } from "#platform/db/list/query.ts";
import { render } from "#platform/db/list/sql.ts";
import { parseListState } from "#platform/db/list/state.ts";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { type Deps, porteeTotale } from "#platform/usecase/define-use-case.ts";
import { everyRight } from "#platform/usecase/every-right.ts";
import { entrer } from "../../../app/testing/agent-entre.ts";
import { tablesComptees } from "../../../app/testing/comptes-gardes.ts";
import { unContratSigne } from "../../../app/testing/contrat.ts";
import { idDe, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { le, orienter, ouvrir, unePopulation } from "../../../app/testing/orientation.ts";
import { listeContrats, listeSuiviContrats } from "../db/listes.ts";
import {
  compterContrats,
  compterStock,
  compterTaux,
  releverContractualisation,
} from "./compter-contrats.ts";
import { redigerContrat } from "./rediger-contrat.ts";
import { reprendreContrats } from "./reprendre-contrats.ts";

const agent = unAgent();
const prenoms = ["ALICE", "BEA", "CLEA", "DORA", "EVE", "FLORA"];

async function compte(deps: Deps, liste: ListDefinition, adresse: string): Promise<number> {
  return deps.base.transaction(async (tx) => {
    const options = await loadOptions(tx, liste, porteeTotale);
    const { state } = parseListState(liste, new URLSearchParams(adresse), {
      today: "2026-11-22",
      droits: everyRight,
      options,
    });
    const { text, values } = render(countQuery(await planOf(tx, liste, state, porteeTotale)));
    const [ligne] = await tx.query<Record<string, unknown>>(text, values);
    return Number(Object.values(ligne ?? {})[0]);
  });
}

/** Six persons oriented in October: signed, drafted, taken over, late for a review, without anything. */
async function unTableau(deps: Deps): Promise<void> {
  await ouvrir(deps, { nom: "Maison de l’emploi", places: 20 });
  await unePopulation(deps, prenoms);
  await orienter(le(deps, "2026-10-05"));
  await lignes(deps, "update structure set classe = 'departement'");
  const id = (prenom: string) => idDe(deps, prenom);
  await unContratSigne(deps, await id("ALICE"));
  await redigerContrat.execute(deps, agent, {
    personneId: await id("BEA"),
    nature: "contrat-engagement",
  });
  const repris = { nature: "cer-social", signeLe: "2024-06-01", debut: "2024-06-01" };
  await reprendreContrats.execute(deps, agent, {
    contrats: [
      { ...repris, personneId: await id("CLEA"), jusqua: null },
      { ...repris, personneId: await id("DORA"), jusqua: "2025-06-01" },
      {
        personneId: await id("EVE"),
        nature: "contrat-engagement",
        signeLe: "2026-01-15",
        debut: "2026-01-15",
        jusqua: "2026-12-31",
        bilanLe: "2026-10-01",
      },
    ],
  });
}

testAvecBase("chaque chiffre du tableau est celui de sa liste", async ({ deps }) => {
  await unTableau(deps);
  const comptes = await compterContrats.execute(deps, agent, {});
  const anciennes = "nature=cer-professionnel,cer-social,ppae";
  const suivi: readonly (readonly [number, string])[] = [
    [comptes.enCours, "contrat=en-cours"],
    [comptes.sans, "contrat=sans"],
    [comptes.sansApresDelai, "contrat=sans&orientee-depuis=1"],
    [comptes.echus, "contrat=echu"],
    [comptes.aTerme, "contrat=a-terme"],
    [comptes.bilansEnRetard, "contrat=bilan-retard"],
    [comptes.bilansProches, "contrat=bilan-proche"],
    [comptes.stock, anciennes],
    [comptes.interne.attendus, "orientee-depuis=1&organisme=departement"],
    [comptes.interne.sousContrat, "orientee-depuis=1&organisme=departement&contrat=en-cours"],
    [comptes.externe.attendus, "orientee-depuis=1&organisme=association,ccas"],
  ];
  for (const [nombre, adresse] of suivi) {
    expect([adresse, await compte(deps, listeSuiviContrats, adresse)]).toEqual([adresse, nombre]);
  }
  expect(await compte(deps, listeContrats, "etape=brouillon")).toBe(comptes.brouillons);
  expect(comptes).toMatchObject({
    enCours: 3,
    sans: 3,
    echus: 1,
    aTerme: 1,
    bilansEnRetard: 1,
    stock: 2,
    brouillons: 1,
    interne: { sousContrat: 3, attendus: 6 },
    externe: { sousContrat: 0, attendus: 0 },
  });
});

testAvecBase("un relevé fait un jour passé est celui de ce jour", async ({ deps }) => {
  await unTableau(deps);
  for (const jour of ["2026-11-04", "2026-11-05"]) {
    await releverContractualisation.execute(le(deps, jour), agent, {});
  }
  expect(
    await lignes(
      deps,
      "select le::text, sous_contrat, attendus from releve_contractualisation where attendus > 0",
    ),
  ).toEqual([{ le: "2026-11-05", sous_contrat: 3, attendus: 6 }]);
  const apresTerme = await compterContrats.execute(le(deps, "2027-01-15"), agent, {});
  expect(apresTerme).toMatchObject({ enCours: 2, echus: 2 });
});

testAvecBase(
  "les CER non contractualisés sont ceux que compte une requête indépendante",
  async ({ deps }) => {
    await unTableau(deps);
    const [independant] = await lignes<{ nombre: number }>(
      deps,
      `select count(*)::int as nombre from orientation o join situation_personne s on s.personne_id = o.personne_id
     where s.beneficiaire and upper_inf(o.periode) and not o.annulee and not exists (select from contrat c
       where c.personne_id = o.personne_id and c.etat = 'signe' and c.periode @> current_date)`,
    );
    expect(await compte(deps, listeSuiviContrats, "contrat=sans")).toBe(independant?.nombre);
    expect(independant?.nombre).toBe(3);
  },
);

testAvecBase(
  "le taux se partage sans rien perdre, et le seuil dit depuis quand",
  async ({ deps }) => {
    await unTableau(deps);
    const lire = () => compterContrats.execute(deps, agent, {});
    for (const par of ["territoire", "structure", "referent"] as const) {
      const parts = await compterTaux.execute(deps, agent, { par });
      expect(parts.reduce((somme, { attendus }) => somme + attendus, 0)).toBe(6);
      expect(parts.reduce((somme, { sousContrat }) => somme + sousContrat, 0)).toBe(3);
    }
    expect((await lire()).sousLeSeuilDepuis).toBe("2026-11-22");
    await releverContractualisation.execute(le(deps, "2026-11-15"), agent, {});
    await releverContractualisation.execute(le(deps, "2026-11-15"), agent, {});
    expect((await lire()).sousLeSeuilDepuis).toBe("2026-11-15");
  },
);

testAvecBase(
  "le stock compte les anciens contrats, échus ou non, et le rythme pour finir à temps",
  async ({ deps }) => {
    await unTableau(deps);
    const stock = await compterStock.execute(deps, agent, { par: "structure" });
    expect(stock).toMatchObject({ restants: 2, semaines: 6, parSemaine: 1 });
    expect(stock.lignes).toHaveLength(1);
  },
);

testAvecBase("la reprise refuse ligne à ligne, et prend le reste", async ({ deps }) => {
  await unTableau(deps);
  const personneId = await idDe(deps, "FLORA");
  const ligne = {
    personneId,
    nature: "ppae",
    signeLe: "2023-05-02",
    debut: "2023-05-02",
    jusqua: null,
  };
  const { repris, refusees } = await reprendreContrats.execute(deps, agent, {
    contrats: [
      { ...ligne, personneId: 999_999 },
      { ...ligne, nature: "inconnue" },
      { ...ligne, signeLe: "2025-02-01" },
      { ...ligne, jusqua: "2020-01-01" },
      ligne,
      ligne,
    ],
  });
  expect(repris).toBe(1);
  expect(refusees.map(({ ligne: rang, message }) => `${rang} ${message}`)).toEqual([
    "1 Personne inconnue, ou hors de votre périmètre.",
    "2 Nature de contrat inconnue : inconnue.",
    "3 Un contrat signé ce jour-là ne peut pas être un « PPAE ».",
    "4 Le contrat finit avant de commencer.",
    "6 Un contrat engage déjà cette personne à ces dates.",
  ]);
});

testAvecBase(
  "un contrat d’engagement prend la place du CER repris, qui sort du stock",
  async ({ deps }) => {
    await unTableau(deps);
    await unContratSigne(deps, await idDe(deps, "CLEA"));
    expect((await compterContrats.execute(deps, agent, {})).stock).toBe(1);
    expect(
      await lignes(
        deps,
        "select etat, periode::text from contrat where nature = 'cer-social' and etat = 'remplace'",
      ),
    ).toEqual([{ etat: "remplace", periode: "[2024-06-01,2026-11-10)" }]);
  },
);

testAvecBase("les pages du tableau et du stock s’ouvrent, avec leurs listes", async ({ deps }) => {
  await unTableau(deps);
  const visite = await entrer(deps, "gestionnaire");
  const tableau = await visite.lire("/contrats");
  expect(tableau).toContain("50");
  expect(tableau).toContain("sous le seuil de 75");
  for (const par of ["territoire", "structure", "referent"]) {
    expect(await visite.statut(`/contrats?par=${par}`)).toBe(200);
    expect(await visite.lire(`/contrats/stock?par=${par}`)).toContain("6");
  }
  for (const [, adresse] of tableau.matchAll(/href="(\/essai\/contrats\/[^"]+)"/g)) {
    expect((await visite.suivre((adresse ?? "").replaceAll("&amp;", "&"))).status, adresse).toBe(
      200,
    );
  }
  expect(await visite.lire("")).toContain("Contractualisation interne");
});

testAvecBase(
  "un total gardé des listes de contrats ne survit à aucune écriture de ce qu’il compte",
  async ({ base }) => {
    await base.transaction(async (tx) => {
      for (const liste of [listeSuiviContrats, listeContrats]) {
        const { lues, sansVersion } = await tablesComptees(tx, liste);
        expect(lues, liste.name).toContain("situation_personne");
        expect(sansVersion, liste.name).toEqual([]);
      }
    });
  },
);
