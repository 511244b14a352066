import type { ComponentChildren, VNode } from "preact";
import { Diff, type DiffLine } from "./diff.tsx";

export type ErrorStatus = 403 | 404 | 409 | 422 | 500;

export interface ErrorPageProps {
  readonly status: ErrorStatus;
  /** What happened, when the act says more than the status: the message of the refusal. */
  readonly message?: string | undefined;
  /** The ways on: links and buttons. */
  readonly actions?: ComponentChildren;
  /** 409: what you typed and what somebody else saved meanwhile. */
  readonly versions?: readonly DiffLine[] | undefined;
  /** 409: « Alix Exemple, aujourd’hui à 10 h 12 » */
  readonly savedBy?: string | undefined;
  /** 500: what to quote to the support. */
  readonly reference?: string | undefined;
}

const texts: Readonly<Record<ErrorStatus, { title: string; happened: string; lost: string }>> = {
  403: {
    title: "Cette page ne vous est pas ouverte",
    happened: "Votre rôle ou votre périmètre ne donne pas accès à cette page.",
    lost: "Rien n’a été modifié. Si vous en avez besoin pour votre travail, demandez-le à l’administrateur de votre département.",
  },
  404: {
    title: "Cette page n’existe pas",
    happened: "L’adresse est inexacte, ou ce qu’elle désignait a été fusionné ou archivé.",
    lost: "Rien n’a été modifié. Cherchez la personne ou le dossier dans la barre du haut.",
  },
  409: {
    title: "Quelqu’un a enregistré avant vous",
    happened: "La fiche a changé pendant que vous la remplissiez.",
    lost: "Votre saisie n’est pas perdue : comparez les deux versions, puis choisissez.",
  },
  422: {
    title: "La saisie est à corriger",
    happened: "Une ou plusieurs réponses ne peuvent pas être enregistrées.",
    lost: "Rien n’a été enregistré et votre saisie est conservée.",
  },
  500: {
    title: "Jalon n’a pas pu répondre",
    happened: "Une erreur s’est produite de notre côté.",
    lost: "Rien n’a été enregistré à moitié : l’opération est annulée en entier. Réessayez ; si cela recommence, transmettez la référence au support.",
  },
};

/** What happened, that nothing was lost, and how to go on. */
export function ErrorPage(props: ErrorPageProps): VNode {
  const text = texts[props.status];
  return (
    <div class={props.versions ? "error-page error-page-wide" : "error-page"}>
      <p class="error-page-code">Erreur {props.status}</p>
      <h1>{text.title}</h1>
      <p>{props.message ?? text.happened}</p>
      {props.savedBy !== undefined && <p>Dernier enregistrement : {props.savedBy}.</p>}
      <p>{text.lost}</p>
      {props.versions && (
        <Diff
          caption="Les deux versions"
          kind="compare"
          lines={props.versions}
          heads={["Enregistré par l’autre personne", "Votre saisie"]}
        />
      )}
      {props.reference !== undefined && (
        <p>
          Référence à transmettre : <strong>{props.reference}</strong>
        </p>
      )}
      {props.actions !== undefined && <div class="row">{props.actions}</div>}
    </div>
  );
}
