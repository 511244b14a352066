import type { EtapeOrientation, RegleOrientation, TypeOrientation } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";
import { passer } from "./etapes.ts";
import type { Places, Service } from "./offre.ts";
import { exigerType } from "./types.ts";

/** What somebody decides of a proposal: `null` keeps what is proposed. */
export interface Choix {
  readonly type: string | null;
  readonly structureId: number | null;
  /** `undefined` keeps the référent proposed, `null` leaves the structure to name one. */
  readonly referentId?: number | null | undefined;
  readonly motif: string | null;
}

interface Proposee {
  readonly type: string | null;
  readonly structureId: number | null;
  readonly referentId: number | null;
  readonly etape: EtapeOrientation;
}

interface PersonneADecider {
  readonly beneficiaire: boolean;
  readonly territoireId: number | null;
  readonly territoire: string | null;
}

export interface Decision {
  readonly type: TypeOrientation;
  readonly structureId: number;
  readonly referentId: number | null;
  readonly motifEcart: string | null;
}

export interface Cadre {
  readonly regle: RegleOrientation;
  readonly places: Places;
}

/** Judges one decision and takes its place. Refusals say what to do. */
export function decider(
  proposition: Proposee,
  personne: PersonneADecider,
  choix: Choix,
  { regle, places }: Cadre,
): Decision {
  passer(proposition.etape, "decider", regle.circuit);
  exigerAAccompagner(personne);
  const voulu = choix.type ?? proposition.type;
  const structureId = choix.structureId ?? proposition.structureId;
  if (voulu === null || structureId === null) throw sansStructure();
  const type = exigerType(regle.types, voulu);
  const { referentId, ecart } = comparer(proposition, { ...choix, type: type.code, structureId });
  if (ecart && choix.motif === null) throw motifRequis();
  prendrePlace({ type, structureId, referentId, motif: choix.motif }, personne, places);
  return { type, structureId, referentId, motifEcart: ecart ? choix.motif : null };
}

const telleQuelle: Choix = { type: null, structureId: null, motif: null };

/** Why this proposal cannot be accepted as it stands, in the words of the refusal; it takes the place when it can. */
export function empechement(
  proposition: Proposee,
  personne: PersonneADecider,
  cadre: Cadre,
): string | null {
  try {
    decider(proposition, personne, telleQuelle, cadre);
    return null;
  } catch (refus) {
    if (refus instanceof DomainError) return refus.message;
    throw refus;
  }
}

/** Another structure or type leaves the référent proposed behind; any difference is a departure. */
function comparer(
  proposition: Proposee,
  choix: Pick<Choix, "referentId" | "type" | "structureId">,
): { readonly referentId: number | null; readonly ecart: boolean } {
  const meme = choix.type === proposition.type && choix.structureId === proposition.structureId;
  const garde = meme ? proposition.referentId : null;
  const referentId = choix.referentId === undefined ? garde : choix.referentId;
  return { referentId, ecart: !meme || referentId !== proposition.referentId };
}

export function exigerAAccompagner({ beneficiaire }: { readonly beneficiaire: boolean }): void {
  if (beneficiaire) return;
  throw new DomainError(
    "orientation.droit-clos",
    "Cette personne n’est plus à accompagner : son droit est clos, ou elle n’est plus soumise aux droits et devoirs. Aucune orientation ne peut être décidée pour elle : vérifiez ses droits dans son dossier.",
  );
}

interface Placement {
  readonly type: TypeOrientation;
  readonly structureId: number;
  readonly referentId: number | null;
  readonly motif: string | null;
}

/** @throws DomainError `orientation.secteur`, `orientation.capacite-epuisee`, `orientation.referent-indisponible` */
export function prendrePlace(
  { type, structureId, referentId, motif }: Placement,
  personne: Pick<PersonneADecider, "territoireId" | "territoire">,
  places: Places,
): Service {
  const service = exigerService({ type, structureId, motif }, personne, places);
  if (places.reste(service) === 0) throw sansPlace(service, places.suivies(structureId, type.code));
  if (referentId !== null) exigerReferent(service, referentId, places);
  places.prendre(structureId, type.code, referentId);
  return service;
}

function sansPlace({ nom, structureId, typeOrientation, places }: Service, suivies: number) {
  const personnes = suivies < 2 ? "personne suivie" : "personnes suivies";
  const pour = `${places} ${(places ?? 0) < 2 ? "place" : "places"}`;
  return new DomainError(
    "orientation.capacite-epuisee",
    `« ${nom} » n’a plus de place (${suivies} ${personnes} pour ${pour}). Choisissez une autre structure, ou attendez qu’une place se libère.`,
    { structureId, type: typeOrientation, places },
  );
}

function exigerService(
  { type, structureId, motif }: Omit<Placement, "referentId">,
  { territoireId, territoire }: Pick<PersonneADecider, "territoireId" | "territoire">,
  places: Places,
): Service {
  const proche = places
    .services(type.code, territoireId)
    .find((service) => service.structureId === structureId);
  if (proche) return proche;
  const ailleurs = places
    .tousLesServices(type.code)
    .find((service) => service.structureId === structureId);
  if (ailleurs && motif !== null) return ailleurs;
  throw new DomainError(
    "orientation.secteur",
    ailleurs
      ? `« ${ailleurs.nom} » ne reçoit pas les personnes ${territoire === null ? "sans commune connue" : `du territoire ${territoire}`}. Choisissez une structure de ce territoire, ou donnez le motif de cette exception.`
      : `Cette structure ne prend pas le type « ${type.libelle} ». Choisissez-en une autre.`,
    { structureId, type: type.code, territoireId },
  );
}

function exigerReferent(service: Service, referentId: number, places: Places): void {
  const referent = service.referents.find(({ id }) => id === referentId);
  if (referent && places.peutRecevoir(referent)) return;
  const pourquoi = !referent
    ? "n’est plus dans cette structure"
    : referent.absent
      ? "est absent"
      : "n’a plus de place";
  throw new DomainError(
    "orientation.referent-indisponible",
    `${referent?.nom ?? "Ce référent"} ${pourquoi}. Choisissez un autre référent de « ${service.nom} », ou laissez la structure le désigner.`,
    { referentId, structureId: service.structureId },
  );
}

function sansStructure(): DomainError {
  return new DomainError(
    "orientation.sans-structure",
    "Aucune structure n’est proposée : choisissez un type d’orientation, une structure, et dites pourquoi.",
    { champs: { structureId: "Choisissez une structure." } },
  );
}

function motifRequis(): DomainError {
  return new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
    champs: { motif: "Dites pourquoi vous vous écartez de la proposition." },
  });
}
