import type { VNode } from "preact";
import type { Departement } from "#platform/db/tx.ts";
import type { Failure, Frame, FrameContext } from "#platform/http/frame.ts";
import type { Page } from "#platform/http/route.ts";
import type { SignedIn } from "#platform/http/session.ts";
import { ButtonLink } from "#platform/ui/components/button.tsx";
import type { DocumentAssets } from "#platform/ui/components/document.tsx";
import { ErrorPage, type ErrorStatus } from "#platform/ui/components/error-page.tsx";
import { Shell } from "#platform/ui/components/shell.tsx";
import { SignInLayout } from "#platform/ui/components/sign-in-layout.tsx";
import { formatInstant } from "#platform/ui/format.ts";
import { renderDocument } from "#platform/ui/render.ts";
import { railFor } from "./menu.ts";

export interface FrameOptions {
  readonly assets: DocumentAssets;
  /** Paths this instance serves by GET: the menu shows no other. */
  readonly served: ReadonlySet<string>;
}

/** The design system around every page. */
export function createFrame(options: FrameOptions): Frame {
  return {
    page: (context, page) => renderDocument(framed(options, context, page)),
    failure: (context, failure) =>
      renderDocument(
        context
          ? framed(options, context, failurePage(context, failure))
          : outside(options, failureTitle(failure), failureText(failure, "/")),
      ),
    home: (departements) =>
      renderDocument(outside(options, "Choisissez votre département", home(departements))),
  };
}

function framed(options: FrameOptions, context: FrameContext, page: Page): VNode {
  const { signedIn } = context;
  if (!signedIn) return signInPage(options, context, page);
  return shellPage(options, context, signedIn, page);
}

function signInPage({ assets, served }: FrameOptions, context: FrameContext, page: Page): VNode {
  const { departement, href, message } = context;
  return (
    <SignInLayout
      title={page.title}
      assets={assets}
      themeHref={themeHref(served, href)}
      departement={departement.nom}
      homeHref={href("/")}
      message={message ?? undefined}
      refused={refused(page)}
      accessibiliteHref={href("/accessibilite")}
    >
      {page.body}
    </SignInLayout>
  );
}

function shellPage(
  { assets, served }: FrameOptions,
  context: FrameContext,
  signedIn: SignedIn,
  page: Page,
): VNode {
  const { departement, href, message, url, now, due } = context;
  return (
    <Shell
      title={page.title}
      assets={assets}
      themeHref={themeHref(served, href)}
      departement={{ nom: departement.nom, href: href("/") }}
      rail={railFor(signedIn.droits, href, served)}
      current={page.menu}
      search={{ action: href("/recherche"), value: url.searchParams.get("q") ?? undefined }}
      echeances={due === null ? undefined : { ...due, href: href(due.path) }}
      agent={{
        nom: signedIn.nom,
        structure: signedIn.roles.join(", ") || undefined,
        compteHref: href("/mon-compte"),
        deconnexionHref: href("/deconnexion"),
      }}
      breadcrumb={page.breadcrumb}
      message={message === null ? undefined : { text: message }}
      refused={refused(page)}
      wide={page.wide}
      accessibiliteHref={href("/accessibilite")}
      aideHref={href("/aide")}
      printed={{ le: formatInstant(now), par: signedIn.nom }}
    >
      {page.body}
    </Shell>
  );
}

function outside({ assets }: FrameOptions, title: string, body: VNode): VNode {
  return (
    <SignInLayout
      title={title}
      assets={assets}
      departement={null}
      homeHref="/"
      accessibiliteHref="/"
    >
      {body}
    </SignInLayout>
  );
}

function home(departements: readonly Departement[]): VNode {
  if (departements.length === 0) {
    return (
      <p>
        Cette instance ne porte encore aucun département. Créez le premier avec « jalon departement
        creer ».
      </p>
    );
  }
  return (
    <nav class="stack" aria-label="Départements">
      {departements.map(({ slug, nom, code }) => (
        <div key={slug}>
          <ButtonLink href={`/${slug}`}>
            {nom} ({code})
          </ButtonLink>
        </div>
      ))}
    </nav>
  );
}

const shown: readonly ErrorStatus[] = [403, 404, 409, 422];

function failurePage({ href, signedIn }: FrameContext, failure: Failure): Page {
  const body = signedIn ? failureBody(failure, href("/")) : failureText(failure, href("/"));
  return { title: failureTitle(failure), status: failure.status, body };
}

const titles: Readonly<Record<number, string>> = {
  403: "Cette page ne vous est pas ouverte",
  404: "Cette page n’existe pas",
  409: "Quelqu’un a enregistré avant vous",
  413: "L’envoi est trop volumineux",
  422: "La demande ne peut pas être faite",
  429: "Trop d’essais",
};

function failureTitle({ status }: Failure): string {
  return titles[status] ?? "Jalon n’a pas pu répondre";
}

function failureBody({ status, message, reference }: Failure, homeHref: string): VNode {
  const known = shown.find((one) => one === status) ?? (status < 500 ? 422 : 500);
  return (
    <ErrorPage
      status={known}
      message={message ?? undefined}
      reference={known === 500 ? reference : undefined}
      actions={<ButtonLink href={homeHref}>Revenir à l’accueil</ButtonLink>}
    />
  );
}

/** Before sign-in the layout writes the title: only the words are left to say. */
function failureText({ message, reference }: Failure, homeHref: string): VNode {
  return (
    <>
      <p>{message ?? `Une erreur s’est produite. Référence à transmettre : ${reference}`}</p>
      <div class="row">
        <ButtonLink href={homeHref}>Revenir à l’accueil</ButtonLink>
      </div>
    </>
  );
}

function refused({ status = 200 }: Page): boolean {
  return status === 422 || status === 409;
}

function themeHref(
  served: ReadonlySet<string>,
  href: (path: string) => string,
): string | undefined {
  return served.has("/theme.css") ? href("/theme.css") : undefined;
}
