import assert from "node:assert/strict";
import type { Journey } from "./support/journey.ts";
import type { Visitor } from "./support/visitor.ts";

const DETAILS = ["territoire", "structure", "referent"] as const;
/** What opens on nothing shows no count: « 0 » is said in words. */
const RIEN = /Personne n’est dans cette situation|Aucun contrat n’est dans cette situation/;

export const parcoursContrats: readonly Journey[] = [
  {
    title: "trouver derrière chaque chiffre du tableau des contrats la liste qu’il compte",
    async run(world) {
      const agent = await world.visitor("responsable");
      await agent.open("/");
      await agent.follow(agent.page.locator("#rail").getByRole("link", { name: "Contrats" }));
      assert.equal(agent.path, "/contrats");
      const chiffres = new Map<string, Chiffre>();
      for (const par of DETAILS) {
        await agent.open(`/contrats?par=${par}`);
        for (const un of await chiffresDe(agent)) chiffres.set(un.path, un);
        await additionner(agent);
      }
      const tableau = [...chiffres.values()];
      assert.ok(
        tableau.length > 15,
        `${tableau.length} chiffres au tableau : ${libelles(tableau)}`,
      );
      await comparer(agent, tableau);
    },
  },
  {
    title: "trouver derrière le stock des anciens contrats, et chacune de ses lignes, qui recevoir",
    async run(world) {
      const agent = await world.visitor("responsable");
      await agent.open("/contrats");
      const bouton = agent.page.getByRole("link", { name: /^Anciens contrats à remplacer/ });
      const annonce = await agent.number(bouton);
      await agent.follow(bouton);
      const restants = await figure(agent, "Personnes à recevoir");
      assert.equal(restants, annonce);
      const semaines = await figure(agent, "Semaines restantes");
      const rythme = await figure(agent, "Contrats à signer par semaine");
      assert.equal(rythme, Math.ceil(restants / Math.max(1, semaines)));
      const chiffres = new Map<string, Chiffre>();
      for (const par of DETAILS) {
        await agent.open(`/contrats/stock?par=${par}`);
        for (const un of await chiffresDe(agent)) chiffres.set(un.path, un);
        await additionner(agent);
      }
      assert.ok(chiffres.size > DETAILS.length, libelles([...chiffres.values()]));
      await comparer(agent, [...chiffres.values()]);
      await agent.open("/contrats/stock");
      await agent.follow(agent.link("Choisir qui convoquer"));
      assert.equal(await total(agent), restants);
    },
  },
];

/** A number that is a door, and where it leads. */
interface Chiffre {
  readonly dit: string;
  readonly nombre: number;
  readonly path: string;
}

const libelles = (chiffres: readonly Chiffre[]) => chiffres.map(({ dit }) => dit).join(" | ");

/** Each link of the page that says a number and opens a list; a rate says first how many it counts. */
async function chiffresDe(agent: Visitor): Promise<readonly Chiffre[]> {
  const liens = await agent.page
    .locator('main a[href*="/contrats/suivi?"], main a[href*="/contrats/liste?"]')
    .evaluateAll(
      (tous, slug) =>
        tous.map((lien) => ({
          dit: (lien.textContent ?? "").trim(),
          compte:
            (lien.querySelector(".figure-of") ?? lien.querySelector(".figure-value") ?? lien)
              .textContent ?? "",
          path: (lien.getAttribute("href") ?? "").replace(`/${slug}`, ""),
        })),
      agent.departement,
    );
  return liens.flatMap(({ dit, compte, path }) => {
    const [premier] = compte.match(/\d[\d\s]*/u) ?? [];
    return premier === undefined
      ? []
      : [{ dit, path, nombre: Number(premier.replaceAll(/\D/g, "")) }];
  });
}

/** Every list is opened; one of each kind is looked at. */
async function comparer(agent: Visitor, chiffres: readonly Chiffre[]): Promise<void> {
  const ecarts: string[] = [];
  const vues = new Set<string>();
  for (const { dit, nombre, path } of chiffres) {
    const sorte = path.replaceAll(/=[^&]*/g, "");
    if (vues.has(sorte)) await agent.page.goto(agent.href(path));
    else await agent.open(path);
    vues.add(sorte);
    const compte = await total(agent);
    if (compte !== nombre) ecarts.push(`« ${dit} » dit ${nombre}, ${path} en liste ${compte}`);
  }
  assert.deepEqual(ecarts, []);
}

/** Lines and their total say the same. */
async function additionner(agent: Visitor): Promise<void> {
  const colonnes = await agent.page.locator("main table").evaluate((table) => {
    const nombres = (rangee: Element) =>
      [...rangee.querySelectorAll("th, td")].map((une) =>
        Number((une.textContent ?? "").replaceAll(/\D/g, "")),
      );
    const pied = table.querySelector("tfoot tr");
    const rangees = [...table.querySelectorAll("tbody tr")].map(nombres);
    const somme = (rang: number) => rangees.reduce((total, une) => total + (une[rang] ?? 0), 0);
    return { lignes: somme(1), pied: pied ? (nombres(pied)[1] ?? 0) : null };
  });
  assert.equal(colonnes.pied, colonnes.lignes);
}

async function total(agent: Visitor): Promise<number> {
  const dite = agent.page.locator(".sentence strong");
  if ((await dite.count()) > 0) return agent.number(dite);
  await agent.sees(RIEN);
  return 0;
}

function figure(agent: Visitor, label: string): Promise<number> {
  return agent.number(agent.page.locator(".figure", { hasText: label }).locator(".figure-value"));
}
