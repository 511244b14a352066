import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { DomainError } from "#platform/errors/domain-error.ts";
import { ecrireFlux } from "../generateur/ecrire-flux.ts";
import { decoder, type Encodage } from "./encodage.ts";
import { LecteurAilleurs, reprendreLecture } from "./lire-ailleurs.ts";
import { type Enregistrement, lireFlux } from "./lire-flux.ts";
import { lireFoyer, type NatureDeFlux } from "./lire-foyer.ts";

async function fluxAbime(nature: NatureDeFlux, encodage: Encodage): Promise<Enregistrement[]> {
  const dossier = mkdtempSync(join(tmpdir(), "jalon-ailleurs-"));
  onTestFinished(() => rmSync(dossier, { recursive: true, force: true }));
  const chemin = join(dossier, "flux.xml");
  await ecrireFlux(chemin, {
    dossiers: 60,
    departement: { code: "80" },
    graine: 11,
    mois: "2026-08",
    nature,
    tous: true,
    encodage: encodage === "utf-8" ? "UTF-8" : "windows-1252",
  });
  const lus: Enregistrement[] = [];
  for await (const lu of lireFlux(chemin, { encodage }))
    lus.push(lu.rang % 7 === 3 ? abimer(lu, encodage) : lu);
  return lus;
}

/** Not closed, of another name, or with bytes no encoding has. */
function abimer(lu: Enregistrement, encodage: Encodage): Enregistrement {
  const texte = lu.texte();
  const abimes = [
    texte.slice(0, -20),
    texte.replaceAll("NUMDEMRSA", "NUMERO"),
    texte.replaceAll("Personne>", "Quelquun>"),
  ];
  const brut = Buffer.from(abimes[lu.rang % abimes.length] ?? "", "latin1");
  if (lu.rang % 2 === 0) brut[brut.length >> 1] = 0x81;
  return { ...lu, brut, texte: () => decoder(brut, encodage) };
}

const resultat = (lire: () => unknown) => {
  try {
    return lire();
  } catch (refus) {
    if (!(refus instanceof DomainError)) throw refus;
    return { code: refus.code, message: refus.message, details: refus.details };
  }
};

test.for([
  ["beneficiaires", "windows-1252"],
  ["beneficiaires", "utf-8"],
  ["instructions", "windows-1252"],
] as const)(
  "ce qu’un autre fil lit est ce qu’on lit ici, refus compris : %s en %s",
  async ([nature, encodage]) => {
    const enregistrements = await fluxAbime(nature, encodage);
    const lecteur = new LecteurAilleurs(encodage, nature);
    onTestFinished(() => lecteur.fermer());
    const ailleurs = await lecteur.lire(enregistrements);
    const ici = enregistrements.map(({ texte }) => resultat(() => lireFoyer(texte(), nature)));
    expect(ailleurs.map((json) => resultat(() => reprendreLecture(json)))).toEqual(ici);
    expect(ici.filter((lu) => "code" in (lu as object)).length).toBeGreaterThan(2);
  },
);
