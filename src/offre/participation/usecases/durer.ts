import type { ActionLue } from "#offre/catalogue";
import { DomainError } from "#platform/errors/domain-error.ts";
import { formatDate } from "#platform/ui/format.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { ecrireTerme, lireHistoirePlafond, type Sejour } from "../db/sejours.ts";
import {
  finirSuspension,
  insererRenouvellement,
  insererSuspension,
  verrouillerSuspension,
} from "../db/suites.ts";
import { refuserRenouvellement, termeDuSejour } from "../domain/plafond.ts";
import { renouvelerInput, reprendreInput, suspendreInput } from "../schemas.ts";
import {
  auteur,
  exigerEnCours,
  exigerSejour,
  refusChamp,
  type SejourTouche,
  tenirAJour,
  touche,
  traceSejour,
} from "./cadre.ts";

/** The stay keeps its place while it is stopped; its cap is pushed when the sheet says so. */
export const suspendreSejour = defineUseCase({
  name: "participation.suspendre",
  input: suspendreInput,
  droit: "participation:tenir",
  nature: "ecriture",
  trace: traceSejour,
  async run(context, { sejourId, motif, du, au }): Promise<SejourTouche> {
    const { sejour, action } = await exigerSejour(context, sejourId);
    if (du < sejour.entreLe || (sejour.sortiLe !== null && du >= sejour.sortiLe)) {
      throw refusChamp(
        "du",
        `La suspension commence pendant le séjour, à partir du ${formatDate(sejour.entreLe)}.`,
      );
    }
    if (au !== null && au <= du) {
      throw refusChamp("au", "La reprise vient après le premier jour de suspension.");
    }
    const { suspensions } = await lireHistoirePlafond(context.tx, sejourId);
    const deja = suspensions.some(
      (une) =>
        une.motif === motif && (au === null || une.du < au) && (une.au === null || du < une.au),
    );
    if (deja) {
      throw refusChamp("du", "Le séjour est déjà suspendu ces jours-là pour ce motif.");
    }
    await insererSuspension(context.tx, { sejourId, motif, du, au, ...auteur(context) });
    return finir(context, sejour, action);
  },
});

/** The first day the stay goes on again. */
export const reprendreSejour = defineUseCase({
  name: "participation.reprendre",
  input: reprendreInput,
  droit: "participation:tenir",
  nature: "ecriture",
  trace: traceSejour,
  async run(context, { suspensionId, au }): Promise<SejourTouche> {
    const suspension = await verrouillerSuspension(context.tx, suspensionId);
    const { sejour, action } = await exigerSejour(context, suspension?.sejourId ?? 0);
    if (suspension === null || suspension.au !== null) {
      throw new DomainError("sejour.pas-suspendu", "Ce séjour a déjà repris. Rechargez la page.");
    }
    if (au <= suspension.du) {
      throw refusChamp("au", "La reprise vient après le premier jour de suspension.");
    }
    await finirSuspension(context.tx, suspensionId, au);
    return finir(context, sejour, action);
  },
});

/** @throws DomainError `sejour.renouvellement-refuse` */
export const renouvelerSejour = defineUseCase({
  name: "participation.renouveler",
  input: renouvelerInput,
  droit: "participation:tenir",
  nature: "ecriture",
  trace: traceSejour,
  async run(context, { sejourId, mois, motif, exception }): Promise<SejourTouche> {
    const { sejour, action } = await exigerSejour(context, sejourId);
    exigerEnCours(sejour);
    const { duree } = action.fiche;
    const { renouvellements } = await lireHistoirePlafond(context.tx, sejourId);
    const refus = refuserRenouvellement(duree, {
      mois,
      exception,
      dejaAccordes: renouvellements.length,
    });
    if (refus !== null) throw refuse(refus, action);
    await insererRenouvellement(context.tx, {
      sejourId,
      mois,
      motif,
      exception,
      ...auteur(context),
    });
    return finir(context, sejour, action);
  },
});

function refuse(
  refus: NonNullable<ReturnType<typeof refuserRenouvellement>>,
  { fiche }: ActionLue,
): DomainError {
  const { maxMois, renouvellements, exceptions } = fiche.duree;
  if (refus === "trop-long")
    return refusChamp("mois", `Un renouvellement est d’au plus ${maxMois} mois.`);
  if (refus === "sans-plafond")
    return new DomainError(
      "sejour.renouvellement-refuse",
      `« ${fiche.court} » n’a pas de durée maximale : le séjour continue sans renouvellement.`,
    );
  const limite = renouvellements
    ? `au plus ${renouvellements} renouvellement${renouvellements > 1 ? "s" : ""}`
    : "aucun renouvellement";
  const issue =
    exceptions.length === 0
      ? "Préparez la sortie avec la personne."
      : `Une exception lève cette limite : ${exceptions.map(({ libelle }) => libelle).join(", ")}.`;
  return new DomainError(
    "sejour.renouvellement-refuse",
    `La fiche « ${fiche.court} » permet ${limite}. ${issue}`,
  );
}

/** The cap is what its history makes it. */
async function finir(
  context: Context,
  sejour: Sejour,
  { fiche }: ActionLue,
): Promise<SejourTouche> {
  const histoire = await lireHistoirePlafond(context.tx, sejour.id);
  const terme = termeDuSejour(fiche.duree, { entreLe: sejour.entreLe, ...histoire });
  await ecrireTerme(context.tx, sejour.id, terme);
  await tenirAJour(context, [touche(sejour)]);
  return touche(sejour);
}
