import { exigerPersonne } from "#droits/dossier";
import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  type EntretienLu,
  lireEntretiens,
  noterSuites,
  supprimerBrouillonEntretien,
} from "../db/entretiens.ts";
import { abandonnerEntretienInput, donnerSuiteInput, personneInput } from "../schemas.ts";
import { auteurDe } from "./auteur.ts";
import { tenirLesEcheances } from "./echeances.ts";

export interface EntretiensConsultes {
  readonly personneId: number;
  readonly le: string;
  /** The latest first; among drafts, the reader's own alone. */
  readonly entretiens: readonly EntretienLu[];
}

export const consulterEntretiens = defineUseCase({
  name: "entretien.consulter",
  input: personneInput,
  droit: "entretien:lire",
  nature: "lecture",
  trace: (_, { personneId }: EntretiensConsultes) => ({ objet: "entretien", personneId }),
  async run({ tx, agent, now }, { personneId }): Promise<EntretiensConsultes> {
    const { id } = await exigerPersonne(tx, personneId, agent.portee);
    return {
      personneId: id,
      le: civilDay(now),
      entretiens: await lireEntretiens(tx, id, agent.id),
    };
  },
});

export interface EntretienTouche {
  readonly personneId: number;
  readonly entretienId: number;
}

export const traceEntretien = (_: unknown, { personneId, entretienId }: EntretienTouche) => ({
  objet: "entretien",
  objetId: entretienId,
  personneId,
});

/** A draft is its author's: she alone throws it away, and nothing of it is kept. */
export const abandonnerEntretien = defineUseCase({
  name: "entretien.abandonner",
  input: abandonnerEntretienInput,
  droit: "entretien:saisir",
  nature: "ecriture",
  trace: traceEntretien,
  async run(context, { personneId, entretienId }): Promise<EntretienTouche> {
    const { tx, agent } = context;
    const { id } = await exigerPersonne(tx, personneId, agent.portee);
    if (await supprimerBrouillonEntretien(tx, entretienId, agent.id)) {
      return { personneId: id, entretienId };
    }
    throw entretienIntrouvable();
  },
});

/** What was to follow an interview has been done. */
export const donnerSuite = defineUseCase({
  name: "entretien.donner-suite",
  input: donnerSuiteInput,
  droit: "entretien:saisir",
  nature: "ecriture",
  trace: traceEntretien,
  async run(context, { personneId, entretienId }): Promise<EntretienTouche> {
    const { tx, agent } = context;
    const { id } = await exigerPersonne(tx, personneId, agent.portee);
    if ((await suivre(context, id, [entretienId])) === 0) throw entretienIntrouvable();
    await tenirLesEcheances(context, [id]);
    return { personneId: id, entretienId };
  },
});

export function suivre(
  context: Context,
  personneId: number,
  entretiens: readonly number[],
): Promise<number> {
  const le = civilDay(context.now);
  return noterSuites(context.tx, personneId, entretiens, { le, par: auteurDe(context) });
}

/** The same for what does not exist and for somebody else's draft. */
export function entretienIntrouvable(): DomainError {
  return new DomainError(
    "entretien.introuvable",
    "Cet entretien n’existe pas, ou ce que vous vouliez faire l’est déjà. Rouvrez la page de la personne.",
  );
}
