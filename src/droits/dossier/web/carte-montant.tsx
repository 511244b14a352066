import type { VNode } from "preact";
import { codesCaf } from "#commun/referentiel";
import { Card } from "#platform/ui/components/card.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { formatAmount, formatDate } from "#platform/ui/format.ts";
import type { Montant } from "../domain/fiche.ts";
import { enMots } from "../domain/libelles.ts";
import { periodeDite } from "./mots.tsx";

/** Amounts of `MontantsCalculDroitRSA` and of its instruction twin, in the order of the calculation. */
const lignesMontant: Readonly<Record<string, string>> = {
  mtrevminigararsa: "Revenu minimum garanti",
  mtpentrsa: "Part des revenus d’activité conservée",
  mtlocalrsa: "Complément local",
  mtrevgararsa: "Revenu garanti",
  mtpfrsa: "Prestations familiales prises en compte",
  mtalrsa: "Aide au logement prise en compte",
  mtressmenrsa: "Ressources mensuelles retenues",
  mtsanoblalimrsa: "Sanction pour obligation alimentaire",
  mtredhosrsa: "Réduction pour hospitalisation",
  mtredcgrsa: "Réduction décidée par le département",
  mtsanadmrsa: "Sanction administrative",
  mtredadmrsa: "Réduction administrative",
  mtsancgrsa: "Sanction décidée par le département",
  mtcumintegrsa: "Cumul intégral",
  mtabaneursa: "Abattement ou neutralisation",
  mtbrutrsa: "Montant brut",
};

export function CarteMontant({ montant }: { montant: Montant }): VNode {
  const { montants, natures, enfantsACharge, total } = montant;
  return (
    <Card
      title="Dernier calcul du droit"
      aside={total === null ? undefined : <strong class="num">{formatAmount(total)}</strong>}
    >
      <FactsList
        facts={[
          { label: "Calcul", value: montant.depuis === null ? null : periodeDite(montant) },
          {
            label: "Enfants et autres à charge",
            value: enfantsACharge === null ? null : String(enfantsACharge),
          },
          ...Object.entries(montants)
            .filter(([cle]) => cle !== "mttotdrorsa")
            .map(([cle, cents]) => ({
              label: lignesMontant[cle] ?? cle.toUpperCase(),
              value: formatAmount(cents),
            })),
        ]}
      />
      {natures.length > 0 && (
        <Table
          caption="Prestations versées"
          columns={[
            { key: "nature", label: "Prestation" },
            { key: "periode", label: "Période" },
            { key: "montant", label: "Versé", numeric: true },
            { key: "dernier", label: "Dernier versement", fit: true },
          ]}
          rows={natures.map((nature, rang) => ({
            key: `${nature.nature}-${rang}`,
            cells: [
              `${enMots(codesCaf.naturePrestation, nature.nature)}`,
              periodeDite(nature),
              nature.montantVerse === null ? null : formatAmount(nature.montantVerse),
              formatDate(nature.dernierVersement),
            ],
          }))}
        />
      )}
    </Card>
  );
}
