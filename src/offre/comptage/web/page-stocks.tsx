import type { VNode } from "preact";
import { Card } from "#platform/ui/components/card.tsx";
import { Figure } from "#platform/ui/components/figure.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { formatNumber } from "#platform/ui/format.ts";
import type { MoisDeStock, StocksAction } from "../usecases/stocks-action.ts";
import { CadreDAnnee } from "./cadre-annee.tsx";
import { enEffectif, phraseDuSecret } from "./effectifs.tsx";
import { enTaux, nomDuMois } from "./mots.ts";

interface Props {
  readonly lus: StocksAction;
  readonly href: (path: string) => string;
}

/** An action outside the perimeter: its places, and how many are there. */
export function PageStocks({ lus, href }: Props): VNode {
  const { presents, places, regle } = lus;
  return (
    <CadreDAnnee lus={lus} href={href}>
      <div class="grid-4">
        <Figure
          label="Présents aujourd’hui"
          value={enEffectif(presents)}
          of={places === null ? undefined : `/ ${formatNumber(places)} places`}
        />
      </div>
      <Card title="File active et places">
        <div class="stack-tight">
          <Table
            caption={`Présents et places de ${lus.annee}, mois par mois`}
            captionHidden
            columns={[
              { key: "mois", label: "Mois", phone: "title" },
              { key: "presents", label: "Fin de mois", numeric: true, phone: "fact" },
              { key: "places", label: "Places", numeric: true, phone: "fact", unit: "places" },
              { key: "occupation", label: "Occupation", numeric: true },
            ]}
            rows={lus.mois.map((mois) => ({ key: mois.mois, cells: cellules(mois) }))}
          />
          <p class="muted small">
            {`Cette action est hors de votre périmètre : vous en voyez les places et combien de personnes y sont, ni ses entrées, ni ses sorties, ni ses résultats. ${phraseDuSecret(regle.valeur.secret)}`}
          </p>
        </div>
      </Card>
    </CadreDAnnee>
  );
}

const cellules = ({ mois, enCours, presents, places, occupation }: MoisDeStock) => [
  enCours ? (
    <>
      {nomDuMois(mois)} <span class="muted small">en cours</span>
    </>
  ) : (
    nomDuMois(mois)
  ),
  presents === null ? "—" : enEffectif(presents),
  places === null ? "—" : formatNumber(places),
  occupation === null ? "—" : enTaux(occupation, 0),
];
