import {
  accueillirReferent,
  creerStructure,
  declarerAbsence,
  definirCapacite,
  typesDecidables,
} from "#commun/structure";
import { listerTerritoires } from "#droits/territoire";
import { civilDay } from "#platform/clock/civil-day.ts";
import {
  type Agent,
  type Context,
  contextOf,
  type Deps,
} from "#platform/usecase/define-use-case.ts";
import { jourA } from "./calendrier.ts";
import { identite } from "./equipes.ts";
import { planifierReseau, type StructurePlanifiee } from "./plan-reseau.ts";
import { reseaux } from "./reseaux.ts";

const OUVERTURE = "2025-01-01";
/** Places of a structure for each post it opens; about two in three are taken. */
const PAR_POSTE = 80;
/** Persons one agent accompanies at most, full time. */
const PORTEFEUILLE = 65;
const TEMPS = [1, 1, 0.8, 1, 0.5] as const;

interface Reseau {
  readonly dossiers: number;
  /** Account of the one who signs in as a référent. */
  readonly agentReferent: {
    readonly id: number;
    readonly nom: string;
    readonly prenom: string;
  } | null;
}

/** The structures of one département of the demonstration, their places and their référents, by the acts. */
export async function installerStructures(
  deps: Deps,
  agent: Agent,
  { dossiers, agentReferent }: Reseau,
): Promise<{ readonly structures: number; readonly referents: number }> {
  const { slug, referentiel } = deps.base.departement;
  const modele = reseaux[slug];
  if (!modele) return { structures: 0, referents: 0 };
  const { territoires } = await listerTerritoires.execute(deps, agent, {});
  const types = typesDecidables(referentiel, civilDay(deps.now()));
  const plan = planifierReseau(modele, types, territoires, dossiers);
  return deps.base.transaction(async (tx) => {
    const context = contextOf(deps, tx, agent);
    const sienne = plan.toSorted((une, autre) => totalDe(autre) - totalDe(une))[0];
    let referents = 0;
    for (const [rang, structure] of plan.entries()) {
      const agentIci = structure === sienne ? agentReferent : null;
      const equipe = await ouvrir(context, deps, { structure, dejaNommes: referents, agentIci });
      await vivre(context, deps, rang, agentIci ? equipe.slice(1) : equipe);
      referents += equipe.length;
    }
    return { structures: plan.length, referents };
  });
}

const totalDe = ({ places }: StructurePlanifiee): number =>
  [...places.values()].reduce((somme, nombre) => somme + nombre, 0);

interface Ouverture {
  readonly structure: StructurePlanifiee;
  readonly dejaNommes: number;
  /** She who signs in takes the first post. */
  readonly agentIci: Reseau["agentReferent"];
}

/** Returns its référents. */
async function ouvrir(
  context: Context,
  { journal }: Deps,
  { structure, dejaNommes, agentIci }: Ouverture,
): Promise<readonly number[]> {
  const { nom, classe, commune, codePostal, adresse } = structure.modele;
  const { id } = await creerStructure.within(context, journal, {
    nom,
    classe,
    commune,
    codePostal,
    adresse,
    telephone: `03 00 00 ${deuxChiffres(dejaNommes)} ${deuxChiffres(nom.length)}`,
    courriel: `accueil.${courrielDe(nom)}@exemple.fr`,
    du: OUVERTURE,
    secteurs: [...structure.services],
  });
  for (const [type, places] of structure.places) {
    await definirCapacite.within(context, journal, {
      structureId: id,
      type,
      places,
      du: OUVERTURE,
    });
  }
  const referents: number[] = [];
  for (const [rang, poste] of postes(totalDe(structure)).entries()) {
    const qui =
      rang === 0 && agentIci ? fiche(agentIci) : identite(dejaNommes + referents.length, classe);
    const arrive = await accueillirReferent.within(context, journal, {
      structureId: id,
      ...qui,
      ...poste,
      courriel: `${courrielDe(`${qui.prenom} ${qui.nom}`)}@exemple.fr`,
      du: OUVERTURE,
    });
    referents.push(arrive.id);
  }
  return referents;
}

/** Posts whose places together are a little more than those of the structure, unless its agents have their fill. */
function postes(places: number): readonly { readonly etp: number; readonly places: number }[] {
  const temps = Array.from(
    { length: Math.max(1, Math.ceil(places / PAR_POSTE)) },
    (_, rang) => TEMPS[rang % TEMPS.length] ?? 1,
  );
  const total = temps.reduce((somme, etp) => somme + etp, 0);
  return temps.map((etp) => ({
    etp,
    places: Math.min(Math.ceil((1.1 * places * etp) / total), Math.round(PORTEFEUILLE * etp)),
  }));
}

function fiche({ id, nom, prenom }: NonNullable<Reseau["agentReferent"]>) {
  return {
    qualite: "Mme" as const,
    nom,
    prenom,
    fonction: "référente de parcours",
    telephone: "03 00 00 10 20",
    agentId: id,
  };
}

/** What happens in a team: holidays, a long absence replaced, an arrival announced. */
async function vivre(
  context: Context,
  { journal }: Deps,
  rang: number,
  referents: readonly number[],
): Promise<void> {
  const le = civilDay(context.now);
  const [premiere, seconde] = referents;
  if (premiere === undefined) return;
  const absence = { referentId: premiere, motif: "conges" as const };
  if (rang % 3 === 0) {
    await declarerAbsence.within(context, journal, {
      ...absence,
      du: jourA(le, -6),
      au: jourA(le, 7),
      remplaceParId: seconde ?? null,
    });
  }
  if (rang % 5 === 1 && seconde !== undefined) {
    await declarerAbsence.within(context, journal, {
      referentId: seconde,
      motif: "absence-longue",
      du: jourA(le, -48),
      remplaceParId: premiere,
    });
  }
  if (rang % 4 === 2) {
    await declarerAbsence.within(context, journal, {
      ...absence,
      du: jourA(le, 29),
      au: jourA(le, 40),
    });
  }
}

function deuxChiffres(nombre: number): string {
  return String(nombre % 100).padStart(2, "0");
}

function courrielDe(nom: string): string {
  return nom
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f]/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z]+/gu, ".")
    .replaceAll(/^\.|\.$/gu, "");
}
