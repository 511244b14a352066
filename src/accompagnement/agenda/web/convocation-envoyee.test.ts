import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { lireMessagesDe } from "#commun/message";
import { lireJoignables, modifierContact } from "#droits/dossier";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { type Mailbox, openMailbox } from "#platform/testing/mailbox.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { ouvrirFacteur, porterMessages } from "../../../app/messages.ts";
import { entrer } from "../../../app/testing/agent-entre.ts";
import { uneEquipe } from "../../../app/testing/une-equipe.ts";
import { rappelerRendezVous } from "../usecases/rappeler.ts";

/** Anne, who agreed to be written to by e-mail, and the front desk of the structure that follows her. */
async function auGuichet(deps: Deps, accordCourriel: "A" | "R") {
  const { structureId, personnes } = await uneEquipe(deps);
  const [anne] = personnes;
  if (!anne) throw new Error("a person is needed");
  await accorder(deps, anne.id, accordCourriel);
  const agent = await entrer(deps, "gestionnaire");
  const prendre = (jour: string) =>
    agent.envoyer("/agenda/prendre", {
      structure: String(structureId),
      personne: String(anne.id),
      motif: "entretien-suivi",
      modalite: "individuel",
      jour,
      heure: "9h",
      referentId: String(anne.referentId),
      convoquer: "oui",
    });
  const chemin = (reponse: Response) =>
    (reponse.headers.get("location") ?? "").replace("/essai", "");
  return { anne, agent, prendre, chemin };
}

async function accorder(deps: Deps, personneId: number, accordCourriel: "A" | "R", version = 0) {
  await modifierContact.execute(deps, unAgent(), {
    personneId,
    telephone: "0322000000",
    courriel: "anne@exemple.fr",
    accordCourriel,
    versionTelephone: (await versions(deps, personneId)).telephone,
    versionCourriel: version,
  });
}

async function versions(deps: Deps, personneId: number) {
  const [connue] = await deps.base.transaction((tx) =>
    tx.query<{ telephone: number }>(
      `select coalesce(max(version), 0)::int as telephone from contact
       where personne_id = $1 and nature = 'telephone' and source = 'agent'`,
      [personneId],
    ),
  );
  return { telephone: connue?.telephone ?? 0 };
}

const facteurDe = (boite: Mailbox) =>
  ouvrirFacteur({
    smtp: { url: boite.url, sender: "insertion@somme.exemple.fr" },
    sms: null,
    dataFolder: mkdtempSync(join(tmpdir(), "jalon-convocation-")),
  });

const le = (deps: Deps, instant: string): Deps => ({ ...deps, now: () => new Date(instant) });

testAvecBase(
  "un rendez-vous pris à l’accueil arrive dans la boîte de la personne, et sa page en montre la preuve",
  async ({ deps }) => {
    const boite = await openMailbox();
    const facteur = facteurDe(boite);
    const { agent, prendre, chemin } = await auGuichet(deps, "A");
    const rendezVous = chemin(await prendre("01/12/2026"));
    await porterMessages(deps, unAgent(), facteur);
    expect(boite.received.map(({ to }) => to)).toEqual([["anne@exemple.fr"]]);
    expect(boite.received[0]?.raw).toMatch(/mardi 1er d=C3=A9cembre 2026/u);
    const page = await agent.lire(rendezVous);
    expect(page).toContain("Ce qui a été envoyé");
    const [, message = ""] = /(\/messages\/\d+)">\s*Convocation/u.exec(page) ?? [];
    const preuve = await agent.lire(message);
    expect(preuve).toContain("250 taken as 1");
    expect(preuve).toContain(`/essai${rendezVous}"`);

    // Two worked days before Tuesday 1st: on Friday, not on Sunday.
    await porterMessages(le(deps, "2026-11-27T08:59:00Z"), unAgent(), facteur);
    expect(boite.received).toHaveLength(1);
    await porterMessages(le(deps, "2026-11-27T09:00:00Z"), unAgent(), facteur);
    expect(boite.received[1]?.raw).toMatch(/Rappel/u);
    await facteur.close();
    await boite.close();
  },
);

testAvecBase(
  "une convocation envoyée se dit, ne part pas deux fois, et se renvoie si on le demande",
  async ({ deps }) => {
    const boite = await openMailbox();
    const facteur = facteurDe(boite);
    const { agent, prendre, chemin } = await auGuichet(deps, "A");
    const rendezVous = chemin(await prendre("01/12/2026"));
    await porterMessages(deps, unAgent(), facteur);
    const page = await agent.lire(rendezVous);
    expect(page).toMatch(/Convocation envoyée par courriel le \d{2}\/\d{2}\/\d{4}/u);
    expect(page).not.toContain("Envoyer la convocation");
    const envoyer = async (champs: Readonly<Record<string, string>>) => {
      await agent.envoyer(`${rendezVous}/convoquer`, { canal: "auto", ...champs });
      await porterMessages(deps, unAgent(), facteur);
      return boite.received.length;
    };
    expect(await envoyer({})).toBe(1);
    expect(page).toContain('name="renvoi" value="1"');
    expect(await envoyer({ renvoi: "1" })).toBe(2);
    expect(await envoyer({ renvoi: "1" })).toBe(2);
    await facteur.close();
    await boite.close();
  },
);

testAvecBase(
  "qui retire son accord après la convocation ne reçoit pas le rappel, et la fiche dit pourquoi",
  async ({ deps }) => {
    const boite = await openMailbox();
    const facteur = facteurDe(boite);
    const { anne, agent, prendre } = await auGuichet(deps, "A");
    await prendre("01/12/2026");
    await porterMessages(deps, unAgent(), facteur);
    await accorder(deps, anne.id, "R", 1);
    await porterMessages(le(deps, "2026-11-30T12:00:00Z"), unAgent(), facteur);
    expect(boite.received).toHaveLength(1);
    const fiche = await agent.lire(`/personnes/${anne.id}/courriers`);
    expect(fiche).toContain("Retiré le 30/11/2026");
    await facteur.close();
    await boite.close();
  },
);

testAvecBase(
  "qui refuse les courriels est convoquée par lettre, et rien ne part par courriel",
  async ({ deps }) => {
    const boite = await openMailbox();
    const facteur = facteurDe(boite);
    const { agent, prendre, chemin } = await auGuichet(deps, "R");
    const page = await agent.lire(chemin(await prendre("01/12/2026")));
    await porterMessages(deps, unAgent(), facteur);
    expect(boite.received).toEqual([]);
    expect(page).toMatch(/\/courriers\/\d+/u);
    await facteur.close();
    await boite.close();
  },
);

testAvecBase("un rendez-vous annulé ne se rappelle pas", async ({ deps }) => {
  const boite = await openMailbox();
  const facteur = facteurDe(boite);
  const { agent, prendre, chemin } = await auGuichet(deps, "A");
  const rendezVous = chemin(await prendre("01/12/2026"));
  await porterMessages(deps, unAgent(), facteur);
  const annule = await agent.envoyer(`${rendezVous}/annuler`, {
    version: "1",
    par: "service",
    motif: "La référente est absente",
    prevenir: "oui",
  });
  expect(annule.status).toBe(303);
  await porterMessages(deps, unAgent(), facteur);
  await porterMessages(le(deps, "2026-11-30T12:00:00Z"), unAgent(), facteur);
  expect(boite.received).toHaveLength(2);
  expect(boite.received[1]?.raw).toMatch(/annul=C3=A9/u);
  await facteur.close();
  await boite.close();
});

testAvecBase(
  "un rendez-vous déplacé annonce sa nouvelle date, celle qu’il remplace, et ne rappelle que la nouvelle",
  async ({ deps }) => {
    const boite = await openMailbox();
    const facteur = facteurDe(boite);
    const { anne, agent, prendre, chemin } = await auGuichet(deps, "A");
    const rendezVous = chemin(await prendre("01/12/2026"));
    await porterMessages(deps, unAgent(), facteur);
    await agent.envoyer(`${rendezVous}/deplacer`, {
      ...{ version: "1", jour: "08/12/2026", heure: "10:00", prevenir: "oui" },
      referentId: String(anne.referentId),
    });
    await porterMessages(deps, unAgent(), facteur);
    const clair = (boite.received[1]?.raw ?? "").replace(/=\r\n/gu, "");
    expect(clair).toContain("mardi 8 d=C3=A9cembre 2026 =C3=A0 10");
    expect(clair).toContain("Il remplace celui du mardi 1er d=C3=A9cembre 2026");
    await porterMessages(le(deps, "2026-11-30T12:00:00Z"), unAgent(), facteur);
    expect(boite.received).toHaveLength(2);
    await porterMessages(le(deps, "2026-12-04T12:00:00Z"), unAgent(), facteur);
    expect(boite.received).toHaveLength(3);
    await facteur.close();
    await boite.close();
  },
);

testAvecBase(
  "chaque matin, les rendez-vous que nul message n’annonçait ont leur rappel, une seule fois",
  async ({ deps }) => {
    const { anne } = await auGuichet(deps, "A");
    const [rendezVous] = await deps.base.transaction((tx) =>
      tx.query<{ id: number }>(
        `with r as (insert into rendez_vous (structure_id, motif, modalite, creneau, referent_id, pris_le)
           select structure_id, 'entretien-suivi', 'individuel', '[2026-12-01 08:00Z,2026-12-01 09:00Z)', referent_id, now()
           from situation_personne where personne_id = $1 returning id, creneau)
         insert into rendez_vous_personne (rendez_vous_id, personne_id, creneau) select id, $1, creneau from r
         returning rendez_vous_id as id`,
        [anne.id],
      ),
    );
    const rappeler = rappelerRendezVous(lireJoignables);
    const matins = ["22", "26", "27"].map((jour) => le(deps, `2026-11-${jour}T05:00:00Z`));
    const ecrits: number[] = [];
    for (const matin of matins) ecrits.push(await rappeler.execute(matin, unAgent(), {}));
    expect(ecrits).toEqual([0, 1, 0]);
    const messages = await deps.base.transaction((tx) =>
      lireMessagesDe(tx, "rendez-vous", [rendezVous?.id ?? 0]),
    );
    expect(messages).toMatchObject([
      { usage: "rappel-rendez-vous", partLe: new Date("2026-11-27T09:00:00Z") },
    ]);
  },
);
