import { readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { renderDocument } from "../render.ts";
import { galleryPages } from "./galerie.tsx";

const assets = {
  css: "/actifs/app.css",
  script: "/actifs/ameliorer.js",
  icon: "/actifs/icone.svg",
  fonts: [],
};
const pages = galleryPages.map(
  ({ name, render }) => [name, renderDocument(render(assets))] as const,
);

function every(html: string, pattern: RegExp): readonly string[] {
  return [...html.matchAll(pattern)].map((match) => match[1] ?? "");
}

describe.each(pages)("la page « %s »", (_, html) => {
  it("est un document français avec un seul titre", () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="fr">/);
    expect(every(html, /<h1[^>]*>(.*?)<\/h1>/g)).toHaveLength(1);
    expect(every(html, /<main[^>]*id="(\w+)"/g)).toEqual(["contenu"]);
  });

  it("ne donne pas deux fois le même identifiant", () => {
    const ids = every(html, /\sid="([^"]+)"/g);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it("ne renvoie qu’à des identifiants présents", () => {
    const ids = new Set(every(html, /\sid="([^"]+)"/g));
    const targets = [
      ...every(html, /\s(?:for|aria-labelledby|form|popovertarget|list)="([^"]+)"/g),
      ...every(html, /\saria-describedby="([^"]+)"/g).flatMap((value) => value.split(" ")),
      ...every(html, /href="#([^"]+)"/g),
    ];
    expect(targets.filter((target) => !ids.has(target))).toEqual([]);
  });

  it("donne un nom à chaque champ", () => {
    const labelled = new Set(every(html, /<label[^>]*\sfor="([^"]+)"/g));
    const inLabel = new Set(every(html, /<label class="choice"><input[^>]*\sid="([^"]+)"/g));
    const nameless = (html.match(/<(?:input|select|textarea)\b[^>]*>/g) ?? []).filter((tag) => {
      const id = /\sid="([^"]+)"/.exec(tag)?.[1] ?? "";
      return !/type="hidden"|aria-label=/.test(tag) && !labelled.has(id) && !inLabel.has(id);
    });
    expect(nameless).toEqual([]);
  });

  it("ne porte ni style ni script dans le texte", () => {
    expect(html).not.toMatch(/\sstyle=|\son\w+=|<style|<script(?![^>]*\ssrc=)/);
  });
});

it("chaque composant est montré dans la galerie", async () => {
  const components = (await readdir(new URL("../components/", import.meta.url))).filter((name) =>
    name.endsWith(".tsx"),
  );
  const sources = await Promise.all(
    ["cadre", "liste", "personne", "formulaire", "etats"].map((name) =>
      readFile(new URL(`./${name}.tsx`, import.meta.url), "utf8"),
    ),
  );
  const used = sources.join("\n");
  const inside = new Set([
    "accessibility-link.tsx",
    "brand.tsx",
    "breadcrumb.tsx",
    "document.tsx",
    "field.tsx",
    "icon.tsx",
    "scroll-region.tsx",
    "trend.tsx",
  ]);
  expect(components.length).toBeGreaterThan(25);
  expect(
    components.filter((name) => !inside.has(name) && !used.includes(`components/${name}`)),
  ).toEqual([]);
});
