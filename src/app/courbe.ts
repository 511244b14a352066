import { formatNumber } from "#platform/ui/format.ts";

/** The figure after each monthly file; one month makes no curve. */
export function courbe(values: readonly number[]) {
  const [premier] = values;
  const dernier = values.at(-1);
  if (values.length < 2 || premier === undefined || dernier === undefined) return {};
  return {
    trend: {
      values,
      label: `de ${formatNumber(premier)} à ${formatNumber(dernier)} en ${values.length} fichiers mensuels`,
    },
  };
}
