import { actionsChangees, lireActions } from "#offre/catalogue";
import { sejoursChanges } from "#offre/participation";
import { civilDay } from "#platform/clock/civil-day.ts";
import { type Context, onFact, type Reaction } from "#platform/usecase/define-use-case.ts";
import { noterEcarts, retenirTransmissions } from "./db/restitutions.ts";
import { type ChiffresTransmis, lireTransmisDesActions } from "./db/versions.ts";
import { comparerChiffres } from "./domain/lignes.ts";
import { compterLesMois } from "./usecases/compter-maintenant.ts";
import { prevoir } from "./usecases/prevoir-restitutions.ts";

/** What this module does when another one tells a fact, in the transaction of the fact. */
export const reactionsRestitution: readonly Reaction[] = [
  onFact(actionsChangees, async (context, { actions }) => {
    await prevoir(context, await lireActions(context.tx, { ids: actions }));
  }),
  onFact(sejoursChanges, (context, { actions }) => suivreLesSejours(context, actions)),
];

/** A stay corrected after its month was sent changes nothing that was sent: it is said, with the difference. */
async function suivreLesSejours(context: Context, actions: readonly number[]): Promise<void> {
  if (actions.length === 0) return;
  const { tx, now } = context;
  await retenirTransmissions(tx, actions);
  const transmis = await lireTransmisDesActions(tx, actions);
  const comptes = await compterLesMois(tx, transmis);
  const ecarts = transmis.flatMap((un: ChiffresTransmis, rang) => {
    const chiffres = comptes[rang]?.chiffres ?? un.chiffres;
    const lignes = comparerChiffres(un.chiffres, chiffres);
    if (lignes.length === 0 && !un.ecart) return [];
    return [{ id: un.id, ecart: lignes.length === 0 ? null : lignes }];
  });
  await noterEcarts(tx, ecarts, civilDay(now));
}
