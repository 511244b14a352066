import { type DemandeEnInstance, lireDemandesEnInstance } from "#accompagnement/orientation";
import {
  chargerReferentiel,
  type RegleAccompagnement,
  type RegleParcours,
  versionAu,
} from "#commun/referentiel";
import { nomsDesStructures } from "#commun/structure";
import type { PersonnePresente } from "#droits/dossier";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type ConcertationLue, lireConcertations } from "../db/concertations.ts";
import { type AccompagnementDate, lireParcours, type ParcoursLu } from "../db/consultation.ts";
import { type Compteur, compteurAu } from "../domain/compteur.ts";
import { moisRenouvelables } from "../domain/prolongation.ts";
import { regleDeCode, reglesDuType } from "../domain/regles.ts";
import { prochaineRencontre } from "../domain/rencontres.ts";
import { personneInput } from "../schemas.ts";
import { cadreDuJour, exigerPresent } from "./cadre.ts";
import { lireContacts } from "./contacts.ts";

export interface EnCoursConsulte {
  readonly accompagnement: AccompagnementDate;
  readonly regle: RegleAccompagnement;
  readonly compteur: Compteur;
  /** Months that may still be granted without a dérogation. */
  readonly renouvelables: number | null;
  readonly dernierContact: string | null;
  readonly rencontrerAvant: string | null;
  /** Other ways of accompanying under the same orientation. */
  readonly autres: readonly RegleAccompagnement[];
}

/** A demand of reorientation on its way: who has spoken, whom another structure answered. */
export interface RelaisConsulte {
  readonly demande: DemandeEnInstance;
  readonly instances: readonly { readonly code: string; readonly libelle: string }[];
  readonly concertations: readonly ConcertationLue[];
  /** Structures that may still be asked. */
  readonly structures: readonly { readonly id: number; readonly nom: string }[];
}

export interface ParcoursConsulte extends ParcoursLu {
  readonly personneId: number;
  readonly present: PersonnePresente;
  readonly le: string;
  readonly regles: RegleParcours;
  readonly enCours: EnCoursConsulte | null;
  readonly relais: RelaisConsulte | null;
}

async function lire(
  context: Context,
  personneId: number,
  relais: RelaisConsulte | null,
): Promise<ParcoursConsulte> {
  const { le, regles } = cadreDuJour(context);
  const present = await exigerPresent(context, personneId);
  const lu = await lireParcours(context.tx, personneId);
  return {
    ...lu,
    absences: enMots(context, lu.absences, le),
    personneId,
    present,
    le,
    regles,
    enCours: await enCoursDe(context, personneId, lu.accompagnements),
    relais,
  };
}

/** The agenda keeps what a meeting was for by its code; who reads it wants its words. */
function enMots(
  { departement }: Context,
  absences: ParcoursLu["absences"],
  le: string,
): ParcoursLu["absences"] {
  const { agenda } = chargerReferentiel(departement.referentiel);
  const { motifs } = (versionAu(agenda, le) ?? agenda[0]).valeur;
  const libelles = new Map(motifs.map(({ code, libelle }) => [code, libelle]));
  return absences.map((une) => ({ ...une, motif: libelles.get(une.motif) ?? une.motif }));
}

async function relaisDe(context: Context, personneId: number): Promise<RelaisConsulte | null> {
  const { tx, departement } = context;
  const { le } = cadreDuJour(context);
  const [demande] = await lireDemandesEnInstance(tx, [personneId]);
  if (!demande) return null;
  const { orientation } = chargerReferentiel(departement.referentiel);
  const { circuit } = (versionAu(orientation, le) ?? orientation[0]).valeur;
  const concertations = await lireConcertations(tx, [demande.demandeId]);
  const exclues = new Set([
    demande.structureId,
    ...concertations.map(({ structureId }) => structureId),
  ]);
  const ouvertes = await nomsDesStructures(tx, le);
  return {
    demande,
    instances: circuit.reorientation,
    concertations,
    structures: ouvertes.filter(({ id }) => !exclues.has(id)),
  };
}

async function enCoursDe(
  context: Context,
  personneId: number,
  accompagnements: readonly AccompagnementDate[],
): Promise<EnCoursConsulte | null> {
  const { le, regles } = cadreDuJour(context);
  const accompagnement = accompagnements.find(({ au }) => au === null);
  const regle = accompagnement ? regleDeCode(regles, accompagnement.regle) : null;
  if (!(accompagnement && regle)) return null;
  const contact = (await lireContacts(context.tx, [personneId])).get(personneId) ?? null;
  const compteur = compteurAu(accompagnement, le);
  const depuis = contact !== null && contact > accompagnement.du ? contact : accompagnement.du;
  return {
    accompagnement,
    regle,
    compteur,
    renouvelables: moisRenouvelables(regle.duree, {
      mois: accompagnement.moisAccordes,
      renouvellements: accompagnement.prolongations.filter(
        ({ nature }) => nature === "renouvellement",
      ).length,
    }),
    dernierContact: contact,
    rencontrerAvant:
      regle.frequence && compteur.etat !== "suspendu"
        ? prochaineRencontre(regle.frequence, depuis)
        : null,
    autres: reglesDuType(regles, accompagnement.type).filter(({ code }) => code !== regle.code),
  };
}

export const consulterParcours = defineUseCase({
  name: "parcours.consulter",
  input: personneInput,
  droit: "parcours:lire",
  nature: "lecture",
  trace: ({ personneId }) => ({ objet: "parcours", personneId }),
  run: async (context, { personneId }): Promise<ParcoursConsulte> =>
    lire(context, personneId, await relaisDe(context, personneId)),
});

/** For the header of every page of the person: the page that asks says what is read. */
export const resumerParcours = defineUseCase({
  name: "parcours.resumer",
  input: personneInput,
  droit: "parcours:lire",
  nature: "lecture",
  trace: null,
  run: (context, { personneId }): Promise<ParcoursConsulte> => lire(context, personneId, null),
});
