import type { ComponentChildren, VNode } from "preact";
import { AccessibilityLink, type Conformity } from "./accessibility-link.tsx";
import { Message } from "./alert.tsx";
import { Brand } from "./brand.tsx";
import { Document, type DocumentAssets } from "./document.tsx";

export interface SignInLayoutProps {
  readonly title: string;
  readonly assets: DocumentAssets;
  readonly themeHref?: string | undefined;
  /** Null on the page that chooses the département. */
  readonly departement: string | null;
  readonly homeHref: string;
  readonly logo?: string | undefined;
  readonly message?: string | undefined;
  readonly refused?: boolean | undefined;
  readonly accessibiliteHref: string;
  readonly conformity?: Conformity | undefined;
  readonly children: ComponentChildren;
}

/** The document of the pages before sign-in: one card in the middle. */
export function SignInLayout(props: SignInLayoutProps): VNode {
  const place = props.departement === null ? "" : ` ${props.departement}`;
  return (
    <Document
      title={`${props.refused ? "Erreur – " : ""}${props.title} – Jalon${place}`}
      assets={props.assets}
      themeHref={props.themeHref}
    >
      <body class="signin">
        <a class="skip" href="#contenu">
          Aller au contenu
        </a>
        <header class="top">
          <Brand departement={props.departement} href={props.homeHref} logo={props.logo} />
        </header>
        <main class="signin-main" id="contenu" tabIndex={-1}>
          {props.message !== undefined && <Message text={props.message} />}
          <div class="signin-card stack">
            <h1>{props.title}</h1>
            {props.children}
          </div>
        </main>
        <footer class="footer">
          <AccessibilityLink href={props.accessibiliteHref} conformity={props.conformity} />
        </footer>
      </body>
    </Document>
  );
}
