import type { VNode } from "preact";
import { totalSorties } from "#offre/comptage";
import { Button } from "#platform/ui/components/button.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { SelectionBar } from "#platform/ui/components/selection-bar.tsx";
import { type Row, Table } from "#platform/ui/components/table.tsx";
import { formatDate, formatDuration, formatNumber, formatRate } from "#platform/ui/format.ts";
import type { LigneTableau } from "../usecases/consulter-tableau.ts";
import { adresseDe } from "./demande.ts";
import { cheminDe, EtatDeLaRestitution, type Href } from "./mots.tsx";
import type { PropsTableau } from "./props-tableau.ts";

const selection = "restitutions-choisies";

/** The returns one by one, with the acts on those chosen. */
export function LignesDuTableau({
  lignes,
  demande,
  href,
  droits,
}: PropsTableau & { readonly lignes: readonly LigneTableau[] }): VNode {
  if (lignes.length === 0) {
    return (
      <EmptyState
        title="Aucune restitution"
        text={
          demande.etat === null
            ? "Aucune action de votre périmètre n’était ouverte ce mois-là."
            : "Aucune n’est dans cet état ce mois-ci."
        }
      />
    );
  }
  const recoit = droits.has("restitution:recevoir");
  return (
    <>
      {recoit && (
        <SelectionBar
          id={selection}
          action={href("/restitutions/lot/relancer")}
          noun={["restitution choisie", "restitutions choisies"]}
          fields={{ retour: adresseDe(demande) }}
        >
          <Button formAction={href("/restitutions/lot/accepter")}>Accepter</Button>
          <Button formAction={href("/restitutions/lot/relancer")}>Relancer</Button>
        </SelectionBar>
      )}
      <Table
        caption="Restitutions du mois"
        captionHidden
        narrow="stack"
        {...(recoit && { selection: { form: selection, name: "cle" } })}
        columns={[
          { key: "action", label: "Action", phone: "title", roomy: true },
          { key: "operateur", label: "Opérateur", roomy: true },
          { key: "territoire", label: "Territoire" },
          { key: "etat", label: "État", phone: "fact" },
          { key: "rendue", label: "Rendue le", phone: "fact" },
          { key: "entrees", label: "Entrées", numeric: true, secondary: true },
          { key: "sorties", label: "Sorties", numeric: true, secondary: true },
          { key: "fin", label: "Présents", numeric: true, phone: "fact", unit: "présents" },
          { key: "places", label: "Places", numeric: true },
          { key: "taux", label: "Occupation", numeric: true },
        ]}
        rows={lignes.map((ligne) => rangee(ligne, href))}
      />
    </>
  );
}

function rangee(ligne: LigneTableau, href: Href): Row {
  const { restitution, action, transmis, places } = ligne;
  const chemin = href(cheminDe(restitution.id));
  const chiffres = transmis?.chiffres;
  return {
    key: String(restitution.id),
    href: chemin,
    name: action.nom,
    cells: [
      <a key="nom" href={chemin}>
        {action.nom}
      </a>,
      action.structure,
      action.territoire,
      <Etats key="etat" {...ligne} />,
      rendueLe(ligne),
      ...(chiffres
        ? [
            formatNumber(chiffres.entrees),
            formatNumber(totalSorties(chiffres.sorties)),
            formatNumber(chiffres.fin),
          ]
        : ["", "", ""]),
      places === null ? "" : formatNumber(places),
      chiffres && places !== null ? formatRate(chiffres.fin, places) : "inconnue",
    ],
  };
}

function Etats(ligne: LigneTableau): VNode {
  return (
    <span>
      <EtatDeLaRestitution {...ligne} />
      {ligne.changee && <span class="tone-late tone-text small"> à rectifier</span>}
      {ligne.neant && <span class="muted small"> néant</span>}
    </span>
  );
}

function rendueLe({ restitution, retard, transmise }: LigneTableau): VNode | string {
  const { premiereTransmissionLe } = restitution;
  if (!transmise) {
    return retard > 0 ? (
      <span class="tone-late tone-text">{`${formatDuration(retard)} de retard`}</span>
    ) : (
      ""
    );
  }
  return retard > 0 ? (
    <span>
      {formatDate(premiereTransmissionLe)}
      <br />
      <span class="muted small">{`${formatDuration(retard)} de retard`}</span>
    </span>
  ) : (
    formatDate(premiereTransmissionLe)
  );
}
