import assert from "node:assert/strict";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { dansTroisSemaines, moisSuivant } from "./support/dates.ts";
import type { Journey } from "./support/journey.ts";
import type { Visitor } from "./support/visitor.ts";
import type { World } from "./support/world.ts";

const PROPOSITIONS = "/orientation/propositions";
const FILE = "/orientation/decider";
const A_DECIDER = 42;
/** Here proposals are decided without being transmitted, and référents confirm who was entrusted to them. */
const BAS_RHIN = { departement: "bas-rhin" } as const;
const MOIS_DE_LA_SOMME = ["--departement", "80", "--dossiers", "60", "--graine", "4280"];
const MOIS_DU_BAS_RHIN = ["--departement", "67", "--dossiers", "260", "--graine", "4267"];

export const parcoursOrientation: readonly Journey[] = [
  {
    title: "compléter un dossier que la transmission refuse, puis le transmettre à qui décide",
    async run(world) {
      const agent = await recevoirUnMois(world, "somme", MOIS_DE_LA_SOMME);
      await agent.follow(agent.link(/^Transmettre /));
      const aTransmettre = await total(agent);
      await agent.open(`${PROPOSITIONS}?etape=proposee&manque=telephone`);
      const { lien, ligne } = await premiereACompleter(agent);
      await ligne.locator('input[type="checkbox"]').check();
      await agent.follow(agent.button("Transmettre pour décision"));
      await agent.sees(/0 proposition transmise.+numéro de téléphone/);
      await agent.open(lien);
      await agent.sees(/Il manque : .*numéro de téléphone/);
      const personne = lien.replace(/\/orientation$/, "");
      await donnerUnTelephone(agent, personne);
      await validerUnDiagnostic(agent, personne);
      await agent.open(lien);
      await agent.sees("Proposition refaite : un diagnostic a été validé");
      const reste = agent.page.getByText(/^Il manque : /);
      assert.doesNotMatch((await reste.allTextContents()).join(), /téléphone|socio/);
      await transmettreLesDernieres(agent);
      await agent.open(`${PROPOSITIONS}?etape=proposee`);
      assert.ok((await total(agent)) < aTransmettre);
      await agent.open(lien);
      await agent.sees("transmise le");
      const responsable = await world.visitor("responsable");
      await responsable.open("/orientation");
      await responsable.follow(responsable.link(/^Décider .*orientations?$/));
      await responsable.sees(/^Décider des orientations : 1 sur /);
    },
  },
  {
    title:
      "décider quarante-deux cas au clavier seul, sans en perdre un et sans quitter celui qui est refusé",
    async run(world) {
      await recevoirUnMois(world, "bas-rhin", MOIS_DU_BAS_RHIN);
      const agent = await world.visitor("responsable", BAS_RHIN);
      await agent.open(FILE);
      const total = (await place(agent)).total;
      assert.ok(total >= A_DECIDER, `${total} cas à décider`);
      await refuserPuisReprendre(agent);
      const decisions: Decision[] = [];
      for (let rang = 1; rang <= A_DECIDER; rang += 1) {
        assert.deepEqual(await place(agent), { rang, total });
        decisions.push(await deciderAuClavier(agent, rang));
        if (rang % 14 === 0) await agent.look("file-de-decision");
      }
      assert.equal(new Set(decisions.map(({ personne }) => personne)).size, A_DECIDER);
      await relire(agent, decisions);
      await passer(agent);
    },
  },
  {
    title:
      "contester une désignation avec son motif, et la réorientation est saisie, examinée, décidée",
    async run(world) {
      const personne = await confierARose(world);
      const referente = await world.visitor("referente", BAS_RHIN);
      await referente.open(personne);
      await referente.page.locator("summary", { hasText: "Contester la désignation" }).click();
      const contester = referente.button("Contester et demander une réorientation");
      await referente.follow(contester, { status: 422 });
      await referente.sees("Dites pourquoi cette désignation ne convient pas.");
      const motif = "Des démarches de santé passent d’abord : un suivi social conviendrait mieux.";
      await referente.page.locator("#champ-motif").fill(motif);
      await referente.page.locator("#champ-typeSouhaite").selectOption({ index: 1 });
      await referente.follow(contester);
      await referente.sees("Réorientation demandée");
      await referente.sees(/désignation contestée le/);
      await referente.follow(referente.link("Voir la demande"));
      const demande = referente.path;
      assert.equal(await referente.page.getByRole("button", { name: "Décider" }).count(), 0);
      await reorienter(await world.visitor("responsable", BAS_RHIN), { demande, motif, personne });
    },
  },
];

function total(agent: Visitor): Promise<number> {
  return agent.number(agent.page.locator(".sentence strong"));
}

/** Somebody of whom the agent can give everything that lacks: a number of the organism would have to be waited for. */
async function premiereACompleter(agent: Visitor): Promise<{ lien: string; ligne: Locator }> {
  for (const ligne of await agent.page.locator("main tbody tr").all()) {
    if (/NIR/.test((await ligne.textContent()) ?? "")) continue;
    const href = (await ligne.locator("th a").getAttribute("href")) ?? "";
    return { lien: href.slice(href.indexOf("/personnes")), ligne };
  }
  throw new Error("aucun dossier ne se complète par un numéro de téléphone");
}

async function donnerUnTelephone(agent: Visitor, personne: string): Promise<void> {
  await agent.open(`${personne}/contacts`);
  await agent.field("telephone").fill("06 39 98 12 34");
  await agent.page.locator('[name="accordTelephone"][value="A"]').check();
  await agent.follow(agent.button("Enregistrer"));
  await agent.sees("Les coordonnées sont enregistrées.");
}

async function validerUnDiagnostic(agent: Visitor, personne: string): Promise<void> {
  await agent.open(`${personne}/diagnostic/saisie/2`);
  await agent.page.locator("[name=HISPRO]").first().check();
  await agent.follow(agent.button("Enregistrer et continuer"));
  await agent.open(`${personne}/diagnostic/relecture`);
  await agent.follow(agent.button("Valider le diagnostic"));
}

/** The last ones proposed at once: what is not complete is left aside, by name. */
async function transmettreLesDernieres(agent: Visitor): Promise<void> {
  await agent.open(`${PROPOSITIONS}?etape=proposee&tri=proposee&sens=desc`);
  await agent.page.locator("[data-select-all]").check();
  await agent.follow(agent.button("Transmettre pour décision"));
  await agent.sees(/[1-9]\d* propositions? transmises?/);
}

/** One more month of the organism, and what the matrix proposes to those it brings. */
async function recevoirUnMois(
  world: World,
  departement: string,
  options: readonly string[],
): Promise<Visitor> {
  const fichier = join(world.folder, `${departement}-mois-suivant.xml`);
  await world.product.command(
    ...["generer", "flux-caf", "--mois", moisSuivant(), "--sortie", fichier, ...options],
  );
  await world.product.command("importer", "caf", fichier, "--departement", departement);
  const agent = await world.visitor("gestionnaire", { departement });
  await agent.open("/orientation");
  await agent.follow(agent.button(/^Proposer/));
  await agent.sees(/orientations proposées/);
  return agent;
}

/** « 14 sur 42 », as it is written above the name. */
async function place({ page }: Visitor): Promise<{ rang: number; total: number }> {
  const dite = await page.getByText(/^Décider des orientations : /).textContent();
  const [rang = 0, total = 0] = (dite ?? "").match(/\d+/g)?.map(Number) ?? [];
  return { rang, total };
}

async function personneDuCas({ page }: Visitor): Promise<string> {
  const href = await page.getByRole("link", { name: "Tout le dossier" }).getAttribute("href");
  return /\/personnes\/\d+/.exec(href ?? "")?.[0] ?? "";
}

/** What keys lead to, as a click would. */
async function taper(agent: Visitor, ...touches: readonly string[]): Promise<void> {
  const { page } = agent;
  const partie = page.waitForEvent("load");
  for (const touche of touches) await page.keyboard.press(touche);
  await partie;
}

/** Departing from a proposal without a reason: the same case, what was chosen, and the refusal read first. */
async function refuserPuisReprendre(agent: Visitor): Promise<void> {
  const { page } = agent;
  const avant = { personne: await personneDuCas(agent), place: await place(agent) };
  agent.expect(422);
  await page.keyboard.press("x");
  await page.keyboard.press("Tab");
  await taper(agent, "Enter");
  await agent.look("file-refusee");
  await agent.sees("Dites ce qui manque pour décider.");
  assert.ok(
    await page.locator("[data-error-summary]").evaluate((one) => one === document.activeElement),
  );
  assert.deepEqual({ personne: await personneDuCas(agent), place: await place(agent) }, avant);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("name")), "motif");
  await page.locator("h1").click();
}

interface Decision {
  readonly personne: string;
  readonly acte: "acceptee" | "changee" | "reportee" | "renvoyee";
}

const MOTIF = "Elle connaît déjà ce service : un autre l’accompagnera mieux.";

/** The third is decided otherwise, the fifth postponed, the seventh sent back; the others accepted when they can be. */
async function deciderAuClavier(agent: Visitor, rang: number): Promise<Decision> {
  const { page } = agent;
  const personne = await personneDuCas(agent);
  const accepter = (await page.locator('[data-key="a"]').count()) > 0;
  if (rang === 5) {
    await page.keyboard.press("r");
    await page.keyboard.type(dansTroisSemaines());
    await page.keyboard.press("Tab");
    await page.keyboard.type("Bilan de santé en cours.");
    await page.keyboard.press("Tab");
    await taper(agent, "Enter");
    return { personne, acte: "reportee" };
  }
  if (rang === 7 || (!accepter && !(await autreChoix(agent)))) {
    await page.keyboard.press("x");
    await page.keyboard.type("Aucune structure n’a de place : à revoir avec elle.");
    await page.keyboard.press("Tab");
    await taper(agent, "Enter");
    return { personne, acte: "renvoyee" };
  }
  if (rang === 3 || !accepter) {
    await page.keyboard.press("c");
    await choisirAutreChose(page.locator("#changer-service"));
    await page.keyboard.press("Tab");
    await page.keyboard.press("Home");
    await page.keyboard.press("Tab");
    await page.keyboard.type(MOTIF);
    await page.keyboard.press("Tab");
    await taper(agent, "Enter");
    return { personne, acte: "changee" };
  }
  await taper(agent, "a");
  return { personne, acte: "acceptee" };
}

async function autreChoix({ page }: Visitor): Promise<boolean> {
  return (
    (await page.locator("#changer-service option:not([disabled]):not([value=''])").count()) > 0
  );
}

/** Down, or up at the end of the list: the arrows of a closed list. */
async function choisirAutreChose(liste: Locator): Promise<void> {
  const avant = await liste.inputValue();
  await liste.page().keyboard.press("ArrowDown");
  if ((await liste.inputValue()) === avant) await liste.page().keyboard.press("ArrowUp");
  assert.notEqual(await liste.inputValue(), avant);
}

/** Each decision is found again where it must be, on the page of the person. */
async function relire(agent: Visitor, decisions: readonly Decision[]): Promise<void> {
  const attendu = {
    acceptee: /^le \d{2}\/\d{2}\/\d{4}/,
    changee: MOTIF,
    reportee: "Bilan de santé en cours.",
    renvoyee: "Aucune structure n’a de place : à revoir avec elle.",
  } as const;
  const vues = new Set<string>();
  for (const { personne, acte } of decisions) {
    await agent.page.goto(agent.href(`${personne}/orientation`));
    await agent.sees(attendu[acte]);
    if (!vues.has(acte)) await agent.look(`orientation-${acte}`);
    vues.add(acte);
  }
  assert.equal(vues.size, Object.keys(attendu).length, [...vues].join(", "));
}

/** What is passed stays in the queue, and the count goes on. */
async function passer(agent: Visitor): Promise<void> {
  await agent.open(FILE);
  const premiere = await personneDuCas(agent);
  const { rang, total } = await place(agent);
  await taper(agent, "s");
  assert.deepEqual(await place(agent), { rang: rang + 1, total });
  assert.notEqual(await personneDuCas(agent), premiere);
}

/** Entrusts to Rose Parcours somebody another référent follows, and opens her page as Rose sees it. */
async function confierARose(world: World): Promise<string> {
  const agent = await world.visitor("responsable", BAS_RHIN);
  await agent.open("/orientation/suivi?orientation=emploi,socio-professionnelle,sociale");
  for (const personne of await fiches(agent)) {
    await agent.page.goto(agent.href(personne));
    const rose = agent.page.locator("#referent-referentId option:not([disabled])", {
      hasText: "Rose Parcours",
    });
    if ((await rose.count()) === 0 || (await suiviePar(agent, "Rose Parcours"))) continue;
    const structure = await rose.locator("xpath=..").getAttribute("label");
    await agent.page.locator("summary", { hasText: "Changer de référent" }).click();
    const ailleurs = agent.page.locator("#referent-structureId option[value]:not([value=''])", {
      hasText: structure ?? "",
    });
    await agent.page
      .locator("#referent-structureId")
      .selectOption(await ailleurs.getAttribute("value"));
    await agent.page.locator("#referent-referentId").selectOption(await rose.getAttribute("value"));
    await agent.page.locator("#referent-motif").fill("Elle habite près de cette structure.");
    await agent.follow(agent.button("Changer"));
    assert.ok(await suiviePar(agent, "Rose Parcours"));
    return personne;
  }
  throw new Error("personne ne peut être confié à Rose Parcours");
}

async function suiviePar({ page }: Visitor, nom: string): Promise<boolean> {
  const referent = page.locator("dt", { hasText: "Référent" }).locator("xpath=../dd").first();
  return ((await referent.textContent()) ?? "").includes(nom);
}

function fiches({ page, departement }: Visitor): Promise<readonly string[]> {
  return page
    .locator("main tbody th a")
    .evaluateAll(
      (liens, slug) =>
        liens.map((lien) => (lien.getAttribute("href") ?? "").replace(`/${slug}`, "")),
      departement,
    );
}

/** The instance gives its opinion, then the département decides: another type, another structure. */
async function reorienter(
  agent: Visitor,
  {
    demande,
    motif,
    personne,
  }: { readonly demande: string; readonly motif: string; readonly personne: string },
): Promise<void> {
  await agent.open("/orientation");
  await agent.follow(agent.link(/^Décider .*réorientation/));
  await agent.follow(agent.page.locator(`main tbody a[href$="${demande}"]`));
  await agent.sees(motif);
  await agent.sees("CTRSA Réorientation");
  await agent.follow(agent.button("Enregistrer l’avis"), { status: 422 });
  await agent.field("le").fill(await aujourdHui(agent));
  await agent.page.locator('[name="avis"][value="favorable"]').check();
  await agent.follow(agent.button("Enregistrer l’avis"));
  await agent.sees("L’avis est enregistré.");
  await agent.page.locator('[name="decision"][value="reorientee"]').check();
  const services = agent.field("service").locator("option:not([disabled]):not([value=''])");
  await agent.field("service").selectOption(await services.first().getAttribute("value"));
  await agent.field("motif").fill("L’instance suit l’avis du référent.");
  await agent.follow(agent.button("Décider"));
  await agent.sees("La décision est enregistrée.");
  await agent.sees("Réorientée");
  await agent.open(personne);
  await agent.sees("L’instance suit l’avis du référent.");
}

function aujourdHui({ page }: Visitor): Promise<string> {
  return page.evaluate(() => new Date().toLocaleDateString("fr-FR"));
}
