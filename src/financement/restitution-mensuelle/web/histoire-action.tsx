import type { VNode } from "preact";
import { totalSorties } from "#offre/comptage";
import type { FormState } from "#platform/http/form.ts";
import { Button } from "#platform/ui/components/button.tsx";
import { Select } from "#platform/ui/components/choices.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { Panel } from "#platform/ui/components/panel.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { formatDuration, formatMonth, formatNumber, formatRate } from "#platform/ui/format.ts";
import type { HistoireDeLAction } from "../usecases/consulter-restitution.ts";
import { cheminDe, EtatDeLaRestitution, type Href } from "./mots.tsx";

interface Props {
  readonly histoire: HistoireDeLAction;
  readonly etat: FormState;
  readonly href: Href;
  readonly droits: ReadonlySet<string>;
}

/** All the returns of one action, the latest month first. */
export function HistoireAction(props: Props): VNode {
  const { histoire, href, etat } = props;
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
      <ErrorSummary problems={etat.problems} />
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
          {
            key: "fin",
            label: "Présents à la fin",
            numeric: true,
            phone: "fact",
            unit: "présents",
          },
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
      <ArreterLAnnee {...props} />
    </div>
  );
}

/** The years over and not closed yet, for who writes the yearly report. */
function ArreterLAnnee({ histoire, etat, href, droits }: Props): VNode | null {
  const annees = [
    ...new Set(
      histoire.lignes
        .filter(({ restitution }) => restitution.bilanArreteLe === null)
        .map(({ restitution }) => restitution.mois.slice(0, 4)),
    ),
  ].filter((annee) => annee < histoire.le.slice(0, 4));
  if (!droits.has("restitution:recevoir") || annees.length === 0) return null;
  return (
    <div class="no-print">
      <Panel label="Arrêter une année pour son bilan" open={etat.status !== 200}>
        <Form
          action={href(`/offre/actions/${histoire.action.id}/restitutions/arreter`)}
          label="Arrêter une année"
        >
          <Select
            name="annee"
            label="Année"
            hint="Tous ses mois doivent être acceptés, et aucune sortie ne doit rester à arbitrer."
            value={etat.values["annee"] ?? annees[0]}
            options={annees.map((annee) => ({ value: annee, label: annee }))}
          />
          <FormActions>
            <Button>Arrêter l’année</Button>
          </FormActions>
        </Form>
      </Panel>
    </div>
  );
}
