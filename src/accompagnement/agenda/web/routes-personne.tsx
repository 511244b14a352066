import { idParam } from "#platform/http/params.ts";
import type { Route } from "#platform/http/route.ts";
import { rendezVousDeLaPersonne } from "../usecases/consulter-rendez-vous.ts";
import { ongletRendezVous } from "./apport.tsx";
import { SectionRendezVous } from "./page-personne.tsx";
import type { PortsAgenda } from "./ports.ts";

/** The section « Rendez-vous » of a person’s file. */
export function routesPersonne({ cadrePersonne }: PortsAgenda): readonly Route[] {
  return [
    {
      method: "GET",
      path: "/personnes/:id/rendez-vous",
      droit: ongletRendezVous.droit,
      async handler(request) {
        const lu = await request.act(rendezVousDeLaPersonne, { personneId: idParam(request) });
        return cadrePersonne(request, {
          personneId: lu.personneId,
          onglet: ongletRendezVous.key,
          titre: ongletRendezVous.label,
          corps: (
            <SectionRendezVous
              lu={lu}
              href={request.href}
              tient={request.agent.droits.has("agenda:tenir")}
            />
          ),
        });
      },
    },
  ];
}
