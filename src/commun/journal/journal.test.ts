import { expect } from "vitest";
import type { Base, Tx } from "#platform/db/tx.ts";
import { testAvecInstance, unAgent } from "#platform/testing/base.ts";
import type { JournalEntry } from "#platform/usecase/define-use-case.ts";
import { commandesJournal } from "./cli.ts";
import { ecrireJournal, verifierJournal } from "./db/journal.ts";
import { lireJournalAgent } from "./usecases/lire-journal-agent.ts";
import { journalDePersonne } from "./usecases/lire-journal-personne.ts";

const seule = journalDePersonne(() => Promise.resolve([]));

const lea = unAgent({ id: 12, nom: "Léa Martin" });
const le = (minute: number) => new Date(Date.UTC(2026, 10, 22, 9, minute));

function uneLigne(champs: Partial<JournalEntry> = {}): JournalEntry {
  return {
    acte: "personne.lire",
    nature: "lecture",
    objet: "personne",
    objetId: 7,
    personneId: 7,
    agent: lea,
    le: le(0),
    ...champs,
  };
}

const ecrire = (base: Base, entry: JournalEntry) =>
  base.transaction((tx) => ecrireJournal(tx, entry));
const numeros = (base: Base) =>
  base
    .transaction((tx) => tx.query<{ numero: number }>("SELECT numero FROM journal ORDER BY id"))
    .then((rows) => rows.map(({ numero }) => numero));
const forcer = (base: Base, sql: string) =>
  base.transaction(async (tx: Tx) => {
    await tx.query("ALTER TABLE journal DISABLE TRIGGER USER");
    await tx.query(sql);
    await tx.query("ALTER TABLE journal ENABLE TRIGGER USER");
  });

testAvecInstance(
  "chaque ligne prend un numéro et une empreinte qui tiennent ensemble",
  async ({ base }) => {
    for (let minute = 0; minute < 3; minute += 1)
      await ecrire(base, uneLigne({ le: le(minute * 10) }));
    expect(await numeros(base)).toEqual([1, 2, 3]);
    expect(await base.transaction(verifierJournal)).toMatchObject({
      lignes: 3,
      intact: true,
      premiereRupture: null,
      dernierNumero: 3,
    });
  },
);

testAvecInstance(
  "vingt écritures en même temps s’enchaînent sans trou ni doublon",
  async ({ base }) => {
    await Promise.all(
      Array.from({ length: 20 }, (_, rang) =>
        ecrire(base, uneLigne({ nature: "ecriture", objetId: rang })),
      ),
    );
    expect((await numeros(base)).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, rang) => rang + 1),
    );
    expect(await base.transaction(verifierJournal)).toMatchObject({ lignes: 20, intact: true });
  },
);

testAvecInstance(
  "le verrou n’est pris qu’à la fin : deux actes ouverts ensemble n’attendent pas l’un l’autre",
  async ({ base }) => {
    await base.transaction(async (long) => {
      await ecrireJournal(long, uneLigne({ nature: "ecriture" }));
      await ecrire(base, uneLigne({ nature: "ecriture" }));
    });
    expect(await numeros(base)).toEqual([2, 1]);
    expect(await base.transaction(verifierJournal)).toMatchObject({ intact: true });
  },
);

testAvecInstance(
  "une ligne ne se modifie pas, ne s’efface pas, la table ne se vide pas",
  async ({ base }) => {
    await ecrire(base, uneLigne());
    for (const sql of [
      "UPDATE journal SET agent_nom = 'Personne'",
      "UPDATE journal SET empreinte = NULL",
      "DELETE FROM journal",
      "TRUNCATE journal",
    ]) {
      await expect(base.transaction((tx) => tx.query(sql))).rejects.toThrow(
        "Le journal ne se modifie pas",
      );
    }
    expect(await base.transaction(verifierJournal)).toMatchObject({ lignes: 1, intact: true });
  },
);

testAvecInstance(
  "une ligne altérée, retirée ou ajoutée de force est dénoncée à sa place",
  async ({ base }) => {
    for (let minute = 0; minute < 5; minute += 1)
      await ecrire(base, uneLigne({ le: le(minute * 10) }));
    await forcer(base, "UPDATE journal SET agent_nom = 'Personne' WHERE numero = 3");
    expect(await base.transaction(verifierJournal)).toMatchObject({
      intact: false,
      premiereRupture: 3,
    });
    await forcer(base, "UPDATE journal SET agent_nom = 'Léa Martin' WHERE numero = 3");
    expect(await base.transaction(verifierJournal)).toMatchObject({ intact: true });
    await forcer(base, "DELETE FROM journal WHERE numero = 2");
    expect(await base.transaction(verifierJournal)).toMatchObject({
      intact: false,
      premiereRupture: 3,
    });
    await forcer(
      base,
      "INSERT INTO journal (le, agent_nom, nature, acte, objet) VALUES (now(), 'x', 'lecture', 'x', 'x')",
    );
    expect(await base.transaction(verifierJournal)).toMatchObject({ intact: false, lignes: 5 });
  },
);

testAvecInstance(
  "relire le même dossier dans les cinq minutes fait une seule ligne",
  async ({ base }) => {
    await ecrire(base, uneLigne());
    await ecrire(base, uneLigne({ le: le(4) }));
    expect(await numeros(base)).toHaveLength(1);
    await ecrire(base, uneLigne({ le: le(6) }));
    await ecrire(base, uneLigne({ le: le(6), agent: unAgent({ id: 13, nom: "Ali" }) }));
    await ecrire(base, uneLigne({ le: le(6), nature: "ecriture" }));
    await ecrire(base, uneLigne({ le: le(6), details: { nir: true } }));
    expect(await numeros(base)).toHaveLength(5);
  },
);

testAvecInstance(
  "le journal se lit par personne et par agent, page après page",
  async ({ base, deps }) => {
    for (let rang = 0; rang < 60; rang += 1)
      await ecrire(base, uneLigne({ nature: "ecriture", objetId: rang }));
    await ecrire(
      base,
      uneLigne({
        acte: "agent.modifier",
        nature: "ecriture",
        objet: "agent",
        objetId: 12,
        personneId: null,
        agent: unAgent({ id: 1, nom: "Admin" }),
      }),
    );
    const admin = unAgent({ id: 1, nom: "Admin" });
    const premiere = await seule.execute(deps, admin, { personneId: 7 });
    expect(premiere.lignes).toHaveLength(50);
    const seconde = await seule.execute(deps, admin, {
      personneId: 7,
      avant: premiere.suite,
    });
    expect(seconde.lignes.map(({ objetId }) => objetId)).toEqual(
      Array.from({ length: 10 }, (_, rang) => String(9 - rang)),
    );
    expect(seconde.suite).toBeNull();
    const agent = await lireJournalAgent.execute(deps, admin, { agentId: 12 });
    expect(agent.lignes[0]).toMatchObject({ acte: "agent.modifier", agentNom: "Admin" });
    expect(agent.lignes).toHaveLength(50);
  },
);

testAvecInstance(
  "ce qui est écrit sous une fiche réunie se lit dans le journal de la personne, dans l’ordre",
  async ({ base, deps }) => {
    const faits: readonly (readonly [number, number])[] = [
      [7, 0],
      [8, 1],
      [9, 2],
      [7, 3],
    ];
    for (const [personneId, minute] of faits)
      await ecrire(base, uneLigne({ personneId, le: le(minute), nature: "ecriture" }));
    const reunies = journalDePersonne(() => Promise.resolve([7, 8]));
    const { lignes } = await reunies.execute(deps, unAgent({ id: 1 }), { personneId: 8 });
    expect(lignes.map(({ personneId }) => personneId)).toEqual([7, 8, 7]);
  },
);

testAvecInstance("le journal ne se lit pas depuis un territoire", async ({ deps }) => {
  const borne = unAgent({ id: 1, portee: { territoires: [1], structures: [], referentId: null } });
  await expect(seule.execute(deps, borne, { personneId: 7 })).rejects.toMatchObject({
    code: "habilitation.refusee",
  });
});

testAvecInstance(
  "« jalon journal verifier » dit la dernière empreinte, ou refuse en nommant la ligne",
  async ({ base, deps, instance }) => {
    const [commande] = commandesJournal;
    const verifier = async () =>
      commande?.run({
        args: {},
        options: { departement: "essai" },
        signal: new AbortController().signal,
        instance: () => Promise.resolve(instance),
        deps: () => Promise.resolve(deps),
        agent: lea,
        progress: () => undefined,
      });
    for (let minute = 0; minute < 3; minute += 1) {
      await ecrire(base, uneLigne({ le: le(minute * 10) }));
    }
    const resultat = await verifier();
    expect(resultat).toMatchObject({ lignes: 3, intact: true, dernierNumero: 3 });
    expect(commande?.print(resultat ?? {})).toMatch(
      /^Journal intact : 3 lignes\.\n.*n° 3 [0-9a-f]{64}$/,
    );
    await forcer(base, "UPDATE journal SET details = '{\"a\":1}' WHERE numero = 2");
    await expect(verifier()).rejects.toMatchObject({
      code: "journal.rompu",
      details: { premiereRupture: 2 },
    });
  },
);
