import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import type { AccompagnementEnCours } from "../db/accompagnements.ts";
import { inscrireProlongation } from "../db/evenements.ts";
import { ageAu, exigerDerogation, renouveler } from "../domain/prolongation.ts";
import { derogerInput, renouvelerInput } from "../schemas.ts";
import { cadreDuJour, exigerEnCours } from "./cadre.ts";
import { recompter } from "./suspendre.ts";

interface Prolonge {
  readonly accompagnementId: number;
  readonly mois: number;
}

export const renouvelerAccompagnement = defineUseCase({
  name: "parcours.renouveler",
  input: renouvelerInput,
  droit: "parcours:tenir",
  nature: "ecriture",
  trace: ({ personneId, motif }, { accompagnementId, mois }: Prolonge) => ({
    objet: "accompagnement",
    objetId: accompagnementId,
    personneId,
    details: { mois, motif },
  }),
  async run(context, saisie): Promise<Prolonge> {
    const { enCours, regle } = await exigerEnCours(context, saisie);
    exigerCommence(enCours);
    const mois = renouveler(regle, accorde(enCours), saisie.mois);
    await inscrireProlongation(context.tx, {
      accompagnementId: enCours.id,
      nature: "renouvellement",
      mois,
      motif: saisie.motif,
      fondement: null,
      preuve: null,
      le: cadreDuJour(context).le,
      par: context.agent.id,
      auteur: context.agent.nom,
    });
    await recompter(context, enCours, (enCours.moisAccordes ?? 0) + mois);
    return { accompagnementId: enCours.id, mois };
  },
});

/** Beyond the limit, on a ground the text knows, by somebody who answers for it. */
export const derogerAccompagnement = defineUseCase({
  name: "parcours.deroger",
  input: derogerInput,
  droit: "parcours:deroger",
  nature: "ecriture",
  trace: ({ personneId, fondement, motif }, { accompagnementId, mois }: Prolonge) => ({
    objet: "accompagnement",
    objetId: accompagnementId,
    personneId,
    details: { mois, fondement, motif },
  }),
  async run(context, saisie): Promise<Prolonge> {
    const { le } = cadreDuJour(context);
    const { enCours, regle, present } = await exigerEnCours(context, saisie);
    const { mois, motif, fondement, preuve } = saisie;
    exigerCommence(enCours);
    exigerDerogation(regle, accorde(enCours), {
      motif: fondement,
      mois,
      preuve,
      age: ageAu(present.dateNaissance, le),
    });
    await inscrireProlongation(context.tx, {
      accompagnementId: enCours.id,
      nature: "derogation",
      mois,
      motif,
      fondement,
      preuve,
      le,
      par: context.agent.id,
      auteur: context.agent.nom,
    });
    await recompter(context, enCours, (enCours.moisAccordes ?? 0) + mois);
    return { accompagnementId: enCours.id, mois };
  },
});

const accorde = ({ moisAccordes, renouvellements }: AccompagnementEnCours) => ({
  mois: moisAccordes,
  renouvellements,
});

function exigerCommence({ compteDu }: AccompagnementEnCours): void {
  if (compteDu !== null) return;
  throw new DomainError(
    "accompagnement.attend-le-contrat",
    "Le compteur part de la signature du contrat : il n’y a encore rien à prolonger.",
  );
}
