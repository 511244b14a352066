import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Transactions } from "./timing.ts";

const BUCKETS = [0.005, 0.01, 0.025, 0.06, 0.1, 0.25, 0.5, 1, 2.5, 10] as const;

const PROBE_MS = 20;

interface Series {
  count: number;
  sum: number;
  readonly buckets: number[];
}

/** Counters of this process in the Prometheus text format. Labels are route patterns: no identifier, no name. */
export class Metrics {
  readonly transactions: Transactions = { open: 0, done: 0 };
  readonly #series = new Map<string, Series>();
  readonly #lag = monitorEventLoopDelay({ resolution: PROBE_MS });

  constructor() {
    this.#lag.enable();
  }

  close(): void {
    this.#lag.disable();
  }

  observe(method: string, route: string, status: number, milliseconds: number): void {
    const labels = `methode="${method}",route="${route}",statut="${status}"`;
    const series = this.#series.get(labels) ?? { count: 0, sum: 0, buckets: BUCKETS.map(() => 0) };
    const seconds = milliseconds / 1000;
    series.count += 1;
    series.sum += seconds;
    BUCKETS.forEach((limit, index) => {
      if (seconds <= limit) series.buckets[index] = (series.buckets[index] ?? 0) + 1;
    });
    this.#series.set(labels, series);
  }

  text(): string {
    // The probe counts its own period as delay.
    const lag = (nanoseconds: number) =>
      Number.isFinite(nanoseconds) ? Math.max(0, nanoseconds / 1e9 - PROBE_MS / 1000) : 0;
    return [
      "# TYPE jalon_http_duree_secondes histogram",
      ...[...this.#series].flatMap(([labels, series]) => histogram(labels, series)),
      "# TYPE jalon_base_transactions_ouvertes gauge",
      `jalon_base_transactions_ouvertes ${this.transactions.open}`,
      "# TYPE jalon_base_transactions_total counter",
      `jalon_base_transactions_total ${this.transactions.done}`,
      "# TYPE jalon_boucle_retard_secondes gauge",
      `jalon_boucle_retard_secondes{quantile="0.5"} ${lag(this.#lag.percentile(50))}`,
      `jalon_boucle_retard_secondes{quantile="0.99"} ${lag(this.#lag.percentile(99))}`,
      "# TYPE jalon_memoire_octets gauge",
      `jalon_memoire_octets ${process.memoryUsage.rss()}`,
      "",
    ].join("\n");
  }
}

function histogram(labels: string, { count, sum, buckets }: Series): string[] {
  const name = "jalon_http_duree_secondes";
  return [
    ...BUCKETS.map((limit, index) => `${name}_bucket{${labels},le="${limit}"} ${buckets[index]}`),
    `${name}_bucket{${labels},le="+Inf"} ${count}`,
    `${name}_sum{${labels}} ${sum}`,
    `${name}_count{${labels}} ${count}`,
  ];
}
