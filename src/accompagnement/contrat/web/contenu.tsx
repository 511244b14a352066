import type { VNode } from "preact";
import type { NatureContrat } from "#commun/referentiel";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { formatDate, formatNumber } from "#platform/ui/format.ts";
import { type ContenuContrat, naturesAction } from "../domain/contenu.ts";
import { direHeures } from "../domain/document.ts";
import { libellesRealisation, type Realisation } from "../domain/libelles.ts";

interface Props {
  readonly contenu: ContenuContrat;
  readonly nature: NatureContrat | null;
  /** Of the last review, by action. */
  readonly realisations?: readonly (Realisation | null)[];
}

/** What both sides agree on, as it reads aloud. */
export function ContenuDuContrat({ contenu, nature, realisations = [] }: Props): VNode {
  const heures = direHeures(contenu, nature);
  return (
    <div class="stack">
      <Lignes titre="Objectifs" lignes={contenu.objectifs} />
      {contenu.actions.length > 0 && <PlanDAction contenu={contenu} realisations={realisations} />}
      {heures !== null && <FactsList layout="lines" facts={[{ label: "Heures", value: heures }]} />}
      <div class="halves">
        <Lignes titre="La personne s’engage à" lignes={contenu.engagementsPersonne} />
        <Lignes titre="L’organisme référent s’engage à" lignes={contenu.engagementsOrganisme} />
      </div>
    </div>
  );
}

function Lignes({
  titre,
  lignes,
}: {
  readonly titre: string;
  readonly lignes: readonly string[];
}): VNode | null {
  if (lignes.length === 0) return null;
  return (
    <section class="stack-tight">
      <h3>{titre}</h3>
      <ul>
        {lignes.map((ligne) => (
          <li key={ligne}>{ligne}</li>
        ))}
      </ul>
    </section>
  );
}

function PlanDAction({
  contenu,
  realisations,
}: {
  readonly contenu: ContenuContrat;
  readonly realisations: readonly (Realisation | null)[];
}): VNode {
  const revu = realisations.some((une) => une !== null);
  return (
    <Table
      caption="Plan d’action"
      narrow="stack"
      columns={[
        { key: "action", label: "Action", phone: "title" },
        { key: "nature", label: "Nature", phone: "fact" },
        { key: "forme", label: "Forme", secondary: true },
        { key: "heures", label: "Heures", numeric: true, unit: "h par semaine" },
        { key: "jusqua", label: "Jusqu’au" },
        ...(revu ? [{ key: "bilan", label: "Au dernier bilan" }] : []),
      ]}
      rows={contenu.actions.map((action, rang) => {
        const bilan = realisations[rang] ?? null;
        return {
          key: String(rang),
          cells: [
            action.libelle,
            naturesAction[action.nature],
            `${action.collective ? "Collective" : "Individuelle"}, ${action.encadree ? "encadrée" : "en autonomie"}`,
            action.heures === null ? "" : formatNumber(action.heures),
            formatDate(action.jusqua),
            ...(revu ? [bilan === null ? "" : libellesRealisation[bilan]] : []),
          ],
        };
      })}
    />
  );
}
