import type { Command } from "#platform/cli/command.ts";
import { formatAmount, formatDate } from "#platform/ui/format.ts";
import type { Declaration } from "./domain/fiche.ts";
import { personneMontree } from "./domain/personne-montree.ts";
import { consulterPersonne } from "./usecases/consulter-personne.ts";
import { trouverPlaces } from "./usecases/montrer-personnes.ts";
import { revelerNir } from "./usecases/reveler-nir.ts";

const montrer: Command = {
  name: "montrer personne",
  summary: "Montre tout ce qui est connu des personnes d’un dossier, champ par champ",
  options: {
    departement: { type: "string", help: "le département, par exemple somme", required: true },
    "numero-demande": {
      type: "string",
      help: "numéro de demande du dossier (NUMDEMRSA)",
      required: true,
    },
    role: {
      type: "string",
      help: "rôle dans le foyer : DEM, CJT, ENF ou AUT (tous, à défaut)",
      choices: ["DEM", "CJT", "ENF", "AUT"],
    },
    nir: {
      type: "string",
      help: "numéro de sécurité sociale, quand plusieurs personnes portent ce rôle",
    },
  },
  async run({ options, deps, agent }) {
    const acces = await deps(String(options["departement"]));
    const places = await trouverPlaces.execute(acces, agent, {
      numeroDemande: String(options["numero-demande"]),
      role: texte(options["role"]),
      nir: texte(options["nir"]),
    });
    const personnes: unknown[] = [];
    for (const { personneId, dossierId } of places) {
      const fiche = await consulterPersonne.execute(acces, agent, { personneId });
      const dernier = fiche.faits.declarations
        .filter((une) => une.dossierId === dossierId && une.nature === "beneficiaires")
        .reduce<Declaration | null>((a, b) => (a !== null && plusRecente(a, b) ? a : b), null);
      const dit = await consulterPersonne.execute(acces, agent, {
        personneId,
        declarationId: dernier?.id ?? null,
      });
      const nir = await revelerNir.execute(acces, agent, { personneId });
      personnes.push(personneMontree(dit, dossierId, nir, dit.declaration));
    }
    return { personnes };
  },
  print: ({ personnes }) => (personnes as readonly Montree[]).map(enTexte).join("\n\n"),
};

const plusRecente = (a: Declaration, b: Declaration): boolean =>
  a.reference > b.reference || (a.reference === b.reference && a.id > b.id);

function texte(option: string | boolean | undefined): string | null {
  return typeof option === "string" && option !== "" ? option : null;
}

type Montree = Readonly<Record<string, unknown>>;

/** Every field on its line, indented under its group. */
function enTexte(personne: Montree): string {
  const titre = [personne["qualite"], personne["nom"], personne["prenom"]]
    .filter(Boolean)
    .join(" ");
  return [titre, ...lignes(personne, "  ")].join("\n");
}

function lignes(valeurs: Montree, retrait: string): readonly string[] {
  return Object.entries(valeurs).flatMap(([nom, valeur]) => {
    if (Array.isArray(valeur)) {
      if (valeur.length === 0) return [];
      if (valeur.every((un) => typeof un !== "object"))
        return [`${retrait}${nom} : ${valeur.join(", ")}`];
      return [
        `${retrait}${nom} :`,
        ...valeur.flatMap((un: Montree) => [`${retrait}  -`, ...lignes(un, `${retrait}    `)]),
      ];
    }
    if (valeur !== null && typeof valeur === "object") {
      return [`${retrait}${nom} :`, ...lignes(valeur as Montree, `${retrait}  `)];
    }
    return [`${retrait}${nom} : ${simple(nom, valeur)}`];
  });
}

/** Amounts are cents in the base, and in `--json`. */
const enEuros = /^(montant|total|mt[a-z]+$)/;

function simple(nom: string, valeur: unknown): string {
  if (valeur === null || valeur === undefined) return "(non renseigné)";
  if (typeof valeur === "boolean") return valeur ? "oui" : "non";
  if (typeof valeur === "number" && enEuros.test(nom)) return formatAmount(valeur);
  const brut = String(valeur);
  return /^\d{4}-\d{2}-\d{2}$/.test(brut) ? formatDate(brut) : brut;
}

export const commandesDossier: readonly Command[] = [montrer];
