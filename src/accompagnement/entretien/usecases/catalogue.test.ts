import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { idDe, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { le, unePopulation } from "../../../app/testing/orientation.ts";
import {
  abandonnerTheme,
  adopterTheme,
  enregistrerTheme,
  lireTheme,
  listerThemes,
} from "./catalogue.ts";
import { consulterSituation, consulterTheme } from "./consulter-situation.ts";
import { ecrireBilan } from "./ecrire-bilan.ts";
import { ecrireEntretien } from "./ecrire-entretien.ts";
import { donnerSuite } from "./entretiens.ts";
import { faireEtape, prevoirEtape } from "./etapes.ts";
import { leverFrein, ouvrirFrein } from "./freins.ts";
import { avancerProjet } from "./projets.ts";
import { reprendreSuivis } from "./reprendre-suivis.ts";

const agent = unAgent({ id: 4, nom: "Ada Droits" });

const mobilite = {
  ...{ code: "mobilite", libelle: "Se déplacer", aide: "", consequencesSeules: false, pose: true },
  situations: [{ code: "a-pied", libelle: "Va à pied" }],
  objectifs: [],
  freins: ["mobilite"],
};

const enregistrer = (deps: Deps, revision: number, champs: object = {}) =>
  enregistrerTheme.execute(deps, agent, { revision, contenu: { ...mobilite, ...champs } });

testAvecBase(
  "un thème se change dans un brouillon, et ne vaut qu’une fois adopté",
  async ({ deps }) => {
    await unePopulation(deps, ["ALICE"]);
    const personneId = await idDe(deps, "ALICE");
    const theme = async () =>
      (await consulterTheme.execute(deps, agent, { personneId, theme: "mobilite" })).theme.libelle;
    await ecrireBilan.execute(deps, agent, {
      ...{ personneId, theme: "mobilite", precedentId: 0, situations: ["sans-permis"] },
      ...{ objectifs: [], texte: "" },
    });
    expect(await enregistrer(deps, 0)).toBe(1);
    expect(await theme()).toBe("Mobilité");
    expect(await adopterTheme.execute(deps, agent, { code: "mobilite", revision: 1 })).toBe(1);
    expect(await theme()).toBe("Se déplacer");
    const { themes } = await consulterSituation.execute(deps, agent, { personneId });
    expect(themes.find(({ code }) => code === "mobilite")?.dernier?.contenu).toMatchObject({
      libelle: "Mobilité",
      situations: [{ libelle: "N’a pas le permis" }],
    });
  },
);

testAvecBase(
  "un thème retiré ne s’écrit plus, et reste lisible là où il a été répondu",
  async ({ deps }) => {
    await unePopulation(deps, ["ALICE"]);
    const personneId = await idDe(deps, "ALICE");
    const { bilanId } = await ecrireBilan.execute(deps, agent, {
      ...{ personneId, theme: "mobilite", precedentId: 0, situations: ["sans-permis"] },
      ...{ objectifs: [], texte: "" },
    });
    await enregistrer(deps, 0, { pose: false, situations: [], freins: [] });
    await adopterTheme.execute(deps, agent, { code: "mobilite", revision: 1 });
    await expect(
      ecrireBilan.execute(deps, agent, {
        ...{ personneId, theme: "mobilite", precedentId: bilanId, situations: [] },
        ...{ objectifs: [], texte: "Autre" },
      }),
    ).rejects.toMatchObject({ code: "theme.retire" });
    const { themes } = await consulterSituation.execute(deps, agent, { personneId });
    expect(themes.find(({ code }) => code === "mobilite")).toMatchObject({
      theme: null,
      dernier: { id: bilanId },
    });
  },
);

testAvecBase(
  "deux brouillons d’un même thème : le second apprend que le premier est passé",
  async ({ deps }) => {
    await enregistrer(deps, 0);
    await expect(enregistrer(deps, 0)).rejects.toMatchObject({
      code: "theme.conflit",
      details: { revision: 1 },
    });
    await expect(
      abandonnerTheme.execute(deps, agent, { code: "mobilite", revision: 7 }),
    ).rejects.toMatchObject({ code: "theme.conflit" });
    await abandonnerTheme.execute(deps, agent, { code: "mobilite", revision: 1 });
    expect((await lireTheme.execute(deps, agent, { code: "mobilite" })).brouillon).toBeNull();
  },
);

testAvecBase(
  "un thème sans contenu, ou qui ouvre un frein inconnu, ne s’adopte pas",
  async ({ deps }) => {
    await enregistrer(deps, 0, { situations: [] });
    const adopter = (revision: number) =>
      adopterTheme.execute(deps, agent, { code: "mobilite", revision });
    await expect(adopter(1)).rejects.toMatchObject({ code: "theme.incomplet" });
    await enregistrer(deps, 1, { freins: ["lune"] });
    await expect(adopter(2)).rejects.toMatchObject({ code: "theme.incomplet" });
    await expect(enregistrer(deps, 2, { code: "Pas Un Code" })).rejects.toMatchObject({
      code: "saisie.invalide",
    });
  },
);

testAvecBase("un thème ajouté par le département suit ceux du référentiel", async ({ deps }) => {
  await enregistrer(deps, 0, { code: "animaux", libelle: "Animaux" });
  await adopterTheme.execute(deps, agent, { code: "animaux", revision: 1 });
  const { enVigueur } = await listerThemes.execute(deps, agent, {});
  expect(enVigueur).toHaveLength(13);
  expect(enVigueur.at(-1)).toMatchObject({ version: 1, theme: { libelle: "Animaux" } });
});

const contenuProjet = {
  ...{ intitule: "Cuisine", metiers: ["G1602"], rayonKm: 10, transports: ["velo" as const] },
  ...{ heures: 30, commentaire: "" },
  refus: { metiers: "", distance: "", salaire: "", autre: "" },
};
const recit = {
  le: "2026-09-14",
  modalite: "sur-place",
  dureeMinutes: 45,
  texte: "Vue.",
  decide: "",
  suite: "Rappeler",
  suiteLe: "2026-09-21",
} as const;
const etape = { quoi: "S’inscrire", qui: "personne", quiNom: "", pourLe: "2026-10-01" } as const;
const frein = {
  nature: "mobilite",
  libelle: "Pas de permis",
  poids: "bloquant",
  le: "2026-09-14",
  theme: null,
} as const;

async function parLesActes(deps: Deps, personneId: number): Promise<void> {
  const rose = unAgent({ nom: "Rose Parcours" });
  const jour = (le_: string) => le(deps, le_);
  await ecrireBilan.execute(jour("2026-09-14"), rose, {
    ...{ personneId, theme: "mobilite", precedentId: 0, situations: ["sans-permis"] },
    ...{ objectifs: [], texte: "" },
  });
  const { freinId } = await ouvrirFrein.execute(jour("2026-09-14"), rose, { personneId, ...frein });
  await prevoirEtape.execute(jour("2026-09-14"), rose, {
    personneId,
    freinId,
    version: 1,
    ...etape,
  });
  const [prevue] = await lignes<{ id: number }>(deps, "select max(id) as id from frein_etape");
  await faireEtape.execute(jour("2026-10-01"), rose, {
    ...{ personneId, etapeId: prevue?.id ?? 0, le: "2026-10-01" },
  });
  await leverFrein.execute(jour("2026-10-05"), rose, {
    ...{ personneId, freinId, version: 3, le: "2026-10-05", preuve: "Vu" },
  });
  await avancerProjet.execute(jour("2026-09-14"), rose, {
    ...{ personneId, etat: "emergence", precedentId: 0, contenu: contenuProjet, reevaluerLe: null },
  });
  const { entretienId } = await ecrireEntretien.execute(jour("2026-09-14"), rose, {
    ...{ personneId, entretienId: null, version: 0, publier: true, ...recit },
  });
  await donnerSuite.execute(jour("2026-09-21"), rose, { personneId, entretienId });
}

testAvecBase(
  "une reprise laisse les mêmes lignes que les actes de chaque jour",
  async ({ deps }) => {
    await unePopulation(deps, ["ALICE", "BRUNO"]);
    const [a, b] = [await idDe(deps, "ALICE"), await idDe(deps, "BRUNO")];
    await parLesActes(deps, a);
    const auteur = "Rose Parcours";
    await reprendreSuivis.execute(le(deps, "2026-10-05"), agent, {
      bilans: [
        {
          ...{ personneId: b, theme: "mobilite", situations: ["sans-permis"], objectifs: [] },
          ...{ texte: "", le: "2026-09-14", auteur },
        },
      ],
      freins: [
        {
          ...{ personneId: b, ...frein, auteur, etapes: [{ ...etape, faiteLe: "2026-10-01" }] },
          leve: { le: "2026-10-05", preuve: "Vu" },
        },
      ],
      projets: [
        {
          ...{ personneId: b, auteur },
          actes: [
            { etat: "emergence", le: "2026-09-14", contenu: contenuProjet, reevaluerLe: null },
          ],
        },
      ],
      entretiens: [{ personneId: b, ...recit, auteur, suiteDonneeLe: "2026-09-21" }],
    });
    const ecrites = async (personneId: number) => [
      await lignes(
        deps,
        "select theme, theme_version, contenu, le, ecrit_a, par from bilan_theme where personne_id = $1",
        [personneId],
      ),
      await lignes(
        deps,
        `select f.nature, f.libelle, f.par, p.du, p.au, p.poids, p.fin, p.preuve, p.par as ouvert_par, p.clos_par
       from frein f join frein_periode p on p.frein_id = f.id where f.personne_id = $1`,
        [personneId],
      ),
      await lignes(
        deps,
        `select e.quoi, e.qui, e.pour_le, e.prevue_le, e.par, e.faite_le, e.faite_par
       from frein f join frein_etape e on e.frein_id = f.id where f.personne_id = $1`,
        [personneId],
      ),
      await lignes(
        deps,
        `select a.etat, a.le, a.contenu, a.metiers, a.reevaluer_le, a.par
       from projet p join projet_acte a on a.projet_id = p.id where p.personne_id = $1`,
        [personneId],
      ),
      await lignes(
        deps,
        `select le, modalite, duree_minutes, texte, suite, suite_le, suite_donnee_le, suite_donnee_par, redige_par, publie_a
       from entretien where personne_id = $1`,
        [personneId],
      ),
    ];
    expect(await ecrites(b)).toEqual(await ecrites(a));
    expect(
      await lignes(
        deps,
        "select from echeance where objet in ('frein', 'entretien') and accomplie_le is null and eteinte_le is null",
      ),
    ).toEqual([]);
  },
);
