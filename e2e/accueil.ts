import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import { jourA } from "../src/app/demonstration/calendrier.ts";
import { enChiffres, prochainJourOuvre } from "./support/dates.ts";
import type { Journey } from "./support/journey.ts";
import { playAt } from "./support/later.ts";
import { checkOneLine } from "./support/one-line.ts";
import type { Visitor } from "./support/visitor.ts";
import type { World } from "./support/world.ts";

const A_CONVOQUER = 40;
/** Far enough that the slots of the coming fortnight, mostly taken, are not needed. */
const DANS = 7;
const PENDANT = 27;
const PATIENCE_MS = 90_000;

export const parcoursAccueil: readonly Journey[] = [
  {
    title: "convoquer quarante personnes d’un coup, après avoir relu qui reçoit quel créneau",
    run: (world) => playAt(world, { jour: prochainJourOuvre(), heure: 10 }, convoquerQuarante),
  },
  {
    title: "tenir la salle d’attente : une arrivée, une issue, et la feuille du jour imprimée",
    run: (world) => playAt(world, { jour: prochainJourOuvre(), heure: 11 }, tenirLaSalle),
  },
];

async function convoquerQuarante(world: World): Promise<void> {
  const agent = await world.visitor("accueil");
  await agent.open("/");
  await agent.follow(agent.page.locator("#rail").getByRole("link", { name: "Agenda" }));
  await agent.page.locator("summary", { hasText: "Autres actes" }).click();
  await agent.follow(agent.link("Convoquer un groupe"));
  await agent.follow(agent.link("la liste des personnes"));
  const choisies = await cocher(agent, A_CONVOQUER);
  await agent.follow(agent.button("Donner des rendez-vous"));
  await agent.sees(`${A_CONVOQUER} personnes choisies`);
  const affectations = await repartir(agent);
  await agent.follow(agent.button(`Prendre ${A_CONVOQUER} rendez-vous`));
  await agent.sees(`${A_CONVOQUER} personnes ont leur rendez-vous.`);
  await agent.sees(`${A_CONVOQUER} rendez-vous sont pris.`);
  assert.equal(await convoquees(agent), A_CONVOQUER);
  await relire(agent, choisies, affectations);
}

/** The first of the list, one by one: the box of the head would take the whole page. */
async function cocher(agent: Visitor, nombre: number): Promise<readonly string[]> {
  const lignes = agent.page.locator("main tbody tr");
  assert.ok((await lignes.count()) >= nombre, `${await lignes.count()} personnes à l’écran`);
  const choisies: string[] = [];
  for (const ligne of (await lignes.all()).slice(0, nombre)) {
    await ligne.locator('input[type="checkbox"]').check();
    const lien = ligne.locator("th a");
    const href = (await lien.getAttribute("href")) ?? "";
    choisies.push(/\/personnes\/\d+/.exec(href)?.[0] ?? "");
  }
  return choisies;
}

interface Affectation {
  readonly quand: string;
  readonly agent: string;
}

/** Nothing is taken before it has been read again: each person once, no agent twice at the same hour. */
async function repartir(agent: Visitor): Promise<readonly Affectation[]> {
  const { page } = agent;
  const du = jourA(prochainJourOuvre(), DANS);
  await agent.field("motif").selectOption({ label: "Bilan du contrat" });
  await page.getByLabel("chez qui est libre").check();
  await agent.field("du").fill(enChiffres(du));
  await agent.field("au").fill(enChiffres(jourA(du, PENDANT)));
  await agent.follow(agent.button("Voir la répartition"));
  await agent.sees(`${A_CONVOQUER} personnes auront un rendez-vous`);
  await agent.sees("Rien n’est encore pris. Relisez, puis confirmez.");
  const lignes = page.getByRole("table", { name: "Rendez-vous proposés" }).locator("tbody tr");
  const lues = await lignes.evaluateAll((toutes) =>
    toutes.map((une) => [...une.querySelectorAll("th, td")].map((c) => c.textContent ?? "")),
  );
  assert.equal(new Set(lues.map(([personne]) => personne)).size, A_CONVOQUER);
  assert.equal(new Set(lues.map(([, quand, qui]) => `${quand} ${qui}`)).size, A_CONVOQUER);
  return lues.map(([, quand = "", qui = ""]) => ({ quand, agent: qui }));
}

/** « Écrit : 12 par courriel, 20 par SMS, 8 par lettre. » */
async function convoquees(agent: Visitor): Promise<number> {
  const dit = await agent.text(agent.page.getByText(/Écrit : /));
  const [ecrits = ""] = dit.match(/Écrit : [^.]*/u) ?? [];
  const sans = Number(/(\d+) personnes sont à prévenir autrement/u.exec(dit)?.[1] ?? 0);
  return (ecrits.match(/\d+/gu) ?? []).map(Number).reduce((a, b) => a + b, 0) + sans;
}

/** On the page of a meeting: the hour read before, what left and when, and the message or the letter as it was written. */
async function relire(
  agent: Visitor,
  choisies: readonly string[],
  affectations: readonly Affectation[],
): Promise<void> {
  const relues = new Set<string>();
  for (const path of choisies) {
    if (relues.size === 2) break;
    await agent.page.goto(agent.href(`${path}/rendez-vous`));
    const pris = agent.page
      .getByRole("table", { name: "À venir" })
      .locator("tbody tr", { hasText: "Bilan du contrat" })
      .getByRole("link");
    const quand = await agent.text(pris);
    assert.ok(
      affectations.some((une) => une.quand === quand),
      `${quand} n’était pas proposé`,
    );
    const sorte = await relireUn(agent, pris.first(), relues);
    if (sorte !== null) relues.add(sorte);
  }
  assert.ok(relues.has("message"), "personne n’a été convoqué par courriel ni par SMS");
}

/** What proves one convocation: the message once it has left, or the letter. */
async function relireUn(
  agent: Visitor,
  rendezVous: Locator,
  relues: ReadonlySet<string>,
): Promise<"message" | "lettre" | null> {
  await Promise.all([agent.page.waitForEvent("load"), rendezVous.click()]);
  const envois = agent.page.locator("section, .card", { hasText: "Ce qui a été envoyé" });
  if ((await envois.count()) === 0) return null;
  const message = envois.getByRole("link", { name: /^Convocation par (courriel|SMS)/ });
  const sorte = (await message.count()) > 0 ? "message" : "lettre";
  if (relues.has(sorte)) return null;
  await agent.look(`rendez-vous-${sorte}`);
  const ici = agent.path;
  const envoye = sorte === "message" && (await estParti(agent));
  const lien = sorte === "message" ? message : envois.getByRole("link", { name: /par lettre/ });
  await agent.follow(lien.first());
  assert.match(agent.path, sorte === "message" ? /^\/messages\/\d+/ : /^\/courriers\/\d+/);
  await agent.sees(/rendez-vous/i);
  const retenu = await agent.page.getByText("Ce message n’a pas quitté Jalon").count();
  assert.equal(sorte === "message" && retenu === 0, envoye);
  await agent.open(ici);
  return sorte;
}

/** Messages leave by themselves, from a queue: the page is read again until it says what became of this one. */
async function estParti(agent: Visitor): Promise<boolean> {
  const parti = agent.page.getByText(/^parti le \d{2}\/\d{2}\/\d{4}/);
  const retenu = agent.page.getByText(/pas envoyé : aucun serveur/);
  const limite = Date.now() + PATIENCE_MS;
  while ((await parti.count()) + (await retenu.count()) === 0) {
    assert.ok(Date.now() < limite, "la convocation n’est pas partie");
    await agent.page.reload();
  }
  return (await parti.count()) > 0;
}

async function tenirLaSalle(world: World): Promise<void> {
  const agent = await world.visitor("accueil");
  await agent.open("/agenda");
  await checkOneLine(agent, agent.page.locator(".form-inline .label"), "choix de l’agenda");
  await agent.follow(agent.link("Salle d’attente"));
  const attendues = carte(agent, "Attendues").locator("li");
  const avant = await attendues.count();
  assert.ok(avant > 0, "personne n’est attendu ce jour");
  const [heure, nom] = await Promise.all([
    agent.text(attendues.first().locator("strong")),
    agent.text(attendues.first().getByRole("link")),
  ]);
  await agent.follow(attendues.first().getByRole("button", { name: "Est arrivée" }));
  assert.equal(await carte(agent, "Attendues").locator("li").count(), avant - 1);
  const arrivee = carte(agent, "Arrivées").locator("li", { hasText: nom });
  assert.match(await agent.text(arrivee), /arrivée à 11:0\d/);
  await agent.follow(arrivee.getByRole("link"));
  await agent.sees("Arrivée à");
  await agent.page.getByLabel("Honoré", { exact: true }).first().check();
  await agent.follow(agent.button("Enregistrer l’issue"));
  await agent.sees("L’issue est enregistrée.");
  await agent.follow(agent.link("Voir la journée"));
  await agent.follow(agent.link("Salle d’attente"));
  await carte(agent, "Reçues ou notées").locator("li", { hasText: nom }).first().waitFor();
  await agent.open("/agenda");
  await agent.follow(agent.link("Feuille du jour"));
  await imprimer(agent, { heure, nom });
}

function carte(agent: Visitor, titre: string): Locator {
  return agent.page
    .locator("main section, main .card")
    .filter({ has: agent.page.getByRole("heading", { name: titre, exact: true }) });
}

/** The sheet says who came, and prints without what only serves the screen. */
async function imprimer(
  agent: Visitor,
  { heure, nom }: { readonly heure: string; readonly nom: string },
): Promise<void> {
  const { page } = agent;
  const ligne = page.locator(".feuille tbody tr", { hasText: nom }).first();
  assert.match(await agent.text(ligne), new RegExp(`${heure}.*Honoré`));
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("#rail").isVisible(), false);
  assert.equal(await page.getByText("Imprimez cette page").isVisible(), false);
  assert.ok(await ligne.isVisible());
  await agent.capture("feuille-du-jour-imprimee");
  assert.ok((await page.pdf({ format: "A4" })).length > 1000);
  await page.emulateMedia({ media: "screen" });
}
