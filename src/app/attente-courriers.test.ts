import { expect } from "vitest";
import { emettreLot, preparerLot } from "#commun/courrier";
import type { Base } from "#platform/db/tx.ts";
import { renderPdfs } from "#platform/pdf/render-pdf.ts";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { entrer } from "./testing/agent-entre.ts";
import { champsDEssai } from "./testing/champs-courrier.ts";
import { unePersonneDeclaree, unFoyerDeclare } from "./testing/foyers.ts";
import { declarer, idDe, lignes } from "./testing/foyers-inscrits.ts";
import { appOf, instanceOf } from "./testing/visite.ts";

/** A batch of one letter, issued and not printed, and an agent who reads its pages from this base. */
async function unLotEnAttente(deps: Deps, base = deps.base) {
  await declarer(deps, "2026-09-30", [
    unFoyerDeclare({ personnes: [unePersonneDeclaree({ prenom: "ALICE" })] }),
  ]);
  const alice = await idDe(deps, "ALICE");
  const lot = await preparerLot.execute(deps, unAgent(), {
    libelle: "Nouveaux entrants",
    personnes: [alice],
  });
  await emettreLot(champsDEssai).execute(deps, unAgent(), {
    id: lot,
    modele: "information-droits-devoirs",
    moyen: "lettre-simple",
  });
  const [courrier] = await lignes<{ id: number }>(deps, "select id from courrier");
  const site = await entrer(deps, "gestionnaire", { app: appOf(instanceOf(base)) });
  return { lot, courrier: courrier?.id ?? 0, alice, ...site };
}

/** The tag of a region that asks for itself again, and where. */
function relecture(page: string, region: string): string {
  const [balise = ""] =
    page.match(new RegExp(`<[a-z]+ id="${region}"[^>]*data-poll="[^>]*>`)) ?? [];
  return /data-poll-href="([^"]*)"/.exec(balise)?.[1] ?? "";
}

const lectures = (deps: Deps) =>
  lignes(deps, "select acte, objet from journal where nature = 'lecture' order by id");

testAvecBase(
  "attendre l’impression d’un lot ou d’un courrier écrit une lecture au journal, pas une par demande",
  async ({ deps }) => {
    const { lot, courrier, lire, suivre } = await unLotEnAttente(deps);
    for (const [page, region] of [
      [`/courriers/lots/${lot}`, "avancement"],
      [`/courriers/${courrier}`, "etat-courrier"],
    ] as const) {
      const href = relecture(await lire(page), region);
      expect(href).not.toBe("");
      for (let fois = 0; fois < 3; fois += 1)
        expect(relecture(await (await suivre(href)).text(), region)).toBe(href);
    }
    expect(await lectures(deps)).toEqual([
      { acte: "courrier.lire-lot", objet: "lot-courriers" },
      { acte: "courrier.lire", objet: "courrier" },
    ]);
    await lignes(deps, "delete from courrier_a_imprimer");
    const fini = await lire(`/courriers/${courrier}`);
    expect(fini).toContain('id="etat-courrier"');
    expect(relecture(fini, "etat-courrier")).toBe("");
  },
);

/** The same base, whose transactions are counted. */
function baseComptee(base: Base) {
  const compte = { ouvertes: 0, finies: 0 };
  const comptee: Base = {
    ...base,
    async transaction(run) {
      compte.ouvertes += 1;
      try {
        return await base.transaction(run);
      } finally {
        compte.ouvertes -= 1;
        compte.finies += 1;
      }
    },
  };
  return { compte, comptee };
}

/** Keeps the one printer busy for a second or so; it remembers what it has already set, so no two are the same. */
const occuper = (titre: string) =>
  renderPdfs(`#set document(title: [Long])\n#for n in range(5000) [= ${titre}, ligne #n]`, [{}]);

testAvecBase(
  "un aperçu qui attend sa mise en page ne retient pas la base : ce qu’il lit est déjà fini",
  async ({ deps }) => {
    const { compte, comptee } = baseComptee(deps.base);
    const { lot, courrier, alice, demander } = await unLotEnAttente(deps, comptee);
    const modele = "information-droits-devoirs";
    for (const chemin of [
      `/courriers/${courrier}/apercu.svg`,
      `/courriers/lots/${lot}/impression.pdf`,
      `/courriers/modeles/${modele}/apercu.svg?personne=${alice}`,
      `/personnes/${alice}/courriers/apercu.svg?modele=${modele}`,
    ]) {
      const occupee = occuper(chemin);
      const apercu = demander(chemin);
      await occupee;
      const alors = { ...compte };
      expect((await apercu).status, chemin).toBe(200);
      expect(alors, chemin).toEqual({ ouvertes: 0, finies: compte.finies });
    }
  },
);
