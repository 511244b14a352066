import { aOrienter, proposerOrientations, refuserProposition } from "#accompagnement/orientation";
import { type Circuit, type EnCours, siPossible } from "./circuit.ts";
import { accepter, ecarter, reporter, transmettre } from "./decisions.ts";
import { constaterTardives, deciderAilleurs } from "./dossiers-difficiles.ts";
import { contesterUne, demanderRecemment } from "./reorientations.ts";
import { confirmer, fixer, notifier, tenir } from "./suites-orientation.ts";

/** Days ago: when the matrix proposed, when somebody decided. */
const PROPOSEES = [17, 17, 17, 6, 2] as const;
const DECIDEES = [16, 13, 10, 6, 3] as const;

/** The weeks before today: what they began is at every step of its way. */
export async function finirAujourdhui(circuit: Circuit): Promise<void> {
  await proposer(circuit);
  await transmettre(circuit, circuit.ilYA(16));
  await constaterTardives(circuit, circuit.ilYA(9));
  const aDecider = (await circuit.propositions()).filter((cas) => circuit.aDecider(cas));
  const choisies = await mettreDeCote(circuit, aDecider);
  for (const [rang, jours] of DECIDEES.entries()) {
    const lot = choisies.filter((_, place) => place % DECIDEES.length === rang);
    const jour = circuit.ilYA(jours);
    await suivreDepuis(circuit, jours, await decider(circuit, jour, lot));
  }
  await demanderRecemment(circuit);
}

/** As proposed, without the référent when he is away, elsewhere when nobody takes it; returns whom that oriented. */
async function decider(
  circuit: Circuit,
  jour: string,
  lot: readonly EnCours[],
): Promise<readonly number[]> {
  const simples = lot.filter(({ proposition }) => proposition.obstacle === null);
  const difficiles = lot.filter(({ proposition }) => proposition.obstacle !== null);
  const orientees = [...(await accepter(circuit, jour, simples))];
  const acceptees = new Set(orientees);
  for (const cas of simples) {
    const { personneId } = cas.proposition;
    if (acceptees.has(personneId)) continue;
    const motif = "Le référent proposé n’est pas disponible : la structure en désigne un autre";
    if (await ecarter(circuit, jour, cas, motif)) orientees.push(personneId);
    else difficiles.push(cas);
  }
  return [...orientees, ...(await deciderAilleurs(circuit, jour, difficiles))];
}

/** Who waits is not proposed to on one day: the files of the month are prepared as they come. */
async function proposer(circuit: Circuit): Promise<void> {
  const attendent = await circuit.presents(aOrienter);
  for (const jours of new Set(PROPOSEES)) {
    const personnes = attendent
      .filter((_, place) => PROPOSEES[place % PROPOSEES.length] === jours)
      .map(({ personneId }) => personneId);
    if (personnes.length > 0)
      await circuit.faire(proposerOrientations, circuit.ilYA(jours), { personnes });
  }
}

/** Days the few postponed ones wait. */
const REPORTS = [4, 11, 25] as const;
const REFUS = 2;

/** Of who came with the last files two in three stay in the queue, a few are postponed or sent back; returns the others. */
async function mettreDeCote(
  circuit: Circuit,
  aDecider: readonly EnCours[],
): Promise<readonly EnCours[]> {
  const { recentes = [], anciennes = [] } = Object.groupBy(aDecider, ({ proposition }) =>
    proposition.le < circuit.ilYA(30) ? "anciennes" : "recentes",
  );
  const parmi = (rang: number) => recentes.filter((_, place) => place % 6 === rang);
  const aReporter = parmi(1).slice(0, REPORTS.length);
  const aRefuser = parmi(4).slice(0, REFUS);
  for (const [rang, cas] of aReporter.entries())
    await reporter(circuit, circuit.ilYA(8), cas, circuit.dans(REPORTS[rang] ?? REPORTS[0]));
  for (const cas of aRefuser) await refuser(circuit, cas);
  const traitees = new Set([...aReporter, ...aRefuser]);
  return [
    ...anciennes.filter((_, place) => place % 16 !== 7),
    ...recentes.filter((cas, place) => !traitees.has(cas) && place % 3 === 0),
  ];
}

function refuser(circuit: Circuit, { proposition: { id, version } }: EnCours): Promise<boolean> {
  return siPossible(
    circuit.faire(refuserProposition, circuit.ilYA(8), {
      propositionId: id,
      version,
      motif: "Le diagnostic est trop ancien : à refaire avec la personne avant de décider",
    }),
  );
}

/** Days each step takes; what would come after today has not come. */
async function suivreDepuis(
  circuit: Circuit,
  jours: number,
  orientees: readonly number[],
): Promise<void> {
  const notifiees = orientees.filter((_, place) => jours > 4 && place % 8 !== 6);
  await notifier(circuit, circuit.ilYA(jours - 2), notifiees);
  const convoquees = notifiees.filter((_, place) => jours > 6 && place % 6 !== 4);
  const prevues = convoquees.filter((_, place) => jours > 12 && place % 2 === 0);
  const le = circuit.ilYA(jours - 11);
  if (jours > 12) await fixer(circuit, { depuis: circuit.ilYA(jours - 4), le }, prevues);
  const aVenir = convoquees.filter((id) => !prevues.includes(id));
  await fixer(
    circuit,
    { depuis: circuit.ilYA(Math.max(1, jours - 4)), le: circuit.dans(2) },
    aVenir,
  );
  const absentes = prevues.filter((_, place) => place % 5 === 3);
  const recues = prevues.filter((_, place) => place % 5 !== 3);
  await tenir(circuit, le, absentes, "absence");
  await tenir(circuit, le, recues, "tenu");
  const confirmees = recues.filter((_, place) => place % 3 === 0);
  await confirmer(circuit, le, confirmees);
  if (circuit.regle.circuit.confirmationParReferent) await contesterUne(circuit, le, recues[1]);
}
