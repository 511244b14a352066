import type { Command } from "#platform/cli/command.ts";
import { UsageError } from "#platform/cli/parse.ts";
import { formatCount } from "#platform/ui/format.ts";
import type { DefautPlante } from "./generateur/defauts.ts";
import { ecrireFlux } from "./generateur/ecrire-flux.ts";
import type { Encodage, OptionsFlux } from "./generateur/options.ts";
import { codeDuDepartement } from "./generateur/territoire.ts";

type Saisie = Readonly<Record<string, string | boolean>>;

export const commandeGenererFluxCaf: Command = {
  name: "generer flux-caf",
  summary:
    "Fabrique un flux d’organisme payeur pour une population inventée : même graine, mêmes octets",
  options: {
    dossiers: { type: "string", help: "Nombre de dossiers", default: "1000" },
    mois: { type: "string", help: "Mois décrit, AAAA-MM", required: true },
    departement: {
      type: "string",
      help: "Département, par son code ou son nom : 59, 2A, somme",
      required: true,
    },
    graine: { type: "string", help: "Graine de la population", default: "1" },
    sortie: {
      type: "string",
      help: "Fichier à écrire (à défaut, nommé d’après le département et le mois)",
    },
    nature: { type: "string", help: "beneficiaires ou instructions", default: "beneficiaires" },
    quotidien: {
      type: "string",
      help: "Jour d’un flux quotidien, AAAA-MM-JJ : ce qui a changé ce jour-là",
    },
    depuis: { type: "string", help: "Premier mois de la population (2023-01 à défaut)" },
    tous: { type: "boolean", help: "Instructions de tous les foyers, non des seuls arrivants" },
    encodage: {
      type: "string",
      help: "windows-1252, ISO-8859-1 ou UTF-8",
      default: "windows-1252",
    },
    rythme: { type: "string", help: "Rythme des changements (1 : celui du terrain)", default: "1" },
    "seulement-changements": {
      type: "string",
      help: "Le mois précédent, où seuls tant de dossiers sur cent ont changé",
    },
    defauts: {
      type: "string",
      help: "Dossiers abîmés pour essayer l’import, en % par sorte de défaut",
    },
    redites: {
      type: "string",
      help: "Personnes dites deux fois, sous deux demandes et presque le même nom, pour essayer la fusion",
    },
  },
  run: async ({ options: saisie, progress, signal }) => {
    const defauts: DefautPlante[] = [];
    let dossiers = 0;
    const options = lireOptions(saisie);
    const sortie = texte(saisie, "sortie") ?? nomParDefaut(options);
    const octets = await ecrireFlux(
      sortie,
      {
        ...options,
        surDefaut: (defaut) => defauts.push(defaut),
        surAvancement: (faits) => progress(faits, options.dossiers, "dossiers"),
        surTotal: (total) => {
          dossiers = total;
        },
      },
      signal,
    );
    return { fichier: sortie, dossiers, population: options.dossiers, octets, defauts };
  },
  print: ({ fichier, dossiers, octets, defauts }) => {
    const mega = (Number(octets) / 1_000_000).toLocaleString("fr-FR", { maximumFractionDigits: 1 });
    const plantes =
      Array.isArray(defauts) && defauts.length > 0
        ? `\n${defauts.length} dossiers abîmés exprès.`
        : "";
    return `${String(fichier)} : ${formatCount(Number(dossiers), "dossier", "dossiers")}, ${mega} Mo.${plantes}`;
  },
};

const texte = (saisie: Saisie, nom: string): string | undefined => {
  const valeur = saisie[nom];
  return typeof valeur === "string" ? valeur : undefined;
};

const oui = (saisie: Saisie, nom: string): boolean => saisie[nom] === true;

const malDit = (message: string) => new UsageError(message, commandeGenererFluxCaf);

function nombre(saisie: Saisie, nom: string): number | undefined {
  const valeur = texte(saisie, nom);
  if (valeur === undefined) return undefined;
  const lu = Number(valeur.replace(",", "."));
  if (Number.isFinite(lu)) return lu;
  throw malDit(`--${nom} attend un nombre, pas « ${valeur} ».`);
}

function parmi<T extends string>(
  saisie: Saisie,
  nom: string,
  valeurs: readonly T[],
): T | undefined {
  const valeur = texte(saisie, nom);
  if (valeur === undefined) return undefined;
  const trouve = valeurs.find((v) => v === valeur);
  if (trouve !== undefined) return trouve;
  throw malDit(`--${nom} vaut ${valeurs.join(", ")} ; pas « ${valeur} ».`);
}

const ENCODAGES: readonly Encodage[] = ["windows-1252", "ISO-8859-1", "UTF-8"];

function lireOptions(saisie: Saisie): OptionsFlux {
  const quotidien = texte(saisie, "quotidien");
  const depuis = texte(saisie, "depuis");
  const changements = nombre(saisie, "seulement-changements");
  return {
    dossiers: nombre(saisie, "dossiers") ?? 1_000,
    mois: texte(saisie, "mois") ?? "",
    departement: { code: codeDuDepartement(texte(saisie, "departement") ?? "") },
    graine: nombre(saisie, "graine") ?? 1,
    nature: parmi(saisie, "nature", ["beneficiaires", "instructions"] as const) ?? "beneficiaires",
    tous: oui(saisie, "tous"),
    encodage: parmi(saisie, "encodage", ENCODAGES) ?? "windows-1252",
    rythme: nombre(saisie, "rythme") ?? 1,
    defauts: (nombre(saisie, "defauts") ?? 0) / 100,
    redites: nombre(saisie, "redites") ?? 0,
    ...(quotidien === undefined ? {} : { quotidien }),
    ...(depuis === undefined ? {} : { depuis }),
    ...(changements === undefined ? {} : { seulementChangements: changements / 100 }),
  };
}

function nomParDefaut(o: OptionsFlux): string {
  return `flux-${o.nature ?? "beneficiaires"}-${o.departement.code}-${o.quotidien ?? o.mois}.xml`;
}
