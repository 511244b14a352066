import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { inscrireBilan, inscrireDerogation, lireDerogations } from "../db/bilans.ts";
import {
  changerContrat,
  inscrireContrat,
  lireVersions,
  verrouillerPreparation,
} from "../db/contrats.ts";
import { contenuVide } from "../domain/contenu.ts";
import { moisEngages, prochainBilan, verifierDuree } from "../domain/duree.ts";
import { exigerRegime } from "../domain/regime.ts";
import {
  amenderInput,
  bilanInput,
  derogationInput,
  offreInput,
  renouvelerInput,
} from "../schemas.ts";
import { exigerContrat, exigerOrientation, exigerSigne, tenirAJour } from "./cadre.ts";
import { touche } from "./preparer-contrat.ts";
import { type ContratTouche, ouvrirVersion, traceContrat } from "./rediger-contrat.ts";

/** A new version of a contract in force, prepared and signed like the first; until then nothing changes. */
export const amenderContrat = defineUseCase({
  name: "contrat.amender",
  input: amenderInput,
  droit: "contrat:rediger",
  nature: "ecriture",
  trace: traceContrat,
  async run(context, { contratId, motif }): Promise<ContratTouche> {
    const { contrat, nature, le } = await exigerSigne(context, contratId);
    if (nature.aRemplacer) exigerRegime(nature, le);
    if (await verrouillerPreparation(context.tx, contratId)) {
      throw new DomainError(
        "contrat.deja-en-preparation",
        "Un avenant est déjà en préparation. Reprenez-le, ou abandonnez-le d’abord.",
      );
    }
    const versions = await lireVersions(context.tx, contratId);
    const courante = versions.find(({ numero }) => numero === contrat.versionCourante);
    await ouvrirVersion(context, {
      contratId,
      numero: Math.max(contrat.versionCourante, ...versions.map(({ numero }) => numero)) + 1,
      contenu: courante?.contenu ?? { ...contenuVide, debut: contrat.debut },
      motif,
    });
    await tenirAJour(context, [contrat.personneId]);
    return touche(contrat);
  },
});

/** What was done of each action, what is concluded, and the day of the next review. */
export const faireBilan = defineUseCase({
  name: "contrat.faire-bilan",
  input: bilanInput,
  droit: "contrat:rediger",
  nature: "ecriture",
  trace: traceContrat,
  async run(context, { contratId, le, suivantLe, ...saisie }): Promise<ContratTouche> {
    const { tx, agent } = context;
    const { contrat, nature, signeLe, le: aujourdhui } = await exigerSigne(context, contratId);
    if (le > aujourdhui) {
      throw champ("contrat.bilan-futur", "Le bilan ne peut pas être à venir.", "le");
    }
    if (le < signeLe) {
      throw champ("contrat.bilan-avant", "Le bilan ne peut pas précéder la signature.", "le");
    }
    if (suivantLe !== null && suivantLe <= le) {
      throw champ("contrat.bilan-suivant", "Le bilan suivant vient après celui-ci.", "suivantLe");
    }
    const versions = await lireVersions(tx, contratId);
    const contenu = versions.find(({ numero }) => numero === contrat.versionCourante)?.contenu;
    const prevu = prochainBilan(le, contenu?.bilanMois ?? nature.bilanTousLesMois, contrat.fin);
    const fini = saisie.conclusion === "terminer";
    const prochain = fini ? null : (suivantLe ?? (prevu > le ? prevu : null));
    await inscrireBilan(tx, {
      ...{ ...saisie, contratId, le, suivantLe: prochain },
      numeroVersion: contrat.versionCourante,
      par: agent.id,
      parNom: agent.nom,
    });
    await changerContrat(tx, contratId, {
      bilanLe: prochain,
      ...(saisie.reexamen ? { reexamenFaitLe: le } : {}),
    });
    await tenirAJour(context, [contrat.personneId]);
    return touche(contrat);
  },
});

/** The next contract, prepared from this one and beginning when it ends; refused beyond the limit. */
export const renouvelerContrat = defineUseCase({
  name: "contrat.renouveler",
  input: renouvelerInput,
  droit: "contrat:rediger",
  nature: "ecriture",
  trace: traceContrat,
  async run(context, { contratId, mois }): Promise<ContratTouche> {
    const { tx, agent } = context;
    const { contrat, nature, le } = await exigerSigne(context, contratId);
    exigerRegime(nature, le);
    const orientation = await exigerOrientation(context, contrat.personneId);
    const versions = await lireVersions(tx, contratId);
    const contenu = versions.find(({ numero }) => numero === contrat.versionCourante)?.contenu;
    const anteriorite = {
      renouvellements: contrat.renouvellements + 1,
      mois: contrat.moisAnterieurs + (contenu?.mois ?? moisEngages(contrat)),
    };
    const [derogation] = await lireDerogations(tx, [contratId]);
    verifierDuree(mois, nature, anteriorite, derogation ?? null);
    const nouveau = await inscrireContrat(tx, {
      ...orientation,
      nature: contrat.nature,
      social: orientation.dominante === "sociale",
      precedentId: contratId,
      renouvellements: anteriorite.renouvellements,
      moisAnterieurs: anteriorite.mois,
      le,
      par: agent.id,
    });
    const debut = contrat.fin !== null && contrat.fin > le ? contrat.fin : le;
    await ouvrirVersion(context, {
      contratId: nouveau,
      numero: 1,
      contenu: { ...(contenu ?? contenuVide), debut, mois },
      motif: null,
    });
    await tenirAJour(context, [contrat.personneId]);
    return { contratId: nouveau, personneId: contrat.personneId };
  },
});

/** A longer duration than the rule, on a ground of the référentiel, by who answers for it. */
export const accorderDerogation = defineUseCase({
  name: "contrat.accorder-derogation",
  input: derogationInput,
  droit: "contrat:valider",
  nature: "ecriture",
  trace: ({ code, motif }, { contratId, personneId }: ContratTouche) => ({
    objet: "contrat",
    objetId: contratId,
    personneId,
    details: { code, motif },
  }),
  async run(context, { contratId, code, motif }): Promise<ContratTouche> {
    const { contrat, nature, le } = await exigerContrat(context, contratId);
    if (contrat.etat !== "signe" && contrat.etat !== "en-preparation") {
      throw new DomainError(
        "contrat.pas-en-vigueur",
        "Ce contrat a pris fin : une dérogation ne le prolonge plus. Rechargez la page.",
      );
    }
    if (!nature.derogations.some((une) => une.code === code)) {
      throw champ(
        "contrat.derogation-inconnue",
        "Votre référentiel ne prévoit pas cette dérogation. Choisissez-en une de la liste.",
        "code",
      );
    }
    const { id: par, nom: parNom } = context.agent;
    await inscrireDerogation(context.tx, { contratId, code, motif, le, par, parNom });
    return touche(contrat);
  },
});

/** What makes a reasonable offer of employment is set with the person. */
export const definirOffreRaisonnable = defineUseCase({
  name: "contrat.definir-offre-raisonnable",
  input: offreInput,
  droit: "contrat:rediger",
  nature: "ecriture",
  trace: traceContrat,
  async run(context, { contratId, le }): Promise<ContratTouche> {
    const { contrat, nature, signeLe, le: aujourdhui } = await exigerSigne(context, contratId);
    if (!nature.offreRaisonnable || contrat.social) {
      throw champ(
        "contrat.offre",
        "L’offre raisonnable d’emploi ne se définit pas pour ce contrat.",
        "le",
      );
    }
    if (le > aujourdhui || le < signeLe) {
      throw champ("contrat.offre", "Le jour vient après la signature, et n’est pas à venir.", "le");
    }
    await changerContrat(context.tx, contratId, { offreDefinieLe: le });
    await tenirAJour(context, [contrat.personneId]);
    return touche(contrat);
  },
});

export function champ(code: string, message: string, nom: string): DomainError {
  return new DomainError(code, message, { champ: nom });
}
