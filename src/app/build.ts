import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type Metafile } from "esbuild";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const clientSources = join(root, "src", "platform", "ui", "client");
const stylesheet = join(root, "src", "platform", "ui", "styles", "app.css");

const server: BuildOptions = {
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node24",
  packages: "external",
  jsx: "automatic",
  jsxImportSource: "preact",
  sourcemap: true,
  logLevel: "warning",
};

/**
 * The whole product in one folder: `cli.js` and its pieces, and `client/` with what browsers load,
 * named by content, and `manifest.json` from a source's name (`jalon.js`, `app.css`) to its file.
 */
export async function buildProduct(outdir: string): Promise<void> {
  await Promise.all([
    build({
      ...server,
      absWorkingDir: root,
      entryPoints: { cli: "src/app/cli.ts" },
      outdir,
      splitting: true,
      chunkNames: "morceaux/[name]-[hash]",
    }),
    buildClient(join(outdir, "client")),
  ]);
}

/** One script of `e2e/` or `bench/`, which imports sources with JSX. */
export async function bundleTool(entry: string, outfile: string): Promise<void> {
  await build({ ...server, absWorkingDir: root, entryPoints: [entry], outfile });
}

async function buildClient(outdir: string): Promise<void> {
  const entryPoints = clientEntries();
  if (entryPoints.length === 0) return;
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints,
    outdir,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: ["es2022"],
    jsx: "automatic",
    jsxImportSource: "preact",
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    loader: { ".woff2": "file", ".woff": "file", ".svg": "file", ".png": "file" },
    splitting: true,
    metafile: true,
    logLevel: "warning",
  });
  writeFileSync(join(outdir, "manifest.json"), JSON.stringify(manifestOf(metafile)));
}

function clientEntries(): string[] {
  const scripts = existsSync(clientSources)
    ? readdirSync(clientSources)
        .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
        .map((name) => join(clientSources, name))
    : [];
  return existsSync(stylesheet) ? [...scripts, stylesheet] : scripts;
}

function manifestOf(metafile: Metafile): Record<string, string> {
  const manifest: Record<string, string> = {};
  for (const [output, { entryPoint }] of Object.entries(metafile.outputs)) {
    if (entryPoint === undefined) continue;
    manifest[basename(entryPoint).replace(/\.tsx?$/, ".js")] = basename(output);
  }
  return manifest;
}
