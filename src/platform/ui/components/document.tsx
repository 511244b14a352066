import type { ComponentChildren, VNode } from "preact";

/** Addresses of what the browser loads; see `assets.ts#documentAssets`. */
export interface DocumentAssets {
  readonly css: string;
  readonly script: string;
  readonly icon: string;
  readonly fonts: readonly string[];
}

export type ThemeChoice = "light" | "dark" | "auto";

export interface DocumentProps {
  readonly title: string;
  readonly assets: DocumentAssets;
  /** Address of the département's generated sheet, `/<département>/theme.css`. */
  readonly themeHref?: string | undefined;
  readonly theme?: ThemeChoice | undefined;
  readonly children: ComponentChildren;
}

export function Document({
  title,
  assets,
  themeHref,
  theme = "auto",
  children,
}: DocumentProps): VNode {
  return (
    <html lang="fr" data-theme={theme === "auto" ? undefined : theme}>
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        {assets.fonts.map((font) => (
          <link
            key={font}
            rel="preload"
            href={font}
            as="font"
            type="font/woff2"
            crossorigin="anonymous"
          />
        ))}
        <link rel="stylesheet" href={assets.css} />
        {themeHref !== undefined && <link rel="stylesheet" href={themeHref} />}
        <script type="module" src={assets.script} />
      </head>
      {children}
    </html>
  );
}
