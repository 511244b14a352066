import { DomainError } from "../errors/domain-error.ts";

/** Nothing inline, nothing from elsewhere: what is injected in a page cannot run or leave. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join("; ");

const ONE_YEAR = 31_536_000;

export function secure(headers: Headers, https: boolean): void {
  headers.set("content-security-policy", CONTENT_SECURITY_POLICY);
  headers.set("x-content-type-options", "nosniff");
  headers.set("referrer-policy", "same-origin");
  headers.set("cross-origin-opener-policy", "same-origin");
  headers.set("cross-origin-resource-policy", "same-origin");
  headers.set("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=()");
  if (https) headers.set("strict-transport-security", `max-age=${ONE_YEAR}`);
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
}

/**
 * A form posted from another site is refused, whatever its type. Browsers say where a request comes from
 * (`Sec-Fetch-Site`, or `Origin` for the older ones); who says neither is not a browser showing our page.
 */
export function refuseOtherSites(request: Request, ownOrigin: string): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const own = site === null ? origin === ownOrigin : site === "same-origin";
  if (own) return;
  throw new DomainError(
    "requete.autre-site",
    "Cette demande ne vient pas d’une page de Jalon : elle a été refusée. Ouvrez la page dans Jalon et recommencez.",
  );
}

/** Where to go after signing in: a page of the same département, never another site. */
export function safeReturn(slug: string, wanted: string | null): string {
  const home = `/${slug}`;
  if (!wanted || wanted.length > 2000 || /[\\\p{Cc}]/u.test(wanted)) return home;
  if (wanted !== home && !wanted.startsWith(`${home}/`) && !wanted.startsWith(`${home}?`))
    return home;
  if (wanted.includes("//") || wanted.startsWith(`${home}/connexion`)) return home;
  return wanted;
}
