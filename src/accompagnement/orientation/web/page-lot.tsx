import type { VNode } from "preact";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Checkboxes } from "#platform/ui/components/choices.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { formatCount, formatNumber } from "#platform/ui/format.ts";
import type { deciderEnLot } from "../usecases/decider-en-lot.ts";
import type { LotPropose } from "../usecases/lire-sans-difficulte.ts";
import type { Href } from "./mots.tsx";

interface Props {
  readonly lots: readonly LotPropose[];
  readonly issue: Awaited<ReturnType<typeof deciderEnLot.execute>> | null;
  readonly href: Href;
}

/** The undisputed ones, by structure, beside the places left: nothing is ticked beforehand for a full one. */
export function PageLot({ lots, issue, href }: Props): VNode {
  const total = lots.reduce((somme, { propositions }) => somme + propositions.length, 0);
  return (
    <>
      <PageHeader
        over="Accepter en lot"
        title={
          issue === null
            ? formatCount(total, "proposition sans difficulté", "propositions sans difficulté")
            : `${formatCount(issue.decidees, "orientation décidée", "orientations décidées")}, ${formatCount(issue.refusees.length, "non décidée", "non décidées")}`
        }
        actions={<ButtonLink href={href("/orientation/decider")}>Décider une à une</ButtonLink>}
      />
      <div class="stack">
        {issue !== null && <NonDecidees issue={issue} href={href} />}
        {lots.length === 0 ? (
          <EmptyState
            title="Aucune proposition sans difficulté"
            text="Celles qui restent n’ont pas de structure, pas de référent, ou sont reportées : décidez-les une à une."
          />
        ) : (
          <Card title="À accepter telles que proposées">
            <Form action={href("/orientation/lot")} layout="wide" busy="Décision en cours…">
              <Checkboxes
                name="lot"
                label="Structures"
                hint="Une structure, un référent, aucun obstacle. Ce qui aurait changé entre-temps sera laissé de côté et vous sera dit."
                options={lots.map(enOption)}
                values={lots.filter(tient).map(cle)}
              />
              <FormActions>
                <Button kind="primary">Accepter les lignes cochées</Button>
                <ButtonLink kind="quiet" href={href("/orientation")}>
                  Revenir
                </ButtonLink>
              </FormActions>
            </Form>
          </Card>
        )}
      </div>
    </>
  );
}

const cle = ({ structureId, type }: LotPropose) => `${structureId}|${type}`;
const tient = ({ reste, propositions }: LotPropose) =>
  reste === null || reste >= propositions.length;

function enOption(lot: LotPropose) {
  const { structure, libelle, propositions, reste } = lot;
  const places =
    reste === null ? "sans limite de places" : formatCount(reste, "place libre", "places libres");
  return {
    value: cle(lot),
    label: `${structure}, ${libelle} : ${formatNumber(propositions.length)}`,
    hint: tient(lot)
      ? places
      : reste === 0
        ? "plus de place : décidez-les une à une"
        : `${places} : seules les plus anciennes seront acceptées`,
  };
}

function NonDecidees({
  issue,
  href,
}: {
  readonly issue: NonNullable<Props["issue"]>;
  readonly href: Href;
}): VNode {
  return (
    <>
      <Alert tone="soon" title="Certaines propositions ont changé pendant ce temps" live>
        Les autres sont décidées. Voici celles qui ne le sont pas, et pourquoi.
      </Alert>
      <Table
        caption="Propositions non décidées"
        columns={[
          { key: "qui", label: "Personne" },
          { key: "pourquoi", label: "Pourquoi" },
        ]}
        rows={issue.refusees.map(({ propositionId, personneId, nom, message }) => ({
          key: String(propositionId),
          cells: [
            personneId === null ? (
              (nom ?? "Hors de votre périmètre")
            ) : (
              <a key="lien" href={href(`/personnes/${personneId}/orientation`)}>
                {nom}
              </a>
            ),
            message,
          ],
        }))}
      />
    </>
  );
}
