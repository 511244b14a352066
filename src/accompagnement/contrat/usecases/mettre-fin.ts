import type { z } from "zod";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { changerContrat } from "../db/contrats.ts";
import { devenir } from "../domain/etapes.ts";
import type { MotifFin } from "../domain/libelles.ts";
import { finirInput } from "../schemas.ts";
import { exigerSigne, tenirAJour } from "./cadre.ts";
import { abandonnerSonAvenant } from "./engager.ts";
import { touche } from "./preparer-contrat.ts";
import { type ContratTouche, traceContrat } from "./rediger-contrat.ts";
import { champ } from "./suites-contrat.ts";

/** Ends that the référent notes; the others are the département’s to decide. */
export const motifsDeTerme: readonly MotifFin[] = ["objectifs-atteints", "emploi", "terme-echu"];

/** The contract has served: its aims are reached, or its term has come. */
export const terminerContrat = defineUseCase({
  name: "contrat.terminer",
  input: finirInput,
  droit: "contrat:rediger",
  nature: "ecriture",
  trace: traceContrat,
  run(context, saisie): Promise<ContratTouche> {
    if (motifsDeTerme.includes(saisie.motif)) return finir(context, saisie, "termine");
    throw new DomainError(
      "contrat.motif-reserve",
      "Ce motif met fin au contrat avant l’heure : c’est au responsable de le décider.",
      { champ: "motif" },
    );
  },
});

export const resilierContrat = defineUseCase({
  name: "contrat.resilier",
  input: finirInput,
  droit: "contrat:valider",
  nature: "ecriture",
  trace: ({ motif }, { contratId, personneId }: ContratTouche) => ({
    objet: "contrat",
    objetId: contratId,
    personneId,
    details: { motif },
  }),
  run: (context, saisie) => finir(context, saisie, "resilie"),
});

async function finir(
  context: Context,
  { contratId, le, motif, precision }: z.output<typeof finirInput>,
  etat: "termine" | "resilie",
): Promise<ContratTouche> {
  const { contrat, signeLe, le: aujourdhui } = await exigerSigne(context, contratId);
  if (le > aujourdhui) throw champ("contrat.fin", "La fin ne peut pas être à venir.", "le");
  if (le < signeLe) throw champ("contrat.fin", "La fin ne peut pas précéder la signature.", "le");
  await abandonnerSonAvenant(context, contratId);
  const debut = contrat.debut ?? signeLe;
  const plusTot = contrat.fin === null || le < contrat.fin;
  await changerContrat(context.tx, contratId, {
    etat: devenir(contrat.etat, etat),
    closLe: le,
    closPar: context.agent.id,
    motifFin: motif,
    finPrecision: precision || null,
    bilanLe: null,
    ...(plusTot ? { periode: { debut, fin: le } } : {}),
  });
  await tenirAJour(context, [contrat.personneId]);
  return touche(contrat);
}
