import { z } from "zod";
import { lireActions } from "#offre/catalogue";
import { hashToken, newToken } from "#platform/auth/token.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type Cle, insererCle, lireCles, revoquer } from "../db/cles.ts";
import { creerCleInput, revoquerCleInput } from "../schemas.ts";

/** Who answers for what the operator certifies also answers for the programs that write its stays. */
const DROIT = "restitution:certifier";

interface Operateur {
  readonly structureId: number;
  readonly nom: string;
}

/** The operators whose stays the agent may write. */
async function operateursDe({ tx, agent }: Context): Promise<readonly Operateur[]> {
  const actions = await lireActions(tx, { portee: agent.portee });
  const noms = new Map(actions.map(({ structureId, structure }) => [structureId, structure]));
  return [...noms].map(([structureId, nom]) => ({ structureId, nom }));
}

export const listerCles = defineUseCase({
  name: "api.lister-cles",
  input: z.object({}),
  droit: DROIT,
  nature: "lecture",
  trace: null,
  async run(
    context,
  ): Promise<{ readonly operateurs: readonly Operateur[]; readonly cles: readonly Cle[] }> {
    const operateurs = await operateursDe(context);
    const structures = operateurs.map(({ structureId }) => structureId);
    return { operateurs, cles: await lireCles(context.tx, structures) };
  },
});

/** A key for the program of an operator: said once, kept as a digest, good until it is revoked. */
export const creerCle = defineUseCase({
  name: "api.creer-cle",
  input: creerCleInput,
  droit: DROIT,
  nature: "ecriture",
  trace: ({ structureId, libelle }) => ({
    objet: "cle-api",
    objetId: structureId,
    details: { libelle },
  }),
  async run(context, { structureId, libelle }): Promise<{ readonly cle: string }> {
    const operateurs = await operateursDe(context);
    if (!operateurs.some((operateur) => operateur.structureId === structureId)) {
      throw new DomainError(
        "cle.operateur",
        "Cet opérateur n’a aucune action dans votre périmètre : choisissez-en un autre.",
      );
    }
    const cle = newToken();
    await insererCle(context.tx, {
      structureId,
      libelle,
      empreinte: hashToken(cle),
      le: context.now,
      par: context.agent.id,
    });
    return { cle };
  },
});

export const revoquerCle = defineUseCase({
  name: "api.revoquer-cle",
  input: revoquerCleInput,
  droit: DROIT,
  nature: "ecriture",
  trace: ({ cleId }) => ({ objet: "cle-api", objetId: cleId }),
  async run(context, { cleId }) {
    const operateurs = await operateursDe(context);
    const structures = operateurs.map(({ structureId }) => structureId);
    if (await revoquer(context.tx, { id: cleId, structures, le: context.now })) return;
    throw new DomainError("cle.introuvable", "Cette clé n’existe pas, ou elle est déjà retirée.");
  },
});
