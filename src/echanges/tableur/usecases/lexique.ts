import type { NatureSortie } from "#commun/referentiel";
import { naturesSortie } from "#commun/referentiel";
import type { ActionLue } from "#offre/catalogue";
import type { Tx } from "#platform/db/tx.ts";
import type { Depot } from "../db/depots.ts";
import { lireColonnes, lireMots, type MotRetenu } from "../db/lexique.ts";
import { cleEntete, proposerCorrespondance } from "../domain/champs.ts";
import type { Lexique } from "../domain/lire-ligne.ts";
import { natureEcrite } from "../domain/natures.ts";

/** What is known of the words of a file: what its operator said, else what they say by themselves. */
export async function lireLexique(
  tx: Tx,
  depot: Depot,
  actions: readonly ActionLue[],
): Promise<Lexique> {
  const [colonnes, mots] = [
    await lireColonnes(tx, depot.structureId),
    await lireMots(tx, depot.structureId),
  ];
  return {
    entetes: depot.entetes,
    correspondance: proposerCorrespondance(depot.entetes, colonnes),
    actionId: depot.actionId,
    actionNommee: actionParSonNom(actions, mots),
    natureNommee: natureParSonMot(mots),
  };
}

function actionParSonNom(
  actions: readonly ActionLue[],
  mots: readonly MotRetenu[],
): (valeur: string) => number | null {
  const siennes = new Set(actions.map(({ id }) => id));
  const parNom = Map.groupBy(
    actions.flatMap(({ id, nom, numero }) => [
      { cle: cleEntete(nom), id },
      ...(numero === null ? [] : [{ cle: cleEntete(numero), id }]),
    ]),
    ({ cle }) => cle,
  );
  const dits = new Map(
    mots.filter(({ champ }) => champ === "action").map(({ mot, sens }) => [mot, Number(sens)]),
  );
  return (valeur) => {
    const cle = cleEntete(valeur);
    const dite = dits.get(cle);
    if (dite !== undefined && siennes.has(dite)) return dite;
    const [seule, ...autres] = parNom.get(cle) ?? [];
    return seule && autres.length === 0 ? seule.id : null;
  };
}

function natureParSonMot(mots: readonly MotRetenu[]): (valeur: string) => NatureSortie | null {
  const dits = new Map(
    mots.filter(({ champ }) => champ === "nature-sortie").map(({ mot, sens }) => [mot, sens]),
  );
  return (valeur) => {
    const dite = dits.get(cleEntete(valeur));
    return naturesSortie.find((nature) => nature === dite) ?? natureEcrite(valeur);
  };
}
