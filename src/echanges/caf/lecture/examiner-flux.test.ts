import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { DomainError } from "#platform/errors/domain-error.ts";
import { zipOf } from "#platform/testing/zip-of.ts";
import { DetecteurDeDeclarations } from "./declarations.ts";
import { dossierTemporaire } from "./dossier-temporaire.ts";
import { examinerFlux } from "./examiner-flux.ts";
import {
  ECHANTILLON,
  EN_TETE,
  EN_TETE_INSTRUCTIONS,
  flux,
  fluxDeDeux,
  foyer,
  identification,
} from "./flux-de-test.ts";

const deposer = dossierTemporaire();
const examiner = async (contenu: string | Buffer) => examinerFlux(await deposer(contenu));

test("l’examen dit d’un flux son en-tête, son encodage, ses nombres et sa provenance", async () => {
  const corps = `${foyer("1")}${foyer("2")} bruit ${foyer("3").replace("052", "02A").replace("521", "2A1")}`;
  const contenu = Buffer.from(flux(corps, { total: 3 }), "latin1");
  expect(await examiner(contenu)).toEqual({
    sha256: createHash("sha256").update(contenu).digest("hex"),
    taille: contenu.length,
    tailleFichier: contenu.length,
    conteneur: "plain",
    encodage: "windows-1252",
    entete: {
      application: "CRI",
      version: "6200",
      periodicite: "M",
      nature: "D",
      creeLe: "2025-03-05",
      heure: "01:18:36.0000",
      reference: "2025-02-28",
    },
    nature: "beneficiaires",
    enregistrements: 4,
    intrus: 1,
    annonces: { dossiers: 3, anomalies: 0, demandes: null },
    departements: [
      { code: "52", nombre: 2 },
      { code: "2A", nombre: 1 },
    ],
    organismes: [
      { famille: "CAF", numero: "521", nombre: 2 },
      { famille: "CAF", numero: "2A1", nombre: 1 },
    ],
  });
});

test("le même flux compressé a la même empreinte", async () => {
  const contenu = Buffer.from(fluxDeDeux(), "latin1");
  const { sha256 } = await examiner(contenu);
  expect(await examiner(gzipSync(contenu))).toMatchObject({ sha256, conteneur: "gzip" });
  const zip = zipOf([{ name: "RSABEM.xml", content: contenu }]);
  expect(await examiner(zip)).toMatchObject({ sha256, conteneur: "zip" });
});

test("un flux d’instructions est du jour de sa création, faute de date de référence", async () => {
  const corps = `<InfoDemandeRSA>${identification("1")}</InfoDemandeRSA>`;
  expect(await examiner(flux(corps, { entete: EN_TETE_INSTRUCTIONS }))).toMatchObject({
    nature: "instructions",
    enregistrements: 1,
    entete: { periodicite: "I", reference: "2025-03-05", heure: null },
  });
});

test("l’encodage vient de la marque d’ordre des octets, puis du prologue, puis est UTF-8", async () => {
  const encodages = async (contenu: string) => (await examiner(contenu)).encodage;
  expect(await encodages(flux(foyer("1"), { encodage: "ISO-8859-1" }))).toBe("windows-1252");
  expect(await encodages(flux(foyer("1"), { encodage: "iso-8859-15" }))).toBe("iso-8859-15");
  expect(await encodages(`\xef\xbb\xbf${fluxDeDeux()}`)).toBe("utf-8");
  expect(await encodages(fluxDeDeux().replace(/<\?xml.*\?>\n/, ""))).toBe("utf-8");
});

test("une remarque accentuée avant l’en-tête ne gêne pas l’examen", async () => {
  const contenu = fluxDeDeux().replace("<Racine", "<!-- \xc3\x81 \x81 --><Racine");
  expect(await examiner(contenu)).toMatchObject({ enregistrements: 2, intrus: 0 });
});

const NATURE_C = EN_TETE.replace("<NATFLUX>D", "<NATFLUX>C");
const CAS: readonly (readonly [string, string | Buffer, string, RegExp])[] = [
  ["un fichier vide", "", "flux.vide", /vide/],
  ["un fichier de zéros", Buffer.alloc(5000), "flux.vide", /vide/],
  ["un flux sans dossier", flux(""), "flux.vide", /aucun dossier/],
  ["un PDF", "%PDF-1.7\n1 0 obj", "flux.illisible", /un PDF/],
  ["une image", Buffer.from("89504e470d0a1a0a", "hex"), "flux.illisible", /une image/],
  ["un CSV", "NOM;PRENOM\nLEFEVRE;INES\n", "flux.illisible", /CSV/],
  ["un JSON", '{"nom": "LEFEVRE"}', "flux.illisible", /JSON/],
  ["une page web", "<!DOCTYPE html><html></html>", "flux.illisible", /HTML/],
  ["des octets au hasard", Buffer.from("0102030405", "hex"), "flux.illisible", /type inconnu/],
  [
    "un classeur XLSX",
    zipOf([
      { name: "[Content_Types].xml", content: Buffer.from("<a/>") },
      { name: "xl/workbook.xml", content: Buffer.from("<a/>") },
    ]),
    "flux.illisible",
    /XLSX/,
  ],
  [
    "un zip à deux fichiers",
    zipOf([
      { name: "a.xml", content: Buffer.from(fluxDeDeux()) },
      { name: "b.xml", content: Buffer.from(fluxDeDeux()) },
    ]),
    "flux.archive",
    /plusieurs fichiers/,
  ],
  ["un gzip dans un gzip", gzipSync(gzipSync("a")), "flux.illisible", /archive dans une archive/],
  ["un gzip tronqué", gzipSync(fluxDeDeux()).subarray(0, 200), "flux.archive", /tronquée/],
  ["une bombe", gzipSync(`<Racine>${" ".repeat(110_000_000)}`), "flux.archive", /démesurément/],
  ["de l’UTF-16", Buffer.from(`\ufeff${fluxDeDeux()}`, "utf16le"), "flux.encodage", /UTF-16/],
  ["de l’UTF-16 sans marque", Buffer.from(fluxDeDeux(), "utf16le"), "flux.encodage", /UTF-16/],
  ["un encodage inconnu", flux("", { encodage: "EBCDIC-FR" }), "flux.encodage", /EBCDIC-FR/],
  [
    "une bombe d’entités",
    fluxDeDeux().replace("<Racine", '<!DOCTYPE Racine [<!ENTITY a "b">]><Racine'),
    "flux.doctype",
    /DOCTYPE/,
  ],
  [
    "une entité loin dans le fichier",
    flux(`${foyer("1")}<!ENTITY a "b">`),
    "flux.doctype",
    /ENTITY/,
  ],
  ["un autre XML", "<facture><total>1</total></facture>", "flux.type-inconnu", /facture/],
  ["un flux des créances", flux("", { entete: NATURE_C }), "flux.type-inconnu", /« C »/],
  ["un flux financier", flux("<InfosFinancieresFoyerRSA/>"), "flux.type-inconnu", /Financieres/],
  [
    "des instructions sous un en-tête de bénéficiaires",
    flux("<InfoDemandeRSA></InfoDemandeRSA>"),
    "flux.type-inconnu",
    /InfoDemandeRSA/,
  ],
  ["un flux sans en-tête", flux(foyer("1"), { entete: "" }), "flux.entete", /IdentificationFlux/],
  [
    "un en-tête sans nature",
    flux(foyer("1"), { entete: EN_TETE.replace(/<NATFLUX>.*<\/NATFLUX>/, "") }),
    "flux.entete",
    /NATFLUX/,
  ],
  [
    "un en-tête à date impossible",
    flux(foyer("1"), { entete: EN_TETE.replace("2025-02-28", "2025-02-30") }),
    "flux.entete",
    /DTREF.*2025-02-30/,
  ],
  [
    "un en-tête mal formé",
    flux(foyer("1"), { entete: EN_TETE.replace("</TYPEFLUX>", "") }),
    "flux.entete",
    /bien formé/,
  ],
];

test.each(CAS)("%s : refusé avec sa raison", async (_nom, contenu, code, message) => {
  await expect(examiner(contenu)).rejects.toEqual(
    expect.objectContaining({ code, message: expect.stringMatching(message) }),
  );
});

test("un flux coupé, où que ce soit, est refusé avec la ligne où il s’arrête", async () => {
  const contenu = fluxDeDeux().trimEnd();
  const debut = contenu.indexOf("<Racine") + 100;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: debut, max: contenu.length - 1 }), async (place) => {
      const ligne = contenu.slice(0, place).split("\n").length;
      await expect(examiner(contenu.slice(0, place))).rejects.toMatchObject({
        code: "flux.tronque",
        message: expect.stringContaining(`s’arrête à la ligne ${ligne},`),
      });
    }),
    { numRuns: 60 },
  );
});

test("une déclaration hostile est vue quelle que soit la coupe des octets", () => {
  const hostile = Buffer.from("<a>!</a> <!-- --> <![CDATA[!]]> <!DOCTYPE a>");
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 12 })), fc.boolean(), (tailles, sain) => {
      const octets = sain ? hostile.subarray(0, -14) : hostile;
      const detecteur = new DetecteurDeDeclarations();
      let trouve = false;
      let place = 0;
      for (const taille of [...tailles, octets.length]) {
        if (detecteur.trouve(octets.subarray(place, place + taille))) trouve = true;
        place += taille;
      }
      expect(trouve).toBe(!sain);
    }),
  );
});

test("un flux aux octets abîmés est examiné ou refusé, jamais autre chose", async () => {
  const contenu = Buffer.from(fluxDeDeux(), "latin1");
  const mutation = fc.tuple(
    fc.nat(contenu.length - 1),
    fc.uint8Array({ minLength: 1, maxLength: 6 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 5 }), async (mutations) => {
      const abime = Buffer.from(contenu);
      for (const [place, octets] of mutations)
        abime.set(octets.slice(0, contenu.length - place), place);
      const erreur: unknown = await examiner(abime).then(
        () => null,
        (cause: unknown) => cause,
      );
      if (erreur !== null) expect(erreur).toBeInstanceOf(DomainError);
    }),
    { numRuns: 200 },
  );
});

test("le fichier d’exemple est un flux mensuel de la Haute-Marne, qui annonce un dossier et en contient deux", async () => {
  if (!existsSync(ECHANTILLON)) {
    process.stderr.write("ABSENT : ../shared/data/caf/RSABEM.xml, essai réduit à rien\n");
    return;
  }
  expect(await examinerFlux(fileURLToPath(ECHANTILLON))).toMatchObject({
    nature: "beneficiaires",
    encodage: "windows-1252",
    entete: { periodicite: "M", reference: "2022-02-28" },
    enregistrements: 2,
    intrus: 0,
    annonces: { dossiers: 1, anomalies: 0 },
    departements: [{ code: "52", nombre: 2 }],
    organismes: [{ famille: "CAF", numero: "521", nombre: 2 }],
  });
});
