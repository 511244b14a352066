import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { DomainError } from "#platform/errors/domain-error.ts";
import { dossierTemporaire } from "./dossier-temporaire.ts";
import type { Encodage } from "./encodage.ts";
import { examinerFlux } from "./examiner-flux.ts";
import { flux, fluxDeDeux, foyer, personne } from "./flux-de-test.ts";
import { type Enregistrement, lireFlux, type OptionsDeLecture } from "./lire-flux.ts";
import { lireFoyer } from "./lire-foyer.ts";

const deposer = dossierTemporaire();

async function lire(
  contenu: string | Buffer,
  options: OptionsDeLecture = { encodage: "windows-1252" },
) {
  const lus: Enregistrement[] = [];
  for await (const lu of lireFlux(await deposer(contenu), options)) lus.push(lu);
  return lus;
}

/** What the import will do with each record: the household's name, or the code of the reject. */
function verdict(texte: () => string, erreur: DomainError | null): string {
  try {
    if (erreur !== null) throw erreur;
    return lireFoyer(texte(), "beneficiaires").foyer.personnes[0]?.nom ?? "";
  } catch (cause) {
    if (cause instanceof DomainError) return cause.code;
    throw cause;
  }
}

const verdicts = async (contenu: string | Buffer, encodage: Encodage = "windows-1252") =>
  (await lire(contenu, { encodage })).map(({ texte, erreur }) => verdict(texte, erreur));

test("un enregistrement porte son rang, sa ligne, ses octets, son empreinte et sa clé", async () => {
  const contenu = fluxDeDeux();
  const [premier, second] = await lire(contenu);
  expect(premier).toMatchObject({
    rang: 1,
    erreur: null,
    cle: { numeroDemande: "10000000001", matricule: "000123400000000", numeroOrganisme: "521" },
  });
  expect(premier?.brut.toString("latin1")).toBe(foyer("10000000001"));
  expect(contenu.split("\n")[(second?.ligne ?? 0) - 1]).toBe("<InfosFoyerRSA>");
  expect(second?.rang).toBe(2);
  expect(second?.empreinte).not.toEqual(premier?.empreinte);
});

test("l’empreinte d’un dossier ne change qu’avec ses octets, où qu’il soit dans le fichier", async () => {
  const [seul] = await lire(flux(foyer("7")));
  const [, deplace, change] = await lire(
    gzipSync(
      Buffer.from(flux(`${foyer("1")}\n\n${foyer("7")}${foyer("7", personne("X"))}`), "latin1"),
    ),
  );
  expect(deplace?.empreinte).toEqual(seul?.empreinte);
  expect(change?.empreinte).not.toEqual(seul?.empreinte);
});

test("une lecture reprend au rang voulu, avec les mêmes enregistrements", async () => {
  const contenu = flux(`${foyer("1")}bruit${foyer("2")}${foyer("3")}`);
  const tout = await lire(contenu);
  const suite = await lire(contenu, { encodage: "windows-1252", depuisRang: 3 });
  expect(tout.map(({ rang, cle }) => [rang, cle?.numeroDemande])).toEqual([
    [1, "1"],
    [2, undefined],
    [3, "2"],
    [4, "3"],
  ]);
  const identite = ({ rang, ligne, empreinte }: (typeof tout)[number]) => [rang, ligne, empreinte];
  expect(suite.map(identite)).toEqual(tout.slice(2).map(identite));
});

test("un mauvais dossier n’arrête pas les autres : chacun a son motif", async () => {
  const corps = [
    foyer("1", personne("UN")),
    foyer("2", "<Personne></Persone>"),
    foyer("3").replace("</InfosFoyerRSA>", ""),
    foyer("4", personne("QUATRE")),
    "bruit",
    foyer("5", `<NOM>${"x".repeat(2_200_000)}</NOM>`),
    foyer("", personne("SIX")),
    foyer("7", personne("SEPT")),
  ].join("\n");
  expect(await verdicts(flux(corps, { total: 7 }))).toEqual([
    "UN",
    "enregistrement.illisible",
    "enregistrement.sans-fin",
    "QUATRE",
    "enregistrement.intrus",
    "enregistrement.trop-long",
    "enregistrement.incomplet",
    "SEPT",
  ]);
});

test("un dossier rejeté garde sa clé et le début de son texte brut", async () => {
  const [trop] = await lire(flux(foyer("5", `<NOM>${"x".repeat(2_200_000)}</NOM>`)));
  expect(trop?.cle?.numeroDemande).toBe("5");
  expect(trop?.brut).toHaveLength(65_536);
  expect(trop?.texte()).toMatch(/^<InfosFoyerRSA>/);
});

test("les accents se lisent dans chaque encodage, et l’apostrophe et l’œ de windows-1252", async () => {
  const nom = "D’ŒUVRÉ €";
  const utf8 = Buffer.from(flux(foyer("1", personne(nom)), { encodage: "UTF-8" }));
  expect(await verdicts(utf8, "utf-8")).toEqual([nom]);
  const w1252 = flux(foyer("1", personne("D\x92\x8cUVR\xc9 \x80")));
  expect(await verdicts(w1252)).toEqual([nom]);
  const latin9 = flux(foyer("1", personne("\xbcUVR\xc9 \xa4")));
  expect(await verdicts(latin9, "iso-8859-15")).toEqual(["ŒUVRÉ €"]);
});

test("des octets hors de l’encodage annoncé rejettent leur dossier, et lui seul", async () => {
  const melange = Buffer.concat([
    Buffer.from(flux(`${foyer("1", personne("ÉTÉ"))}#`, { encodage: "UTF-8" }).split("#")[0] ?? ""),
    Buffer.from(foyer("2", personne("ÉTÉ")), "latin1"),
    Buffer.from(foyer("3", personne("NOËL"))),
    Buffer.from("</Racine>"),
  ]);
  expect(await verdicts(melange, "utf-8")).toEqual(["ÉTÉ", "enregistrement.encodage", "NOËL"]);
  const indefini = flux(`${foyer("1", personne("A\x81"))}${foyer("2", personne("B"))}`);
  expect(await verdicts(indefini)).toEqual(["enregistrement.encodage", "B"]);
});

test("des octets abîmés donnent un foyer ou un motif, et les dossiers intacts restent intacts", async () => {
  const intact = foyer("9", personne("INTACT"));
  const contenu = Buffer.from(flux(`${foyer("1")}${intact}`), "latin1");
  const debut = contenu.indexOf("<InfosFoyerRSA>");
  const longueur = foyer("1").length;
  const mutation = fc.tuple(fc.nat(longueur - 9), fc.uint8Array({ minLength: 1, maxLength: 8 }));
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 6 }), async (mutations) => {
      const abime = Buffer.from(contenu);
      for (const [place, octets] of mutations) abime.set(octets, debut + place);
      const lus = await verdicts(abime);
      expect(lus.at(-1)).toBe("INTACT");
    }),
    { numRuns: 300 },
  );
});

test("une longue lecture tient dans peu de mémoire", async () => {
  const un = foyer("1", personne().repeat(40));
  const chemin = await deposer(flux(`${un}\n`.repeat(Math.ceil(40_000_000 / un.length))));
  expect(readFileSync(chemin).length).toBeGreaterThan(40_000_000);
  globalThis.gc?.();
  const avant = process.memoryUsage().arrayBuffers;
  let sommet = 0;
  let lus = 0;
  for await (const { rang } of lireFlux(chemin, { encodage: "windows-1252" })) {
    lus = rang;
    if (rang % 500 === 0) sommet = Math.max(sommet, process.memoryUsage().arrayBuffers - avant);
  }
  expect(lus).toBe((await examinerFlux(chemin)).enregistrements);
  expect(sommet).toBeLessThan(100_000_000);
});
