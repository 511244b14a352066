import type { z } from "zod";
import { naturesSortie } from "#commun/referentiel";
import { retrouverPersonnes } from "#droits/dossier";
import { lireActions } from "#offre/catalogue";
import { lireSejoursComptes, reprendreSejours } from "#offre/participation";
import { readRows } from "#platform/files/read-sheet.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { actionsNommees, nomsOperateur, type TrouverAction } from "../domain/actions-nommees.ts";
import {
  type Correspondance,
  champs,
  champsManquants,
  cleEntete,
  proposerCorrespondance,
} from "../domain/champs.ts";
import { rangDesTitres } from "../domain/entete.ts";
import { celluleNommee, exigerColonnes, type Feuille, feuilleDe } from "../domain/feuille.ts";
import { lireLigne, type SejourEcrit } from "../domain/lire-ligne.ts";
import { natureEcrite } from "../domain/natures.ts";
import { enOrdre, type LigneRefusee, limitesReprise, reprendreFichierInput } from "./reprise.ts";

export interface SejoursRepris {
  /** Lines under the titles: taken, unchanged or refused, each once. */
  readonly lues: number;
  readonly repris: number;
  /** Already known with the same days. */
  readonly inchanges: number;
  readonly refusees: readonly LigneRefusee[];
}

/** The stays of a former tool, from its spreadsheet: each line is taken, known already, or refused with all its reasons. */
export const reprendreFichierSejours = defineUseCase({
  name: "tableur.reprendre-sejours",
  input: reprendreFichierInput,
  droit: "participation:tenir",
  nature: "ecriture",
  trace: null,
  async run(context, { contenu }): Promise<SejoursRepris> {
    const rows = await readRows(contenu, limitesReprise);
    const feuille = feuilleDe(rows, rangDesTitres(rows));
    const correspondance = proposerCorrespondance(feuille.entetes, {});
    exigerColonnes(champsManquants(correspondance, { actionChoisie: false }));
    const { portee } = context.agent;
    const trouver = actionsNommees(await lireActions(context.tx, { portee }));
    const { ecrits, refusees: illisibles } = lireLaFeuille(feuille, correspondance, trouver);
    const { reconnus, refusees: inconnues } = await reconnaitre(context, ecrits);
    const { nouveaux, inchanges } = await separer(context, reconnus);
    const fait = await reprendreSejours.within(context, context.journal, {
      sejours: nouveaux.map(aReprendre),
    });
    const refusees = fait.refusees.map(({ ligne, message }) => ({
      ligne: nouveaux[ligne - 1]?.ligne ?? 0,
      raisons: [message],
    }));
    return {
      lues: feuille.lignes.length,
      repris: fait.repris,
      inchanges,
      refusees: enOrdre([...illisibles, ...inconnues, ...refusees]),
    };
  },
});

function lireLaFeuille(
  { entetes, lignes }: Feuille,
  correspondance: Correspondance,
  trouver: TrouverAction,
) {
  const operateur = celluleNommee(entetes, nomsOperateur);
  const action = celluleNommee(entetes, champs.action.noms);
  const ecrits: SejourEcrit[] = [];
  const refusees: LigneRefusee[] = [];
  for (const { ligne, cellules } of lignes) {
    const trouvee = trouver(action(cellules), operateur(cellules));
    const lue = lireLigne(ligne, cellules, {
      ...{ entetes, correspondance, natureNommee },
      actionId: "id" in trouvee ? trouvee.id : 0,
      actionNommee: () => null,
      conseil: "écrivez un des mots du guide d’exploitation",
    });
    const raisons = [
      ...("refus" in trouvee ? [trouvee.refus] : []),
      ...("refus" in lue ? lue.refus : []),
    ];
    if (raisons.length > 0 || "refus" in lue) refusees.push({ ligne, raisons });
    else ecrits.push(lue);
  }
  return { ecrits, refusees };
}

const natureNommee = (valeur: string) =>
  naturesSortie.find((nature) => cleEntete(nature) === cleEntete(valeur)) ?? natureEcrite(valeur);

interface Reconnu extends SejourEcrit {
  readonly personneId: number;
}

/** Nobody is guessed: one person bears these names and this birth date, or this request. */
async function reconnaitre({ tx }: Context, ecrits: readonly SejourEcrit[]) {
  const trouvees = Map.groupBy(
    await retrouverPersonnes(
      tx,
      ecrits.map(({ personne }) => personne),
    ),
    ({ rang }) => rang,
  );
  const reconnus: Reconnu[] = [];
  const refusees: LigneRefusee[] = [];
  for (const [rang, ecrit] of ecrits.entries()) {
    const [seule, ...autres] = trouvees.get(rang) ?? [];
    if (seule && autres.length === 0) reconnus.push({ ...ecrit, personneId: seule.personneId });
    else refusees.push({ ligne: ecrit.ligne, raisons: [seule ? plusieurs : personne] });
  }
  return { reconnus, refusees };
}

const personne =
  "Personne ne porte ces noms avec cette date de naissance, ni ce numéro de demande : vérifiez l’orthographe et la date.";
const plusieurs =
  "Plusieurs personnes portent ces noms et cette date de naissance, ou ont ce numéro de demande : écrivez les deux.";

/** Known from the same day in the same action, with the exit the file says if it says one: nothing is written. */
async function separer({ tx }: Context, reconnus: readonly Reconnu[]) {
  const jours = reconnus.map(({ entreLe }) => entreLe).toSorted();
  const actions = [...new Set(reconnus.map(({ actionId }) => actionId))];
  const [du = "", au = ""] = [jours.at(0), jours.at(-1)];
  const lus = actions.length === 0 ? [] : await lireSejoursComptes(tx, { actions, du, au });
  const connus = new Map(lus.map((sejour) => [cle(sejour), sejour.sortiLe]));
  const nouveaux = reconnus.filter((une) => {
    const sortiLe = connus.get(cle(une));
    return sortiLe === undefined || (une.sortie !== null && une.sortie.le !== sortiLe);
  });
  return { nouveaux, inchanges: reconnus.length - nouveaux.length };
}

const cle = ({
  actionId,
  personneId,
  entreLe,
}: Pick<Reconnu, "actionId" | "personneId" | "entreLe">) => `${actionId} ${personneId} ${entreLe}`;

type AReprendre = z.input<(typeof reprendreSejours)["input"]>["sejours"][number];

function aReprendre({ actionId, personneId, entreLe, contratLe, sortie }: Reconnu): AReprendre {
  return {
    ...{ actionId, personneId, entreLe, sortie },
    contratSigneLe: contratLe,
    contratPreuve: contratLe === null ? null : "contrat",
  };
}
