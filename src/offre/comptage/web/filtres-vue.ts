import type { GroupeFileActive } from "../schemas.ts";
import type { FileActive } from "../usecases/lire-file-active.ts";
import type { OuSontLesSejours } from "./adresses.ts";
import type { PortsComptage, PrescriptionsDAction } from "./ports.ts";

export interface FiltreFileActive {
  readonly axe?: string;
  readonly ficheCode?: string;
  readonly territoireId?: number;
  readonly structureId?: number;
  readonly actionId?: number;
}

export interface PageFileActiveProps {
  readonly lue: FileActive;
  readonly filtre: FiltreFileActive;
  /** Of every action of the perimeter: those of the filter, and those elsewhere. */
  readonly prescriptions: readonly PrescriptionsDAction[];
  readonly adressePrescriptions: PortsComptage["adressePrescriptions"];
  readonly href: (path: string) => string;
}

export const libellesGroupe: Readonly<Record<GroupeFileActive, string>> = {
  axe: "Par axe",
  fiche: "Par fiche",
  territoire: "Par territoire",
  operateur: "Par opérateur",
  action: "Par action",
};

/** The address of this view, its filters kept. */
export function adresseDeLaVue(
  { filtre, lue }: Pick<PageFileActiveProps, "filtre" | "lue">,
  change: FiltreFileActive & { readonly par?: GroupeFileActive },
  suite = "",
): string {
  const { par, ...reste } = { par: lue.par, ...filtre, ...change };
  const query = new URLSearchParams({ par });
  for (const [cle, valeur] of Object.entries(parametres(reste))) query.set(cle, String(valeur));
  return `/offre/file-active${suite === "" ? "" : `/${suite}`}?${query.toString()}`;
}

/** Filters as the addresses of this view and of the list of stays write them. */
export function parametres(filtre: FiltreFileActive): OuSontLesSejours {
  const { axe, ficheCode, territoireId, structureId, actionId } = filtre;
  return {
    ...(axe !== undefined && { axe }),
    ...(ficheCode !== undefined && { fiche: ficheCode }),
    ...(territoireId !== undefined && { territoire: territoireId }),
    ...(structureId !== undefined && { operateur: structureId }),
    ...(actionId !== undefined && { action: actionId }),
  };
}

/** The actions of the filter by their numbers, unless they are all of them: the list then needs none. */
export function actionsNommees({ lue }: Pick<PageFileActiveProps, "lue">): readonly number[] {
  const { actions } = lue.ensemble;
  return actions.length === lue.actions.length || actions.length > 60 ? [] : actions;
}
