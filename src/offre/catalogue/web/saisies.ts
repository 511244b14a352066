import { listerTerritoires } from "#droits/territoire";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { FormValues, Request } from "#platform/http/route.ts";
import { parseDate } from "#platform/ui/format.ts";

/** What was typed goes on to the act as it is when it is no date: the act refuses it. */
export function dateDe(saisie: string): string {
  return parseDate(saisie) ?? saisie.trim();
}

/** « 0,5 » as well as « 0.5 ». */
export function nombreDe(saisie: string): string {
  return saisie.trim().replace(",", ".");
}

export function lieuSaisi(form: FormValues) {
  const champ = (nom: string) => form.text(nom).trim();
  return {
    public: champ("public"),
    adresse: champ("adresse"),
    codePostal: champ("codePostal"),
    horaires: champ("horaires"),
    telephone: champ("telephone"),
    courriel: champ("courriel"),
  };
}

interface CommuneDite {
  readonly codeCommune: string;
  readonly quartierCode?: string;
  readonly quartier?: string;
}

/** One commune a line, by its name or code; after a colon, a priority neighbourhood and its code. */
export async function communesSaisies(
  request: Request,
  texte: string,
): Promise<readonly CommuneDite[]> {
  const lignes = texte
    .split("\n")
    .map((ligne) => ligne.trim())
    .filter((ligne) => ligne !== "");
  if (lignes.length === 0) return [];
  const codes = await codesParNom(request);
  const inconnues: string[] = [];
  const dites = lignes.map((ligne): CommuneDite => {
    const [nom = "", reste = ""] = ligne.split(":").map((part) => part.trim());
    const codeCommune = codes.get(cle(nom));
    if (codeCommune === undefined) inconnues.push(nom);
    return { codeCommune: codeCommune ?? "", ...quartierDit(reste) };
  });
  if (inconnues.length === 0) return dites;
  const message = `${inconnues.join(", ")} : aucune commune du département ne porte ce nom. Corrigez, ou écrivez le code de la commune.`;
  throw new DomainError("saisie.invalide", message, { champs: { communes: message } });
}

async function codesParNom(request: Request): Promise<ReadonlyMap<string, string>> {
  const { territoires } = await request.act(listerTerritoires, {});
  return new Map(
    territoires
      .flatMap(({ communes }) => communes)
      .flatMap(({ code, nom }) => [
        [cle(nom), code],
        [cle(code), code],
      ]),
  );
}

/** « Les Provinces (QN05901) » */
function quartierDit(texte: string) {
  const [, quartier = "", quartierCode = ""] = /^([^(]*)(?:\(([^)]*)\))?$/u.exec(texte) ?? [];
  return quartier.trim() === ""
    ? {}
    : { quartier: quartier.trim(), quartierCode: quartierCode.trim() || quartier.trim() };
}

function cle(nom: string): string {
  return nom
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, " ")
    .trim();
}

/** A refusal of the trade that names its field stands under it; those of a batch of one lose their rank. */
export async function sousLeChamp<Fait>(faire: () => Promise<Fait>): Promise<Fait> {
  try {
    return await faire();
  } catch (refus) {
    throw refus instanceof DomainError ? situe(refus) : refus;
  }
}

function situe(refus: DomainError): DomainError {
  const champs = refus.details["champs"];
  if (typeof champs !== "object" || champs === null) return refus;
  const places = Object.entries(champs).map(([nom, texte]) => [
    nom.replace(/^actions\.0\./u, "").replace(/^communes\..*$/u, "communes"),
    String(texte),
  ]);
  return new DomainError("saisie.invalide", refus.message, {
    ...refus.details,
    champs: Object.fromEntries(places),
  });
}
