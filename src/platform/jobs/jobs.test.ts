import { fork } from "node:child_process";
import { once } from "node:events";
import { expect } from "vitest";
import { testAvecInstance } from "../testing/base.ts";
import { isAlive, NOBODY } from "./holder.ts";
import { createJobs } from "./jobs.ts";

const until = async (done: () => boolean) => {
  for (let i = 0; i < 400 && !done(); i += 1) await new Promise((go) => setTimeout(go, 50));
};

testAvecInstance(
  "un travail envoyé est fait ailleurs, une fois, même demandé deux fois",
  async ({ url }) => {
    const sender = createJobs({ url });
    const worker = createJobs({ url, supervise: true });
    const done: unknown[] = [];
    try {
      await sender.send("essai", { numero: 1 }, { key: "a" });
      await sender.send("essai", { numero: 1 }, { key: "a" });
      await sender.send("essai", { numero: 2 }, { key: "b" });
      await worker.work("essai", async (data) => {
        done.push(data);
      });
      await until(() => done.length >= 2);
      await new Promise((go) => setTimeout(go, 1200));
      expect(done).toEqual([{ numero: 1 }, { numero: 2 }]);
    } finally {
      await sender.stop();
      await worker.stop();
    }
  },
);

testAvecInstance("un travail qui échoue est repris", async ({ url }) => {
  const jobs = createJobs({ url, supervise: true });
  let tries = 0;
  try {
    await jobs.work("fragile", async () => {
      tries += 1;
      if (tries === 1) throw new Error("la base était absente");
    });
    await jobs.send("fragile", {});
    await until(() => tries >= 2);
    expect(tries).toBe(2);
  } finally {
    await jobs.stop();
  }
});

testAvecInstance("on voit si le processus qui tient un travail vit encore", async () => {
  expect(isAlive(process.pid)).toBe(true);
  expect(isAlive(NOBODY)).toBe(false);
  const child = fork("-e", [], { execArgv: ["-e", "0"], stdio: "ignore" });
  await once(child, "exit");
  expect(isAlive(child.pid ?? 1)).toBe(false);
});
