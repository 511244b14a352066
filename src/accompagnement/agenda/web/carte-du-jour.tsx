import type { VNode } from "preact";
import { Card } from "#platform/ui/components/card.tsx";
import { formatCount } from "#platform/ui/format.ts";
import type { AgendaLu } from "../usecases/lire-agenda.ts";
import { Pastille } from "./calendrier.tsx";
import { adresse, type Href } from "./mots.tsx";

/** Today’s meetings, on the home. */
export function AgendaDuJour({
  agenda,
  href,
}: {
  readonly agenda: AgendaLu;
  readonly href: Href;
}): VNode | null {
  if (!agenda.structure) return null;
  const { rendezVous, libres, moi, structure } = agenda;
  const vers = adresse("/agenda", {
    structure: structure.id,
    vue: "jour",
    referent: moi.length === 1 ? moi[0] : null,
  });
  return (
    <Card
      title={moi.length > 0 ? "Mes rendez-vous du jour" : `Aujourd’hui, ${structure.nom}`}
      aside={<a href={href(vers)}>Voir l’agenda</a>}
    >
      {rendezVous.length === 0 ? (
        <p class="muted">
          Aucun rendez-vous aujourd’hui
          {libres.length === 0
            ? "."
            : `, ${formatCount(libres.length, "créneau libre", "créneaux libres")}.`}
        </p>
      ) : (
        <div class="stack-tight">
          {rendezVous.map((un) => (
            <Pastille key={un.id} rendezVous={un} agenda={agenda} href={href} />
          ))}
        </div>
      )}
    </Card>
  );
}
