import type { Measure } from "./scene.ts";

/** The results as the page `docs/performance.md`, and as the terminal prints them. */
export function report(measures: readonly Measure[], machine: string, date: Date): string {
  const lines = measures.map((measure) =>
    [
      measure.scenario,
      measure.scale,
      measure.what,
      `${french(measure.value)} ${measure.unit}`,
      measure.reference,
      measure.ratio === null ? "" : `${measure.ratio.toFixed(2).replace(".", ",")} ×`,
      measure.bar,
      verdict(measure),
    ].join(" | "),
  );
  return [
    "# Performance",
    "",
    "Measured by `npm run bench -- --ecrire`, against the bars of the product. Every population comes from the seeded generator.",
    "",
    `Date: ${date.toISOString().slice(0, 10)}. Machine: ${machine}, PostgreSQL 18 embedded.`,
    "",
    "| scénario | échelle | mesure | valeur | référence du même passage | ratio | barre | tient |",
    "|---|---|---|---|---|---|---|---|",
    ...lines.map((line) => `| ${line} |`),
    "",
  ].join("\n");
}

function verdict({ holds }: Measure): string {
  if (holds === null) return "—";
  return holds ? "oui" : "**non**";
}

function french(value: number): string {
  return value.toLocaleString("fr-FR", { maximumFractionDigits: value < 100 ? 1 : 0 });
}
