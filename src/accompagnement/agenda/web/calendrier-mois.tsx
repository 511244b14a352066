import type { VNode } from "preact";
import { ScrollRegion } from "#platform/ui/components/scroll-region.tsx";
import { formatCount } from "#platform/ui/format.ts";
import { classes } from "#platform/ui/tone.ts";
import { joursEntre } from "../domain/jours.ts";
import { joursEnMots } from "../domain/libelles.ts";
import type { AgendaLu } from "../usecases/lire-agenda.ts";
import { grandeDate, type Href } from "./mots.tsx";
import { versVue } from "./vers-vue.ts";

interface Props {
  readonly agenda: AgendaLu;
  readonly href: Href;
}

/** A month as weeks: what each day holds, and what it still offers. */
export function VueMois({ agenda, href }: Props): VNode {
  const jours = joursEntre(agenda.debut, agenda.fin);
  const semaines = jours.flatMap((_, rang) =>
    rang % 7 === 0 ? [jours.slice(rang, rang + 7)] : [],
  );
  const compter = (liste: readonly { readonly jour: string }[], jour: string) =>
    liste.reduce((nombre, une) => nombre + (une.jour === jour ? 1 : 0), 0);
  return (
    <ScrollRegion className="agenda-cadre" label="Agenda du mois">
      <table class="agenda-mois">
        <caption class="visually-hidden">Rendez-vous et créneaux libres de chaque jour</caption>
        <thead>
          <tr>
            {joursEnMots.map((jour) => (
              <th key={jour} scope="col">
                <span class="visually-hidden">{jour}</span>
                <span aria-hidden="true">{jour.slice(0, 3)}.</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {semaines.map((semaine) => (
            <tr key={semaine[0]}>
              {semaine.map((jour) => (
                <td
                  key={jour}
                  class={classes(
                    jour.slice(0, 7) !== agenda.jour.slice(0, 7) && "agenda-dehors",
                    jour === agenda.aujourdhui && "agenda-jour",
                  )}
                >
                  <a href={href(versVue(agenda, { vue: "jour", jour }))}>
                    <span class="visually-hidden">{grandeDate(jour)}</span>
                    <span aria-hidden="true">{Number(jour.slice(8))}</span>
                  </a>
                  <Nombres
                    pris={compter(agenda.rendezVous, jour)}
                    libres={compter(agenda.libres, jour)}
                    ferie={agenda.feries.get(jour) ?? null}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Nombres({
  pris,
  libres,
  ferie,
}: {
  readonly pris: number;
  readonly libres: number;
  readonly ferie: string | null;
}): VNode {
  return (
    <span class="agenda-nombres small">
      {ferie !== null && <span class="muted">{ferie}</span>}
      {pris > 0 && <strong>{pris} pris</strong>}
      {libres > 0 && (
        <span class="tone-ok tone-text">{formatCount(libres, "libre", "libres")}</span>
      )}
    </span>
  );
}
