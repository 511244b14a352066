import type { VNode } from "preact";
import { totalSorties } from "#offre/comptage";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { formatDuration, formatMonth, formatNumber, formatRate } from "#platform/ui/format.ts";
import type { HistoireDeLAction } from "../usecases/consulter-restitution.ts";
import { cheminDe, EtatDeLaRestitution, type Href } from "./mots.tsx";

/** All the returns of one action, the latest month first. */
export function HistoireAction({
  histoire,
  href,
}: {
  readonly histoire: HistoireDeLAction;
  readonly href: Href;
}): VNode {
  const { lignes } = histoire;
  if (lignes.length === 0) {
    return (
      <EmptyState
        title="Aucune restitution n’est encore attendue"
        text="La première sera à rendre au début du mois qui suit l’ouverture de l’action."
      />
    );
  }
  const ecrites = lignes.filter(({ transmis }) => transmis !== null).length;
  return (
    <div class="stack">
      <p>{`${formatNumber(ecrites)} mois transmis sur ${formatNumber(lignes.filter(({ etat }) => etat !== "a-venir").length)}.`}</p>
      <Table
        caption="Restitutions de l’action"
        captionHidden
        narrow="stack"
        columns={[
          { key: "mois", label: "Mois", phone: "title" },
          { key: "etat", label: "État", phone: "fact" },
          { key: "retard", label: "Retard" },
          { key: "debut", label: "Présents au début", numeric: true },
          { key: "entrees", label: "Entrées", numeric: true },
          { key: "sorties", label: "Sorties", numeric: true },
          { key: "fin", label: "Présents à la fin", numeric: true, phone: "fact" },
          { key: "taux", label: "Occupation", numeric: true },
          { key: "version", label: "Version", numeric: true },
        ]}
        rows={lignes.map(({ restitution, etat, retard, transmis, places }) => {
          const chiffres = transmis?.chiffres;
          const chemin = href(cheminDe(restitution.id));
          const nombre = (valeur: number | undefined) =>
            valeur === undefined ? "" : formatNumber(valeur);
          return {
            key: String(restitution.id),
            href: chemin,
            cells: [
              <a key="mois" href={chemin}>
                {formatMonth(restitution.mois)}
              </a>,
              <EtatDeLaRestitution
                key="etat"
                etat={etat}
                retard={retard}
                transmise={transmis !== null}
              />,
              retard > 0 && etat !== "a-venir" ? formatDuration(retard) : "",
              nombre(chiffres?.debut),
              nombre(chiffres?.entrees),
              chiffres ? nombre(totalSorties(chiffres.sorties)) : "",
              nombre(chiffres?.fin),
              chiffres && places !== null ? formatRate(chiffres.fin, places) : "",
              nombre(restitution.transmisNumero ?? undefined),
            ],
          };
        })}
      />
    </div>
  );
}
