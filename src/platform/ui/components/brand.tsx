import type { VNode } from "preact";

export interface BrandProps {
  readonly departement: string | null;
  readonly href: string;
  readonly logo?: string | undefined;
}

/** The surveyor's pole that gave the product its name, or the département's own logo. */
export function Brand({ departement, href, logo }: BrandProps): VNode {
  return (
    <a class="brand" href={href}>
      {logo === undefined ? (
        <svg class="brand-mark" viewBox="0 0 14 30" aria-hidden="true">
          <path
            d="M4 1.5a1.5 1.5 0 0 1 1.5-1.5h3A1.5 1.5 0 0 1 10 1.5V24l-3 6-3-6z"
            fill="currentColor"
          />
          <path class="brand-bands" d="M4 5.500h6v5H4zM4 15.500h6v5H4z" />
        </svg>
      ) : (
        <img class="brand-logo" src={logo} alt="" />
      )}
      <span>
        <span class="brand-name">Jalon</span>
        {departement !== null && <span class="brand-place">{departement}</span>}
      </span>
    </a>
  );
}
