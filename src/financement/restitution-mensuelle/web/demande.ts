import { z } from "zod";
import type { Mois } from "#offre/comptage";
import { type FiltreTableau, filtresTableau } from "../domain/tableau.ts";
import type { LigneTableau } from "../usecases/consulter-tableau.ts";

export const regroupements = ["territoire", "axe", "operateur"] as const;
export type Regroupement = (typeof regroupements)[number];

/** What the address of a board asks. */
export interface DemandeTableau {
  readonly mois: Mois | null;
  readonly etat: FiltreTableau | null;
  readonly par: Regroupement;
  /** Group chosen: an id for a territory or an operator, a code for an axis. */
  readonly groupe: string | null;
}

const moisEcrit = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u);

/** What is not understood is as if it had not been asked. */
export function lireDemande(query: URLSearchParams): DemandeTableau {
  return {
    mois: moisEcrit.safeParse(query.get("mois")).data ?? null,
    etat: filtresTableau.find((un) => un === query.get("etat")) ?? null,
    par: regroupements.find((un) => un === query.get("par")) ?? "territoire",
    groupe: query.get("groupe"),
  };
}

export function adresseDe({ mois, etat, par, groupe }: DemandeTableau): string {
  const params = new URLSearchParams();
  if (mois !== null) params.set("mois", mois);
  if (etat !== null) params.set("etat", etat);
  if (par !== "territoire") params.set("par", par);
  if (groupe !== null) params.set("groupe", groupe);
  const query = params.toString();
  return query === "" ? "/restitutions" : `/restitutions?${query}`;
}

export interface Groupe {
  readonly cle: string;
  readonly nom: string;
}

export function groupeDe(
  { action }: LigneTableau,
  par: Regroupement,
  axes: ReadonlyMap<string, string>,
): Groupe {
  switch (par) {
    case "territoire":
      return { cle: String(action.territoireId), nom: action.territoire };
    case "operateur":
      return { cle: String(action.structureId), nom: action.structure };
    case "axe":
      return { cle: action.axe, nom: axes.get(action.axe) ?? action.axe };
  }
}
