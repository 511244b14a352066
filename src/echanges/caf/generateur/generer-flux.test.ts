import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { describe, expect, test } from "vitest";
import { type DefautPlante, NATURES_DE_DEFAUT } from "./defauts.ts";
import { encoder, octetsDuFlux } from "./ecrire-flux.ts";
import { enregistrementsDe, genererFlux } from "./generer-flux.ts";
import { mesurerChangements } from "./mesurer-changements.ts";
import { cleNir } from "./naissance.ts";
import type { OptionsFlux } from "./options.ts";

const BASE: OptionsFlux = {
  dossiers: 300,
  mois: "2026-10",
  departement: { code: "59" },
  graine: 7,
};

const flux = (options: Partial<OptionsFlux> = {}): string =>
  [...genererFlux({ ...BASE, ...options })].join("");

const valeurs = (xml: string, balise: string): string[] =>
  [...xml.matchAll(new RegExp(`<${balise}>([^<]*)</${balise}>`, "g"))].map(([, v]) => v ?? "");

const part = (liste: readonly string[], valeur: string, sur = liste.length): number =>
  liste.filter((v) => v === valeur).length / sur;

const dossiers = (xml: string): string[] =>
  xml.match(/<InfosFoyerRSA>[\s\S]*?<\/InfosFoyerRSA>/g) ?? [];
const personnes = (xml: string): string[] => xml.match(/<Personne>[\s\S]*?<\/Personne>/g) ?? [];
const identites = (xml: string): string[] =>
  xml.match(/<Identification>[\s\S]*?<\/Identification>/g) ?? [];

const SCHEMA = resolve(import.meta.dirname, "../../../../../shared/data/caf/vrsb0801.xsd");

function valider(xml: string): void {
  if (!existsSync(SCHEMA)) {
    // biome-ignore lint/suspicious/noConsole: a schema that is not there must be seen, not skipped in silence
    console.warn(`Le schéma vrsb0801.xsd est absent : seule la structure est vérifiée.`);
    verifierStructure(xml);
    return;
  }
  using schema = XmlDocument.fromBuffer(readFileSync(SCHEMA));
  using validateur = XsdValidator.fromDoc(schema);
  using document = XmlDocument.fromBuffer(Buffer.from(xml, "latin1"));
  validateur.validate(document);
}

/** What the schema requires, without the schema: order of the blocks, two Prestations per person. */
function verifierStructure(xml: string): void {
  const ordre =
    /^<InfosFoyerRSA>\n<IdentificationRSA>[\s\S]*<\/IdentificationRSA>\n(<Personne>[\s\S]*<\/Personne>\n)+<DonneesAdministratives>[\s\S]*<PrestationRSA>/;
  for (const dossier of dossiers(xml)) {
    expect(dossier).toMatch(ordre);
    for (const personne of personnes(dossier)) {
      expect(valeurs(personne, "NATPREST")).toEqual(["PFA", "RSA"]);
      expect(personne).toMatch(
        /<QUAL>[\s\S]*<NOM>[\s\S]*<NOMNAI>[\s\S]*<PRENOM>[\s\S]*<NOMCOMNAI>[\s\S]*<DTNAI>[\s\S]*<SEXE>/,
      );
    }
  }
}

function verifierNir(identite: string): void {
  const un = (balise: string): string => valeurs(identite, balise)[0] ?? "";
  const nir = un("NIR");
  expect(nir).toMatch(/^[12]\d{4}(\d\d|2A|2B)\d{6}(\d\d)?$/);
  expect(nir.slice(0, 3)).toBe(`${un("SEXE")}${un("DTNAI").slice(2, 4)}`);
  if (un("TYPEDTNAI") !== "O") expect(nir.slice(3, 5)).toBe(un("DTNAI").slice(5, 7));
  if (nir.length === 15) expect(nir.slice(13)).toBe(cleNir(nir.slice(0, 13)));
}

describe("Le flux des bénéficiaires", () => {
  test("respecte le schéma publié, pour 300 dossiers de la métropole, de Corse et d'outre-mer", () => {
    for (const code of ["59", "2A", "974", "75"]) valider(flux({ departement: { code } }));
    valider(flux({ rythme: 4 }));
    verifierStructure(flux());
  });

  test("est le même, octet pour octet, pour la même graine, et un autre pour une autre graine", () => {
    const octets = (graine: number): Buffer =>
      Buffer.concat([...octetsDuFlux({ ...BASE, dossiers: 60, graine })]);
    fc.assert(
      fc.property(fc.nat(), (graine) => {
        expect(octets(graine).equals(octets(graine))).toBe(true);
        expect(octets(graine).equals(octets(graine + 1))).toBe(false);
      }),
      { numRuns: 10 },
    );
  });

  test("deux départements de la même graine n'ont pas les mêmes habitants", () => {
    const [nord = [], somme = []] = ["59", "80"].map((code) =>
      valeurs(flux({ departement: { code } }), "NUMDEMRSA"),
    );
    expect(nord.some((n) => somme.includes(n))).toBe(false);
  });

  test("annonce exactement les dossiers qu'il porte", () => {
    const xml = flux();
    expect(valeurs(xml, "NBTOTDOSRSATRANSM")).toEqual(["00000300"]);
    expect(dossiers(xml)).toHaveLength(300);
  });

  test("ne donne jamais deux fois le même NIR, le même matricule ni le même numéro de demande", () => {
    const xml = flux({ dossiers: 6_000, rythme: 2 });
    for (const balise of ["MATRICULE", "NUMDEMRSA"]) {
      const tous = valeurs(xml, balise);
      expect(new Set(tous).size).toBe(tous.length);
      expect(tous.every((v) => v.length === (balise === "MATRICULE" ? 15 : 11))).toBe(true);
    }
    const nir = identites(xml).flatMap((i) => valeurs(i, "NIR").map((v) => v.slice(0, 13)));
    expect(nir.length).toBeGreaterThan(9_000);
    expect(new Set(nir).size).toBe(nir.length);
  });

  test("accorde chaque NIR au sexe, à la date de naissance et à sa clé", () => {
    for (const code of ["59", "2A"]) {
      const lues = identites(flux({ dossiers: 1_000, departement: { code } }));
      const sans = lues.filter((i) => !i.includes("<NIR>")).length / lues.length;
      expect(sans).toBeGreaterThan(0.02);
      expect(sans).toBeLessThan(0.07);
      for (const i of lues.filter((x) => x.includes("<NIR>"))) verifierNir(i);
    }
  });

  test("calcule la clé de Corse sur 19 et 18", () => {
    expect(cleNir("2550814168025")).toBe("38");
    expect(cleNir("2690549588157")).toBe("80");
    expect(cleNir("180012A004001")).toBe(cleNir("1800119004001"));
    expect(cleNir("180012B004001")).toBe(cleNir("1800118004001"));
  });

  test("a les proportions du terrain", () => {
    const xml = flux({ dossiers: 5_000 });
    const etats = valeurs(xml, "ETATDOSRSA");
    const bornes = {
      "2": [0.78, 0.9],
      "4": [0.06, 0.11],
      "3": [0.02, 0.045],
      "5": [0.01, 0.035],
      "0": [0.003, 0.02],
      "1": [0.0005, 0.01],
      "6": [0.0005, 0.01],
    };
    for (const [etat, [bas = 0, haut = 1]] of Object.entries(bornes)) {
      expect(part(etats, etat), `état ${etat}`).toBeGreaterThan(bas);
      expect(part(etats, etat), `état ${etat}`).toBeLessThan(haut);
    }
    const enfants = valeurs(xml, "NBENFAUTCHA");
    expect(part(enfants, "00")).toBeGreaterThan(0.5);
    expect(part(enfants, "00")).toBeLessThan(0.66);
    expect(enfants.some((n) => Number(n) >= 5)).toBe(true);
    expect(part(valeurs(xml, "TOPSANSDOMFIXE"), "1")).toBeGreaterThan(0.02);
    expect(part(valeurs(xml, "TOPPERSDRODEVORSA"), "1")).toBeGreaterThan(0.75);
    for (const motif of ["MOTISUSVERSRSA", "MOTISUSDRORSA", "MOTICLORSA", "NATPF", "ACT"]) {
      expect(new Set(valeurs(xml, motif)).size, motif).toBeGreaterThan(2);
    }
    expect(xml).toContain("<PAYS>HOR</PAYS>");
    expect(xml).toContain("<TYPEPARTE>CG </TYPEPARTE>");
    expect(xml).toContain("<NATPF>RSI</NATPF>");
    expect(xml).toContain("<ReductionRSA>");
    expect(xml).toContain("<OrganismePrenant>");
    expect(xml).toContain("<OrganismeCedant>");
    expect(xml).toContain("<NUMDEMRSAPRECE>");
    expect(xml).toContain("<Grossesse>");
  });

  test("met un seul demandeur par foyer, et un conjoint exactement quand la situation est celle d'un couple", () => {
    const couples = new Set(["MAR", "PAC", "RPA", "RVC", "RVM", "VIM"]);
    for (const dossier of dossiers(flux({ dossiers: 2_000 }))) {
      const roles = personnes(dossier).map((p) => valeurs(p, "ROLEPERS")[1]);
      expect(roles.filter((r) => r === "DEM")).toHaveLength(1);
      const [sitfam = ""] = valeurs(dossier, "SITFAM");
      expect(roles.filter((r) => r === "CJT").length).toBe(couples.has(sitfam) ? 1 : 0);
      expect(valeurs(dossier, "NBENFAUTCHA")).toEqual([
        String(roles.filter((r) => r !== "DEM" && r !== "CJT").length).padStart(2, "0"),
      ]);
    }
  });

  test("verse le forfait de la composition moins ce que le foyer a", () => {
    const centimes = (d: string, balise: string): number =>
      Math.round(Number(valeurs(d, balise)[0] ?? "0") * 100);
    for (const d of dossiers(flux()).filter((x) => x.includes("<ETATDOSRSA>2<"))) {
      const reste = ["MTPFRSA", "MTALRSA", "MTRESSMENRSA", "MTREDCGRSA"].reduce(
        (m, b) => m - centimes(d, b),
        centimes(d, "MTREVGARARSA"),
      );
      expect(Math.max(0, reste)).toBe(centimes(d, "MTTOTDRORSA"));
      expect(centimes(d, "MTRSAVERS")).toBe(centimes(d, "MTTOTDRORSA"));
    }
  });

  test("explique chaque état par son bloc", () => {
    const blocs = {
      "1": "Refus",
      "3": "SuspensionDroit",
      "4": "SuspensionVersement",
      "5": "FinDroit",
      "6": "FinDroitMoisAnterieur",
    };
    const xml = flux({ dossiers: 3_000, rythme: 3 });
    for (const [etat, bloc] of Object.entries(blocs)) {
      const concernes = dossiers(xml).filter((d) => d.includes(`<ETATDOSRSA>${etat}<`));
      expect(concernes.length, `état ${etat}`).toBeGreaterThan(0);
      expect(concernes.every((d) => d.includes(`<${bloc}>`))).toBe(true);
    }
  });

  test("écrit ses accents dans l'encodage qu'il annonce", () => {
    const un = "É".codePointAt(0) ?? 0;
    expect([...encoder(["É"], "windows-1252")][0]).toEqual(Buffer.from([un]));
    expect([...encoder(["É"], "UTF-8")][0]).toEqual(Buffer.from("É"));
    const xml = flux({ dossiers: 3_000 });
    expect(xml).toMatch(/[ÉÈÏÔ]/);
    expect(Buffer.from(xml, "latin1").toString("latin1")).toBe(xml);
    expect(flux({ dossiers: 1, encodage: "UTF-8" })).toContain('encoding="UTF-8"');
  });

  test("sort par morceaux : la mémoire ne dépend pas du nombre de dossiers", () => {
    let plusGrand = 0;
    let n = 0;
    for (const morceau of genererFlux({ ...BASE, dossiers: 1_000 })) {
      plusGrand = Math.max(plusGrand, morceau.length);
      n += 1;
    }
    expect(n).toBeGreaterThan(40);
    expect(plusGrand).toBeLessThan(150_000);
  });

  test("refuse un mois d'avant la population, un département inconnu, un nombre impossible", () => {
    expect(() => flux({ mois: "2022-12" })).toThrow(/commence en 2023-01/);
    expect(() => flux({ mois: "2026-13" })).toThrow(/AAAA-MM/);
    expect(() => flux({ departement: { code: "99" } })).toThrow(/n’existe pas/);
    expect(() => flux({ dossiers: 0 })).toThrow(/au moins 1/);
  });
});

describe("D'un mois à l'autre", () => {
  test("la population reste la même, avec des départs, des arrivées et des changements plausibles", () => {
    const mesure = mesurerChangements({ ...BASE, dossiers: 4_000, mois: "2026-11" });
    expect(mesure.arrives / 4_000).toBeGreaterThan(0.01);
    expect(mesure.arrives / 4_000).toBeLessThan(0.05);
    expect(mesure.part).toBeGreaterThan(0.03);
    expect(mesure.part).toBeLessThan(0.14);
  });

  test("une personne garde son état civil tant que son foyer reste", () => {
    const parNumero = (mois: string): Map<string, string> =>
      new Map([...enregistrementsDe({ ...BASE, mois })].map((e) => [e.numero, e.xml]));
    const avant = parNumero("2026-05");
    let revus = 0;
    for (const [numero, xml] of parNumero("2026-11")) {
      const ancien = avant.get(numero);
      if (ancien === undefined) continue;
      revus += 1;
      for (const balise of ["NOMNAI", "PRENOM", "DTNAI", "NIR"]) {
        expect(valeurs(identites(xml)[0] ?? "", balise)).toEqual(
          valeurs(identites(ancien)[0] ?? "", balise),
        );
      }
    }
    expect(revus).toBeGreaterThan(240);
  });

  test("un dossier clos est transmis le mois de sa clôture, puis disparaît ou revient plus tard", () => {
    const numeros = (mois: string, etat: RegExp): Set<string> =>
      new Set(
        [...enregistrementsDe({ ...BASE, dossiers: 1_500, mois })]
          .filter((e) => etat.test(e.xml))
          .map((e) => e.numero),
      );
    const clos = numeros("2026-06", /<ETATDOSRSA>5</);
    const present = numeros("2026-07", /<ETATDOSRSA>[0-5]</);
    expect(clos.size).toBeGreaterThan(10);
    for (const numero of clos) expect(present.has(numero)).toBe(false);
    const matricules = (mois: string): Set<string> =>
      new Set(
        [...enregistrementsDe({ ...BASE, dossiers: 1_500, mois })].map(
          (e) => valeurs(e.xml, "MATRICULE")[0] ?? "",
        ),
      );
    const [juin, juillet, decembre] = [
      matricules("2026-06"),
      matricules("2026-07"),
      matricules("2026-12"),
    ];
    expect([...juin].filter((m) => !juillet.has(m) && decembre.has(m)).length).toBeGreaterThan(0);
  });

  test("« seulement 3 % de changements » en fait 3 %, à deux dossiers près, le reste à l'identique", () => {
    const mesure = mesurerChangements({
      ...BASE,
      dossiers: 3_000,
      mois: "2026-10",
      seulementChangements: 0.03,
    });
    expect(Math.abs(mesure.part * 3_000 - 90)).toBeLessThanOrEqual(2);
    valider(flux({ seulementChangements: 0.03 }));
  });

  test("les arrivées des instructions sont les nouveaux numéros du mois", () => {
    const arrivees = valeurs(flux({ dossiers: 2_000, nature: "instructions" }), "NUMDEMRSA");
    const avant = new Set(valeurs(flux({ dossiers: 2_000, mois: "2026-09" }), "NUMDEMRSA"));
    const apres = valeurs(flux({ dossiers: 2_000 }), "NUMDEMRSA");
    expect(arrivees).toEqual(apres.filter((n) => !avant.has(n)));
  });
});

describe("Les autres flux", () => {
  test("le flux quotidien ne porte que les dossiers changés ce jour, avec leur événement", () => {
    const jours = ["2026-10-13", "2026-10-14"].map((quotidien) =>
      flux({ dossiers: 3_000, quotidien }),
    );
    for (const xml of jours) {
      valider(xml);
      expect(valeurs(xml, "TYPEFLUX")).toEqual(["I"]);
      expect(dossiers(xml).length).toBeGreaterThan(2);
      expect(dossiers(xml).length).toBeLessThan(60);
      for (const d of dossiers(xml)) expect(valeurs(d, "FG").length).toBeGreaterThan(0);
    }
    const [un = [], deux = []] = jours.map((xml) => valeurs(xml, "NUMDEMRSA"));
    expect(un.some((n) => deux.includes(n))).toBe(false);
    expect(dossiers(flux({ quotidien: "2026-10-18" }))).toHaveLength(0);
  });

  test("les instructions donnent contacts, accords et données socio-professionnelles", () => {
    const xml = flux({ dossiers: 1_000, nature: "instructions", tous: true });
    expect(valeurs(xml, "NATFLUX")).toEqual(["I"]);
    expect(valeurs(xml, "NBTOTDEMRSATRANSM")).toEqual(["00001000"]);
    for (const balise of ["AUTORUTITEL", "AUTORUTIADRELEC"])
      expect(new Set(valeurs(xml, balise))).toEqual(new Set(["A", "R", "I"]));
    expect(valeurs(xml, "ADRELEC").every((a) => /^[a-z-]+\.[a-z-]+\d+@example\.org$/.test(a))).toBe(
      true,
    );
    expect(valeurs(xml, "NUMTEL").every((n) => /^0\d{9}$/.test(n))).toBe(true);
    expect(valeurs(xml, "DIFSOC").length).toBeGreaterThan(1_000);
    using document = XmlDocument.fromBuffer(Buffer.from(xml, "latin1"));
    expect(document.root.name).toBe("Racine");
  });

  test("chaque défaut demandé est planté et déclaré, les autres dossiers restant intacts", () => {
    const defauts: DefautPlante[] = [];
    const abime = flux({ dossiers: 1_000, defauts: 0.01, surDefaut: (d) => defauts.push(d) });
    expect(new Set(defauts.map((d) => d.nature))).toEqual(new Set(NATURES_DE_DEFAUT));
    const sains = dossiers(flux({ dossiers: 1_000 }));
    const changes = dossiers(abime).flatMap((d, i) => (d === sains[i] ? [] : [i]));
    expect(changes).toEqual(defauts.map((d) => d.emplacement));
    expect(defauts.length).toBeGreaterThan(40);
    expect(defauts.length).toBeLessThan(110);
  });

  test("une personne redite l’est sous une autre demande, sans NIR, à une lettre de son nom", () => {
    const redites: string[] = [];
    const xml = flux({ redites: 1, surRedite: (numero) => redites.push(numero) });
    const sains = dossiers(flux());
    const [redite, ...autres] = dossiers(xml).filter((d) => !sains.includes(d));
    expect(autres).toEqual([]);
    expect(redites).toHaveLength(1);
    const premiere = sains.find((d) => d.includes(`>${redites[0]}<`)) ?? "";
    for (const balise of ["PRENOM", "DTNAI", "SEXE", "NUMCOM"])
      expect(valeurs(redite ?? "", balise)).toEqual(valeurs(premiere, balise));
    for (const balise of ["NOM", "NUMDEMRSA", "MATRICULE"])
      expect(valeurs(redite ?? "", balise)).not.toEqual(valeurs(premiere, balise));
    expect(valeurs(redite ?? "", "NIR")).toEqual([]);
    expect(Number(valeurs(xml, "NBTOTDOSRSATRANSM")[0])).toBe(sains.length + 1);
    valider(xml);
  });
});
