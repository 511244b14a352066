import type { VNode } from "preact";
import { Card } from "#platform/ui/components/card.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { formatAmount, formatNumber } from "#platform/ui/format.ts";
import { approche } from "../domain/rationnel.ts";
import type { ChiffresAction } from "../usecases/lire-chiffres-action.ts";
import { enEuros } from "./mots.ts";

interface Props {
  readonly lus: ChiffresAction;
  readonly href: (path: string) => string;
}

/** R078: three costs, each with what it is divided by. */
export function CarteDesCouts({ lus, href }: Props): VNode {
  const { montant, cout, prixPlace, annee, action } = lus;
  const fiche = (
    <a href={href(`/offre/fiches/${action.fiche.code}`)}>{`fiche ${action.fiche.numero}`}</a>
  );
  if ("indefini" in montant) {
    return (
      <Card title="Coût de la mesure">
        <p class="muted">
          Le prix de cette action se négocie avec l’opérateur : la {fiche} ne fixe pas de forfait,
          et le coût par personne ne s’en déduit pas.
        </p>
      </Card>
    );
  }
  const lignes = montant.lignes.map(
    ({ places, part, centimes }) =>
      `${formatNumber(places)} places × ${formatNumber(approche(part) * 12, 1).replace(/,0$/u, "")} mois : ${formatAmount(centimes)}`,
  );
  return (
    <Card title={`Coût de la mesure par allocataire en ${annee}`}>
      <FactsList
        facts={[
          {
            label: "Forfait de l’année",
            value: formatAmount(montant.centimes),
            note: lignes.join(" ; "),
          },
          { label: "Prix d’une place", value: enEuros(prixPlace), note: "par an, selon la fiche" },
          ...(cout === null
            ? []
            : [
                { label: "Par place financée", value: enEuros(cout.parPlace) },
                {
                  label: "Par personne accompagnée",
                  value: enEuros(cout.parPersonne),
                  note: "personnes distinctes des mois finis",
                },
                {
                  label: "À rotation maximale",
                  value: enEuros(cout.aRotationMaximale),
                  note: "si chaque place changeait de personne à la durée maximale de la fiche",
                },
              ]),
        ]}
      />
    </Card>
  );
}
