import { decalerMois } from "#offre/comptage";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { changerRestitutions, type Restitution } from "../db/restitutions.ts";
import {
  certifierVersion,
  lireTransmis,
  lireVersion,
  type VersionRestitution,
} from "../db/versions.ts";
import { exigerPassage } from "../domain/etat.ts";
import { comparerChiffres, comparerCorpus } from "../domain/lignes.ts";
import { deMois, moisEnMots } from "../domain/mots.ts";
import { etapeInput } from "../schemas.ts";
import { exigerRestitution } from "./cadre.ts";
import { type ComptesDuMois, compterMaintenant } from "./compter-maintenant.ts";
import {
  exigerNeantDit,
  type RestitutionTouchee,
  toucher,
  traceDe,
} from "./verifier-restitution.ts";

/** Who answers for the figures says so: from there the version is frozen with its list of stays. */
export const certifierRestitution = defineUseCase({
  name: "restitution.certifier",
  input: etapeInput,
  droit: "restitution:certifier",
  nature: "ecriture",
  trace: traceDe,
  async run(context, saisie): Promise<RestitutionTouchee> {
    const { tx, agent } = context;
    const { restitution, etat, le } = await exigerRestitution(context, saisie);
    exigerPassage("certifier", etat);
    const version = await exigerVersionEnCours(context, restitution);
    const maintenant = await exigerSejoursInchanges(context, restitution, version);
    exigerNeantDit(version.chiffres, version.neant);
    await exigerStockSuivi(context, restitution, maintenant);
    await certifierVersion(tx, version.id, { le, par: agent.id });
    await changerRestitutions(tx, [restitution.id], { certifieeLe: le });
    return toucher(restitution, version.numero);
  },
});

export async function exigerVersionEnCours(
  { tx }: Context,
  restitution: Restitution,
): Promise<VersionRestitution> {
  const version = await lireVersion(tx, restitution.id, restitution.numero);
  if (version) return version;
  throw new Error(`restitution ${restitution.id} : version ${restitution.numero} absente`);
}

/** @throws DomainError `restitution.sejours-changes`: the figures read over are no longer those of the stays */
export async function exigerSejoursInchanges(
  { tx }: Context,
  restitution: Restitution,
  version: VersionRestitution,
): Promise<ComptesDuMois> {
  const maintenant = await compterMaintenant(tx, restitution);
  const { ajoutes, retires, changes } = comparerCorpus(version.corpus, maintenant.corpus);
  const touches = ajoutes.length + retires.length + changes.length;
  if (touches === 0) return maintenant;
  throw new DomainError(
    "restitution.sejours-changes",
    `Les séjours ${deMois(restitution.mois)} ont changé depuis la vérification. Relisez les chiffres, puis vérifiez de nouveau.`,
    { lignes: comparerChiffres(version.chiffres, maintenant.chiffres), touches },
  );
}

/** @throws DomainError `restitution.stock-rompu`: what was sent of the month before does not open this one */
async function exigerStockSuivi(
  { tx }: Context,
  { actionId, mois }: Restitution,
  { chiffres }: ComptesDuMois,
): Promise<void> {
  const avant = decalerMois(mois, -1);
  const transmis = await lireTransmis(tx, actionId, avant);
  if (!transmis || transmis.chiffres.fin === chiffres.debut) return;
  throw new DomainError(
    "restitution.stock-rompu",
    `La restitution ${deMois(avant)} compte ${transmis.chiffres.fin} présents au dernier jour ; les séjours en donnent ${chiffres.debut} à l’ouverture ${deMois(mois)}. Rectifiez d’abord ${moisEnMots(avant)}.`,
    { restitutionId: transmis.id, mois: avant },
  );
}
