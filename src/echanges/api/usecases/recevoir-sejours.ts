import type { z } from "zod";
import { prendreSejours } from "#echanges/tableur";
import { type ActionLue, lireActions } from "#offre/catalogue";
import { exigerRecherchePermise } from "#offre/participation";
import { hashToken } from "#platform/auth/token.ts";
import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import {
  type Agent,
  type Context,
  contextOf,
  type Deps,
} from "#platform/usecase/define-use-case.ts";
import { type Cle, cleDeLEmpreinte, marquerServie } from "../db/cles.ts";
import { etatDeLaCle } from "../domain/etat-cle.ts";
import { sejoursInput, type sejoursOutput } from "../schemas.ts";
import { repondantDe } from "./repondant.ts";

export type Recu = z.output<typeof sejoursOutput>;

/**
 * The stays a program sends, under the key of its operator and for its actions only. Each stands alone; given again,
 * it writes nothing. The key is the only right, within the perimeter of who answers for it. Each call is journaled, for a refusal too says something of a person.
 * @throws DomainError `cle.refusee`, `recherche.attendre`, `saisie.invalide` with where it is wrong
 */
export async function recevoirSejours(deps: Deps, cle: string, corps: unknown): Promise<Recu> {
  return deps.base.transaction(async (tx) => {
    const now = deps.now();
    const { connue, repondant } = await exigerCle({ tx, now }, cle);
    const chercheur = { par: "cle", id: connue.id } as const;
    await exigerRecherchePermise({ tx, now }, chercheur);
    const { sejours } = lireCorps(corps);
    await marquerServie(tx, connue.id, now);
    const agent: Agent = {
      id: null,
      nom: `${connue.structure}, logiciel « ${connue.libelle} »`,
      droits: new Set(["participation:tenir"]),
      portee: repondant.portee,
    };
    const context = contextOf(deps, tx, agent, now);
    const actions = await lireActions(tx, { structures: [connue.structureId] });
    const lus = sejours.map((sejour, ligne) => ({
      ...sejour,
      ligne,
      actionId: actionNommee(actions, sejour.action),
    }));
    const pris = await prendreSejours(
      context,
      lus.flatMap(({ action: _, actionId, ...sejour }) =>
        actionId === null ? [] : [{ sejour: { ...sejour, actionId }, personneId: null }],
      ),
      chercheur,
    );
    const inconnues = lus
      .filter(({ actionId }) => actionId === null)
      .map(({ ligne, action }) => ({
        ligne,
        etat: "refusee" as const,
        raisons: [`« ${action} » n’est aucune des actions de ${connue.structure}.`],
      }));
    const recu = {
      sejours: [...pris, ...inconnues]
        .toSorted((un, autre) => un.ligne - autre.ligne)
        .map(({ ligne, etat, raisons }) => ({ rang: ligne, etat, raisons: [...raisons] })),
    };
    await inscrireAppel(context, connue.id, recu);
    return recu;
  });
}

/** @throws DomainError `cle.refusee`, each with what to do */
async function exigerCle(
  context: Pick<Context, "tx" | "now">,
  cle: string,
): Promise<{ readonly connue: Cle; readonly repondant: Agent }> {
  const connue = await cleDeLEmpreinte(context.tx, hashToken(cle));
  if (!connue) {
    throw refusee(
      "Cette clé n’ouvre rien : demandez-en une autre au chef de projet de l’opérateur.",
    );
  }
  const repondant = await repondantDe(context, connue);
  if (repondant === null) {
    throw refusee(
      "Le compte qui a créé cette clé est fermé, ou n’a plus ce droit : demandez au chef de projet de l’opérateur d’en créer une autre.",
    );
  }
  if (etatDeLaCle({ ...connue, repondu: true }, civilDay(context.now)) === "terminee") {
    throw refusee(
      "Cette clé est arrivée à son terme : demandez au chef de projet de l’opérateur de la renouveler.",
    );
  }
  return { connue, repondant };
}

const refusee = (message: string) => new DomainError("cle.refusee", message);

async function inscrireAppel(context: Context, cleId: number, { sejours }: Recu): Promise<void> {
  const { tx, agent, now } = context;
  const compte = (voulu: Recu["sejours"][number]["etat"]) =>
    sejours.filter(({ etat }) => etat === voulu).length;
  await context.journal(tx, {
    acte: "api.recevoir-sejours",
    nature: "ecriture",
    agent,
    le: now,
    objet: "cle-api",
    objetId: cleId,
    details: {
      prises: compte("prise"),
      inchangees: compte("inchangee"),
      refusees: compte("refusee"),
    },
  });
}

function actionNommee(actions: readonly ActionLue[], nommee: string): number | null {
  const siennes = actions.filter(({ nom, numero }) => numero === nommee || nom === nommee);
  const [seule, ...autres] = siennes;
  return seule && autres.length === 0 ? seule.id : null;
}

function lireCorps(corps: unknown): z.output<typeof sejoursInput> {
  const lu = sejoursInput.safeParse(corps);
  if (lu.success) return lu.data;
  throw new DomainError("saisie.invalide", "Le corps de la demande ne se lit pas.", {
    champs: Object.fromEntries(
      lu.error.issues.map(({ path, message }) => [path.join("."), message]),
    ),
  });
}
