import { defineConfig } from "vitest/config";

// biome-ignore lint/style/noDefaultExport: the tool reads the default export
export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    include: ["src/**/*.test.{ts,tsx}", "referentiels/**/*.test.ts"],
    globalSetup: ["src/app/testing/global-setup.ts"],
    setupFiles: ["src/app/testing/setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    reporters: ["default", "./src/app/testing/closing-line.ts"],
  },
});
