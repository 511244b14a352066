import { type ActionLue, exigerAction } from "#offre/catalogue";
import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Context, Trace } from "#platform/usecase/define-use-case.ts";
import { type Sejour, verrouillerSejour } from "../db/sejours.ts";
import { tenirEcheancesSejours } from "./echeances.ts";
import { sejoursChanges } from "./faits.ts";

/** What an act on a stay gives back. */
export interface SejourTouche {
  readonly sejourId: number;
  readonly personneId: number;
  readonly actionId: number;
}

export const traceSejour = (
  _: unknown,
  { sejourId, personneId, actionId }: SejourTouche,
): Trace => ({
  objet: "sejour",
  objetId: sejourId,
  personneId,
  details: { actionId },
});

export const touche = ({ id, personneId, actionId }: Sejour): SejourTouche => ({
  sejourId: id,
  personneId,
  actionId,
});

/** Who writes, and when. */
export const auteur = ({ agent, now }: Pick<Context, "agent" | "now">) => ({
  le: civilDay(now),
  par: agent.id,
  parNom: agent.nom,
});

interface SejourTenu {
  readonly sejour: Sejour;
  readonly action: ActionLue;
}

/**
 * A stay to write on: of an action of one’s perimeter, as it was when the page was opened.
 * @throws DomainError `sejour.introuvable`, `sejour.annule`, `sejour.conflit`
 */
export async function exigerSejour(
  context: Context,
  id: number,
  version: number | null = null,
): Promise<SejourTenu> {
  const sejour = await verrouillerSejour(context.tx, id);
  if (!sejour) throw introuvable();
  const action = await actionDe(context, sejour);
  if (sejour.annuleLe !== null) {
    throw new DomainError("sejour.annule", "Ce séjour a été annulé : il ne change plus.");
  }
  if (version !== null && version !== sejour.version) {
    throw new DomainError(
      "sejour.conflit",
      "Quelqu’un a modifié ce séjour depuis que vous avez ouvert cette page. Rechargez-la pour voir ce qui a changé, puis recommencez.",
    );
  }
  return { sejour, action };
}

async function actionDe(context: Context, sejour: Sejour): Promise<ActionLue> {
  try {
    return await exigerAction(context, sejour.actionId, { dansLaPortee: true });
  } catch (refus) {
    if (refus instanceof DomainError) throw introuvable();
    throw refus;
  }
}

export function introuvable(): DomainError {
  return new DomainError(
    "sejour.introuvable",
    "Ce séjour n’existe pas, ou son action n’est pas dans votre périmètre. Vérifiez l’adresse, ou cherchez la personne par son nom.",
  );
}

export interface SejourSorti extends Sejour {
  readonly sortiLe: string;
}

/** @throws DomainError `sejour.pas-sorti` */
export function exigerSorti(sejour: Sejour): SejourSorti {
  const { sortiLe } = sejour;
  if (sortiLe !== null) return { ...sejour, sortiLe };
  throw new DomainError(
    "sejour.pas-sorti",
    "La personne est encore dans l’action : notez d’abord sa sortie.",
  );
}

/** @throws DomainError `sejour.sorti` */
export function exigerEnCours({ sortiLe }: Sejour): void {
  if (sortiLe === null) return;
  throw new DomainError(
    "sejour.sorti",
    "La personne est sortie de l’action : son séjour ne se prolonge plus.",
  );
}

/** A refusal shown beside the field it speaks of. */
export function refusChamp(champ: string, message: string): DomainError {
  return new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
    champs: { [champ]: message },
  });
}

/** What each act owes the rest of the product: deadlines, and the fact. */
export async function tenirAJour(
  context: Context,
  touches: readonly SejourTouche[],
): Promise<void> {
  if (touches.length === 0) return;
  const unis = (cle: keyof SejourTouche) => [...new Set(touches.map((un) => un[cle]))];
  const sejours = unis("sejourId");
  await tenirEcheancesSejours(context, sejours);
  await context.tell(sejoursChanges, {
    sejours,
    personnes: unis("personneId"),
    actions: unis("actionId"),
  });
}
