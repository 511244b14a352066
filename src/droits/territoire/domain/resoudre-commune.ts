import { cleCommune } from "./cle-commune.ts";
import type { Commune } from "./commune.ts";

/** Where an address is, as a commune of today; `connue` false when nothing designates one safely. */
export type ResolutionCommune =
  | { readonly code: string; readonly connue: true }
  | { readonly code: null; readonly connue: false };

/** `null` in a map: two communes answer to the key, so neither is chosen. */
export interface IndexCommunes {
  readonly version: string;
  readonly parCode: ReadonlyMap<string, Commune>;
  /** Codes abolished by a merger → code of today. */
  readonly anciensCodes: ReadonlyMap<string, string>;
  readonly parPostalEtNom: ReadonlyMap<string, string | null>;
  readonly parDepartementEtNom: ReadonlyMap<string, string | null>;
}

const INCONNUE: ResolutionCommune = { code: null, connue: false };

const connue = (code: string): ResolutionCommune => ({ code, connue: true });

/**
 * The commune of today an address designates. The INSEE code decides, unless the postal code and
 * the name agree on another one; without a valid code, postal code and name decide; a CEDEX leaves
 * the name within its département. Paris, Lyon and Marseille are one commune each.
 */
export function resoudreCommune(
  index: IndexCommunes,
  codeCommune: string | null,
  codePostal: string | null,
  nom: string | null,
): ResolutionCommune {
  const code = (codeCommune ?? "").trim().toUpperCase();
  const postal = (codePostal ?? "").trim();
  const designee = index.parCode.get(code);
  if (designee?.codesPostaux.includes(postal)) return connue(designee.chefLieu);

  const aujourdhui = designee?.chefLieu ?? index.anciensCodes.get(code) ?? null;
  const cle = cleCommune(nom ?? "");
  const trouvee = cle === "" ? aujourdhui : departager(index, { code, aujourdhui, postal, cle });
  return trouvee === null ? INCONNUE : connue(trouvee);
}

interface Adresse {
  readonly code: string;
  /** The commune of today its code designates. */
  readonly aujourdhui: string | null;
  readonly postal: string;
  readonly cle: string;
}

function departager(index: IndexCommunes, adresse: Adresse): string | null {
  const { code, aujourdhui, postal, cle } = adresse;
  if (aujourdhui !== null && porteCeNom(index, code, aujourdhui, cle)) return aujourdhui;
  const parAdresse = index.parPostalEtNom.get(`${postal}|${cle}`);
  return parAdresse ?? aujourdhui ?? chercherParNom(index, [code, postal], cle);
}

function porteCeNom(index: IndexCommunes, code: string, aujourdhui: string, cle: string): boolean {
  return [index.parCode.get(code), index.parCode.get(aujourdhui)].some(
    (commune) =>
      commune && [commune.nom, ...commune.autresNoms].some((nom) => cleCommune(nom) === cle),
  );
}

function chercherParNom(
  index: IndexCommunes,
  codes: readonly string[],
  cle: string,
): string | null {
  for (const departement of codes.flatMap(departementsDe)) {
    const trouve = index.parDepartementEtNom.get(`${departement}|${cle}`);
    if (trouve) return trouve;
  }
  return null;
}

/** The départements a postal or INSEE code may be of; postal codes of Corsica begin with 20. */
function departementsDe(code: string): readonly string[] {
  if (!/^\d[\dAB]\d{3}$/u.test(code)) return [];
  if (code.startsWith("20")) return ["2A", "2B"];
  return [code.slice(0, /^9[78]/u.test(code) ? 3 : 2)];
}

/** Builds the index once; communes of today win over former ones of the same name. */
export function indexerCommunes(
  version: string,
  communes: readonly Commune[],
  anciensCodes: ReadonlyMap<string, string>,
): IndexCommunes {
  const parCode = new Map(communes.map((commune) => [commune.code, commune]));
  const parPostalEtNom = new Map<string, string | null>();
  const parDepartementEtNom = new Map<string, string | null>();
  const actuelles = communes.filter(({ type }) => type === "actuelle");
  const anciennes = communes.filter(({ type }) => type !== "actuelle");
  for (const groupe of [actuelles, anciennes]) {
    const postal = new Map<string, string | null>();
    const departement = new Map<string, string | null>();
    for (const commune of groupe) {
      const codesPostaux = new Set([
        ...commune.codesPostaux,
        ...(parCode.get(commune.chefLieu)?.codesPostaux ?? []),
      ]);
      for (const nom of [commune.nom, ...commune.autresNoms]) {
        const cle = cleCommune(nom);
        noter(departement, `${commune.departement}|${cle}`, commune.chefLieu);
        for (const code of codesPostaux) noter(postal, `${code}|${cle}`, commune.chefLieu);
      }
    }
    completer(parPostalEtNom, postal);
    completer(parDepartementEtNom, departement);
  }
  return { version, parCode, anciensCodes, parPostalEtNom, parDepartementEtNom };
}

function noter(table: Map<string, string | null>, cle: string, code: string): void {
  const deja = table.get(cle);
  table.set(cle, deja === undefined || deja === code ? code : null);
}

function completer(table: Map<string, string | null>, ajout: Map<string, string | null>): void {
  for (const [cle, code] of ajout) if (!table.has(cle)) table.set(cle, code);
}
