import type { VNode } from "preact";
import { Alert } from "#platform/ui/components/alert.tsx";
import { ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { formatDate, formatMonth } from "#platform/ui/format.ts";
import type { SejourConsulte } from "../usecases/consulter.ts";
import { CarteDuree } from "./carte-duree.tsx";
import { CartePendant } from "./carte-pendant.tsx";
import { CarteSortie } from "./carte-sortie.tsx";
import { ActesDuSejour } from "./formulaires.tsx";
import { cheminParticipants, cheminSejour, EtatSejour, nomDe, Periode } from "./mots.tsx";
import { contratEnMots } from "./page-participants.tsx";
import { niveauEnMots, situationEnMots } from "./profil.ts";
import { type PropsSejour, peutTenir } from "./props.ts";

export function PageSejour(props: PropsSejour): VNode {
  const { consulte, href } = props;
  const { sejour, action } = consulte;
  return (
    <>
      <PageHeader
        over={`${action.fiche.numero} · ${action.fiche.court}`}
        title={nomDe(sejour)}
        meta={
          <>
            <EtatSejour sejour={sejour} />
            <Periode sejour={sejour} />
            <a href={href(cheminParticipants(action.id))}>{action.nom}</a>
            <span>{action.structure}</span>
          </>
        }
        actions={<Gestes {...props} />}
      />
      <div class="stack">
        <Alertes {...props} />
        <div class="with-side">
          <div class="stack">
            {sejour.sortiLe !== null && <CarteSortie {...props} />}
            <CartePendant {...props} />
            <ActesDuSejour {...props} />
          </div>
          <div class="stack">
            <CarteDuree {...props} />
            <CarteEntree {...props} />
          </div>
        </div>
      </div>
    </>
  );
}

function Gestes(props: PropsSejour): VNode {
  const { consulte, href, droits } = props;
  const { sejour } = consulte;
  return (
    <>
      {peutTenir(props) && sejour.sortiLe === null && (
        <ButtonLink href={href(`${cheminSejour(sejour.id)}/sortir`)} kind="primary">
          Noter la sortie
        </ButtonLink>
      )}
      {droits.has("personne:lire") && sejour.dossierVisible && (
        <ButtonLink href={href(`/personnes/${sejour.personneId}`)} kind="quiet">
          Fiche de la personne
        </ButtonLink>
      )}
    </>
  );
}

function Alertes({ consulte, href }: PropsSejour): VNode {
  const { sejour, autres, moisSansDroit, action } = consulte;
  const interdites = autres.filter(({ admis, actionId }) => !admis && actionId !== action.id);
  return (
    <>
      {sejour.annuleLe !== null && (
        <Alert tone="closed" title={`Séjour annulé le ${formatDate(sejour.annuleLe)}`}>
          {sejour.annuleMotif ?? ""}
        </Alert>
      )}
      {moisSansDroit.length > 0 && (
        <Alert tone="late" title="Droit perdu pendant le séjour">
          {`La fiche demande le RSA socle et les droits et devoirs pendant tout le séjour. Mois finis sans eux, d’après les flux : ${moisSansDroit.map((mois) => formatMonth(mois)).join(", ")}.`}
        </Alert>
      )}
      {interdites.map((autre) => (
        <Alert key={autre.id} tone="soon" title="Dans deux actions à la fois">
          <p>
            {autre.visible ? (
              <a href={href(cheminSejour(autre.id))}>{autre.action}</a>
            ) : (
              "Une autre action"
            )}
            {autre.sortiLe === null
              ? `, depuis le ${formatDate(autre.entreLe)}`
              : `, du ${formatDate(autre.entreLe)} au ${formatDate(autre.sortiLe)}`}
            . Le programme ne l’admet pas : notez l’une des sorties.
          </p>
        </Alert>
      ))}
    </>
  );
}

const preuvesDroit = {
  flux: "d’après les flux de ce jour",
  attestation: "sur attestation datée du",
  reprise: "vérifié par l’outil précédent",
} as const;

function CarteEntree({ consulte }: PropsSejour): VNode {
  const { sejour } = consulte;
  const preuve =
    sejour.droitPreuve === "attestation"
      ? `${preuvesDroit.attestation} ${formatDate(sejour.droitVerifieLe)}`
      : preuvesDroit[sejour.droitPreuve];
  return (
    <Card title="À l’entrée">
      <FactsList
        layout="side"
        facts={[
          { label: "Entrée", value: formatDate(sejour.entreLe), note: notee(sejour) },
          { label: "RSA socle, droits et devoirs", value: preuve },
          { label: "Contrat ou inscription", value: contratEnMots(sejour) },
          { label: "Prescripteur", value: sejour.prescripteur },
          { label: "Âge", value: sejour.age === null ? null : `${sejour.age} ans` },
          { label: "Situation familiale", value: situationEnMots(sejour.situationFamiliale) },
          { label: "Niveau d’études", value: niveauEnMots(sejour.niveauFormation) },
        ]}
      />
    </Card>
  );
}

function notee({ saisiLe, saisiPar }: SejourConsulte["sejour"]): string {
  return `notée le ${formatDate(saisiLe)}${saisiPar === null ? "" : `, par ${saisiPar}`}`;
}
