import type { Reporter, TestModule } from "vitest/node";

/** `N passed, N failed` alone on the last line. A file that could not be read counts as a failure. */
class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandled.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const one of module.children.allTests()) counts[one.result().state] += 1;
      if (module.errors().length > 0) counts.failed += 1;
    }
    const skipped = counts.skipped + counts.pending;
    const line = `${counts.passed} passed, ${counts.failed} failed`;
    // After the other reporters, whose summary would otherwise come below.
    process.once("exit", () => console.log(skipped > 0 ? `${line}, ${skipped} skipped` : line));
  }
}

// biome-ignore lint/style/noDefaultExport: the runner takes a reporter by its default export
export default ClosingLine;
