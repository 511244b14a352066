import { renderToString } from "preact-render-to-string";
import { expect } from "vitest";
import { echeancesOrientation } from "#accompagnement/orientation";
import { preparerListes, recalculerEcheances, reconcilierEcheances } from "#commun/echeance";
import { chargerReferentiel } from "#commun/referentiel";
import { definirPersonnes, inscrireFoyers } from "#droits/dossier";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { EcheancesAFaire } from "../commun/echeance/http.ts";
import { lireAFaireDe, portsEcheance } from "./echeances.ts";
import { entrer } from "./testing/agent-entre.ts";
import { tablesComptees } from "./testing/comptes-gardes.ts";
import { unePersonneDeclaree, unFoyerDeclare } from "./testing/foyers.ts";

const referentiel = chargerReferentiel("somme-2025");
const rienEncore = {
  decision: null,
  notification: null,
  "premier-rendez-vous-fixe": null,
  "premier-rendez-vous-tenu": null,
};
const prenoms = ["ALICE", "BERTHE", "CAMILLE", "DENISE", "ELISE"] as const;

/** Five persons of whom nothing but these facts is known, in the order of their first names. */
async function suivies(
  deps: Deps,
  faits: readonly Readonly<Record<string, string | null>>[],
  reactions: Deps["reactions"] = [],
): Promise<readonly number[]> {
  await inscrireFoyers.execute({ ...deps, reactions }, unAgent(), {
    integrationId: null,
    nature: "beneficiaires",
    periodicite: "M",
    reference: "2026-09-30",
    premierFichier: false,
    referentiel,
    nomenclature: { connait: () => true },
    resoudreCommune: (code) => ({ code, corrigee: false }),
    foyers: prenoms.map((prenom, rang) => ({
      rang: rang + 1,
      ligne: rang * 100,
      empreinte: Buffer.from(prenom),
      foyer: unFoyerDeclare({
        numeroDemande: `8000000000${rang}`,
        personnes: [unePersonneDeclaree({ prenom, nir: null })],
      }),
    })),
  });
  return deps.base.transaction(async (tx) => {
    const personnes = await tx.query<{ id: number }>("select id from personne order by prenom");
    await reconcilierEcheances(tx, {
      regles: referentiel.echeances,
      calendrier: "metropole",
      le: "2026-11-22",
      dossiers: personnes.map(({ id }, rang) => ({
        personneId: id,
        objet: "essai",
        objetId: 1,
        faits: { ...rienEncore, ...faits[rang] },
      })),
    });
    return personnes.map(({ id }) => id);
  });
}

/** Six weeks before a day. */
const decideePour = (limite: string) =>
  new Date(Date.parse(limite) - 42 * 86_400_000).toISOString().slice(0, 10);

testAvecBase(
  "l’accueil groupe ce qui presse : en retard, aujourd’hui, dans les sept jours",
  async ({ deps }) => {
    await suivies(
      deps,
      ["2026-11-17", "2026-11-22", "2026-11-25", "2026-11-29", "2026-11-30"].map((limite) => ({
        information: decideePour(limite),
      })),
    );
    const aFaire = await lireAFaireDe(deps, unAgent(), ["responsable"]);
    expect(aFaire.groupes.map(({ moment, nombre, libelle }) => [moment, nombre, libelle])).toEqual([
      ["retard", 1, "Décider l’orientation"],
      ["aujourdhui", 1, "Décider l’orientation"],
      ["semaine", 2, "Décider l’orientation"],
    ]);
    const html = renderToString(
      <EcheancesAFaire
        aFaire={aFaire}
        href={(chemin) => `/essai${chemin}`}
        ports={portsEcheance}
      />,
    );
    expect(html).toContain("Mme Exemple Alice");
    expect(html).toContain("En retard de 5 jours");
    expect(html).toContain("Aujourd’hui");
    expect(html).toContain("Dans 3 jours (mercredi 25/11)");
    expect(html).not.toContain("Elise");
    expect((await lireAFaireDe(deps, unAgent(), ["referent"])).groupes).toEqual([]);
  },
);

testAvecBase(
  "au-delà de trois personnes, une ligne mène à la liste et nomme la première attendue",
  async ({ deps }) => {
    await suivies(
      deps,
      ["2026-11-01", "2026-10-17", "2026-11-02", "2026-11-03", "2026-11-30"].map((limite) => ({
        information: decideePour(limite),
      })),
    );
    const aFaire = await lireAFaireDe(deps, unAgent(), ["responsable"]);
    const html = renderToString(
      <EcheancesAFaire
        aFaire={aFaire}
        href={(chemin) => `/essai${chemin}`}
        ports={portsEcheance}
      />,
    );
    expect(html).toContain("Décider l’orientation (4 personnes)");
    expect(html).toContain("La première attendue : Mme Exemple Berthe, en retard de 36 jours");
    expect(html).toContain(
      "/essai/echeances?quand=retard&amp;pour=responsable&amp;quoi=decider-orientation",
    );
  },
);

interface Ouverte {
  readonly id: number;
  readonly code: string;
  readonly limite: string;
}

/** What the home should say of what is open, told one deadline at a time. */
function grouper(ouvertes: readonly Ouverte[]) {
  const moment = (limite: string) =>
    limite < "2026-11-22" ? "retard" : limite === "2026-11-22" ? "aujourdhui" : "semaine";
  const groupes = Map.groupBy(
    ouvertes.filter(({ limite }) => limite <= "2026-11-29"),
    ({ code, limite }) => `${moment(limite)} ${code}`,
  );
  return Object.fromEntries(
    [...groupes].map(([cle, toutes]) => {
      const ids = toutes
        .toSorted((a, b) => a.limite.localeCompare(b.limite) || a.id - b.id)
        .map(({ id }) => id);
      return [cle, { nombre: ids.length, ids: ids.length <= 3 ? ids : ids.slice(0, 1) }];
    }),
  );
}

testAvecBase(
  "l’accueil dit d’un mélange d’échéances ce qu’en dit un compte une à une",
  async ({ deps }) => {
    const [personneId = 0] = await suivies(deps, []);
    const codes = ["decider-orientation", "notifier-decision", "fixer-premier-rendez-vous"];
    const ouvertes = await deps.base.transaction((tx) =>
      tx.query<Ouverte>(
        `insert into echeance (code, personne_id, objet, objet_id, pour, depart, brute, limite, connue_le)
         select ($2::text[])[1 + n % 3], $1, 'melange', n, 'responsable', '2026-01-01', '2026-01-01',
           date '2026-11-14' + (n * n * 5 + n / 7) % 19, '2026-01-01' from generate_series(1, 18) n
         returning id, code, limite`,
        [personneId, codes],
      ),
    );
    const attendus = grouper(ouvertes);
    const { groupes } = await lireAFaireDe(deps, unAgent(), ["responsable"]);
    expect(
      Object.fromEntries(
        groupes.map(({ moment, code, nombre, echeances }) => [
          `${moment} ${code}`,
          { nombre, ids: echeances.map(({ id }) => id) },
        ]),
      ),
    ).toEqual(attendus);
    const nombres = Object.values(attendus).map(({ nombre }) => nombre);
    expect(nombres.some((nombre) => nombre > 3)).toBe(true);
    expect(nombres.some((nombre) => nombre > 1 && nombre <= 3)).toBe(true);
  },
);

testAvecBase("hors de son périmètre, un agent n’a rien à faire", async ({ deps }) => {
  await suivies(deps, [{ information: "2026-01-05" }]);
  const ailleurs = unAgent({ portee: { territoires: [], structures: [], referentId: null } });
  expect((await lireAFaireDe(deps, ailleurs, ["responsable"])).groupes).toEqual([]);
});

testAvecBase(
  "la liste dit quoi, pour quand, et d’où vient le délai ; le bandeau compte ce qui presse",
  async ({ deps }) => {
    const [alice = 0] = await suivies(deps, [
      { information: "2026-01-05", decision: "2026-02-16" },
      { information: "2026-01-05" },
      { information: "2126-01-05" },
    ]);
    const { lire, suivre } = await entrer(deps, "gestionnaire");
    const toutes = await lire("/echeances");
    expect(toutes).toContain("5 échéances");
    const page = await lire("/echeances?quand=retard&pour=gestionnaire");
    expect(page).toContain("Transmettre la décision à la personne et au prestataire");
    expect(page).toContain("5 jours ouvrés à compter du 16/02/2026, soit le 23/02/2026.");
    expect(page).toContain("En retard de");
    expect(page).toMatch(/top-count">\s*1\s*</);
    const presses = /href="(\/essai\/echeances\?[^"]*)"/.exec(page)?.[1]?.replaceAll("&amp;", "&");
    expect(presses).toBe("/essai/echeances?quand=retard,aujourdhui,semaine&pour=gestionnaire");
    expect(await (await suivre(presses ?? "")).text()).toContain("1 échéance");
    const personne = await lire(`/personnes/${alice}`);
    expect(personne).toContain("Prochaines étapes");
    expect(personne).toContain("D’où vient ce délai");
  },
);

testAvecBase(
  "tout recalculer après un import n’écrit rien : chaque acte tient ses échéances à jour",
  async ({ deps }) => {
    await suivies(deps, [], deps.reactions);
    const [compte] = await deps.base.transaction((tx) =>
      tx.query<{ nombre: number }>(
        "select count(*)::int as nombre from echeance where objet = 'orientation'",
      ),
    );
    expect(compte?.nombre).toBeGreaterThan(0);
    const recalculer = recalculerEcheances([echeancesOrientation]);
    expect(await recalculer.execute(deps, unAgent(), {})).toMatchObject({
      ecrites: 0,
      eteintes: 0,
      ouvertes: compte?.nombre,
    });
    await deps.base.transaction((tx) => tx.query("delete from echeance"));
    expect(await recalculer.execute(deps, unAgent(), {})).toMatchObject({
      ecrites: compte?.nombre,
    });
  },
);

testAvecBase(
  "un total gardé de la liste des échéances ne survit à aucune écriture de ce qu’il compte",
  async ({ base }) => {
    const liste = preparerListes(definirPersonnes)(referentiel.nom);
    await base.transaction(async (tx) => {
      const { lues, sansVersion } = await tablesComptees(tx, liste);
      expect(lues).toEqual(expect.arrayContaining(["echeance", "situation_personne"]));
      expect(sansVersion).toEqual([]);
    });
  },
);
