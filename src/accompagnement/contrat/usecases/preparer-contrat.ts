import type { NatureContrat } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lireDerogations } from "../db/bilans.ts";
import { type Contrat, changerContrat, changerVersion } from "../db/contrats.ts";
import { annulerSignatures } from "../db/signatures.ts";
import { avecSection, type ContenuContrat, sectionsIncompletes } from "../domain/contenu.ts";
import { verifierDuree } from "../domain/duree.ts";
import { passer } from "../domain/etapes.ts";
import { verifierHeures } from "../domain/heures.ts";
import { libellesSection } from "../domain/libelles.ts";
import { modifierInput, preparationInput, refuserInput } from "../schemas.ts";
import { exigerPreparation, tenirAJour } from "./cadre.ts";
import { type ContratTouche, traceContrat } from "./rediger-contrat.ts";

/** One section of the draft; whoever saved since this page was opened is told, and nothing is lost. */
export const modifierContrat = defineUseCase({
  name: "contrat.modifier",
  input: modifierInput,
  droit: "contrat:rediger",
  nature: "ecriture",
  trace: traceContrat,
  async run(context, { contenu: saisie, ...cle }): Promise<ContratTouche> {
    const { contrat, nature, preparation } = await exigerPreparation(context, cle);
    passer(preparation.etape, "modifier", nature);
    const { section } = saisie;
    const contenu = avecSection(preparation.contenu, saisie);
    if (section === "duree") await verifierLaDuree(context, contrat, nature, contenu);
    if (section === "heures") verifierLesHeures(nature, contenu);
    await changerVersion(context.tx, preparation.id, { contenu });
    return touche(contrat);
  },
});

/** The draft is whole and within the rules: it can be validated or signed. */
export const proposerContrat = defineUseCase({
  name: "contrat.proposer",
  input: preparationInput,
  droit: "contrat:rediger",
  nature: "ecriture",
  trace: traceContrat,
  async run(context, cle): Promise<ContratTouche> {
    const { contrat, nature, preparation, le } = await exigerPreparation(context, cle);
    const etape = passer(preparation.etape, "proposer", nature);
    const { contenu } = preparation;
    const manquent = sectionsIncompletes(contenu, { heures: nature.heures !== null });
    if (manquent.length > 0) {
      throw new DomainError(
        "contrat.incomplet",
        `Il reste à remplir : ${manquent.map((section) => libellesSection[section].toLocaleLowerCase("fr")).join(", ")}.`,
        { manquent },
      );
    }
    await verifierLaDuree(context, contrat, nature, contenu);
    verifierLesHeures(nature, contenu);
    await changerVersion(context.tx, preparation.id, {
      etape,
      proposeeLe: le,
      refuseeLe: null,
      motifRefus: null,
    });
    await tenirAJour(context, [contrat.personneId]);
    return touche(contrat);
  },
});

export const validerContrat = defineUseCase({
  name: "contrat.valider",
  input: preparationInput,
  droit: "contrat:valider",
  nature: "ecriture",
  trace: traceContrat,
  async run(context, cle): Promise<ContratTouche> {
    const { contrat, nature, preparation, le } = await exigerPreparation(context, cle);
    const etape = passer(preparation.etape, "valider", nature);
    await changerVersion(context.tx, preparation.id, {
      etape,
      valideeLe: le,
      valideeParNom: context.agent.nom,
    });
    await tenirAJour(context, [contrat.personneId]);
    return touche(contrat);
  },
});

export const refuserContrat = defineUseCase({
  name: "contrat.refuser",
  input: refuserInput,
  droit: "contrat:valider",
  nature: "ecriture",
  trace: traceContrat,
  async run(context, { motif, ...cle }): Promise<ContratTouche> {
    const { contrat, nature, preparation, le } = await exigerPreparation(context, cle);
    const etape = passer(preparation.etape, "refuser", nature);
    await changerVersion(context.tx, preparation.id, { etape, refuseeLe: le, motifRefus: motif });
    await tenirAJour(context, [contrat.personneId]);
    return touche(contrat);
  },
});

/** Back to the draft: what somebody had signed of it is void, and kept. */
export const reprendreRedaction = defineUseCase({
  name: "contrat.reprendre-redaction",
  input: preparationInput,
  droit: "contrat:rediger",
  nature: "ecriture",
  trace: traceContrat,
  async run(context, cle): Promise<ContratTouche> {
    const { contrat, nature, preparation, le } = await exigerPreparation(context, cle);
    const etape = passer(preparation.etape, "reprendre", nature);
    await annulerSignatures(context.tx, preparation.id, le);
    await changerVersion(context.tx, preparation.id, {
      etape,
      proposeeLe: null,
      valideeLe: null,
      valideeParNom: null,
    });
    await tenirAJour(context, [contrat.personneId]);
    return touche(contrat);
  },
});

/** The preparation stops: a first version takes the contract with it, an amendment leaves it as it was signed. */
export const abandonnerContrat = defineUseCase({
  name: "contrat.abandonner",
  input: preparationInput,
  droit: "contrat:rediger",
  nature: "ecriture",
  trace: traceContrat,
  async run(context, cle): Promise<ContratTouche> {
    const { contrat, nature, preparation, le } = await exigerPreparation(context, cle);
    const etape = passer(preparation.etape, "abandonner", nature);
    await annulerSignatures(context.tx, preparation.id, le);
    await changerVersion(context.tx, preparation.id, { etape });
    if (contrat.etat === "en-preparation") {
      await changerContrat(context.tx, contrat.id, {
        etat: "abandonne",
        closLe: le,
        closPar: context.agent.id,
      });
    }
    await tenirAJour(context, [contrat.personneId]);
    return touche(contrat);
  },
});

export const touche = ({ id, personneId }: Contrat): ContratTouche => ({
  contratId: id,
  personneId,
});

/** A derogation is granted for the contract that is renewed, or for this one. */
export async function verifierLaDuree(
  { tx }: Context,
  contrat: Contrat,
  nature: NatureContrat,
  { mois, debut }: Pick<ContenuContrat, "mois" | "debut">,
): Promise<void> {
  const ids = [contrat.id, ...(contrat.precedentId === null ? [] : [contrat.precedentId])];
  const [derogation] = await lireDerogations(tx, ids);
  verifierDuree(
    mois ?? 0,
    nature,
    { renouvellements: contrat.renouvellements, mois: contrat.moisAnterieurs },
    derogation ?? null,
  );
  if (contrat.debut !== null && debut !== null && debut !== contrat.debut) {
    throw new DomainError(
      "contrat.debut",
      "Un avenant ne change pas le premier jour du contrat. Gardez-le, et changez la durée s’il le faut.",
      { champ: "debut" },
    );
  }
}

function verifierLesHeures(nature: NatureContrat, { heures }: ContenuContrat): void {
  if (nature.heures !== null && heures !== null) verifierHeures(heures, nature.heures);
}
