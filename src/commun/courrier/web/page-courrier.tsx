import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Select } from "#platform/ui/components/choices.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { DateField } from "#platform/ui/components/text-field.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { CourrierEntier } from "../db/lire-courriers.ts";
import { moyensEnvoi, numeroCourrier, preuvesReception } from "../domain/courrier.ts";
import { libellesUsage } from "../domain/usages.ts";
import { Feuille } from "./feuille.tsx";
import { EtatCourrier, enAttente, receptionEnMots } from "./mots.tsx";
import type { Href } from "./ports.ts";

interface Props {
  readonly courrier: CourrierEntier;
  readonly href: Href;
  readonly etat: FormState;
  readonly peutEcrire: boolean;
}

export function PageCourrier({ courrier, href, etat, peutEcrire }: Props): VNode {
  const { id, contenu, titre } = courrier;
  return (
    <>
      <PageHeader
        over={`Courrier ${numeroCourrier(courrier.annee, courrier.rang)}`}
        title={`${titre}, ${contenu.destinataire[0] ?? ""}`}
        meta={
          <span id="etat-courrier" {...enAttente(!courrier.imprime, href(`/courriers/${id}`))}>
            <EtatCourrier courrier={courrier} />
          </span>
        }
      />
      <div class="stack">
        <ErrorSummary problems={etat.problems} />
        {courrier.preuve === "retour" && (
          <Alert tone="late" title="Ce courrier est revenu">
            L’adresse est sans doute fausse. Vérifiez-la avec la personne avant d’écrire de nouveau.
          </Alert>
        )}
        <div class="halves">
          <div class="stack">
            <Faits courrier={courrier} href={href} />
            {peutEcrire && <Reception courrier={courrier} href={href} etat={etat} />}
          </div>
          <Feuille
            titre={titre}
            image={href(`/courriers/${id}/apercu.svg`)}
            pdf={href(`/courriers/${id}/document.pdf`)}
          />
        </div>
      </div>
    </>
  );
}

function Faits({ courrier, href }: Pick<Props, "courrier" | "href">): VNode {
  const { contenu, envoyeLe, lotId } = courrier;
  const lot = lotId === null ? [] : [{ label: "Lot", value: `n° ${lotId}` }];
  return (
    <Card title="Ce courrier">
      <FactsList
        layout="lines"
        facts={[
          {
            label: "Destinataire",
            value: (
              <a href={href(`/personnes/${courrier.personneId}/courriers`)}>
                {contenu.destinataire[0]}
              </a>
            ),
          },
          { label: "Adresse écrite", value: contenu.destinataire.slice(1).join(", ") },
          { label: "Nature", value: usage(courrier.usage) },
          { label: "Émis le", value: `${formatDate(courrier.emisLe)}, par ${courrier.emisPar}` },
          { label: "Moyen d’envoi", value: moyensEnvoi[courrier.moyen] },
          {
            label: "Envoyé le",
            value: envoyeLe === null ? "Pas encore noté" : formatDate(envoyeLe),
          },
          { label: "Réception", value: receptionEnMots(courrier) },
          {
            label: "Texte",
            value:
              courrier.modeleVersion === 0
                ? "celui du référentiel"
                : `version ${courrier.modeleVersion} du département`,
          },
          ...lot,
        ]}
      />
    </Card>
  );
}

function usage(code: string): string {
  return new Map<string, string>(Object.entries(libellesUsage)).get(code) ?? code;
}

function Reception({ courrier, href, etat }: Omit<Props, "peutEcrire">): VNode {
  const { values, problems } = etat;
  return (
    <Card title={courrier.recuLe === null ? "Noter la réception" : "Corriger la réception"}>
      <Form
        action={href(`/courriers/${courrier.id}/reception`)}
        fields={{ version: String(courrier.version) }}
      >
        <DateField
          name="le"
          label="Reçu le"
          value={values["le"] ?? formatDate(courrier.recuLe)}
          error={problems["le"]}
        />
        <Select
          name="preuve"
          label="Comment le sait-on ?"
          empty="Choisir"
          options={Object.entries(preuvesReception).map(([value, label]) => ({ value, label }))}
          value={values["preuve"] ?? courrier.preuve ?? ""}
          error={problems["preuve"]}
        />
        <FormActions>
          <Button>Enregistrer la réception</Button>
        </FormActions>
      </Form>
    </Card>
  );
}
