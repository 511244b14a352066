import assert from "node:assert/strict";
import { jourA } from "../src/app/demonstration/calendrier.ts";
import { civilDay } from "../src/platform/clock/civil-day.ts";
import { enChiffres } from "./support/dates.ts";
import type { Journey } from "./support/journey.ts";
import type { Visitor } from "./support/visitor.ts";
import type { World } from "./support/world.ts";

const CORPS = "main";
const AUJOURDHUI = civilDay(new Date());
const NORD = { departement: "nord" };
const OBJECTIF = "Retrouver des horaires réguliers avant l’hiver";

export const parcoursPrescription: readonly Journey[] = [
  {
    title: "prescrire une action d’un besoin, suivre la réponse, l’entrée, puis la sortie",
    async run(world) {
      const { operatrice, prescripteur, prescrite } = await prescrireAUne(world);
      await operatrice.open("/prescriptions");
      await operatrice.look("prescriptions-operatrice");
      await operatrice.follow(ligneDe(operatrice, prescrite.nom));
      const prescription = operatrice.path;
      await accueillir(operatrice);
      await prescripteur.open(prescrite.page);
      await prescripteur.sees("Dans l’action");
      await prescripteur.look("actions-de-la-personne");
      await prescripteur.open("/prescriptions");
      await prescripteur.look("prescriptions-referente");
      await sortir(operatrice, prescription);
      await prescripteur.open(prescrite.page);
      await prescripteur.sees("Sortie de l’action");
      const personne = prescrite.page.replace(/\/actions$/, "");
      await operatrice.open(`${personne}/actions`, 404);
    },
  },
  {
    title:
      "répondre à plusieurs prescriptions d’un coup, et retrouver la liste d’attente dans l’ordre",
    async run(world) {
      const agent = await world.visitor("operatrice", NORD);
      await agent.open("/prescriptions");
      const lignes = agent.page.locator('form#reponses, table input[name="prescription"]');
      if ((await lignes.count()) === 0) return;
      const avant = await agent.number(agent.page.locator("h1"));
      await agent.page.locator('input[name="prescription"]').first().check();
      await agent.follow(agent.button("Refuser"), { status: 422 });
      await agent.sees("Dites pourquoi l’opérateur refuse");
      await agent.page.locator('input[name="prescription"]').first().check();
      await agent.follow(agent.button("Mettre en liste d’attente"));
      await agent.sees("réponse enregistrée");
      const apres = await agent.text(agent.page.locator("h1"));
      assert.equal(/^Aucune/.test(apres) ? 0 : Number(apres.replaceAll(/\D/g, "")), avant - 1);
      await agent.follow(agent.link(/^Toutes les prescriptions/));
      await agent.open("/prescriptions/liste?etat-prescription=liste-attente");
      await agent.page.locator("main tbody").getByText("En liste d’attente").first().waitFor();
    },
  },
];

/** Who prescribes, first a référente where the operator with an account works on her territory. */
const PRESCRIPTEURS = [
  ["referente", "somme"],
  ["referente", "seine-saint-denis"],
  ["referente", "bas-rhin"],
  ["referente", "nord"],
  ["responsable", "nord"],
] as const;

async function prescrireAUne(world: World) {
  for (const [compte, departement] of PRESCRIPTEURS) {
    const operatrice = await world.visitor("operatrice", { departement });
    const prescripteur = await world.visitor(compte, { departement });
    const prescrite = await prescrire(prescripteur, await sesActions(operatrice));
    if (prescrite !== null) return { operatrice, prescripteur, prescrite };
  }
  throw new Error("personne ne peut être prescrit à l’opérateur qui a un compte");
}

/** Numbers of the actions of the operator, as her list of prescriptions lets her filter them. */
async function sesActions(agent: Visitor): Promise<ReadonlySet<string>> {
  await agent.open("/prescriptions/liste");
  const valeurs = await agent.page
    .locator('[name="action"]')
    .evaluateAll((champs) =>
      champs.flatMap((champ) =>
        champ instanceof HTMLSelectElement
          ? [...champ.options].map(({ value }) => value)
          : [champ.getAttribute("value") ?? ""],
      ),
    );
  return new Set(valeurs.filter((valeur) => /^\d+$/.test(valeur)));
}

/** Persons looked at in one département. */
const ESSAIS = 12;

interface Prescrite {
  readonly page: string;
  readonly nom: string;
}

/** The first of her persons whom an action of the operator may receive. */
async function prescrire(agent: Visitor, siennes: ReadonlySet<string>): Promise<Prescrite | null> {
  await agent.open("/personnes");
  const personnes = await agent.page
    .locator("main tbody th a")
    .evaluateAll((liens) => liens.map((lien) => lien.getAttribute("href") ?? ""));
  for (const lien of personnes.slice(0, ESSAIS)) {
    const page = `${lien.slice(lien.indexOf("/personnes"))}/actions`;
    await agent.page.goto(agent.href(`${page}?toutes=oui`));
    const offertes = await agent.page
      .locator("main ol > li")
      .filter({ hasNotText: "l’entrée attendra sa sortie" })
      .locator('a[href*="/prescrire/"]')
      .evaluateAll((liens) => liens.map((un) => un.getAttribute("href") ?? ""));
    const choisie = offertes.find((une) => siennes.has(/prescrire\/(\d+)/.exec(une)?.[1] ?? ""));
    if (choisie === undefined) continue;
    await agent.look("actions-proposees");
    await agent.open(choisie.slice(choisie.indexOf("/personnes")));
    await agent.follow(agent.button("Prescrire"), { status: 422 });
    await agent.sees("Dites en une phrase ce que l’action doit apporter.");
    await agent.field("objectif").fill(OBJECTIF);
    await agent.follow(agent.button("Prescrire"));
    await agent.sees("L’action est prescrite");
    await agent.sees("Attend une réponse");
    const fil = await agent.text(
      agent.page.locator('nav[aria-label] a[href*="/personnes/"]').first(),
    );
    return { page, nom: fil.trim() };
  }
  return null;
}

const ligneDe = (agent: Visitor, nom: string) =>
  agent.page.locator(CORPS).getByRole("link", { name: nom }).first();

/** Accepts, receives, lets in. */
async function accueillir(agent: Visitor): Promise<void> {
  await agent.sees(OBJECTIF);
  await agent.page.getByLabel("Accepter").check();
  await agent.follow(agent.button("Répondre"));
  await agent.sees("La réponse est enregistrée");
  await agent.look("prescription-acceptee");
  await agent.page.getByLabel("A été reçue").check();
  await agent.follow(agent.button("Enregistrer"));
  await agent.sees("Le premier accueil est noté");
  const hier = enChiffres(jourA(AUJOURDHUI, -1));
  await agent.field("attestationLe").fill(hier);
  await agent.field("contratPreuve").selectOption("contrat");
  await agent.field("contratLe").fill(hier);
  await agent.follow(agent.button("Faire entrer"));
  await agent.sees("L’entrée est notée");
  await agent.look("prescription-entree");
  await agent.open(`${agent.path}/fiche`);
  await agent.look("fiche-de-prescription");
}

/** The exit is the stay’s: the prescription follows. */
async function sortir(agent: Visitor, prescription: string): Promise<void> {
  await agent.open(prescription);
  await agent.follow(agent.link("Voir le séjour"));
  await agent.open(`${agent.path}/sortir`);
  await agent.field("le").fill(enChiffres(AUJOURDHUI));
  await agent.page.locator('input[name="nature"][value="demenagement"]').check();
  await agent.follow(agent.button("Noter la sortie"));
}
