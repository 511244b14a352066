import { nomDuFerie } from "#commun/echeance";
import { versionAu } from "#commun/referentiel";
import { lireActions } from "#offre/catalogue";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { inscrireSeances, inscrireSerie } from "../db/seances.ts";
import { type JoursDeSerie, joursDeSerie } from "../domain/serie.ts";
import { creerSeancesInput } from "../schemas.ts";
import { cadreDuJour, perimetreSeances, refusDeSaisie } from "./cadre.ts";

interface Creees {
  readonly ids: readonly number[];
  readonly serieId: number | null;
  readonly feries: JoursDeSerie["feries"];
}

/** One session, or a whole series at once. */
export const creerSeances = defineUseCase({
  name: "seance.creer",
  input: creerSeancesInput,
  droit: "seance:tenir",
  nature: "ecriture",
  trace: ({ titre, jour }, { ids }: Creees) => ({
    objet: "seance",
    objetId: ids[0] ?? null,
    details: { titre, jour, seances: ids.length },
  }),
  async run(context, saisie): Promise<Creees> {
    const { tx, agent } = context;
    const { le, referentiel } = cadreDuJour(context);
    const place = await placeDe(context, saisie);
    const calendrier = (
      versionAu(referentiel.joursFeries, saisie.jour) ?? referentiel.joursFeries[0]
    ).valeur;
    const { rythme, nombre } = saisie;
    const enSerie = rythme !== null && nombre > 1;
    const { jours, feries } = enSerie
      ? joursDeSerie(saisie.jour, { rythme, nombre }, (jour) => nomDuFerie(jour, calendrier))
      : { jours: [saisie.jour], feries: [] };
    if (jours.length === 0) {
      throw refusDeSaisie({
        jour: "Toutes ces dates sont des jours fériés : choisissez un autre jour.",
      });
    }
    const auteur = { le, par: agent.id };
    const serieId = enSerie ? await inscrireSerie(tx, { rythme, nombre }, auteur) : null;
    const ids = await inscrireSeances(tx, jours, { ...saisie, ...place, serieId }, auteur);
    return { ids, serieId, feries };
  },
});

interface Place {
  readonly actionId: number | null;
  readonly structureId: number;
  readonly territoireId: number | null;
}

/** Of an action, or of a structure alone; inside the perimeter of who creates it. */
async function placeDe(
  context: Context,
  {
    actionId,
    structureId,
  }: { readonly actionId: number | null; readonly structureId: number | null },
): Promise<Place> {
  const place = await lirePlace(context, actionId, structureId);
  if ((await perimetreSeances(context))(place)) return place;
  throw new DomainError(
    "seance.hors-perimetre",
    "Cette action ou cette structure n’est pas dans votre périmètre. Choisissez-en une autre.",
  );
}

async function lirePlace(
  { tx }: Context,
  actionId: number | null,
  structureId: number | null,
): Promise<Place> {
  if (actionId === null) {
    if (structureId !== null) return { actionId: null, structureId, territoireId: null };
    throw refusDeSaisie({ actionId: "Choisissez une action, ou une structure." });
  }
  const [action] = await lireActions(tx, { ids: [actionId] });
  if (!action)
    throw refusDeSaisie({ actionId: "Cette action n’existe pas : choisissez-en une autre." });
  return { actionId, structureId: action.structureId, territoireId: action.territoireId };
}
