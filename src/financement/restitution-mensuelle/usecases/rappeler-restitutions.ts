import { ajouterJours } from "#commun/echeance";
import { civilDay } from "#platform/clock/civil-day.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lireARappeler } from "../db/restitutions.ts";
import { rienInput } from "../schemas.ts";
import { reglesAu } from "./cadre.ts";
import { relancerRestitutions } from "./relancer-restitutions.ts";

/**
 * The reminders of the day: so many days before the 10th, on the 10th or after it, as the référentiel says, to who has
 * not sent yet. Asked for all day long, it writes once.
 */
export const rappelerRestitutions = defineUseCase({
  name: "restitution.rappeler",
  input: rienInput,
  droit: "restitution:recevoir",
  nature: "ecriture",
  trace: null,
  async run(context): Promise<{ readonly rappelees: number }> {
    const le = civilDay(context.now);
    const { regle } = reglesAu(context.departement.referentiel, le);
    const jours = regle.valeur.rappels.map((avant) => ajouterJours(le, avant));
    const restitutions = await lireARappeler(context.tx, jours, le);
    if (restitutions.length === 0) return { rappelees: 0 };
    const { faites } = await relancerRestitutions.within(context, context.journal, {
      restitutions: [...restitutions],
    });
    return { rappelees: faites };
  },
});
