import { suivrePremiersRendezVous } from "#accompagnement/orientation";
import { civilDay } from "#platform/clock/civil-day.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { type Fait, inscrireFaits } from "../db/faits.ts";
import type { RendezVous, Venue } from "../db/rendez-vous.ts";
import { ecrireHeure, heureLocale } from "../domain/heures.ts";
import { cadreDuJour } from "./cadre.ts";
import { tenirEcheancesAgenda } from "./echeances.ts";

const issueDuPremier = {
  prevu: null,
  honore: "tenu",
  "absent-excuse": "absence",
  "absent-non-excuse": "absence",
  annule: "reporte",
} as const;

interface ASuivre {
  readonly rendezVous: readonly RendezVous[];
  readonly lieux: ReadonlyMap<number, string>;
  readonly faits: readonly Fait[];
}

/** What each act on meetings owes the rest of the product: their history, the first meeting of a designation, deadlines. */
export async function suivreRendezVous(
  context: Context,
  { rendezVous, lieux, faits }: ASuivre,
): Promise<void> {
  const { regle, le } = cadreDuJour(context);
  const { id, nom } = context.agent;
  await inscrireFaits(context.tx, faits, { le: context.now, id, nom });
  const premiers = new Set(regle.motifs.filter(({ premier }) => premier).map(({ code }) => code));
  const lignes = rendezVous
    .filter(({ motif }) => premiers.has(motif))
    .flatMap((un) => un.venues.map((venue) => premierDe(un, venue, lieux, le)));
  await suivrePremiersRendezVous(context, lignes);
  await tenirEcheancesAgenda(
    context,
    rendezVous.flatMap(({ venues }) => venues.map(({ personneId }) => personneId)),
  );
}

function premierDe(
  { id, debut, jour, lieuId }: RendezVous,
  { personneId, statut }: Venue,
  lieux: ReadonlyMap<number, string>,
  le: string,
) {
  const issue = issueDuPremier[statut];
  return {
    personneId,
    rendezVousId: id,
    prevuLe: civilDay(debut),
    heure: ecrireHeure(heureLocale(debut).minutes),
    lieu: lieuId === null ? null : (lieux.get(lieuId) ?? null),
    issue,
    issueLe: issue === null ? null : issue === "reporte" ? le : jour,
  };
}
