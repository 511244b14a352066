import { describe, expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { lignes } from "../../../app/testing/foyers-inscrits.ts";
import { le } from "../../../app/testing/orientation.ts";
import {
  corriger,
  envoyer,
  laRestitution,
  remplir,
  restitutionDe,
  sejourner,
  uneAction,
} from "../../../app/testing/restitutions.ts";
import { arreterAnnee } from "./arreter-annee.ts";
import { certifierRestitution } from "./certifier-restitution.ts";
import { prevoirRestitutions } from "./prevoir-restitutions.ts";
import { rappelerRestitutions } from "./rappeler-restitutions.ts";
import {
  accepterRestitution,
  accepterRestitutions,
  renvoyerRestitution,
} from "./recevoir-restitutions.ts";
import { rectifierRestitution } from "./rectifier-restitution.ts";
import { relancerRestitutions } from "./relancer-restitutions.ts";
import { reprendreRestitutions } from "./reprendre-restitutions.ts";
import { certifierEtTransmettre, transmettreRestitution } from "./transmettre-restitution.ts";
import { verifierRestitution } from "./verifier-restitution.ts";

const agent = unAgent();

const dates = (deps: Deps, actionId: number) =>
  lignes<{ mois: string; rappel: string; due: string; sansObjet: string | null }>(
    deps,
    `select to_char(mois, 'YYYY-MM') as mois, rappel_le as rappel, due_le as due, sans_objet_le as "sansObjet"
     from restitution where action_id = $1 order by mois`,
    [actionId],
  );

describe("les restitutions attendues", () => {
  testAvecBase("naissent avec l’action, une par mois jusqu’à l’horizon", async ({ deps }) => {
    const { id } = await uneAction(deps, { du: "2026-01-15" });
    const prevues = await dates(deps, id);
    expect(prevues).toHaveLength(24);
    expect(prevues[0]).toEqual({
      mois: "2026-01",
      rappel: "2026-02-10",
      due: "2026-02-10",
      sansObjet: null,
    });
    expect(prevues[3]).toMatchObject({ mois: "2026-04", rappel: "2026-05-10", due: "2026-05-11" });
  });

  testAvecBase("ne bougent plus quand on les prévoit de nouveau", async ({ deps }) => {
    const { id } = await uneAction(deps);
    await lignes(deps, "update restitution set due_le = due_le + 3 where action_id = $1", [id]);
    const avant = await dates(deps, id);
    await prevoirRestitutions.execute(deps, agent, { actions: [id] });
    expect(await dates(deps, id)).toEqual(avant);
  });

  testAvecBase("s’étendent d’une année quand l’horizon avance", async ({ deps }) => {
    const { id } = await uneAction(deps);
    expect(await prevoirRestitutions.execute(deps, agent, {})).toEqual({ prevues: 0 });
    const plusTard = le(deps, "2027-01-04");
    expect(await prevoirRestitutions.execute(plusTard, agent, {})).toEqual({ prevues: 12 });
    expect((await dates(deps, id)).at(-1)?.mois).toBe("2028-12");
  });

  testAvecBase(
    "n’ont plus d’objet quand l’action s’arrête, sauf celles déjà écrites",
    async ({ deps }) => {
      const { id } = await uneAction(deps);
      await sejourner(deps, id, { personneId: 1, entreLe: "2026-01-05" });
      await envoyer(deps, "2026-02-05", id, "2026-01");
      await lignes(deps, "update action set periode = '[2026-01-01,2026-01-20)' where id = $1", [
        id,
      ]);
      await prevoirRestitutions.execute(deps, agent, { actions: [id] });
      const restantes = (await dates(deps, id)).filter(({ sansObjet }) => sansObjet === null);
      expect(restantes.map(({ mois }) => mois)).toEqual(["2026-01"]);
      await lignes(deps, "update action set periode = '[2026-01-01,2026-03-01)' where id = $1", [
        id,
      ]);
      await prevoirRestitutions.execute(deps, agent, { actions: [id] });
      const revenues = (await dates(deps, id)).filter(({ sansObjet }) => sansObjet === null);
      expect(revenues.map(({ mois }) => mois)).toEqual(["2026-01", "2026-02"]);
    },
  );
});

describe("remplir, certifier et transmettre", () => {
  testAvecBase(
    "garde les chiffres, les séjours, qui a saisi et qui a certifié",
    async ({ deps }) => {
      const { id } = await uneAction(deps);
      const premier = await sejourner(deps, id, { personneId: 1, entreLe: "2026-01-05" });
      await sejourner(deps, id, {
        personneId: 2,
        entreLe: "2026-01-08",
        sortiLe: "2026-01-20",
        classe: "durable",
      });
      const { restitutionId } = await restitutionDe(deps, id, "2026-01");
      await remplir(deps, "2026-02-03", id, "2026-01");
      await certifierRestitution.execute(
        le(deps, "2026-02-04"),
        unAgent({ id: 12 }),
        await restitutionDe(deps, id, "2026-01"),
      );
      await transmettreRestitution.execute(
        le(deps, "2026-02-05"),
        unAgent({ id: 12 }),
        await restitutionDe(deps, id, "2026-01"),
      );
      const [version] = await lignes<Record<string, unknown>>(
        deps,
        "select * from restitution_version where restitution_id = $1",
        [restitutionId],
      );
      expect(version).toMatchObject({
        numero: 1,
        saisie_le: "2026-02-03",
        saisie_par: null,
        certifiee_le: "2026-02-04",
        certifiee_par: 12,
        transmise_le: "2026-02-05",
        chiffres: { debut: 0, entrees: 2, fin: 1, personnes: 2 },
      });
      expect(version?.["corpus"]).toContainEqual({
        id: premier,
        personneId: 1,
        entreLe: "2026-01-05",
        sortiLe: null,
        classe: null,
      });
      for (const texte of [
        "update restitution_version set commentaire = 'autre'",
        "delete from restitution_version",
        "update restitution_evenement set le = '2020-01-01'",
      ]) {
        await expect(lignes(deps, texte)).rejects.toThrow(
          /ne change plus|ne s’efface pas|ne se réécrit pas/,
        );
      }
    },
  );

  testAvecBase("attend que le mois soit fini", async ({ deps }) => {
    const { id } = await uneAction(deps);
    await expect(remplir(deps, "2026-01-28", id, "2026-01")).rejects.toMatchObject({
      code: "restitution.mois-en-cours",
    });
    await expect(remplir(deps, "2026-02-01", id, "2026-01", true)).resolves.toMatchObject({
      numero: 1,
    });
  });

  testAvecBase("ne prend un zéro que confirmé, et jamais contre les séjours", async ({ deps }) => {
    const { id } = await uneAction(deps);
    const saisi = remplir(deps, "2026-02-02", id, "2026-01");
    await expect(saisi).rejects.toMatchObject({ code: "restitution.neant" });
    await envoyer(deps, "2026-02-02", id, "2026-01", true);
    expect(await laRestitution(deps, id, "2026-01")).toMatchObject({ transmise_le: "2026-02-02" });
    await sejourner(deps, id, { personneId: 1, entreLe: "2026-02-05" });
    await expect(remplir(deps, "2026-03-02", id, "2026-02", true)).rejects.toThrow(
      "Des personnes ont été accompagnées",
    );
  });

  testAvecBase("refuse une seconde certification faite sur une page dépassée", async ({ deps }) => {
    const { id } = await uneAction(deps);
    await sejourner(deps, id, { personneId: 1, entreLe: "2026-01-05" });
    await remplir(deps, "2026-02-02", id, "2026-01");
    const vue = await restitutionDe(deps, id, "2026-01");
    await certifierRestitution.execute(le(deps, "2026-02-03"), agent, vue);
    await expect(
      certifierRestitution.execute(le(deps, "2026-02-03"), agent, vue),
    ).rejects.toMatchObject({ code: "restitution.conflit" });
    await expect(
      certifierRestitution.execute(
        le(deps, "2026-02-03"),
        agent,
        await restitutionDe(deps, id, "2026-01"),
      ),
    ).rejects.toMatchObject({ code: "restitution.etape" });
  });

  testAvecBase("ne certifie pas des chiffres que les séjours ne disent plus", async ({ deps }) => {
    const { id } = await uneAction(deps);
    await sejourner(deps, id, { personneId: 1, entreLe: "2026-01-05" });
    await remplir(deps, "2026-02-02", id, "2026-01");
    await sejourner(deps, id, { personneId: 2, entreLe: "2026-01-06" });
    const essai = certifierRestitution.execute(
      le(deps, "2026-02-03"),
      agent,
      await restitutionDe(deps, id, "2026-01"),
    );
    await expect(essai).rejects.toMatchObject({ code: "restitution.sejours-changes" });
    await remplir(deps, "2026-02-03", id, "2026-01");
    await expect(
      certifierEtTransmettre.execute(
        le(deps, "2026-02-03"),
        agent,
        await restitutionDe(deps, id, "2026-01"),
      ),
    ).resolves.toMatchObject({ numero: 1 });
  });

  testAvecBase(
    "un brouillon certifié puis vérifié de nouveau devient une autre version",
    async ({ deps }) => {
      const { id } = await uneAction(deps);
      await sejourner(deps, id, { personneId: 1, entreLe: "2026-01-05" });
      await remplir(deps, "2026-02-02", id, "2026-01");
      await certifierRestitution.execute(
        le(deps, "2026-02-03"),
        agent,
        await restitutionDe(deps, id, "2026-01"),
      );
      expect(await remplir(deps, "2026-02-04", id, "2026-01")).toMatchObject({ numero: 2 });
      expect(await remplir(deps, "2026-02-04", id, "2026-01")).toMatchObject({ numero: 2 });
    },
  );

  testAvecBase("un opérateur ne trouve pas la restitution d’un autre", async ({ deps }) => {
    const { id, structureId } = await uneAction(deps);
    await sejourner(deps, id, { personneId: 1, entreLe: "2026-01-05" });
    const portee = (structures: number[]) => ({ territoires: [], structures, referentId: null });
    const vue = await restitutionDe(deps, id, "2026-01");
    const ailleurs = unAgent({ portee: portee([structureId + 1]) });
    await expect(
      verifierRestitution.execute(le(deps, "2026-02-02"), ailleurs, { ...vue, commentaire: "" }),
    ).rejects.toMatchObject({ code: "restitution.introuvable" });
    const chezElle = unAgent({ portee: portee([structureId]) });
    await expect(
      verifierRestitution.execute(le(deps, "2026-02-02"), chezElle, { ...vue, commentaire: "" }),
    ).resolves.toMatchObject({ numero: 1 });
  });
});

describe("rectifier", () => {
  async function janvierEtFevrier(deps: Deps) {
    const { id } = await uneAction(deps);
    await sejourner(deps, id, { personneId: 1, entreLe: "2026-01-05" });
    await sejourner(deps, id, { personneId: 2, entreLe: "2026-01-06" });
    await envoyer(deps, "2026-02-05", id, "2026-01");
    await envoyer(deps, "2026-03-05", id, "2026-02");
    return id;
  }
  const sortieTardive = `update sejour set sorti_le = '2026-01-28', classe = 'durable', sortie_nature = 'cdi'
    where personne_id = 2`;

  testAvecBase(
    "une sortie apprise après l’envoi se voit, avec ce qu’elle change",
    async ({ deps }) => {
      const id = await janvierEtFevrier(deps);
      await corriger(le(deps, "2026-03-08"), id, sortieTardive);
      const janvier = await laRestitution(deps, id, "2026-01");
      expect(janvier).toMatchObject({ ecart_le: "2026-03-08", transmise_le: "2026-02-05" });
      expect(janvier["ecart"]).toContainEqual({ cle: "fin", avant: 2, apres: 1 });
      expect((await laRestitution(deps, id, "2026-02"))["ecart"]).toContainEqual({
        cle: "debut",
        avant: 2,
        apres: 1,
      });
      await corriger(
        le(deps, "2026-03-09"),
        id,
        "update sejour set sorti_le = null, classe = null, sortie_nature = null where personne_id = 2",
      );
      expect(await laRestitution(deps, id, "2026-01")).toMatchObject({
        ecart: null,
        ecart_le: null,
      });
    },
  );

  testAvecBase(
    "le mois suivant rouvre depuis le stock rectifié, et la chaîne se referme",
    async ({ deps }) => {
      const id = await janvierEtFevrier(deps);
      await corriger(le(deps, "2026-03-08"), id, sortieTardive);
      await rectifierRestitution.execute(le(deps, "2026-03-09"), agent, {
        ...(await restitutionDe(deps, id, "2026-01")),
        motif: "Sortie du 28 janvier apprise en mars",
      });
      const { rouvertes } = await envoyer(deps, "2026-03-09", id, "2026-01");
      expect(rouvertes.map(({ mois }) => mois)).toEqual(["2026-02"]);
      expect(await laRestitution(deps, id, "2026-02")).toMatchObject({
        transmise_le: null,
        rouverte_le: "2026-03-09",
        transmis_numero: 1,
      });
      await envoyer(deps, "2026-03-09", id, "2026-02");
      const versions = await lignes<{
        mois: string;
        numero: number;
        motif: string;
        debut: number;
        fin: number;
      }>(
        deps,
        `select to_char(r.mois, 'YYYY-MM') as mois, v.numero, v.motif, (v.chiffres ->> 'debut')::int as debut,
         (v.chiffres ->> 'fin')::int as fin
       from restitution r join restitution_version v on v.restitution_id = r.id and v.numero = r.transmis_numero
       where r.action_id = $1 order by r.mois`,
        [id],
      );
      expect(versions).toEqual([
        {
          mois: "2026-01",
          numero: 2,
          motif: "Sortie du 28 janvier apprise en mars",
          debut: 0,
          fin: 1,
        },
        {
          mois: "2026-02",
          numero: 2,
          motif: expect.stringContaining("janvier 2026"),
          debut: 1,
          fin: 1,
        },
      ]);
      expect(await laRestitution(deps, id, "2026-02")).toMatchObject({ ecart: null });
    },
  );

  testAvecBase(
    "un mois ne part pas tant que le stock du précédent n’est pas rectifié",
    async ({ deps }) => {
      const { id } = await uneAction(deps);
      await sejourner(deps, id, { personneId: 1, entreLe: "2026-01-05" });
      await sejourner(deps, id, { personneId: 2, entreLe: "2026-01-06" });
      await envoyer(deps, "2026-02-05", id, "2026-01");
      await corriger(le(deps, "2026-02-20"), id, sortieTardive);
      await expect(envoyer(deps, "2026-03-05", id, "2026-02")).rejects.toMatchObject({
        code: "restitution.stock-rompu",
        message: expect.stringContaining("2 présents au dernier jour"),
      });
    },
  );

  testAvecBase("après l’arrêté du bilan, la rectification le dit", async ({ deps }) => {
    const id = await janvierEtFevrier(deps);
    await lignes(
      deps,
      "update restitution set bilan_arrete_le = '2026-03-31' where action_id = $1",
      [id],
    );
    const ouverte = await rectifierRestitution.execute(le(deps, "2026-04-09"), agent, {
      ...(await restitutionDe(deps, id, "2026-02")),
      motif: "Présence oubliée",
    });
    expect(ouverte.apresBilan).toBe(true);
    await envoyer(deps, "2026-04-09", id, "2026-02");
    const [version] = await lignes(
      deps,
      `select v.apres_bilan as apres from restitution_version v join restitution r on r.id = v.restitution_id
       where r.action_id = $1 and r.mois = '2026-02-01' and v.numero = 2`,
      [id],
    );
    expect(version).toEqual({ apres: true });
  });
});

describe("recevoir", () => {
  testAvecBase(
    "le département renvoie avec son motif, l’opérateur renvoie une version, il accepte",
    async ({ deps }) => {
      const { id } = await uneAction(deps);
      await sejourner(deps, id, { personneId: 1, entreLe: "2026-01-05" });
      await envoyer(deps, "2026-02-05", id, "2026-01");
      await expect(
        renvoyerRestitution.execute(le(deps, "2026-02-06"), agent, {
          ...(await restitutionDe(deps, id, "2026-01")),
          motif: "",
        }),
      ).rejects.toMatchObject({ code: "saisie.invalide" });
      await renvoyerRestitution.execute(le(deps, "2026-02-06"), agent, {
        ...(await restitutionDe(deps, id, "2026-01")),
        motif: "Précisez les sorties",
      });
      await envoyer(deps, "2026-02-09", id, "2026-01");
      await accepterRestitution.execute(
        le(deps, "2026-02-10"),
        agent,
        await restitutionDe(deps, id, "2026-01"),
      );
      expect(await laRestitution(deps, id, "2026-01")).toMatchObject({
        premiere_transmission_le: "2026-02-05",
        transmise_le: "2026-02-09",
        acceptee_le: "2026-02-10",
        transmis_numero: 2,
      });
      const faits = await lignes<{ nature: string }>(
        deps,
        "select nature from restitution_evenement order by id",
      );
      expect(faits.map(({ nature }) => nature)).toEqual([
        "transmise",
        "renvoyee",
        "transmise",
        "acceptee",
      ]);
    },
  );

  testAvecBase("en lot, ce qui ne s’accepte pas est laissé et dit pourquoi", async ({ deps }) => {
    const { id } = await uneAction(deps);
    const envoyees = ["2026-01", "2026-02"];
    await sejourner(deps, id, { personneId: 1, entreLe: "2026-01-05" });
    for (const mois of envoyees) await envoyer(deps, "2026-03-05", id, mois);
    const ids = await Promise.all(
      [...envoyees, "2026-03"].map(
        async (mois) => (await restitutionDe(deps, id, mois)).restitutionId,
      ),
    );
    const fait = await accepterRestitutions.execute(le(deps, "2026-04-02"), agent, {
      restitutions: ids,
    });
    expect(fait).toMatchObject({ faites: 2, laissees: [{ restitutionId: ids[2] }] });
    const relance = await relancerRestitutions.execute(le(deps, "2026-04-12"), agent, {
      restitutions: ids,
    });
    expect(relance.faites).toBe(1);
    expect(
      await relancerRestitutions.execute(le(deps, "2026-04-12"), agent, { restitutions: ids }),
    ).toMatchObject({ faites: 0 });
  });

  testAvecBase(
    "relancer écrit un courriel par opérateur, sans nommer personne",
    async ({ deps }) => {
      const { id, structureId } = await uneAction(deps, { nom: "Rebondir" });
      const muet = await uneAction(deps, { nom: "Autre", operateur: "Sans adresse" });
      await lignes(deps, "update structure set courriel = 'contact@exemple.fr' where id = $1", [
        structureId,
      ]);
      const mois = ["2026-01", "2026-02"];
      const ids = await Promise.all(
        [...mois.map((un) => [id, un] as const), [muet.id, "2026-01"] as const].map(
          async ([actionId, un]) => (await restitutionDe(deps, actionId, un)).restitutionId,
        ),
      );
      const fait = await relancerRestitutions.execute(le(deps, "2026-03-20"), agent, {
        restitutions: ids,
      });
      expect(fait).toMatchObject({ faites: 3, courriels: 1, sansAdresse: ["Sans adresse"] });
      const envois = await lignes<{ cle: string }>(deps, "select cle, canal from boite_envoi");
      expect(envois).toEqual([
        { cle: expect.stringContaining("relance:restitution"), canal: "email" },
      ]);
      const faits = await lignes(
        deps,
        "select adresse from restitution_evenement where nature = 'relancee' order by id",
      );
      expect(faits).toEqual([
        { adresse: "contact@exemple.fr" },
        { adresse: "contact@exemple.fr" },
        { adresse: null },
      ]);
    },
  );

  testAvecBase(
    "les rappels partent d’eux-mêmes cinq jours avant le 10, le 10 et trois jours après, une fois chacun",
    async ({ deps }) => {
      await uneAction(deps, { du: "2026-01-01", dernierJour: "2026-01-31" });
      const rappeler = async (jour: string) =>
        (await rappelerRestitutions.execute(le(deps, jour), agent, {})).rappelees;
      const faits: Record<string, readonly number[]> = {};
      for (const jour of ["2026-02-04", "2026-02-05", "2026-02-10", "2026-02-11", "2026-02-13"]) {
        faits[jour] = [await rappeler(jour), await rappeler(jour)];
      }
      expect(faits).toEqual({
        "2026-02-04": [0, 0],
        "2026-02-05": [1, 0],
        "2026-02-10": [1, 0],
        "2026-02-11": [0, 0],
        "2026-02-13": [1, 0],
      });
    },
  );

  testAvecBase("l’année ne s’arrête que complète et sans sortie à arbitrer", async ({ deps }) => {
    const { id } = await uneAction(deps, { du: "2026-11-01", dernierJour: "2026-12-31" });
    await sejourner(deps, id, {
      personneId: 1,
      entreLe: "2026-11-05",
      sortiLe: "2026-12-10",
      classe: "a-arbitrer",
    });
    const arreter = () =>
      arreterAnnee.execute(le(deps, "2027-02-01"), agent, { actionId: id, annee: 2026 });
    await expect(arreter()).rejects.toMatchObject({ code: "restitution.annee-incomplete" });
    for (const mois of ["2026-11", "2026-12"]) {
      await envoyer(deps, "2027-01-05", id, mois);
      await accepterRestitution.execute(
        le(deps, "2027-01-06"),
        agent,
        await restitutionDe(deps, id, mois),
      );
    }
    await expect(arreter()).rejects.toMatchObject({ code: "restitution.sorties-a-arbitrer" });
    await corriger(le(deps, "2027-01-10"), id, "update sejour set classe = 'durable'");
    await rectifierRestitution.execute(le(deps, "2027-01-10"), agent, {
      ...(await restitutionDe(deps, id, "2026-12")),
      motif: "Classe arbitrée",
    });
    await envoyer(deps, "2027-01-11", id, "2026-12");
    await accepterRestitution.execute(
      le(deps, "2027-01-12"),
      agent,
      await restitutionDe(deps, id, "2026-12"),
    );
    expect(await arreter()).toEqual({ mois: 2 });
  });
});

describe("reprendre celles de l’outil précédent", () => {
  const colonnes = `r.numero, r.transmis_numero, r.saisie_le, r.certifiee_le, r.transmise_le, r.premiere_transmission_le,
    r.acceptee_le, r.revision, v.numero as version, v.chiffres, v.commentaire, v.neant, v.saisie_le as v_saisie, v.saisie_par,
    v.certifiee_le as v_certifiee, v.certifiee_par, v.transmise_le as v_transmise, v.transmise_par,
    (select json_agg(json_build_object('entre', s ->> 'entreLe', 'sorti', s ->> 'sortiLe', 'classe', s ->> 'classe'))
      from jsonb_array_elements(v.corpus) s) as corpus,
    (select json_agg(json_build_array(e.nature, e.numero, e.motif, e.le, e.par) order by e.id)
      from restitution_evenement e where e.restitution_id = r.id) as faits`;
  const toutDe = (deps: Deps, actionId: number) =>
    lignes(
      deps,
      `select ${colonnes} from restitution r join restitution_version v on v.restitution_id = r.id
       where r.action_id = $1 order by r.mois`,
      [actionId],
    );

  testAvecBase("donne exactement les lignes des actes", async ({ deps }) => {
    const actes = await uneAction(deps, { nom: "Par les actes", operateur: "Un" });
    const reprise = await uneAction(deps, { nom: "En reprise", operateur: "Deux" });
    for (const [rang, { id }] of [actes, reprise].entries()) {
      const decale = rang * 10;
      await sejourner(deps, id, { personneId: decale + 1, entreLe: "2026-01-05" });
      await sejourner(deps, id, {
        personneId: decale + 2,
        entreLe: "2026-01-06",
        sortiLe: "2026-01-30",
        classe: "positive",
      });
    }
    for (const mois of ["2026-01", "2026-02"]) await envoyer(deps, "2026-03-05", actes.id, mois);
    await accepterRestitution.execute(
      le(deps, "2026-03-09"),
      agent,
      await restitutionDe(deps, actes.id, "2026-01"),
    );
    const fait = await reprendreRestitutions.execute(deps, agent, {
      restitutions: [
        {
          ...{ actionId: reprise.id, mois: "2026-01", commentaire: "Rien à signaler", fin: 1 },
          ...{ transmiseLe: "2026-03-05", accepteeLe: "2026-03-09" },
        },
        {
          ...{ actionId: reprise.id, mois: "2026-02", commentaire: "Rien à signaler" },
          transmiseLe: "2026-03-05",
        },
      ],
    });
    expect(fait).toEqual({ reprises: 2, inchangees: 0, refusees: [] });
    expect(await toutDe(deps, reprise.id)).toEqual(await toutDe(deps, actes.id));
  });

  testAvecBase("refuse ligne à ligne ce que rien ne montre", async ({ deps }) => {
    const { id } = await uneAction(deps);
    const ligne = { actionId: id, mois: "2026-01", transmiseLe: "2026-02-05" };
    const { reprises, refusees } = await reprendreRestitutions.execute(deps, agent, {
      restitutions: [
        { ...ligne, fin: 12 },
        ligne,
        { ...ligne, transmiseLe: "2026-01-31", neant: true },
        { ...ligne, actionId: id + 1, neant: true },
        { ...ligne, neant: true },
        { ...ligne, neant: true },
      ],
    });
    expect(reprises).toBe(1);
    expect(refusees.map(({ ligne: rang }) => rang)).toEqual([1, 2, 3, 4, 6]);
    expect(refusees[0]?.message).toContain("aucun séjour ne le montre");
  });
});
