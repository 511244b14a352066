import { DomainError } from "#platform/errors/domain-error.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { lieuxDe } from "../db/lieux.ts";
import { type RendezVous, rendezVousParId } from "../db/rendez-vous.ts";
import { rendezVousIntrouvable, structuresVisibles } from "./cadre.ts";
import { momentEnMots } from "./moments.ts";

/** These meetings, held, of the structures this agent sees. @throws DomainError `rendez-vous.introuvable` */
export async function exigerRendezVous(
  context: Context,
  ids: readonly number[],
): Promise<readonly RendezVous[]> {
  const voulus = [...new Set(ids)];
  const visibles = new Set((await structuresVisibles(context)).map(({ id }) => id));
  const lus = await rendezVousParId(context.tx, voulus, { verrou: true });
  if (lus.length === voulus.length && lus.every(({ structureId }) => visibles.has(structureId))) {
    return lus;
  }
  throw rendezVousIntrouvable();
}

/** The meeting as it was read. @throws DomainError `rendez-vous.conflit` with what it has become */
export async function exigerVersion(
  context: Context,
  { id, version }: { readonly id: number; readonly version: number },
): Promise<RendezVous> {
  const [rendezVous] = await exigerRendezVous(context, [id]);
  if (!rendezVous) throw rendezVousIntrouvable();
  if (rendezVous.version === version) return rendezVous;
  throw new DomainError(
    "rendez-vous.conflit",
    `Ce rendez-vous a changé pendant que vous le regardiez : il est maintenant le ${momentEnMots(rendezVous.debut)}${rendezVous.statut === "annule" ? ", et annulé" : ""}. Relisez-le, puis recommencez.`,
    {
      lue: version,
      actuelle: rendezVous.version,
      debut: rendezVous.debut,
      statut: rendezVous.statut,
    },
  );
}

/** Meetings as they now are, with the names of their places: what `suivreRendezVous` takes. */
export async function relire(
  context: Context,
  ids: readonly number[],
): Promise<{
  readonly rendezVous: readonly RendezVous[];
  readonly lieux: ReadonlyMap<number, string>;
}> {
  const rendezVous = await rendezVousParId(context.tx, ids);
  const lieux = await lieuxDe(context.tx, [
    ...new Set(rendezVous.map(({ structureId }) => structureId)),
  ]);
  return { rendezVous, lieux: new Map(lieux.map(({ id, nom }) => [id, nom])) };
}
