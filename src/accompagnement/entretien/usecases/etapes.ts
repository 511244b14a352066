import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { cloreEtapes, type EtapeDuFrein, inscrireEtapes, lireEtape } from "../db/etapes.ts";
import { avancerVersion } from "../db/freins.ts";
import { exigerJour, exigerOuvert } from "../domain/frein.ts";
import { cloreEtapeInput, prevoirEtapeInput } from "../schemas.ts";
import { auteurDe } from "./auteur.ts";
import { exigerFrein, type FreinTouche, traceFrein } from "./cadre-frein.ts";
import { tenirLesEcheances } from "./echeances.ts";

const droit = "entretien:saisir";

/** Who does what by when, to lift a frein that weighs. */
export const prevoirEtape = defineUseCase({
  name: "entretien.prevoir-etape",
  input: prevoirEtapeInput,
  droit,
  nature: "ecriture",
  trace: traceFrein,
  async run(context, { personneId, freinId, version, ...etape }): Promise<FreinTouche> {
    const { tx, now } = context;
    const frein = await exigerFrein(context, { personneId, freinId, version });
    exigerOuvert(frein.periodes);
    const le = civilDay(now);
    if (etape.pourLe !== null && etape.pourLe < le) {
      throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
        champs: { pourLe: "Ce jour est passé. Écrivez le jour où l’étape devra être faite." },
      });
    }
    await inscrireEtapes(tx, [{ ...etape, freinId, prevueLe: le, par: auteurDe(context) }]);
    await avancerVersion(tx, freinId);
    await tenirLesEcheances(context, [frein.personneId]);
    return { personneId: frein.personneId, freinId };
  },
});

export const faireEtape = defineUseCase({
  name: "entretien.faire-etape",
  input: cloreEtapeInput,
  droit,
  nature: "ecriture",
  trace: traceFrein,
  run: (context, saisie) => clore(context, saisie, "faite"),
});

export const abandonnerEtape = defineUseCase({
  name: "entretien.abandonner-etape",
  input: cloreEtapeInput,
  droit,
  nature: "ecriture",
  trace: traceFrein,
  run: (context, saisie) => clore(context, saisie, "abandonnee"),
});

/** @throws DomainError `etape.deja-close`, `frein.date` */
async function clore(
  context: Context,
  saisie: { readonly personneId: number; readonly etapeId: number; readonly le: string },
  fin: "faite" | "abandonnee",
): Promise<FreinTouche> {
  const { personneId, etapeId: id, le } = saisie;
  const etape = await exigerEtape(context, id);
  const frein = await exigerFrein(context, { personneId, freinId: etape.freinId, version: null });
  if (etape.close) {
    throw new DomainError(
      "etape.deja-close",
      "Cette étape est déjà faite ou abandonnée : sa page a changé depuis que vous l’avez ouverte.",
    );
  }
  exigerJour(
    le,
    { depuis: etape.prevueLe, aujourdhui: civilDay(context.now) },
    "Une étape se fait depuis le jour où elle a été prévue, et au plus tard aujourd’hui.",
  );
  await cloreEtapes(context.tx, fin, [{ id, le, par: auteurDe(context) }]);
  await avancerVersion(context.tx, frein.id);
  await tenirLesEcheances(context, [frein.personneId]);
  return { personneId: frein.personneId, freinId: frein.id };
}

async function exigerEtape({ tx }: Context, id: number): Promise<EtapeDuFrein> {
  const etape = await lireEtape(tx, id);
  if (etape) return etape;
  throw new DomainError("etape.introuvable", "Cette étape n’existe pas. Rouvrez la page.");
}
