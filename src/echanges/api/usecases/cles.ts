import { z } from "zod";
import { ajouterMois } from "#commun/echeance";
import { programmeAu } from "#offre/catalogue";
import { hashToken, newToken } from "#platform/auth/token.ts";
import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type Cle, ecrireTerme, insererCle, lireCles, revoquer } from "../db/cles.ts";
import { type EtatCle, etatDeLaCle } from "../domain/etat-cle.ts";
import { cleInput, creerCleInput } from "../schemas.ts";
import {
  DROIT_DES_CLES,
  type Operateur,
  operateursDe,
  repondantDe,
  structuresDuRepondant,
} from "./repondant.ts";

export interface CleLue extends Cle {
  readonly etat: EtatCle;
}

export interface ClesListees {
  readonly le: string;
  readonly operateurs: readonly Operateur[];
  readonly cles: readonly CleLue[];
  /** How long a key answers, and which text says so. */
  readonly duree: ReturnType<typeof dureeDesCles>;
}

const dureeDesCles = ({ departement, now }: Pick<Context, "departement" | "now">) =>
  programmeAu(departement.referentiel, civilDay(now)).programme.cles;

const termeDAujourdhui = (context: Context) =>
  ajouterMois(civilDay(context.now), dureeDesCles(context).valeur.mois);

export const listerCles = defineUseCase({
  name: "api.lister-cles",
  input: z.object({}),
  droit: DROIT_DES_CLES,
  nature: "lecture",
  trace: null,
  async run(context): Promise<ClesListees> {
    const le = civilDay(context.now);
    const operateurs = await operateursDe(context, context.agent);
    const structures = operateurs.map(({ structureId }) => structureId);
    const lues = await lireCles(context.tx, structures);
    const siennes = new Map<number, ReadonlySet<number>>();
    for (const { creeePar } of lues) {
      if (creeePar === null || siennes.has(creeePar)) continue;
      siennes.set(creeePar, await structuresDuRepondant(context, creeePar));
    }
    const cles = lues.map((cle): CleLue => {
      const repondu = siennes.get(cle.creeePar ?? 0)?.has(cle.structureId) ?? false;
      return { ...cle, etat: etatDeLaCle({ ...cle, repondu }, le) };
    });
    return { le, operateurs, cles, duree: dureeDesCles(context) };
  },
});

/** A key for the program of an operator: said once, kept as a digest, good until its term or until it is revoked. */
export const creerCle = defineUseCase({
  name: "api.creer-cle",
  input: creerCleInput,
  droit: DROIT_DES_CLES,
  nature: "ecriture",
  trace: ({ structureId, libelle }) => ({
    objet: "cle-api",
    objetId: structureId,
    details: { libelle },
  }),
  async run(context, { structureId, libelle }): Promise<{ readonly cle: string }> {
    const { id: par } = context.agent;
    if (par === null) {
      throw new DomainError(
        "cle.sans-compte",
        "Une clé est créée par quelqu’un, qui en répond : connectez-vous d’abord.",
      );
    }
    const operateurs = await operateursDe(context, context.agent);
    if (!operateurs.some((operateur) => operateur.structureId === structureId)) {
      throw new DomainError(
        "cle.operateur",
        "Cet opérateur n’a aucune action dans votre périmètre : choisissez-en un autre.",
      );
    }
    const cle = newToken();
    await insererCle(context.tx, {
      ...{ structureId, libelle, empreinte: hashToken(cle), le: context.now, par },
      terme: termeDAujourdhui(context),
    });
    return { cle };
  },
});

/**
 * The key answers for as long again, from today. Nobody else takes over the key of who left, who may have kept it.
 * @throws DomainError `cle.introuvable`, `cle.sans-repondant`
 */
export const renouvelerCle = defineUseCase<typeof cleInput, { readonly terme: string }>({
  name: "api.renouveler-cle",
  input: cleInput,
  droit: DROIT_DES_CLES,
  nature: "ecriture",
  trace: ({ cleId }, { terme }) => ({ objet: "cle-api", objetId: cleId, details: { terme } }),
  async run(context, { cleId }) {
    const operateurs = await operateursDe(context, context.agent);
    const structures = operateurs.map(({ structureId }) => structureId);
    const cle = (await lireCles(context.tx, structures)).find(({ id }) => id === cleId);
    if (!cle) throw introuvable();
    if ((await repondantDe(context, cle)) === null) {
      throw new DomainError(
        "cle.sans-repondant",
        "Le compte qui a créé cette clé est fermé, ou n’a plus ce droit : créez une autre clé, puis retirez celle-ci.",
      );
    }
    const terme = termeDAujourdhui(context);
    await ecrireTerme(context.tx, cleId, terme);
    return { terme };
  },
});

export const revoquerCle = defineUseCase({
  name: "api.revoquer-cle",
  input: cleInput,
  droit: DROIT_DES_CLES,
  nature: "ecriture",
  trace: ({ cleId }) => ({ objet: "cle-api", objetId: cleId }),
  async run(context, { cleId }) {
    const operateurs = await operateursDe(context, context.agent);
    const structures = operateurs.map(({ structureId }) => structureId);
    if (await revoquer(context.tx, { id: cleId, structures, le: context.now })) return;
    throw introuvable();
  },
});

function introuvable(): DomainError {
  return new DomainError("cle.introuvable", "Cette clé n’existe pas, ou elle est déjà retirée.");
}
