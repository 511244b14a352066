import { expect, onTestFinished, test } from "vitest";
import { Thread } from "./thread.ts";

function ouvrir(source = "src/platform/thread/testing/double.ts"): Thread<number, number> {
  const thread = new Thread<number, number>({ source, bundle: "fil-de-test" });
  onTestFinished(() => thread.close());
  return thread;
}

test("chaque ordre reçoit sa réponse, et celui qui échoue n’emporte pas les autres", async () => {
  const thread = ouvrir();
  const dits = await Promise.allSettled([21, -1, 4].map((ordre) => thread.ask(ordre)));
  expect(dits).toMatchObject([
    { value: 42 },
    { reason: expect.objectContaining({ message: "négatif" }) },
    { value: 8 },
  ]);
});

test("un fil qui meurt le dit à tous ceux qui attendent, et l’ordre suivant en ouvre un autre", async () => {
  const thread = ouvrir();
  const [mort, emporte] = await Promise.allSettled([thread.ask(0), thread.ask(1)]);
  for (const un of [mort, emporte])
    expect(un).toMatchObject({
      reason: expect.objectContaining({ message: "The thread fil-de-test has stopped" }),
    });
  expect(await thread.ask(3)).toBe(6);
});

test("un fil fermé laisse tomber ce qu’il faisait, et s’ouvre de nouveau quand on lui demande", async () => {
  const thread = ouvrir();
  const perdu = expect(thread.ask(1)).rejects.toThrow("has stopped");
  const ferme = thread.close();
  const suivant = thread.ask(5);
  await ferme;
  await perdu;
  expect(await suivant).toBe(10);
});

test("un ordre qui ne peut pas partir est refusé, et le suivant a sa réponse", async () => {
  const thread = ouvrir();
  const impossible = (() => 1) as unknown as number;
  await expect(thread.ask(impossible)).rejects.toThrow("could not be cloned");
  expect(await thread.ask(2)).toBe(4);
});

test("un script absent est dit par son nom", () => {
  expect(() => ouvrir("src/platform/thread/absent.ts").ask(1)).toThrow(
    "The script of the thread fil-de-test is missing",
  );
});
