import type { z } from "zod";
import { type FicheAction, libellesCategorie } from "#commun/referentiel";
import { lireOrganismes, type OrganismeConnu } from "#commun/structure";
import { nomsDesTerritoires, territoireDesCommunes } from "#droits/territoire";
import { formatDate } from "#platform/ui/format.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { type ActionLue, lireActions } from "../db/actions.ts";
import { ficheDuProgramme, type ProgrammeEnVigueur, programmeAu } from "../domain/programme.ts";
import type { action } from "../schemas.ts";
import { exigerOrdre, exigerPlaces, refuser } from "./refus.ts";

export type ActionSaisie = z.output<typeof action>;

/** What the rules of an opening look at, read once for all. */
interface Connu {
  readonly organismes: ReadonlyMap<number, OrganismeConnu>;
  readonly territoires: ReadonlyMap<number, string>;
  /** Territory of each commune, by day asked. */
  readonly communes: (le: string) => Promise<ReadonlyMap<string, number>>;
  readonly references: readonly ActionLue[];
}

export async function lireConnu(
  { tx, departement }: Context,
  actions: readonly ActionSaisie[],
): Promise<Connu> {
  const adossees = actions.some(({ ficheCode, du }) => {
    const { programme } = programmeAu(departement.referentiel, du);
    return (ficheDuProgramme(programme, ficheCode)?.adosseeA ?? null) !== null;
  });
  const organismes = await lireOrganismes(
    tx,
    actions.map(({ structureId }) => structureId),
  );
  const territoires = await nomsDesTerritoires(tx);
  const parJour = new Map<string, Promise<ReadonlyMap<string, number>>>();
  return {
    organismes: new Map(organismes.map((un) => [un.id, un])),
    territoires: new Map(territoires.map(({ id, nom }) => [id, nom])),
    communes(le) {
      const connues = parJour.get(le) ?? territoireDesCommunes(tx, le);
      parJour.set(le, connues);
      return connues;
    },
    references: adossees ? await lireActions(tx) : [],
  };
}

export interface Accord {
  readonly fiche: FicheAction;
  readonly enVigueur: ProgrammeEnVigueur;
  readonly adosseeAId: number | null;
}

/**
 * What the programme of the first day says of this action.
 * @throws DomainError `action.fiche-inconnue`, `action.type-attendu`, `action.categorie-refusee`,
 * `action.operateur-ferme`, `action.hors-perimetre`, `action.commune-hors-territoire`, `action.reference-absente`,
 * `action.periode`, `action.places`
 */
export async function accorder(
  context: Context,
  connu: Connu,
  saisie: ActionSaisie,
): Promise<Accord> {
  const enVigueur = programmeAu(context.departement.referentiel, saisie.du);
  const fiche = exigerFiche(enVigueur, saisie);
  exigerOrdre(saisie);
  exigerPlaces(saisie);
  exigerCategorie(enVigueur, saisie);
  exigerOperateur(connu, saisie);
  exigerTerritoire(context, connu, saisie);
  await exigerCommunes(connu, saisie);
  return { fiche, enVigueur, adosseeAId: exigerReference(connu, fiche, saisie) };
}

function exigerFiche({ programme }: ProgrammeEnVigueur, saisie: ActionSaisie): FicheAction {
  const fiche = ficheDuProgramme(programme, saisie.ficheCode);
  if (!fiche) {
    refuser(
      "action.fiche-inconnue",
      "ficheCode",
      `Le programme en vigueur le ${formatDate(saisie.du)} n’a pas de fiche « ${saisie.ficheCode} » : choisissez-en une de la liste.`,
    );
  }
  const { types } = fiche;
  const connu = types.some(({ code }) => code === saisie.ficheType);
  if (types.length > 0 ? connu : saisie.ficheType === null) return fiche;
  refuser(
    "action.type-attendu",
    "ficheType",
    types.length > 0
      ? `La fiche ${fiche.numero} demande de dire le type d’action : ${types.map(({ libelle }) => libelle).join(" ; ")}.`
      : `La fiche ${fiche.numero} n’a pas de types : laissez ce champ vide.`,
  );
}

function exigerCategorie({ programme }: ProgrammeEnVigueur, saisie: ActionSaisie): void {
  const { valeur, texte } = programme.categoriesAdmises;
  if (valeur.includes(saisie.categorieJuridique)) return;
  refuser(
    "action.categorie-refusee",
    "categorieJuridique",
    `« ${libellesCategorie[saisie.categorieJuridique]} » : cette catégorie ne peut pas porter une action du programme. Sont admises : ${valeur.map((une) => libellesCategorie[une]).join(", ")} (${texte}).`,
  );
}

function exigerOperateur({ organismes }: Connu, { structureId, du }: ActionSaisie): void {
  const organisme = organismes.get(structureId);
  if (!organisme) {
    refuser("action.operateur-inconnu", "structureId", "Choisissez un opérateur de la liste.");
  }
  if (organisme.du <= du && (organisme.jusque === null || du < organisme.jusque)) return;
  refuser(
    "action.operateur-ferme",
    "structureId",
    `${organisme.nom} n’est pas ouvert le ${formatDate(du)} : choisissez un autre jour, ou un autre opérateur.`,
  );
}

function exigerTerritoire(
  { agent }: Context,
  { territoires }: Connu,
  { territoireId }: ActionSaisie,
): void {
  if (!territoires.has(territoireId)) {
    refuser("action.territoire-inconnu", "territoireId", "Choisissez un territoire de la liste.");
  }
  const siens = agent.portee.territoires;
  if (siens === "tous" || siens.includes(territoireId)) return;
  refuser(
    "action.hors-perimetre",
    "territoireId",
    "Vous ne pouvez ouvrir une action que sur vos territoires. Demandez les autres à l’administrateur.",
  );
}

async function exigerCommunes(connu: Connu, saisie: ActionSaisie): Promise<void> {
  if (saisie.communes.length === 0) return;
  exigerCommunesDuTerritoire(await connu.communes(saisie.du), {
    codes: saisie.communes.map(({ codeCommune }) => codeCommune),
    territoireId: saisie.territoireId,
    territoire: connu.territoires.get(saisie.territoireId) ?? "",
  });
}

interface CommunesDites {
  readonly codes: readonly string[];
  readonly territoireId: number;
  readonly territoire: string;
}

/** @throws DomainError `action.commune-hors-territoire`: an action stays within one territory */
export function exigerCommunesDuTerritoire(
  territoires: ReadonlyMap<string, number>,
  { codes, territoireId, territoire }: CommunesDites,
): void {
  const ailleurs = codes.filter((code) => territoires.get(code) !== territoireId);
  if (ailleurs.length === 0) return;
  refuser(
    "action.commune-hors-territoire",
    "communes",
    `${ailleurs.join(", ")} : ${ailleurs.length > 1 ? "ces communes ne sont pas" : "cette commune n’est pas"} du territoire ${territoire}. Une action sur plusieurs territoires s’ouvre pour chacun d’eux.`,
  );
}

/** The action that must stand beside it: the one named, or the one that runs there, its operator’s own first. */
function exigerReference(
  { references }: Connu,
  fiche: FicheAction,
  { adosseeAId, territoireId, structureId, du }: ActionSaisie,
): number | null {
  if (fiche.adosseeA === null) return null;
  const possibles = references.filter(
    (une) =>
      une.fiche.code === fiche.adosseeA &&
      une.territoireId === territoireId &&
      une.du <= du &&
      (une.au === null || du < une.au),
  );
  const choisie =
    adosseeAId === null
      ? (possibles.find((une) => une.structureId === structureId) ?? possibles[0])
      : possibles.find((une) => une.id === adosseeAId);
  if (choisie) return choisie.id;
  refuser(
    "action.reference-absente",
    "adosseeAId",
    `À la fiche ${fiche.numero} doit être associée une référence sur le même territoire : ouvrez-la d’abord, ou choisissez un jour où elle est ouverte.`,
  );
}
