import { expect } from "vitest";
import { totpCode } from "#platform/auth/totp.ts";
import {
  instantDesEssais,
  testAvecBase,
  testAvecInstance,
  unAgent,
} from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { activerSecondFacteur } from "./activer-second-facteur.ts";
import { changerMotDePasse } from "./changer-mot-de-passe.ts";
import { creerAgent } from "./creer-agent.ts";
import { desactiverSecondFacteur } from "./desactiver-second-facteur.ts";
import { lireMonCompte } from "./lire-mon-compte.ts";
import { listerSessions } from "./lister-sessions.ts";
import { preparerSecondFacteur } from "./preparer-second-facteur.ts";
import { retrouverSession } from "./retrouver-session.ts";
import { revoquerSession } from "./revoquer-session.ts";
import { seConnecter } from "./se-connecter.ts";
import { seDeconnecter } from "./se-deconnecter.ts";
import { verifierSecondFacteur } from "./verifier-second-facteur.ts";

const MOT_DE_PASSE = "velours brique tempête";
const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0";
const visiteur = unAgent({ id: null, nom: "Visiteur", droits: new Set() });

const plusTard = (deps: Deps, minutes: number): Deps => ({
  ...deps,
  now: () => new Date(instantDesEssais.getTime() + minutes * 60_000),
});

async function lea(deps: Deps) {
  const { id } = await creerAgent.execute(deps, unAgent(), {
    identifiant: "lea.martin",
    nom: "Martin",
    prenom: "Léa",
    motDePasse: MOT_DE_PASSE,
  });
  return unAgent({ id, nom: "Léa Martin", droits: new Set() });
}

const essayer = (
  deps: Deps,
  motDePasse: string,
  adresse = "10.0.0.1",
  identifiant = "lea.martin",
) => seConnecter.execute(deps, visiteur, { identifiant, motDePasse, adresse, navigateur: FIREFOX });

async function entrer(deps: Deps): Promise<string> {
  const connexion = await essayer(deps, MOT_DE_PASSE);
  if (connexion.etat === "refusee") throw new Error("Refusée");
  return connexion.jeton;
}

testAvecBase(
  "le bon mot de passe ouvre une session, dont le jeton n’est pas dans la base",
  async ({ deps }) => {
    const agent = await lea(deps);
    const jeton = await entrer(deps);
    expect(await retrouverSession(deps, jeton)).toMatchObject({
      id: agent.id,
      nom: "Léa Martin",
      roles: [],
    });
    expect(await retrouverSession(deps, `${jeton}x`)).toBeNull();
    const [ligne] = await deps.base.transaction((tx) =>
      tx.query<{ jeton: Buffer }>("SELECT jeton FROM session"),
    );
    expect(ligne?.jeton.toString("base64url")).not.toBe(jeton);
  },
);

testAvecBase("mot de passe faux, compte absent ou fermé : la même réponse", async ({ deps }) => {
  const agent = await lea(deps);
  expect(await essayer(deps, "autre chose")).toEqual({ etat: "refusee", agentId: agent.id });
  expect(await essayer(deps, MOT_DE_PASSE, "10.0.0.1", "personne")).toEqual({
    etat: "refusee",
    agentId: null,
  });
  await deps.base.transaction((tx) => tx.query("UPDATE agent SET ferme_le = now()"));
  expect(await essayer(deps, MOT_DE_PASSE)).toEqual({ etat: "refusee", agentId: null });
});

testAvecBase(
  "cinq échecs font attendre, même avec le bon mot de passe, puis le temps libère",
  async ({ deps }) => {
    await lea(deps);
    for (let essai = 0; essai < 5; essai += 1) await essayer(deps, "faux", `10.0.0.${essai}`);
    await expect(essayer(deps, MOT_DE_PASSE, "10.0.0.9")).rejects.toMatchObject({
      code: "connexion.attendre",
      details: { secondes: 2 },
    });
    expect(await essayer(plusTard(deps, 1), MOT_DE_PASSE, "10.0.0.9")).toMatchObject({
      etat: "ouverte",
    });
    expect(await essayer(plusTard(deps, 1), "faux")).toMatchObject({ etat: "refusee" });
  },
);

testAvecBase("une adresse qui essaie beaucoup de comptes attend aussi", async ({ deps }) => {
  await lea(deps);
  for (let essai = 0; essai < 31; essai += 1)
    await essayer(deps, "faux", "10.0.0.1", `compte-${essai}`);
  await expect(essayer(deps, MOT_DE_PASSE)).rejects.toMatchObject({ code: "connexion.attendre" });
  expect(await essayer(deps, MOT_DE_PASSE, "10.0.0.2")).toMatchObject({ etat: "ouverte" });
});

testAvecInstance(
  "dix essais envoyés ensemble ne passent pas avant que le premier soit compté",
  async ({ deps }) => {
    await lea(deps);
    const essais = await Promise.allSettled(
      Array.from({ length: 10 }, (_, rang) => essayer(deps, "faux", `10.0.1.${rang}`)),
    );
    expect(essais.filter(({ status }) => status === "rejected")).toHaveLength(5);
  },
);

testAvecBase(
  "une session s’éteint après une heure sans page, et après douze heures dans tous les cas",
  async ({ deps }) => {
    await lea(deps);
    const oisive = await entrer(deps);
    expect(await retrouverSession(plusTard(deps, 59), oisive)).not.toBeNull();
    expect(await retrouverSession(plusTard(deps, 118), oisive)).not.toBeNull();
    expect(await retrouverSession(plusTard(deps, 179), oisive)).toBeNull();
    const active = await entrer(deps);
    for (let minute = 30; minute < 720; minute += 30)
      expect(await retrouverSession(plusTard(deps, minute), active)).not.toBeNull();
    expect(await retrouverSession(plusTard(deps, 720), active)).toBeNull();
  },
);

testAvecBase(
  "se déconnecter, fermer une session, fermer un compte : chacun éteint tout de suite",
  async ({ deps }) => {
    const agent = await lea(deps);
    const [un, deux] = [await entrer(deps), await entrer(deps)];
    const sessions = await listerSessions.execute(deps, agent, { jeton: un });
    expect(sessions.map(({ courante, navigateur }) => [courante, navigateur]).sort()).toEqual([
      [false, "Firefox sur Windows"],
      [true, "Firefox sur Windows"],
    ]);
    const autre = sessions.find(({ courante }) => !courante)?.id ?? 0;
    const intrus = unAgent({ id: 999_999 });
    await expect(revoquerSession.execute(deps, intrus, { sessionId: autre })).rejects.toMatchObject(
      { code: "session.introuvable" },
    );
    await revoquerSession.execute(deps, agent, { sessionId: autre });
    expect(await retrouverSession(deps, deux)).toBeNull();
    await seDeconnecter.execute(deps, agent, { jeton: un });
    expect(await retrouverSession(deps, un)).toBeNull();
  },
);

testAvecBase(
  "changer de mot de passe demande l’ancien et ferme les autres sessions",
  async ({ deps }) => {
    const agent = await lea(deps);
    const [ici, ailleurs] = [await entrer(deps), await entrer(deps)];
    const changer = (actuel: string, nouveau: string, confirmation = nouveau) =>
      changerMotDePasse.execute(deps, agent, { jeton: ici, actuel, nouveau, confirmation });
    expect(await changer("faux", "cheval agrafe correcte")).toEqual({ etat: "refusee" });
    await expect(changer(MOT_DE_PASSE, "leamartin-2026")).rejects.toMatchObject({
      details: { champs: { nouveau: expect.stringContaining("nom") } },
    });
    await expect(changer(MOT_DE_PASSE, "cheval agrafe correcte", "autre")).rejects.toMatchObject({
      details: { champs: { confirmation: expect.any(String) } },
    });
    await changer(MOT_DE_PASSE, "cheval agrafe correcte");
    expect(await retrouverSession(deps, ici)).not.toBeNull();
    expect(await retrouverSession(deps, ailleurs)).toBeNull();
    expect(await essayer(deps, MOT_DE_PASSE)).toMatchObject({ etat: "refusee" });
    expect(await essayer(deps, "cheval agrafe correcte")).toMatchObject({ etat: "ouverte" });
  },
);

testAvecBase(
  "avec le second facteur, le mot de passe ne suffit plus ; un code ne sert qu’une fois",
  async ({ deps }) => {
    const agent = await lea(deps);
    await preparerSecondFacteur.execute(deps, agent, {});
    expect(await essayer(deps, MOT_DE_PASSE)).toMatchObject({ etat: "ouverte" });
    const secret = (await lireMonCompte.execute(deps, agent, {})).proposition?.secret ?? "";
    await expect(
      activerSecondFacteur.execute(deps, agent, { code: "000000" }),
    ).rejects.toMatchObject({ code: "saisie.invalide" });
    const { codesDeSecours } = await activerSecondFacteur.execute(deps, agent, {
      code: totpCode(secret, instantDesEssais),
    });
    expect(codesDeSecours).toHaveLength(8);
    expect((await lireMonCompte.execute(deps, agent, {})).proposition).toBeNull();

    const suite = plusTard(deps, 2);
    const jeton = await entrer(suite);
    expect(await retrouverSession(suite, jeton)).toBeNull();
    const verifier = (code: string, jetonAttente = jeton) =>
      verifierSecondFacteur.execute(suite, visiteur, {
        jeton: jetonAttente,
        code,
        adresse: "10.0.0.1",
        navigateur: FIREFOX,
      });
    expect(await verifier("123456")).toMatchObject({ etat: "refusee" });
    const code = totpCode(secret, suite.now());
    const ouverte = await verifier(code);
    if (ouverte.etat !== "ouverte") throw new Error("Le code devait ouvrir.");
    expect(ouverte.jeton).not.toBe(jeton);
    expect(await retrouverSession(suite, ouverte.jeton)).toMatchObject({ id: agent.id });
    await expect(verifier(code)).rejects.toMatchObject({ code: "session.requise" });
    const attente = await entrer(suite);
    expect(await verifier(code, attente)).toMatchObject({ etat: "refusee" });
    expect(await verifier(` ${codesDeSecours[0]?.toUpperCase()} `, attente)).toMatchObject({
      etat: "ouverte",
    });
    expect(await verifier(codesDeSecours[0] ?? "", await entrer(suite))).toMatchObject({
      etat: "refusee",
    });
  },
);

testAvecBase(
  "le secret est chiffré dans la base, et se retire avec le mot de passe",
  async ({ deps }) => {
    const agent = await lea(deps);
    await preparerSecondFacteur.execute(deps, agent, {});
    const secret = (await lireMonCompte.execute(deps, agent, {})).proposition?.secret ?? "";
    await activerSecondFacteur.execute(deps, agent, { code: totpCode(secret, instantDesEssais) });
    const [ligne] = await deps.base.transaction((tx) =>
      tx.query<{ secret: Buffer }>("SELECT secret FROM second_facteur"),
    );
    expect(ligne?.secret.includes(secret)).toBe(false);
    await expect(preparerSecondFacteur.execute(deps, agent, {})).rejects.toMatchObject({
      code: "second-facteur.deja-actif",
    });
    expect(await desactiverSecondFacteur.execute(deps, agent, { motDePasse: "faux" })).toEqual({
      etat: "refusee",
    });
    expect(await essayer(deps, MOT_DE_PASSE)).toMatchObject({ etat: "second-facteur" });
    await desactiverSecondFacteur.execute(deps, agent, { motDePasse: MOT_DE_PASSE });
    expect(await essayer(deps, MOT_DE_PASSE)).toMatchObject({ etat: "ouverte" });
  },
);

testAvecBase(
  "une session trouvée ouverte ne laisse pas deviner le mot de passe à volonté",
  async ({ deps }) => {
    const agent = await lea(deps);
    const jeton = await entrer(deps);
    const deviner = (essai: string) =>
      desactiverSecondFacteur.execute(deps, agent, { motDePasse: essai });
    for (const essai of ["un", "deux", "trois", "quatre", "cinq"]) {
      expect(await deviner(essai)).toEqual({ etat: "refusee" });
    }
    const nouveau = "cheval agrafe correcte";
    const changer = { jeton, actuel: MOT_DE_PASSE, nouveau, confirmation: nouveau };
    const attendre = { code: "connexion.attendre" };
    await expect(deviner(MOT_DE_PASSE)).rejects.toMatchObject(attendre);
    await expect(changerMotDePasse.execute(deps, agent, changer)).rejects.toMatchObject(attendre);
    const suite = plusTard(deps, 20);
    expect(await changerMotDePasse.execute(suite, agent, changer)).toEqual({ etat: "faite" });
  },
);

testAvecBase("dix minutes après le mot de passe, le code ne suffit plus", async ({ deps }) => {
  const agent = await lea(deps);
  await preparerSecondFacteur.execute(deps, agent, {});
  const secret = (await lireMonCompte.execute(deps, agent, {})).proposition?.secret ?? "";
  await activerSecondFacteur.execute(deps, agent, { code: totpCode(secret, instantDesEssais) });
  const jeton = await entrer(plusTard(deps, 2));
  const tard = plusTard(deps, 12);
  await expect(
    verifierSecondFacteur.execute(tard, visiteur, {
      jeton,
      code: totpCode(secret, tard.now()),
      adresse: "",
      navigateur: "",
    }),
  ).rejects.toMatchObject({ code: "session.requise" });
});

testAvecBase(
  "connexions et échecs sont au journal, sans mot de passe ni identifiant saisi",
  async ({ deps }) => {
    const agent = await lea(deps);
    await essayer(deps, "un secret tapé");
    await entrer(deps);
    const lignes = await deps.base.transaction((tx) =>
      tx.query<{ objet_id: string; details: unknown; texte: string }>(
        "SELECT objet_id, details, journal::text AS texte FROM journal WHERE acte = 'agent.se-connecter' ORDER BY id",
      ),
    );
    expect(lignes.map(({ objet_id, details }) => [objet_id, details])).toEqual([
      [String(agent.id), { resultat: "refusee" }],
      [String(agent.id), { resultat: "ouverte" }],
    ]);
    expect(lignes.some(({ texte }) => /secret tapé|lea\.martin/.test(texte))).toBe(false);
  },
);
