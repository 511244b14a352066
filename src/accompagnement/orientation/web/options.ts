import type { TypeOrientation } from "#commun/referentiel";
import { formatCount } from "#platform/ui/format.ts";
import { feuilles } from "../domain/types.ts";
import type { ServiceOuvert } from "../usecases/lire-file.ts";

/** Type and structure in one choice, so that the two always fit: `type|structure`. */
export function optionsServices(
  types: readonly TypeOrientation[],
  services: readonly ServiceOuvert[],
) {
  return feuilles(types)
    .map(({ code, libelle }) => ({
      label: libelle,
      options: services.filter(({ type }) => type === code).map(enOption),
    }))
    .filter(({ options }) => options.length > 0);
}

function enOption({ structureId, type, nom, reste, proche }: ServiceOuvert) {
  const places =
    reste === null
      ? "sans limite"
      : reste === 0
        ? "complet"
        : formatCount(reste, "libre", "libres");
  return {
    value: `${type}|${structureId}`,
    label: `${nom} (${places}${proche ? "" : ", autre territoire"})`,
    disabled: reste === 0,
  };
}

/** Référents by structure, each with her load. */
export function optionsReferents(services: readonly ServiceOuvert[]) {
  const parStructure = new Map(services.map((service) => [service.structureId, service]));
  return [...parStructure.values()]
    .filter(({ referents }) => referents.length > 0)
    .map(({ nom, referents }) => ({
      label: nom,
      options: referents.map(({ id, nom: referent, suivies, places, disponible }) => ({
        value: String(id),
        label: `${referent} (${suivies}${places === null ? "" : ` sur ${places}`})`,
        disabled: !disponible,
      })),
    }));
}

/** Type and structure are one field on the page: their refusals belong to it. */
export function problemesDuService(
  problems: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const { type, structureId, ...autres } = problems;
  const refus = type ?? structureId;
  return refus === undefined ? problems : { service: refus, ...autres };
}

/** The two halves of a choice of service. */
export function lireService(choisi: string): {
  readonly type: string;
  readonly structureId: string;
} {
  const [type = "", structureId = ""] = choisi.split("|");
  return { type, structureId };
}
