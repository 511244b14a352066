import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { changerRestitutions, type Restitution } from "../db/restitutions.ts";
import { ecrireBrouillon, lireVersion } from "../db/versions.ts";
import { type ChiffresRestitution, empreinteDe, estNeant } from "../domain/chiffres.ts";
import { exigerPassage } from "../domain/etat.ts";
import { verifierInput } from "../schemas.ts";
import { exigerRestitution } from "./cadre.ts";
import { compterMaintenant } from "./compter-maintenant.ts";

export interface RestitutionTouchee {
  readonly restitutionId: number;
  readonly actionId: number;
  readonly revision: number;
  readonly numero: number;
}

export const toucher = (
  { id, actionId, revision }: Restitution,
  numero: number,
): RestitutionTouchee => ({ restitutionId: id, actionId, revision: revision + 1, numero });

export const traceDe = (_: unknown, { restitutionId, actionId, numero }: RestitutionTouchee) => ({
  objet: "restitution",
  objetId: restitutionId,
  details: { action: actionId, version: numero },
});

/** The figures of the month as the stays give them, read over and commented by who keeps them. */
export const verifierRestitution = defineUseCase({
  name: "restitution.verifier",
  input: verifierInput,
  droit: "restitution:remplir",
  nature: "ecriture",
  trace: traceDe,
  async run(context, saisie): Promise<RestitutionTouchee> {
    const { tx, agent } = context;
    const { restitution, etat, le } = await exigerRestitution(context, saisie);
    exigerPassage("verifier", etat);
    const { corpus, chiffres } = await compterMaintenant(tx, restitution);
    exigerChiffresVus(chiffres, saisie.vus);
    exigerNeantDit(chiffres, saisie.neant);
    const { numero, motif } = await versionAEcrire(context, restitution);
    await ecrireBrouillon(tx, {
      restitutionId: restitution.id,
      numero,
      motif,
      apresBilan: restitution.bilanArreteLe !== null,
      chiffres,
      corpus,
      commentaire: saisie.commentaire,
      neant: saisie.neant,
      saisieLe: le,
      saisiePar: agent.id,
    });
    await changerRestitutions(tx, [restitution.id], { numero, saisieLe: le, certifieeLe: null });
    return toucher(restitution, numero);
  },
});

function exigerChiffresVus(chiffres: ChiffresRestitution, vus: string | null): void {
  if (vus === null || vus === empreinteDe(chiffres)) return;
  throw new DomainError(
    "restitution.sejours-changes",
    "Des séjours de ce mois ont changé pendant que vous lisiez les chiffres. Les voici à jour : relisez-les, puis recommencez.",
  );
}

/** T78: nobody in the month is said, never understood from a silence. */
export function exigerNeantDit(chiffres: ChiffresRestitution, neant: boolean): void {
  if (estNeant(chiffres) === neant) return;
  const message = neant
    ? "Des personnes ont été accompagnées ce mois-ci : la restitution n’est pas « néant ». Décochez la case."
    : "Personne n’a été accompagné ce mois-ci d’après les séjours. Cochez la case pour confirmer une restitution « néant », ou notez d’abord les séjours qui manquent.";
  throw new DomainError("restitution.neant", message, { champ: "neant" });
}

/** A draft is written again under its number; what is certified or sent is followed by another version. */
async function versionAEcrire(
  { tx }: Context,
  restitution: Restitution,
): Promise<{ readonly numero: number; readonly motif: string | null }> {
  const { id, numero, transmisNumero, motifReprise, certifieeLe } = restitution;
  if (numero === 0) return { numero: 1, motif: null };
  if (numero === transmisNumero) return { numero: numero + 1, motif: motifReprise };
  if (certifieeLe === null) {
    const brouillon = await lireVersion(tx, id, numero);
    if (brouillon && brouillon.certifieeLe === null) return { numero, motif: brouillon.motif };
  }
  return { numero: numero + 1, motif: motifReprise ?? "Reprise avant transmission" };
}
