import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Button } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Radios, Select } from "#platform/ui/components/choices.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { type Task, TaskList } from "#platform/ui/components/task-list.tsx";
import { DateField, Textarea } from "#platform/ui/components/text-field.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { demandeursEnMots } from "../domain/libelles.ts";
import { libelleType } from "../domain/types.ts";
import type { DemandeConsultee } from "../usecases/consulter-demande.ts";
import { type Href, nommer } from "./mots.tsx";
import { optionsReferents, optionsServices, problemesDuService } from "./options.ts";

interface Props {
  readonly consultee: DemandeConsultee;
  readonly etat: FormState;
  readonly href: Href;
  readonly decide: boolean;
}

const etats = {
  "en-instance": ["soon", "En instance"],
  reorientee: ["ok", "Réorientée"],
  maintenue: ["ok", "Maintenue"],
  "sans-objet": ["closed", "Sans objet"],
} as const;

export function PageReorientation(props: Props): VNode {
  const { consultee, etat, href, decide } = props;
  const { demande, present, orientation, types, instances } = consultee;
  const [tone, mot] = etats[demande.etat];
  return (
    <>
      <PageHeader
        over="Demande de réorientation"
        title={nommer(present)}
        meta={
          <>
            <Etat tone={tone}>{mot}</Etat>
            <a href={href(`/personnes/${present.personneId}/orientation`)}>Son orientation</a>
          </>
        }
      />
      <div class="stack">
        <ErrorSummary problems={problemesDuService(etat.problems)} />
        <div class="with-side">
          <div class="stack">
            <Card title="La demande">
              <FactsList
                layout="lines"
                facts={[
                  {
                    label: "Demandée",
                    value: `le ${formatDate(demande.le)} par ${demandeursEnMots[demande.demandeur]}`,
                  },
                  { label: "Motif", value: demande.motif },
                  {
                    label: "Orientation actuelle",
                    value: orientation && libelleType(types, orientation.type),
                    note: orientation ? `depuis le ${formatDate(orientation.du)}` : undefined,
                  },
                  {
                    label: "Orientation souhaitée",
                    value: demande.typeSouhaite && libelleType(types, demande.typeSouhaite),
                  },
                ]}
              />
            </Card>
            {instances.length > 0 && (
              <Card title="Avis">
                <TaskList label="Instances" tasks={instances.map((une) => etape(une, consultee))} />
              </Card>
            )}
          </div>
          {decide && demande.etat === "en-instance" && (
            <div class="stack">
              <Suite {...props} />
            </div>
          )}
        </div>
      </div>
    </>
  );
}

function etape(
  { code, libelle }: { readonly code: string; readonly libelle: string },
  { examens, restantes }: DemandeConsultee,
): Task {
  const examen = examens.find(({ instance }) => instance === code);
  if (examen) {
    const favorable = examen.avis === "favorable";
    return {
      key: code,
      label: libelle,
      hint: [`le ${formatDate(examen.le)}`, examen.commentaire].filter(Boolean).join(" : "),
      state: (
        <Etat tone={favorable ? "ok" : "closed"}>{favorable ? "Favorable" : "Défavorable"}</Etat>
      ),
    };
  }
  return {
    key: code,
    label: libelle,
    state: (
      <Etat tone={restantes[0]?.code === code ? "soon" : "neutral"}>
        {restantes[0]?.code === code ? "À consulter" : "Ensuite"}
      </Etat>
    ),
  };
}

function Suite(props: Props): VNode {
  const { consultee, href } = props;
  const { demande, restantes } = consultee;
  const champs = { version: String(demande.version) };
  const base = `/orientation/reorientations/${demande.id}`;
  const [prochaine] = restantes;
  if (prochaine) {
    return (
      <Card title={`Avis : ${prochaine.libelle}`}>
        <Form
          action={href(`${base}/examiner`)}
          layout="wide"
          fields={{ ...champs, instance: prochaine.code }}
        >
          <DateField {...champ(props, "le")} label="Jour de l’examen" />
          <Radios
            {...champ(props, "avis")}
            label="Avis"
            options={[
              { value: "favorable", label: "Favorable à une réorientation" },
              { value: "defavorable", label: "Défavorable" },
            ]}
          />
          <Textarea {...champ(props, "commentaire")} label="Commentaire" rows={3} optional />
          <FormActions>
            <Button kind="primary">Enregistrer l’avis</Button>
          </FormActions>
        </Form>
      </Card>
    );
  }
  return (
    <Card title="Décider">
      <Form action={href(`${base}/decider`)} layout="wide" fields={champs}>
        <ChampsDecision {...props} />
        <FormActions>
          <Button kind="primary">Décider</Button>
        </FormActions>
      </Form>
    </Card>
  );
}

function ChampsDecision(props: Props): VNode {
  const { types, services } = props.consultee;
  const problems = problemesDuService(props.etat.problems);
  return (
    <>
      <Radios
        {...champ(props, "decision")}
        label="Décision"
        options={[
          { value: "reorientee", label: "Réorienter" },
          { value: "maintenue", label: "Maintenir l’orientation" },
        ]}
      />
      <Select
        {...champ(props, "service")}
        label="Nouveau type et nouvelle structure"
        hint="Pour une réorientation"
        empty="Choisissez"
        options={optionsServices(types, services)}
        error={problems["service"]}
        optional
      />
      <Select
        {...champ(props, "referentId")}
        label="Référent"
        empty="La structure le désignera"
        options={optionsReferents(services)}
        optional
      />
      <Textarea {...champ(props, "motif")} label="Motif" rows={3} />
    </>
  );
}

function champ({ etat }: Props, name: string) {
  return { name, value: etat.values[name] ?? "", error: etat.problems[name] };
}
