import type { VNode } from "preact";
import type { Request } from "#platform/http/route.ts";
import { Figure } from "#platform/ui/components/figure.tsx";
import { formatNumber } from "#platform/ui/format.ts";
import { resumerPortefeuille } from "../usecases/resumer-portefeuille.ts";

/** « Personnes accompagnées 57 / 60 », on the home of who accompanies; null for the others. */
export async function chiffrePortefeuille(request: Request): Promise<VNode | null> {
  if (!request.agent.droits.has("parcours:lire")) return null;
  const lu = await request.act(resumerPortefeuille, {});
  if (lu === null) return null;
  return (
    <Figure
      label="Personnes accompagnées"
      value={formatNumber(lu.suivies)}
      of={`/ ${formatNumber(lu.attendues)}`}
      href={request.href("/portefeuille")}
      trend={{
        values: lu.tendance,
        label: `Depuis cinq mois : ${lu.tendance.map((nombre) => formatNumber(nombre)).join(", ")}`,
      }}
    />
  );
}
