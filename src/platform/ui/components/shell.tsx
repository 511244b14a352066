import type { ComponentChildren, VNode } from "preact";
import { formatNumber } from "../format.ts";
import { classes, type State } from "../tone.ts";
import { AccessibilityLink, type Conformity } from "./accessibility-link.tsx";
import { Message } from "./alert.tsx";
import { Brand } from "./brand.tsx";
import { Breadcrumb, type Crumb } from "./breadcrumb.tsx";
import { Document, type DocumentAssets, type ThemeChoice } from "./document.tsx";
import { type GoKey, HelpDialog } from "./help.tsx";
import { Icon, type IconName } from "./icon.tsx";
import { Menu } from "./menu.tsx";

export interface RailEntry {
  readonly key: string;
  readonly label: string;
  readonly href: string;
  readonly icon: IconName;
  readonly count?: number | undefined;
  /** Letter that opens it after `g`. */
  readonly letter?: string | undefined;
}

interface ShellAgent {
  readonly nom: string;
  readonly structure?: string | undefined;
  readonly compteHref: string;
  readonly deconnexionHref: string;
}

export interface ShellProps {
  /** Title of the page, without the product's name. */
  readonly title: string;
  readonly assets: DocumentAssets;
  readonly themeHref?: string | undefined;
  readonly theme?: ThemeChoice | undefined;
  readonly departement: {
    readonly nom: string;
    readonly href: string;
    readonly logo?: string | undefined;
  };
  readonly rail: readonly RailEntry[];
  /** Key of the rail entry of this page. */
  readonly current?: string | undefined;
  readonly search: { readonly action: string; readonly value?: string | undefined };
  readonly echeances?:
    | { readonly count: number; readonly more?: boolean; readonly href: string }
    | undefined;
  readonly agent: ShellAgent;
  /** Hidden field against forged forms, added to « Se déconnecter ». */
  readonly csrf?: { readonly name: string; readonly value: string } | undefined;
  readonly breadcrumb?: readonly Crumb[] | undefined;
  readonly message?: { readonly text: string; readonly tone?: State | undefined } | undefined;
  /** The page answers a refused form. */
  readonly refused?: boolean | undefined;
  readonly wide?: boolean | undefined;
  readonly accessibiliteHref: string;
  readonly conformity?: Conformity | undefined;
  readonly aideHref: string;
  /** What the printed page says of itself: « 22/11/2026 à 10 h 30 ». */
  readonly printed: { readonly le: string; readonly par: string };
  readonly children: ComponentChildren;
}

/** The whole document around a page. */
export function Shell(props: ShellProps): VNode {
  return (
    <Document
      title={`${props.refused ? "Erreur – " : ""}${props.title} – Jalon ${props.departement.nom}`}
      assets={props.assets}
      themeHref={props.themeHref}
      theme={props.theme}
    >
      <body class={classes("frame", props.wide && "page-wide")}>
        <a class="skip" href="#contenu">
          Aller au contenu
        </a>
        <TopBar {...props} />
        <Rail entries={props.rail} current={props.current} />
        <main class="page" id="contenu" tabIndex={-1}>
          <div class="page-inner">
            {props.breadcrumb && <Breadcrumb items={props.breadcrumb} />}
            {props.message && <Message text={props.message.text} tone={props.message.tone} />}
            {props.children}
          </div>
        </main>
        <Footer {...props} />
        <HelpDialog href={props.aideHref} go={goKeys(props.rail)} />
      </body>
    </Document>
  );
}

function TopBar({ departement, search, echeances, agent, csrf }: ShellProps): VNode {
  return (
    <header class="top">
      <button type="button" class="top-button top-menu" popovertarget="rail">
        <Icon name="menu" />
        <span>Menu</span>
      </button>
      <Brand departement={departement.nom} href={departement.href} logo={departement.logo} />
      <search class="search">
        <form method="post" action={search.action}>
          <Icon name="recherche" />
          <input
            type="search"
            name="q"
            id="recherche"
            value={search.value}
            aria-label="Rechercher une personne, un dossier, une structure"
            placeholder="Nom, NIR, matricule, numéro de demande"
            autocomplete="off"
            aria-keyshortcuts="/"
            data-search
          />
          <span class="search-key" aria-hidden="true">
            /
          </span>
        </form>
      </search>
      <div class="top-end">
        {echeances && (
          <a class="top-link" href={echeances.href}>
            <Icon name="horloge" />
            <span class="top-link-word">Échéances</span>
            <span class="top-count">
              {formatNumber(echeances.count)}
              {echeances.more && "+"}
            </span>
            <span class="visually-hidden"> à traiter</span>
          </a>
        )}
        <Menu
          button={false}
          label={
            <>
              <Icon name="agent" />
              <span class="visually-hidden">Menu de </span>
              <span class="agent">
                <span class="agent-name">{agent.nom}</span>
                {agent.structure !== undefined && (
                  <span class="agent-structure">{agent.structure}</span>
                )}
              </span>
              <Icon name="bas" small />
            </>
          }
          items={[
            { label: "Mon compte", href: agent.compteHref },
            {
              label: "Se déconnecter",
              href: agent.deconnexionHref,
              method: "post",
              fields: csrf ? { [csrf.name]: csrf.value } : {},
            },
          ]}
        />
      </div>
    </header>
  );
}

function Rail({
  entries,
  current,
}: {
  entries: readonly RailEntry[];
  current: string | undefined;
}): VNode {
  return (
    <nav class="rail" id="rail" aria-label="Menu principal" popover="auto">
      <ul>
        {entries.map((entry) => (
          <li key={entry.key}>
            <a
              href={entry.href}
              aria-current={entry.key === current ? "page" : undefined}
              aria-keyshortcuts={entry.letter === undefined ? undefined : `g ${entry.letter}`}
              data-go={entry.letter}
            >
              <Icon name={entry.icon} />
              <span>{entry.label}</span>
              {entry.count !== undefined && <span class="rail-count">{entry.count}</span>}
            </a>
          </li>
        ))}
      </ul>
      <button type="button" class="rail-collapse" aria-pressed="false" data-rail-collapse>
        <Icon name="replier" />
        <span>Réduire le menu</span>
      </button>
    </nav>
  );
}

function Footer({ printed, accessibiliteHref, conformity, aideHref }: ShellProps): VNode {
  return (
    <footer class="footer">
      <span class="footer-links row">
        <AccessibilityLink href={accessibiliteHref} conformity={conformity} />
        <a href={aideHref} data-dialog="aide-clavier">
          Raccourcis du clavier
        </a>
      </span>
      <span class="print-only">
        Imprimé depuis Jalon le {printed.le} par {printed.par}
      </span>
    </footer>
  );
}

function goKeys(entries: readonly RailEntry[]): readonly GoKey[] {
  return entries.flatMap(({ letter, label }) => (letter === undefined ? [] : [{ letter, label }]));
}
