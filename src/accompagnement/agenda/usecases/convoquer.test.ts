import { expect } from "vitest";
import { lireChampsCourrier } from "#accompagnement/orientation";
import { lireMessagesDe } from "#commun/message";
import { lireJoignables, modifierContact } from "#droits/dossier";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { lignes } from "../../../app/testing/foyers-inscrits.ts";
import { type EquipeEssai, uneEquipe } from "../../../app/testing/une-equipe.ts";
import { deplacerVenues, rendreVenues } from "../db/fusions.ts";
import { consulterRendezVous } from "./consulter-rendez-vous.ts";
import { convoquer } from "./convoquer.ts";
import { deplacerRendezVous } from "./deplacer-rendez-vous.ts";
import { noterIssue } from "./noter-issue.ts";
import { prendreRendezVous } from "./prendre-rendez-vous.ts";
import { rappelerRendezVous } from "./rappeler.ts";

const agent = unAgent();
const prevenir = convoquer({ lireChamps: lireChampsCourrier, lireDestinataires: lireJoignables });
const rappeler = rappelerRendezVous(lireJoignables);

type Suivie = EquipeEssai["personnes"][number];

/** A team, and its first person, who agreed to be written to by e-mail. */
async function uneEquipeJoignable(deps: Deps) {
  const equipe = await uneEquipe(deps);
  const [anne, ben] = equipe.personnes;
  if (!anne || !ben) throw new Error("two persons are needed");
  const [connu] = await lignes<{ version: number }>(
    deps,
    `select version from contact where personne_id = ${anne.id} and nature = 'telephone' and source = 'agent'`,
  );
  await modifierContact.execute(deps, agent, {
    personneId: anne.id,
    ...{ telephone: "0322000000", courriel: "anne@exemple.fr", accordCourriel: "A" },
    ...{ versionTelephone: connu?.version ?? 0, versionCourriel: 0 },
  });
  return { ...equipe, anne, ben };
}

async function prendre(
  deps: Deps,
  { structureId }: EquipeEssai,
  { id, referentId }: Suivie,
  champs: { readonly jour: string; readonly heure?: string; readonly motif?: string },
): Promise<number> {
  const { rendezVousId } = await prendreRendezVous.execute(deps, agent, {
    ...{ structureId, referentId, personnes: [id] },
    ...{ motif: "entretien-suivi", modalite: "individuel", heure: "09:00", ...champs },
  });
  return rendezVousId;
}

const messagesDe = (deps: Deps, rendezVousId: number) =>
  deps.base.transaction((tx) => lireMessagesDe(tx, "rendez-vous", [rendezVousId]));

const leMatin = (deps: Deps, jour: string): Deps => ({
  ...deps,
  now: () => new Date(`${jour}T05:00:00Z`),
});

testAvecBase(
  "qui a deux rendez-vous reçoit deux lettres, et celle qui peut arriver trop tard se dit",
  async ({ deps }) => {
    const { ben, ...equipe } = await uneEquipeJoignable(deps);
    const proche = await prendre(deps, equipe, ben, { jour: "2026-11-24" });
    const lointain = await prendre(deps, equipe, ben, { jour: "2026-12-15" });
    const rendezVous = [proche, lointain];
    const dit = await prevenir.execute(deps, agent, { rendezVous, canal: "courrier" });
    expect(dit).toMatchObject({ tardives: 1, sans: [] });
    expect(dit.courriers).toHaveLength(2);
    expect(
      await lignes(deps, "select rendez_vous_id as id from rendez_vous_envoi order by 1"),
    ).toEqual([{ id: proche }, { id: lointain }]);
  },
);

testAvecBase(
  "la lettre parle du premier rendez-vous pour le premier seul, et de son motif pour les autres",
  async ({ deps }) => {
    const { ben, ...equipe } = await uneEquipeJoignable(deps);
    const rendezVous = [
      await prendre(deps, equipe, ben, { jour: "2026-12-08", motif: "premier-rendez-vous" }),
      await prendre(deps, equipe, ben, { jour: "2026-12-15" }),
    ];
    await prevenir.execute(deps, agent, { rendezVous, canal: "courrier" });
    const [premiere, suite] = await lignes<{ usage: string; contenu: string }>(
      deps,
      "select usage, contenu::text as contenu from courrier order by id",
    );
    expect(premiere?.usage).toBe("convocation");
    expect(suite?.usage).toBe("convocation-rendez-vous");
    expect(suite?.contenu).toContain("un entretien de suivi");
    expect(suite?.contenu).not.toMatch(/premi|\{\{/u);
  },
);

testAvecBase(
  "un rendez-vous déplacé, puis remis à son heure, s’annonce à chaque fois",
  async ({ deps }) => {
    const { anne, ...equipe } = await uneEquipeJoignable(deps);
    const id = await prendre(deps, equipe, anne, { jour: "2026-12-01" });
    const { referentId } = anne;
    await prevenir.execute(deps, agent, { rendezVous: [id] });
    for (const jour of ["2026-12-08", "2026-12-01", "2026-12-08"]) {
      const [lu] = await lignes<{ version: number }>(
        deps,
        `select version from rendez_vous where id = ${id}`,
      );
      await deplacerRendezVous.execute(deps, agent, {
        ...{ id, referentId, version: lu?.version ?? 0, jour, heure: "09:00" },
      });
      const dit = await prevenir.execute(deps, agent, {
        ...{ rendezVous: [id], usage: "deplacement-rendez-vous" },
      });
      expect(dit.courriels).toBe(1);
    }
    const attendus = (await messagesDe(deps, id)).filter(({ etat }) => etat === "en-attente");
    expect(attendus.map(({ usage }) => usage).toSorted()).toEqual([
      "deplacement-rendez-vous",
      "rappel-rendez-vous",
    ]);
  },
);

testAvecBase("qui annonce son absence ne reçoit pas le rappel", async ({ deps }) => {
  const { anne, ...equipe } = await uneEquipeJoignable(deps);
  const id = await prendre(deps, equipe, anne, { jour: "2026-12-01" });
  await prevenir.execute(deps, agent, { rendezVous: [id] });
  await noterIssue.execute(deps, agent, {
    issues: [{ rendezVousId: id, personneId: anne.id, statut: "absent-excuse" }],
  });
  expect(await messagesDe(deps, id)).toMatchObject([
    { usage: "rappel-rendez-vous", etat: "annule", erreur: "L’absence est annoncée." },
    { usage: "convocation-rendez-vous" },
  ]);
});

testAvecBase(
  "une structure fermée n’empêche pas les rappels des autres, et ne fait venir personne",
  async ({ deps }) => {
    const { anne, ben, ...equipe } = await uneEquipeJoignable(deps);
    const id = await prendre(deps, equipe, anne, { jour: "2026-12-01" });
    const autre = await prendre(deps, equipe, ben, { jour: "2026-12-01", heure: "10:00" });
    await lignes(
      deps,
      `with fermee as (insert into structure overriding system value select (jsonb_populate_record(s, jsonb_build_object('id', s.id + 900,
           'nom', 'Fermée', 'periode', '[2020-01-01,2026-11-25)'))).* from structure s where id = ${equipe.structureId}
         returning id)
       update rendez_vous set structure_id = (select id from fermee) where id = ${autre}`,
    );
    expect(await rappeler.execute(leMatin(deps, "2026-11-26"), agent, {})).toBe(1);
    expect(await messagesDe(deps, id)).toMatchObject([{ usage: "rappel-rendez-vous" }]);
    expect(await messagesDe(deps, autre)).toEqual([]);
  },
);

testAvecBase(
  "une personne hors du périmètre n’empêche pas de prévenir les autres, et se dit",
  async ({ deps }) => {
    const { anne, ben, ...equipe } = await uneEquipeJoignable(deps);
    const rendezVous = [
      await prendre(deps, equipe, anne, { jour: "2026-12-01" }),
      await prendre(deps, equipe, ben, { jour: "2026-12-01", heure: "10:00" }),
    ];
    await lignes(
      deps,
      `update situation_personne set structure_id = null, referent_id = null where personne_id = ${ben.id}`,
    );
    const portee = { territoires: [], structures: [equipe.structureId], referentId: null };
    const dit = await prevenir.execute(deps, { ...agent, portee }, { rendezVous });
    expect(dit).toMatchObject({ courriels: 1, courriers: [] });
    expect(dit.sans).toMatchObject([{ personneId: ben.id }]);
  },
);

testAvecBase(
  "une issue qu’un autre vient de noter ne s’efface pas sans avoir été lue",
  async ({ deps }) => {
    const { anne, ...equipe } = await uneEquipeJoignable(deps);
    const id = await prendre(deps, equipe, anne, { jour: "2026-11-24" });
    const apres = leMatin(deps, "2026-11-25");
    const noter = (statut: "honore" | "absent-excuse", lu: "prevu" | "honore") =>
      noterIssue.execute(apres, agent, {
        issues: [{ rendezVousId: id, personneId: anne.id, statut, lu }],
      });
    await noter("honore", "prevu");
    await expect(noter("absent-excuse", "prevu")).rejects.toMatchObject({
      code: "rendez-vous.conflit",
      message: expect.stringContaining("Honoré"),
    });
    await noter("absent-excuse", "honore");
  },
);

testAvecBase(
  "une convocation écrite avant la réunion de deux fiches se lit encore, et ne s’écrit pas deux fois",
  async ({ deps }) => {
    const { anne, ben, ...equipe } = await uneEquipeJoignable(deps);
    const id = await prendre(deps, equipe, anne, { jour: "2026-12-08" });
    await prevenir.execute(deps, agent, { rendezVous: [id], canal: "courrier" });
    const dits = () =>
      lignes(
        deps,
        `select personne_id, 'envoi' as quoi from rendez_vous_envoi
         union all select personne_id, fait from rendez_vous_fait order by 2, 1`,
      );
    const avant = await dits();
    const fusion = { fusionId: 1, gardeeId: ben.id, absorbeeId: anne.id };
    await deps.base.transaction((tx) => deplacerVenues(tx, fusion, deps.now()));
    expect((await consulterRendezVous.execute(deps, agent, { id })).envois).toHaveLength(1);
    const redite = await prevenir.execute(deps, agent, { rendezVous: [id], canal: "courrier" });
    expect(redite.courriers).toEqual([]);
    await deps.base.transaction((tx) => rendreVenues(tx, fusion));
    expect(await dits()).toEqual(avant);
  },
);
