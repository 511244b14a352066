import { compterPrescriptions } from "#accompagnement/prescription";
import { compterRestitutions } from "#financement/restitution-mensuelle";
import { civilDay } from "#platform/clock/civil-day.ts";
import type { Request } from "#platform/http/route.ts";
import type { Task } from "#platform/ui/components/task-list.tsx";
import { tachesPrescriptions } from "../accompagnement/prescription/http.ts";
import { tachesRestitutions } from "../financement/restitution-mensuelle/http.ts";

/** What the offer asks of who prescribes, who receives, who fills returns and who reads them. */
export async function tachesDeLOffre(request: Request): Promise<readonly Task[]> {
  return [...(await desPrescriptions(request)), ...(await desRestitutions(request))];
}

async function desPrescriptions(request: Request): Promise<readonly Task[]> {
  const { agent, href } = request;
  if (!agent.droits.has("prescription:lire")) return [];
  return tachesPrescriptions(await request.act(compterPrescriptions, {}), href, agent.droits);
}

async function desRestitutions(request: Request): Promise<readonly Task[]> {
  const { agent, href, deps } = request;
  if (!agent.droits.has("restitution:lire")) return [];
  const comptes = await request.act(compterRestitutions, {});
  return tachesRestitutions(comptes, { href, droits: agent.droits, le: civilDay(deps.now()) });
}
