import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import { jourA } from "../src/app/demonstration/calendrier.ts";
import { enChiffres, prochainJourOuvre } from "./support/dates.ts";
import type { Journey } from "./support/journey.ts";
import { playAt } from "./support/later.ts";
import type { Visitor } from "./support/visitor.ts";
import type { World } from "./support/world.ts";

const RENDEZ_VOUS = 6;
const HEURES = ["16:30", "09:00", "09:45", "10:30", "11:15", "13:30", "14:15", "15:00", "15:45"];
const SOIR = 18;
const SUITES = ["contrat", "entretiens", "situation", "parcours"] as const;

export const parcoursJourneeDuReferent: readonly Journey[] = [
  {
    title:
      "remplir une journée de six rendez-vous, la tenir, et dire le soir ce qu’il en est de chacun",
    async run(world) {
      const jour = prochainJourOuvre();
      await remplir(await world.visitor("referente"), jour);
      await playAt(world, { jour, heure: SOIR }, (soir) => conclure(soir, jour));
    },
  },
  {
    title: "écrire ce que dit une personne de sa situation, et ce que change la version suivante",
    async run(world) {
      const agent = await world.visitor("referente");
      await direLaSituation(agent, await unePersonneSansContrat(agent));
    },
  },
  {
    title:
      "rédiger un contrat d’après ce qui est connu, et le signer sur l’écran, au doigt puis au clavier",
    async run(world) {
      const agent = await world.visitor("referente");
      const responsable = await world.visitor("responsable");
      const personne = await unePersonneSansContrat(agent, (une) => ouvre(responsable, une));
      await rediger(agent, personne);
      await valider(world, personne);
      await signer(agent, personne);
      await contresigner(world, personne);
      await agent.open(`${personne}/contrat`);
      await verifierLeContrat(agent);
    },
  },
  {
    title: "signaler un manquement, que le département reçoit avec ses faits",
    async run(world) {
      const agent = await world.visitor("referente");
      const responsable = await world.visitor("responsable");
      const siennes = await personnesDe(agent, "/portefeuille");
      const personne = await premiereQue(siennes, (une) => ouvre(responsable, une));
      await signalerUnManquement(agent, personne);
      await responsable.open(`${personne}/parcours`);
      await responsable.sees(FAITS);
      await responsable.follow(responsable.button("Accuser réception"));
      await responsable.sees(/reçu par le département le/);
      await agent.open(`${personne}/parcours`);
      await agent.sees(/reçu par le département le/);
    },
  },
  {
    title: "transmettre un portefeuille entier à l’équipe, avec une lettre à chaque personne",
    run: transmettre,
  },
];

const FAITS = "Deux ateliers prévus au contrat manqués, sans prévenir, malgré un rappel la veille.";

/** Persons of a page of hers, in its order. */
async function personnesDe(agent: Visitor, path: string): Promise<readonly string[]> {
  await agent.open(path);
  const hrefs = await agent.page
    .locator('main a[href*="/personnes/"]')
    .evaluateAll((liens) => liens.map((lien) => lien.getAttribute("href") ?? ""));
  const fiches = hrefs.flatMap((href) => /\/personnes\/\d+/.exec(href)?.[0] ?? []);
  assert.ok(fiches.length > 0, `personne sur ${path}`);
  return [...new Set(fiches)];
}

/** Books one more, then until the day holds six: what is taken already counts, an hour that is not free is refused and the next is tried. */
async function remplir(agent: Visitor, jour: string): Promise<void> {
  const personnes = [...(await personnesDe(agent, "/portefeuille?vue=sans-rendez-vous"))];
  const feuille = await feuilleDe(agent, personnes[0] ?? "", jour);
  let pris = (await lignesDuJour(agent, feuille)).length;
  const avant = pris;
  for (const heure of HEURES) {
    if (pris > avant && pris >= RENDEZ_VOUS) break;
    const personne = personnes.shift();
    assert.ok(personne, "plus personne sans rendez-vous");
    if (await prendre(agent, personne, { jour, heure })) pris += 1;
    else personnes.unshift(personne);
  }
  await agent.open(feuille);
  assert.equal((await lignesDuJour(agent, feuille)).length, pris);
  assert.ok(pris > avant && pris >= RENDEZ_VOUS, `${pris} rendez-vous`);
}

/** The address of her own sheet: the agenda is the one of her whole structure. */
async function feuilleDe(agent: Visitor, personne: string, jour: string): Promise<string> {
  await agent.open(`/agenda/prendre?personne=${numeroDe(personne)}`);
  const elle = agent.field("referentId").locator("option", { hasText: "Rose Parcours" });
  return `/agenda/jour?referent=${await elle.getAttribute("value")}&jour=${jour}`;
}

const numeroDe = (path: string) => /\d+/.exec(path)?.[0] ?? "";

async function lignesDuJour(agent: Visitor, feuille: string): Promise<readonly Locator[]> {
  await agent.page.goto(agent.href(feuille));
  return agent.page.locator(".feuille tbody tr").all();
}

async function prendre(
  agent: Visitor,
  personne: string,
  { jour, heure }: { readonly jour: string; readonly heure: string },
): Promise<boolean> {
  const { page } = agent;
  await page.goto(agent.href(`/agenda/prendre?personne=${numeroDe(personne)}`));
  await agent.field("motif").selectOption("entretien-suivi");
  await agent.field("jour").fill(enChiffres(jour));
  await agent.field("heure").fill(heure);
  for (const refus of [409, 422]) agent.expect(refus);
  await Promise.all([page.waitForEvent("load"), agent.button("Prendre le rendez-vous").click()]);
  await agent.look();
  const pris = /^\/agenda\/rendez-vous\/\d+/.test(agent.path);
  await agent.sees(pris ? "Le rendez-vous est pris." : /a déjà un rendez-vous/);
  return pris;
}

/** In the evening: the last did not come, the others were met, and what was said is told from their meeting. */
async function conclure(soir: World, jour: string): Promise<void> {
  const agent = await soir.visitor("referente");
  await agent.open("/");
  await agent.sees("Mes rendez-vous du jour");
  const [personne = ""] = await personnesDe(agent, "/portefeuille");
  const feuille = await feuilleDe(agent, personne, jour);
  const liens = await Promise.all(
    (await lignesDuJour(agent, feuille)).map(
      async (ligne) => (await ligne.getByRole("link").first().getAttribute("href")) ?? "",
    ),
  );
  assert.ok(liens.length >= RENDEZ_VOUS, `${liens.length} rendez-vous`);
  for (const [rang, lien] of liens.entries()) {
    const venue = rang < liens.length - 1;
    await noterIssue(agent, lien, venue ? "Honoré" : "Absence non excusée");
    if (venue) await raconter(agent, `Rencontre ${rang + 1} : elle avance dans ses démarches.`);
    else await agent.sees("Appeler la personne");
  }
  await agent.open(feuille);
  const issues = await agent.page.locator(".feuille tbody td:last-child").allTextContents();
  assert.equal(issues.filter((une) => une === "Honoré").length, liens.length - 1);
  assert.equal(issues.filter((une) => une === "").length, 0);
}

/** What the reception noted on arrival, as its own journey does of the first of the day, stays. */
async function noterIssue(agent: Visitor, lien: string, issue: string): Promise<void> {
  await agent.page.goto(`${agent.world.product.origin}${lien}`);
  const notee = agent.page.locator("details", { hasText: "Corriger l’issue" });
  if ((await notee.count()) > 0) {
    assert.equal(
      await notee.getByLabel(issue, { exact: true }).isChecked(),
      true,
      `${lien} déjà noté`,
    );
    return;
  }
  await agent.page.getByLabel(issue, { exact: true }).first().check();
  await agent.follow(agent.button("Enregistrer l’issue"));
  await agent.sees("L’issue est enregistrée.");
}

/** Everything but the text is filled already. */
async function raconter(agent: Visitor, texte: string): Promise<void> {
  await agent.follow(agent.link("Raconter l’entretien"));
  await agent.field("texte").fill(texte);
  await agent.field("decide").fill("Elle rappelle l’organisme de formation.");
  await agent.field("suite").fill("Revoir son projet");
  await agent.field("suiteLe").fill(enChiffres(jourA(prochainJourOuvre(), 21)));
  await agent.follow(agent.button("Publier"));
  await agent.sees(texte);
  assert.match(agent.path, /^\/personnes\/\d+\/entretiens/);
}

/** Somebody of hers for whom a contract may be drafted: nobody prepares one. */
async function unePersonneSansContrat(
  agent: Visitor,
  convient: (personne: string) => Promise<boolean> = () => Promise.resolve(true),
): Promise<string> {
  const sansContrat = await personnesDe(agent, "/contrats/suivi?contrat=sans");
  return premiereQue(sansContrat, async (personne) => {
    await agent.page.goto(agent.href(`${personne}/contrat`));
    return (await agent.button(/^Rédiger un contrat/).count()) > 0 && (await convient(personne));
  });
}

async function premiereQue(
  personnes: readonly string[],
  convient: (personne: string) => Promise<boolean>,
): Promise<string> {
  for (const personne of personnes) if (await convient(personne)) return personne;
  throw new Error(`aucune des ${personnes.length} personnes ne convient`);
}

/** Somebody of a référente may live in a territory that the manager does not follow. */
async function ouvre(agent: Visitor, personne: string): Promise<boolean> {
  return (await agent.context.request.get(agent.href(personne))).ok();
}

/** Two versions: what the second changed is shown, the first is still there. */
async function direLaSituation(agent: Visitor, personne: string): Promise<void> {
  await agent.open(`${personne}/situation`);
  const themes = agent.page.getByRole("list", { name: "Thèmes de la situation" });
  await agent.follow(themes.getByRole("link", { name: "Mobilité" }).first());
  const theme = agent.path;
  const coches = agent.page.locator('[name="objectifs"]');
  await coches.first().check();
  await agent.field("texte").fill("Elle prend le bus jusqu’à Amiens, pas au-delà.");
  await agent.follow(agent.button("Signer cette version"));
  await agent.open(theme);
  await agent.field("texte").fill("Elle a réussi son code : le permis devient possible.");
  await agent.follow(agent.button("Signer cette version"));
  await agent.open(theme);
  await agent.sees("Ce qui a changé");
  const versions = agent.page.getByRole("list", { name: "Versions signées" }).first();
  assert.match(await agent.text(versions), /bus jusqu’à Amiens[\s\S]*Rose|Rose[\s\S]*bus jusqu’à/);
  await agent.sees(/par (Rose )?Parcours/);
  await agent.open(`${personne}/situation`);
  await agent.sees("Elle a réussi son code : le permis devient possible.");
}

/** What is known fills the draft; each part that lacks something is filled, then the contract is proposed. */
async function rediger(agent: Visitor, personne: string): Promise<void> {
  await agent.open(`${personne}/contrat`);
  await agent.follow(agent.button(/^Rédiger un contrat/));
  await agent.sees("Le brouillon est ouvert.");
  const parties = agent.page.getByRole("list", { name: "Le contrat, partie par partie" });
  const liens = await parties
    .getByRole("link")
    .evaluateAll((tous) => tous.map((lien) => lien.getAttribute("href") ?? ""));
  assert.ok(liens.length >= 4, liens.join());
  for (const lien of liens) {
    const chemin = lien.slice(lien.indexOf("/personnes"));
    await agent.open(chemin);
    await remplirLaPartie(agent, chemin.split("/").at(-1) ?? "");
    await agent.follow(agent.button("Enregistrer"));
    await agent.sees("La partie du contrat est enregistrée.");
  }
  assert.equal(await parties.getByText("À remplir").count(), 0);
  await agent.follow(agent.button("Proposer le contrat"));
  await agent.sees("Le contrat est proposé.");
}

async function remplirLaPartie(agent: Visitor, partie: string): Promise<void> {
  if (partie === "objectifs") {
    const connus = await agent.field("objectifs").inputValue();
    await agent.field("objectifs").fill(`${connus}\nReprendre un emploi à temps partiel`.trim());
  }
  if (partie === "actions" && (await agent.field("actions.0.libelle").inputValue()) === "")
    await agent.field("actions.0.libelle").fill("Atelier de recherche d’emploi");
  if (partie === "engagements")
    assert.match(await agent.field("engagementsPersonne").inputValue(), /rendez-vous/);
}

/** Where the text asks for it, the département reads before anybody signs. */
async function valider(world: World, personne: string): Promise<void> {
  const agent = await world.visitor("responsable");
  await agent.open(`${personne}/contrat`);
  const bouton = agent.button("Valider le contrat");
  if ((await bouton.count()) === 0) return;
  await agent.follow(bouton);
  await agent.sees("Le contrat est validé : il peut être signé.");
}

async function signer(agent: Visitor, personne: string): Promise<void> {
  await agent.open(`${personne}/contrat`);
  await agent.follow(agent.link("Signature : la personne"));
  const signer = agent.button("Signer");
  await agent.follow(signer, { status: 422 });
  await agent.sees(
    "La signature manque : faites signer dans le cadre, ou choisissez un autre moyen.",
  );
  await dessiner(agent);
  await agent.follow(signer);
  await agent.sees("La signature est enregistrée. Il manque encore : le référent");
  await signerAuClavier(agent);
}

/** Two strokes of the pointer in the frame. */
async function dessiner({ page }: Visitor): Promise<void> {
  const cadre = page.locator("[data-signature] canvas");
  await cadre.scrollIntoViewIfNeeded();
  const place = await cadre.boundingBox();
  assert.ok(place, "le cadre de signature ne se voit pas");
  const { mouse } = page;
  for (const depart of [0.2, 0.5]) {
    await mouse.move(place.x + place.width * depart, place.y + place.height * 0.7);
    await mouse.down();
    for (const pas of [0.1, 0.2])
      await mouse.move(
        place.x + place.width * (depart + pas),
        place.y + place.height * (0.7 - pas * 2),
        { steps: 8 },
      );
    await mouse.up();
  }
  assert.notEqual(await page.locator('input[name="trace"]').inputValue(), "");
}

/** Who does not draw signs by name: not one click, from the link to the button. */
async function signerAuClavier(agent: Visitor): Promise<void> {
  const { page } = agent;
  await agent.link("Signature : le référent").focus();
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
  await agent.look();
  await tabulerJusqua(agent, '[name="moyen"]');
  await page.keyboard.press("ArrowUp");
  assert.ok(await page.locator('[name="moyen"][value="saisie"]').isChecked());
  await tabulerJusqua(agent, "button[type=submit], form button:not([type])", "Signer");
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
  await agent.look();
}

async function tabulerJusqua({ page }: Visitor, cible: string, texte = ""): Promise<void> {
  for (let rang = 0; rang < 120; rang += 1) {
    const la = await page.evaluate(
      ([selecteur = "", mot = ""]) => {
        const actif = document.activeElement;
        return (actif?.matches(selecteur) ?? false) && (actif?.textContent ?? "").includes(mot);
      },
      [cible, texte],
    );
    if (la) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`le clavier n’atteint pas ${cible}`);
}

/** The département signs last where its text wants three. */
async function contresigner(world: World, personne: string): Promise<void> {
  const agent = await world.visitor("responsable");
  await agent.open(`${personne}/contrat`);
  const lien = agent.link("Signature : le département");
  if ((await lien.count()) === 0) return;
  await agent.follow(lien);
  await agent.page.locator('[name="moyen"][value="saisie"]').check();
  await agent.follow(agent.button("Signer"));
}

/** It binds, shows who signed and how, and its PDF is there. */
async function verifierLeContrat(agent: Visitor): Promise<void> {
  await agent.sees("Signé le");
  const lien = agent.link("Le contrat signé (PDF)");
  const adresse = (await lien.getAttribute("href")) ?? "";
  const reponse = await agent.context.request.get(`${agent.world.product.origin}${adresse}`);
  assert.equal(reponse.status(), 200);
  assert.equal((await reponse.body()).subarray(0, 5).toString(), "%PDF-");
}

async function signalerUnManquement(agent: Visitor, personne: string): Promise<void> {
  await agent.open(personne);
  for (const suite of SUITES) await agent.open(`${personne}/${suite}`);
  const acte = agent.page.locator("#acte-signaler");
  await acte.locator("summary").click();
  await acte.locator('[name="engagement"]').selectOption({ index: 1 });
  await acte.locator('[name="survenuLe"]').fill(await aujourdHui(agent));
  await acte.locator('[name="faits"]').fill(FAITS);
  await acte.locator('[name="preuves"]').fill("Feuilles d’émargement, rappel par SMS.");
  await agent.follow(acte.getByRole("button", { name: "Signaler au département" }));
  await agent.sees(FAITS);
}

function aujourdHui({ page }: Visitor): Promise<string> {
  return page.evaluate(() => new Date().toLocaleDateString("fr-FR"));
}

/** Somebody else’s caseload, within the same structure: each person is given to a colleague, and written to. */
async function transmettre(world: World): Promise<void> {
  const agent = await world.visitor("responsable");
  await agent.open("/portefeuille");
  const portefeuilles = await agent.page
    .locator('main a[href*="/portefeuille?referent="]')
    .evaluateAll((liens) => liens.map((lien) => lien.getAttribute("href") ?? ""));
  for (const href of portefeuilles) {
    const path = href.slice(href.indexOf("/portefeuille"));
    if (await transmettreSiPossible(agent, path)) return;
  }
  throw new Error("aucun portefeuille ne peut être transmis");
}

/** Whom she sees of a caseload, when its colleagues have room for them. */
async function transmettreSiPossible(agent: Visitor, path: string): Promise<boolean> {
  const { page } = agent;
  await page.goto(agent.href(path));
  const lien = agent.link("Transmettre ce portefeuille");
  if ((await lien.count()) === 0) return false;
  await agent.follow(lien);
  const nombre = await page.locator('select[name^="vers-"]').count();
  if (nombre < 2 || (await page.getByText(/sans place/).count()) > 0) return false;
  await agent.field("motif").fill("Départ en congé de formation.");
  await agent.follow(agent.button("Transmettre"));
  assert.equal(agent.path, "/portefeuille");
  await agent.sees(new RegExp(`${nombre} personnes transmises\\.`));
  await agent.sees(/lettres? émises?/);
  await agent.open(path);
  await agent.sees(/0 personne accompagnée/);
  return true;
}
