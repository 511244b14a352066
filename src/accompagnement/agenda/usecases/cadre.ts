import { nomDuFerie } from "#commun/echeance";
import {
  type Calendrier,
  chargerReferentiel,
  type MotifRendezVous,
  type Referentiel,
  type RegleAgenda,
  versionAu,
} from "#commun/referentiel";
import { lireEquipe, type MembreEquipe, structuresDuPerimetre } from "#commun/structure";
import { nommerPersonnes, type PersonneBreve } from "#droits/dossier";
import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { type Lieu, lieuxDe } from "../db/lieux.ts";
import { type PermanenceLue, permanencesDe } from "../db/permanences.ts";
import type { RendezVous } from "../db/rendez-vous.ts";
import { type Cadre, contient, type Heures } from "../domain/creneaux.ts";
import { lireHeure } from "../domain/heures.ts";
import { type Fenetre, rangDansLaSemaine } from "../domain/jours.ts";

export interface CadreDuJour {
  readonly le: string;
  readonly referentiel: Referentiel;
  readonly regle: RegleAgenda;
  readonly calendrier: Calendrier;
}

/** The rules of the day the act is done. */
export function cadreDuJour({
  departement,
  now,
}: Pick<Context, "departement" | "now">): CadreDuJour {
  const le = civilDay(now);
  const referentiel = chargerReferentiel(departement.referentiel);
  return {
    le,
    referentiel,
    regle: (versionAu(referentiel.agenda, le) ?? referentiel.agenda[0]).valeur,
    calendrier: (versionAu(referentiel.joursFeries, le) ?? referentiel.joursFeries[0]).valeur,
  };
}

export function motifDe(regle: RegleAgenda, code: string): MotifRendezVous {
  const motif = regle.motifs.find((un) => un.code === code);
  if (motif) return motif;
  throw refusDeSaisie({ motif: "Choisissez un motif de la liste." });
}

export function refusDeSaisie(champs: Readonly<Record<string, string>>): DomainError {
  return new DomainError("saisie.invalide", "La saisie comporte des erreurs.", { champs });
}

export interface Nomme {
  readonly id: number;
  readonly nom: string;
}

/** The structures whose agendas this agent may see. */
export function structuresVisibles(context: Context): Promise<readonly Nomme[]> {
  return structuresDuPerimetre(context.tx, context.agent.portee, civilDay(context.now));
}

/** @throws DomainError `structure.introuvable`, the same for one that is not and one out of the perimeter */
export async function exigerStructure(context: Context, structureId: number): Promise<Nomme> {
  const structure = (await structuresVisibles(context)).find(({ id }) => id === structureId);
  if (structure) return structure;
  throw new DomainError(
    "structure.introuvable",
    "Cette structure n’existe pas, ou son agenda n’est pas dans votre périmètre. Choisissez-en une autre.",
  );
}

/** @throws DomainError `personne.introuvable` when one of them is out of the perimeter of the agent */
export async function exigerPersonnes(
  { tx, agent }: Context,
  personnes: readonly number[],
): Promise<ReadonlyMap<number, PersonneBreve>> {
  const connues = await nommerPersonnes(tx, agent.portee, personnes);
  if (personnes.every((id) => connues.has(id))) return connues;
  throw new DomainError(
    "personne.introuvable",
    personnes.length === 1
      ? "Cette personne n’existe pas, ou elle n’est pas dans votre périmètre. Cherchez-la par son nom."
      : "Une de ces personnes n’est pas dans votre périmètre. Reprenez la liste.",
  );
}

/** @throws DomainError `rendez-vous.introuvable` */
export function rendezVousIntrouvable(): DomainError {
  return new DomainError(
    "rendez-vous.introuvable",
    "Ce rendez-vous n’existe pas, ou il n’est pas dans votre périmètre. Revenez à l’agenda.",
  );
}

/** What a structure’s agenda is made of between two days. */
export interface MoyensAgenda {
  readonly lieux: readonly Lieu[];
  readonly equipe: readonly MembreEquipe[];
  readonly permanences: readonly PermanenceLue[];
}

export async function moyensDe(
  { tx }: Context,
  structures: readonly number[],
  fenetre: Fenetre,
): Promise<MoyensAgenda> {
  return {
    lieux: await lieuxDe(tx, structures),
    equipe: await lireEquipe(tx, structures, fenetre),
    permanences: await permanencesDe(tx, structures, fenetre),
  };
}

/** Opening hours of a place on a day: its own, else those of the département. */
export function ouvertureDe(
  lieux: readonly Lieu[],
  { ouverture }: RegleAgenda,
): (lieuId: number | null, jour: string) => readonly Heures[] {
  const communes = { de: lireHeure(ouverture.de) ?? 0, a: lireHeure(ouverture.a) ?? 0 };
  const parLieu = new Map(lieux.map((lieu) => [lieu.id, lieu]));
  return (lieuId, jour) => {
    const rang = rangDansLaSemaine(jour);
    const dits = lieuId === null ? [] : (parLieu.get(lieuId)?.horaires ?? []);
    const enVigueur = dits.find((periode) => contient(periode, jour));
    if (enVigueur) return enVigueur.heures.filter((heures) => heures.jour === rang);
    return ouverture.jours.includes(rang) ? [communes] : [];
  };
}

export function presenceDe(
  equipe: readonly MembreEquipe[],
): (referentId: number, jour: string) => boolean {
  const parId = new Map(equipe.map((membre) => [membre.id, membre]));
  return (referentId, jour) => {
    const membre = parId.get(referentId);
    return (
      membre !== undefined &&
      contient(membre, jour) &&
      !membre.absences.some((absence) => contient(absence, jour))
    );
  };
}

export function cadreDesCreneaux(
  context: Context,
  fenetre: Fenetre,
  { lieux, equipe, permanences }: MoyensAgenda,
  pris: readonly RendezVous[],
): Cadre {
  const { regle, calendrier } = cadreDuJour(context);
  return {
    ...fenetre,
    permanences,
    pris,
    ouverture: ouvertureDe(lieux, regle),
    ferie: (jour) => nomDuFerie(jour, calendrier),
    present: presenceDe(equipe),
    maintenant: context.now,
  };
}
