import fc from "fast-check";
import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { unePersonneDeclaree, unFoyerDeclare } from "../../../app/testing/foyers.ts";
import {
  agentDe,
  avecTerritoires,
  declarer,
  lignes,
} from "../../../app/testing/foyers-inscrits.ts";
import { normaliser } from "../domain/cles.ts";
import { cleNir } from "../domain/nir.ts";
import { fauteDeFrappe } from "../testing/fautes-de-frappe.ts";
import { rechercher } from "./rechercher.ts";

async function troisFoyers(deps: Deps): Promise<void> {
  const foyer = (
    numeroDemande: string,
    matricule: string,
    champs: Parameters<typeof unePersonneDeclaree>[0],
  ) =>
    unFoyerDeclare({
      numeroDemande,
      organisme: { famille: "CAF", numero: "801", matricule },
      personnes: [unePersonneDeclaree(champs)],
    });
  await declarer(deps, "2026-09-30", [
    foyer("80000000001", "111111100000000", {
      nom: "MARTIN",
      nomNaissance: "LEFÈVRE",
      prenom: "SOPHIE",
      nir: "2850480021001",
    }),
    foyer("80000000002", "222222200000000", {
      nom: "MARTINEZ",
      nomNaissance: null,
      prenom: "HÉLÈNE",
      nir: null,
      dateNaissance: "1990-02-03",
    }),
    foyer("80000000003", "333333300000000", {
      nom: "DUPONT",
      nomNaissance: null,
      prenom: "JEAN-PIERRE",
      nir: "1850480021002",
      sexe: "1",
    }),
  ]);
}

const chercher = async (deps: Deps, q: string, agent = unAgent()) => {
  const { trouvees, approches, genre } = await rechercher.execute(deps, agent, { q });
  return { noms: trouvees.map(({ nom }) => nom), approches, genre };
};

testAvecBase(
  "un nom, un prénom, leur début, sans accents ni ordre, retrouvent la personne",
  async ({ deps }) => {
    await troisFoyers(deps);
    expect((await chercher(deps, "martin")).noms).toEqual(["MARTIN", "MARTINEZ"]);
    expect((await chercher(deps, "Sophie Martin")).noms).toEqual(["MARTIN"]);
    expect((await chercher(deps, "lefevre")).noms).toEqual(["MARTIN"]);
    expect((await chercher(deps, "helene")).noms).toEqual(["MARTINEZ"]);
    expect((await chercher(deps, "jean pierre dup")).noms).toEqual(["DUPONT"]);
  },
);

testAvecBase("une faute de frappe propose les noms proches, et le dit", async ({ deps }) => {
  await troisFoyers(deps);
  for (const q of ["dupond", "sofie martin", "marttinez", "dpuont"]) {
    const { noms, approches } = await chercher(deps, q);
    expect([q, approches, noms.length > 0]).toEqual([q, true, true]);
  }
  expect((await chercher(deps, "dupond")).noms[0]).toBe("DUPONT");
  expect((await chercher(deps, "zzyzx")).noms).toEqual([]);
});

testAvecBase(
  "le NIR de 13 ou 15 caractères, espaces compris, retrouve la personne ; une clé fausse se dit",
  async ({ deps }) => {
    await troisFoyers(deps);
    expect((await chercher(deps, "2 85 04 80 021 001")).noms).toEqual(["MARTIN"]);
    expect((await chercher(deps, `2850480021001${cleNir("2850480021001")}`)).noms).toEqual([
      "MARTIN",
    ]);
    const fausse = cleNir("2850480021001") === "11" ? "12" : "11";
    expect(await chercher(deps, `2850480021001${fausse}`)).toEqual({
      noms: [],
      approches: false,
      genre: "nir-faux",
    });
  },
);

testAvecBase(
  "le numéro de demande et le début du matricule retrouvent le foyer, la date de naissance la personne",
  async ({ deps }) => {
    await troisFoyers(deps);
    expect((await chercher(deps, "80000000003")).noms).toEqual(["DUPONT"]);
    expect((await chercher(deps, "2222222")).noms).toEqual(["MARTINEZ"]);
    expect((await chercher(deps, "222222200000000")).noms).toEqual(["MARTINEZ"]);
    expect((await chercher(deps, "03/02/1990")).noms).toEqual(["MARTINEZ"]);
  },
);

testAvecBase(
  "la recherche ne montre personne hors du périmètre, et n’écrit rien de ce qui fut tapé",
  async ({ deps }) => {
    const territoire = await avecTerritoires(deps);
    await troisFoyers(deps);
    expect((await chercher(deps, "martin", agentDe([territoire("Amiens")]))).noms).toHaveLength(2);
    const ailleurs = agentDe([territoire("Picardie maritime")]);
    for (const q of ["martin", "dupond", "2850480021001", "80000000003"]) {
      expect((await chercher(deps, q, ailleurs)).noms).toEqual([]);
    }
    expect(JSON.stringify(await lignes(deps, "select * from journal"))).not.toContain(
      "2850480021001",
    );
  },
);

/** Family name, first name: many that resemble each other, among which each must be found. */
const etatCivils =
  `MARTIN Antoine|MARTINEZ Constantine|MARIN Valentine|MARTY Martine|DUPONT Jean-Pierre|DUPUIS Jeanne
LEFÈVRE Hélène|LEFEBVRE Élodie|LE BIHAN Anne-Sophie|DE LA CROIX Marie|DELACROIX Maryse|D’ARTAGNAN Charles|ROUX Marc
LEROUX Éric|VANDENBERGHE Maëlys|NGUYEN Sophie|WISNIEWSKI Philippe|KOWALSKI Noémie|O’BRIEN Loïc|BENALI Aïcha|PETITJEAN Léa
BRAHIMI Brahim|TOURÉ Aminata|GARCIA-LOPEZ José|SAINT-MARTIN Gaëlle|FRANÇOIS Françoise`
    .split(/[|\n]/)
    .map((ligne) => {
      const rang = ligne.lastIndexOf(" ");
      return { nom: ligne.slice(0, rang), prenom: ligne.slice(rang + 1) };
    });

async function tousLesEtatsCivils(deps: Deps): Promise<void> {
  await declarer(
    deps,
    "2026-09-30",
    etatCivils.map(({ nom, prenom }, rang) =>
      unFoyerDeclare({
        numeroDemande: String(80000000100 + rang),
        organisme: { famille: "CAF", numero: "801", matricule: `9${100 + rang}00000000000` },
        personnes: [unePersonneDeclaree({ nom, prenom, nomNaissance: null, nir: null })],
      }),
    ),
  );
}

const personnesTrouvees = async (deps: Deps, q: string) => {
  const { trouvees } = await rechercher.execute(deps, unAgent(), { q });
  return trouvees.map(({ nom, prenom }) => `${nom} ${prenom}`);
};

testAvecBase("les fautes de tous les jours retrouvent la personne", async ({ deps }) => {
  await tousLesEtatsCivils(deps);
  const cas: readonly (readonly [string, string])[] = [
    ["Antine", "MARTIN Antoine"],
    ["Antione", "MARTIN Antoine"],
    ["Anntoine", "MARTIN Antoine"],
    ["antoune martin", "MARTIN Antoine"],
    ["Martni Antoine", "MARTIN Antoine"],
    ["Antione Matrin", "MARTIN Antoine"],
    ["lefevre", "LEFÈVRE Hélène"],
    ["LEFEVER Helene", "LEFÈVRE Hélène"],
    ["lefebre", "LEFEBVRE Élodie"],
    ["le febvre", "LEFEBVRE Élodie"],
    ["Elodie", "LEFEBVRE Élodie"],
    ["lebihan", "LE BIHAN Anne-Sophie"],
    ["le bihen anne sofie", "LE BIHAN Anne-Sophie"],
    ["annesophie", "LE BIHAN Anne-Sophie"],
    ["Delacroix Marie", "DE LA CROIX Marie"],
    ["delacrois maryse", "DELACROIX Maryse"],
    ["de la crois maryse", "DELACROIX Maryse"],
    ["Dartagnan", "D’ARTAGNAN Charles"],
    ["jeanpierre dupond", "DUPONT Jean-Pierre"],
    ["Jean-Piere", "DUPONT Jean-Pierre"],
    ["dupont jean pirre", "DUPONT Jean-Pierre"],
    ["marx roux", "ROUX Marc"],
    ["roux mac", "ROUX Marc"],
    ["Vandenberge", "VANDENBERGHE Maëlys"],
    ["maelis vandenbergue", "VANDENBERGHE Maëlys"],
    ["nguyem", "NGUYEN Sophie"],
    ["Wisniewsky", "WISNIEWSKI Philippe"],
    ["kovalski noemi", "KOWALSKI Noémie"],
    ["obrien", "O’BRIEN Loïc"],
    ["aicha benalli", "BENALI Aïcha"],
    ["petit jean", "PETITJEAN Léa"],
    ["Brahmi", "BRAHIMI Brahim"],
    ["toure amianta", "TOURÉ Aminata"],
    ["garcia lopes", "GARCIA-LOPEZ José"],
    ["st martin gaelle", "SAINT-MARTIN Gaëlle"],
    ["saintmartin", "SAINT-MARTIN Gaëlle"],
    ["francoi", "FRANÇOIS Françoise"],
    ["Mme Martin Antoine", "MARTIN Antoine"],
    ["filipe wisnievsky", "WISNIEWSKI Philippe"],
    ["sofie nguien", "NGUYEN Sophie"],
  ];
  for (const [q, attendue] of cas) {
    const trouvees = await personnesTrouvees(deps, q);
    expect([q, trouvees.slice(0, 5)]).toEqual([q, expect.arrayContaining([attendue])]);
  }
});

testAvecBase(
  "une faute, où qu’elle tombe dans un nom de quatre lettres ou plus, ne perd jamais la personne",
  async ({ deps }) => {
    await tousLesEtatsCivils(deps);
    const noms = etatCivils
      .flatMap((personne) => [
        { personne, nom: personne.nom },
        { personne, nom: personne.prenom },
      ])
      .filter(({ nom }) => normaliser(nom).replaceAll(" ", "").length >= 4);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...noms),
        fauteDeFrappe,
        async ({ personne, nom }, faute) => {
          const q = faute(normaliser(nom).toLowerCase());
          const trouvees = await personnesTrouvees(deps, q);
          expect([q, trouvees]).toEqual([
            q,
            expect.arrayContaining([`${personne.nom} ${personne.prenom}`]),
          ]);
        },
      ),
      { numRuns: 150 },
    );
  },
);

testAvecBase(
  "ceux qui portent le nom tel que tapé viennent avant les noms proches, et chacun se dit",
  async ({ deps }) => {
    await tousLesEtatsCivils(deps);
    const { trouvees, approches } = await rechercher.execute(deps, unAgent(), { q: "martin" });
    expect(approches).toBe(false);
    expect(trouvees.map(({ nom, prenom, exacte }) => `${nom} ${prenom} ${exacte}`)).toEqual([
      "MARTIN Antoine true",
      "SAINT-MARTIN Gaëlle true",
      "MARTINEZ Constantine true",
      "MARTY Martine true",
      "MARIN Valentine false",
    ]);
    expect((await rechercher.execute(deps, unAgent(), { q: "antine" })).approches).toBe(true);
  },
);
