import { type ActionLue, lireActions } from "#offre/catalogue";
import { decalerMois, premierJour } from "#offre/comptage";
import { civilDay } from "#platform/clock/civil-day.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lireBornes } from "../db/comptes.ts";
import { ecrirePrevues, type RestitutionPrevue } from "../db/restitutions.ts";
import { echeanceDuMois, horizonDe, moisTouches } from "../domain/calendrier.ts";
import { prevoirInput } from "../schemas.ts";
import { reglesAu } from "./cadre.ts";

/** The rows of every month these actions touch, up to the horizon. */
export async function prevoir(context: Context, actions: readonly ActionLue[]): Promise<number> {
  if (actions.length === 0) return 0;
  const le = civilDay(context.now);
  const horizon = horizonDe(le);
  const echeances = new Map<string, RestitutionPrevue>();
  const prevues = actions.flatMap((action) =>
    moisTouches(action, horizon).map((mois) => {
      const connue = echeances.get(mois) ?? { ...dueDe(context, mois), actionId: 0 };
      echeances.set(mois, connue);
      return { ...connue, actionId: action.id };
    }),
  );
  const ids = actions.map(({ id }) => id);
  return ecrirePrevues(context.tx, ids, prevues, le);
}

/** By the rule and the calendar of the month in which it falls. */
function dueDe({ departement }: Context, mois: string) {
  const { regle, calendrier } = reglesAu(
    departement.referentiel,
    premierJour(decalerMois(mois, 1)),
  );
  return echeanceDuMois(mois, regle.valeur, calendrier);
}

/** Foresees the returns of all actions anew: what the change of year asks, and nothing twice. */
export const prevoirRestitutions = defineUseCase({
  name: "restitution.prevoir",
  input: prevoirInput,
  droit: "restitution:recevoir",
  nature: "ecriture",
  trace: null,
  async run(context, { actions }): Promise<{ readonly prevues: number }> {
    if (actions === null && (await toutEstPrevu(context))) return { prevues: 0 };
    const lues = await lireActions(context.tx, {
      portee: context.agent.portee,
      ...(actions && { ids: actions }),
    });
    return { prevues: await prevoir(context, lues) };
  },
});

/** The horizon moves once a year: every other day nothing is to be written. */
async function toutEstPrevu({ tx, now }: Context): Promise<boolean> {
  const { dernier } = await lireBornes(tx);
  return dernier !== null && dernier >= horizonDe(civilDay(now));
}
