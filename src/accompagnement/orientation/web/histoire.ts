import type { TimelineEntry } from "#platform/ui/components/timeline.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type {
  DemandeDatee,
  DesignationDatee,
  OrientationDatee,
  Parcours,
  PropositionPassee,
} from "../db/parcours.ts";
import {
  clotureEnMots,
  demandeursEnMots,
  dominantesEnMots,
  originesEnMots,
} from "../domain/libelles.ts";

interface Fait {
  readonly le: string;
  readonly quoi: string;
  readonly detail?: string | null | undefined;
}

/** Everything that happened, in words, the latest first. */
export function histoire(parcours: Parcours): readonly TimelineEntry[] {
  return faits(parcours)
    .toReversed()
    .toSorted((a, b) => b.le.localeCompare(a.le))
    .map(({ le, quoi, detail }, rang) => ({
      key: `${le}-${rang}`,
      when: formatDate(le),
      what: quoi,
      ...(detail && { detail }),
    }));
}

/** As they happen: what is done the same day keeps this order. */
function faits(parcours: Parcours): readonly Fait[] {
  return [
    ...parcours.propositions.toReversed().flatMap(faitsDeProposition),
    ...parcours.demandes.toReversed().flatMap(faitsDeDemande),
    ...parcours.orientations.toReversed().flatMap(faitsDOrientation),
    ...parcours.designations.toReversed().flatMap(faitsDeDesignation),
    ...parcours.rendezVous
      .toReversed()
      .flatMap(({ fixeLe, prevuLe, issue, issueLe }) => [
        { le: fixeLe, quoi: `Premier rendez-vous fixé au ${formatDate(prevuLe)}` },
        ...(issue !== null && issueLe !== null ? [{ le: issueLe, quoi: issues[issue] }] : []),
      ]),
  ];
}

function faitsDeDemande(demande: DemandeDatee): readonly Fait[] {
  const { le, demandeur, motif, decideeLe, etat, motifDecision } = demande;
  return [
    { le, quoi: `Réorientation demandée par ${demandeursEnMots[demandeur]}`, detail: motif },
    ...(decideeLe === null
      ? []
      : [{ le: decideeLe, quoi: decisions[etat], detail: motifDecision }]),
  ];
}

const issues = {
  tenu: "Premier rendez-vous tenu",
  absence: "Absence au premier rendez-vous",
  reporte: "Premier rendez-vous reporté",
} as const;

const decisions = {
  "en-instance": "Réorientation en instance",
  reorientee: "Réorientation décidée",
  maintenue: "Orientation maintenue",
  "sans-objet": "Demande de réorientation sans objet",
} as const;

function faitsDeProposition(proposition: PropositionPassee): readonly Fait[] {
  const { le, dominante, transmiseLe, closeLe, codeCloture, motifCloture } = proposition;
  return [
    {
      le,
      quoi: `Orientation ${dominantesEnMots[dominante].toLowerCase()} proposée`,
      detail: `Matrice ${proposition.versionMatrice}`,
    },
    ...(transmiseLe === null
      ? []
      : [{ le: transmiseLe, quoi: "Proposition transmise pour décision" }]),
    ...(closeLe === null || codeCloture === null
      ? []
      : [
          {
            le: closeLe,
            quoi: `Proposition ${clotureEnMots[codeCloture] ?? "écartée"}`,
            detail: motifCloture,
          },
        ]),
  ];
}

const fins: Readonly<Record<string, string>> = {
  "droit-clos": "L’orientation prend fin avec le droit",
  reorientation: "L’orientation prend fin : réorientation",
  fusion: "L’orientation prend fin : fiches fusionnées",
  "structure-fermee":
    "L’orientation prend fin : sa structure a fermé pendant que les fiches étaient fusionnées",
};

function faitsDOrientation(orientation: OrientationDatee): readonly Fait[] {
  const { decideeLe, dominante, origine, motifEcart, notifieeLe, au, motifFin } = orientation;
  return [
    {
      le: decideeLe,
      quoi: `${originesEnMots[origine]} : ${dominantesEnMots[dominante]}`,
      detail: [orientation.decideur, motifEcart].filter(Boolean).join(". "),
    },
    ...(notifieeLe === null ? [] : [{ le: notifieeLe, quoi: "Décision notifiée" }]),
    ...(au === null || motifFin === null
      ? []
      : [{ le: au, quoi: fins[motifFin] ?? "L’orientation prend fin" }]),
  ];
}

function faitsDeDesignation(designation: DesignationDatee): readonly Fait[] {
  const { du, structure, referent, motif, annulee, avis, avisLe, motifAvis } = designation;
  const qui = [referent, structure].filter(Boolean).join(", ");
  return [
    {
      le: du,
      quoi: `${annulee ? "Désignation remplacée le jour même" : "Désignation"} : ${qui}`,
      detail: motif,
    },
    ...(avis === null || avisLe === null
      ? []
      : [
          {
            le: avisLe,
            quoi: avis === "confirmee" ? "Désignation confirmée" : "Désignation contestée",
            detail: motifAvis,
          },
        ]),
  ];
}
