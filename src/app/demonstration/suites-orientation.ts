import {
  confirmerDesignation,
  fixerPremierRendezVous,
  lireChampsCourrier,
  notifierOrientations,
  tenirPremierRendezVous,
} from "#accompagnement/orientation";
import { lireCourrier, marquerEnvoyes, noterReception } from "#commun/courrier";
import { sql } from "#platform/db/list/sql.ts";
import { ouvreApres } from "./calendrier.ts";
import { type Circuit, siPossible } from "./circuit.ts";
import { contester } from "./reorientations.ts";

/** Receipts noted one by one: enough to be seen, few enough to start quickly. */
const ACCUSES = 12;

/** Whom the month oriented is notified, met, confirmed: the last ones some days after the others. */
export async function suivre(circuit: Circuit): Promise<void> {
  const presents = await circuit.presents(
    sql`s.beneficiaire and s.orientee_le between ${circuit.du(1)}::date - 8 and ${circuit.du(20)}::date`,
  );
  const orientees = presents.map(({ personneId }) => personneId);
  const tardives = orientees.filter((id) => id % 30 === 7);
  await notifier(
    circuit,
    circuit.du(13),
    orientees.filter((id) => id % 30 !== 7),
  );
  await recevoir(circuit, { le: circuit.du(20), depuis: circuit.du(16) }, orientees);
  await notifier(circuit, circuit.du(24), tardives);
  await contester(circuit, orientees);
}

export async function notifier(
  circuit: Circuit,
  jour: string,
  personnes: readonly number[],
): Promise<void> {
  if (personnes.length === 0) return;
  await siPossible(
    circuit
      .faire(notifierOrientations, jour, {
        personnes: [...personnes],
        moyen: "lettre-recommandee",
      })
      .then(({ courriers }) => envoyer(circuit, jour, courriers)),
  );
}

/** The letters leave the next day of work, and a few receipts come back the week after; the latest wait for the post. */
async function envoyer(
  circuit: Circuit,
  jour: string,
  courriers: readonly number[],
): Promise<void> {
  const le = ouvreApres(jour, 1);
  if (le >= circuit.ilYA(1) || courriers.length === 0) return;
  await circuit.faire(marquerEnvoyes(lireChampsCourrier), le, { courriers: [...courriers], le });
  const recu = ouvreApres(le, 3);
  if (recu > circuit.aujourdhui) return;
  for (const id of courriers.slice(0, ACCUSES)) {
    const { version } = await circuit.faire(lireCourrier(lireChampsCourrier), recu, { id });
    await circuit.faire(noterReception(lireChampsCourrier), recu, {
      ...{ id, version, le: recu },
      preuve: id % 4 === 3 ? "non-reclamee" : "avis-de-reception",
    });
  }
}

export async function fixer(
  circuit: Circuit,
  { depuis, le }: { readonly depuis: string; readonly le: string },
  personnes: readonly number[],
): Promise<void> {
  if (personnes.length === 0) return;
  await circuit.faire(fixerPremierRendezVous, depuis, {
    personnes: [...personnes],
    prevuLe: le,
    heure: "10:00",
    lieu: "Dans les locaux de la structure",
  });
}

export async function tenir(
  circuit: Circuit,
  le: string,
  personnes: readonly number[],
  issue: "tenu" | "absence",
): Promise<void> {
  if (personnes.length === 0) return;
  await siPossible(
    circuit.faire(tenirPremierRendezVous, le, { personnes: [...personnes], issue, le }),
  );
}

export async function confirmer(
  circuit: Circuit,
  le: string,
  personnes: readonly number[],
): Promise<void> {
  if (personnes.length === 0 || !circuit.regle.circuit.confirmationParReferent) return;
  await siPossible(circuit.faire(confirmerDesignation, le, { personnes: [...personnes] }));
}

/** Who did not come is convened again, and comes. */
async function recevoir(
  circuit: Circuit,
  jours: { readonly depuis: string; readonly le: string },
  personnes: readonly number[],
): Promise<void> {
  await fixer(circuit, jours, personnes);
  const absentes = personnes.filter((id) => id % 19 === 3);
  const recues = personnes.filter((id) => id % 19 !== 3);
  await tenir(circuit, jours.le, absentes, "absence");
  await tenir(circuit, jours.le, recues, "tenu");
  await confirmer(
    circuit,
    jours.le,
    recues.filter((id) => id % 45 !== 11),
  );
  const seconde = { depuis: circuit.du(21), le: circuit.du(27) };
  await fixer(circuit, seconde, absentes);
  await tenir(circuit, seconde.le, absentes, "tenu");
  await confirmer(circuit, seconde.le, absentes);
}
