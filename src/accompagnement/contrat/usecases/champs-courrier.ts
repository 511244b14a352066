import { lireChampsCourrier } from "#accompagnement/orientation";
import type { LireChamps } from "#commun/courrier";
import { formatLongDate } from "#platform/ui/format.ts";
import { type ContratEcrit, lireContratsEcrits } from "../db/champs-courrier.ts";
import { dernierJour } from "../domain/duree.ts";
import { libellesFin, type MotifFin } from "../domain/libelles.ts";
import { cadreDuJour } from "./cadre.ts";

/** The merge fields of a person within the perimeter of the agent, those of her contracts with them. */
export const lireChampsContrat: LireChamps = async (context, personnes) => {
  const { regle } = cadreDuJour(context);
  const libelles = new Map(
    regle.natures.map(({ code, libelle }) => [
      code,
      `${libelle.charAt(0).toLocaleLowerCase("fr")}${libelle.slice(1)}`,
    ]),
  );
  const siens = await lireChampsCourrier(context, personnes);
  const ecrits = await lireContratsEcrits(context.tx, [...siens.keys()]);
  const contrats = new Map(
    ecrits.map((ecrit) => [
      ecrit.personneId,
      champsDe(ecrit, (code) => libelles.get(code) ?? code),
    ]),
  );
  return new Map([...siens].map(([id, champs]) => [id, { ...champs, ...contrats.get(id) }]));
};

function champsDe(
  ecrit: ContratEcrit,
  nommer: (code: string) => string,
): Readonly<Record<string, string | null>> {
  const { nature, debut, fin, motifFin, proposition, propositionMois } = ecrit;
  return {
    "contrat.nature": nature && nommer(nature),
    "contrat.signe-le": enToutesLettres(ecrit.signeLe),
    "contrat.debut": enToutesLettres(debut),
    "contrat.fin": enToutesLettres(fin && dernierJour(fin)),
    "contrat.bilan-le": enToutesLettres(ecrit.bilanLe),
    "contrat.fini-le": enToutesLettres(ecrit.finiLe),
    "contrat.motif-fin": motifFin && libellesFin[motifFin as MotifFin].toLocaleLowerCase("fr"),
    "contrat.precision-fin": ecrit.precision,
    "contrat.proposition": proposition && nommer(proposition),
    "contrat.proposition-debut": enToutesLettres(ecrit.propositionDebut),
    "contrat.proposition-duree": propositionMois === null ? null : `${propositionMois} mois`,
    "contrat.refus-motif": ecrit.refus,
  };
}

/** « 22 novembre 2026 » */
function enToutesLettres(jour: string | null): string | null {
  return jour && formatLongDate(jour).replace(/^\S+ /u, "");
}
