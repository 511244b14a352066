import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Checkboxes } from "#platform/ui/components/choices.tsx";
import { Diff } from "#platform/ui/components/diff.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { Textarea } from "#platform/ui/components/text-field.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { BilanLu } from "../db/bilans.ts";
import { type ContenuBilan, ecartsBilan } from "../domain/bilan.ts";
import type { ThemeDePersonne } from "../usecases/consulter-situation.ts";
import type { Href } from "./cadre.ts";
import { adresseTheme, UneVersion } from "./page-situation.tsx";

interface Props {
  readonly lu: ThemeDePersonne;
  readonly etat: FormState;
  readonly href: Href;
  readonly peutSaisir: boolean;
}

/** One theme: what is answered today, and what each version changed. */
export function PageTheme(props: Props): VNode {
  const { lu, etat, href, peutSaisir } = props;
  const { theme, versions, personneId } = lu;
  const [derniere] = versions;
  return (
    <div class="stack">
      <p>
        <a href={href(`/personnes/${personneId}/situation`)}>Situation et freins</a>
      </p>
      <h2>{theme.libelle}</h2>
      <div class="with-side">
        <div class="stack">
          {etat.refusal?.code === "bilan.conflit" ? (
            <Conflit lu={lu} etat={etat} />
          ) : (
            <ErrorSummary problems={etat.problems} />
          )}
          {peutSaisir && theme.pose ? (
            <Formulaire {...props} />
          ) : (
            derniere && (
              <Card title="Dernière version">
                <UneVersion bilan={derniere} />
              </Card>
            )
          )}
        </div>
        <div class="stack">
          {peutSaisir && theme.freins.length > 0 && (
            <ButtonLink href={href(`/personnes/${personneId}/freins/nouveau?theme=${theme.code}`)}>
              Ouvrir un frein de ce thème
            </ButtonLink>
          )}
          <Versions versions={versions} />
        </div>
      </div>
    </div>
  );
}

function Formulaire({ lu, etat, href }: Props): VNode {
  const { theme, personneId, versions } = lu;
  const [derniere] = versions;
  const envoye = etat.status !== 200;
  const coches = (nom: "situations" | "objectifs") =>
    envoye ? etat.all(nom) : (derniere?.contenu[nom] ?? []).map(({ code }) => code);
  const options = (nom: "situations" | "objectifs") =>
    avecAnciens(theme[nom], derniere?.contenu[nom] ?? []).map(({ code, libelle }) => ({
      value: code,
      label: libelle,
    }));
  return (
    <Form
      action={href(adresseTheme(personneId, theme.code))}
      fields={{ precedentId: String(derniere?.id ?? 0) }}
      label={theme.libelle}
    >
      {theme.consequencesSeules ? (
        <Alert tone="soon" title="Les conséquences, jamais les causes">
          {theme.aide}
        </Alert>
      ) : (
        <p class="muted">{theme.aide}</p>
      )}
      {theme.situations.length > 0 && (
        <Checkboxes
          name="situations"
          label="Situation"
          options={options("situations")}
          values={coches("situations")}
          error={etat.problems["situations"]}
          filter
        />
      )}
      {theme.objectifs.length > 0 && (
        <Checkboxes
          name="objectifs"
          label="Objectifs"
          options={options("objectifs")}
          values={coches("objectifs")}
          error={etat.problems["objectifs"]}
          filter
        />
      )}
      <Textarea
        name="texte"
        label="Observations"
        optional
        rows={4}
        value={envoye ? (etat.values["texte"] ?? "") : (derniere?.contenu.texte ?? "")}
        error={etat.problems["texte"]}
      />
      <FormActions>
        <Button kind="primary">Signer cette version</Button>
        <ButtonLink kind="quiet" href={href(`/personnes/${personneId}/situation`)}>
          Annuler
        </ButtonLink>
      </FormActions>
    </Form>
  );
}

/** What she had answered in words the theme no longer has may stay, or be unticked. */
function avecAnciens(
  choix: ContenuBilan["situations"],
  coches: ContenuBilan["situations"],
): ContenuBilan["situations"] {
  const connus = new Set(choix.map(({ code }) => code));
  return [...choix, ...coches.filter(({ code }) => !connus.has(code))];
}

function Versions({ versions }: { readonly versions: readonly BilanLu[] }): VNode | null {
  if (versions.length === 0) return null;
  return (
    <Card title="Versions signées">
      <ol class="timeline" aria-label="Versions signées">
        {versions.map((version, rang) => {
          const precedente = versions[rang + 1];
          return (
            <li key={version.id}>
              <p class="timeline-when">{`${formatDate(version.le)}, par ${version.par}`}</p>
              <details class="why" open={rang === 0 && precedente !== undefined}>
                <summary>{precedente ? "Ce qui a changé" : "Première version"}</summary>
                {precedente ? (
                  <Diff
                    caption={`Ce que la version du ${formatDate(version.le)} a changé`}
                    lines={ecartsBilan(precedente.contenu, version.contenu)}
                  />
                ) : (
                  <UneVersion bilan={version} />
                )}
              </details>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}

function Conflit({ lu, etat }: Pick<Props, "lu" | "etat">): VNode {
  const { theme, versions } = lu;
  const [derniere] = versions;
  const nommer = (nom: "situations" | "objectifs") =>
    avecAnciens(theme[nom], derniere?.contenu[nom] ?? []).filter(({ code }) =>
      etat.all(nom).includes(code),
    );
  const saisie: ContenuBilan = {
    libelle: theme.libelle,
    situations: nommer("situations"),
    objectifs: nommer("objectifs"),
    texte: etat.values["texte"] ?? "",
  };
  return (
    <>
      <Alert tone="late" title="Quelqu’un a signé avant vous" live>
        {etat.problems[""]}
      </Alert>
      <Diff
        caption="Ce qui est signé, et ce que vous avez saisi"
        heads={["Signé", "Votre saisie"]}
        kind="compare"
        lines={ecartsBilan(derniere?.contenu ?? null, saisie)}
      />
    </>
  );
}
