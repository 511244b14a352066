import { civilDay } from "#platform/clock/civil-day.ts";
import type { Tx } from "#platform/db/tx.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase, type Portee } from "#platform/usecase/define-use-case.ts";
import { lirePaire, type Paire } from "../db/doublons.ts";
import { lireFaits } from "../db/lire-faits.ts";
import { lireDossiersDe, lireMembres, lireNirScelle } from "../db/lire-personne.ts";
import type { FichePersonne } from "../domain/fiche.ts";
import { paireInput } from "../schemas.ts";
import { exigerEnTete } from "./consulter-personne.ts";

export interface PaireComparee {
  readonly paire: Paire;
  readonly a: FichePersonne;
  readonly b: FichePersonne;
  /** Both numbers are the same; null when one of them is missing or false. */
  readonly memeNir: boolean | null;
}

/** The two files of a doubtful pair, side by side: both are read, both are journaled. */
export const comparerPaire = defineUseCase({
  name: "doublon.comparer",
  input: paireInput,
  droit: "doublon:traiter",
  nature: "lecture",
  trace: (_, { paire }: PaireComparee) => ({
    objet: "paire",
    objetId: paire.id,
    personneId: paire.a.id,
    details: { avec: paire.b.id },
  }),
  async run(context, { paireId }): Promise<PaireComparee> {
    const { tx, agent } = context;
    const paire = await exigerPaire(tx, paireId, agent.portee);
    return {
      paire,
      a: await lireFiche(context, paire.a.id),
      b: await lireFiche(context, paire.b.id),
      memeNir: await comparerNir(context, paire),
    };
  },
});

async function lireFiche({ tx, agent, now }: Context, id: number): Promise<FichePersonne> {
  const personne = await exigerEnTete(tx, id, agent.portee);
  const dossiers = await lireDossiersDe(tx, id, personne.dossierId);
  const ids = dossiers.map((dossier) => dossier.id);
  return {
    personne,
    dossiers,
    membres: await lireMembres(tx, ids, agent.portee),
    faits: await lireFaits(tx, ids, id),
    le: civilDay(now),
  };
}

async function comparerNir({ tx, secrets }: Context, { a, b }: Paire): Promise<boolean | null> {
  const [un, autre] = [await lireNirScelle(tx, a.id), await lireNirScelle(tx, b.id)];
  if (un === null || autre === null) return null;
  const TREIZE = 13;
  const clair = (scelle: Buffer) => secrets.decrypt(scelle).replaceAll(/\s/g, "").slice(0, TREIZE);
  return clair(un) === clair(autre);
}

/** @throws DomainError `doublon.introuvable` */
export async function exigerPaire(tx: Tx, id: number, portee: Portee): Promise<Paire> {
  const paire = await lirePaire(tx, id, portee);
  if (paire) return paire;
  throw new DomainError(
    "doublon.introuvable",
    "Cette paire n’existe pas, ou l’une des deux personnes n’est pas dans votre périmètre. Revenez à la liste des doublons.",
  );
}

/** @throws DomainError `doublon.deja-decide` */
export function dejaDecide(): DomainError {
  return new DomainError(
    "doublon.deja-decide",
    "Quelqu’un a déjà décidé pour ces deux personnes. Revenez à la liste des doublons pour voir la décision.",
  );
}
