import { exigerPersonne } from "#droits/dossier";
import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lireDerniersBilans } from "../db/bilans.ts";
import { avancerVersion, clorePeriodes, inscrireFreins, ouvrirPeriodes } from "../db/freins.ts";
import { etatAu, exigerJour, exigerOuvert } from "../domain/frein.ts";
import {
  leverFreinInput,
  ouvrirFreinInput,
  peserFreinInput,
  rouvrirFreinInput,
} from "../schemas.ts";
import { auteurDe } from "./auteur.ts";
import { exigerFrein, type FreinTouche, traceFrein } from "./cadre-frein.ts";
import { tenirLesEcheances } from "./echeances.ts";
import { regleDuJour } from "./themes-en-vigueur.ts";

const droit = "entretien:saisir";

export const ouvrirFrein = defineUseCase({
  name: "entretien.ouvrir-frein",
  input: ouvrirFreinInput,
  droit,
  nature: "ecriture",
  trace: traceFrein,
  async run(context, { personneId, nature, libelle, poids, le, theme }): Promise<FreinTouche> {
    const { tx, agent, now } = context;
    const { id } = await exigerPersonne(tx, personneId, agent.portee);
    if (!regleDuJour(context).naturesFrein.some(({ code }) => code === nature)) {
      throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
        champs: { nature: "Choisissez la nature du frein." },
      });
    }
    exigerJour(
      le,
      { depuis: "1950-01-01", aujourdhui: civilDay(now) },
      "Un frein s’ouvre aujourd’hui ou un jour passé.",
    );
    const bilanId = theme === null ? null : await bilanDuTheme(context, id, theme);
    const par = auteurDe(context);
    const [freinId = 0] = await inscrireFreins(tx, [
      { personneId: id, nature, libelle, theme, bilanId, poids, du: le, par },
    ]);
    return { personneId: id, freinId };
  },
});

/** The version of the theme the frein was seen in, when she answered it. */
async function bilanDuTheme({ tx }: Context, personneId: number, theme: string) {
  const bilans = await lireDerniersBilans(tx, personneId);
  return bilans.find((bilan) => bilan.theme === theme)?.id ?? null;
}

/** It weighs more, or less, from a day on. */
export const peserFrein = defineUseCase({
  name: "entretien.peser-frein",
  input: peserFreinInput,
  droit,
  nature: "ecriture",
  trace: traceFrein,
  async run(context, { personneId, freinId, version, poids, le, motif }): Promise<FreinTouche> {
    const { tx, now } = context;
    const frein = await exigerFrein(context, { personneId, freinId, version });
    const periode = exigerOuvert(frein.periodes);
    if (periode.poids === poids) {
      throw new DomainError("frein.meme-poids", "Ce frein pèse déjà ainsi.");
    }
    exigerJour(
      le,
      { depuis: periode.du, aujourdhui: civilDay(now) },
      "Un frein se pèse de nouveau depuis le jour où il a été pesé, et au plus tard aujourd’hui.",
    );
    const par = auteurDe(context);
    const fin = { freinId, au: le, fin: "repese", preuve: null, document: null, par } as const;
    await clorePeriodes(tx, [fin]);
    await ouvrirPeriodes(tx, [{ freinId, poids, du: le, motif: motif || null, par }]);
    return { personneId: frein.personneId, freinId };
  },
});

export const leverFrein = defineUseCase({
  name: "entretien.lever-frein",
  input: leverFreinInput,
  droit,
  nature: "ecriture",
  trace: traceFrein,
  async run(context, { personneId, freinId, version, le, preuve, document }): Promise<FreinTouche> {
    const { tx, now } = context;
    const frein = await exigerFrein(context, { personneId, freinId, version });
    const periode = exigerOuvert(frein.periodes);
    exigerJour(
      le,
      { depuis: periode.du, aujourdhui: civilDay(now) },
      "Un frein se lève après son ouverture, et au plus tard aujourd’hui.",
    );
    await clorePeriodes(tx, [
      {
        ...{ freinId, au: le, fin: "leve", preuve, par: auteurDe(context) },
        document: document || null,
      },
    ]);
    await tenirLesEcheances(context, [frein.personneId]);
    return { personneId: frein.personneId, freinId };
  },
});

/** What was lifted weighs again: the first lifting stays written, with its proof. */
export const rouvrirFrein = defineUseCase({
  name: "entretien.rouvrir-frein",
  input: rouvrirFreinInput,
  droit,
  nature: "ecriture",
  trace: traceFrein,
  async run(context, { personneId, freinId, version, le, poids, motif }): Promise<FreinTouche> {
    const { tx, now } = context;
    const frein = await exigerFrein(context, { personneId, freinId, version });
    const derniere = frein.periodes.at(-1);
    const aujourdhui = civilDay(now);
    if (derniere?.au == null || etatAu(frein.periodes, aujourdhui) !== "leve") {
      throw new DomainError("frein.ouvert", "Ce frein est ouvert : il n’y a pas à le rouvrir.");
    }
    exigerJour(
      le,
      { depuis: derniere.au, aujourdhui },
      "Un frein se rouvre depuis le jour où il a été levé, et au plus tard aujourd’hui.",
    );
    await ouvrirPeriodes(tx, [{ freinId, poids, du: le, motif, par: auteurDe(context) }]);
    await avancerVersion(tx, freinId);
    await tenirLesEcheances(context, [frein.personneId]);
    return { personneId: frein.personneId, freinId };
  },
});
