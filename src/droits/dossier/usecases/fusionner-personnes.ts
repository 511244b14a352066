import { civilDay } from "#platform/clock/civil-day.ts";
import type { Tx } from "#platform/db/tx.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { deciderPaire } from "../db/doublons.ts";
import { deplacer, foyerCommun, inscrireFusion, verrouillerPersonnes } from "../db/fusions.ts";
import { fusionnerInput } from "../schemas.ts";
import { dejaDecide, exigerPaire } from "./comparer-paire.ts";
import { personnesFusionnees } from "./faits.ts";
import { recalculer } from "./regle-du-jour.ts";

export interface FusionDecidee {
  readonly fusionId: number;
  readonly gardeeId: number;
  readonly absorbeeId: number;
}

/** They are one person: everything of the absorbed goes to the kept one, and can come back row for row. */
export const fusionnerPersonnes = defineUseCase({
  name: "doublon.fusionner",
  input: fusionnerInput,
  droit: "doublon:traiter",
  nature: "ecriture",
  trace: ({ motif }, { fusionId, gardeeId, absorbeeId }: FusionDecidee) => ({
    objet: "fusion",
    objetId: fusionId,
    personneId: gardeeId,
    details: { absorbee: absorbeeId, motif: motif || null },
  }),
  async run(context, { paireId, gardeeId, motif }): Promise<FusionDecidee> {
    const { tx, agent, now } = context;
    const { a, b, raison } = await exigerPaire(tx, paireId, agent.portee);
    if (gardeeId !== a.id && gardeeId !== b.id) {
      throw new DomainError("saisie.invalide", "Choisissez laquelle des deux fiches est gardée.", {
        champs: { gardeeId: "Choisissez laquelle des deux fiches est gardée." },
      });
    }
    const deux = { gardeeId, absorbeeId: gardeeId === a.id ? b.id : a.id };
    await exigerFusionPossible(tx, deux);
    if (
      !(await deciderPaire(tx, {
        id: paireId,
        decision: "meme-personne",
        agentId: agent.id,
        le: now,
      }))
    )
      throw dejaDecide();
    const deplacements = await deplacer(tx, deux, civilDay(now));
    const fusionId = await inscrireFusion(tx, {
      ...deux,
      paireId,
      deplacements,
      agentId: agent.id,
      le: now,
      motif: motif || raison,
    });
    await recalculer(context, [gardeeId]);
    await context.tell(personnesFusionnees, { fusionId, ...deux });
    return { fusionId, ...deux };
  },
});

async function exigerFusionPossible(
  tx: Tx,
  deux: { readonly gardeeId: number; readonly absorbeeId: number },
): Promise<void> {
  const personnes = await verrouillerPersonnes(tx, [deux.gardeeId, deux.absorbeeId]);
  if (personnes.some(({ fusionneeDansId }) => fusionneeDansId !== null)) throw dejaDecide();
  const demande = await foyerCommun(tx, deux);
  if (demande === null) return;
  throw new DomainError(
    "fusion.meme-foyer",
    `L’organisme déclare ces deux personnes ensemble dans le dossier n° ${demande} : il les tient pour deux personnes. Faites-le corriger par la CAF ou la MSA ; le fichier suivant les rapprochera.`,
  );
}
