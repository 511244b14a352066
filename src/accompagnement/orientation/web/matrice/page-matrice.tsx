import type { VNode } from "preact";
import type { Matrice } from "#commun/referentiel";
import type { FormState } from "#platform/http/form.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Diff } from "#platform/ui/components/diff.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { DateField, Textarea } from "#platform/ui/components/text-field.tsx";
import { Timeline } from "#platform/ui/components/timeline.tsx";
import { formatDate, formatInstant } from "#platform/ui/format.ts";
import type { BrouillonMatrice } from "../../db/matrices.ts";
import { ecartsMatrices } from "../../domain/matrice/ecarts-matrices.ts";
import type { MatriceConsultee } from "../../usecases/matrice-consulter.ts";
import { GrilleMatrice } from "./grille.tsx";
import type { Href } from "./noms.ts";
import { PoidsMatrice } from "./poids.tsx";
import { ReglesMatrice } from "./regles.tsx";

export const CHEMIN = "/orientation/matrice";

interface Props {
  readonly consultee: MatriceConsultee;
  readonly href: Href;
}

/** The matrix in force, read; its drafts and its history at the side. */
export function PageMatrice({
  consultee,
  href,
  editer,
}: Props & { readonly editer: boolean }): VNode {
  const { enVigueur, questions, types } = consultee;
  const { matrice } = enVigueur;
  return (
    <>
      <PageHeader
        over="Orientation"
        title={`${matrice.titre}, en vigueur depuis le ${formatDate(enVigueur.depuis)}`}
        meta={
          <>
            <span>Version {matrice.version}</span>
            <span>
              {enVigueur.adopteePar === null
                ? "Livrée avec le référentiel"
                : `Adoptée par ${enVigueur.adopteePar}`}
            </span>
          </>
        }
        actions={
          editer && (
            <Form action={href(`${CHEMIN}/brouillons`)} layout="inline">
              <Button kind="primary">Ouvrir un brouillon</Button>
            </Form>
          )
        }
      />
      <div class="stack">
        <p class="muted">{enVigueur.motif}</p>
        <Brouillons consultee={consultee} href={href} />
        <Card title="La grille">
          <GrilleMatrice matrice={matrice} types={types} />
        </Card>
        <div class="halves">
          <Card title="Ce que pèsent les réponses">
            <PoidsMatrice matrice={matrice} questions={questions} />
          </Card>
          <div class="stack">
            <ReglesMatrice matrice={matrice} types={types} questions={questions} />
            <Adoptees consultee={consultee} />
          </div>
        </div>
      </div>
    </>
  );
}

function Brouillons({ consultee, href }: Props): VNode | null {
  const { brouillons, enVigueur } = consultee;
  if (brouillons.length === 0) return null;
  return (
    <Card title="Brouillons">
      <ul class="lines">
        {brouillons.map((brouillon) => (
          <li key={brouillon.id} class="row-between">
            <span>
              <a href={href(`${CHEMIN}/brouillons/${brouillon.id}`)}>
                Brouillon de {brouillon.auteurNom}
              </a>
              <span class="tasks-hint">
                Modifié le {formatInstant(brouillon.modifieLe)} par {brouillon.modifiePar}
                {brouillon.baseVersion === enVigueur.matrice.version
                  ? ""
                  : `, écrit à partir de ${brouillon.baseVersion}`}
              </span>
            </span>
            <ButtonLink small href={href(`${CHEMIN}/brouillons/${brouillon.id}/simulation`)}>
              Simuler
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Adoptees({ consultee }: Pick<Props, "consultee">): VNode | null {
  const { adoptees } = consultee;
  if (adoptees.length === 0) return null;
  return (
    <Card title="Matrices adoptées">
      <Timeline
        label="Matrices adoptées"
        entries={adoptees.map(({ matrice, depuis, adopteePar, adopteeLe, motif }) => ({
          key: matrice.version,
          when: `${formatInstant(adopteeLe)}, par ${adopteePar}`,
          what: `${matrice.version}, à partir du ${formatDate(depuis)}`,
          detail: <p>{motif}</p>,
        }))}
      />
    </Card>
  );
}

interface Adoption extends Props {
  readonly brouillon: BrouillonMatrice;
  readonly etat: FormState;
}

/** The last look before a draft decides: what changes, from which day, why. */
export function PageAdoption({ consultee, brouillon, etat, href }: Adoption): VNode {
  const { adoptees, enVigueur, le } = consultee;
  const remplacee = adoptees[0]?.matrice ?? enVigueur.matrice;
  const ici = `${CHEMIN}/brouillons/${brouillon.id}`;
  return (
    <>
      <PageHeader
        over="Matrice d’orientation"
        title={`Adopter le brouillon de ${brouillon.auteurNom}`}
      />
      <div class="stack">
        {etat.refusal?.code === "matrice.conflit" ? (
          <Alert tone="late" title="La matrice a changé" live>
            {etat.problems[""]}
          </Alert>
        ) : (
          <ErrorSummary problems={etat.problems} />
        )}
        <CeQuiChange {...{ consultee, brouillon, href }} remplacee={remplacee} />
        <Form
          action={href(`${ici}/adoption`)}
          fields={{ version: String(brouillon.version), remplace: remplacee.version }}
        >
          <DateField
            name="depuis"
            label="À partir du"
            value={etat.values["depuis"] ?? formatDate(le)}
            error={etat.problems["depuis"]}
          />
          <Textarea
            name="motif"
            label="Pourquoi la matrice change"
            hint="Avis du comité, bilan, décision : ce texte reste avec la matrice."
            value={etat.values["motif"]}
            error={etat.problems["motif"]}
          />
          <p class="muted">Les propositions déjà faites gardent la matrice qui les a faites.</p>
          <FormActions>
            <Button kind="primary">Adopter cette matrice</Button>
            <ButtonLink kind="quiet" href={href(ici)}>
              Revenir au brouillon
            </ButtonLink>
          </FormActions>
        </Form>
      </div>
    </>
  );
}

function CeQuiChange({
  consultee,
  brouillon,
  href,
  remplacee,
}: Omit<Adoption, "etat"> & { readonly remplacee: Matrice }): VNode {
  const ecarts = ecartsMatrices(remplacee, brouillon.contenu, consultee);
  const simulation = `${CHEMIN}/brouillons/${brouillon.id}/simulation`;
  return (
    <Card
      title={`Ce qui change par rapport à ${remplacee.version}`}
      aside={<a href={href(simulation)}>Voir la simulation sur les personnes</a>}
    >
      {ecarts.length === 0 ? (
        <p>Rien : ce brouillon dit la même chose.</p>
      ) : (
        <Diff
          caption="Ce que dit la matrice, et ce que dit le brouillon"
          heads={["Aujourd’hui", "Brouillon"]}
          lines={ecarts.map(({ quoi, avant, apres }) => ({
            label: quoi,
            before: avant,
            after: apres,
          }))}
        />
      )}
    </Card>
  );
}
