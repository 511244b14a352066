import {
  type ChiffresMois,
  chiffresDuMois,
  dernierJour,
  type Mois,
  premierJour,
  type SejourACompter,
} from "#offre/comptage";

/** What an operator certifies of one month. */
export type ChiffresRestitution = Omit<ChiffresMois, "mois">;

/** A stay as the month knows it: what happens after its last day is not its own. */
export type SejourFige = Pick<
  SejourACompter,
  "id" | "personneId" | "entreLe" | "sortiLe" | "classe"
>;

/** The stays that touch a month, in one order, so that two readings compare. */
export function figer(sejours: readonly SejourACompter[], mois: Mois): readonly SejourFige[] {
  const [premier, dernier] = [premierJour(mois), dernierJour(mois)];
  return sejours
    .filter(
      ({ entreLe, sortiLe }) => entreLe <= dernier && (sortiLe === null || sortiLe >= premier),
    )
    .map(({ id, personneId, entreLe, sortiLe, classe }) =>
      sortiLe !== null && sortiLe <= dernier
        ? { id, personneId, entreLe, sortiLe, classe: classe ?? "a-arbitrer" }
        : { id, personneId, entreLe, sortiLe: null, classe: null },
    )
    .toSorted((a, b) => a.id - b.id);
}

/** The stays of a version, as the count reads them. */
export const aCompter = (corpus: readonly SejourFige[]): readonly SejourACompter[] =>
  corpus.map((sejour) => ({ ...sejour, actionId: 0 }));

export function compterLeMois(corpus: readonly SejourFige[], mois: Mois): ChiffresRestitution {
  const { mois: _, ...chiffres } = chiffresDuMois(aCompter(corpus), mois);
  return chiffres;
}

export const estNeant = ({ personnes }: Pick<ChiffresRestitution, "personnes">): boolean =>
  personnes === 0;

/** What a page showed, so that an act refuses figures nobody read. */
export const empreinteDe = ({
  debut,
  entrees,
  sorties,
  fin,
  personnes,
  joursPlaces,
}: ChiffresRestitution): string =>
  [
    ...[debut, entrees, sorties.durable, sorties.transition, sorties.positive, sorties.autre],
    ...[sorties["a-arbitrer"], fin, personnes, joursPlaces],
  ].join(".");
