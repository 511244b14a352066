import { type Measure, place, serve, timed } from "../scene.ts";

/** From nothing to the first page with the demonstration, then once more on the same data. */
export async function benchStart(): Promise<readonly Measure[]> {
  const data = place("depart");
  const cold = await timed(() => openAndStop(data));
  const warm = await timed(() => openAndStop(data));
  return [
    {
      scenario: "start",
      scale: "-",
      what: "premier départ, démonstration comprise, installation à part",
      value: cold.result,
      unit: "ms",
      reference: "",
      ratio: null,
      bar: "≤ 90 s",
      holds: cold.result <= 90_000,
    },
    {
      scenario: "start",
      scale: "-",
      what: "départ suivant",
      value: warm.result,
      unit: "ms",
      reference: "premier départ",
      ratio: warm.result / cold.result,
      bar: "≤ 3 s",
      holds: warm.result <= 3_000,
    },
  ];
}

async function openAndStop(data: string): Promise<number> {
  const { ms, result: server } = await timed(async () => {
    const opened = await serve(data, { demo: true });
    const answer = await fetch(`${opened.url}/somme/connexion`);
    if (!answer.ok) throw new Error(`first page: ${answer.status}`);
    return opened;
  });
  await server.stop();
  return ms;
}
