import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, stop } from "esbuild";
import { buildAssets } from "#platform/ui/assets.ts";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

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
 * The whole product in one folder: `cli.js` and its pieces, its threads, and `client/` with what browsers load,
 * named by content, with the manifest that gives each source its file.
 */
export async function buildProduct(outdir: string): Promise<void> {
  await Promise.all([
    build({
      ...server,
      absWorkingDir: root,
      entryPoints: {
        cli: "src/app/cli.ts",
        "pdf-worker": "src/platform/pdf/worker.ts",
        "lecture-caf": "src/echanges/caf/lecture/fil.ts",
      },
      outdir,
      splitting: true,
      chunkNames: "morceaux/[name]-[hash]",
    }),
    buildAssets(join(outdir, "client")),
  ]);
  // Its process would live as long as the server that has just been compiled.
  await stop();
}

/** One script of `e2e/` or `bench/`, which imports sources with JSX. */
export async function bundleTool(entry: string, outfile: string): Promise<void> {
  await build({ ...server, absWorkingDir: root, entryPoints: [entry], outfile });
  await stop();
}
