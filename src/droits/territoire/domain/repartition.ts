import type { TerritoireDefini } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Commune } from "./commune.ts";

type Placement = Pick<Commune, "code" | "epci" | "ept" | "arrondissement">;

/**
 * Gives each commune its territory: a commune named wins over its EPT or EPCI, which wins over its
 * arrondissement. A commune that no territory designates is absent from the result.
 * @throws DomainError `territoire.definition-double`
 */
export function repartirCommunes(
  definis: readonly TerritoireDefini[],
  communes: readonly Placement[],
): ReadonlyMap<string, string> {
  const parCommune = attribuer(definis, "communes");
  const parEpci = attribuer(definis, "epci");
  const parArrondissement = attribuer(definis, "arrondissements");
  const repartition = new Map<string, string>();
  for (const { code, ept, epci, arrondissement } of communes) {
    const territoire =
      parCommune.get(code) ??
      parEpci.get(ept ?? "") ??
      parEpci.get(epci ?? "") ??
      parArrondissement.get(arrondissement ?? "");
    if (territoire !== undefined) repartition.set(code, territoire);
  }
  return repartition;
}

function attribuer(
  definis: readonly TerritoireDefini[],
  critere: "communes" | "epci" | "arrondissements",
): ReadonlyMap<string, string> {
  const attribution = new Map<string, string>();
  for (const territoire of definis) {
    for (const code of territoire[critere]) {
      const deja = attribution.get(code);
      if (deja !== undefined) {
        throw new DomainError(
          "territoire.definition-double",
          `Le code ${code} est donné à « ${deja} » et à « ${territoire.nom} » : gardez-le dans un seul territoire.`,
          { code, territoires: [deja, territoire.nom] },
        );
      }
      attribution.set(code, territoire.nom);
    }
  }
  return attribution;
}
