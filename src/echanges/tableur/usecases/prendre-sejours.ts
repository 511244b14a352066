import { type PersonneRetrouvee, retrouverPersonnes } from "#droits/dossier";
import { lireActions } from "#offre/catalogue";
import {
  type Chercheur,
  compterRecherchesManquees,
  entrerDansUnLot,
  estUneRechercheManquee,
  lireSejoursComptes,
  personneIntrouvable,
  type SejourTouche,
  sortirDansUnLot,
  tenirAJour,
} from "#offre/participation";
import { orRefusal } from "#platform/db/or-refusal.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import type { LigneTraitee } from "../db/depots.ts";
import type { SejourEcrit } from "../domain/lire-ligne.ts";

interface SejourAPrendre {
  readonly sejour: SejourEcrit;
  /** Chosen by hand among several of the same names and birth date. */
  readonly personneId: number | null;
}

interface Prise {
  readonly traitee: LigneTraitee;
  /** The stays written by this line alone. */
  readonly touches: readonly SejourTouche[];
  /** Somebody out of the perimeter was looked for, and is not entered. */
  readonly manquee: boolean;
}

/**
 * Takes stays written elsewhere, in the name of the agent of the context and in the actions of her perimeter. Each
 * stands alone: refused, it says why and the others go on. What follows from stays is told once, for all of them.
 */
export async function prendreSejours(
  context: Context,
  lues: readonly SejourAPrendre[],
  chercheur: Chercheur,
): Promise<readonly LigneTraitee[]> {
  const { tx, agent } = context;
  const permises = new Set((await lireActions(tx, { portee: agent.portee })).map(({ id }) => id));
  const parRang = Map.groupBy(
    await retrouverPersonnes(
      tx,
      lues.map(({ sejour }) => sejour.personne),
    ),
    ({ rang }) => rang,
  );
  const connus = await lireConnus(context, lues);
  const prises: Prise[] = [];
  const designee = (rang: number, { personneId: choisie }: SejourAPrendre) => {
    const trouvees = parRang.get(rang) ?? [];
    const retenue = trouvees.find(({ personneId }) => personneId === choisie) ?? trouvees[0];
    return retenue?.personneId ?? 0;
  };
  // By the person whose entry is locked: two batches at once wait for one another on the same entries in the same order.
  const ordre = [...lues.entries()].toSorted((un, autre) => designee(...un) - designee(...autre));
  for (const [rang, lue] of ordre) {
    prises.push(
      permises.has(lue.sejour.actionId)
        ? await prendreUn(context, lue, parRang.get(rang) ?? [], connus)
        : rien(refusee(lue.sejour.ligne, [HORS_PERIMETRE])),
    );
  }
  await tenirAJour(
    context,
    prises.flatMap(({ touches }) => touches),
  );
  const manquees = prises.filter(({ manquee }) => manquee).length;
  await compterRecherchesManquees(context, chercheur, manquees);
  return prises.map(({ traitee }) => traitee);
}

const HORS_PERIMETRE =
  "Cette action n’est pas dans votre périmètre : faites prendre cette ligne par quelqu’un qui l’a dans le sien.";

const rien = (traitee: LigneTraitee, manquee = false): Prise => ({ traitee, touches: [], manquee });

function prendreUn(
  context: Context,
  { sejour, personneId }: SejourAPrendre,
  trouvees: readonly PersonneRetrouvee[],
  connus: Connus,
): Promise<Prise> | Prise {
  const candidats = trouvees.map((trouvee) => trouvee.personneId);
  if (personneId !== null && candidats.includes(personneId)) {
    return prendreLeSejour(context, sejour, personneId, connus);
  }
  const [seule, ...autres] = candidats;
  if (seule !== undefined && autres.length === 0) {
    return prendreLeSejour(context, sejour, seule, connus);
  }
  if (seule !== undefined && nommees(sejour.personne, trouvees)) {
    return rien({ ...refusee(sejour.ligne, [HOMONYMES]), candidats });
  }
  return rien(refusee(sejour.ligne, [personneIntrouvable().message]), true);
}

const HOMONYMES =
  "Plusieurs personnes portent ces noms et cette date de naissance : dites laquelle c’est.";

/** Several are offered only when the file told when they were born: a number alone teaches nobody who has the RSA. */
const nommees = (
  { dateNaissance }: SejourEcrit["personne"],
  trouvees: readonly PersonneRetrouvee[],
): boolean =>
  trouvees.every((une) => dateNaissance !== null && une.dateNaissance === dateNaissance);

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
): Promise<Prise> {
  const prise = await orRefusal(context.tx, () =>
    ecrireLeSejour(context, ecrit, personneId, connus),
  );
  if (!(prise instanceof DomainError)) return prise;
  return rien(refusee(ecrit.ligne, raisonsDe(prise)), estUneRechercheManquee(prise));
}

/** The acts that anybody uses on a page, with their rules and their refusals. */
async function ecrireLeSejour(
  context: Context,
  ecrit: SejourEcrit,
  personneId: number,
  connus: Connus,
): Promise<Prise> {
  const { ligne, actionId, entreLe, sortie } = ecrit;
  const sienne = cle(actionId, personneId, entreLe);
  const connu = connus.get(sienne);
  if (connu && sortie && connu.sortiLe !== null && connu.sortiLe !== sortie.le) {
    return rien(
      refusee(ligne, [
        `Une autre sortie est déjà notée le ${enJours(connu.sortiLe)} : si votre fichier a raison, corrigez-la sur la page du séjour.`,
      ]),
    );
  }
  const sejourId = connu?.id ?? (await entrer(context, ecrit, personneId));
  const fait = { ligne, raisons: [], candidats: [], sejourId } as const;
  const touches = [{ sejourId, personneId, actionId }];
  if (sortie === null || connu?.sortiLe === sortie.le) {
    connus.set(sienne, { id: sejourId, sortiLe: connu?.sortiLe ?? null });
    return connu
      ? rien({ ...fait, etat: "inchangee" })
      : { traitee: { ...fait, etat: "prise" }, touches, manquee: false };
  }
  const { le, ...faits } = sortie;
  await sortirDansUnLot.within(context, context.journal, { sejourId, le, ...faits });
  connus.set(sienne, { id: sejourId, sortiLe: le });
  return { traitee: { ...fait, etat: "prise" }, touches, manquee: false };
}

async function entrer(
  context: Context,
  { actionId, entreLe, contratLe, attestationLe }: SejourEcrit,
  personneId: number,
): Promise<number> {
  const { sejourId } = await entrerDansUnLot.within(context, context.journal, {
    ...{ actionId, personneId, montree: true, le: entreLe, attestationLe, contratLe },
    contratPreuve: contratLe === null ? null : "contrat",
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
