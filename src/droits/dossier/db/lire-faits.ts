import type { Tx } from "#platform/db/tx.ts";
import type { Faits } from "../domain/fiche.ts";

type Champs = Readonly<Record<string, string>>;

const objet = (champs: Champs) =>
  `json_build_object(${Object.entries(champs)
    .map(([nom, expression]) => `'${nom}', ${expression}`)
    .join(", ")})`;

const liste = (source: string, champs: Champs, ordre: string) =>
  `(select coalesce(json_agg(${objet(champs)} order by ${ordre}), '[]') from ${source})`;

const DU_DOSSIER = "dossier_id = any($1::int[])";
/** One person's facts, or everybody's of the dossier. */
const DE_LA_PERSONNE = `${DU_DOSSIER} and ($2::int is null or personne_id = $2)`;
const EN_VIGUEUR = "remplace_le is null";
const date = { dossierId: "dossier_id", depuis: "depuis", jusqua: "jusqua" };
const dateDe = { ...date, personneId: "personne_id" };

const ADRESSE: Champs = {
  ...date,
  pays: "pays",
  type: "type",
  etat: "etat",
  complementIdentite: "complement_identite",
  complement: "complement",
  numero: "numero",
  typeVoie: "type_voie",
  voie: "voie",
  lieuDit: "lieu_dit",
  codeCommuneRecu: "code_commune_recu",
  codeCommune: "code_commune",
  codePostal: "code_postal",
  commune: "commune",
  lignesEtranger: "lignes_etranger",
  sansDomicileFixe: "sans_domicile_fixe",
};

const sections: Readonly<Record<keyof Faits, string>> = {
  droits: liste(
    `periode_droit where ${DU_DOSSIER} and ${EN_VIGUEUR}`,
    {
      ...date,
      etat: "etat",
      motifsVersement: "motifs_versement",
      motifsDroit: "motifs_droit",
      motifCloture: "motif_cloture",
      motifRefus: "motif_refus",
    },
    "dossier_id, depuis",
  ),
  devoirs: liste(
    `periode_devoir where ${DE_LA_PERSONNE} and ${EN_VIGUEUR}`,
    { ...dateDe, soumis: "soumis" },
    "dossier_id, depuis",
  ),
  familles: liste(
    `periode_famille where ${DU_DOSSIER} and ${EN_VIGUEUR}`,
    { ...date, situation: "situation" },
    "dossier_id, depuis",
  ),
  adresses: liste(
    `periode_adresse where ${DU_DOSSIER} and ${EN_VIGUEUR}`,
    ADRESSE,
    "dossier_id, depuis",
  ),
  activites: liste(
    `activite where ${DE_LA_PERSONNE} and ${EN_VIGUEUR}`,
    { ...dateDe, code: "code", regime: "regime", contrat: "contrat" },
    "depuis, id",
  ),
  ressources: liste(
    `ressource where ${DE_LA_PERSONNE} and ${EN_VIGUEUR}`,
    { ...dateDe, nulles: "nulles", total: "total", mois: "mois" },
    "depuis desc nulls last, id desc",
  ),
  montants: liste(
    `montant_droit where ${DU_DOSSIER} and ${EN_VIGUEUR}`,
    {
      ...date,
      total: "total",
      montants: "montants",
      natures: "natures",
      enfantsACharge: "enfants_a_charge",
      foyerSoumis: "foyer_soumis",
      connuLe: "connu_le",
    },
    "connu_le desc, id desc",
  ),
  contacts: liste(
    `contact where ${EN_VIGUEUR} and (personne_id = $2 or (${DU_DOSSIER} and personne_id is null))`,
    {
      id: "id",
      dossierId: "dossier_id",
      personneId: "personne_id",
      nature: "nature",
      valeur: "valeur",
      type: "type",
      accord: "accord",
      source: "source",
      connuLe: "connu_le",
      version: "version",
    },
    "personne_id nulls last, nature desc, id",
  ),
  mouvements: liste(
    `mouvement where ${DE_LA_PERSONNE}`,
    {
      personneId: "personne_id",
      dossierId: "dossier_id",
      nature: "nature",
      le: "le",
      connuLe: "connu_le",
      integrationId: "integration_id",
    },
    "connu_le desc, id desc",
  ),
  evenements: liste(
    `evenement_dossier where ${DU_DOSSIER}`,
    { dossierId: "dossier_id", nature: "nature", le: "le", code: "code", detail: "detail" },
    "le desc, id desc",
  ),
  declarations: liste(
    `declaration where ${DU_DOSSIER}`,
    {
      id: "id",
      dossierId: "dossier_id",
      integrationId: "integration_id",
      nature: "nature",
      reference: "reference",
      rang: "rang",
      ligne: "ligne",
    },
    "reference desc, id desc",
  ),
  changements: liste(
    `changement where ${DU_DOSSIER} and ($2::int is null or personne_id is null or personne_id = $2)`,
    {
      dossierId: "dossier_id",
      personneId: "personne_id",
      integrationId: "integration_id",
      champ: "champ",
      avant: "avant",
      apres: "apres",
      connuLe: "connu_le",
    },
    "connu_le desc, id",
  ),
  derniersDroits: liste(
    `(select distinct on (dossier_id) dossier_id, contenu -> 'droit' as droit from declaration
      where ${DU_DOSSIER} and nature = 'beneficiaires' order by dossier_id, reference desc, id desc) derniere`,
    { dossierId: "dossier_id", droit: "droit" },
    "dossier_id",
  ),
};

const TOUT = `select ${objet(sections)} as faits`;

/** Everything known of these dossiers, or of one person in them, in one round trip. */
export async function lireFaits(
  tx: Tx,
  dossiers: readonly number[],
  personneId: number | null,
): Promise<Faits> {
  const [ligne] = await tx.query<{ faits: Faits }>(TOUT, [dossiers, personneId]);
  if (!ligne) throw new RangeError("a query without FROM gives one row");
  return ligne.faits;
}
