import { chargerReferentiel, type RegleRestitution, versionAu } from "#commun/referentiel";
import { type ActionLue, lireActions, programmeAu } from "#offre/catalogue";
import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { lireRestitution, type Restitution, verrouillerRestitutions } from "../db/restitutions.ts";
import { type EtatRestitution, etatAu } from "../domain/etat.ts";

type Situation = Pick<Context, "departement" | "now">;

/** What the programme says of returns on a day, and the public holidays of the département that day. */
export function reglesAu(referentiel: string, le: string) {
  const { joursFeries } = chargerReferentiel(referentiel);
  return {
    regle: programmeAu(referentiel, le).programme.restitution,
    calendrier: (versionAu(joursFeries, le) ?? joursFeries[0]).valeur,
  };
}

export interface CadreDuJour {
  readonly le: string;
  readonly regle: RegleRestitution;
}

export function cadreDuJour({ departement, now }: Situation): CadreDuJour {
  const le = civilDay(now);
  return { le, regle: reglesAu(departement.referentiel, le).regle.valeur };
}

export const etatDuJour = (restitution: Restitution, { le, regle }: CadreDuJour): EtatRestitution =>
  etatAu(restitution, le, regle.nonTransmiseApres);

export interface RestitutionTenue extends CadreDuJour {
  readonly restitution: Restitution;
  readonly action: ActionLue;
  readonly etat: EtatRestitution;
}

/** @throws DomainError `restitution.introuvable`, the same for what does not exist and what is outside the perimeter */
export async function consulterTenue(context: Context, id: number): Promise<RestitutionTenue> {
  return situer(context, await lireRestitution(context.tx, id));
}

/** @throws DomainError `restitution.introuvable`, `restitution.conflit` */
export async function exigerRestitution(
  context: Context,
  { restitutionId, revision }: { readonly restitutionId: number; readonly revision: number },
): Promise<RestitutionTenue> {
  const [restitution] = await verrouillerRestitutions(context.tx, [restitutionId]);
  const tenue = await situer(context, restitution);
  if (tenue.restitution.revision === revision) return tenue;
  throw new DomainError(
    "restitution.conflit",
    "Quelqu’un a agi sur cette restitution depuis que vous avez ouvert la page. Rien n’a été écrit : voyez où elle en est, puis recommencez.",
    { etat: tenue.etat },
  );
}

async function situer(
  context: Context,
  restitution: Restitution | undefined,
): Promise<RestitutionTenue> {
  const [action] = restitution
    ? await lireActions(context.tx, {
        ids: [restitution.actionId],
        portee: context.agent.portee,
      })
    : [];
  if (!restitution || !action) {
    throw new DomainError(
      "restitution.introuvable",
      "Cette restitution n’existe pas, ou son action n’est pas dans votre périmètre. Vérifiez l’adresse, ou cherchez-la dans la liste du mois.",
    );
  }
  const cadre = cadreDuJour(context);
  return { ...cadre, restitution, action, etat: etatDuJour(restitution, cadre) };
}

/** Those of a batch that this agent may act on, held until the end of the act. */
export async function exigerLot(
  context: Context,
  ids: readonly number[],
): Promise<readonly RestitutionTenue[]> {
  const tenues = await verrouillerRestitutions(context.tx, [...new Set(ids)]);
  const actions = await lireActions(context.tx, {
    ids: tenues.map(({ actionId }) => actionId),
    portee: context.agent.portee,
  });
  const parId = new Map(actions.map((action) => [action.id, action]));
  const cadre = cadreDuJour(context);
  return tenues.flatMap((restitution) => {
    const action = parId.get(restitution.actionId);
    return action ? [{ ...cadre, restitution, action, etat: etatDuJour(restitution, cadre) }] : [];
  });
}
