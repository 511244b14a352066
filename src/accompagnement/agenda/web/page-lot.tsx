import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Checkbox, Radios, Select } from "#platform/ui/components/choices.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { DateField } from "#platform/ui/components/text-field.tsx";
import { formatCount } from "#platform/ui/format.ts";
import type { SansCreneau } from "../domain/affectation.ts";
import { libellesSansCreneau } from "../domain/libelles.ts";
import type { LotPrepare } from "../usecases/affecter-creneaux.ts";
import type { AgendaLu } from "../usecases/lire-agenda.ts";
import { momentEnMots } from "../usecases/moments.ts";
import { adresse, type Href, nomDe, nomMembre } from "./mots.tsx";

interface Choix {
  readonly agenda: AgendaLu;
  readonly etat: FormState;
  readonly href: Href;
}

/** Whom to convene: who is followed here, or a choice made in the list of persons. */
export function PageChoisirLot({ agenda, etat, href }: Choix): VNode {
  return (
    <>
      <PageHeader over={agenda.structure?.nom} title="Convoquer un groupe" />
      <div class="stack measure">
        <ErrorSummary problems={etat.problems} />
        <Form
          action={href("/agenda/lot")}
          fields={{ structure: String(agenda.structure?.id ?? "") }}
        >
          <Select
            name="referentId"
            label="Personnes suivies par"
            empty="Toute l’équipe"
            value={etat.values["referentId"]}
            options={agenda.equipe.map((membre) => ({
              value: String(membre.id),
              label: nomMembre(membre),
            }))}
          />
          <Checkbox
            name="sansRendezVous"
            label="Seulement celles qui n’ont aucun rendez-vous à venir"
            checked
          />
          <FormActions>
            <Button kind="primary">Continuer</Button>
          </FormActions>
        </Form>
        <p>
          Pour un autre choix, filtrez{" "}
          <a href={href(adresse("/personnes", { structure: agenda.structure?.id }))}>
            la liste des personnes
          </a>
          , cochez-les, puis « Donner des rendez-vous ».
        </p>
      </div>
    </>
  );
}

interface Props extends Choix {
  readonly prepare: LotPrepare;
}

/** The settings, then who gets which slot, then the act. */
export function PageLot(props: Props): VNode {
  const { prepare, etat, href } = props;
  const { lot, repartition } = prepare;
  return (
    <>
      <PageHeader
        over="Convoquer un groupe"
        title={lot.libelle}
        meta={<span>{formatCount(lot.personnes.length, "personne", "personnes")}</span>}
      />
      <div class="stack">
        <ErrorSummary problems={etat.problems} />
        {lot.affecteLe === null ? <Reglages {...props} /> : <Fait lot={lot} href={href} />}
        {repartition && <Apercu {...props} />}
      </div>
    </>
  );
}

function Reglages({ agenda, etat: { values, problems }, prepare, href }: Props): VNode {
  return (
    <Form
      action={href(`/agenda/lot/${prepare.lot.id}`)}
      method="get"
      layout="wide"
      label="Choisir le motif et les jours"
    >
      <div class="grid-3">
        <Select
          name="structure"
          label="Structure"
          value={values["structure"]}
          options={agenda.structures.map(({ id, nom }) => ({ value: String(id), label: nom }))}
        />
        <Select
          name="motif"
          label="Motif"
          value={values["motif"]}
          error={problems["motif"]}
          options={agenda.regle.motifs.map(({ code, libelle }) => ({
            value: code,
            label: libelle,
          }))}
        />
        <Radios
          name="chez"
          label="Chaque personne"
          layout="inline"
          value={values["chez"] ?? "referent"}
          options={[
            { value: "referent", label: "chez son référent" },
            { value: "libre", label: "chez qui est libre" },
          ]}
        />
        <DateField name="du" label="Du" value={values["du"]} error={problems["du"]} />
        <DateField name="au" label="Au" value={values["au"]} error={problems["au"]} />
      </div>
      <FormActions>
        <Button>Voir la répartition</Button>
      </FormActions>
    </Form>
  );
}

function Apercu({ agenda, prepare, etat: { values }, href }: Props): VNode | null {
  const { repartition, personnes, lot } = prepare;
  if (!repartition) return null;
  const { affectees, sans } = repartition;
  const agents = new Map(agenda.equipe.map((membre) => [membre.id, nomMembre(membre)]));
  return (
    <>
      <Alert
        tone={sans.length === 0 ? "ok" : "soon"}
        title={`${formatCount(affectees.length, "personne aura un rendez-vous", "personnes auront un rendez-vous")}${sans.length === 0 ? "" : `, ${formatCount(sans.length, "n’en aura pas", "n’en auront pas")}`}`}
      >
        Rien n’est encore pris. Relisez, puis confirmez.
      </Alert>
      {affectees.length > 0 && (
        <Form
          action={href(`/agenda/lot/${lot.id}`)}
          layout="wide"
          busy="Prise des rendez-vous…"
          fields={Object.fromEntries(
            ["structure", "motif", "du", "au", "chez"].map((cle) => [cle, values[cle] ?? ""]),
          )}
        >
          <Table
            caption="Rendez-vous proposés"
            columns={[
              { key: "personne", label: "Personne", phone: "title" },
              { key: "quand", label: "Quand", phone: "fact" },
              { key: "agent", label: "Reçoit", phone: "fact" },
            ]}
            rows={affectees.map(({ personneId, creneau }) => ({
              key: String(personneId),
              cells: [
                nomDe(personnes.get(personneId)),
                momentEnMots(creneau.debut),
                creneau.referentId === null ? "" : (agents.get(creneau.referentId) ?? ""),
              ],
            }))}
          />
          <Checkbox
            name="convoquer"
            label="Convoquer chaque personne aussitôt"
            hint="Par courriel ou SMS si elle l’accepte, sinon par lettre"
            checked
          />
          <FormActions>
            <Button kind="primary">
              {`Prendre ${formatCount(affectees.length, "rendez-vous", "rendez-vous")}`}
            </Button>
          </FormActions>
        </Form>
      )}
      <Sans sans={sans} prepare={prepare} href={href} />
    </>
  );
}

function Sans({
  sans,
  prepare,
  href,
}: {
  readonly sans: readonly SansCreneau[];
  readonly prepare: LotPrepare;
  readonly href: Href;
}): VNode | null {
  if (sans.length === 0) return null;
  return (
    <Table
      caption="Sans rendez-vous"
      columns={[
        { key: "personne", label: "Personne", phone: "title" },
        { key: "raison", label: "Pourquoi", phone: "fact" },
      ]}
      rows={sans.map(({ personneId, raison, le }) => ({
        key: String(personneId),
        cells: [
          <a href={href(`/personnes/${personneId}/rendez-vous`)}>
            {nomDe(prepare.personnes.get(personneId))}
          </a>,
          le === null
            ? libellesSansCreneau[raison]
            : `${libellesSansCreneau[raison]}, ${momentEnMots(le)}`,
        ],
      }))}
    />
  );
}

function Fait({ lot, href }: { readonly lot: LotPrepare["lot"]; readonly href: Href }): VNode {
  return (
    <Card title="C’est fait">
      <div class="stack">
        <p>
          {formatCount(lot.rendezVous.length, "rendez-vous est pris", "rendez-vous sont pris")}.
        </p>
        <ButtonLink href={href("/agenda")}>Voir l’agenda</ButtonLink>
      </div>
    </Card>
  );
}
