import {
  compterCharges,
  constaterOrientationFranceTravail,
  deciderOrientation,
} from "#accompagnement/orientation";
import { lireCoordonnees, modifierContact } from "#droits/dossier";
import { type Circuit, type EnCours, siPossible } from "./circuit.ts";

const SEMAINES = 6;

/** Where the circuit asks for complete files, who has no telephone is called by letter and gives one. */
export async function completerLesDossiers(circuit: Circuit, jour: string): Promise<void> {
  const { transmission, dossierCompletExige } = circuit.regle.circuit;
  if (!(transmission && dossierCompletExige)) return;
  const sans = (await circuit.propositions()).filter(
    ({ proposition, present }) =>
      proposition.etape === "proposee" &&
      present.manquants.includes("telephone") &&
      proposition.id % 8 !== 5,
  );
  for (const { proposition, present } of sans) {
    const { personneId } = present;
    const connues = await circuit.faire(lireCoordonnees, jour, { personneId });
    const { courriel, versionCourriel, versionTelephone } = connues;
    await circuit.faire(modifierContact, jour, {
      personneId,
      telephone: telephoneInvente(proposition.id),
      accordTelephone: "A",
      versionTelephone,
      courriel,
      versionCourriel,
    });
  }
}

/** Of the range kept for fiction. */
function telephoneInvente(rang: number): string {
  return `063998${String(rang % 10_000).padStart(4, "0")}`;
}

const motifs = {
  capacite:
    "Les structures de son territoire sont complètes : celle-ci a de la place, et la personne peut s’y rendre",
  "sans-structure":
    "Personne ne prend ce type sur son territoire : cette structure y tient une permanence le jeudi",
  "sans-commune": "Domiciliée au chef-lieu, la personne y sera reçue",
} as const;

/** What no structure of the territory can take goes to another one, for a reason; returns whom that oriented. */
export async function deciderAilleurs(
  circuit: Circuit,
  jour: string,
  difficiles: readonly EnCours[],
): Promise<readonly number[]> {
  const aDecider = difficiles.filter((cas) => circuit.aDecider(cas));
  if (aDecider.length === 0) return [];
  const libres = await placesLibres(circuit);
  const dominantes = new Map(
    circuit.regle.types.map(({ code, dominante }) => [code, dominante] as const),
  );
  const orientees: number[] = [];
  for (const { proposition } of aDecider) {
    const { id: propositionId, version, type, dominante, obstacle, personneId } = proposition;
    const [choisie] = libres
      .filter((une) => dominantes.get(une.type) === dominante && une.reste > 0)
      .toSorted((a, b) => Number(b.type === type) - Number(a.type === type) || b.reste - a.reste);
    if (!choisie) continue;
    const { structureId } = choisie;
    const motif = motifs[obstacle ?? "capacite"];
    const saisie = { propositionId, version, type: choisie.type, structureId, motif };
    if (!(await siPossible(circuit.faire(deciderOrientation, jour, saisie)))) continue;
    choisie.reste -= 1;
    orientees.push(personneId);
  }
  return orientees;
}

interface Libre {
  readonly structureId: number;
  readonly type: string;
  reste: number;
}

/** What is left in each structure once the proposals pending are served. */
async function placesLibres(circuit: Circuit): Promise<Libre[]> {
  const { structures } = await circuit.faire(compterCharges, circuit.aujourdhui, {});
  const prises = new Map(
    structures.map(({ structureId, type, suivies, attendues }) => [
      `${structureId}|${type}`,
      suivies + attendues,
    ]),
  );
  const libres = new Map<string, Libre>();
  for (const { structureId, typeOrientation: type, places } of await circuit.offre()) {
    const cle = `${structureId}|${type}`;
    if (places !== null)
      libres.set(cle, { structureId, type, reste: places - (prises.get(cle) ?? 0) });
  }
  return [...libres.values()];
}

/** Beyond six weeks France Travail has oriented those whose file is still not complete, and a few others. */
export async function constaterTardives(circuit: Circuit, jour: string): Promise<void> {
  const agences = (await circuit.offre()).filter(({ classe }) => classe === "france-travail");
  if (agences.length === 0) return;
  const limite = new Date(`${jour}T00:00:00Z`).getTime() - SEMAINES * 7 * 86_400_000;
  const avant = new Date(limite).toISOString().slice(0, 10);
  const tardives = (await circuit.propositions()).filter(
    (cas) =>
      (cas.present.connueLe ?? jour) < avant &&
      (!circuit.aDecider(cas) || cas.proposition.id % 12 === 7),
  );
  for (const { present } of tardives) {
    const { personneId, territoireId } = present;
    const agence = agences.find((une) => une.territoireId === territoireId) ?? agences[0];
    if (!agence) return;
    await siPossible(
      circuit.faire(constaterOrientationFranceTravail, jour, {
        personneId,
        le: jour,
        type: agence.typeOrientation,
        structureId: agence.structureId,
      }),
    );
  }
}
