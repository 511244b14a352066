import type { z } from "zod";
import { lireReponses } from "#accompagnement/diagnostic";
import type { ClasseOrganisme, Dominante } from "#commun/referentiel";
import { lireOffre } from "#commun/structure";
import { conditionPortee, lirePresents, noterSuivis, type PersonnePresente } from "#droits/dossier";
import { allOf, sql } from "#platform/db/list/sql.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";

import { aOrienter, renvoyee } from "../db/filtres.ts";
import { matriceAu } from "../db/matrices.ts";
import { dernieresStructures } from "../db/orientations.ts";
import { lireCharges, verrouillerPropositionsDuDepartement } from "../db/places.ts";
import { lireSuivis } from "../db/presents.ts";
import { copierPropositions, type NouvelleProposition } from "../db/propositions.ts";
import { compilerMatrice } from "../domain/matrice/compiler-matrice.ts";
import { type Obstacle, Places } from "../domain/offre.ts";
import { preparerPropositions } from "../domain/proposer.ts";
import { regimeAu } from "../domain/regime.ts";
import { proposerInput } from "../schemas.ts";
import { cadreDuJour } from "./cadre.ts";
import { tenirLesEcheances } from "./echeances.ts";

export interface BilanPropositions {
  readonly proposees: number;
  readonly versionMatrice: string;
  readonly parDominante: Readonly<Partial<Record<Dominante, number>>>;
  readonly parStructure: readonly { readonly structure: string; readonly nombre: number }[];
  readonly obstacles: Readonly<Partial<Record<Obstacle, number>>>;
}

/**
 * Proposes an orientation to everybody who waits for one, the longest waiting first, so that the last places go
 * to who has waited most. One reading, one pass in memory, one COPY, whatever the number.
 */
export const proposerOrientations = defineUseCase({
  name: "orientation.proposer",
  input: proposerInput,
  droit: "orientation:proposer",
  nature: "ecriture",
  trace: (_, { proposees, versionMatrice, parDominante }: BilanPropositions) => ({
    objet: "proposition",
    details: { nombre: proposees, version: versionMatrice, dominantes: parDominante },
  }),
  async run(context, saisie) {
    await verrouillerPropositionsDuDepartement(context.tx);
    return proposer(context, saisie);
  },
});

/** For who holds the lock of the département, or that of the pending proposals it replaces. */
export async function proposer(
  context: Context,
  { personnes }: z.output<typeof proposerInput>,
): Promise<BilanPropositions> {
  const { tx, agent } = context;
  const { le, regle, referentiel } = cadreDuJour(context);
  // A machine does not propose again what somebody has just sent back.
  const voulues =
    personnes === null ? sql`not ${renvoyee}` : sql`s.personne_id = any(${[...personnes]}::int[])`;
  const presents = await lirePresents(
    tx,
    allOf([aOrienter, conditionPortee(agent.portee), voulues]),
  );
  const ids = presents.map(({ personneId }) => personneId);
  const services = await lireOffre(tx, le);
  const matrice = await matriceAu(tx, referentiel, le);
  const classes = new Map(services.map(({ structureId, classe }) => [structureId, classe]));
  const propositions = preparerPropositions(presents, {
    le,
    regime: regimeAu(le).code,
    types: regle.types,
    evaluer: compilerMatrice(matrice, regle.types),
    reponses: await lireReponses(tx, ids),
    dejaSuivies: await classesSuivantes(context, personnes, classes),
    places: new Places(services, await lireCharges(tx, true)),
  });
  await ecrire(context, propositions, presents);
  return bilan(
    propositions,
    new Map(services.map((un) => [un.structureId, un.nom])),
    matrice.version,
  );
}

/** Class of the structure that followed each of these persons last, everybody without them. */
export async function classesSuivantes(
  { tx }: Context,
  personnes: readonly number[] | null,
  classes: ReadonlyMap<number, ClasseOrganisme>,
): Promise<ReadonlyMap<number, ClasseOrganisme>> {
  const suivies = await dernieresStructures(tx, personnes);
  return new Map(
    [...suivies].flatMap(([personneId, structureId]) => {
      const classe = classes.get(structureId);
      return classe === undefined ? [] : [[personneId, classe] as const];
    }),
  );
}

async function ecrire(
  context: Context,
  propositions: readonly NouvelleProposition[],
  presents: readonly PersonnePresente[],
): Promise<void> {
  const { tx } = context;
  if (propositions.length === 0) return;
  await copierPropositions(tx, propositions);
  const personnes = propositions.map(({ personneId }) => personneId);
  await noterSuivis(tx, await lireSuivis(tx, personnes));
  await tenirLesEcheances(context, personnes, presents);
}

function bilan(
  propositions: readonly NouvelleProposition[],
  noms: ReadonlyMap<number, string>,
  versionMatrice: string,
): BilanPropositions {
  const parDominante = compter(propositions.map(({ dominante }) => dominante));
  const obstacles = compter(propositions.flatMap(({ obstacle }) => obstacle ?? []));
  const parStructure = compter(propositions.flatMap(({ structureId }) => structureId ?? []));
  return {
    proposees: propositions.length,
    versionMatrice,
    parDominante: Object.fromEntries(parDominante),
    parStructure: [...parStructure]
      .map(([id, nombre]) => ({ structure: noms.get(id) ?? String(id), nombre }))
      .toSorted((a, b) => b.nombre - a.nombre || a.structure.localeCompare(b.structure, "fr")),
    obstacles: Object.fromEntries(obstacles),
  };
}

function compter<Cle>(valeurs: readonly Cle[]): ReadonlyMap<Cle, number> {
  const comptes = new Map<Cle, number>();
  for (const valeur of valeurs) comptes.set(valeur, (comptes.get(valeur) ?? 0) + 1);
  return comptes;
}
