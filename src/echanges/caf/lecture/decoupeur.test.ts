import fc from "fast-check";
import { expect, test } from "vitest";
import { Decoupeur, type Segment } from "./decoupeur.ts";
import { EN_TETE, flux, fluxDeDeux, foyer } from "./flux-de-test.ts";
import { compterLignes } from "./lignes.ts";

function decouper(contenu: Buffer | string, tailles: readonly number[] = []): Segment[] {
  const octets = typeof contenu === "string" ? Buffer.from(contenu, "latin1") : contenu;
  const decoupeur = new Decoupeur();
  const segments: Segment[] = [];
  let debut = 0;
  for (const taille of [...tailles, octets.length]) {
    segments.push(...decoupeur.ajouter(octets.subarray(debut, debut + taille)));
    debut = Math.min(octets.length, debut + taille);
  }
  return [...segments, ...decoupeur.terminer()];
}

const resume = (segments: readonly Segment[]) =>
  segments.map(({ sorte, octets, taille, ligne, defaut }) => ({
    sorte,
    ligne,
    defaut,
    taille,
    texte: octets.toString("latin1"),
  }));

const dossiers = (segments: readonly Segment[]) =>
  segments
    .filter(({ sorte }) => sorte === "enregistrement" || sorte === "intrus")
    .map(({ sorte, ligne, defaut }) => [sorte, ligne, defaut]);

/** Lines where a record starts, found otherwise than by the code under test. */
const lignesDe = (contenu: string): readonly number[] =>
  contenu
    .split("\n")
    .flatMap((texte, index) => (texte.includes("<InfosFoyerRSA>") ? [index + 1] : []));

const SANS_FIN = foyer("10000000003").replace("</InfosFoyerRSA>", "");

test("chaque dossier est coupé sur ses balises, avec sa ligne dans le fichier", () => {
  const contenu = fluxDeDeux();
  const segments = decouper(contenu);
  expect(segments.map(({ sorte }) => sorte)).toEqual([
    "preambule",
    "enregistrement",
    "enregistrement",
    "fin",
  ]);
  for (const { octets, ligne } of segments.slice(1, 3)) {
    const texte = octets.toString("latin1");
    expect(texte).toMatch(/^<InfosFoyerRSA>.*<\/InfosFoyerRSA>$/s);
    expect(contenu.split("\n")[ligne - 1]).toBe("<InfosFoyerRSA>");
  }
});

test("le découpage ne dépend pas de la façon dont les octets arrivent", () => {
  const contenu = flux(
    `${foyer("1")} intrus <!-- remarque -->${SANS_FIN}${foyer("2")}\n<InfosFoyerRSAX/>${foyer("3")}`,
  );
  const attendu = resume(decouper(contenu));
  expect(attendu).toHaveLength(8);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 40 }), (tailles) => {
      expect(resume(decouper(contenu, tailles))).toEqual(attendu);
    }),
  );
  const un = Array.from({ length: contenu.length }, () => 1);
  expect(resume(decouper(contenu, un))).toEqual(attendu);
});

test("un dossier sans balise de fin s’arrête au début du suivant, et le dernier avant le pied du flux", () => {
  const contenu = flux(`${SANS_FIN}\n${foyer("2")}\n${SANS_FIN}`);
  expect(dossiers(decouper(contenu))).toEqual([
    ["enregistrement", lignesDe(contenu)[0], "sans-fin"],
    ["enregistrement", lignesDe(contenu)[1], null],
    ["enregistrement", lignesDe(contenu)[2], "sans-fin"],
  ]);
  const [dernier] = decouper(flux(SANS_FIN)).slice(-1);
  expect(dernier?.sorte).toBe("fin");
  expect(dernier?.octets.toString()).toMatch(/^<TransmissionFlux>.*<\/Racine>$/s);
});

test("ce qui est entre deux dossiers, avant le premier ou après le dernier est rendu ; les blancs et les remarques, non", () => {
  const contenu = flux(`avant ${foyer("1")}\u001a<!-- a --> <!-- b -->${foyer("2")}<X/>`);
  const trouves = decouper(`${contenu}après`).filter(({ sorte }) => sorte === "intrus");
  expect(trouves.map(({ octets }) => octets.toString("latin1").trim())).toEqual([
    "avant",
    "<X/>",
    "après",
  ]);
});

test("un champ de 10 Mo, ou 10 Mo de bruit, est écarté en mémoire bornée et la suite est lue", () => {
  const long = foyer("1", `<NOM>${"x\n".repeat(5_000_000)}</NOM>`);
  for (const [corps, sorte, defaut] of [
    [`${long}\n${foyer("2")}`, "enregistrement", "trop-long"],
    [`${"bruit\n".repeat(1_700_000)}${foyer("2")}`, "intrus", "trop-long"],
  ] as const) {
    const contenu = flux(corps);
    const tailles = Array.from({ length: Math.ceil(contenu.length / 65_536) }, () => 65_536);
    const [premier, second] = decouper(contenu, tailles).slice(1);
    expect(premier).toMatchObject({ sorte, defaut });
    expect(premier?.octets.length).toBeLessThanOrEqual(65_536);
    expect(premier?.taille).toBeGreaterThan(10_000_000);
    expect(premier?.empreinte).toHaveLength(32);
    expect(contenu.split("\n")[(second?.ligne ?? 0) - 1]).toContain("<InfosFoyerRSA>");
    expect(decouper(contenu)[1]?.empreinte).toEqual(premier?.empreinte);
  }
});

test("un dossier trop long sans balise de fin s’arrête aussi au début du suivant", () => {
  const long = foyer("1", "x".repeat(3_000_000)).replace("</InfosFoyerRSA>", "");
  const tailles = Array.from({ length: 60 }, () => 65_536);
  const contenu = flux(`${long}\n${foyer("2")}`);
  expect(dossiers(decouper(contenu, tailles))).toEqual([
    ["enregistrement", lignesDe(contenu)[0], "sans-fin"],
    ["enregistrement", lignesDe(contenu)[1], null],
  ]);
});

test("des octets au hasard glissés dans un flux n’en font jamais perdre ni inventer un seul", () => {
  const contenu = Buffer.from(flux(`${foyer("1")}${foyer("2")}${foyer("3")}`), "latin1");
  const mutation = fc.tuple(fc.nat(contenu.length - 1), fc.uint8Array({ maxLength: 12 }));
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 8 }), (mutations) => {
      const abime = Buffer.from(contenu);
      for (const [place, octets] of mutations)
        abime.set(octets.slice(0, contenu.length - place), place);
      const segments = decouper(abime);
      const total = segments.reduce((somme, { taille }) => somme + taille, 0);
      expect(total).toBeLessThanOrEqual(abime.length);
      for (const { octets, ligne } of segments) {
        const place = abime.indexOf(octets);
        expect(place).toBeGreaterThanOrEqual(0);
        expect(ligne).toBeLessThanOrEqual(compterLignes(abime) + 1);
      }
    }),
  );
});

test("les lignes se comptent quatre octets à la fois comme une à une", () => {
  const octet = fc.oneof(fc.constant(10), fc.constant(0x8a), fc.constant(11), fc.nat(255));
  fc.assert(
    fc.property(fc.array(octet, { maxLength: 60 }), fc.nat(7), (valeurs, decalage) => {
      const octets = Buffer.from(valeurs).subarray(decalage);
      expect(compterLignes(octets)).toBe(octets.filter((valeur) => valeur === 10).length);
    }),
  );
});

test("un flux sans aucun dossier n’en donne aucun", () => {
  expect(decouper("")).toMatchObject([{ sorte: "preambule", taille: 0 }]);
  expect(dossiers(decouper(flux("")))).toEqual([]);
  expect(dossiers(decouper(`<Racine>${EN_TETE}</Racine>`))).toEqual([]);
});
