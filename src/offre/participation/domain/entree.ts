import type { DoublePresence, FicheAction } from "#commun/referentiel";
import { enChiffres } from "./jours.ts";

/** A reason said to a person, and its code. */
export interface Raison {
  readonly code: string;
  readonly message: string;
}

interface ActionDuJour {
  readonly nom: string;
  readonly fiche: FicheAction;
  readonly du: string;
  /** First day on which it is closed. */
  readonly au: string | null;
  /** The action that must accompany it is open that day; `null` when none is asked. */
  readonly reference: "ouverte" | "fermee" | "absente" | null;
}

interface DroitConstate {
  readonly connu: boolean;
  readonly ouvert: boolean;
  readonly socle: boolean;
  readonly soumis: boolean | null;
  readonly declareLe: string | null;
}

interface AutreSejour {
  readonly memeAction: boolean;
  readonly action: string;
  readonly fiche: string;
  readonly entreLe: string;
  readonly sortiLe: string | null;
}

/** Her other stays that touch the days judged, and the sheets where a person may be at once. */
export interface Presences {
  readonly autres: readonly AutreSejour[];
  readonly doublesPresences: readonly DoublePresence[];
}

export interface DemandeEntree extends Presences {
  readonly le: string;
  readonly aujourdhui: string;
  readonly action: ActionDuJour;
  readonly droit: DroitConstate;
  /** Day of the certificate of the right shown by the person. */
  readonly attestationLe: string | null;
  /** Day on which the contract that binds her that day was signed. */
  readonly contratSigneLe: string | null;
  readonly inscrite: boolean;
  readonly presents: number;
  readonly places: number | null;
}

export interface ExamenEntree {
  readonly refus: readonly Raison[];
  readonly avertissements: readonly Raison[];
  readonly droitPreuve: "flux" | "attestation";
}

/** Every reason that forbids an entry, not the first alone; and what is said without forbidding. */
export function examinerEntree(demande: DemandeEntree): ExamenEntree {
  const { refus, preuve } = examinerDroit(demande);
  return {
    droitPreuve: preuve,
    refus: [
      ...examinerAction(demande),
      ...refus,
      ...examinerContrat(demande),
      ...examinerPresences(demande.action.fiche, demande),
    ],
    avertissements: avertir(demande),
  };
}

type DemandeAction = Pick<DemandeEntree, "le" | "aujourdhui" | "action">;

/** What an action refuses on a day to everybody. */
export function examinerAction(demande: DemandeAction): readonly Raison[] {
  return [...examinerJour(demande), ...examinerReference(demande)];
}

function* examinerJour({ le, aujourdhui, action }: DemandeAction): Generator<Raison> {
  if (le > aujourdhui)
    yield {
      code: "participation.entree-a-venir",
      message: "L’entrée est à venir : notez-la le jour où la personne entre.",
    };
  if (le < action.du)
    yield {
      code: "participation.avant-ouverture",
      message: `L’action ouvre le ${enChiffres(action.du)} : choisissez un jour à partir de celui-là.`,
    };
  if (action.au !== null && le >= action.au)
    yield {
      code: "participation.apres-fermeture",
      message: `L’action est fermée depuis le ${enChiffres(action.au)}.`,
    };
}

/** What a file knows is believed before a certificate, unless the certificate is more recent than the file. */
function examinerDroit(demande: DemandeEntree): {
  readonly refus: readonly Raison[];
  readonly preuve: "flux" | "attestation";
} {
  const { droit, attestationLe, le } = demande;
  const refus = refusDuDroit(droit, le);
  if (refus.length === 0) return { refus, preuve: "flux" };
  const plusRecente =
    attestationLe !== null && (!droit.connu || attestationLe > (droit.declareLe ?? ""));
  return plusRecente ? { refus: [], preuve: "attestation" } : { refus, preuve: "flux" };
}

/** The reasons that tell what the right of a person is. */
export const raisonsDuDroit: ReadonlySet<string> = new Set([
  "participation.droit-inconnu",
  "participation.droit-ferme",
  "participation.non-socle",
  "participation.non-soumise",
]);

function refusDuDroit(droit: DroitConstate, le: string): readonly Raison[] {
  const jour = enChiffres(le);
  if (!droit.connu)
    return [
      {
        code: "participation.droit-inconnu",
        message: `Aucun flux ne dit le droit au RSA le ${jour} : indiquez la date de l’attestation présentée.`,
      },
    ];
  const reprise =
    droit.declareLe === null ? "" : `, selon le flux du ${enChiffres(droit.declareLe)}`;
  if (!droit.ouvert)
    return [
      {
        code: "participation.droit-ferme",
        message: `Le droit au RSA n’est pas ouvert le ${jour}${reprise} : corrigez le jour d’entrée, ou indiquez une attestation plus récente que ce flux.`,
      },
    ];
  return [
    ...(droit.socle
      ? []
      : [
          {
            code: "participation.non-socle",
            message: `La personne ne perçoit pas le RSA socle le ${jour}${reprise} : l’action lui est réservée.`,
          },
        ]),
    ...(droit.soumis === true
      ? []
      : [
          {
            code: "participation.non-soumise",
            message: `La personne n’est pas soumise aux droits et devoirs le ${jour}${reprise} : l’action est réservée à qui l’est.`,
          },
        ]),
  ];
}

function* examinerContrat({ action, contratSigneLe, inscrite }: DemandeEntree): Generator<Raison> {
  const { nature, texte } = action.fiche.contractualisation;
  if (nature === "obligatoire" && contratSigneLe === null)
    yield {
      code: "participation.sans-contrat",
      message: `Un contrat signé est obligatoire pour entrer (« ${texte} ») : faites-le signer d’abord, ou indiquez le jour où il l’a été.`,
    };
  if (nature === "sans" && contratSigneLe === null && !inscrite)
    yield {
      code: "participation.sans-contrat-ni-inscription",
      message: `Ni contrat signé, ni inscription à France Travail (« ${texte} ») : indiquez la preuve de l’un ou de l’autre.`,
    };
}

function* examinerReference({ action }: DemandeAction): Generator<Raison> {
  if (action.reference === "absente")
    yield {
      code: "participation.sans-reference",
      message: `« ${action.fiche.court} » n’accueille personne sans sa référence adossée : rattachez d’abord l’action qui l’accompagne.`,
    };
  if (action.reference === "fermee")
    yield {
      code: "participation.reference-fermee",
      message: "La référence adossée n’est pas ouverte ce jour-là.",
    };
}

/** What keeps a person out of an action because of where else she is: for an entry as for a stay that goes on. */
export function* examinerPresences(
  fiche: Pick<FicheAction, "code">,
  { autres, doublesPresences }: Presences,
): Generator<Raison> {
  for (const autre of autres) {
    if (autre.memeAction)
      yield {
        code: "participation.deja-presente",
        message: `La personne est déjà dans cette action, ${periode(autre)} : ${dAbord(autre)}.`,
      };
    else if (!admet(doublesPresences, fiche.code, autre.fiche))
      yield {
        code: "participation.double-presence",
        message: `La personne est dans « ${autre.action} », ${periode(autre)} : ces deux actions ne se suivent pas en même temps ; ${dAbord(autre)}.`,
      };
  }
}

const dAbord = ({ sortiLe }: AutreSejour): string =>
  sortiLe === null ? "notez sa sortie d’abord" : "corrigez d’abord les dates de ce séjour";

/** The same refusal for who may not read that other stay. */
export const sansNommer = (raison: Raison): Raison =>
  raison.code === "participation.double-presence"
    ? {
        ...raison,
        message:
          "La personne est ce jour-là dans une autre action, qui ne se suit pas en même temps que celle-ci : demandez-lui laquelle, sa sortie doit y être notée d’abord.",
      }
    : raison;

/** Two sheets where the same person may be at once, in either order. */
export function admet(
  permises: readonly DoublePresence[],
  fiche: string,
  autreFiche: string,
): boolean {
  const dans = ({ une, autre }: DoublePresence, a: string, b: string) =>
    une === a && a !== b && (autre === "toutes" || autre === b);
  return permises.some(
    (permise) => dans(permise, fiche, autreFiche) || dans(permise, autreFiche, fiche),
  );
}

function avertir({ action, places, presents, contratSigneLe, inscrite }: DemandeEntree): Raison[] {
  const { nature } = action.fiche.contractualisation;
  const peutContracter = nature === "possible" || nature === "par-la-reference";
  return [
    ...(places !== null && presents >= places
      ? [
          {
            code: "participation.action-pleine",
            message: `L’action a ${places} place${places > 1 ? "s" : ""} et ${presents} personne${presents > 1 ? "s" : ""} : vous dépassez ses places, ce qui est permis.`,
          },
        ]
      : []),
    ...(peutContracter && contratSigneLe === null && !inscrite
      ? [
          {
            code: "participation.contrat-a-etablir",
            message: "Aucun contrat signé n’est connu : il est à établir pendant l’accompagnement.",
          },
        ]
      : []),
  ];
}

function periode({ entreLe, sortiLe }: AutreSejour): string {
  return sortiLe === null
    ? `depuis le ${enChiffres(entreLe)}`
    : `du ${enChiffres(entreLe)} au ${enChiffres(sortiLe)}`;
}
