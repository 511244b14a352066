import type { PersonnePresente } from "#droits/dossier";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { type Proposition, verrouillerPropositions } from "../db/propositions.ts";
import { lireLesPresents } from "./cadre.ts";

export interface RefusDuLot {
  readonly propositionId: number;
  readonly personneId: number | null;
  readonly nom: string | null;
  readonly code: string;
  readonly message: string;
}

/** One proposal of a batch with its person, as they stand once held. */
export interface Tenue {
  readonly proposition: Proposition;
  readonly present: PersonnePresente;
}

/** The proposals of a batch, held, by id; those outside the perimeter of the agent are absent. */
export async function tenirLeLot(
  context: Context,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Tenue>> {
  const tenues = await verrouillerPropositions(context.tx, ids);
  const presents = await lireLesPresents(
    context,
    tenues.map(({ personneId }) => personneId),
  );
  return new Map(
    tenues.flatMap((proposition) => {
      const present = presents.get(proposition.personneId);
      return present ? [[proposition.id, { proposition, present }] as const] : [];
    }),
  );
}

/** Judges each of them; what is refused is said and does not stop the others. */
export function jugerChacune<Jugee>(
  ids: readonly number[],
  lot: ReadonlyMap<number, Tenue>,
  juger: (tenue: Tenue) => Jugee,
): { readonly bonnes: readonly Jugee[]; readonly refusees: readonly RefusDuLot[] } {
  const bonnes: Jugee[] = [];
  const refusees: RefusDuLot[] = [];
  for (const id of new Set(ids)) {
    const tenue = lot.get(id);
    try {
      if (!tenue) throw introuvable();
      bonnes.push(juger(tenue));
    } catch (refus) {
      if (!(refus instanceof DomainError)) throw refus;
      refusees.push(refusDe(id, tenue?.present, refus));
    }
  }
  return { bonnes, refusees };
}

function refusDe(
  propositionId: number,
  present: PersonnePresente | undefined,
  { code, message }: DomainError,
): RefusDuLot {
  return {
    propositionId,
    personneId: present?.personneId ?? null,
    nom: present ? `${present.nom} ${present.prenom}` : null,
    code,
    message,
  };
}

export function introuvable(): DomainError {
  return new DomainError(
    "proposition.introuvable",
    "Cette proposition n’existe pas, ou la personne n’est pas dans votre périmètre. Revenez à la liste.",
  );
}

export function conflit({ id, personneId, ...enregistree }: Proposition): DomainError {
  return new DomainError(
    "proposition.conflit",
    "Un autre agent a traité cette proposition pendant que vous l’aviez sous les yeux. Votre décision n’a rien écrit : voyez ce qui est enregistré.",
    { proposition: id, personne: personneId, enregistree },
  );
}
