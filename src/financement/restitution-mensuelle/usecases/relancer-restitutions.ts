import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { inscrireEvenements } from "../db/evenements.ts";
import { changerRestitutions } from "../db/restitutions.ts";
import { exigerPassage } from "../domain/etat.ts";
import { lotInput } from "../schemas.ts";
import { exigerLot } from "./cadre.ts";
import { type LotFait, trier } from "./recevoir-restitutions.ts";

/** Reminds the operators of what they owe; once a day at most for one return. */
export const relancerRestitutions = defineUseCase({
  name: "restitution.relancer",
  input: lotInput,
  droit: "restitution:recevoir",
  nature: "ecriture",
  trace: ({ restitutions }, { faites }: LotFait) => ({
    objet: "restitution",
    details: { choisies: restitutions.length, relancees: faites },
  }),
  async run(context, { restitutions }): Promise<LotFait> {
    const { tx, agent } = context;
    const tri = trier(await exigerLot(context, restitutions), ({ etat }) =>
      exigerPassage("relancer", etat),
    );
    const dejaDites = tri.prises.filter(({ restitution, le }) => restitution.relanceeLe === le);
    const prises = tri.prises.filter(({ restitution, le }) => restitution.relanceeLe !== le);
    const [premiere] = prises;
    if (premiere) {
      const { le } = premiere;
      const ids = prises.map(({ restitution }) => restitution.id);
      await changerRestitutions(tx, ids, { relanceeLe: le });
      await inscrireEvenements(
        tx,
        prises.map(({ restitution }) => ({
          restitutionId: restitution.id,
          ...({ nature: "relancee", numero: null, motif: null, le, par: agent.id } as const),
        })),
      );
    }
    return {
      faites: prises.length,
      laissees: [
        ...tri.laissees,
        ...dejaDites.map(({ restitution }) => ({
          restitutionId: restitution.id,
          message: "Déjà relancée aujourd’hui.",
        })),
      ],
    };
  },
});
