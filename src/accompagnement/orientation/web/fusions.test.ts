import { expect, vi } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { entrer } from "../../../app/testing/agent-entre.ts";
import {
  unDroitDeclare,
  unePersonneDeclaree,
  unFoyerDeclare,
} from "../../../app/testing/foyers.ts";
import { declarer, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { le, ouvrir, proposer, unePopulation } from "../../../app/testing/orientation.ts";
import { compterCharges } from "../usecases/compter-charges.ts";
import { consulterOrientation } from "../usecases/consulter-orientation.ts";
import { deciderOrientation } from "../usecases/decider-orientation.ts";
import { lireFile } from "../usecases/lire-file.ts";
import { listerPropositions } from "../usecases/lister-propositions.ts";
import { demanderReorientation } from "../usecases/reorientations.ts";

vi.setConfig({ testTimeout: 120_000 });

const agent = unAgent();
/** Told twice under two NIRs: two persons until somebody says they are one. */
async function uneRedite(deps: Deps) {
  await ouvrir(deps, { nom: "Maison de l’emploi" });
  await unePopulation(deps, []);
  await declarer(deps, "2026-10-31", [
    unFoyerDeclare({ personnes: [unePersonneDeclaree()] }),
    unFoyerDeclare({
      numeroDemande: "80000000002",
      personnes: [unePersonneDeclaree({ nir: "2850480021555" })],
    }),
  ]);
  const [paire] = await lignes<{ id: number; a: number; b: number }>(
    deps,
    "select id, personne_a_id as a, personne_b_id as b from paire_douteuse",
  );
  if (!paire) throw new Error("une paire douteuse est attendue");
  return { ...paire, site: await entrer(deps, "gestionnaire") };
}

type Redite = Awaited<ReturnType<typeof uneRedite>>;

async function fusionner({ id, a, site }: Redite): Promise<void> {
  const reponse = await site.envoyer(`/doublons/${id}/fusionner`, { gardeeId: String(a) });
  expect(reponse.status).toBe(303);
}

async function annuler(deps: Deps, { site }: Redite): Promise<void> {
  const [fusion] = await lignes<{ id: number }>(deps, "select id from fusion order by id desc");
  const reponse = await site.envoyer(`/doublons/fusions/${fusion?.id}/annuler`);
  expect(reponse.status).toBe(303);
}

async function decider(deps: Deps, personneId: number): Promise<void> {
  const cas = (await listerPropositions.execute(deps, agent, {})).find(
    ({ proposition }) => proposition.personneId === personneId,
  );
  await deciderOrientation.execute(deps, agent, {
    propositionId: cas?.proposition.id ?? 0,
    version: cas?.proposition.version ?? 0,
  });
}

/** Everything the module keeps of these persons but the counters of its versions. */
async function toutes(deps: Deps): Promise<unknown> {
  const etat: Record<string, unknown> = {};
  for (const table of ["proposition", "orientation", "designation", "demande_reorientation"])
    etat[table] = (
      await lignes<{ ligne: object }>(
        deps,
        `select to_jsonb(t) - 'version' as ligne from ${table} t order by id`,
      )
    ).map(({ ligne }) => ligne);
  etat["echeances"] = await lignes(
    deps,
    "select personne_id, code, depart, limite, accomplie_le, eteinte_le from echeance order by 1, 2, 3",
  );
  etat["situation"] = await lignes(
    deps,
    `select personne_id, orientation_etape, orientation_type, structure_id, referent_id
     from situation_personne order by 1`,
  );
  return etat;
}

const suivies = async (deps: Deps) =>
  (await compterCharges.execute(deps, agent, {})).structures.reduce(
    (somme, une) => somme + une.suivies + une.attendues,
    0,
  );

const echeancesOuvertes = (deps: Deps) =>
  lignes<{ personne_id: number; code: string }>(
    deps,
    "select personne_id, code from echeance where accomplie_le is null and eteinte_le is null order by 1, 2",
  );

testAvecBase(
  "deux fiches orientées n’en font qu’une : une orientation, une place, une échéance de chaque, et tout revient",
  async ({ deps }) => {
    const redite = await uneRedite(deps);
    const { a, b, site } = redite;
    await proposer(deps);
    await decider(deps, a);
    await decider(le(deps, "2026-11-23"), b);
    await demanderReorientation.execute(deps, agent, {
      personneId: b,
      demandeur: "personne",
      motif: "Le trajet est trop long",
    });
    const avant = await toutes(deps);
    expect(await suivies(deps)).toBe(2);
    await fusionner(redite);
    expect(await suivies(deps)).toBe(1);
    const gardee = await consulterOrientation.execute(deps, agent, { personneId: b });
    expect(gardee).toMatchObject({ personneId: a, enCours: { designation: { au: null } } });
    expect(gardee.orientations).toHaveLength(1);
    const ouvertes = await echeancesOuvertes(deps);
    expect(new Set(ouvertes.map(({ personne_id }) => personne_id))).toEqual(new Set([a]));
    expect(new Set(ouvertes.map(({ code }) => code)).size).toBe(ouvertes.length);
    const page = await site.lire(`/personnes/${a}/orientation`);
    expect(page).toContain("Maison de l’emploi");
    expect(page).not.toContain("attend d’être orientée");
    expect(await site.lire(`/personnes/${a}`)).toContain("Orientation");
    expect(/\d+ échéances/u.exec(await site.lire("/echeances"))?.[0]).toBe(
      `${ouvertes.length} échéances`,
    );
    await annuler(deps, redite);
    expect(await toutes(deps)).toEqual(avant);
    expect(await suivies(deps)).toBe(2);
  },
);

testAvecBase(
  "une fiche orientée et une fiche proposée : la proposition cesse, personne ne peut décider deux fois",
  async ({ deps }) => {
    const redite = await uneRedite(deps);
    const { a, b, site } = redite;
    await proposer(deps);
    await decider(deps, b);
    const avant = await toutes(deps);
    await fusionner(redite);
    expect(await listerPropositions.execute(deps, agent, {})).toEqual([]);
    expect(await suivies(deps)).toBe(1);
    const { enCours, propositions } = await consulterOrientation.execute(deps, agent, {
      personneId: a,
    });
    expect(enCours).not.toBeNull();
    expect(propositions.map(({ etape, codeCloture }) => [etape, codeCloture])).toEqual([
      ["decidee", null],
      ["ecartee", "fusion"],
    ]);
    expect(await site.lire(`/personnes/${a}/orientation`)).toContain("fiches fusionnées");
    expect(await lireFile.execute(deps, agent, {})).toMatchObject({ restantes: 0, suivant: null });
    await annuler(deps, redite);
    expect(await toutes(deps)).toEqual(avant);
  },
);

testAvecBase(
  "deux fiches proposées : une seule reste à décider, et l’annulation rend les deux",
  async ({ deps }) => {
    const redite = await uneRedite(deps);
    await proposer(deps);
    const avant = await toutes(deps);
    await fusionner(redite);
    const enFile = await listerPropositions.execute(deps, agent, {});
    expect(enFile.map(({ proposition }) => proposition.personneId)).toEqual([redite.a]);
    expect(await suivies(deps)).toBe(1);
    await annuler(deps, redite);
    expect(await toutes(deps)).toEqual(avant);
  },
);

/** Both persons oriented, then one, then two again: what happens in between is this. */
async function annulerApres(deps: Deps, entreTemps: string | (() => Promise<void>)) {
  const redite = await uneRedite(deps);
  const { a, b, site } = redite;
  await proposer(deps);
  await decider(deps, a);
  await decider(deps, b);
  await demanderReorientation.execute(deps, agent, {
    personneId: b,
    demandeur: "personne",
    motif: "Le trajet est trop long",
  });
  await lignes(deps, "update orientation set periode = daterange('2026-10-20', null)");
  await lignes(deps, "update designation set periode = daterange('2026-10-20', null)");
  await fusionner(redite);
  if (typeof entreTemps === "string") await lignes(deps, entreTemps);
  else await entreTemps();
  await annuler(deps, redite);
  const { enCours } = await consulterOrientation.execute(deps, agent, { personneId: b });
  const [situation] = await lignes(
    deps,
    `select orientation_type is not null as orientee, referent_id from situation_personne where personne_id = ${b}`,
  );
  const demandes = await lignes(deps, "select etat from demande_reorientation");
  const histoire = await site.lire(`/personnes/${b}/orientation`);
  return { enCours, situation, demandes, histoire };
}

testAvecBase(
  "un droit clos pendant la fusion met fin à l’orientation que l’annulation rouvre",
  async ({ deps }) => {
    const { enCours, situation, demandes, histoire } = await annulerApres(deps, () =>
      declarer(deps, "2026-11-15", [
        unFoyerDeclare({
          numeroDemande: "80000000002",
          droit: unDroitDeclare({ etat: "5" }),
          personnes: [unePersonneDeclaree({ nir: "2850480021555" })],
        }),
      ]),
    );
    expect(enCours).toBeNull();
    expect(situation).toMatchObject({ orientee: false });
    expect(demandes).toEqual([{ etat: "sans-objet" }]);
    expect(histoire).toContain("prend fin avec le droit");
  },
);

testAvecBase(
  "un référent parti pendant la fusion ne retrouve personne : la structure en désignera un autre",
  async ({ deps }) => {
    const { enCours, situation, demandes } = await annulerApres(
      deps,
      "update referent set periode = daterange('2025-01-01', '2026-11-22')",
    );
    expect(enCours).toMatchObject({ designation: { referent: null } });
    expect(situation).toEqual({ orientee: true, referent_id: null });
    expect(demandes).toEqual([{ etat: "en-instance" }]);
  },
);

testAvecBase(
  "une structure fermée pendant la fusion ne rouvre pas l’orientation, et la fiche le dit",
  async ({ deps }) => {
    const { enCours, situation, demandes, histoire } = await annulerApres(
      deps,
      "update structure set periode = daterange('2025-01-01', '2026-11-22')",
    );
    expect(enCours).toBeNull();
    expect(situation).toMatchObject({ orientee: false });
    expect(demandes).toEqual([{ etat: "sans-objet" }]);
    expect(histoire).toContain("sa structure a fermé pendant que les fiches étaient fusionnées");
  },
);
