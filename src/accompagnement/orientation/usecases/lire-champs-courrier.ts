import type { LireChamps } from "#commun/courrier";
import { lireChampsPersonnes } from "#droits/dossier";
import { formatLongDate, formatPhone, formatTime } from "#platform/ui/format.ts";
import { formatName } from "#platform/ui/format-name.ts";
import { lireOrientationsEcrites, type OrientationEcrite } from "../db/champs-courrier.ts";
import { cadreDuJour } from "./cadre.ts";

type ChampsOrientation = Readonly<Record<string, string | null>>;

/**
 * What letters write, by merge field: the person within the agent’s perimeter, then the orientation in force, whom
 * it entrusts her to, and when they first meet.
 */
export const lireChampsCourrier: LireChamps = async (context, personnes) => {
  const { types } = cadreDuJour(context).regle;
  const libelles = new Map(types.map(({ code, libelle }) => [code, libelle]));
  const siens = await lireChampsPersonnes(context, personnes);
  const lues = await lireOrientationsEcrites(context.tx, [...siens.keys()]);
  const orientations = new Map(
    lues.map((lue) => [lue.personneId, champsDe(lue, libelles.get(lue.type) ?? lue.type)]),
  );
  return new Map([...siens].map(([id, champs]) => [id, { ...champs, ...orientations.get(id) }]));
};

function champsDe(lue: OrientationEcrite, type: string): ChampsOrientation {
  return {
    "orientation.type": type,
    "orientation.date": sansJourDeSemaine(lue.decideeLe),
    "orientation.decideur": lue.decideur,
    "orientation.motif": motif(lue),
    ...champsStructure(lue),
    ...champsReferent(lue),
    ...champsRendezVous(lue),
  };
}

function champsStructure(lue: OrientationEcrite): ChampsOrientation {
  const ville = [lue.codePostal, lue.commune?.toLocaleUpperCase("fr")].filter(Boolean).join(" ");
  return {
    "structure.nom": lue.structure,
    "structure.adresse": [lue.adresse, ville].filter(Boolean).join("\n") || null,
    "structure.telephone": formatPhone(lue.telephoneStructure) || null,
    "structure.courriel": lue.courrielStructure,
  };
}

function champsReferent(lue: OrientationEcrite): ChampsOrientation {
  const nom = [lue.qualite, formatName(lue.nomReferent, lue.prenomReferent)];
  return {
    "referent.nom": lue.nomReferent === null ? null : nom.filter(Boolean).join(" "),
    "referent.fonction": lue.fonction,
    "referent.telephone": formatPhone(lue.telephoneReferent) || null,
    "referent.courriel": lue.courrielReferent,
  };
}

function champsRendezVous(lue: OrientationEcrite): ChampsOrientation {
  return {
    "rendez-vous.date": lue.rendezVousLe === null ? null : formatLongDate(lue.rendezVousLe),
    "rendez-vous.heure": lue.heure === null ? null : formatTime(lue.heure),
    "rendez-vous.lieu": lue.lieu,
  };
}

/**
 * Strengths for employment only: a letter is read by others than the person, an obstacle is told face to face
 * (CNIL délibération 2021-028, minimisation).
 */
function motif({ explication }: OrientationEcrite): string | null {
  const atouts = (explication?.contributions ?? []).filter(
    ({ axe, poids }) => axe === "emploi" && poids > 0,
  );
  return atouts.map(({ libelle }) => libelle).join(", ") || null;
}

function sansJourDeSemaine(date: string): string {
  return formatLongDate(date).replace(/^\S+ /u, "");
}
