import { accueillirReferent, creerStructure, definirCapacite } from "#commun/structure";
import { unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { unePersonneDeclaree, unFoyerDeclare } from "../../../app/testing/foyers.ts";
import {
  avecTerritoires,
  declarer,
  lignes,
} from "../../../droits/dossier/testing/foyers-inscrits.ts";
import { proposerOrientations } from "../usecases/proposer-orientations.ts";

export interface StructureEssai {
  readonly id: number;
  readonly referents: readonly number[];
}

interface Ouverture {
  readonly nom: string;
  readonly types?: readonly string[];
  readonly territoireId?: number | null;
  readonly places?: number | null;
  readonly referents?: readonly { readonly nom: string; readonly places: number | null }[];
}

/** A structure open for some types, with its places and its team. */
export async function ouvrir(
  deps: Deps,
  { nom, types = ["emploi", "socio-pro", "social"], territoireId = null, ...reste }: Ouverture,
): Promise<StructureEssai> {
  const agent = unAgent();
  const { id } = await creerStructure.execute(deps, agent, {
    nom,
    classe: "association",
    du: "2020-01-01",
    secteurs: types.map((type) => ({ type, territoireId })),
  });
  for (const type of types) {
    await definirCapacite.execute(deps, agent, {
      structureId: id,
      type,
      places: reste.places === undefined ? 10 : reste.places,
      du: "2020-01-01",
    });
  }
  const referents: number[] = [];
  for (const referent of reste.referents ?? [{ nom: "Un", places: 60 }]) {
    const accueilli = await accueillirReferent.execute(deps, agent, {
      structureId: id,
      ...referent,
      prenom: "Rémi",
      fonction: "conseiller",
      etp: 1,
      du: "2020-01-01",
    });
    referents.push(accueilli.id);
  }
  return { id, referents };
}

export const types: readonly string[] = ["emploi", "socio-pro", "social"];

/** One household of one person each, by first name, at Amiens. */
export function foyersDe(prenoms: readonly string[]) {
  return prenoms.map((prenom, rang) =>
    unFoyerDeclare({
      numeroDemande: `8000000${String(rang + 1).padStart(4, "0")}`,
      organisme: {
        famille: "CAF",
        numero: "801",
        matricule: `1234567${String(rang + 1).padStart(4, "0")}0000`,
      },
      personnes: [unePersonneDeclaree({ prenom, nir: nirDe(rang) })],
      contacts: [],
    }),
  );
}

function nirDe(rang: number): string {
  return `28504800${String(21001 + rang).padStart(5, "0")}`;
}

export async function unePopulation(deps: Deps, prenoms: readonly string[]): Promise<void> {
  await avecTerritoires(deps);
  await declarer(deps, "2026-10-31", foyersDe(prenoms));
}

export interface PropositionLue {
  readonly id: number;
  readonly version: number;
  readonly personneId: number;
  readonly prenom: string;
  readonly type: string | null;
  readonly etape: string;
  readonly structureId: number | null;
  readonly referentId: number | null;
  readonly obstacle: string | null;
}

export function propositions(deps: Deps): Promise<PropositionLue[]> {
  return lignes<PropositionLue>(
    deps,
    `select p.id, p.version, p.personne_id as "personneId", n.prenom, p.type, p.etape, p.structure_id as "structureId",
       p.referent_id as "referentId", p.obstacle
     from proposition p join personne n on n.id = p.personne_id order by p.id`,
  );
}

/** Proposes for everybody, and transmits as the circuit of the Somme wants. */
export async function proposer(deps: Deps): Promise<readonly PropositionLue[]> {
  await proposerOrientations.execute(deps, unAgent(), {});
  await lignes(
    deps,
    "update proposition set etape = 'transmise', transmise_le = le where etape = 'proposee'",
  );
  return propositions(deps);
}

/** The same wiring on another day. */
export function le(deps: Deps, jour: string): Deps {
  return { ...deps, now: () => new Date(`${jour}T09:00:00Z`) };
}
