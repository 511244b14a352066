import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { inscrireEvenements } from "../db/evenements.ts";
import { changerRestitutions } from "../db/restitutions.ts";
import { exigerPassage } from "../domain/etat.ts";
import { moisEnMots } from "../domain/mots.ts";
import { etapeInput, lotInput, renvoyerInput } from "../schemas.ts";
import { exigerLot, exigerRestitution, type RestitutionTenue } from "./cadre.ts";
import { type RestitutionTouchee, toucher, traceDe } from "./verifier-restitution.ts";

/** The département gives a return back with what is to be seen again. */
export const renvoyerRestitution = defineUseCase({
  name: "restitution.renvoyer",
  input: renvoyerInput,
  droit: "restitution:recevoir",
  nature: "ecriture",
  trace: ({ motif }, { restitutionId, actionId }: RestitutionTouchee) => ({
    objet: "restitution",
    objetId: restitutionId,
    details: { action: actionId, motif },
  }),
  async run(context, saisie): Promise<RestitutionTouchee> {
    const { tx, agent } = context;
    const { restitution, etat, le } = await exigerRestitution(context, saisie);
    exigerPassage("renvoyer", etat);
    await changerRestitutions(tx, [restitution.id], {
      ...{ transmiseLe: null, accepteeLe: null, certifieeLe: null, saisieLe: null },
      ...{ renvoyeeLe: le, motifReprise: saisie.motif },
    });
    await inscrireEvenements(tx, [
      {
        restitutionId: restitution.id,
        nature: "renvoyee",
        numero: restitution.transmisNumero,
        motif: saisie.motif,
        le,
        par: agent.id,
      },
    ]);
    return toucher(restitution, restitution.numero);
  },
});

/** One return accepted, as it was read: a change since then is a conflict. */
export const accepterRestitution = defineUseCase({
  name: "restitution.accepter",
  input: etapeInput,
  droit: "restitution:recevoir",
  nature: "ecriture",
  trace: traceDe,
  async run(context, saisie): Promise<RestitutionTouchee> {
    const { tx, agent } = context;
    const tenue = await exigerRestitution(context, saisie);
    const { restitution, le } = tenue;
    exigerAcceptable(tenue);
    await changerRestitutions(tx, [restitution.id], { accepteeLe: le });
    await inscrireEvenements(tx, [acceptation(tenue, agent.id)]);
    return toucher(restitution, restitution.numero);
  },
});

export interface LotFait {
  readonly faites: number;
  /** Why each of the others was left as it is. */
  readonly laissees: readonly { readonly restitutionId: number; readonly message: string }[];
}

/** Those that can be are accepted; each of the others says why it is not. */
export const accepterRestitutions = defineUseCase({
  name: "restitution.accepter-lot",
  input: lotInput,
  droit: "restitution:recevoir",
  nature: "ecriture",
  trace: ({ restitutions }, { faites }: LotFait) => ({
    objet: "restitution",
    details: { choisies: restitutions.length, acceptees: faites },
  }),
  async run(context, { restitutions }): Promise<LotFait> {
    const { tx, agent } = context;
    const { prises, laissees } = trier(await exigerLot(context, restitutions), exigerAcceptable);
    const [premiere] = prises;
    if (premiere) {
      await changerRestitutions(
        tx,
        prises.map(({ restitution }) => restitution.id),
        { accepteeLe: premiere.le },
      );
      await inscrireEvenements(
        tx,
        prises.map((tenue) => acceptation(tenue, agent.id)),
      );
    }
    return { faites: prises.length, laissees };
  },
});

function exigerAcceptable({ etat, restitution }: RestitutionTenue): void {
  exigerPassage("accepter", etat);
  if (restitution.ecart === null) return;
  throw new DomainError(
    "restitution.ecart",
    `Les séjours ont changé depuis la transmission ${moisEnMots(restitution.mois)} : renvoyez-la pour rectification.`,
  );
}

const acceptation = ({ restitution, le }: RestitutionTenue, par: number | null) => ({
  restitutionId: restitution.id,
  nature: "acceptee" as const,
  numero: restitution.transmisNumero,
  motif: null,
  le,
  par,
});

/** Those on which the act may be made, and why the others are left. */
export function trier(
  tenues: readonly RestitutionTenue[],
  exiger: (tenue: RestitutionTenue) => void,
): {
  readonly prises: readonly RestitutionTenue[];
  readonly laissees: LotFait["laissees"];
} {
  const prises: RestitutionTenue[] = [];
  const laissees: LotFait["laissees"][number][] = [];
  for (const tenue of tenues) {
    try {
      exiger(tenue);
      prises.push(tenue);
    } catch (refus) {
      if (!(refus instanceof DomainError)) throw refus;
      laissees.push({ restitutionId: tenue.restitution.id, message: refus.message });
    }
  }
  return { prises, laissees };
}
