import { z } from "zod";
import { agentDuCompte } from "#commun/agent";
import { lireActions } from "#offre/catalogue";
import { attenteDesRecherches } from "#offre/participation";
import { type Agent, type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  type Depot,
  type LigneDeposee,
  type LigneTraitee,
  lireAPrendre,
  marquerIntegre,
  mettreEnPause,
  noterLignes,
  prendreUnDepot,
} from "../db/depots.ts";
import { lireLigne } from "../domain/lire-ligne.ts";
import { lireLexique } from "./lexique.ts";
import { prendreSejours, refusee } from "./prendre-sejours.ts";

const LOT = 100;

/**
 * Takes the next lines of the oldest file asked for, in the name and within the perimeter of who asked, as they are
 * now: each is an entry, an exit, both, or nothing new. A file that names too many unknown persons waits. Gives how
 * many were read.
 */
export const prendreLignes = defineUseCase({
  name: "tableur.prendre-lignes",
  input: z.object({}),
  droit: "participation:tenir",
  nature: "ecriture",
  trace: null,
  async run(context): Promise<number> {
    const { tx, now } = context;
    const pris = await prendreUnDepot(tx, now);
    if (!pris) return 0;
    const { depot, par } = pris;
    const jusqua = await attenteDesRecherches(context, { par: "fichier", id: par });
    if (jusqua !== null) {
      await mettreEnPause(tx, depot.id, jusqua);
      return 0;
    }
    const lignes = await lireAPrendre(tx, depot.id, LOT);
    if (lignes.length < LOT) await marquerIntegre(tx, depot.id, now);
    const lanceur = await lanceurDe(context, pris);
    const traitees = lanceur
      ? await prendre({ ...context, agent: lanceur }, depot, lignes)
      : lignes.map(({ ligne }) => refusee(ligne, [SANS_DROIT]));
    await noterLignes(tx, depot.id, traitees);
    return lignes.length;
  },
});

const SANS_DROIT =
  "Le compte qui a fait prendre ce fichier est fermé, ou n’a plus ce droit : faites reprendre ces lignes par quelqu’un qui l’a.";

/** Who asked, as she is today; what the product itself asked for, it takes itself. */
async function lanceurDe(
  context: Context,
  { par, parNom }: { readonly par: number | null; readonly parNom: string },
): Promise<Agent | null> {
  if (par === null) return { ...context.agent, nom: parNom };
  return agentDuCompte(context, par, "participation:tenir");
}

async function prendre(
  context: Context,
  depot: Depot,
  lignes: readonly LigneDeposee[],
): Promise<readonly LigneTraitee[]> {
  const actions = await lireActions(context.tx, { structures: [depot.structureId] });
  const lexique = await lireLexique(context.tx, depot, actions);
  const lues = lignes.map(({ ligne, cellules, personneId }) => ({
    ligne,
    personneId,
    sejour: lireLigne(ligne, cellules, lexique),
  }));
  const illisibles = lues.flatMap(({ ligne, sejour }) =>
    "refus" in sejour ? [refusee(ligne, sejour.refus)] : [],
  );
  const lisibles = lues.flatMap(({ sejour, personneId }) =>
    "refus" in sejour ? [] : [{ sejour, personneId }],
  );
  const chercheur = { par: "fichier", id: context.agent.id } as const;
  return [...illisibles, ...(await prendreSejours(context, lisibles, chercheur))];
}
