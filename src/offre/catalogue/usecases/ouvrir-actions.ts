import { ajouterJours } from "#commun/echeance";
import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type ActionAOuvrir, insererActions } from "../db/actions.ts";
import { insererDessertes } from "../db/dessertes.ts";
import { insererPlaces } from "../db/places.ts";
import { ouvrirActionsInput } from "../schemas.ts";
import { actionsChangees } from "./faits.ts";
import { type Accord, type ActionSaisie, accorder, lireConnu } from "./regles-ouverture.ts";

/** Opens actions, each under the sheet in force on its first day; `ids` follow the order given. */
export const ouvrirActions = defineUseCase<
  typeof ouvrirActionsInput,
  { readonly ids: readonly number[] }
>({
  name: "action.ouvrir",
  input: ouvrirActionsInput,
  droit: "offre:tenir",
  nature: "ecriture",
  trace: ({ actions }, { ids }) => ({
    objet: "action",
    objetId: ids.length === 1 ? (ids[0] ?? null) : null,
    details:
      actions.length === 1
        ? { nom: actions[0]?.nom, fiche: actions[0]?.ficheCode, places: actions[0]?.places }
        : { actions: ids.length },
  }),
  async run(context, { actions }) {
    const connu = await lireConnu(context, actions);
    const accords: Accord[] = [];
    for (const saisie of actions) {
      accords.push(await situer(saisie, actions.length, () => accorder(context, connu, saisie)));
    }
    const le = civilDay(context.now);
    const par = context.agent.id;
    const ids = await insererActions(
      context.tx,
      actions.map((saisie, rang) => aOuvrir(saisie, accords[rang])),
      { le, par },
    );
    await ecrireAutour(context, actions, ids, le);
    await context.tell(actionsChangees, { actions: ids });
    return { ids };
  },
});

function aOuvrir(saisie: ActionSaisie, accord: Accord | undefined): ActionAOuvrir {
  if (!accord) throw new Error("une action n’a pas été examinée");
  const { fiche, enVigueur, adosseeAId } = accord;
  return {
    ...saisie,
    fiche,
    ficheDepuis: enVigueur.depuis,
    adosseeAId,
    prescripteurs: saisie.prescripteurs ?? enVigueur.programme.prescripteurs.valeur,
    au: finDe(saisie),
  };
}

const finDe = ({ dernierJour }: ActionSaisie) =>
  dernierJour === null ? null : ajouterJours(dernierJour, 1);

async function ecrireAutour(
  { tx, agent }: Context,
  actions: readonly ActionSaisie[],
  ids: readonly number[],
  le: string,
): Promise<void> {
  const avecId = actions.map((saisie, rang) => ({ saisie, actionId: ids[rang] ?? 0 }));
  await insererPlaces(
    tx,
    avecId.map(({ saisie, actionId }) => ({
      actionId,
      places: saisie.places,
      placesQuartiers: saisie.placesQuartiers,
      du: saisie.du,
      au: finDe(saisie),
      texte: null,
      definieLe: le,
      definiePar: agent.id,
    })),
  );
  await insererDessertes(
    tx,
    avecId.flatMap(({ saisie, actionId }) => saisie.communes.map((une) => ({ ...une, actionId }))),
  );
}

async function situer<Fait>(
  { nom }: ActionSaisie,
  nombre: number,
  examiner: () => Promise<Fait>,
): Promise<Fait> {
  try {
    return await examiner();
  } catch (refus) {
    throw nombre > 1 && refus instanceof DomainError ? nommer(refus, nom) : refus;
  }
}

/** In a batch, a refusal says which action it is about. */
function nommer({ code, message, details }: DomainError, nom: string): DomainError {
  return new DomainError(code, `${nom} : ${message}`, { ...details, nom });
}
