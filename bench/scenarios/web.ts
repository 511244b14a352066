import { existsSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import type { Measure, Scale } from "../scene.ts";

const THROTTLE = 4;

/** Script sent with the list page, and its largest contentful paint on a CPU four times slower. */
export async function benchWeb(
  url: string,
  slug: string,
  cookie: string,
  scale: Scale,
): Promise<readonly Measure[]> {
  const address = `${url}/${slug}/personnes`;
  const html = await (await fetch(address, { headers: { cookie } })).text();
  let bytes = 0;
  for (const [, src = ""] of html.matchAll(/<script[^>]*src="([^"]+)"/g)) {
    bytes += gzipSync(Buffer.from(await (await fetch(new URL(src, address))).arrayBuffer())).length;
  }
  const script: Measure = {
    scenario: "web",
    scale,
    what: "JavaScript de la liste, gzip",
    value: bytes / 1000,
    unit: "ko",
    reference: "",
    ratio: null,
    bar: "≤ 150 ko",
    holds: bytes <= 150_000,
  };
  const browser = [process.env["CHROMIUM"], "/usr/bin/chromium"].find(
    (path) => path && existsSync(path),
  );
  if (!browser) {
    console.error("Chromium est absent : le plus grand affichage n’est pas mesuré.");
    return [script];
  }
  const lcp = await largestPaint(browser, address, cookie);
  return [
    script,
    {
      scenario: "web",
      scale,
      what: "plus grand affichage (LCP), processeur 4 × plus lent",
      value: lcp,
      unit: "ms",
      reference: "",
      ratio: null,
      bar: "≤ 1,5 s",
      holds: lcp <= 1_500,
    },
  ];
}

async function largestPaint(
  executablePath: string,
  address: string,
  cookie: string,
): Promise<number> {
  const browser = await chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  try {
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const context = await browser.newContext({ extraHTTPHeaders: { cookie } });
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send("Emulation.setCPUThrottlingRate", { rate: THROTTLE });
      await page.goto(address, { waitUntil: "load" });
      times.push(
        await page.evaluate(
          () =>
            new Promise<number>((resolve) => {
              new PerformanceObserver((list) =>
                resolve(list.getEntries().at(-1)?.startTime ?? 0),
              ).observe({ type: "largest-contentful-paint", buffered: true });
            }),
        ),
      );
      await context.close();
    }
    return times.toSorted((a, b) => a - b)[2] ?? 0;
  } finally {
    await browser.close();
  }
}
