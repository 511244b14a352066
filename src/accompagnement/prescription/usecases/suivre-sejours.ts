import { civilDay } from "#platform/clock/civil-day.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import type { Passage } from "../db/passages.ts";
import { inscrirePassages } from "../db/passages.ts";
import { lireSejoursSuivis, type SejourSuivi } from "../db/sejours.ts";
import { etatAu, passage } from "../domain/etapes.ts";
import { faireSuivre } from "./cadre.ts";

/** An entry, an exit, or what is gone back on: the prescription goes where the stay goes. */
export async function suivreLesSejours(
  context: Context,
  sejours: readonly number[],
): Promise<void> {
  const touchees = new Map<number, SejourSuivi>();
  // An entry and its exit told together are two passages, one after the other.
  for (let tour = 0; tour < 2; tour += 1) {
    const suivis = await lireSejoursSuivis(context.tx, sejours);
    const passages = suivis.flatMap((un) => passageDe(un, civilDay(context.now)));
    if (passages.length === 0) break;
    const { id: par, nom: auteur } = context.agent;
    await inscrirePassages(context.tx, unParPrescription(passages), {
      par,
      auteur,
      a: context.now,
    });
    for (const un of suivis) {
      if (passages.some(({ prescriptionId }) => prescriptionId === un.prescriptionId)) {
        touchees.set(un.prescriptionId, un);
      }
    }
  }
  await faireSuivre(
    context,
    [...touchees.values()].map(({ prescriptionId: id, personneId, actionId }) => ({
      id,
      personneId,
      actionId,
    })),
  );
}

function passageDe(un: SejourSuivi, le: string): readonly Passage[] {
  const { prescriptionId, sejourId } = un;
  const voulu = gesteDe(un);
  if (voulu === null) return [];
  const etat = passage(etatAu(un, le), voulu.geste);
  if (etat === null) return [];
  return [{ prescriptionId, sejourId, etat, geste: voulu.geste, le: voulu.le ?? le }];
}

/** What the stay says that the prescription does not know yet; an expired one never counts as an entry. */
function gesteDe({ etat, annule, entreLe, sortiLe, sortieLe, supplantee }: SejourSuivi) {
  const dedans = etat === "entree" || etat === "sortie";
  if (annule) return dedans && !supplantee ? { geste: "annuler-entree" as const, le: null } : null;
  if (!dedans) return { geste: "entrer" as const, le: entreLe };
  if (sortiLe !== null && sortiLe !== sortieLe) return { geste: "sortir" as const, le: sortiLe };
  if (sortiLe === null && etat === "sortie" && !supplantee) {
    return { geste: "revenir-sur-la-sortie" as const, le: null };
  }
  return null;
}

function unParPrescription(passages: readonly Passage[]): readonly Passage[] {
  return [...new Map(passages.map((un) => [un.prescriptionId, un])).values()];
}
