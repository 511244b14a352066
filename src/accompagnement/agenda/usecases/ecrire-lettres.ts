import { emettreCourriers, type LireChamps, type PersonneEcartee } from "#commun/courrier";
import { ajouterJours } from "#commun/echeance";
import type { UsageMessage } from "#commun/referentiel";
import type { Context } from "#platform/usecase/define-use-case.ts";
import type { Envoi } from "../db/envois.ts";
import { cadreDuJour } from "./cadre.ts";
import type { Invitee } from "./inviter.ts";

interface Lettres {
  readonly envois: readonly Envoi[];
  readonly sans: readonly { readonly personneId: number; readonly raison: string }[];
  /** Those the post may bring after the meeting. */
  readonly tardives: number;
}

/** One letter for each meeting of each person, numbered and frozen in the transaction of the act. */
export async function ecrireLettres(
  context: Context,
  lireChamps: LireChamps,
  usage: UsageMessage,
  invitees: readonly Invitee[],
): Promise<Lettres> {
  const envois: Envoi[] = [];
  const sans: Lettres["sans"][number][] = [];
  for (const { modele, tournee } of tournees(context, usage, invitees)) {
    const parPersonne = new Map(tournee.map((invitee) => [invitee.personneId, invitee]));
    const { emis, ecartes } = await emettreCourriers(context, {
      modele: { usage: modele },
      moyen: "lettre-simple",
      objet: "rendez-vous",
      lireChamps,
      personnes: tournee.map(({ personneId, rendezVous, valeurs }) => ({
        personneId,
        objetId: rendezVous.id,
        valeurs,
      })),
    });
    for (const { courrierId, personneId } of emis) {
      const rendezVousId = parPersonne.get(personneId)?.rendezVous.id ?? 0;
      envois.push({ rendezVousId, personneId, usage, canal: "courrier", courrierId });
    }
    sans.push(...ecartes.map((une) => ({ personneId: une.personneId, raison: raisonDe(une) })));
  }
  return { envois, sans, tardives: compterTardives(context, envois, invitees) };
}

interface Tournee {
  readonly modele: "convocation" | "convocation-rendez-vous";
  readonly tournee: readonly Invitee[];
}

/**
 * Letters are issued once a person: who has several meetings is written to once for each, turn after turn. The first
 * meeting has its letter; a change of it is told by the one that says what it replaces.
 */
function tournees(
  context: Context,
  usage: UsageMessage,
  invitees: readonly Invitee[],
): readonly Tournee[] {
  const { motifs } = cadreDuJour(context).regle;
  const premiers = new Set(motifs.filter(({ premier }) => premier).map(({ code }) => code));
  const rangs = new Map<number, number>();
  const parTour = new Map<string, { modele: Tournee["modele"]; tournee: Invitee[] }>();
  for (const invitee of invitees) {
    const { personneId, rendezVous } = invitee;
    const rang = rangs.get(personneId) ?? 0;
    rangs.set(personneId, rang + 1);
    const premier = usage === "convocation-rendez-vous" && premiers.has(rendezVous.motif);
    const modele = premier ? "convocation" : "convocation-rendez-vous";
    const tour = parTour.get(`${rang} ${modele}`);
    if (tour) tour.tournee.push(invitee);
    else parTour.set(`${rang} ${modele}`, { modele, tournee: [invitee] });
  }
  return [...parTour.values()];
}

function raisonDe({ manquants }: PersonneEcartee): string {
  return manquants.includes("personne.adresse")
    ? "L’adresse de la personne manque : aucune lettre ne peut partir"
    : "La fiche de la personne est incomplète : aucune lettre ne peut partir";
}

function compterTardives(
  context: Context,
  envois: readonly Envoi[],
  invitees: readonly Invitee[],
): number {
  const { le, regle } = cadreDuJour(context);
  const surs = ajouterJours(le, regle.preavisCourrier);
  const jours = new Map(invitees.map(({ rendezVous }) => [rendezVous.id, rendezVous.jour]));
  return envois.filter(({ rendezVousId }) => (jours.get(rendezVousId) ?? surs) < surs).length;
}
