import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { constaterSuite, insererRealisation, retirerRealisation } from "../db/suites.ts";
import { realisationInput, retirerRealisationInput, suiteInput } from "../schemas.ts";
import {
  auteur,
  exigerSejour,
  exigerSorti,
  introuvable,
  refusChamp,
  type SejourTouche,
  tenirAJour,
  touche,
  traceSejour,
} from "./cadre.ts";

/** A meeting, a training, an obstacle worked or lifted: what sheets count and ask a rhythm of. */
export const noterRealisation = defineUseCase({
  name: "participation.noter-realisation",
  input: realisationInput,
  droit: "participation:tenir",
  nature: "ecriture",
  trace: traceSejour,
  async run(context, { sejourId, nature, le, precision, frein }): Promise<SejourTouche> {
    const { sejour } = await exigerSejour(context, sejourId);
    const qui = auteur(context);
    if (le > qui.le) throw refusChamp("le", "Ce jour est à venir : notez-le une fois passé.");
    if (le < sejour.entreLe) throw refusChamp("le", "Ce jour précède l’entrée dans l’action.");
    if ((nature === "frein-travaille" || nature === "frein-leve") && frein === null) {
      throw refusChamp("frein", "Dites de quel frein il s’agit.");
    }
    await insererRealisation(context.tx, {
      ...{ sejourId, nature, le, precision, frein, noteeLe: qui.le },
      ...{ par: qui.par, parNom: qui.parNom },
    });
    await tenirAJour(context, [touche(sejour)]);
    return touche(sejour);
  },
});

/** Noted by mistake: withdrawn from every count, kept in the base. */
export const retirerUneRealisation = defineUseCase({
  name: "participation.retirer-realisation",
  input: retirerRealisationInput,
  droit: "participation:tenir",
  nature: "ecriture",
  trace: traceSejour,
  async run(context, { realisationId, sejourId }): Promise<SejourTouche> {
    const { sejour } = await exigerSejour(context, sejourId);
    const retiree = await retirerRealisation(context.tx, realisationId, auteur(context).le);
    if (retiree !== sejourId) throw introuvable();
    await tenirAJour(context, [touche(sejour)]);
    return touche(sejour);
  },
});

/** What became of a person after her exit. */
export const noterSuite = defineUseCase({
  name: "participation.noter-suite",
  input: suiteInput,
  droit: "participation:tenir",
  nature: "ecriture",
  trace: traceSejour,
  async run(context, { sejourId, jalon, le, issue, commentaire }): Promise<SejourTouche> {
    const { sejour } = await exigerSejour(context, sejourId);
    const { sortiLe } = exigerSorti(sejour);
    const qui = auteur(context);
    if (le > qui.le)
      throw refusChamp("le", "Ce jour est à venir : notez la suite une fois connue.");
    if (le < sortiLe) throw refusChamp("le", "La suite se constate après la sortie.");
    const { par, parNom } = qui;
    const notee = await constaterSuite(context.tx, {
      ...{ sejourId, jalon, le, issue, commentaire, par, parNom },
    });
    if (!notee) {
      throw new DomainError(
        "sejour.sans-suite",
        "Aucun suivi n’est attendu à ce terme : la fiche n’en demande pas, ou la sortie n’y mène pas.",
      );
    }
    await tenirAJour(context, [touche(sejour)]);
    return touche(sejour);
  },
});
