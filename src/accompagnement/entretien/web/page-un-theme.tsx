import type { VNode } from "preact";
import type { ThemeSituation } from "#commun/referentiel";
import type { FormState } from "#platform/http/form.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Checkbox, Checkboxes } from "#platform/ui/components/choices.tsx";
import { Diff, type DiffLine } from "#platform/ui/components/diff.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Textarea, TextField } from "#platform/ui/components/text-field.tsx";
import { Timeline } from "#platform/ui/components/timeline.tsx";
import { formatInstant } from "#platform/ui/format.ts";
import type { ThemeLu } from "../usecases/catalogue.ts";
import type { Href } from "./cadre.ts";

export interface PropsTheme {
  /** Null for a theme being added. */
  readonly lu: ThemeLu | null;
  readonly natures: ThemeLu["natures"];
  readonly etat: FormState;
  readonly href: Href;
}

/** A theme as its draft has it, what it would change, and the versions adopted. */
export function PageUnTheme(props: PropsTheme): VNode {
  const { lu, etat } = props;
  const ecrit = lu?.brouillon?.contenu ?? lu?.enVigueur?.theme ?? null;
  return (
    <>
      <PageHeader over="Thème de situation" title={ecrit?.libelle ?? "Ajouter un thème"} />
      <div class="stack">
        {etat.status === 409 ? (
          <Alert tone="late" title="Quelqu’un a enregistré avant vous" live>
            {etat.problems[""]}
          </Alert>
        ) : (
          <ErrorSummary problems={etat.problems} />
        )}
        <div class="with-side">
          <Editeur {...props} ecrit={ecrit} />
          <div class="stack">
            {lu?.brouillon && <Brouillon lu={lu} brouillon={lu.brouillon} href={props.href} />}
            {lu && <Versions lu={lu} />}
          </div>
        </div>
      </div>
    </>
  );
}

function Editeur({
  lu,
  natures,
  etat,
  href,
  ecrit,
}: PropsTheme & { readonly ecrit: ThemeSituation | null }): VNode {
  const envoye = etat.status !== 200;
  const valeur = (nom: string, initiale: string) => (envoye ? (etat.values[nom] ?? "") : initiale);
  const coche = (nom: string, initiale: boolean) =>
    envoye ? etat.values[nom] !== undefined : initiale;
  const revision = String(lu?.brouillon?.revision ?? 0);
  const lignes = (liste: ThemeSituation["situations"] | undefined) =>
    (liste ?? []).map(({ libelle }) => libelle).join("\n");
  return (
    <Form
      action={href(lu ? `/themes/${lu.code}` : "/themes/nouveau")}
      layout="wide"
      fields={{
        revision: etat.status === 409 ? revision : (etat.values["revision"] ?? revision),
      }}
      label="Thème"
    >
      <TextField
        name="libelle"
        label="Nom du thème"
        value={valeur("libelle", ecrit?.libelle ?? "")}
        error={etat.problems["contenu.libelle"] ?? etat.problems["contenu.code"]}
      />
      <Textarea
        name="aide"
        label="Ce que le référent lit avant d’écrire"
        rows={3}
        optional
        value={valeur("aide", ecrit?.aide ?? "")}
      />
      <Textarea
        name="situations"
        label="Situations"
        hint="Une par ligne. Un texte changé devient une nouvelle situation ; ce qui est signé garde l’ancienne."
        rows={10}
        optional
        value={valeur("situations", lignes(ecrit?.situations))}
        error={etat.problems["contenu.situations"]}
      />
      <Textarea
        name="objectifs"
        label="Objectifs"
        hint="Un par ligne."
        rows={7}
        optional
        value={valeur("objectifs", lignes(ecrit?.objectifs))}
        error={etat.problems["contenu.objectifs"]}
      />
      <Checkboxes
        name="freins"
        label="Freins que ce thème peut ouvrir"
        filter
        options={natures.map(({ code, libelle }) => ({ value: code, label: libelle }))}
        values={envoye ? etat.all("freins") : (ecrit?.freins ?? [])}
      />
      <Checkbox
        name="consequencesSeules"
        label="Rappeler de n’écrire que les conséquences"
        hint="Pour ce qui touche à la santé ou à la vie privée."
        filter
        checked={coche("consequencesSeules", ecrit?.consequencesSeules ?? false)}
      />
      <Checkbox
        name="pose"
        label="Ce thème est demandé"
        hint="Un thème qui ne l’est plus reste lisible là où il a été répondu."
        filter
        checked={coche("pose", ecrit?.pose ?? true)}
      />
      <FormActions>
        <Button kind="primary">Enregistrer le brouillon</Button>
      </FormActions>
    </Form>
  );
}

function Brouillon({
  lu,
  brouillon,
  href,
}: {
  readonly lu: ThemeLu;
  readonly brouillon: NonNullable<ThemeLu["brouillon"]>;
  readonly href: Href;
}): VNode {
  const lignes = ecartsThemes(lu.enVigueur?.theme ?? null, brouillon.contenu);
  const fields = { revision: String(brouillon.revision) };
  return (
    <Card
      title="Brouillon"
      tone="soon"
      foot={
        <p class="muted small">
          {brouillon.ecritPar}, le {formatInstant(brouillon.ecritLe)}
        </p>
      }
    >
      {lignes.length === 0 ? (
        <p>Ce brouillon ne change rien à ce qui est en vigueur.</p>
      ) : (
        <Diff caption="Ce que ce brouillon change" lines={lignes} />
      )}
      <div class="row">
        <Form action={href(`/themes/${lu.code}/adopter`)} fields={fields} layout="inline">
          <Button
            kind="primary"
            confirm="Adopter ce thème ? Les référents le liront ainsi dès maintenant."
          >
            Adopter
          </Button>
        </Form>
        <Form action={href(`/themes/${lu.code}/abandonner`)} fields={fields} layout="inline">
          <Button kind="quiet" confirm="Abandonner ce brouillon ?">
            Abandonner
          </Button>
        </Form>
      </div>
    </Card>
  );
}

/** What another version says otherwise: lines added and lines taken away. */
function ecartsThemes(avant: ThemeSituation | null, apres: ThemeSituation): readonly DiffLine[] {
  const dire = (theme: ThemeSituation | null): readonly (readonly [string, string])[] => [
    ["Nom", theme?.libelle ?? ""],
    ["Aide", theme?.aide ?? ""],
    ["Situations", (theme?.situations ?? []).map(({ libelle }) => libelle).join(" · ")],
    ["Objectifs", (theme?.objectifs ?? []).map(({ libelle }) => libelle).join(" · ")],
    ["Freins", (theme?.freins ?? []).join(" · ")],
    ["Conséquences seules", theme?.consequencesSeules ? "oui" : "non"],
    ["Demandé", theme === null || theme.pose ? "oui" : "non"],
  ];
  const connus = new Map(dire(avant));
  return dire(apres)
    .map(([label, after]) => ({ label, before: connus.get(label) || null, after: after || null }))
    .filter(({ before, after }) => before !== after);
}

function Versions({ lu }: { readonly lu: ThemeLu }): VNode {
  return (
    <Card title="Versions adoptées">
      {lu.adoptees.length === 0 ? (
        <p class="muted">
          {lu.enVigueur
            ? "Celle du référentiel est en vigueur."
            : "Ce thème n’est pas encore adopté."}
        </p>
      ) : (
        <Timeline
          label="Versions adoptées"
          entries={lu.adoptees.map(({ version, adoptePar, adopteLe }) => ({
            key: String(version),
            when: adopteLe === null ? "" : `${formatInstant(adopteLe)}, par ${adoptePar ?? ""}`,
            what: `Version ${version ?? ""}`,
          }))}
        />
      )}
    </Card>
  );
}
