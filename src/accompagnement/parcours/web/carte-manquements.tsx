import type { VNode } from "preact";
import { Button } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Radios } from "#platform/ui/components/choices.tsx";
import { Form } from "#platform/ui/components/form.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { DateField, Textarea } from "#platform/ui/components/text-field.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { State } from "#platform/ui/tone.ts";
import type { AbsenceDatee, ManquementDate } from "../db/consultation.ts";
import { type EtatManquement, etatsManquement } from "../domain/manquement.ts";
import { ChampsManquement, champ, FormulaireActe, type PropsActes } from "./actes-personne.tsx";

const tons: Readonly<Record<EtatManquement, State>> = {
  signale: "waiting",
  recu: "soon",
  classe: "closed",
  "a-presenter": "late",
};

/** What was not held, and the absences of which the référent has still to say whether they are one. */
export function CarteManquements(props: PropsActes): VNode | null {
  const { manquements, absences } = props.parcours;
  if (manquements.length + absences.length === 0) return null;
  return (
    <Card title="Manquements" id="manquements">
      <div class="stack">
        {absences.map((absence) => (
          <AbsenceAExaminer key={absence.id} {...props} absence={absence} />
        ))}
        {manquements.map((manquement) => (
          <Manquement key={manquement.id} {...props} manquement={manquement} />
        ))}
      </div>
    </Card>
  );
}

function AbsenceAExaminer(props: PropsActes & { readonly absence: AbsenceDatee }): VNode {
  const { absence, droits } = props;
  const signaler = `signaler.a${absence.id}`;
  const ecarter = `ecarter.${absence.id}`;
  const fields = { absenceId: String(absence.id) };
  return (
    <section class="stack-tight" aria-label={`Absence du ${formatDate(absence.survenueLe)}`}>
      <p>
        <Etat tone="waiting">À examiner</Etat> <span class="strong">{absence.motif}</span> du{" "}
        {formatDate(absence.survenueLe)} : la personne n’est pas venue et n’a pas prévenu. À vous de
        dire si c’est un manquement.
      </p>
      {droits.has("manquement:signaler") && (
        <>
          <details open={props.acte === ecarter}>
            <summary>Ce n’en est pas un</summary>
            <FormulaireActe
              {...props}
              cle={ecarter}
              titre="Écarter l’absence"
              bouton="Écarter"
              fields={fields}
            >
              <Textarea {...champ(props, ecarter, "motif")} label="Pourquoi" rows={2} />
            </FormulaireActe>
          </details>
          <details open={props.acte === signaler}>
            <summary>Signaler un manquement</summary>
            <FormulaireActe
              {...props}
              cle={signaler}
              titre="Signaler le manquement"
              bouton="Signaler au département"
              fields={fields}
            >
              <ChampsManquement {...props} cle={signaler} />
            </FormulaireActe>
          </details>
        </>
      )}
    </section>
  );
}

function Manquement(props: PropsActes & { readonly manquement: ManquementDate }): VNode {
  const { manquement, parcours } = props;
  const engagement =
    parcours.regles.manquements.find(({ code }) => code === manquement.engagement)?.libelle ??
    manquement.engagement;
  return (
    <section class="stack-tight" aria-label={`Manquement du ${formatDate(manquement.survenuLe)}`}>
      <p>
        <Etat tone={tons[manquement.etat]}>{etatsManquement[manquement.etat]}</Etat>{" "}
        <span class="strong">{engagement}</span>, le {formatDate(manquement.survenuLe)}
      </p>
      <p>{manquement.faits}</p>
      {manquement.preuves && <p class="small">Pièces : {manquement.preuves}</p>}
      {manquement.explications.map(({ le, texte, auteur }) => (
        <p key={`${le}${texte}`} class="small">
          La personne explique, le {formatDate(le)} (recueilli par {auteur}) : {texte}
        </p>
      ))}
      <p class="muted small">{histoire(manquement)}</p>
      <Suites {...props} />
    </section>
  );
}

function histoire({
  signaleLe,
  signataire,
  recuLe,
  suiteLe,
  motifSuite,
  etat,
}: ManquementDate): string {
  return [
    `Signalé le ${formatDate(signaleLe)} par ${signataire}`,
    recuLe && `reçu par le département le ${formatDate(recuLe)}`,
    suiteLe && `${etatsManquement[etat].toLowerCase()} le ${formatDate(suiteLe)} : ${motifSuite}`,
  ]
    .filter(Boolean)
    .join(" ; ");
}

function Suites(props: PropsActes & { readonly manquement: ManquementDate }): VNode | null {
  const { manquement, parcours, href, droits } = props;
  const { id, etat, version } = manquement;
  const recoit = droits.has("manquement:recevoir");
  const entend = recoit || droits.has("manquement:signaler");
  const fields = { manquementId: String(id), version: String(version) };
  const expliquer = `expliquer.${id}`;
  const suite = `suite.${id}`;
  return (
    <div class="stack-tight no-print">
      {recoit && etat === "signale" && (
        <Form
          action={href(`/personnes/${parcours.personneId}/parcours/recevoir`)}
          fields={fields}
          label="Recevoir le manquement"
        >
          <Button kind="primary">Accuser réception</Button>
        </Form>
      )}
      {recoit && (etat === "recu" || etat === "a-presenter") && (
        <details open={props.acte === suite}>
          <summary>Dire la suite</summary>
          <FormulaireActe
            {...props}
            cle={suite}
            titre="Suite du manquement"
            bouton="Enregistrer la suite"
            fields={fields}
          >
            <Radios
              {...champ(props, suite, "suite")}
              label="Suite"
              options={[
                ...(etat === "recu"
                  ? [{ value: "a-presenter", label: "À présenter en commission" }]
                  : []),
                { value: "classe", label: "Classer" },
              ]}
            />
            <Textarea {...champ(props, suite, "motif")} label="Motif" rows={2} />
          </FormulaireActe>
        </details>
      )}
      {entend && etat !== "classe" && (
        <details open={props.acte === expliquer}>
          <summary>Recueillir ses explications</summary>
          <FormulaireActe
            {...props}
            cle={expliquer}
            titre="Explications de la personne"
            bouton="Enregistrer"
            fields={fields}
          >
            <DateField {...champ(props, expliquer, "le")} label="Recueillies le" />
            <Textarea
              {...champ(props, expliquer, "explication")}
              label="Ce que la personne explique"
              rows={3}
            />
          </FormulaireActe>
        </details>
      )}
    </div>
  );
}
