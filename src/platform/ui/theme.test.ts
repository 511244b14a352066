import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { contrast } from "./color.ts";
import { contrastProblem, defaultColours, themeCss } from "./theme.ts";

/** Each token with its light and its dark value, as the sheet has them. */
async function tokens(): Promise<ReadonlyMap<string, readonly [string, string]>> {
  const css = await readFile(new URL("./styles/tokens.css", import.meta.url), "utf8");
  const found = css.matchAll(/--([\w-]+):\s*light-dark\((#\w{6}),\s*(#\w{6})\)/g);
  return new Map(
    [...found].map(([, name = "", light = "", dark = ""]) => [name, [light, dark] as const]),
  );
}

const grounds = ["paper", "surface", "surface-2"];
const tones = ["late", "soon", "ok", "waiting", "closed", "a", "b", "c", "d", "e", "f"];

describe("contrastes", () => {
  it("le texte que l’on lit atteint 7 sur tous les fonds, clairs et sombres", async () => {
    const all = await tokens();
    const pairs = [
      ...grounds.flatMap((ground) => ["ink", "ink-2"].map((ink) => [ink, ground] as const)),
      ...tones.map((tone) => [`${tone}-ink`, `${tone}-soft`] as const),
      ["action", "surface"] as const,
      ["action-ink", "action"] as const,
    ];
    expect(all.size).toBeGreaterThan(45);
    expect(weak(all, pairs, 7)).toEqual([]);
  });

  it("les liens et les mots de couleur atteignent 4,5 partout où ils sont posés", async () => {
    const all = await tokens();
    const inks = ["action", "late-ink", "soon-ink", "ok-ink", "waiting-ink"];
    const pairs = [...grounds, "action-soft", "late-soft"].flatMap((ground) =>
      inks.map((ink) => [ink, ground] as const),
    );
    expect(weak(all, pairs, 4.5)).toEqual([]);
  });

  it("les bords des champs, les points des états et le focus atteignent 3", async () => {
    const all = await tokens();
    const marks = ["line-strong", "focus", ...tones];
    const pairs = ["surface", "paper"].flatMap((ground) =>
      marks.map((mark) => [mark, ground] as const),
    );
    expect(weak(all, pairs, 3)).toEqual([]);
  });
});

function weak(
  all: ReadonlyMap<string, readonly [string, string]>,
  pairs: readonly (readonly [string, string])[],
  floor: number,
): readonly string[] {
  return pairs.flatMap(([ink, ground]) =>
    [0, 1].flatMap((theme) => {
      const ratio = contrast(
        all.get(ink)?.[theme] ?? "#000000",
        all.get(ground)?.[theme] ?? "#000000",
      );
      return ratio >= floor
        ? []
        : [`${ink} sur ${ground} (${theme === 0 ? "clair" : "sombre"}) : ${ratio.toFixed(2)}`];
    }),
  );
}

describe("couleurs du département", () => {
  it("le contraste suit la règle des WCAG", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  });

  it("une couleur trop claire est refusée avec ce qu’il faut faire", () => {
    expect(contrastProblem("#f2c200")).toContain("Choisissez une teinte plus foncée");
    expect(contrastProblem("rouge")).toContain("#12343f");
    expect(contrastProblem("#7a1020")).toBeNull();
    expect(contrastProblem(defaultColours.primary)).toBeNull();
  });

  it("une valeur qui n’est pas une couleur n’entre jamais dans la feuille de style", () => {
    const css = themeCss({ primary: "#7a1020", secondary: "red}body{display:none" });
    expect(css).toContain("--frame:#7a1020");
    expect(css).not.toContain("body");
    expect(themeCss({ primary: "#ffff00", secondary: "#ffffff" })).toContain(
      defaultColours.primary,
    );
  });
});
