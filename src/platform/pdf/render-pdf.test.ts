import { expect, test } from "vitest";
import { renderPdfs, renderSvg } from "./render-pdf.ts";

const source = `
#set document(title: "Essai", date: none)
#set text(lang: "fr", font: ("Atkinson Hyperlegible", "Libertinus Serif"), fallback: false)
#let donnees = json("/data.json")
= #donnees.titre
#donnees.texte
`;

const document = (texte: string) => ({ titre: "Essai", texte });

test("un document est un PDF/UA balisé, titré, dans sa police", async () => {
  const [rendu] = await renderPdfs(source, [document("Œuvre d’été à 12 €, « naïve »")]);
  expect(rendu?.accessible).toBe(true);
  const octets = rendu?.bytes.toString("latin1") ?? "";
  expect(octets.slice(0, 5)).toBe("%PDF-");
  expect(octets).toContain("pdfuaid:part");
  expect(octets).toContain("/StructTreeRoot");
  expect(octets).toContain("AtkinsonHyperlegible");
});

test("les noms de toute l’Europe s’écrivent, dans les polices du produit seulement", async () => {
  const [rendu] = await renderPdfs(source, [document("Łukasz Dvořák, Șerban Őry, Ελένη, Жанна")]);
  expect(rendu?.accessible).toBe(true);
});

test("les mêmes données donnent les mêmes octets", async () => {
  const [un, deux] = await renderPdfs(source, [document("Pareil"), document("Pareil")]);
  expect(un?.bytes.equals(deux?.bytes ?? Buffer.alloc(0))).toBe(true);
});

test("ce que quelqu’un écrit n’est jamais une commande de mise en page", async () => {
  const malin = '#panic("lu comme du code") *gras* $x$ #read("package.json") \\ <a> @b `c`';
  const [rendu, autre] = await renderPdfs(source, [document(malin), document("doux")]);
  expect(rendu?.accessible).toBe(true);
  expect(autre?.accessible).toBe(true);
});

test("un caractère qu’aucune police ne dessine n’arrête pas l’impression, et se dit", async () => {
  const [rendu, suivant] = await renderPdfs(source, [document("漢字"), document("Suivant")]);
  expect(rendu).toMatchObject({ accessible: false });
  expect(suivant).toMatchObject({ accessible: true });
});

test("une source fausse est une erreur dite, et la suivante s’imprime", async () => {
  await expect(renderPdfs("#inconnu", [{}])).rejects.toThrow(/Typesetting failed/u);
  expect(await renderPdfs(source, [document("Après")])).toHaveLength(1);
});

test("une page se montre aussi en image, sans style ni script", async () => {
  const svg = await renderSvg(source, document("Image"));
  expect(svg).toMatch(/^<svg/u);
  expect(svg).not.toMatch(/<script|<style|style=/u);
});
