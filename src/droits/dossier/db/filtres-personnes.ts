import { codesCaf, type ListeCodes } from "#commun/referentiel";
import { communeDansTerritoires, communeNommee, nomsDesTerritoires } from "#droits/territoire";
import type { ListFilter, Option, Range } from "#platform/db/list/definition.ts";
import { allOf, raw, type Sql, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import { etatsCourts, libellesManquant, libellesMotif } from "../domain/libelles.ts";
import { libellesMouvement } from "../domain/mouvement.ts";
import { MOTIF_AVEC_LISTE } from "./colonnes-personnes.ts";
import { conditionRecherche } from "./condition-recherche.ts";
import { filtresDuSuivi } from "./suivi-des-personnes.ts";

const AUJOURDHUI = raw("(now() at time zone 'Europe/Paris')::date");

const options = (libelles: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(libelles).map(([value, label]) => ({ value, label }));
const codes = (liste: ListeCodes): readonly Option[] => options(liste.codes);

/** Both bounds included, absent ones left out, so that the plan sees plain comparisons. */
function entre(colonne: string, { from, to }: Range<string>): Sql {
  return allOf([
    ...(from === null ? [] : [sql`${raw(colonne)} >= ${from}::date`]),
    ...(to === null ? [] : [sql`${raw(colonne)} <= ${to}::date`]),
  ]);
}

const minuscule = (texte: string) => texte.charAt(0).toLocaleLowerCase("fr") + texte.slice(1);
const ou = (labels: readonly string[]) => labels.map(minuscule).join(" ou ");
const accord = (plural: boolean, mot: string) => (plural ? `${mot}s` : mot);

const droit: readonly ListFilter[] = [
  {
    key: "beneficiaire",
    label: "Bénéficiaire",
    kind: "bool",
    words: { yes: "bénéficiaire du RSA", no: "non bénéficiaire du RSA" },
    sentence: ({ values, plural }) =>
      plural ? values.replace("bénéficiaire", "bénéficiaires") : values,
    sql: (value) => (value ? raw("s.beneficiaire") : raw("not s.beneficiaire")),
  },
  {
    key: "etat",
    label: "État du droit",
    kind: "choices",
    options: options(etatsCourts),
    sentence: ({ labels }) => `à l’état ${ou(labels.map((label) => `« ${label} »`))}`,
    sql: (values) => sql`s.etat = any(${values}::text[])`,
  },
  {
    key: "depuis",
    label: "Dans cet état",
    kind: "date-range",
    sentence: ({ values, plural }) => `${accord(plural, "entrée")} dans cet état ${values}`,
    sql: (range) => entre("s.etat_depuis", range),
  },
  {
    key: "motif",
    label: "Motif",
    kind: "choice",
    options: options(libellesMotif),
    sentence: ({ labels }) => `motif : ${ou(labels)}`,
    sql: (value) => sql`s.motif = ${value.slice(2)} and ${raw(MOTIF_AVEC_LISTE)} = ${value}`,
  },
  {
    key: "soumis",
    label: "Droits et devoirs",
    kind: "bool",
    words: { yes: "soumise aux droits et devoirs", no: "non soumise aux droits et devoirs" },
    sentence: ({ values, plural }) => (plural ? values.replace("soumise", "soumises") : values),
    sql: (value) => raw(value ? "s.soumis" : "s.soumis is not true"),
  },
];

const personne: readonly ListFilter[] = [
  {
    key: "territoire",
    label: "Territoire",
    kind: "choices",
    options: territoiresVisibles,
    sentence: ({ labels }) => `territoire ${labels.join(" ou ")}`,
    sql: (values) => communeDansTerritoires("s.code_commune", values.map(Number)),
  },
  {
    key: "commune",
    label: "Commune",
    hint: "Le début de son nom, ou son code",
    kind: "text",
    sentence: ({ labels }) => `commune ${labels.join(" ou ")}`,
    sql: (texte) => communeNommee("s.code_commune", texte),
  },
  {
    key: "age",
    label: "Âge",
    kind: "int-range",
    sentence: ({ values }) => `âge : ${values} ans`,
    sql: ({ from, to }) =>
      allOf([
        ...(from === null
          ? []
          : [sql`s.date_naissance <= ${AUJOURDHUI} - make_interval(years => ${from}::int)`]),
        ...(to === null
          ? []
          : [sql`s.date_naissance > ${AUJOURDHUI} - make_interval(years => ${to}::int + 1)`]),
      ]),
  },
  {
    key: "sexe",
    label: "Sexe",
    kind: "choice",
    options: codes(codesCaf.sexe),
    sql: (value) => sql`s.sexe = ${value}`,
  },
  {
    key: "role",
    label: "Rôle dans le foyer",
    kind: "choices",
    options: codes(codesCaf.role),
    sentence: ({ labels }) => ou(labels),
    sql: (values) => sql`s.role = any(${values}::text[])`,
  },
  {
    key: "famille",
    label: "Situation familiale",
    kind: "choice",
    options: codes(codesCaf.situationFamiliale),
    sql: (value) => sql`s.situation_familiale = ${value}`,
  },
];

const dossier: readonly ListFilter[] = [
  {
    key: "incomplet",
    label: "Dossier",
    kind: "bool",
    words: { yes: "dossier incomplet", no: "dossier complet" },
    sentence: ({ values }) => `dont le ${values.replace("dossier", "dossier est")}`,
    sql: (value) => (value ? raw("s.nb_manquants > 0") : raw("s.nb_manquants = 0")),
  },
  {
    key: "manque",
    label: "Il manque",
    kind: "choice",
    options: options(libellesManquant),
    sentence: ({ labels }) => `il manque : ${ou(labels)}`,
    sql: (value) => sql`s.nb_manquants > 0 and ${value} = any(s.manquants)`,
  },
  {
    key: "telephone",
    label: "Téléphone",
    kind: "bool",
    words: { yes: "avec téléphone", no: "sans téléphone" },
    sql: (value) => (value ? raw("s.telephone is not null") : raw("s.telephone is null")),
  },
  {
    key: "present",
    label: "Présence au foyer",
    kind: "bool",
    words: { yes: "dans un foyer", no: "sortie de son foyer" },
    sentence: ({ values, plural }) =>
      plural ? values.replace("sortie de son foyer", "sorties de leur foyer") : values,
    sql: (value) => (value ? raw("s.present") : raw("not s.present")),
  },
];

const mouvements: readonly ListFilter[] = [
  {
    key: "nouveau",
    label: "Nouvel entrant",
    kind: "bool",
    words: { yes: "entrée au dernier fichier", no: "déjà là au dernier fichier" },
    sentence: ({ values, plural }) => (plural ? values.replace("entrée", "entrées") : values),
    sql: (
      value,
    ) => sql`${raw(value ? "" : "not ")}s.personne_id in (select m.personne_id from mouvement m
      where m.nature = 'entree' and m.connu_le = (select max(connu_le) from mouvement))`,
  },
  {
    key: "entree",
    label: "Entrée apprise",
    hint: "Date du fichier qui l’a apprise",
    kind: "date-range",
    sentence: ({ values, plural }) => `${accord(plural, "entrée")} ${values}`,
    sql: (range) => sql`s.personne_id in (select m.personne_id from mouvement m
      where m.nature = 'entree' and ${entre("m.connu_le", range)})`,
  },
  {
    key: "mouvement",
    label: "Dernier mouvement",
    kind: "choice",
    options: options(libellesMouvement),
    sentence: ({ labels }) => `dernier mouvement : ${ou(labels)}`,
    sql: (value) => sql`s.mouvement = ${value}`,
  },
  {
    key: "mouvement-le",
    label: "Date du dernier mouvement",
    kind: "date-range",
    sql: (range) => entre("s.mouvement_le", range),
  },
  {
    key: "declaree",
    label: "Dernière déclaration",
    kind: "date-range",
    sentence: ({ values, plural }) =>
      `${accord(plural, "déclarée")} pour la dernière fois ${values}`,
    sql: (range) => entre("s.declare_le", range),
  },
];

const recherche: ListFilter = {
  key: "q",
  label: "Nom, prénom, matricule ou numéro de demande",
  kind: "search",
  sql: conditionRecherche,
};

export const filtresPersonnes: readonly ListFilter[] = [
  recherche,
  ...droit,
  ...filtresDuSuivi,
  ...personne,
  ...dossier,
  ...mouvements,
];

async function territoiresVisibles(tx: Tx, { territoires }: Portee): Promise<readonly Option[]> {
  const tous = await nomsDesTerritoires(tx);
  return tous
    .filter(({ id }) => territoires === "tous" || territoires.includes(id))
    .map(({ id, nom }) => ({ value: String(id), label: nom }));
}
