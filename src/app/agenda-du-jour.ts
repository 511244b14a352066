import { lireAgendaDuJour } from "#accompagnement/agenda";
import type { Request } from "#platform/http/route.ts";

export type SonAgenda = Awaited<ReturnType<typeof lireAgendaDuJour.execute>> | null;

/** Today’s meetings of a référent, or of a front desk; null for the others, whose agendas are one page away. */
export async function lireSonAgenda(request: Request): Promise<SonAgenda> {
  const { droits, portee } = request.agent;
  const tient = droits.has("agenda:tenir");
  if (!tient || (portee.structures.length === 0 && portee.referentId === null)) return null;
  return request.act(lireAgendaDuJour, {});
}
