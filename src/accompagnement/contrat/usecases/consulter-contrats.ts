import type { NatureContrat, RegleContrats } from "#commun/referentiel";
import {
  conditionPortee,
  exigerPersonne,
  lirePresents,
  type PersonnePresente,
} from "#droits/dossier";
import { allOf, sql } from "#platform/db/list/sql.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type Bilan, type DerogationAccordee, lireBilans, lireDerogations } from "../db/bilans.ts";
import {
  type Contrat,
  lireContratsDe,
  lireToutesLesVersions,
  type VersionContrat,
} from "../db/contrats.ts";
import { lireSignatures, type Signature } from "../db/signatures.ts";
import { etapesOuvertes } from "../domain/etapes.ts";
import { naturesAu } from "../domain/regime.ts";
import { personneInput } from "../schemas.ts";
import { cadreDuJour } from "./cadre.ts";

export interface ContratConsulte {
  readonly contrat: Contrat;
  readonly nature: NatureContrat | null;
  /** The latest first. */
  readonly versions: readonly (VersionContrat & { readonly signatures: readonly Signature[] })[];
  /** The version that binds. */
  readonly courante: VersionContrat | null;
  /** The version being prepared. */
  readonly preparation: (VersionContrat & { readonly signatures: readonly Signature[] }) | null;
  readonly bilans: readonly Bilan[];
  readonly derogations: readonly DerogationAccordee[];
}

export interface ContratsConsultes {
  readonly personneId: number;
  readonly aujourdhui: string;
  readonly regle: RegleContrats;
  readonly present: PersonnePresente | null;
  /** Kinds that may be drafted today. */
  readonly natures: readonly NatureContrat[];
  readonly contrats: readonly ContratConsulte[];
}

/** Every contract of a person, with its versions, its signatures and its reviews. */
export const consulterContrats = defineUseCase({
  name: "contrat.lire",
  input: personneInput,
  droit: "contrat:lire",
  nature: "lecture",
  trace: (_, { personneId }: ContratsConsultes) => ({ objet: "contrat", personneId }),
  async run(context, { personneId }): Promise<ContratsConsultes> {
    const { tx, agent } = context;
    const { id } = await exigerPersonne(tx, personneId, agent.portee);
    const { le, regle } = cadreDuJour(context);
    const [present] = await lirePresents(
      tx,
      allOf([sql`s.personne_id = ${id}::int`, conditionPortee(agent.portee)]),
    );
    return {
      personneId: id,
      aujourdhui: le,
      regle,
      present: present ?? null,
      natures: naturesAu(regle, le),
      contrats: await lireTout(context, regle, await lireContratsDe(tx, id)),
    };
  },
});

/** What the header and la frise of a person show: her contracts alone. */
export const resumerContrats = defineUseCase({
  name: "contrat.resumer",
  input: personneInput,
  droit: "contrat:lire",
  nature: "lecture",
  trace: null,
  async run(context, { personneId }) {
    const { id } = await exigerPersonne(context.tx, personneId, context.agent.portee);
    const { le, regle } = cadreDuJour(context);
    const contrats = await lireContratsDe(context.tx, id);
    return { personneId: id, aujourdhui: le, regle, contrats };
  },
});

async function lireTout(
  { tx }: Context,
  { natures }: RegleContrats,
  contrats: readonly Contrat[],
): Promise<readonly ContratConsulte[]> {
  if (contrats.length === 0) return [];
  const ids = contrats.map(({ id }) => id);
  const versions = await lireToutesLesVersions(tx, ids);
  const signatures = await lireSignatures(
    tx,
    versions.map(({ id }) => id),
  );
  const bilans = await lireBilans(tx, ids);
  const derogations = await lireDerogations(tx, ids);
  return contrats.map((contrat) => {
    const siennes = versions
      .filter(({ contratId }) => contratId === contrat.id)
      .map((version) => ({
        ...version,
        signatures: signatures.filter(({ versionId }) => versionId === version.id),
      }));
    return {
      contrat,
      nature: natures.find(({ code }) => code === contrat.nature) ?? null,
      versions: siennes,
      courante:
        siennes.find(
          ({ numero, etape }) => numero === contrat.versionCourante && etape === "signee",
        ) ?? null,
      preparation: siennes.find(({ etape }) => etapesOuvertes.includes(etape)) ?? null,
      bilans: bilans.filter(({ contratId }) => contratId === contrat.id),
      derogations: derogations.filter(({ contratId }) => contratId === contrat.id),
    };
  });
}
