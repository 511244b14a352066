import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Diff } from "#platform/ui/components/diff.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { formatInstant } from "#platform/ui/format.ts";
import type { BrouillonMatrice } from "../../db/matrices.ts";
import { ecartsMatrices } from "../../domain/matrice/ecarts-matrices.ts";
import type { MatriceConsultee } from "../../usecases/matrice-consulter.ts";
import { GrilleMatrice, type Saisie } from "./grille.tsx";
import { lireMatrice } from "./lire-formulaire.ts";
import type { Href } from "./noms.ts";
import { CHEMIN } from "./page-matrice.tsx";
import { NouveauPoids, PoidsMatrice } from "./poids.tsx";
import { RefusMatrice } from "./refus-matrice.tsx";
import { ReglesMatrice } from "./regles.tsx";

interface Props {
  readonly consultee: MatriceConsultee;
  readonly brouillon: BrouillonMatrice;
  readonly etat: FormState;
  readonly href: Href;
}

/** The editor: the grid and its rules, the weights beside. What was typed is never lost. */
export function PageBrouillon(props: Props): VNode {
  const { consultee, brouillon, etat, href } = props;
  const saisie: Saisie = { valeurs: etat.values, problemes: etat.problems };
  const ici = `${CHEMIN}/brouillons/${brouillon.id}`;
  const conflit = etat.refusal?.code === "matrice.conflit";
  return (
    <>
      <PageHeader
        over="Matrice d’orientation"
        title={`Brouillon de ${brouillon.auteurNom}`}
        meta={
          <span>
            Enregistré le {formatInstant(brouillon.modifieLe)} par {brouillon.modifiePar}, à partir
            de {brouillon.baseVersion}
          </span>
        }
        actions={<Actions brouillon={brouillon} href={href} />}
      />
      <div class="stack">
        <Refus {...props} />
        <Form
          action={href(ici)}
          layout="wide"
          fields={{
            version: conflit
              ? String(brouillon.version)
              : (etat.values["version"] ?? String(brouillon.version)),
          }}
        >
          {/* First in the form: what the Enter key of a field does. */}
          <div class="row">
            <Button>{conflit ? "Enregistrer ma version" : "Enregistrer"}</Button>
          </div>
          <Contenu {...{ consultee, brouillon, saisie }} ici={href(ici)} />
          <FormActions>
            <Button kind="primary" name="suite" value="simulation">
              Enregistrer et simuler
            </Button>
            <Button>{conflit ? "Enregistrer ma version" : "Enregistrer"}</Button>
            <ButtonLink kind="quiet" href={href(CHEMIN)}>
              Revenir à la matrice
            </ButtonLink>
          </FormActions>
        </Form>
      </div>
    </>
  );
}

function Contenu({
  consultee,
  brouillon,
  saisie,
  ici,
}: Pick<Props, "consultee" | "brouillon"> & {
  readonly saisie: Saisie;
  readonly ici: string;
}): VNode {
  const { questions, types, enVigueur } = consultee;
  const reference = enVigueur.matrice;
  const commun = { matrice: brouillon.contenu, types, questions, saisie, reference };
  return (
    <>
      <Card title="La grille">
        <GrilleMatrice {...commun} />
      </Card>
      <div class="halves">
        <Card title="Ce que pèsent les réponses">
          <p class="muted">Une case vidée retire le poids.</p>
          <PoidsMatrice {...commun} />
          <NouveauPoids questions={questions} saisie={saisie} />
        </Card>
        <div class="stack">
          <ReglesMatrice {...commun} ici={ici} />
        </div>
      </div>
    </>
  );
}

function Actions({ brouillon, href }: Pick<Props, "brouillon" | "href">): VNode {
  const ici = `${CHEMIN}/brouillons/${brouillon.id}`;
  return (
    <>
      <ButtonLink href={href(`${ici}/simulation`)}>Simulation</ButtonLink>
      <ButtonLink href={href(`${ici}/adoption`)}>Adopter…</ButtonLink>
      <Form
        action={href(`${ici}/abandon`)}
        layout="inline"
        fields={{ version: String(brouillon.version) }}
      >
        <Button
          kind="quiet"
          confirm="Abandonner ce brouillon ? La matrice en vigueur ne change pas."
        >
          Abandonner
        </Button>
      </Form>
    </>
  );
}

function Refus(props: Props): VNode | null {
  const { etat } = props;
  switch (etat.refusal?.code) {
    case undefined:
      return null;
    case "matrice.conflit":
      return <Conflit {...props} />;
    case "matrice.incoherente":
      return <RefusMatrice etat={etat} />;
    default:
      return <ErrorSummary problems={etat.problems} />;
  }
}

/** What is saved now, beside what was typed over the former version. */
function Conflit({ consultee, brouillon, etat }: Props): VNode {
  return (
    <>
      <Alert tone="late" title="Quelqu’un a enregistré avant vous" live>
        {etat.problems[""]}
      </Alert>
      <Diff
        caption="Ce qui est enregistré, et ce que vous avez saisi"
        heads={["Enregistré", "Votre saisie"]}
        kind="compare"
        lines={ecartsMatrices(
          brouillon.contenu,
          lireMatrice(brouillon.contenu, (nom) => etat.values[nom]),
          consultee,
        ).map(({ quoi, avant, apres }) => ({ label: quoi, before: avant, after: apres }))}
      />
    </>
  );
}
