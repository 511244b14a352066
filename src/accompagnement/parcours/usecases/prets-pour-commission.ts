import { z } from "zod";
import { lireDemandesEnInstance } from "#accompagnement/orientation";
import { chargerReferentiel, versionAu } from "#commun/referentiel";
import type { PersonnePresente } from "#droits/dossier";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lireManquementsOuverts, type ManquementOuvert } from "../db/manquements.ts";
import { cadreDuJour, lireLesPresents } from "./cadre.ts";

/** One case, and why it may be put before the commission. */
export interface PretPourCommission {
  readonly nature: "reorientation" | "manquement";
  /** Of the demand, or of the manquement. */
  readonly id: number;
  readonly personneId: number;
  readonly depuis: string;
  readonly motif: string;
}

export interface DossierDeCommission extends PretPourCommission {
  readonly present: PersonnePresente;
}

export interface PretsPourCommission {
  readonly le: string;
  readonly prets: readonly DossierDeCommission[];
  /** Reported, not acknowledged yet. */
  readonly aRecevoir: readonly DossierDeCommission[];
  /** Acknowledged, nothing said of them yet. */
  readonly aSuivre: readonly DossierDeCommission[];
}

/** What the commission may be given: demands whose earlier instances have spoken, manquements to be presented. */
export async function lirePretsPourCommission(
  context: Context,
): Promise<readonly PretPourCommission[]> {
  const reorientations = await lireReorientationsPretes(context);
  const manquements = await lireManquementsOuverts(context.tx);
  return [
    ...reorientations,
    ...manquements.filter(({ etat }) => etat === "a-presenter").map(enCas),
  ].toSorted((a, b) => (a.depuis < b.depuis ? -1 : 1));
}

const enCas = ({ id, personneId, survenuLe, faits }: ManquementOuvert): PretPourCommission => ({
  nature: "manquement",
  id,
  personneId,
  depuis: survenuLe,
  motif: faits,
});

/** Only the last instance of the circuit is left: the commission. */
async function lireReorientationsPretes(context: Context): Promise<readonly PretPourCommission[]> {
  const { le } = cadreDuJour(context);
  const { orientation } = chargerReferentiel(context.departement.referentiel);
  const { circuit } = (versionAu(orientation, le) ?? orientation[0]).valeur;
  if (circuit.reorientation.length === 0) return [];
  const demandes = await lireDemandesEnInstance(context.tx, null);
  return demandes
    .filter(({ examens }) => {
      const rendus = new Set(examens.map(({ instance }) => instance));
      return circuit.reorientation.filter(({ code }) => !rendus.has(code)).length === 1;
    })
    .map(({ demandeId, personneId, le: depuis, motif }) => ({
      nature: "reorientation",
      id: demandeId,
      personneId,
      depuis,
      motif,
    }));
}

const rien = z.object({});

export const listerPretsPourCommission = defineUseCase<typeof rien, PretsPourCommission>({
  name: "parcours.lister-prets",
  input: rien,
  droit: "manquement:recevoir",
  nature: "lecture",
  trace: (_, { prets, aRecevoir, aSuivre }) => ({
    objet: "commission",
    details: { prets: prets.length, aRecevoir: aRecevoir.length, aSuivre: aSuivre.length },
  }),
  async run(context) {
    const { le } = cadreDuJour(context);
    const prets = await lirePretsPourCommission(context);
    const manquements = await lireManquementsOuverts(context.tx);
    const de = (etat: ManquementOuvert["etat"]) =>
      manquements.filter((un) => un.etat === etat).map(enCas);
    const [aRecevoir, aSuivre] = [de("signale"), de("recu")];
    const presents = await lireLesPresents(
      context,
      [...prets, ...aRecevoir, ...aSuivre].map(({ personneId }) => personneId),
    );
    const visibles = (cas: readonly PretPourCommission[]): readonly DossierDeCommission[] =>
      cas.flatMap((un) => {
        const present = presents.get(un.personneId);
        return present ? [{ ...un, present }] : [];
      });
    return {
      le,
      prets: visibles(prets),
      aRecevoir: visibles(aRecevoir),
      aSuivre: visibles(aSuivre),
    };
  },
});
