import type { Certitude } from "../../../src/commun/referentiel/domain/parametre-date.ts";

/** One closed list of the paying organisms' files. A code outside it is kept as received. */
export interface ListeCodes<Code extends string = string> {
  /** Tag of the norm. */
  readonly balise: string;
  readonly titre: string;
  readonly source: string;
  readonly certitude: Certitude;
  readonly codes: Readonly<Record<Code, string>>;
}

export function listeCodes<const Code extends string>(liste: ListeCodes<Code>): ListeCodes<Code> {
  return liste;
}
