/** Question → answers given. A question nobody answered is absent. */
export type ReponsesDiagnostic = Readonly<Record<string, readonly string[]>>;
