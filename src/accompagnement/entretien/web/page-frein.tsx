import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Radios, Select } from "#platform/ui/components/choices.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { DateField, TextField } from "#platform/ui/components/text-field.tsx";
import { Timeline, type TimelineEntry } from "#platform/ui/components/timeline.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { EtapeLue, FreinLu, PeriodeLue } from "../db/freins.ts";
import { libellesPoids } from "../domain/libelles.ts";
import type { SituationConsultee } from "../usecases/consulter-situation.ts";
import { libelleNature } from "../usecases/themes-en-vigueur.ts";
import { CarteActesFrein } from "./actes-frein.tsx";
import type { Href } from "./cadre.ts";
import { EtatDuFrein, EtatEtape, enCours, estOuvert, quiFait } from "./mots.tsx";
import { optionsPoids, type PropsFrein } from "./props-frein.ts";

/** One frein: where it is, what is done of it, and its whole history. */
export function PageFrein(props: PropsFrein): VNode {
  const { frein, situation, etat, href } = props;
  const { personneId, natures } = situation;
  return (
    <div class="stack">
      <p>
        <a href={href(`/personnes/${personneId}/situation`)}>Situation et freins</a>
      </p>
      <div class="row-between">
        <div>
          <p class="muted">
            {libelleNature(natures, frein.nature)} ·{" "}
            <a class="no-print" href={href(`/ressources?theme=${frein.nature}`)}>
              Chercher une ressource
            </a>
          </p>
          <h2>{frein.libelle}</h2>
        </div>
        <EtatDuFrein frein={frein} />
      </div>
      <ErrorSummary problems={etat.problems} />
      <div class="with-side">
        <div class="stack">
          <Etapes {...props} />
          <Card title="Histoire de ce frein">
            <Timeline label="Histoire de ce frein" entries={histoire(frein)} />
          </Card>
        </div>
        {props.peutSaisir && <CarteActesFrein {...props} />}
      </div>
    </div>
  );
}

function Etapes(props: PropsFrein): VNode {
  const { frein } = props;
  return (
    <Card title="Étapes">
      {frein.etapes.length === 0 ? (
        <p class="muted">Aucune étape n’est prévue pour lever ce frein.</p>
      ) : (
        <ul class="tasks" aria-label="Étapes">
          {frein.etapes.map((etape) => (
            <UneEtape key={etape.id} etape={etape} {...props} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function UneEtape({
  etape,
  frein,
  situation: { personneId, le },
  href,
  peutSaisir,
}: PropsFrein & { readonly etape: EtapeLue }): VNode {
  const action = (suite: string) => href(`/personnes/${personneId}/etapes/${etape.id}/${suite}`);
  const fields = { le: formatDate(le) };
  return (
    <li>
      <div class="tasks-main">
        {etape.quoi}
        <span class="tasks-hint">
          {quiFait(etape)}
          {etape.pourLe === null ? "" : `, pour le ${formatDate(etape.pourLe)}`}
        </span>
        {peutSaisir && enCours(etape) && estOuvert(frein) && (
          <div class="row no-print">
            <Form action={action("faite")} fields={fields} layout="inline">
              <Button small>
                C’est fait<span class="visually-hidden"> : {etape.quoi}</span>
              </Button>
            </Form>
            <Form action={action("abandonnee")} fields={fields} layout="inline">
              <Button small kind="quiet">
                Abandonner<span class="visually-hidden"> : {etape.quoi}</span>
              </Button>
            </Form>
          </div>
        )}
      </div>
      <EtatEtape etape={etape} le={le} />
    </li>
  );
}

/** What happened, the latest first. */
function histoire({ periodes, etapes }: FreinLu): readonly TimelineEntry[] {
  const faits = [
    ...periodes.flatMap((periode, rang) => faitsDeLaPeriode(periode, periodes[rang - 1])),
    ...etapes.flatMap((etape) => [
      ...(etape.faiteLe === null
        ? []
        : [{ le: etape.faiteLe, par: etape.faitePar, what: `Étape faite : ${etape.quoi}` }]),
      ...(etape.abandonneeLe === null
        ? []
        : [
            {
              ...{ le: etape.abandonneeLe, par: etape.abandonneePar },
              what: `Étape abandonnée : ${etape.quoi}`,
            },
          ]),
    ]),
  ];
  return faits
    .map((fait, rang) => ({ ...fait, rang }))
    .toSorted((a, b) => (a.le === b.le ? b.rang - a.rang : a.le < b.le ? 1 : -1))
    .map(({ le, par, what, detail, rang }: Fait & { readonly rang: number }) => ({
      key: String(rang),
      when: `${formatDate(le)}, par ${par ?? "quelqu’un"}`,
      what,
      ...(detail && { detail }),
    }));
}

interface Fait {
  readonly le: string;
  readonly par: string | null;
  readonly what: string;
  readonly detail?: string;
}

function faitsDeLaPeriode(periode: PeriodeLue, avant: PeriodeLue | undefined): readonly Fait[] {
  const poids = libellesPoids[periode.poids].toLocaleLowerCase("fr");
  const debut = {
    ...{ le: periode.du, par: periode.par },
    what:
      avant?.fin === "repese"
        ? `Pesé de nouveau : ${poids}`
        : `${avant ? "Rouvert" : "Ouvert"}, ${poids}`,
    ...(periode.motif && { detail: periode.motif }),
  };
  if (periode.fin !== "leve" || periode.au === null) return [debut];
  const preuve = [periode.preuve, periode.document].filter(Boolean).join(" – ");
  return [
    debut,
    { le: periode.au, par: periode.closPar, what: "Levé", detail: `Preuve : ${preuve}` },
  ];
}

interface PropsNouveau {
  readonly situation: SituationConsultee;
  /** The theme it is seen in, when the référent comes from there. */
  readonly theme: string | null;
  readonly naturesDuTheme: readonly string[];
  readonly etat: FormState;
  readonly href: Href;
}

export function PageNouveauFrein(props: PropsNouveau): VNode {
  const { situation, theme, naturesDuTheme, etat, href } = props;
  const { personneId, natures, le } = situation;
  const valeur = (nom: string, initiale = "") => etat.values[nom] ?? initiale;
  return (
    <div class="stack measure">
      <h2>Ouvrir un frein</h2>
      <ErrorSummary problems={etat.problems} />
      <Form
        action={href(`/personnes/${personneId}/freins`)}
        fields={{ theme: valeur("theme", theme ?? "") }}
        label="Ouvrir un frein"
      >
        <Select
          name="nature"
          label="Nature"
          empty="Choisir"
          options={natures.map(({ code, libelle }) => ({ value: code, label: libelle }))}
          value={valeur("nature", naturesDuTheme[0] ?? "")}
          error={etat.problems["nature"]}
        />
        <TextField
          name="libelle"
          label="Ce qui fait obstacle"
          hint="En quelques mots : « Pas de mode de garde avant 8 h ». Pour la santé, la conséquence seule."
          value={valeur("libelle")}
          error={etat.problems["libelle"]}
        />
        <Radios
          name="poids"
          label="Ce qu’il pèse"
          layout="inline"
          options={optionsPoids}
          value={valeur("poids")}
          error={etat.problems["poids"]}
        />
        <DateField
          name="le"
          label="Ouvert le"
          value={valeur("le", formatDate(le))}
          error={etat.problems["le"]}
        />
        <FormActions>
          <Button kind="primary">Ouvrir le frein</Button>
          <ButtonLink kind="quiet" href={href(`/personnes/${personneId}/situation`)}>
            Annuler
          </ButtonLink>
        </FormActions>
      </Form>
    </div>
  );
}
