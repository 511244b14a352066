import type { Matrice } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  cloreBrouillonMatrice,
  creerBrouillonMatrice,
  ecrireBrouillonMatrice,
  matriceEnVigueur,
} from "../db/matrices.ts";
import { verifierMatrice } from "../domain/matrice/verifier-matrice.ts";
import {
  brouillonMatriceInput,
  enregistrerMatriceInput,
  ouvrirBrouillonInput,
} from "../schemas-matrice.ts";
import { cadreMatrice, exigerBrouillon } from "./matrice-cadre.ts";

interface Brouillon {
  readonly brouillonId: number;
}

const trace = (_: unknown, { brouillonId }: Brouillon) => ({
  objet: "matrice",
  objetId: brouillonId,
});

/** A draft starts as the matrix in force. */
export const ouvrirBrouillonMatrice = defineUseCase({
  name: "matrice.ouvrir",
  input: ouvrirBrouillonInput,
  droit: "matrice:editer",
  nature: "ecriture",
  trace,
  async run(context): Promise<Brouillon> {
    const { tx, agent, now } = context;
    const { le, referentiel } = cadreMatrice(context);
    const { matrice } = await matriceEnVigueur(tx, referentiel, le);
    return {
      brouillonId: await creerBrouillonMatrice(tx, { contenu: matrice, auteur: agent, le: now }),
    };
  },
});

/** Saved only when every case has one answer: a hole or a cell nobody reaches is refused with the case. */
export const enregistrerMatrice = defineUseCase({
  name: "matrice.enregistrer",
  input: enregistrerMatriceInput,
  droit: "matrice:editer",
  nature: "ecriture",
  trace,
  async run(context, { brouillonId, version, contenu }): Promise<Brouillon> {
    const { tx, agent, now } = context;
    const brouillon = await exigerBrouillon(context, { brouillonId, version });
    exigerMatrice(context, contenu);
    await ecrireBrouillonMatrice(tx, brouillonId, {
      contenu: { ...contenu, version: brouillon.baseVersion },
      auteur: agent,
      le: now,
    });
    return { brouillonId };
  },
});

export const abandonnerMatrice = defineUseCase({
  name: "matrice.abandonner",
  input: brouillonMatriceInput,
  droit: "matrice:editer",
  nature: "ecriture",
  trace,
  async run(context, input): Promise<Brouillon> {
    const { id } = await exigerBrouillon(context, input);
    await cloreBrouillonMatrice(context.tx, id, "abandonne");
    return { brouillonId: id };
  },
});

/** @throws DomainError `matrice.incoherente`, with each problem and the case that shows it */
export function exigerMatrice(context: Context, contenu: Matrice): void {
  const { questions, types } = cadreMatrice(context);
  const problemes = verifierMatrice(contenu, questions, types);
  if (problemes.length === 0) return;
  throw new DomainError(
    "matrice.incoherente",
    "Cette matrice ne répond pas à tous les cas, ou ne répond jamais à certains. Corrigez ce qui suit, puis enregistrez.",
    { problemes },
  );
}
