import type { VNode } from "preact";
import type { Certitude } from "#commun/referentiel";
import { Etat } from "#platform/ui/components/tag.tsx";
import { formatDate, formatDuration, formatRelative } from "#platform/ui/format.ts";
import type { State } from "#platform/ui/tone.ts";
import type { EtatRestitution } from "../domain/etat.ts";
import type { NatureQuestion } from "../domain/questions.ts";
import type { FiltreTableau } from "../domain/tableau.ts";

export type Href = (path: string) => string;

export const libellesEtat: Readonly<Record<EtatRestitution, string>> = {
  "a-venir": "À venir",
  ouverte: "À remplir",
  "non-transmise": "Non transmise",
  "a-corriger": "À corriger",
  "a-certifier": "À certifier",
  certifiee: "À transmettre",
  transmise: "Transmise",
  acceptee: "Acceptée",
};

const tons: Readonly<Record<EtatRestitution, State>> = {
  "a-venir": "closed",
  ouverte: "soon",
  "non-transmise": "late",
  "a-corriger": "late",
  "a-certifier": "soon",
  certifiee: "soon",
  transmise: "waiting",
  acceptee: "ok",
};

interface Juge {
  readonly etat: EtatRestitution;
  readonly retard: number;
  readonly transmise: boolean;
}

/** Late before it is sent: the word says so, whatever step it is at. */
export function EtatDeLaRestitution({ etat, retard, transmise }: Juge): VNode {
  const enRetard = etat === "ouverte" && !transmise && retard > 0;
  return (
    <Etat tone={enRetard ? "late" : tons[etat]}>{enRetard ? "En retard" : libellesEtat[etat]}</Etat>
  );
}

/** « à rendre le 10/11/2026, dans 3 jours », « rendue avec 4 jours de retard ». */
export function delaiEnMots(
  {
    dueLe,
    premiereTransmissionLe,
  }: { readonly dueLe: string; readonly premiereTransmissionLe: string | null },
  retard: number,
  le: string,
): string {
  if (premiereTransmissionLe === null) {
    return le > dueLe
      ? `à rendre le ${formatDate(dueLe)}, ${formatRelative(dueLe, le)}`
      : `à rendre ${formatRelative(dueLe, le)}`;
  }
  const rendue = `rendue le ${formatDate(premiereTransmissionLe)}`;
  return retard > 0 ? `${rendue}, avec ${formatDuration(retard)} de retard` : `${rendue}, à temps`;
}

export const libellesFiltre: Readonly<Record<FiltreTableau, string>> = {
  recues: "Reçues",
  "a-accepter": "À accepter",
  acceptees: "Acceptées",
  manquantes: "Manquantes",
  "a-corriger": "À corriger",
  "en-retard": "En retard",
  "non-transmises": "Non transmises",
  attendues: "Attendues, dans les temps",
  changees: "Séjours changés depuis",
  tardives: "Reçues en retard",
  neant: "Néant",
};

export const tonsFiltre: Partial<Readonly<Record<FiltreTableau, State>>> = {
  recues: "ok",
  acceptees: "ok",
  "a-accepter": "waiting",
  "a-corriger": "late",
  "en-retard": "late",
  "non-transmises": "late",
  attendues: "soon",
  changees: "late",
};

const questions: Readonly<Record<NatureQuestion, readonly [une: string, plusieurs: string]>> = {
  "sorties-a-arbitrer": [
    "sortie attend qu’on arbitre sa classe : elle compte dans les sorties, dans aucune classe",
    "sorties attendent qu’on arbitre leur classe : elles comptent dans les sorties, dans aucune classe",
  ],
  "sans-rencontre": [
    "personne présente sans rencontre notée dans le mois",
    "personnes présentes sans rencontre notée dans le mois",
  ],
  "duree-depassee": [
    "personne présente au-delà de la durée de l’action",
    "personnes présentes au-delà de la durée de l’action",
  ],
  "places-depassees": [
    "présent de plus que de places financées",
    "présents de plus que de places financées",
  ],
};

export const questionEnMots = (nature: NatureQuestion, nombre: number): string =>
  `${nombre} ${questions[nature][nombre < 2 ? 0 : 1]}`;

/** Said of every value the département has not confirmed yet. */
export function Source({
  texte,
  certitude,
}: {
  readonly texte: string;
  readonly certitude: Certitude;
}): VNode {
  return (
    <p class="muted small">
      {texte}
      {certitude === "a-confirmer" && ". À confirmer par le Département."}
    </p>
  );
}

export const cheminDe = (restitutionId: number): string => `/restitutions/${restitutionId}`;
