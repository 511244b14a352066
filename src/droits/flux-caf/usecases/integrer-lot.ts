import { z } from "zod";
import type { Referentiel } from "#commun/referentiel";
import {
  type FoyerInscrit,
  inscrireFoyers,
  type Nomenclature,
  type ResoudreCommune,
} from "#droits/dossier";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { avancerIntegration } from "../db/integrations.ts";
import { type AvertissementANoter, noterAvertissements, noterRejets } from "../db/rejets.ts";
import type { FoyerLu, LotLu, RejetLu } from "../domain/lot-lu.ts";

export interface Integration {
  readonly id: number;
  readonly nature: "beneficiaires" | "instructions";
  readonly periodicite: string;
  readonly reference: string;
  readonly premierFichier: boolean;
  readonly referentiel: Referentiel;
  readonly nomenclature: Nomenclature;
  readonly resoudreCommune: ResoudreCommune;
}

interface Entree {
  readonly integration: Integration;
  readonly lot: LotLu;
  /** Time spent on the run so far, all its attempts together. */
  readonly dureeMs: number;
  /** Resolved once the batch before is committed, where two are written at once. */
  readonly tour?: Promise<void> | undefined;
}

/** Writes one batch and moves the checkpoint in the same transaction. */
export const integrerLot = defineUseCase({
  name: "flux-caf.integrer-lot",
  input: z.custom<Entree>(),
  droit: "flux:importer",
  nature: "ecriture",
  // Journaled once for the whole run, at its start and its end.
  trace: null,
  async run(context, { integration, lot, dureeMs, tour }) {
    const inscrits = await inscrire(context, integration, lot, tour);
    await tour;
    const rejets = lot.rejets.map((rejet) => ({
      ...rejet,
      brut: context.secrets.encrypt(rejet.brut),
    }));
    await noterRejets(context.tx, integration.id, rejets);
    const avertissements = avertissementsDuLot(lot, inscrits);
    await noterAvertissements(context.tx, integration.id, avertissements);
    const avance = {
      integrationId: integration.id,
      depuis: lot.depuis,
      jusqua: lot.jusqua,
      lus: lot.foyers.length + lot.rejets.length + lot.inchanges,
      appliques: inscrits.length,
      crees: inscrits.filter(({ cree }) => cree).length,
      inchanges: lot.inchanges,
      rejetes: lot.rejets.length,
      personnes: inscrits.reduce((somme, { personnes }) => somme + personnes, 0),
      avertissements: avertissements.length,
      dureeMs,
    };
    if (!(await avancerIntegration(context.tx, avance, context.now))) throw ailleurs();
    return { ...avance, dossiers: inscrits.map(({ dossierId }) => dossierId) };
  },
});

async function inscrire(
  context: Context,
  integration: Integration,
  { foyers, redige }: LotLu,
  tour: Entree["tour"],
): Promise<readonly FoyerInscrit[]> {
  if (foyers.length === 0) return [];
  const { id: integrationId, ...cadre } = integration;
  return inscrireFoyers.within(context, () => Promise.resolve(), {
    ...cadre,
    integrationId,
    foyers,
    redige,
    tour,
  });
}

function avertissementsDuLot(
  lot: LotLu,
  inscrits: readonly FoyerInscrit[],
): readonly AvertissementANoter[] {
  const lus = new Map(lot.foyers.map((foyer) => [foyer.rang, foyer]));
  return inscrits.flatMap(({ rang, dossierId, avertissements }) => {
    const lu = lus.get(rang);
    // Most have nothing to say, and their household is forgotten by now.
    if (!lu || avertissements.length + lu.balisesInconnues.length === 0) return [];
    const commun = { rang, ligne: lu.ligne, numeroDemande: lu.foyer.numeroDemande, dossierId };
    const balises = lu.balisesInconnues.map((balise) => ({
      ...commun,
      code: "balise-inconnue",
      champ: balise,
      valeur: null,
    }));
    return [
      ...avertissements.map((avertissement) => ({ ...commun, ...avertissement })),
      ...balises,
    ];
  });
}

function ailleurs(): DomainError {
  return new DomainError(
    "flux.en-cours",
    "Cette intégration vient d’avancer ailleurs. Rien n’est perdu : suivez-la sur sa page.",
  );
}

export const REFUSE_PAR_LA_BASE = "enregistrement.refuse-par-la-base";

/** The rejection of a record the base itself refused, so that the rest of its batch goes on. */
export function rejeterApresEchec(foyer: FoyerLu): RejetLu {
  return {
    rang: foyer.rang,
    ligne: foyer.ligne,
    code: REFUSE_PAR_LA_BASE,
    motif:
      "Une valeur de ce dossier ne peut pas être enregistrée. Corrigez l’enregistrement et rejouez-le, ou signalez-le à l’administrateur.",
    numeroDemande: foyer.foyer.numeroDemande,
    brut: foyer.brut(),
  };
}
