import type { Tab } from "#platform/ui/components/tabs.tsx";

export interface OngletDePersonne extends Tab {
  /** Rights whose holders open it every day. */
  readonly quotidien?: readonly string[] | undefined;
}

/** As many as hold on one line of 1280 px, beside « Plus » and the one that is read. */
const SUR_LA_LIGNE = 7;

/** The first page and those her role opens every day, completed by the next ones; the others behind « Plus ». */
export function rangerOnglets(
  onglets: readonly OngletDePersonne[],
  droits: ReadonlySet<string>,
): readonly Tab[] {
  const sert = ({ quotidien = [] }: OngletDePersonne) => quotidien.some((un) => droits.has(un));
  const [premier, ...suite] = onglets.map(({ key }) => key);
  const servent = onglets.filter(sert).map(({ key }) => key);
  const ligne = [...new Set([premier, ...servent, ...suite])].slice(0, SUR_LA_LIGNE);
  return onglets.map(({ key, label, href, count }) => ({
    ...{ key, label, href, count },
    more: !ligne.includes(key),
  }));
}
