import { nommerPersonnes } from "#droits/dossier";
import { sql } from "#platform/db/list/sql.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  ajouterInscriptions,
  donnerLesPlaces,
  lireInscription,
  lireInscriptions,
  retirerInscription,
} from "../db/inscriptions.ts";
import { lireSeances, type SeanceLue, verrouillerSeance } from "../db/seances.ts";
import { cleInscription, donnerPlaces } from "../domain/places.ts";
import { annulerInscriptionInput, inscrireInput } from "../schemas.ts";
import {
  cadreDuJour,
  exigerOuverte,
  exigerPersonnes,
  perimetreSeances,
  porteeDesNoms,
  tenirSeance,
} from "./cadre.ts";

export interface Inscription {
  readonly inscrites: number;
  readonly attente: number;
  /** Already registered there: left as they were. */
  readonly deja: number;
  /** Found no place, and no waiting list was asked. */
  readonly sansPlace: number;
}

/**
 * Whoever follows a person registers her in any session offered; the places are given under a lock, in the order of
 * the list. One person alone is refused with the reason; in a group, what can be done is done and the rest is counted.
 */
export const inscrirePersonnes = defineUseCase({
  name: "seance.inscrire",
  input: inscrireInput,
  droit: "seance:tenir",
  nature: "ecriture",
  trace: ({ seanceId, personnes, serie }, fait: Inscription) => ({
    objet: "seance",
    objetId: seanceId,
    personneId: personnes.length === 1 ? (personnes[0] ?? null) : null,
    details: { ...fait, serie, ...(personnes.length > 1 && { personnes }) },
  }),
  async run(context, saisie): Promise<Inscription> {
    const personnes = [...new Set(saisie.personnes)];
    await exigerPersonnes(context, personnes);
    const demandee = await tenirSeance(context, saisie.seanceId);
    exigerOuverte(demandee);
    const seances = saisie.serie ? await deLaSerie(context, demandee) : [demandee];
    const fait = await repartir(context, seances, { personnes, attente: saisie.attente });
    if (personnes.length === 1 && seances.length === 1) exigerFait(fait, demandee);
    return fait;
  },
});

/** This one and those after it, held in one order so that two agents never wait for each other. */
async function deLaSerie({ tx }: Context, demandee: SeanceLue): Promise<readonly SeanceLue[]> {
  if (demandee.serieId === null) return [demandee];
  const suite = sql`s.serie_id = ${demandee.serieId}::int and s.jour >= ${demandee.jour}::date
    and s.annulee_le is null and s.close_le is null`;
  for (const { id } of await lireSeances(tx, suite)) await verrouillerSeance(tx, id);
  return lireSeances(tx, suite);
}

async function repartir(
  context: Context,
  seances: readonly SeanceLue[],
  { personnes, attente }: { readonly personnes: readonly number[]; readonly attente: boolean },
): Promise<Inscription> {
  const { tx, agent } = context;
  const connues = await lireInscriptions(
    tx,
    seances.map(({ id }) => id),
  );
  const deja = new Set(
    connues.map(({ seanceId, personneId }) => cleInscription(seanceId, personneId)),
  );
  const { nouvelles, ...reste } = donnerPlaces(seances, personnes, { attente, deja });
  if (nouvelles.length > 0) {
    const auteur = { le: cadreDuJour(context).le, par: agent.id, nom: agent.nom };
    await ajouterInscriptions(tx, nouvelles, auteur);
  }
  const inscrites = nouvelles.filter(({ etat }) => etat === "inscrite").length;
  return { inscrites, attente: nouvelles.length - inscrites, ...reste };
}

/** @throws DomainError `inscription.deja-faite`, `seance.complete` */
function exigerFait({ deja, sansPlace }: Inscription, { capacite }: SeanceLue): void {
  if (deja > 0) {
    throw new DomainError(
      "inscription.deja-faite",
      "Cette personne est déjà inscrite à cette séance, ou déjà sur sa liste d’attente.",
    );
  }
  if (sansPlace > 0) {
    throw new DomainError(
      "seance.complete",
      `La séance est complète (${capacite} places). Inscrivez la personne sur la liste d’attente, ou choisissez une autre séance.`,
    );
  }
}

interface Annulee {
  readonly seanceId: number;
  readonly personneId: number;
  /** Who had waited, and takes the place. */
  readonly placees: readonly number[];
}

export const annulerInscription = defineUseCase({
  name: "seance.annuler-inscription",
  input: annulerInscriptionInput,
  droit: "seance:tenir",
  nature: "ecriture",
  trace: ({ motif }, { seanceId, personneId, placees }: Annulee) => ({
    objet: "seance",
    objetId: seanceId,
    personneId,
    details: { motif, placees },
  }),
  async run(context, { inscriptionId, motif }): Promise<Annulee> {
    const { tx, agent } = context;
    const { le } = cadreDuJour(context);
    const vue = await lireInscription(tx, inscriptionId);
    if (!vue) throw inscriptionIntrouvable();
    const seance = await tenirSeance(context, vue.seanceId);
    const inscription = await lireInscription(tx, inscriptionId);
    const sienne = (await perimetreSeances(context))(seance);
    const noms = await nommerPersonnes(tx, porteeDesNoms(sienne, agent.portee), [vue.personneId]);
    if (!inscription || !noms.has(vue.personneId)) throw inscriptionIntrouvable();
    exigerOuverte(seance);
    await retirerInscription(tx, inscriptionId, { le, motif });
    const placees = seance.jour >= le ? await donnerLesPlaces(tx, seance.id, le) : [];
    return { seanceId: seance.id, personneId: vue.personneId, placees };
  },
});

function inscriptionIntrouvable(): DomainError {
  return new DomainError(
    "inscription.introuvable",
    "Cette inscription n’existe pas ou est déjà annulée, ou la personne n’est pas dans votre périmètre.",
  );
}
