import type { VNode } from "preact";
import { Alert } from "#platform/ui/components/alert.tsx";
import { ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Timeline } from "#platform/ui/components/timeline.tsx";
import { formatDate, formatPhone } from "#platform/ui/format.ts";
import { formatFamilyName } from "#platform/ui/format-name.ts";
import type { EtatPrescription } from "../domain/etapes.ts";
import { coordonneesTues, libellesEtat, libellesGeste } from "../domain/libelles.ts";
import type { PrescriptionConsultee } from "../usecases/consulter.ts";
import { CartesActes, type PropsActes } from "./actes.tsx";
import { cheminActions, cheminPrescription } from "./cadre.ts";
import { AConfirmer, EtatDePrescription, motifEnMots, nommer, phraseEtat } from "./mots.tsx";

/** One prescription: where it is, what is to be done, who and what, and everything that happened. */
export function PagePrescription(props: PropsActes): VNode {
  const { consultee, etat, href } = props;
  const { prescription, le, regle } = consultee;
  return (
    <>
      <PageHeader
        over="Prescription"
        title={`${nommer(prescription)} vers « ${prescription.action} »`}
        meta={
          <>
            <EtatDePrescription prescription={prescription} le={le} />
            <span>{phraseEtat(prescription, le, regle)}</span>
          </>
        }
        actions={
          <ButtonLink kind="quiet" href={href(`${cheminPrescription(prescription.id)}/fiche`)}>
            Fiche à imprimer
          </ButtonLink>
        }
      />
      <div class="stack">
        <ErrorSummary problems={etat.problems} />
        <Conflit {...props} />
        <div class="with-side">
          <div class="stack">
            <CartesActes {...props} />
            <Demande {...props} />
            <Histoire consultee={consultee} />
          </div>
          <div class="stack">
            <LaPersonne {...props} />
            <LAction {...props} />
          </div>
        </div>
      </div>
    </>
  );
}

/** What somebody else wrote meanwhile, beside what was about to be written. */
function Conflit({ etat }: PropsActes): VNode | null {
  const enregistree = etat.refusal?.details["enregistree"];
  if (!estEtat(enregistree)) return null;
  return (
    <Alert tone="soon" title="Ce qui est enregistré">
      {`« ${libellesEtat[enregistree.etat]} », depuis le ${formatDate(enregistree.le)}. Votre saisie n’a pas été enregistrée : relisez-la avant de recommencer.`}
    </Alert>
  );
}

function estEtat(
  valeur: unknown,
): valeur is { readonly etat: EtatPrescription; readonly le: string } {
  return typeof valeur === "object" && valeur !== null && "etat" in valeur && "le" in valeur;
}

const preuves = {
  contrat: "Son contrat",
  inscription: "Son inscription à France Travail",
  action: "Le contrat se signera dans l’action",
  aucune: "À demander à l’entrée",
} as const;

function Demande({ consultee: { prescription, regle } }: PropsActes): VNode {
  const raisons = prescription.raisons.filter(({ sens }) => sens !== "empeche");
  const siennes = [
    { label: "Pour lever", value: prescription.frein ?? "Aucun frein en particulier" },
    {
      label: "À présenter",
      value: preuves[prescription.preuve],
      note: prescription.preuveDetail ?? undefined,
    },
  ];
  return (
    <Card title="Ce qui est demandé">
      <div class="stack">
        {!prescription.sansCoordonnees && <p>{prescription.objectif}</p>}
        <FactsList
          facts={[
            ...(prescription.sansCoordonnees ? [] : siennes),
            {
              label: "Prescrite le",
              value: formatDate(prescription.prescriteLe),
              note: `par ${prescription.prescripteur}${prescription.structure ? `, ${prescription.structure}` : ""}`,
            },
          ]}
        />
        {raisons.length > 0 && (
          <details>
            <summary>Pourquoi cette action</summary>
            <ul>
              {raisons.map(({ texte }) => (
                <li key={texte}>{texte}</li>
              ))}
            </ul>
          </details>
        )}
        <AConfirmer regle={regle} />
      </div>
    </Card>
  );
}

function Histoire({ consultee }: { readonly consultee: PrescriptionConsultee }): VNode {
  const { prescription, regle } = consultee;
  return (
    <Card title="Ce qui s’est passé">
      <Timeline
        label="Histoire de la prescription"
        entries={prescription.evenements
          .toReversed()
          .map(({ id, geste, le, auteur, motif, commentaire }) => ({
            key: String(id),
            when: `${formatDate(le)}, ${auteur}`,
            what: libellesGeste[geste],
            ...((motif ?? commentaire) !== null && {
              detail: [motif === null ? null : motifEnMots(motif, regle), commentaire]
                .filter((texte) => texte !== null)
                .join(". "),
            }),
          }))}
      />
    </Card>
  );
}

function LaPersonne({ consultee: { prescription }, href, droits }: PropsActes): VNode {
  const { personneId, dateNaissance, telephone, courriel, commune } = prescription;
  if (prescription.sansCoordonnees) {
    return (
      <Card title={nommer(prescription)}>
        <p class="small">{coordonneesTues}</p>
      </Card>
    );
  }
  const suivie = prescription.parLaPersonne && droits.has("personne:lire");
  return (
    <Card
      title={nommer(prescription)}
      aside={suivie && <a href={href(cheminActions(personneId))}>Son dossier</a>}
    >
      <FactsList
        layout="side"
        facts={[
          { label: "Naissance", value: dateNaissance === null ? null : formatDate(dateNaissance) },
          { label: "Téléphone", value: formatPhone(telephone) },
          { label: "Courriel", value: courriel },
          { label: "Commune", value: commune === null ? null : formatFamilyName(commune) },
        ]}
      />
    </Card>
  );
}

function LAction({ consultee: { prescription }, href, droits }: PropsActes): VNode {
  const { actionId, operateur, operateurTelephone, action, fiche } = prescription;
  return (
    <Card title="L’action">
      <FactsList
        layout="side"
        facts={[
          {
            label: "Action",
            value: droits.has("offre:lire") ? (
              <a href={href(`/offre/actions/${actionId}`)}>{action}</a>
            ) : (
              action
            ),
            note: fiche,
          },
          { label: "Opérateur", value: operateur },
          { label: "Téléphone", value: formatPhone(operateurTelephone) },
          ...(prescription.sejourId !== null && droits.has("participation:lire")
            ? [
                {
                  label: "Présence",
                  value: (
                    <a href={href(`/offre/sejours/${prescription.sejourId}`)}>Voir le séjour</a>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}
