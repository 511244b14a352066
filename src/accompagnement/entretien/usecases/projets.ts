import { exigerPersonne } from "#droits/dossier";
import { civilDay } from "#platform/clock/civil-day.ts";
import type { Tx } from "#platform/db/tx.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  type ActeProjet,
  inscrireActesProjet,
  lireActesProjet,
  ouvrirProjets,
  verrouillerProjets,
} from "../db/projets.ts";
import { exigerMetier, exigerPassage } from "../domain/projet.ts";
import { avancerProjetInput, personneInput } from "../schemas.ts";
import { auteurDe } from "./auteur.ts";
import { tenirLesEcheances } from "./echeances.ts";
import { nommerMetiers } from "./metiers.ts";

export interface ProjetConsulte {
  readonly personneId: number;
  readonly le: string;
  /** The latest first; the first says where the project is. */
  readonly actes: readonly ActeProjet[];
}

export const consulterProjet = defineUseCase({
  name: "entretien.consulter-projet",
  input: personneInput,
  droit: "entretien:lire",
  nature: "lecture",
  trace: (_, { personneId }: ProjetConsulte) => ({ objet: "projet", personneId }),
  async run({ tx, agent, now }, { personneId }): Promise<ProjetConsulte> {
    const { id } = await exigerPersonne(tx, personneId, agent.portee);
    return { personneId: id, le: civilDay(now), actes: await lireActesProjet(tx, id) };
  },
});

interface ProjetAvance {
  readonly personneId: number;
  readonly acteId: number;
}

/** What the person aims at, said anew: one more dated act, the earlier ones stay. */
export const avancerProjet = defineUseCase({
  name: "entretien.avancer-projet",
  input: avancerProjetInput,
  droit: "entretien:saisir",
  nature: "ecriture",
  trace: ({ etat }, { personneId, acteId }: ProjetAvance) => ({
    objet: "projet",
    objetId: acteId,
    personneId,
    details: { etat },
  }),
  async run(
    context,
    { personneId, etat, precedentId, contenu, reevaluerLe },
  ): Promise<ProjetAvance> {
    const { tx, agent, now } = context;
    const { id } = await exigerPersonne(tx, personneId, agent.portee);
    await verrouillerProjets(tx, id);
    const [dernier] = await lireActesProjet(tx, id);
    if ((dernier?.id ?? 0) !== precedentId) throw conflit(dernier);
    exigerPassage(dernier?.etat ?? null, etat);
    const nomme = { ...contenu, metiers: await nommerMetiers(tx, contenu.metiers) };
    exigerMetier(etat, nomme);
    const le = civilDay(now);
    exigerAVenir(reevaluerLe, le);
    const [acteId = 0] = await inscrireActesProjet(tx, [
      {
        projetId: await projetEnCours(tx, id, dernier, now),
        etat,
        le,
        contenu: nomme,
        reevaluerLe: etat === "abandon" ? null : reevaluerLe,
        par: auteurDe(context),
      },
    ]);
    await tenirLesEcheances(context, [id]);
    return { personneId: id, acteId };
  },
});

/** What was abandoned does not begin again: another project does. */
async function projetEnCours(
  tx: Tx,
  personneId: number,
  dernier: ActeProjet | undefined,
  a: Date,
): Promise<number> {
  if (dernier && dernier.etat !== "abandon") return dernier.projetId;
  const [projetId = 0] = await ouvrirProjets(tx, [{ personneId, a }]);
  return projetId;
}

function exigerAVenir(reevaluerLe: string | null, le: string): void {
  if (reevaluerLe === null || reevaluerLe > le) return;
  throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
    champs: { reevaluerLe: "Choisissez un jour à venir pour réévaluer le projet." },
  });
}

function conflit(dernier: ActeProjet | undefined): DomainError {
  return new DomainError(
    "projet.conflit",
    `${dernier?.par ?? "Quelqu’un"} a écrit le projet pendant que vous écriviez. Comparez les deux, puis enregistrez ce qui est juste.`,
    { enregistre: dernier?.contenu ?? null, precedentId: dernier?.id ?? 0 },
  );
}
