import { compterRestitutions } from "#financement/restitution-mensuelle";
import { civilDay } from "#platform/clock/civil-day.ts";
import type { Request } from "#platform/http/route.ts";
import type { Task } from "#platform/ui/components/task-list.tsx";
import { tachesRestitutions } from "../financement/restitution-mensuelle/http.ts";

/** What the offer asks of who fills returns and of who receives them. */
export async function tachesDeLOffre(request: Request): Promise<readonly Task[]> {
  const { agent, href, deps } = request;
  if (!agent.droits.has("restitution:lire")) return [];
  const comptes = await request.act(compterRestitutions, {});
  return tachesRestitutions(comptes, { href, droits: agent.droits, le: civilDay(deps.now()) });
}
