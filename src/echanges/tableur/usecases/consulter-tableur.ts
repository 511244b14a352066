import { type PersonneRetrouvee, retrouverPersonnes } from "#droits/dossier";
import type { ActionLue } from "#offre/catalogue";
import type { Tx } from "#platform/db/tx.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type Depot, type EtatLigne, type LigneDeposee, lireLignes } from "../db/depots.ts";
import { type Champ, type Correspondance, champsManquants, cleEntete } from "../domain/champs.ts";
import { type Lexique, lireLigne } from "../domain/lire-ligne.ts";
import { depotInput } from "../schemas.ts";
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
  readonly comptes: Readonly<Record<EtatLigne, number>>;
  readonly refusees: readonly LigneDeposee[];
  /** By line refused for a homonym, whom it may name. */
  readonly homonymes: ReadonlyMap<number, readonly PersonneRetrouvee[]>;
}

const EXEMPLES = 3;
const etats = ["a-prendre", "prise", "inchangee", "refusee"] as const;

/** One file: what its columns hold, what is not understood of it, what became of its lines. */
export const consulterTableur = defineUseCase({
  name: "tableur.consulter",
  input: depotInput,
  droit: "participation:tenir",
  nature: "lecture",
  trace: ({ depotId }, { homonymes }: TableurConsulte) => ({
    objet: "depot-tableur",
    objetId: depotId,
    details: {
      personnes: [...new Set([...homonymes.values()].flat().map(({ personneId }) => personneId))],
    },
  }),
  async run(context, { depotId }): Promise<TableurConsulte> {
    const { tx } = context;
    const { depot, actions } = await exigerDepot(context, depotId);
    const lexique = await lireLexique(tx, depot, actions);
    const lignes = await lireLignes(tx, depotId, etats);
    const refusees = lignes.filter(({ etat }) => etat === "refusee");
    return {
      depot,
      actions,
      correspondance: lexique.correspondance,
      exemples: exemplesDe(lexique, lignes),
      manquants: champsManquants(lexique.correspondance, {
        actionChoisie: depot.actionId !== null,
      }),
      motsInconnus: motsInconnus(lexique, lignes),
      comptes: compter(lignes),
      refusees,
      homonymes: await lireHomonymes(tx, lexique, refusees),
    };
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

function compter(lignes: readonly LigneDeposee[]): Record<EtatLigne, number> {
  const comptes = { "a-prendre": 0, prise: 0, inchangee: 0, refusee: 0 };
  for (const { etat } of lignes) comptes[etat] += 1;
  return comptes;
}

function exemplesDe(
  { entetes }: Lexique,
  lignes: readonly LigneDeposee[],
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    entetes.map((entete, rang) => [
      entete,
      [...new Set(lignes.map(({ cellules }) => cellules[rang] ?? "").filter(Boolean))].slice(
        0,
        EXEMPLES,
      ),
    ]),
  );
}

/** Words of the lines still to take that say neither one of the operator’s actions nor a kind of exit. */
function motsInconnus(
  lexique: Lexique,
  lignes: readonly LigneDeposee[],
): TableurConsulte["motsInconnus"] {
  const valeurs = (champ: Champ) => {
    const rang = lexique.entetes.findIndex(
      (entete) => lexique.correspondance[cleEntete(entete)] === champ,
    );
    const restent = lignes.filter(({ etat }) => etat === "a-prendre" || etat === "refusee");
    return [...new Set(restent.map(({ cellules }) => cellules[rang] ?? ""))].filter(Boolean);
  };
  return {
    actions:
      lexique.actionId === null
        ? valeurs("action").filter((mot) => lexique.actionNommee(mot) === null)
        : [],
    natures: valeurs("nature-sortie").filter((mot) => lexique.natureNommee(mot) === null),
  };
}
