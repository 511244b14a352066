import { type PersonneRetrouvee, retrouverPersonnes } from "#droits/dossier";
import type { ActionLue } from "#offre/catalogue";
import type { Tx } from "#platform/db/tx.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  type ComptesLignes,
  compterLignes,
  type Depot,
  debutDesPrecedentes,
  type LigneDeposee,
  lirePremieres,
  lireRefusees,
  lireValeurs,
} from "../db/depots.ts";
import { type Champ, type Correspondance, champsManquants, cleEntete } from "../domain/champs.ts";
import { type Lexique, lireLigne } from "../domain/lire-ligne.ts";
import { consulterInput, depotInput } from "../schemas.ts";
import { exigerDepot } from "./cadre.ts";
import { lireLexique } from "./lexique.ts";

export interface TableurConsulte {
  readonly depot: Depot;
  readonly actions: readonly ActionLue[];
  readonly correspondance: Correspondance;
  /** By title of column, the first values it holds. */
  readonly exemples: Readonly<Record<string, readonly string[]>>;
  readonly manquants: readonly string[];
  readonly motsInconnus: {
    readonly actions: readonly string[];
    readonly natures: readonly string[];
  };
  readonly comptes: ComptesLignes;
  /** A page of them. */
  readonly refusees: readonly LigneDeposee[];
  /** The line after which the page before begins; null on the first. */
  readonly precedentes: number | null;
  /** The line after which the next page begins; null on the last. */
  readonly suivantes: number | null;
  /** By line refused for a homonym, whom it may name. */
  readonly homonymes: ReadonlyMap<number, readonly PersonneRetrouvee[]>;
}

const EXEMPLES = 3;
/** Lines read for the first values of each column. */
const PREMIERES = 200;
/** Words asked about at once: more means that a column was taken for another. */
const MOTS = 50;
const PAGE = 100;

/** One file: what its columns hold, what is not understood of it, what became of its lines. */
export const consulterTableur = defineUseCase({
  name: "tableur.consulter",
  input: consulterInput,
  droit: "participation:tenir",
  nature: "lecture",
  trace: ({ depotId }, { homonymes }: TableurConsulte) => ({
    objet: "depot-tableur",
    objetId: depotId,
    details: {
      personnes: [...new Set([...homonymes.values()].flat().map(({ personneId }) => personneId))],
    },
  }),
  async run(context, { depotId, apres }): Promise<TableurConsulte> {
    const { tx, now } = context;
    const { depot, actions } = await exigerDepot(context, depotId);
    const lexique = await lireLexique(tx, depot, actions);
    const enPause = depot.pasAvant !== null && depot.pasAvant > now;
    const lues = await lireRefusees(tx, depotId, { apres, combien: PAGE + 1 });
    const refusees = lues.slice(0, PAGE);
    return {
      depot: enPause ? depot : { ...depot, pasAvant: null },
      actions,
      correspondance: lexique.correspondance,
      exemples: exemplesDe(lexique, await lirePremieres(tx, depotId, PREMIERES)),
      manquants: champsManquants(lexique.correspondance, {
        actionChoisie: depot.actionId !== null,
      }),
      motsInconnus: await motsInconnus(tx, depotId, lexique),
      comptes: await compterLignes(tx, depotId),
      refusees,
      precedentes:
        apres === 0 ? null : await debutDesPrecedentes(tx, depotId, { apres, combien: PAGE }),
      suivantes: lues.length > PAGE ? (refusees.at(-1)?.ligne ?? null) : null,
      homonymes: await lireHomonymes(tx, lexique, refusees),
    };
  },
});

export interface LignesATelecharger {
  readonly depot: Depot;
  readonly refusees: readonly LigneDeposee[];
}

/** Every refused line of a file, to be corrected elsewhere. */
export const telechargerRefusees = defineUseCase({
  name: "tableur.telecharger-refusees",
  input: depotInput,
  droit: "participation:tenir",
  nature: "lecture",
  trace: ({ depotId }) => ({ objet: "depot-tableur", objetId: depotId }),
  async run(context, { depotId }): Promise<LignesATelecharger> {
    const { depot } = await exigerDepot(context, depotId);
    const refusees = await lireRefusees(context.tx, depotId, { apres: 0, combien: null });
    return { depot, refusees };
  },
});

async function lireHomonymes(
  tx: Tx,
  lexique: Lexique,
  refusees: readonly LigneDeposee[],
): Promise<TableurConsulte["homonymes"]> {
  const lues = refusees
    .filter(({ candidats }) => candidats.length > 0)
    .flatMap(({ ligne, cellules }) => {
      const lue = lireLigne(ligne, cellules, lexique);
      return "refus" in lue ? [] : [lue];
    });
  const trouvees = await retrouverPersonnes(
    tx,
    lues.map(({ personne }) => personne),
  );
  return Map.groupBy(trouvees, ({ rang }) => lues[rang]?.ligne ?? 0);
}

function exemplesDe(
  { entetes }: Lexique,
  lignes: readonly (readonly string[])[],
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    entetes.map((entete, rang) => [
      entete,
      [...new Set(lignes.map((cellules) => cellules[rang] ?? "").filter(Boolean))].slice(
        0,
        EXEMPLES,
      ),
    ]),
  );
}

/** Words of the lines still to take that say neither one of the operator’s actions nor a kind of exit. */
async function motsInconnus(
  tx: Tx,
  depotId: number,
  lexique: Lexique,
): Promise<TableurConsulte["motsInconnus"]> {
  const inconnus = async (champ: Champ, connu: (mot: string) => boolean) => {
    const rang = lexique.entetes.findIndex(
      (entete) => lexique.correspondance[cleEntete(entete)] === champ,
    );
    if (rang < 0) return [];
    const valeurs = await lireValeurs(tx, depotId, rang);
    return valeurs.filter((mot) => !connu(mot)).slice(0, MOTS);
  };
  return {
    actions:
      lexique.actionId === null
        ? await inconnus("action", (mot) => lexique.actionNommee(mot) !== null)
        : [],
    natures: await inconnus("nature-sortie", (mot) => lexique.natureNommee(mot) !== null),
  };
}
