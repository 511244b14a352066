import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { inscrireEvenements } from "../db/evenements.ts";
import { changerRestitutions, type Restitution } from "../db/restitutions.ts";
import { lireTransmisDesActions, transmettreVersion } from "../db/versions.ts";
import { exigerPassage } from "../domain/etat.ts";
import { deMois } from "../domain/mots.ts";
import { etapeInput } from "../schemas.ts";
import { exigerRestitution } from "./cadre.ts";
import {
  certifierRestitution,
  exigerSejoursInchanges,
  exigerVersionEnCours,
} from "./certifier-restitution.ts";
import { compterLesMois } from "./compter-maintenant.ts";
import { type RestitutionTouchee, toucher, traceDe } from "./verifier-restitution.ts";

interface RestitutionTransmise extends RestitutionTouchee {
  /** Months already sent that open from a stock no longer true, and are to be sent again. */
  readonly rouvertes: readonly { readonly restitutionId: number; readonly mois: string }[];
}

/** Hands the certified version over to the département: from there only a rectification follows. */
export const transmettreRestitution = defineUseCase({
  name: "restitution.transmettre",
  input: etapeInput,
  droit: "restitution:certifier",
  nature: "ecriture",
  trace: traceDe,
  async run(context, saisie): Promise<RestitutionTransmise> {
    const { tx, agent } = context;
    const { restitution, etat, le } = await exigerRestitution(context, saisie);
    exigerPassage("transmettre", etat);
    const version = await exigerVersionEnCours(context, restitution);
    await exigerSejoursInchanges(context, restitution, version);
    await transmettreVersion(tx, version.id, { le, par: agent.id });
    await changerRestitutions(tx, [restitution.id], {
      transmisNumero: version.numero,
      transmiseLe: le,
      premiereTransmissionLe: restitution.premiereTransmissionLe ?? le,
      renvoyeeLe: null,
      rouverteLe: null,
      motifReprise: null,
      ecart: null,
    });
    await inscrireEvenements(tx, [
      {
        restitutionId: restitution.id,
        nature: "transmise",
        numero: version.numero,
        motif: version.motif,
        le,
        par: agent.id,
      },
    ]);
    const rouvertes = await rouvrirSuivantes(context, restitution, le);
    return { ...toucher(restitution, version.numero), rouvertes };
  },
});

/** Certified and sent in one gesture, by who may do both. */
export const certifierEtTransmettre = defineUseCase({
  name: "restitution.certifier-transmettre",
  input: etapeInput,
  droit: "restitution:certifier",
  nature: "ecriture",
  trace: null,
  async run(context, saisie): Promise<RestitutionTransmise> {
    const certifiee = await certifierRestitution.within(context, context.journal, saisie);
    return transmettreRestitution.within(context, context.journal, {
      restitutionId: certifiee.restitutionId,
      revision: certifiee.revision,
    });
  },
});

/** T76: the months after open from the rectified stock; those already sent are to be sent again. */
async function rouvrirSuivantes(
  { tx, agent }: Context,
  { actionId, mois }: Restitution,
  le: string,
): Promise<RestitutionTransmise["rouvertes"]> {
  const transmises = await lireTransmisDesActions(tx, [actionId]);
  const suivantes = transmises.filter((une) => une.mois > mois && une.transmiseLe !== null);
  const comptes = await compterLesMois(tx, suivantes);
  const rompues = suivantes.filter(
    ({ chiffres }, rang) => chiffres.debut !== comptes[rang]?.chiffres.debut,
  );
  if (rompues.length === 0) return [];
  const motif = `Le stock ${deMois(mois)} a été rectifié : ce mois s’ouvre sur un autre nombre de présents`;
  await changerRestitutions(
    tx,
    rompues.map(({ id }) => id),
    {
      ...{ transmiseLe: null, accepteeLe: null, certifieeLe: null, saisieLe: null },
      ...{ rouverteLe: le, motifReprise: motif },
    },
  );
  await inscrireEvenements(
    tx,
    rompues.map(({ id }) => ({
      ...({
        restitutionId: id,
        nature: "rouverte",
        numero: null,
        motif,
        le,
        par: agent.id,
      } as const),
    })),
  );
  return rompues.map(({ id, mois: rouvert }) => ({ restitutionId: id, mois: rouvert }));
}
