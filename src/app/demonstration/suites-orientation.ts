import {
  confirmerDesignation,
  contesterDesignation,
  deciderReorientation,
  demanderReorientation,
  examinerReorientation,
  fixerPremierRendezVous,
  notifierOrientations,
  tenirPremierRendezVous,
} from "#accompagnement/orientation";
import { type Circuit, jours, siPossible } from "./circuit.ts";

/** Notified, met, confirmed; a few are not yet, some are challenged or reoriented. */
export async function suivre(
  circuit: Circuit,
  orientees: readonly number[],
  dernier: boolean,
): Promise<void> {
  const choisir = (garder: (personneId: number) => boolean) => orientees.filter(garder);
  const notifiees = choisir((id) => id % 30 !== 7 && !(dernier && id % 4 === 0));
  if (notifiees.length === 0) return;
  await circuit.faire(notifierOrientations, jours.notifier, {
    personnes: notifiees,
    moyen: "lettre-recommandee",
  });
  const fixees = notifiees.filter((id) => !(dernier && id % 3 === 0) && id % 25 !== 4);
  if (fixees.length === 0) return;
  await circuit.faire(fixerPremierRendezVous, jours.fixer, {
    personnes: fixees,
    prevuLe: circuit.jour(dernier ? 27 : jours.recevoir),
    heure: "10:00",
    lieu: "Dans les locaux de la structure",
  });
  if (dernier) return;
  await recevoir(circuit, fixees);
}

async function recevoir(circuit: Circuit, fixees: readonly number[]): Promise<void> {
  const absentes = fixees.filter((id) => id % 19 === 3);
  const recues = fixees.filter((id) => id % 19 !== 3);
  const le = circuit.jour(jours.recevoir);
  if (absentes.length > 0)
    await siPossible(
      circuit.faire(tenirPremierRendezVous, jours.recevoir, {
        personnes: absentes,
        issue: "absence",
        le,
      }),
    );
  if (recues.length === 0) return;
  await circuit.faire(tenirPremierRendezVous, jours.recevoir, {
    personnes: recues,
    issue: "tenu",
    le,
  });
  await repondre(circuit, recues);
}

/** Where the référent answers for her designation she does; elsewhere a few persons ask for another way. */
async function repondre(circuit: Circuit, recues: readonly number[]): Promise<void> {
  const { confirmationParReferent } = circuit.regle.circuit;
  const contestees = recues.filter((id) => id % 45 === 11);
  if (confirmationParReferent) {
    const confirmees = recues.filter((id) => id % 45 !== 11 && id % 45 !== 12);
    if (confirmees.length > 0)
      await circuit.faire(confirmerDesignation, jours.recevoir, { personnes: confirmees });
  }
  for (const [rang, personneId] of contestees.entries())
    await reorienter(circuit, personneId, rang);
}

const motifs = [
  "Des soins sont à engager avant toute recherche d’emploi",
  "La personne a trouvé une formation : un accompagnement vers l’emploi convient mieux",
  "Le trajet jusqu’à la structure est trop long sans véhicule",
] as const;

/** One in two goes through every instance and is decided; the others still wait. */
async function reorienter(circuit: Circuit, personneId: number, rang: number): Promise<void> {
  const motif = motifs[rang % motifs.length] ?? motifs[0];
  const { confirmationParReferent, reorientation } = circuit.regle.circuit;
  const demandeId = confirmationParReferent
    ? (await circuit.faire(contesterDesignation, jours.recevoir, { personneId, motif })).demandeId
    : await circuit.faire(demanderReorientation, jours.recevoir, {
        personneId,
        demandeur: rang % 2 === 0 ? "personne" : "referent",
        motif,
      });
  if (rang % 2 === 1) return;
  let version = 1;
  for (const { code } of reorientation) {
    await circuit.faire(examinerReorientation, jours.recevoir + 4, {
      demandeId,
      version,
      instance: code,
      le: circuit.jour(jours.recevoir + 4),
      avis: "favorable",
    });
    version += 1;
  }
  const [autre] = (await circuit.offre()).filter(({ places }) => places === null || places > 20);
  const decision =
    rang % 4 === 0 && autre
      ? {
          decision: "reorientee" as const,
          type: autre.typeOrientation,
          structureId: autre.structureId,
          motif,
        }
      : {
          decision: "maintenue" as const,
          motif: "Le référent et la personne ont trouvé ensemble une solution",
        };
  await siPossible(
    circuit.faire(deciderReorientation, jours.recevoir + 6, { demandeId, version, ...decision }),
  );
}
