import { suite, USAGE } from "./aleatoire.ts";
import type { Foyer, Monde } from "./foyer.ts";
import { cleNir } from "./naissance.ts";
import { numeroDemande } from "./personne.ts";

export const NATURES_DE_DEFAUT = [
  "deux-demandeurs",
  "sans-role",
  "naissance-future",
  "cle-nir-fausse",
  "commune-inconnue",
  "code-inconnu",
  "mal-forme",
] as const;

export type NatureDeDefaut = (typeof NATURES_DE_DEFAUT)[number];

export interface DefautPlante {
  readonly emplacement: number;
  readonly numeroDemande: string;
  readonly nature: NatureDeDefaut;
}

const ROLE_RSA = /(<NATPREST>RSA<\/NATPREST>\n<ROLEPERS>)(\w+)(<\/ROLEPERS>)/g;

function deuxDemandeurs(xml: string): string {
  const personnes = xml.match(/<Personne>\n[\s\S]*?<\/Personne>\n/g) ?? [];
  if (personnes.length > 1) return xml.replace(ROLE_RSA, "$1DEM$3");
  return xml.replace("<DonneesAdministratives>", `${personnes[0] ?? ""}<DonneesAdministratives>`);
}

function cleFausse(xml: string): string {
  const faux = (nir: string): string => {
    const treize = nir.slice(0, 13);
    return `${treize}${cleNir(treize) === "01" ? "02" : "01"}`;
  };
  if (!xml.includes("<NIR>")) {
    return xml.replace("</TYPEDTNAI>\n", `</TYPEDTNAI>\n<NIR>${faux("1800199350001")}</NIR>\n`);
  }
  return xml.replace(/<NIR>(\w+)<\/NIR>/, (_, nir: string) => `<NIR>${faux(nir)}</NIR>`);
}

const PLANTER: Readonly<Record<NatureDeDefaut, (xml: string) => string>> = {
  "deux-demandeurs": deuxDemandeurs,
  "sans-role": (xml) =>
    xml.replace(/<ROLEPERS>\w+<\/ROLEPERS>\n/, "").replace(/<ROLEPERS>\w+<\/ROLEPERS>\n/, ""),
  "naissance-future": (xml) => xml.replace(/<DTNAI>[\d-]+</, "<DTNAI>2099-01-01<"),
  "cle-nir-fausse": cleFausse,
  "commune-inconnue": (xml) => xml.replace(/<NUMCOM>\w+</, "<NUMCOM>00000<"),
  "code-inconnu": (xml) => xml.replace(/<SITFAM>\w+</, "<SITFAM>ZZZ<"),
  "mal-forme": (xml) => xml.replace("</PRENOM>", "</PRENON>"),
};

/** The defect drawn for a household, if any: each kind has the share asked for. */
export function defautDe(monde: Monde, foyer: Foyer, part: number): DefautPlante | null {
  if (part <= 0) return null;
  const u = suite(monde.graine, foyer.emplacement, foyer.rang, USAGE.defaut)();
  const nature = NATURES_DE_DEFAUT[Math.floor(u / part)];
  if (nature === undefined) return null;
  return {
    emplacement: foyer.emplacement,
    numeroDemande: numeroDemande(foyer, monde.graine),
    nature,
  };
}

export const planter = (xml: string, nature: NatureDeDefaut): string => PLANTER[nature](xml);

const NOM = /(<NOM(?:NAI)?>\w*?)([A-Z])(\w{2}<)/g;

/**
 * A person alone and entitled, told a second time under another claim, without her NIR and with a letter of
 * her name doubled; null for any other household.
 */
export function redire(xml: string): string | null {
  const seule = xml.split("<Personne>").length === 2;
  if (!seule || !xml.includes("<NIR>") || !xml.includes("<ETATDOSRSA>2<")) return null;
  return xml
    .replace(/<NIR>\w+<\/NIR>\n/, "")
    .replace(/<NUMDEMRSAPRECE>\w+<\/NUMDEMRSAPRECE>\n/, "")
    .replace(/<NUMDEMRSA>10/, "<NUMDEMRSA>19")
    .replace(/<MATRICULE>0/, "<MATRICULE>9")
    .replace(NOM, "$1$2$2$3");
}
