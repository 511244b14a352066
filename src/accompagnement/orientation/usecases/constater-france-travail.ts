import type { PersonnePresente } from "#droits/dossier";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { verrouillerOrientationsDe } from "../db/orientations.ts";
import { cloreLesPropositions, verrouillerPropositionsDe } from "../db/propositions.ts";
import { exigerAAccompagner } from "../domain/decider.ts";
import { informationRecue } from "../domain/information.ts";
import { ajouterSemaines, regimeAu } from "../domain/regime.ts";
import { exigerType } from "../domain/types.ts";
import { franceTravailInput } from "../schemas.ts";
import { cadreDuJour, exigerPresent, regleAu } from "./cadre.ts";
import { ecrireDecisions } from "./ecrire-decisions.ts";

interface OrientationConstatee {
  readonly orientationId: number;
  readonly personneId: number;
}

/**
 * The six weeks are over and France Travail has oriented (CASF D262-65-2): its decision is recorded as it is,
 * places or not, and the pending proposal is set aside.
 */
export const constaterOrientationFranceTravail = defineUseCase({
  name: "orientation.constater-france-travail",
  input: franceTravailInput,
  droit: "orientation:proposer",
  nature: "ecriture",
  trace: ({ le, type }, { orientationId, personneId }: OrientationConstatee) => ({
    objet: "orientation",
    objetId: orientationId,
    personneId,
    details: { le, type, origine: "france-travail" },
  }),
  async run(context, { personneId, le, type: code, structureId }): Promise<OrientationConstatee> {
    const { tx, agent } = context;
    const { le: aujourdhui, referentiel } = cadreDuJour(context);
    const present = await exigerPresent(context, personneId);
    exigerAAccompagner(present);
    exigerDelaiPasse(present, le, aujourdhui);
    const [deja] = await verrouillerOrientationsDe(tx, [personneId]);
    if (deja) throw dejaOrientee();
    const type = exigerType(regleAu(referentiel, le).types, code);
    const enCours = await verrouillerPropositionsDe(tx, [personneId]);
    await cloreLesPropositions(
      tx,
      enCours.map(({ id }) => id),
      {
        etape: "ecartee",
        code: "france-travail",
        motif: "France Travail a orienté la personne, le délai du département étant passé",
        le: aujourdhui,
        par: agent.id,
      },
    );
    const [ecrite] = await ecrireDecisions(context, aujourdhui, [
      {
        personneId,
        dossierId: present.dossierId,
        type: type.code,
        dominante: type.dominante,
        structureId,
        referentId: null,
        origine: "france-travail",
        regime: regimeAu(le).code,
        le,
        par: agent.id,
        decideur: "France Travail",
        motifEcart: null,
        propositionId: null,
        demandeId: null,
      },
    ]);
    return { orientationId: ecrite?.orientationId ?? 0, personneId };
  },
});

function exigerDelaiPasse(present: PersonnePresente, le: string, aujourdhui: string): void {
  if (le > aujourdhui)
    refuser("Cette date est à venir : saisissez le jour où France Travail a décidé.");
  const { franceTravailApresSemaines } = regimeAu(le);
  if (franceTravailApresSemaines === null) {
    refuser(
      "À cette date, la loi ne permettait pas à France Travail d’orienter à la place du département.",
    );
  }
  const connue = informationRecue(present);
  const limite = connue === null ? null : ajouterSemaines(connue, franceTravailApresSemaines ?? 0);
  if (limite === null || le > limite) return;
  refuser(
    `France Travail n’oriente qu’après ${franceTravailApresSemaines} semaines, soit après le ${limite.split("-").toReversed().join("/")} pour cette personne.`,
  );
}

function refuser(message: string): never {
  throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
    champs: { le: message },
  });
}

export function dejaOrientee(): DomainError {
  return new DomainError(
    "orientation.deja-en-vigueur",
    "Cette personne a déjà une orientation en vigueur. Demandez une réorientation si elle ne convient plus.",
  );
}
