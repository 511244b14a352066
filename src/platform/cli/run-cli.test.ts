import { expect, test } from "vitest";
import type { Instance } from "../db/tx.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { Command } from "./command.ts";
import { bar, createProgress } from "./progress.ts";
import { runCli } from "./run-cli.ts";

const compter: Command = {
  name: "compter personnes",
  summary: "Compte les personnes",
  args: [
    { name: "fichier", help: "fichier à lire" },
    { name: "suite", help: "fichier suivant", required: false },
  ],
  options: {
    departement: { type: "string", help: "département", required: true },
    graine: { type: "string", help: "graine du tirage", default: "1" },
    role: { type: "string", help: "rôle", choices: ["DEM", "CJT"] },
    simuler: { type: "boolean", help: "n’écrit rien" },
  },
  run: ({ args, options }) => Promise.resolve({ ...args, ...options }),
  print: (result) => `Fichier : ${String(result["fichier"])}`,
};

const echouer = (name: string, error: unknown): Command => ({
  name,
  summary: "Échoue",
  run: async ({ instance }) => {
    await instance();
    throw error;
  },
  print: () => "",
});

const commands: readonly Command[] = [
  compter,
  { ...compter, name: "compter" },
  echouer(
    "refuser",
    new DomainError("fichier.perime", "Ce fichier est plus ancien que le dernier pris.", {
      reference: "2026-10-01",
      resultat: { lus: 3, rejetes: 1 },
    }),
  ),
  echouer("casser", new Error("connexion perdue")),
  echouer("remplir", Object.assign(new Error("ENOSPC: no space left"), { code: "ENOSPC" })),
  echouer("deborder", Object.assign(new Error("could not extend file"), { code: "53100" })),
  echouer(
    "forcer",
    Object.assign(new Error("EACCES: permission denied"), {
      ...{ code: "EACCES", path: "/donnees/utilisateurs" },
    }),
  ),
];

async function line(...argv: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  let closed = 0;
  const code = await runCli(argv, commands, {
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
    openInstance: () =>
      Promise.resolve({
        close: () => {
          closed += 1;
          return Promise.resolve();
        },
      } as Instance),
    deps: () => Promise.reject(new Error("not asked for")),
    signal: new AbortController().signal,
    exit: () => undefined,
  });
  return { code, out: out.join(""), err: err.join(""), closed };
}

test("une commande faite sort avec 0 et parle aux gens", async () => {
  expect(await line("compter", "personnes", "f.xml", "--departement", "somme")).toEqual({
    code: 0,
    out: "Fichier : f.xml\n",
    err: "",
    closed: 0,
  });
});

test("--json écrit un seul objet, avec les valeurs par défaut", async () => {
  const { code, out, err } = await line(
    "compter",
    "personnes",
    "f.xml",
    "--departement=somme",
    "--json",
    "--simuler",
  );
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(JSON.parse(out)).toEqual({
    fichier: "f.xml",
    departement: "somme",
    graine: "1",
    simuler: true,
  });
  expect(out.trimEnd()).not.toContain("\n");
});

test("le nom le plus long l’emporte", async () => {
  const { out } = await line("compter", "personnes", "--departement", "somme", "--json");
  expect(JSON.parse(out)).toMatchObject({ refus: { code: "usage.incorrect" } });
});

test("un refus sort avec 1 et sa raison, et l’instance est refermée", async () => {
  expect(await line("refuser")).toEqual({
    code: 1,
    out: "",
    err: "Ce fichier est plus ancien que le dernier pris.\n",
    closed: 1,
  });
});

test("un refus en JSON garde ce qui a été fait", async () => {
  const { code, out, err } = await line("refuser", "--json");
  expect({ code, err }).toEqual({ code: 1, err: "" });
  expect(JSON.parse(out)).toEqual({
    lus: 3,
    rejetes: 1,
    refus: {
      code: "fichier.perime",
      message: "Ce fichier est plus ancien que le dernier pris.",
      details: { reference: "2026-10-01" },
    },
  });
});

test("une panne sort avec 1, rassure, et donne le détail technique", async () => {
  const { code, out, err, closed } = await line("casser");
  expect({ code, out, closed }).toEqual({ code: 1, out: "", closed: 1 });
  expect(err).toContain("Ce qui était enregistré l’est toujours");
  expect(err).toContain("connexion perdue");
  expect(JSON.parse((await line("casser", "--json")).out)).toMatchObject({
    refus: { code: "erreur.inattendue" },
  });
});

test("un fichier d’un autre compte est nommé, avec ce qu’il faut faire", async () => {
  const { code, out, err } = await line("forcer");
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toBe(
    "Ce compte n’a pas le droit d’utiliser /donnees/utilisateurs. Relancez avec le compte à qui il appartient, ou donnez un autre emplacement (JALON_DATA pour les données).\n",
  );
});

test("un disque plein se dit, qu’il soit celui des fichiers ou de la base", async () => {
  for (const name of ["remplir", "deborder"]) {
    const { code, out, err } = await line(name);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/^Le disque est plein\. .* faites de la place, puis relancez .*\n$/);
  }
});

const malDites: Record<string, readonly string[]> = {
  "Commande manquante": [],
  "Commande inconnue : danser": ["danser"],
  "Commande inconnue : chanter": ["chanter", "--aide"],
  "Option inconnue : --vite": ["compter", "f", "--departement", "x", "--vite"],
  "Il manque FICHIER": ["compter", "--departement", "x"],
  "Il manque l’option --departement": ["compter", "f"],
  "--role attend DEM, CJT, pas « PDG ».": [
    ...["compter", "a", "--departement", "x", "--role", "PDG"],
  ],
  "Mot en trop : c": ["compter", "a", "b", "c", "--departement", "x"],
  "Une option attend une valeur": ["compter", "f", "--departement"],
};

for (const [raison, argv] of Object.entries(malDites)) {
  test(`« ${["jalon", ...argv].join(" ")} » sort avec 2 et montre l’usage`, async () => {
    const { code, out, err } = await line(...argv);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(raison);
    expect(err).toContain("Usage : jalon");
  });
}

test("--aide explique tout, ou une commande", async () => {
  const general = await line("--aide");
  expect(general.code).toBe(0);
  for (const { name } of commands) expect(general.out).toContain(name);
  const one = await line("compter", "personnes", "--aide");
  expect(one.code).toBe(0);
  expect(one.out).toContain(
    "Usage : jalon compter personnes FICHIER [SUITE] --departement VALEUR [--graine VALEUR] [--role VALEUR] [--simuler]",
  );
  expect(one.out).toContain("par défaut 1");
});

test("l’interruption met fin à la commande, sauf à celle qui s’arrête d’elle-même", async () => {
  for (const [stopsItself, expected] of [
    [false, [130]],
    [true, []],
  ] as const) {
    const stop = new AbortController();
    const exits: number[] = [];
    const command: Command = {
      name: "durer",
      summary: "Dure",
      stopsItself,
      run: ({ signal }) => {
        stop.abort();
        return Promise.resolve({ arretee: signal.aborted });
      },
      print: (result) => JSON.stringify(result),
    };
    await runCli(["durer"], [command], {
      stdout: { write: () => true },
      stderr: { write: () => true },
      openInstance: () => Promise.reject(new Error("not asked for")),
      deps: () => Promise.reject(new Error("not asked for")),
      signal: stop.signal,
      exit: (code) => exits.push(code),
    });
    expect(exits).toEqual(expected);
  }
});

test("la barre d’avancement ne paraît que sur un terminal", () => {
  const written: string[] = [];
  const write = (text: string) => written.push(text);
  createProgress({ write }).show(1, 2, "dossiers");
  expect(written).toEqual([]);
  const terminal = createProgress({ isTTY: true, write });
  terminal.show(1, 2, "dossiers");
  expect(written.join("")).toContain("50 %");
  terminal.clear();
  expect(written.at(-1)).toBe("\r\u001B[2K");
});

test("la barre dit où l’on en est, même sans total connu", () => {
  expect(bar(0, 10)).toMatch(/^░{30} {3}0 % {2}0 \/ 10$/);
  expect(bar(12, 10)).toMatch(/^█{30} 100 % {2}12 \/ 10$/);
  expect(bar(1234, 0)).toBe(new Intl.NumberFormat("fr-FR").format(1234));
});
