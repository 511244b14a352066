import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Metafile } from "esbuild";
import type { DocumentAssets } from "./components/document.tsx";

interface Asset {
  /** Name with its hash, served for a year: `app-3F9A2C1B.css`. */
  readonly file: string;
  readonly bytes: number;
  readonly gzip: number;
}

/** Plain name → what was built: `app.css`, `ameliorer.js`, `icone.svg`, the fonts. */
export type AssetManifest = Readonly<Record<string, Asset>>;

/** First segment of the address of every asset. The server answers it from the folder of `buildAssets`. */
export const assetsPrefix = "/actifs/";

const manifestFile = "manifeste.json";
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What this design system builds. Modules add their islands: `buildAssets(outDir, ["src/…/web/ilot.tsx"])`. */
const entryPoints: readonly string[] = [here("./client/ameliorer.ts"), here("./styles/app.css")];

/** Bundles scripts, sheets and fonts into `outDir` under hashed names, and writes the manifest beside them. */
export async function buildAssets(
  outDir: string,
  islands: readonly string[] = [],
): Promise<AssetManifest> {
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  // Only a build needs the bundler: a server that starts does not load it.
  const { build } = await import("esbuild");
  const { metafile } = await build({
    entryPoints: [...entryPoints, ...islands],
    outdir: outDir,
    bundle: true,
    minify: true,
    format: "esm",
    splitting: true,
    target: ["chrome123", "firefox120", "safari17.5"],
    jsx: "automatic",
    jsxImportSource: "preact",
    loader: { ".woff2": "file" },
    entryNames: "[name]-[hash]",
    chunkNames: "commun-[hash]",
    assetNames: "[name]-[hash]",
    metafile: true,
    logLevel: "warning",
  });
  const built = await Promise.all(
    outputsOf(metafile).map(([name, file]) => measure(outDir, name, file)),
  );
  const manifest = Object.fromEntries([...built, await copyIcon(outDir)]);
  await writeFile(join(outDir, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** The manifest of a folder already built: what a server reads when it starts. */
export async function readManifest(outDir: string): Promise<AssetManifest> {
  return JSON.parse(await readFile(join(outDir, manifestFile), "utf8")) as AssetManifest;
}

export interface Assets {
  /** Address of a plain name; throws when it was not built. */
  href(name: string): string;
  /** What `Shell` and `SignInLayout` take. */
  readonly document: DocumentAssets;
}

export function createAssets(manifest: AssetManifest, prefix = assetsPrefix): Assets {
  const href = (name: string): string => {
    const asset = manifest[name];
    if (asset === undefined) throw new Error(`Asset "${name}" was not built: run the build again.`);
    return prefix + asset.file;
  };
  return {
    href,
    document: {
      css: href("app.css"),
      script: href("ameliorer.js"),
      icon: href("icone.svg"),
      fonts: [
        href("atkinson-hyperlegible-latin-400-normal.woff2"),
        href("atkinson-hyperlegible-latin-700-normal.woff2"),
      ],
    },
  };
}

function outputsOf(metafile: Metafile): readonly (readonly [name: string, file: string])[] {
  return Object.keys(metafile.outputs).map((path) => {
    const file = basename(path);
    return [file.replace(/-[A-Z0-9]{8}(?=\.\w+$)/, ""), file] as const;
  });
}

async function measure(
  outDir: string,
  name: string,
  file: string,
): Promise<readonly [string, Asset]> {
  const content = await readFile(join(outDir, file));
  return [name, { file, bytes: content.byteLength, gzip: gzipSync(content).byteLength }];
}

async function copyIcon(outDir: string): Promise<readonly [string, Asset]> {
  const content = await readFile(here("./styles/icone.svg"));
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 8).toUpperCase();
  const file = `icone-${hash}.svg`;
  await writeFile(join(outDir, file), content);
  return measure(outDir, "icone.svg", file);
}
