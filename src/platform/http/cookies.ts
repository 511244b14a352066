/** Names and attributes of the cookies, in one place. One session per département: each has its own path. */
export interface CookieJar {
  readonly session: Cookie;
  readonly message: Cookie;
}

interface Cookie {
  read(headers: Headers): string | null;
  write(value: string): string;
  clear(): string;
}

export function cookiesFor(slug: string, https: boolean): CookieJar {
  return {
    session: cookie(`jalon_${slug}`, slug, https, ""),
    message: cookie(`jalon_message_${slug}`, slug, https, "; Max-Age=60"),
  };
}

function cookie(base: string, slug: string, https: boolean, lifetime: string): Cookie {
  const name = https ? `__Secure-${base}` : base;
  const attributes = `; Path=/${slug}; HttpOnly; SameSite=Lax${https ? "; Secure" : ""}`;
  return {
    read: (headers) => find(headers.get("cookie") ?? "", name),
    write: (value) => `${name}=${value}${attributes}${lifetime}`,
    clear: () => `${name}=${attributes}; Max-Age=0`,
  };
}

function find(header: string, name: string): string | null {
  const prefix = `${name}=`;
  const part = header
    .split(";")
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(prefix));
  return part?.slice(prefix.length) || null;
}
