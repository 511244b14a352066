import { ajouterJours, nomDuFerie } from "#commun/echeance";
import type { MembreEquipe } from "#commun/structure";
import { DomainError } from "#platform/errors/domain-error.ts";
import { formatLongDate } from "#platform/ui/format.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { type Conflit, conflitDeLaBase, conflitsAvec, type TempsDemande } from "../db/conflits.ts";
import type { Lieu } from "../db/lieux.ts";
import { contient, type Heures } from "../domain/creneaux.ts";
import { heureEnMots, instantDe } from "../domain/heures.ts";
import { cadreDuJour, moyensDe, ouvertureDe, refusDeSaisie } from "./cadre.ts";
import { quandEnMots } from "./moments.ts";

export interface TempsVoulu {
  readonly structureId: number;
  readonly jour: string;
  readonly heure: number;
  readonly duree: number;
  readonly referentId: number | null;
  readonly salleId: number | null;
  readonly lieuId: number | null;
  readonly personnes: readonly number[];
  readonly horsHoraires: boolean;
  readonly sauf?: number;
}

export interface TempsVerifie {
  readonly debut: Date;
  readonly fin: Date;
  readonly lieuId: number | null;
  /** Whom the room holds; null without a room, or when nobody said. */
  readonly places: number | null;
}

/** A time a meeting may take: to come, worked, open, with who receives and where, and nobody elsewhere. */
export async function verifierTemps(context: Context, voulu: TempsVoulu): Promise<TempsVerifie> {
  const debut = instantDe(voulu.jour, voulu.heure);
  const fin = new Date(debut.getTime() + voulu.duree * 60_000);
  if (debut < context.now) {
    throw new DomainError(
      "rendez-vous.passe",
      `Ce moment est passé : choisissez une heure à venir.`,
    );
  }
  refuserFerie(context, voulu.jour);
  const endroit = await verifierMoyens(context, voulu);
  await refuserConflits(context, { ...voulu, debut, fin });
  return { debut, fin, ...endroit };
}

function refuserFerie(context: Context, jour: string): void {
  const ferie = nomDuFerie(jour, cadreDuJour(context).calendrier);
  if (ferie === null) return;
  throw new DomainError(
    "rendez-vous.ferie",
    `Le ${formatLongDate(jour)} est férié (${ferie}). Choisissez un autre jour.`,
    { ferie },
  );
}

/** Who receives works there that day, the room is of the structure, and the place is open. */
async function verifierMoyens(
  context: Context,
  voulu: TempsVoulu,
): Promise<Pick<TempsVerifie, "lieuId" | "places">> {
  const { structureId, jour, referentId } = voulu;
  const fenetre = { debut: jour, fin: ajouterJours(jour, 1) };
  const { lieux, equipe } = await moyensDe(context, [structureId], fenetre);
  if (referentId !== null)
    refuserAbsence(
      equipe.find(({ id }) => id === referentId),
      jour,
    );
  const lieuId = lieuDuRendezVous(lieux, voulu);
  if (!voulu.horsHoraires) {
    refuserFermeture(ouvertureDe(lieux, cadreDuJour(context).regle)(lieuId, jour), voulu);
  }
  const salle = lieux.flatMap(({ salles }) => salles).find(({ id }) => id === voulu.salleId);
  if (salle) refuserSalleTropPetite(salle, voulu.personnes.length);
  return { lieuId, places: salle?.places ?? null };
}

function refuserSalleTropPetite({ nom, places }: Lieu["salles"][number], nombre: number): void {
  if (places === null || nombre <= places) return;
  throw new DomainError(
    "salle.trop-petite",
    `${nom} a ${places} ${places > 1 ? "places" : "place"} pour ${nombre} personnes. Choisissez une autre salle, ou prenez un second rendez-vous.`,
    { places, nombre },
  );
}

function refuserAbsence(membre: MembreEquipe | undefined, jour: string): void {
  if (!membre || !contient(membre, jour)) {
    throw refusDeSaisie({
      referentId: "Cet agent ne travaille pas dans cette structure ce jour-là.",
    });
  }
  const absence = membre.absences.find((une) => contient(une, jour));
  if (!absence) return;
  const retour = absence.jusque === null ? "" : ` (retour le ${formatLongDate(absence.jusque)})`;
  throw new DomainError(
    "rendez-vous.referent-absent",
    `${membre.prenom} ${membre.nom} n’est pas là le ${formatLongDate(jour)}${retour}. Choisissez un autre jour, ou un autre agent.`,
    { referentId: membre.id },
  );
}

/** The place of the room, else the one said, else the first of the structure. */
function lieuDuRendezVous(lieux: readonly Lieu[], { salleId, lieuId }: TempsVoulu): number | null {
  if (salleId !== null) {
    const lieu = lieux.find(({ salles }) => salles.some(({ id }) => id === salleId));
    if (!lieu) throw refusDeSaisie({ salleId: "Cette salle n’est pas de cette structure." });
    return lieu.id;
  }
  if (lieuId === null) return lieux[0]?.id ?? null;
  if (lieux.some(({ id }) => id === lieuId)) return lieuId;
  throw refusDeSaisie({ lieuId: "Ce lieu n’est pas de cette structure." });
}

function refuserFermeture(ouvert: readonly Heures[], { heure, duree, jour }: TempsVoulu): void {
  if (ouvert.some(({ de, a }) => de <= heure && heure + duree <= a)) return;
  const heures = ouvert
    .map(({ de, a }) => `de ${heureEnMots(de)} à ${heureEnMots(a)}`)
    .join(" et ");
  throw new DomainError(
    "rendez-vous.hors-horaires",
    ouvert.length === 0
      ? `Le lieu est fermé le ${formatLongDate(jour)}. Choisissez un autre jour, ou confirmez que vous recevez quand même.`
      : `Le lieu ouvre ce jour-là ${heures}. Changez l’heure, ou confirmez que vous recevez quand même.`,
  );
}

/** @throws DomainError naming who or what is already taken, and when */
export async function refuserConflits(context: Context, temps: TempsDemande): Promise<void> {
  const [conflit] = await conflitsAvec(context.tx, temps);
  if (conflit) throw refusDe(conflit);
}

const refus: Readonly<Record<Conflit["sur"], { readonly code: string; readonly dit: string }>> = {
  referent: { code: "rendez-vous.referent-pris", dit: "Cet agent a déjà un rendez-vous" },
  salle: { code: "rendez-vous.salle-prise", dit: "Cette salle est déjà prise" },
  personne: { code: "rendez-vous.personne-prise", dit: "Cette personne a déjà un rendez-vous" },
};

export function refusDe({ sur, personneId, debut, fin }: Conflit): DomainError {
  const { code, dit } = refus[sur];
  return new DomainError(code, `${dit} ${quandEnMots(debut, fin)}. Choisissez une autre heure.`, {
    personneId,
    debut,
    fin,
  });
}

/** Two sessions wrote at once: the constraint of the base answers like the check would have. */
export async function sansConflit<Fait>(ecriture: Promise<Fait>): Promise<Fait> {
  try {
    return await ecriture;
  } catch (erreur) {
    const conflit = conflitDeLaBase(erreur);
    if (conflit) throw refusDe(conflit);
    throw erreur;
  }
}
