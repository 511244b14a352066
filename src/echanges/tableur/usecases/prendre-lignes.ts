import { z } from "zod";
import { lireActions } from "#offre/catalogue";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lireAPrendre, marquerIntegre, noterLignes, prendreUnDepot } from "../db/depots.ts";
import { lireLigne } from "../domain/lire-ligne.ts";
import { lireLexique } from "./lexique.ts";
import { prendreSejours, refusee } from "./prendre-sejours.ts";

const LOT = 100;

/**
 * Takes the next lines of the oldest file asked for, in the name of who asked: each is an entry, an exit, both, or
 * nothing new. Gives how many were read.
 */
export const prendreLignes = defineUseCase({
  name: "tableur.prendre-lignes",
  input: z.object({}),
  droit: "participation:tenir",
  nature: "ecriture",
  trace: null,
  async run(context): Promise<number> {
    const { tx, now } = context;
    const pris = await prendreUnDepot(tx);
    if (!pris) return 0;
    const { depot, par, parNom } = pris;
    const lignes = await lireAPrendre(tx, depot.id, LOT);
    if (lignes.length < LOT) await marquerIntegre(tx, depot.id, now);
    const actions = (await lireActions(tx)).filter(
      ({ structureId }) => structureId === depot.structureId,
    );
    const lexique = await lireLexique(tx, depot, actions);
    const lues = lignes.map(({ ligne, cellules, personneId }) => ({
      ligne,
      personneId,
      sejour: lireLigne(ligne, cellules, lexique),
    }));
    const enSonNom = { ...context, agent: { ...context.agent, id: par, nom: parNom } };
    await noterLignes(tx, depot.id, [
      ...lues.flatMap(({ ligne, sejour }) =>
        "refus" in sejour ? [refusee(ligne, sejour.refus)] : [],
      ),
      ...(await prendreSejours(
        enSonNom,
        lues.flatMap(({ sejour, personneId }) =>
          "refus" in sejour ? [] : [{ sejour, personneId }],
        ),
      )),
    ]);
    return lignes.length;
  },
});
