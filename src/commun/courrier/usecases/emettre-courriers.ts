import { chargerReferentiel, type UsageCourrier } from "#commun/referentiel";
import { civilDay } from "#platform/clock/civil-day.ts";
import { formatLongDate } from "#platform/ui/format.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { inscrireCourriers, prendreRangs } from "../db/courriers.ts";
import { type Valeurs, valeursDe } from "../domain/champs.ts";
import { type MoyenEnvoi, numeroCourrier, parLaPoste } from "../domain/courrier.ts";
import { champsManquants } from "../domain/fusion.ts";
import { figerLettre } from "../domain/lettre.ts";
import { type ModeleEnVigueur, modeleEnVigueur } from "./modeles-en-vigueur.ts";

/**
 * Gives the values of the merge fields of these persons, within the perimeter of the agent: who is not
 * in the answer is not hers to write to.
 */
export type LireChamps = (
  context: Context,
  personnes: readonly number[],
) => Promise<ReadonlyMap<number, Valeurs>>;

export interface DestinataireCourrier {
  readonly personneId: number;
  /** Identifier of what the letter is about, in the module that issues it. */
  readonly objetId?: number | null;
  /** Values only the caller knows; they win over the ones read. */
  readonly valeurs?: Valeurs;
}

export interface DemandeCourriers {
  readonly modele: { readonly code: string } | { readonly usage: UsageCourrier };
  readonly personnes: readonly DestinataireCourrier[];
  readonly moyen: MoyenEnvoi;
  /** What the letters are about: `orientation`; null for a letter about nothing else. */
  readonly objet: string | null;
  readonly lireChamps: LireChamps;
  readonly lotId?: number;
}

export interface CourrierEmis {
  readonly courrierId: number;
  readonly personneId: number;
  readonly numero: string;
}

export interface PersonneEcartee {
  readonly personneId: number;
  /** Codes of the fields nobody could fill; empty when the person is not in the agent's perimeter. */
  readonly manquants: readonly string[];
}

export interface CourriersEmis {
  readonly emis: readonly CourrierEmis[];
  readonly ecartes: readonly PersonneEcartee[];
}

/** A letter that would say nothing where it should speak of the person is not issued. */
const ADRESSE = "personne.adresse";

/**
 * Issues one letter to each person, inside the transaction of another act: numbered, dated, its words frozen.
 * The documents are made once that act has ended, by the worker or by whoever opens one first. A person whose letter misses a value is left out and said. Each person once.
 */
export async function emettreCourriers(
  context: Context,
  demande: DemandeCourriers,
): Promise<CourriersEmis> {
  const enVigueur = await modeleEnVigueur(context, demande.modele);
  const { prets, ecartes } = await preparer(context, demande, enVigueur);
  if (prets.length === 0) return { emis: [], ecartes };
  const le = civilDay(context.now);
  const annee = Number(le.slice(0, 4));
  const premier = await prendreRangs(context.tx, annee, prets.length);
  const date = formatLongDate(le).replace(/^\S+ /u, "");
  const courriers = prets.map(({ personneId, objetId = null, valeurs }, index) => {
    const rang = premier + index;
    const contenu = figerLettre(enVigueur.modele, valeurs, {
      numero: numeroCourrier(annee, rang),
      date,
    });
    return { annee, rang, personneId, objetId, contenu };
  });
  const { code, usage, titre } = enVigueur.modele;
  const ids = await inscrireCourriers(
    context.tx,
    {
      lotId: demande.lotId ?? null,
      modele: code,
      modeleVersion: enVigueur.version,
      usage,
      titre,
      objet: demande.objet,
      moyen: demande.moyen,
      le,
      a: context.now,
      parId: context.agent.id,
      par: context.agent.nom,
    },
    courriers,
  );
  const emis = courriers.map(({ personneId, rang }, index) => ({
    courrierId: ids[index] ?? 0,
    personneId,
    numero: numeroCourrier(annee, rang),
  }));
  return { emis, ecartes };
}

interface Prete extends DestinataireCourrier {
  readonly valeurs: Valeurs;
}

/** Who can be written to, with all values; who cannot, with what is missing. */
export async function preparer(
  context: Context,
  { personnes, moyen, lireChamps }: Pick<DemandeCourriers, "personnes" | "moyen" | "lireChamps">,
  { modele }: ModeleEnVigueur,
): Promise<{ readonly prets: readonly Prete[]; readonly ecartes: readonly PersonneEcartee[] }> {
  const communes = valeursCommunes(context);
  const lues = await lireChamps(
    context,
    personnes.map(({ personneId }) => personneId),
  );
  const prets: Prete[] = [];
  const ecartes: PersonneEcartee[] = [];
  for (const personne of personnes) {
    const { personneId } = personne;
    const siennes = lues.get(personneId);
    if (!siennes) {
      ecartes.push({ personneId, manquants: [] });
      continue;
    }
    const valeurs = valeursDe({ ...communes, ...siennes, ...personne.valeurs });
    const manquants = new Set(champsManquants(modele, valeurs));
    if (parLaPoste(moyen) && !valeurs[ADRESSE]) manquants.add(ADRESSE);
    if (manquants.size > 0) ecartes.push({ personneId, manquants: [...manquants] });
    else prets.push({ ...personne, valeurs });
  }
  return { prets, ecartes };
}

/** What is the same for every letter of the day. The number is not given yet: it is never missing. */
export function valeursCommunes({ agent, departement, now }: Context): Valeurs {
  const { departement: nomme } = chargerReferentiel(departement.referentiel);
  return {
    "courrier.numero": numeroCourrier(Number(civilDay(now).slice(0, 4)), 0),
    "courrier.date": formatLongDate(civilDay(now)).replace(/^\S+ /u, ""),
    "courrier.auteur": agent.nom,
    "departement.nom": nomme.nom,
    "departement.avec-article": nomme.avecArticle,
  };
}
