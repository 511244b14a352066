import {
  contesterDesignation,
  deciderReorientation,
  demanderReorientation,
  examinerReorientation,
} from "#accompagnement/orientation";
import { sql } from "#platform/db/list/sql.ts";
import { type Circuit, siPossible } from "./circuit.ts";

const motifs = [
  "Des soins sont à engager avant toute recherche d’emploi",
  "La personne a trouvé une formation : un accompagnement vers l’emploi convient mieux",
  "Le trajet jusqu’à la structure est trop long sans véhicule",
] as const;

/** Of these persons, one in forty-five asks for another way, and is answered within the month. */
export async function contester(circuit: Circuit, orientees: readonly number[]): Promise<void> {
  const demandeuses = orientees.filter((id) => id % 45 === 11);
  for (const [rang, personneId] of demandeuses.entries()) {
    const demandeId = circuit.regle.circuit.confirmationParReferent
      ? await contesterUne(circuit, circuit.du(20), personneId)
      : await demander(circuit, circuit.du(20), personneId, rang);
    if (demandeId !== null) await repondre(circuit, demandeId, rang);
  }
}

/** Days ago: the delay of the oldest has passed, those of the others end one after the other. */
const DEMANDEES = [41, 31, 29, 26, 20, 12, 6, 1] as const;

/** Persons oriented in the summer ask today’s responsable for another way; the instances have not all spoken. */
export async function demanderRecemment(circuit: Circuit): Promise<void> {
  const anciennes = await circuit.presents(
    sql`s.beneficiaire and s.orientee_le < ${circuit.ilYA(60)}::date and s.personne_id % 20 = 12`,
  );
  // The first of them are of the territory of the responsable who signs in.
  const parTerritoire = anciennes.toSorted(
    (a, b) => (a.territoireId ?? Infinity) - (b.territoireId ?? Infinity),
  );
  for (const [rang, jours] of DEMANDEES.entries()) {
    const personne = parTerritoire.at(rang < DEMANDEES.length / 2 ? rang : -rang);
    if (!personne) return;
    const demandeId = await demander(circuit, circuit.ilYA(jours), personne.personneId, rang);
    if (demandeId === null || rang % 3 !== 1) continue;
    const [premiere] = circuit.regle.circuit.reorientation;
    if (premiere)
      await examiner(circuit, circuit.ilYA(3), { demandeId, version: 1, instance: premiere.code });
  }
}

/** Where the référent answers for her designation, it is her answer once they have met. */
export async function contesterUne(
  circuit: Circuit,
  jour: string,
  personneId: number | undefined,
): Promise<number | null> {
  if (personneId === undefined) return null;
  let demandeId: number | null = null;
  const acte = circuit
    .faire(contesterDesignation, jour, { personneId, motif: motifs[0] })
    .then((contestation) => {
      demandeId = contestation.demandeId;
    });
  await siPossible(acte);
  return demandeId;
}

async function demander(
  circuit: Circuit,
  jour: string,
  personneId: number,
  rang: number,
): Promise<number | null> {
  let demandeId: number | null = null;
  const acte = circuit
    .faire(demanderReorientation, jour, {
      personneId,
      demandeur: rang % 2 === 0 ? "personne" : "referent",
      motif: motifs[rang % motifs.length] ?? motifs[0],
    })
    .then((id) => {
      demandeId = id;
    });
  await siPossible(acte);
  return demandeId;
}

/** Through every instance, then decided: another structure, or the same. */
async function repondre(circuit: Circuit, demandeId: number, rang: number): Promise<void> {
  let version = 1;
  for (const { code } of circuit.regle.circuit.reorientation) {
    await examiner(circuit, circuit.du(24), { demandeId, version, instance: code });
    version += 1;
  }
  const motif = motifs[rang % motifs.length] ?? motifs[0];
  const decider = (
    decision: Pick<Parameters<typeof deciderReorientation.execute>[2], "decision" | "motif">,
  ) =>
    siPossible(
      circuit.faire(deciderReorientation, circuit.du(26), { demandeId, version, ...decision }),
    );
  const [autre] = (await circuit.offre()).filter(({ places }) => places === null || places > 20);
  const reorientee = {
    decision: "reorientee" as const,
    type: autre?.typeOrientation,
    structureId: autre?.structureId,
    motif,
  };
  if (rang % 2 === 0 && (await decider(reorientee))) return;
  await decider({
    decision: "maintenue",
    motif: "Le référent et la personne ont trouvé ensemble une solution",
  });
}

function examiner(
  circuit: Circuit,
  le: string,
  examen: { readonly demandeId: number; readonly version: number; readonly instance: string },
): Promise<unknown> {
  return circuit.faire(examinerReorientation, le, { ...examen, le, avis: "favorable" });
}
