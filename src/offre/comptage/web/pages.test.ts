import { expect, vi } from "vitest";
import { testAvecBase } from "#platform/testing/base.ts";
import { entrer } from "../../../app/testing/agent-entre.ts";
import { lignes } from "../../../app/testing/foyers-inscrits.ts";
import { envoyer, sejourner, uneAction } from "../../../app/testing/restitutions.ts";

vi.setConfig({ testTimeout: 60_000 });

testAvecBase("chaque vue du comptage se lit et s’emporte, dans son périmètre", async ({ deps }) => {
  const { id, territoireId } = await uneAction(deps);
  await sejourner(deps, id, {
    personneId: 1,
    entreLe: "2026-02-02",
    sortiLe: "2026-06-30",
    classe: "durable",
  });
  await sejourner(deps, id, { personneId: 2, entreLe: "2026-03-02" });
  await lignes(deps, "update restitution set sans_objet_le = '2026-01-02'");
  const responsable = await entrer(deps, "responsable", { territoires: [territoireId] });
  const chiffres = await responsable.lire(`/offre/actions/${id}/chiffres`);
  expect(chiffres).toContain("Présents aujourd’hui");
  expect(chiffres).toContain(
    `/essai/offre/sejours?action=${id}&amp;sortie=2026-06-01..2026-06-30&amp;classe=durable`,
  );
  expect(await responsable.lire(`/offre/actions/${id}/chiffres?annee=2025`)).toContain(
    "n’était pas ouverte en 2025",
  );
  const file = await responsable.lire("/offre/file-active?par=action");
  expect(file).toContain("Pourquoi 4 places sont vides");
  expect(await responsable.lire("/offre/parcours")).toContain("Station par station");
  expect(await responsable.lire("/offre/passerelles")).toContain("Aucune autre entrée");
  const [fiche] = await lignes<{ code: string }>(
    deps,
    "select fiche_code as code from action where id = $1",
    [id],
  );
  const statistiques = await responsable.lire(`/offre/statistiques?fiche=${fiche?.code ?? ""}`);
  expect(statistiques).toContain("Secret statistique");
  const csv = await responsable.lire("/offre/file-active/export.csv?par=action");
  expect(csv).toContain("Accompagner;2026-06;2;0;1;");
  expect(await responsable.statut("/offre/file-active/export.xlsx")).toBe(200);
});

testAvecBase(
  "un mois dont la restitution n’est jamais venue se dit non transmis, et ne vaut pas zéro",
  async ({ deps }) => {
    const { id, territoireId } = await uneAction(deps);
    await sejourner(deps, id, { personneId: 1, entreLe: "2026-02-02" });
    await envoyer(deps, "2026-02-05", id, "2026-01", true);
    await envoyer(deps, "2026-03-05", id, "2026-02");
    const responsable = await entrer(deps, "responsable", { territoires: [territoireId] });
    const page = await responsable.lire(`/offre/actions/${id}/chiffres`);
    const ligne = (mois: string) =>
      (new RegExp(`<tr[^>]*>(?:(?!</tr>).)*>${mois}</th>.*?</tr>`, "u").exec(page)?.[0] ?? "")
        .replaceAll(/<[^>]+>/gu, " ")
        .replaceAll(/\s+/gu, " ")
        .trim();
    expect(ligne("février 2026")).toMatch(/février 2026 0 1 .*1 5 20 % 1$/u);
    expect(ligne("mars 2026")).toMatch(/mars 2026 — — .*— 5 non transmis —$/u);
    expect(page).toContain("Restitution non transmise : mars 2026");
    expect(page).toContain("mars 2026 : non transmis");
  },
);

testAvecBase(
  "là où aucune restitution n’est recueillie, ou avant la première, aucun mois ne manque",
  async ({ deps }) => {
    const { id, territoireId } = await uneAction(deps);
    await sejourner(deps, id, { personneId: 1, entreLe: "2026-02-02" });
    const responsable = await entrer(deps, "responsable", { territoires: [territoireId] });
    const lire = () => responsable.lire(`/offre/actions/${id}/chiffres`);
    const sansRestitution = await lire();
    expect(sansRestitution).not.toMatch(/non transmis/iu);
    expect(sansRestitution).toMatch(/mars 2026 : 1 personne présente/u);
    expect(sansRestitution).toContain("1 personne présente aujourd’hui");
    const autre = await uneAction(deps, { nom: "Autre action", operateur: "Autre opérateur" });
    await envoyer(deps, "2026-05-05", autre.id, "2026-04", true);
    const page = await lire();
    expect(page).not.toContain("mars 2026 : non transmis");
    expect(page).toContain("avril 2026 : non transmis");
    expect(page).toContain("mai 2026 : non transmis");
  },
);

testAvecBase(
  "une référente lit les places d’une action, et ni ses sorties ni ses résultats",
  async ({ deps }) => {
    const { id } = await uneAction(deps);
    await sejourner(deps, id, {
      personneId: 1,
      entreLe: "2026-02-02",
      sortiLe: "2026-06-30",
      classe: "durable",
    });
    const referente = await entrer(deps, "referent");
    const page = await referente.lire(`/offre/actions/${id}/chiffres`);
    expect(page).toContain("File active et places");
    expect(page).toContain("hors de votre périmètre");
    expect(page).toContain("moins de 5");
    expect(page).not.toContain("Entrées");
    expect(page).not.toContain("Résultats attendus");
    expect(page).not.toContain("/offre/sejours?action=");
    const parcours = await referente.lire("/offre/parcours");
    expect(parcours).toContain("Hors de votre périmètre, un nombre de personnes plus petit que 5");
    expect(parcours).toContain("moins de 5 sorties");
    expect(await referente.lire("/offre/passerelles")).toContain("moins de 5 sorties");
    expect(await referente.lire("/offre/file-active")).toContain(
      "Aucune action dans votre périmètre",
    );
  },
);
