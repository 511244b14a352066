import type { VNode } from "preact";
import { libellesNatureSortie, naturesSortie } from "#commun/referentiel";
import type { Request } from "#platform/http/route.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Select } from "#platform/ui/components/choices.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { champs, cleEntete, nomsDesChamps } from "../domain/champs.ts";
import type { TableurConsulte } from "../usecases/consulter-tableur.ts";
import { lieux } from "./lieux.ts";

interface Props {
  readonly consulte: TableurConsulte;
  readonly href: Request["href"];
}

/** What each column holds and what the words of the operator mean: proposed, corrected, remembered. */
export function Explication({ consulte, href }: Props): VNode {
  const { depot, manquants } = consulte;
  return (
    <Card title="Ce que dit ce fichier">
      <Form action={href(lieux.expliquer(depot.id))} layout="wide" label="Ce que dit ce fichier">
        {manquants.length > 0 && (
          <Alert tone="late" title="Il manque de quoi lire les séjours">
            <ul>
              {manquants.map((manquant) => (
                <li key={manquant}>{manquant}</li>
              ))}
            </ul>
          </Alert>
        )}
        <Mots {...consulte} />
        <Colonnes {...consulte} />
        <FormActions>
          <Button>Retenir</Button>
        </FormActions>
      </Form>
    </Card>
  );
}

function Colonnes({ depot, correspondance, exemples }: TableurConsulte): VNode {
  return (
    <Table
      caption="Ce que porte chaque colonne"
      columns={[
        { key: "titre", label: "Colonne du fichier" },
        { key: "exemples", label: "Par exemple", secondary: true },
        { key: "champ", label: "Ce qu’elle porte" },
      ]}
      rows={depot.entetes.map((entete, rang) => ({
        key: String(rang),
        cells: [
          entete,
          exemples[entete]?.join(" · ") ?? "",
          <Select
            key="champ"
            name={`colonne-${rang}`}
            label={`Ce que porte « ${entete} »`}
            labelHidden
            empty="Rien qui serve ici"
            value={correspondance[cleEntete(entete)] ?? ""}
            options={nomsDesChamps.map((champ) => ({ value: champ, label: champs[champ].libelle }))}
          />,
        ],
      }))}
    />
  );
}

function Mots({ motsInconnus, actions }: TableurConsulte): VNode | null {
  const { actions: nommees, natures } = motsInconnus;
  if (nommees.length + natures.length === 0) return null;
  return (
    <fieldset class="stack">
      <legend class="strong">Ce que veulent dire vos mots</legend>
      <div class="form-columns">
        {nommees.map((mot, rang) => (
          <Select
            key={`action-${mot}`}
            name={`action-${rang}`}
            label={`« ${mot} » est l’action`}
            empty="À dire plus tard"
            options={actions.map(({ id, nom }) => ({ value: String(id), label: nom }))}
          />
        ))}
        {natures.map((mot, rang) => (
          <Select
            key={`nature-${mot}`}
            name={`nature-${rang}`}
            label={`La sortie « ${mot} » est`}
            empty="À dire plus tard"
            options={naturesSortie.map((nature) => ({
              value: nature,
              label: libellesNatureSortie[nature],
            }))}
          />
        ))}
      </div>
    </fieldset>
  );
}
