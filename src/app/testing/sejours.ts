import { entrerEnAction, type sortirDAction } from "#offre/participation";
import { unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { idDe } from "./foyers-inscrits.ts";
import { auNord, uneAction } from "./offre.ts";
import { unePopulation } from "./orientation.ts";

const agent = unAgent();

interface Accueil {
  /** Ruled by the référentiel of the Nord. */
  readonly deps: Deps;
  readonly actionId: number;
  readonly personnes: readonly number[];
}

/** An action and persons known of the files, none of whom is in it yet. */
export async function unAccueil(
  deps: Deps,
  voulue: Parameters<typeof uneAction>[1] = {},
  prenoms: readonly string[] = ["ALICE", "BEA", "CARL"],
): Promise<Accueil> {
  await unePopulation(deps, prenoms);
  const actionId = await uneAction(deps, { ficheCode: "iii-1", ...voulue });
  const personnes = await Promise.all(prenoms.map((prenom) => idDe(deps, prenom)));
  return { deps: auNord(deps), actionId, personnes };
}

/** What a person shows: no file of these tests says anything before the summer of 2026. */
const preuves = (le: string) =>
  ({ attestationLe: le, contratPreuve: "contrat", contratLe: le }) as const;

export async function entrer(
  { deps, actionId }: Pick<Accueil, "deps" | "actionId">,
  personneId: number | undefined,
  le: string,
): Promise<number> {
  const { sejourId } = await entrerEnAction.execute(deps, agent, {
    actionId,
    personneId: personneId ?? 0,
    le,
    ...preuves(le),
  });
  return sejourId;
}

type Sortie = Parameters<typeof sortirDAction.execute>[2];

/** Facts of an exit, a CDI unless the test says otherwise. */
export const uneSortie = (sejourId: number, le: string, faits: Partial<Sortie> = {}): Sortie => ({
  sejourId,
  le,
  nature: "cdi",
  ...faits,
});
