import { type PersonneRetrouvee, retrouverPersonnes } from "#droits/dossier";
import { entrerEnAction, lireSejoursComptes, sortirDAction } from "#offre/participation";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, porteeTotale } from "#platform/usecase/define-use-case.ts";
import type { LigneTraitee } from "../db/depots.ts";
import type { SejourEcrit } from "../domain/lire-ligne.ts";

interface SejourAPrendre {
  readonly sejour: SejourEcrit;
  /** Chosen by hand among several of the same names and birth date. */
  readonly personneId: number | null;
}

/**
 * Takes stays written elsewhere, in the name of the agent of the context, whatever her perimeter: the caller has
 * checked that the actions are of the operator. Each stands alone: refused, it says why and the others go on.
 */
export async function prendreSejours(
  tout: Context,
  lues: readonly SejourAPrendre[],
): Promise<readonly LigneTraitee[]> {
  const context = { ...tout, agent: { ...tout.agent, portee: porteeTotale } };
  const trouvees = await retrouverPersonnes(
    context.tx,
    lues.map(({ sejour }) => sejour.personne),
  );
  const parRang = Map.groupBy(trouvees, ({ rang }) => rang);
  const connus = await lireConnus(context, lues);
  const traitees: LigneTraitee[] = [];
  for (const [rang, { sejour, personneId }] of lues.entries()) {
    const reconnue = reconnaitre(personneId, parRang.get(rang) ?? [], sejour.personne);
    traitees.push(
      typeof reconnue === "number"
        ? await prendreLeSejour(context, sejour, reconnue, connus)
        : { ...refusee(sejour.ligne, [reconnue.raison]), candidats: reconnue.candidats },
    );
  }
  return traitees;
}

/** Several are offered only when the file told when they were born: a number alone teaches nobody who has the RSA. */
function reconnaitre(
  personneId: number | null,
  trouvees: readonly PersonneRetrouvee[],
  { dateNaissance }: SejourEcrit["personne"],
): number | { readonly raison: string; readonly candidats: readonly number[] } {
  const candidats = trouvees.map((trouvee) => trouvee.personneId);
  if (personneId !== null && candidats.includes(personneId)) return personneId;
  const [seule, ...autres] = candidats;
  if (seule !== undefined && autres.length === 0) return seule;
  if (seule === undefined) {
    return {
      raison:
        "Personne ne porte ces noms avec cette date de naissance, ni ce numéro de demande : vérifiez l’orthographe et la date.",
      candidats: [],
    };
  }
  if (trouvees.every((une) => dateNaissance !== null && une.dateNaissance === dateNaissance)) {
    return {
      raison:
        "Plusieurs personnes portent ces noms et cette date de naissance : dites laquelle c’est.",
      candidats,
    };
  }
  return {
    raison:
      "Ce numéro de demande ne dit pas qui est la personne, ou n’est pas le sien : écrivez son nom, son prénom et sa date de naissance, et vérifiez le numéro.",
    candidats: [],
  };
}

/** Stays by action, person and day of entry: what a line already written is recognised by. */
type Connus = Map<string, { readonly id: number; readonly sortiLe: string | null }>;

const cle = (actionId: number, personneId: number, entreLe: string) =>
  `${actionId} ${personneId} ${entreLe}`;

async function lireConnus({ tx }: Context, lues: readonly SejourAPrendre[]): Promise<Connus> {
  const jours = lues.map(({ sejour }) => sejour.entreLe).toSorted();
  const [du, au] = [jours.at(0), jours.at(-1)];
  if (du === undefined || au === undefined) return new Map();
  const actions = lues.map(({ sejour }) => sejour.actionId);
  const sejours = await lireSejoursComptes(tx, { actions, du, au });
  return new Map(
    sejours.map(({ id, actionId, personneId, entreLe, sortiLe }) => [
      cle(actionId, personneId, entreLe),
      { id, sortiLe },
    ]),
  );
}

/** A line is written whole or not at all: refused, nothing of it stays, not even an entry whose exit is wrong. */
async function prendreLeSejour(
  context: Context,
  ecrit: SejourEcrit,
  personneId: number,
  connus: Connus,
): Promise<LigneTraitee> {
  const { tx } = context;
  await tx.query("savepoint sejour_ecrit");
  try {
    const traitee = await ecrireLeSejour(context, ecrit, personneId, connus);
    await tx.query("release savepoint sejour_ecrit");
    return traitee;
  } catch (refus) {
    if (!(refus instanceof DomainError)) throw refus;
    await tx.query("rollback to savepoint sejour_ecrit");
    await tx.query("release savepoint sejour_ecrit");
    return refusee(ecrit.ligne, raisonsDe(refus));
  }
}

/** The acts that anybody uses on a page, with their rules and their refusals. */
async function ecrireLeSejour(
  context: Context,
  ecrit: SejourEcrit,
  personneId: number,
  connus: Connus,
): Promise<LigneTraitee> {
  const { ligne, actionId, entreLe, sortie } = ecrit;
  const sienne = cle(actionId, personneId, entreLe);
  const connu = connus.get(sienne);
  if (connu && sortie && connu.sortiLe !== null && connu.sortiLe !== sortie.le) {
    return refusee(ligne, [
      `Une autre sortie est déjà notée le ${enJours(connu.sortiLe)} : si votre fichier a raison, corrigez-la sur la page du séjour.`,
    ]);
  }
  const sejourId = connu?.id ?? (await entrer(context, ecrit, personneId));
  const fait = { ligne, raisons: [], candidats: [], sejourId } as const;
  if (sortie === null || connu?.sortiLe === sortie.le) {
    connus.set(sienne, { id: sejourId, sortiLe: connu?.sortiLe ?? null });
    return { ...fait, etat: connu ? "inchangee" : "prise" };
  }
  const { le, ...faits } = sortie;
  await sortirDAction.within(context, context.journal, { sejourId, le, ...faits });
  connus.set(sienne, { id: sejourId, sortiLe: le });
  return { ...fait, etat: "prise" };
}

async function entrer(
  context: Context,
  { actionId, entreLe, contratLe, attestationLe }: SejourEcrit,
  personneId: number,
): Promise<number> {
  const { sejourId } = await entrerEnAction.within(context, context.journal, {
    actionId,
    personneId,
    le: entreLe,
    attestationLe,
    contratPreuve: contratLe === null ? null : "contrat",
    contratLe,
  });
  return sejourId;
}

/** A refusal that collects several reasons says them all. */
function raisonsDe({ message, details }: DomainError): readonly string[] {
  const champs = details["champs"];
  if (typeof champs === "object" && champs !== null) return Object.values(champs).map(String);
  const raisons = details["raisons"];
  return Array.isArray(raisons) && raisons.length > 0
    ? raisons.map((raison: { readonly message: string }) => raison.message)
    : [message];
}

export function refusee(ligne: number, raisons: readonly string[]): LigneTraitee {
  return { ligne, etat: "refusee", raisons, candidats: [], sejourId: null };
}

const enJours = (jour: string) => jour.split("-").toReversed().join("/");
