/** The same server, another database. */
export function withDatabase(url: string, database: string): string {
  const [address = "", query] = url.split("?", 2);
  const server = /^(\w+:\/\/[^/]*)/.exec(address)?.[1];
  if (server === undefined) throw new Error("expected postgresql://…");
  return `${server}/${database}${query === undefined ? "" : `?${query}`}`;
}
