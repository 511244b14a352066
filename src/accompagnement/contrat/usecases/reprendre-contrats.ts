import type { RegleContrats } from "#commun/referentiel";
import { conditionPortee, lirePresents, type PersonnePresente } from "#droits/dossier";
import { allOf, sql } from "#platform/db/list/sql.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type ContratRepris, dejaSousContrat, inscrireReprises } from "../db/reprise.ts";
import { natureEnVigueur, regimeDuContrat } from "../domain/regime.ts";
import { repriseInput } from "../schemas.ts";
import { cadreDuJour, tenirAJour } from "./cadre.ts";

interface LigneReprise {
  readonly personneId: number;
  readonly nature: string;
  readonly signeLe: string;
  readonly debut: string;
  readonly jusqua: string | null;
  readonly bilanLe: string | null;
}

export interface RepriseRefusee {
  /** Rank of the line, from 1. */
  readonly ligne: number;
  readonly personneId: number;
  readonly message: string;
}

export interface Reprise {
  readonly repris: number;
  readonly refusees: readonly RepriseRefusee[];
}

/** The contracts of the previous system, all at once: each line is taken, or refused with its reason. */
export const reprendreContrats = defineUseCase({
  name: "contrat.reprendre",
  input: repriseInput,
  droit: "contrat:suivre",
  nature: "ecriture",
  trace: (_, { repris, refusees }: Reprise) => ({
    objet: "departement",
    details: { repris, refusees: refusees.length },
  }),
  async run(context, { contrats }): Promise<Reprise> {
    const { tx, agent } = context;
    const { regle, le } = cadreDuJour(context);
    const ids = [...new Set(contrats.map(({ personneId }) => personneId))];
    const presents = await lirePresents(
      tx,
      allOf([sql`s.personne_id = any(${ids}::int[])`, conditionPortee(agent.portee)]),
    );
    const examen = new Examen(regle, le, presents, await dejaSousContrat(tx, contrats));
    const pris = contrats.flatMap((ligne, rang) => examen.prendre(ligne, rang + 1) ?? []);
    await inscrireReprises(tx, pris);
    await tenirAJour(
      context,
      pris.map(({ personneId }) => personneId),
    );
    return { repris: pris.length, refusees: examen.refusees };
  },
});

/** Line after line: what was taken before counts for the next. */
class Examen {
  readonly refusees: RepriseRefusee[] = [];
  readonly #regle: RegleContrats;
  readonly #le: string;
  readonly #presents: ReadonlyMap<number, PersonnePresente>;
  readonly #occupees: Set<number>;

  constructor(
    regle: RegleContrats,
    le: string,
    presents: readonly PersonnePresente[],
    occupees: ReadonlySet<number>,
  ) {
    this.#regle = regle;
    this.#le = le;
    this.#presents = new Map(presents.map((present) => [present.personneId, present]));
    this.#occupees = new Set(occupees);
  }

  prendre(ligne: LigneReprise, rang: number): ContratRepris | null {
    const present = this.#presents.get(ligne.personneId);
    const message = present ? this.#refus(ligne) : "Personne inconnue, ou hors de votre périmètre.";
    if (!present || message !== null) {
      this.refusees.push({ ligne: rang, personneId: ligne.personneId, message: message ?? "" });
      return null;
    }
    this.#occupees.add(ligne.personneId);
    const { dossierId, structureId, referentId } = present;
    return { ...ligne, dossierId, structureId, referentId, regime: regimeDuContrat(ligne.signeLe) };
  }

  #refus({ nature: code, signeLe, debut, jusqua, personneId }: LigneReprise): string | null {
    const nature = this.#regle.natures.find((une) => une.code === code);
    if (!nature) return `Nature de contrat inconnue : ${code}.`;
    if (signeLe > this.#le) return "La signature est à venir.";
    if (!natureEnVigueur(nature, signeLe)) {
      return `Un contrat signé ce jour-là ne peut pas être un « ${nature.court} ».`;
    }
    if (jusqua !== null && jusqua <= debut) return "Le contrat finit avant de commencer.";
    return this.#occupees.has(personneId)
      ? "Un contrat engage déjà cette personne à ces dates."
      : null;
  }
}
