import { libellesClasse } from "#commun/structure";
import { definirPersonnes } from "#droits/dossier";
import { defineList, type ListColumn, type ListDefinition } from "#platform/db/list/definition.ts";
import { raw, type Sql, sql } from "#platform/db/list/sql.ts";
import { libellesEtape, libellesEtat } from "../domain/libelles.ts";

const AUJOURDHUI = "(now() at time zone 'Europe/Paris')::date";
const MOIS = [1, 2, 3, 6, 12] as const;

const options = (libelles: Readonly<Record<string, string>>) =>
  Object.entries(libelles).map(([value, label]) => ({ value, label }));

/** On a row `s` of the present: oriented, on that day, for longer than so many months. */
export const orienteeDepuis = (mois: number, le: Sql = raw(AUJOURDHUI)): Sql =>
  sql`(s.role in ('DEM', 'CJT') and s.orientation_type is not null
    and s.orientee_le <= (${le} - make_interval(months => ${mois}::int))::date)`;

function presenter(
  colonnes: readonly ListColumn[],
  visibles: readonly string[],
  faits: readonly string[],
): readonly ListColumn[] {
  const rang = ({ key }: ListColumn) =>
    visibles.includes(key) ? visibles.indexOf(key) : visibles.length;
  return colonnes
    .map(({ phone: _, ...colonne }) => ({
      ...colonne,
      defaultVisible: visibles.includes(colonne.key),
      ...(faits.includes(colonne.key) && { phone: "fact" as const }),
    }))
    .toSorted((a, b) => rang(a) - rang(b));
}

const suivi = definirPersonnes({
  name: "contrats-suivi",
  filters: [
    {
      key: "orientee-depuis",
      label: "Orientée depuis plus de",
      kind: "choice",
      options: MOIS.map((mois) => ({ value: String(mois), label: `${mois} mois` })),
      sentence: ({ values, plural }) =>
        `${plural ? "orientées" : "orientée"} depuis plus de ${values}`,
      sql: (valeur) => orienteeDepuis(Number(valeur)),
    },
    {
      key: "organisme",
      label: "Suivie par",
      kind: "choices",
      options: options(libellesClasse),
      sentence: ({ labels, plural }) =>
        labels.length > 3
          ? `${plural ? "suivies" : "suivie"} par un partenaire`
          : `${plural ? "suivies" : "suivie"} par : ${labels.join(" ou ")}`,
      joins: ["structure"],
      sql: (classes) => sql`structure.classe = any(${[...classes]}::text[])`,
    },
  ],
});

/** Every person to accompany with where her contract is: the schedule, its figures and its standing queries. */
export const listeSuiviContrats: ListDefinition = defineList({
  ...suivi,
  columns: presenter(
    suivi.columns,
    ["nom", "nature", "signe", "terme", "bilan", "orientee", "structure", "referent", "telephone"],
    ["nature", "terme", "referent"],
  ),
});

const contrats = definirPersonnes({
  name: "contrats",
  noun: { one: "contrat", many: "contrats", feminine: false },
  avec: `join contrat c on c.personne_id = s.personne_id and c.ecarte_par_fusion is null
    left join contrat_version v on v.contrat_id = c.id and v.etape in ('brouillon', 'proposee', 'validee', 'refusee')`,
  key: "c.id",
  columns: [
    {
      key: "nom",
      label: "Personne",
      kind: "text",
      sql: "s.nom",
      sortSql: "s.cle_tri",
      sortable: true,
      nullable: false,
    },
    {
      key: "etape",
      label: "En préparation",
      kind: "code",
      sql: "v.etape",
      options: libellesEtape,
    },
    {
      key: "etat-contrat",
      label: "Contrat",
      kind: "code",
      sql: "c.etat",
      options: libellesEtat,
    },
    {
      key: "redige",
      label: "Rédigé le",
      kind: "date",
      sql: "c.redige_le",
      sortable: true,
      nullable: false,
    },
    { key: "propose", label: "Proposé le", kind: "date", sql: "v.proposee_le" },
    { key: "signe", label: "Signé le", kind: "date", sql: "c.signe_le" },
  ],
  filters: [
    {
      key: "etape",
      label: "En préparation",
      kind: "choices",
      options: options(libellesEtape).filter(
        ({ value }) => value !== "signee" && value !== "abandonnee",
      ),
      sentence: ({ values }) => values.toLocaleLowerCase("fr"),
      sql: (valeurs) => sql`v.etape = any(${[...valeurs]}::text[])`,
    },
    {
      key: "etat-contrat",
      label: "Contrat",
      kind: "choices",
      options: options(libellesEtat),
      sentence: ({ values }) => values.toLocaleLowerCase("fr"),
      sql: (valeurs) => sql`c.etat = any(${[...valeurs]}::text[])`,
    },
    {
      key: "renouvellement",
      label: "Renouvellement",
      kind: "bool",
      words: { yes: "renouvellements", no: "premiers contrats" },
      sql: (oui) => raw(oui ? "c.renouvellements > 0" : "c.renouvellements = 0"),
    },
    {
      key: "redige",
      label: "Rédigé",
      kind: "date-range",
      sql: ({ from, to }) =>
        sql`c.redige_le between ${from ?? "1900-01-01"}::date and ${to ?? "9999-12-31"}::date`,
    },
  ],
  defaultSort: { key: "redige", dir: "asc" },
  defaultFilters: {},
});

/** Contracts one by one: those that wait for somebody, those refused, renewed, ended. */
export const listeContrats: ListDefinition = defineList({
  ...contrats,
  columns: presenter(
    contrats.columns,
    ["nom", "etape", "etat-contrat", "redige", "propose", "signe", "structure", "referent"],
    ["etape", "etat-contrat"],
  ),
});

interface Requete {
  readonly nom: string;
  readonly libelle: string;
  readonly source: string;
  readonly definition: ListDefinition;
  readonly adresse: string;
  readonly chemin: string;
  readonly droit: string;
}

const profil = "Profil de poste « assistant administratif insertion », Somme";
const commune = {
  definition: listeSuiviContrats,
  chemin: "/contrats/suivi",
  droit: "contrat:lire",
} as const;

export const requetesContrat: readonly Requete[] = [
  {
    ...commune,
    nom: "bilans-de-contrat-en-retard",
    libelle: "Bilans de contrat en retard",
    source: `${profil} : « Assurer la tenue de l’échéancier pour l’examen des bilans des contrats d’engagement réciproques »`,
    adresse: "contrat=bilan-retard",
  },
  {
    ...commune,
    nom: "contrats-a-echeance",
    libelle: "Contrats à échéance dans les deux mois",
    source: `${profil} : « Suivi des contrats d’engagement réciproques »`,
    adresse: "contrat=a-terme",
  },
  {
    ...commune,
    nom: "sans-contrat-apres-le-delai",
    libelle: "Sans contrat après le délai légal",
    source: "Code du travail, art. D5411-14-1 : un mois à compter de la notification",
    adresse: "contrat=sans&orientee-depuis=1",
  },
  {
    ...commune,
    nom: "contrats-a-remplacer",
    libelle: "CER et PPAE à remplacer par un contrat d’engagement",
    source: "Loi n° 2023-1196, art. 2, IV : au plus tard le 01/01/2027 (01/01/2028 outre-mer)",
    adresse:
      "nature=cer-professionnel,cer-social,ppae,contrat-engagement-generique,contrat-orientation",
  },
];
