import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Checkboxes, Radios } from "#platform/ui/components/choices.tsx";
import { Diff } from "#platform/ui/components/diff.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { DateField, Textarea, TextField } from "#platform/ui/components/text-field.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { EntretienLu } from "../db/entretiens.ts";
import { modalites } from "../domain/entretien.ts";
import type { EntretiensConsultes } from "../usecases/entretiens.ts";
import type { Href } from "./cadre.ts";
import { aSuivre } from "./page-entretiens.tsx";

export interface PropsEcrire {
  readonly consultes: EntretiensConsultes;
  readonly brouillon: EntretienLu | null;
  readonly corrige: EntretienLu | null;
  readonly rendezVousId: number | null;
  readonly etat: FormState;
  readonly href: Href;
}

const optionsModalite = Object.entries(modalites).map(([value, label]) => ({ value, label }));

/** One short page: what was said, what is decided, what follows. Everything but the text is already filled. */
export function PageEcrireEntretien(props: PropsEcrire): VNode {
  const { consultes, brouillon, corrige, etat, href } = props;
  const depart = brouillon ?? corrige;
  const valeur = (nom: string, initiale: string) => etat.values[nom] ?? initiale;
  const ici = `/personnes/${consultes.personneId}/entretiens`;
  return (
    <div class="stack measure">
      <h2>{corrige ? "Corriger un entretien" : "Raconter un entretien"}</h2>
      {corrige && (
        <Alert tone="waiting">
          L’entretien publié reste lisible sous la correction : il ne change pas.
        </Alert>
      )}
      {etat.refusal?.code === "entretien.conflit" ? (
        <Conflit etat={etat} brouillon={brouillon} />
      ) : (
        <ErrorSummary problems={etat.problems} />
      )}
      <Form action={href(ici)} fields={cachees(props)} label="Entretien">
        <div class="form-columns">
          <DateField
            name="le"
            label="Jour"
            value={valeur("le", formatDate(depart?.le ?? consultes.le))}
            error={etat.problems["le"]}
          />
          <TextField
            name="dureeMinutes"
            label="Durée"
            suffix="minutes"
            inputMode="numeric"
            width={5}
            optional
            value={valeur(
              "dureeMinutes",
              depart === null ? "30" : String(depart.dureeMinutes ?? ""),
            )}
            error={etat.problems["dureeMinutes"]}
          />
        </div>
        <Radios
          name="modalite"
          label="Comment"
          layout="inline"
          options={optionsModalite}
          value={valeur("modalite", depart?.modalite ?? "sur-place")}
          error={etat.problems["modalite"]}
        />
        <Textarea
          name="texte"
          label="Ce qui s’est dit"
          hint="La personne peut le lire. Rien sur la cause d’un problème de santé."
          rows={6}
          value={valeur("texte", depart?.texte ?? "")}
          error={etat.problems["texte"]}
        />
        <Textarea
          name="decide"
          label="Ce qui est décidé"
          rows={2}
          optional
          value={valeur("decide", depart?.decide ?? "")}
          error={etat.problems["decide"]}
        />
        <div class="form-columns">
          <TextField
            name="suite"
            label="La suite"
            optional
            value={valeur("suite", depart?.suite ?? "")}
            error={etat.problems["suite"]}
          />
          <DateField
            name="suiteLe"
            label="Pour le"
            optional
            value={valeur("suiteLe", formatDate(depart?.suiteLe ?? null))}
            error={etat.problems["suiteLe"]}
          />
        </div>
        <SuitesADonner {...props} />
        <FormActions>
          <Button kind="primary" name="geste" value="publier">
            Publier
          </Button>
          <Button name="geste" value="garder">
            Garder en brouillon
          </Button>
          <ButtonLink kind="quiet" href={href(ici)}>
            Annuler
          </ButtonLink>
        </FormActions>
        <p class="muted small">
          Un brouillon n’est lu que de vous. Publié, un entretien est lu de ceux qui suivent la
          personne et ne change plus.
        </p>
      </Form>
    </div>
  );
}

function cachees({ brouillon, corrige, rendezVousId, etat }: PropsEcrire): Record<string, string> {
  const conflit = etat.refusal?.code === "entretien.conflit";
  return {
    entretienId: String(brouillon?.id ?? ""),
    version: String(
      conflit ? (brouillon?.version ?? 0) : (etat.values["version"] ?? brouillon?.version ?? 0),
    ),
    corrigeId: String(corrige?.id ?? brouillon?.corrigeId ?? ""),
    rendezVousId: String(rendezVousId ?? brouillon?.rendezVousId ?? ""),
  };
}

/** Earlier notes that wait for something: this meeting may have done it. */
function SuitesADonner({ consultes, etat, corrige }: PropsEcrire): VNode | null {
  const attendues = consultes.entretiens.filter((un) => aSuivre(un) && un.id !== corrige?.id);
  if (attendues.length === 0) return null;
  return (
    <Checkboxes
      name="donneSuite"
      label="Ce que cet entretien a fait"
      filter
      options={attendues.map(({ id, le, suite }) => ({
        value: String(id),
        label: suite,
        hint: `dit le ${formatDate(le)}`,
      }))}
      values={etat.all("donneSuite")}
    />
  );
}

function Conflit({
  etat,
  brouillon,
}: {
  readonly etat: FormState;
  readonly brouillon: EntretienLu | null;
}): VNode {
  const ligne = (label: string, before: string | undefined, nom: string) => ({
    label,
    before: before || null,
    after: etat.values[nom] || null,
  });
  return (
    <>
      <Alert tone="late" title="Ce brouillon a changé" live>
        {etat.problems[""]}
      </Alert>
      <Diff
        caption="Ce qui est enregistré, et ce que vous avez saisi"
        heads={["Enregistré", "Votre saisie"]}
        kind="compare"
        lines={[
          ligne("Ce qui s’est dit", brouillon?.texte, "texte"),
          ligne("Décidé", brouillon?.decide, "decide"),
          ligne("Suite", brouillon?.suite, "suite"),
        ]}
      />
    </>
  );
}
