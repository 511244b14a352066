import { annulerMessages } from "#commun/message";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { ecrireDeplacement } from "../db/rendez-vous.ts";
import { deplacerRendezVousInput } from "../schemas.ts";
import { rendezVousPris } from "./faits.ts";
import { momentEnMots } from "./moments.ts";
import { exigerVersion, relire } from "./relire.ts";
import { suivreRendezVous } from "./suivre.ts";
import { sansConflit, verifierTemps } from "./verifier.ts";

/** What would give the hour it is no longer at, had it not left yet. */
const DISENT_L_HEURE = [
  "convocation-rendez-vous",
  "deplacement-rendez-vous",
  "rappel-rendez-vous",
] as const;

interface Deplace {
  readonly personnes: readonly number[];
  /** The day and hour it was at: what the persons are told it replaces. */
  readonly avant: string;
}

/** A meeting to come goes to another hour, with the same persons. */
export const deplacerRendezVous = defineUseCase({
  name: "agenda.deplacer-rendez-vous",
  input: deplacerRendezVousInput,
  droit: "agenda:tenir",
  nature: "ecriture",
  trace: ({ id, jour }, { personnes }: Deplace) => ({
    objet: "rendez-vous",
    objetId: id,
    personneId: personnes.length === 1 ? (personnes[0] ?? null) : null,
    details: { jour },
  }),
  async run(context, saisie): Promise<Deplace> {
    const avant = await exigerVersion(context, saisie);
    if (avant.statut !== "prevu" || avant.debut < context.now) {
      throw new DomainError(
        "rendez-vous.clos",
        "Ce rendez-vous est passé, conclu ou annulé : il ne se déplace plus. Prenez-en un nouveau.",
      );
    }
    const personnes = avant.venues
      .filter(({ statut }) => statut !== "annule")
      .map(({ personneId }) => personneId);
    const referentId = saisie.referentId ?? avant.referentId;
    const salleId =
      saisie.salleId ?? (saisie.referentId === avant.referentId ? null : avant.salleId);
    const { debut, fin, lieuId } = await verifierTemps(context, {
      ...saisie,
      structureId: avant.structureId,
      duree: Math.round((avant.fin.getTime() - avant.debut.getTime()) / 60_000),
      referentId,
      salleId,
      lieuId: avant.lieuId,
      personnes,
      sauf: avant.id,
    });
    await sansConflit(
      ecrireDeplacement(context.tx, { id: avant.id, debut, fin, lieuId, referentId, salleId }),
    );
    await annulerMessages(context, {
      ...{ objet: "rendez-vous", objetIds: [avant.id], usages: DISENT_L_HEURE },
      raison: "Le rendez-vous est déplacé.",
    });
    const detail = `du ${momentEnMots(avant.debut)} au ${momentEnMots(debut)}`;
    await suivreRendezVous(context, {
      ...(await relire(context, [avant.id])),
      faits: [
        {
          rendezVousId: avant.id,
          personneId: null,
          fait: "deplace",
          detail: saisie.motif === null ? detail : `${detail} : ${saisie.motif}`,
        },
      ],
    });
    await context.tell(rendezVousPris, { rendezVous: [avant.id] });
    return { personnes, avant: momentEnMots(avant.debut) };
  },
});
