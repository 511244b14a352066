import type { ComponentChildren, VNode } from "preact";
import { civilDay } from "#platform/clock/civil-day.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { Form } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { formatInstant } from "#platform/ui/format.ts";
import type { MessageLu } from "../db/lire-messages.ts";
import { libellesCanal, libellesUsageMessage } from "../domain/mots.ts";
import type { MessageEntier } from "../usecases/lister-messages.ts";
import { EtatMessage } from "./etat-message.tsx";
import type { Href } from "./ports.ts";

interface Props {
  readonly message: MessageEntier;
  /** What it is about. */
  readonly objet: string | null;
  readonly href: Href;
  readonly peutEcrire: boolean;
}

const jour = (instant: Date | null) => (instant === null ? null : civilDay(instant));

export function EtatDuMessage({ message }: { readonly message: MessageLu }): VNode {
  const { etat, essais, partLe, finiLe } = message;
  return <EtatMessage etat={etat} essais={essais} pasAvant={jour(partLe)} finiLe={jour(finiLe)} />;
}

export function PageMessage({ message, objet, href, peutEcrire }: Props): VNode {
  return (
    <>
      <PageHeader
        over={libellesCanal[message.canal]}
        title={titreDuMessage(message)}
        meta={<EtatDuMessage message={message} />}
      />
      <div class="stack">
        <Difficulte message={message} />
        <div class="halves">
          <div class="stack">
            <Depart message={message} objet={objet} href={href} />
            {peutEcrire && <Actes message={message} href={href} />}
          </div>
          <Texte message={message} />
        </div>
      </div>
    </>
  );
}

export function titreDuMessage({ usage, destinataire }: MessageEntier): string {
  return `${libellesUsageMessage[usage]}, ${destinataire}`;
}

function Difficulte({ message: { etat, erreur, essais, prochainEssai } }: Pick<Props, "message">) {
  if (etat === "refuse") {
    return (
      <Alert tone="late" title="Ce message n’est pas arrivé">
        <p>{erreur}</p>
        <p>Vérifiez l’adresse ou le numéro avec la personne, ou joignez-la autrement.</p>
      </Alert>
    );
  }
  if (etat === "annule") {
    return (
      <Alert tone="waiting" title="Ce message n’est pas parti">
        <p>{erreur}</p>
      </Alert>
    );
  }
  if (etat === "ecrit") {
    return (
      <Alert tone="soon" title="Ce message n’a pas quitté Jalon">
        <p>
          Aucun serveur n’est réglé pour l’envoyer. Joignez la personne autrement, et dites-le à qui
          administre Jalon.
        </p>
      </Alert>
    );
  }
  if (etat !== "en-attente" || essais === 0) return null;
  return (
    <Alert tone="soon" title="Ce message n’a pas encore pu partir">
      <p>{erreur}</p>
      <p>Nouvel essai le {formatInstant(prochainEssai)} ; rien n’est perdu.</p>
    </Alert>
  );
}

const accords = { A: "Elle était d’accord", I: "Accord inconnu, admis pour ce message" } as const;

const fins: Readonly<Record<MessageLu["etat"], string>> = {
  "en-attente": "Envoyé le",
  envoye: "Envoyé le",
  ecrit: "Mis de côté le",
  refuse: "Refusé le",
  annule: "Retiré le",
};

function Depart({ message, objet, href }: Omit<Props, "peutEcrire">): VNode {
  const { personneId, destinataire, canal, contenu, partLe, essais, reponse, identifiant } =
    message;
  const siConnu = (label: string, value: ComponentChildren) =>
    value === null ? [] : [{ label, value }];
  return (
    <Card title="Départ et preuve">
      <FactsList
        layout="lines"
        facts={[
          {
            label: "Destinataire",
            value: <a href={href(`/personnes/${personneId}/courriers`)}>{destinataire}</a>,
          },
          {
            label: canal === "sms" ? "Numéro" : "Adresse",
            value: contenu?.to ?? "Adresse effacée, la preuve reste",
          },
          ...siConnu("Au sujet de", objet && <a href={href(objet)}>ce rendez-vous</a>),
          {
            label: "Écrit le",
            value: `${formatInstant(message.ecritLe)}, par ${message.ecritPar}`,
          },
          { label: "Accord", value: accords[message.accord === "A" ? "A" : "I"] },
          ...siConnu("Programmé pour le", partLe && formatInstant(partLe)),
          {
            label: fins[message.etat],
            value: message.finiLe === null ? "Pas encore" : formatInstant(message.finiLe),
          },
          ...siConnu("Essais", essais > 1 ? String(essais) : null),
          ...siConnu("Réponse du serveur", message.etat === "ecrit" ? null : reponse),
          ...siConnu("Identifiant", identifiant),
        ]}
      />
    </Card>
  );
}

function Texte({ message: { contenu, canal } }: Pick<Props, "message">): VNode {
  if (contenu === null) {
    return (
      <Card title="Texte">
        <p>
          Le texte et l’adresse sont effacés : la durée prévue pour les garder est passée. L’heure
          du départ, la réponse du serveur et une empreinte du texte restent.
        </p>
      </Card>
    );
  }
  return (
    <Card title={canal === "sms" ? "Texte du SMS" : (contenu.subject ?? "Texte")}>
      <div class="stack measure">
        {contenu.text.split(/\n{2,}/u).map((paragraphe) => (
          <p key={paragraphe}>{lignes(paragraphe)}</p>
        ))}
      </div>
    </Card>
  );
}

function lignes(paragraphe: string): ComponentChildren {
  return paragraphe
    .split("\n")
    .flatMap((ligne, rang) => (rang === 0 ? [ligne] : [<br key={ligne} />, ligne]));
}

function Actes({ message, href }: Pick<Props, "message" | "href">): VNode | null {
  const { id, etat, essais, contenu } = message;
  const relancable =
    contenu !== null && (etat === "refuse" || (etat === "en-attente" && essais > 0));
  if (!relancable && etat !== "en-attente") return null;
  return (
    <div class="row no-print">
      {relancable && (
        <Form action={href(`/messages/${id}/relancer`)}>
          <Button>Réessayer maintenant</Button>
        </Form>
      )}
      {etat === "en-attente" && (
        <Form action={href(`/messages/${id}/retirer`)}>
          <Button kind="quiet">Ne pas envoyer</Button>
        </Form>
      )}
    </div>
  );
}
