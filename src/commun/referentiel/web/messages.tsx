import type { VNode } from "preact";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { Why } from "#platform/ui/components/why.tsx";
import type {
  CanalMessage,
  ModeleMessage,
  RegleMessages,
  UsageMessage,
} from "../domain/message.ts";

const canaux: Readonly<Record<CanalMessage, string>> = { courriel: "courriel", sms: "SMS" };

const usages: Readonly<Record<UsageMessage, string>> = {
  "convocation-rendez-vous": "convocation",
  "rappel-rendez-vous": "rappel",
  "annulation-rendez-vous": "annulation",
  "deplacement-rendez-vous": "changement",
};

/** Whom the département writes to, by which way, and in which words. */
export function Messages({ regle }: { readonly regle: RegleMessages }): VNode {
  const inconnus = regle.accordInconnu.map((usage) => usages[usage]);
  return (
    <div class="stack">
      <FactsList
        layout="lines"
        facts={[
          { label: "Expéditeur des courriels", value: regle.expediteur },
          { label: "Expéditeur des SMS", value: regle.expediteurSms },
          {
            label: "Par",
            value: regle.canaux.map((canal) => canaux[canal]).join(", à défaut "),
          },
          {
            label: "Quand on ignore si la personne est d’accord",
            value:
              inconnus.length === 0
                ? "rien ne lui est envoyé"
                : `seulement : ${inconnus.join(", ")}`,
          },
          { label: "Quand elle refuse", value: "rien ne lui est envoyé" },
          { label: "Longueur d’un SMS", value: `${regle.partiesSms} parties au plus` },
          {
            label: "Texte et adresse gardés",
            value: `${regle.conservationJours} jours après le départ ; la preuve reste`,
          },
        ]}
      />
      {regle.modeles.map((modele) => (
        <Modele key={modele.usage} modele={modele} />
      ))}
    </div>
  );
}

function Modele({ modele }: { readonly modele: ModeleMessage }): VNode {
  return (
    <Why label={`Texte : ${usages[modele.usage]} d’un rendez-vous`}>
      <p class="strong">{modele.objet}</p>
      <Texte texte={modele.courriel} />
      <p class="strong">En SMS</p>
      <Texte texte={modele.sms} />
    </Why>
  );
}

function Texte({ texte }: { readonly texte: string }): VNode {
  return (
    <div class="stack-tight measure">
      {texte.split("\n\n").map((paragraphe) => (
        <p key={paragraphe}>
          {paragraphe
            .split("\n")
            .flatMap((ligne, rang) => (rang === 0 ? [ligne] : [<br key={ligne} />, ligne]))}
        </p>
      ))}
    </div>
  );
}
