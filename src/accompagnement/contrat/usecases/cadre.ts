import {
  type OrientationEnCours,
  tenirLesEcheances,
  verrouillerOrientationsDe,
} from "#accompagnement/orientation";
import {
  chargerReferentiel,
  type NatureContrat,
  type RegleContrats,
  versionAu,
} from "#commun/referentiel";
import { exigerPersonne, noterContrats } from "#droits/dossier";
import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import {
  type Contrat,
  type VersionContrat,
  verrouillerContrat,
  verrouillerPreparation,
} from "../db/contrats.ts";
import { lireConnus } from "../db/faits.ts";
import { exigerNature } from "../domain/regime.ts";
import { tenirEcheancesContrats } from "./echeances.ts";
import { contratsChanges } from "./faits.ts";

export interface CadreContrats {
  readonly le: string;
  readonly regle: RegleContrats;
}

/** What the référentiel says of contracts today; before its first version, as it began. */
export function cadreDuJour({
  departement,
  now,
}: Pick<Context, "departement" | "now">): CadreContrats {
  const le = civilDay(now);
  const { contrats } = chargerReferentiel(departement.referentiel);
  return { le, regle: (versionAu(contrats, le) ?? contrats[0]).valeur };
}

interface ContratTenu extends CadreContrats {
  readonly contrat: Contrat;
  readonly nature: NatureContrat;
}

/** @throws DomainError `contrat.introuvable`, the same for what does not exist and what is outside the perimeter */
export async function exigerContrat(context: Context, contratId: number): Promise<ContratTenu> {
  const { tx, agent } = context;
  const contrat = await verrouillerContrat(tx, contratId);
  if (!contrat) throw introuvable();
  try {
    await exigerPersonne(tx, contrat.personneId, agent.portee);
  } catch (refus) {
    if (refus instanceof DomainError) throw introuvable();
    throw refus;
  }
  const cadre = cadreDuJour(context);
  return { ...cadre, contrat, nature: exigerNature(cadre.regle, contrat.nature) };
}

function introuvable(): DomainError {
  return new DomainError(
    "contrat.introuvable",
    "Ce contrat n’existe pas, ou la personne n’est pas dans votre périmètre. Vérifiez l’adresse, ou cherchez la personne par son nom.",
  );
}

interface PreparationTenue extends ContratTenu {
  readonly preparation: VersionContrat;
}

/** @throws DomainError `contrat.sans-preparation`, `contrat.conflit` */
export async function exigerPreparation(
  context: Context,
  { contratId, revision }: { readonly contratId: number; readonly revision: number },
): Promise<PreparationTenue> {
  const tenu = await exigerContrat(context, contratId);
  const preparation = await verrouillerPreparation(context.tx, contratId);
  if (!preparation) {
    throw new DomainError(
      "contrat.sans-preparation",
      "Ce contrat n’est plus en préparation : il a été signé ou abandonné. Rechargez la page.",
    );
  }
  if (preparation.revision !== revision) {
    throw new DomainError(
      "contrat.conflit",
      "Quelqu’un a modifié ce contrat depuis que vous avez ouvert cette page. Voici les deux versions : corrigez la vôtre, puis enregistrez de nouveau.",
      { contenu: preparation.contenu },
    );
  }
  return { ...tenu, preparation };
}

/** @throws DomainError `contrat.pas-en-vigueur` */
export async function exigerSigne(
  context: Context,
  contratId: number,
): Promise<ContratTenu & { readonly signeLe: string }> {
  const tenu = await exigerContrat(context, contratId);
  const { etat, signeLe } = tenu.contrat;
  if (etat === "signe" && signeLe !== null) return { ...tenu, signeLe };
  throw new DomainError(
    "contrat.pas-en-vigueur",
    "Ce contrat n’est pas en vigueur : il n’est pas signé, ou il a pris fin. Rechargez la page.",
  );
}

/** @throws DomainError `contrat.avant-orientation` */
export async function exigerOrientation(
  { tx }: Context,
  personneId: number,
): Promise<OrientationEnCours> {
  const [enCours] = await verrouillerOrientationsDe(tx, [personneId]);
  if (enCours) return enCours;
  throw new DomainError(
    "contrat.avant-orientation",
    "Cette personne n’a pas d’orientation en vigueur : un contrat se rédige avec le référent désigné. Faites d’abord décider l’orientation.",
  );
}

/** What each act owes the rest of the product: what lists say of the person, and every deadline that follows. */
export async function tenirAJour(context: Context, personnes: readonly number[]): Promise<void> {
  const uniques = [...new Set(personnes)];
  if (uniques.length === 0) return;
  await noterContrats(context.tx, await lireConnus(context.tx, uniques));
  await tenirLesEcheances(context, uniques);
  await tenirEcheancesContrats(context, uniques);
  await context.tell(contratsChanges, { personnes: uniques });
}
