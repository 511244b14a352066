import type { z } from "zod";
import { lireActions } from "#offre/catalogue";
import type { Tx } from "#platform/db/tx.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  inscrireReprises,
  lirePremieres,
  type RepriseConnue,
  type RestitutionReprise,
  verrouillerVierges,
} from "../db/reprise.ts";
import { moisFini } from "../domain/calendrier.ts";
import { moisEnMots } from "../domain/mots.ts";
import { reprendreInput } from "../schemas.ts";
import { cadreDuJour } from "./cadre.ts";
import { type ComptesDuMois, compterLesMois } from "./compter-maintenant.ts";
import { exigerNeantDit } from "./verifier-restitution.ts";

type Ligne = z.output<typeof reprendreInput>["restitutions"][number];

interface LigneRefusee {
  /** Rank of the line, from 1. */
  readonly ligne: number;
  readonly message: string;
}

export interface RestitutionsReprises {
  readonly reprises: number;
  /** Already written, sent and accepted those same days: nothing is written again. */
  readonly inchangees: number;
  readonly refusees: readonly LigneRefusee[];
}

/** The returns of the former tool, all at once: each line is taken, or refused with its reason. */
export const reprendreRestitutions = defineUseCase({
  name: "restitution.reprendre",
  input: reprendreInput,
  droit: "restitution:recevoir",
  nature: "ecriture",
  trace: (_, { reprises, refusees }: RestitutionsReprises) => ({
    objet: "departement",
    details: { reprises, refusees: refusees.length },
  }),
  async run(context, { restitutions: lignes }): Promise<RestitutionsReprises> {
    const { tx, agent } = context;
    const { le } = cadreDuJour(context);
    const visibles = await lireActions(tx, {
      ids: lignes.map(({ actionId }) => actionId),
      portee: agent.portee,
    });
    const attendues = await vierges(
      tx,
      visibles.map(({ id }) => id),
      lignes,
    );
    const ecrites = await dejaReprises(
      tx,
      visibles.map(({ id }) => id),
      lignes,
    );
    const comptes = await compterLesMois(tx, lignes);
    let inchangees = 0;
    const refusees: LigneRefusee[] = [];
    const prises: RestitutionReprise[] = [];
    lignes.forEach((ligne, rang) => {
      const cle = cleDe(ligne);
      const acceptee = ecrites.get(contenuDe(ligne));
      if (acceptee !== undefined && (ligne.accepteeLe ?? acceptee) === acceptee) {
        inchangees += 1;
        return;
      }
      const id = attendues.get(cle);
      const compte = comptes[rang];
      const message = id === undefined ? inattendue(ligne) : refusDe(ligne, compte, le);
      if (message !== null || id === undefined || !compte) {
        refusees.push({ ligne: rang + 1, message: message ?? "" });
        return;
      }
      attendues.delete(cle);
      prises.push({ id, ...ligne, ...compte });
    });
    await inscrireReprises(tx, prises, agent.id);
    return { reprises: prises.length, inchangees, refusees };
  },
});

const cleDe = ({ actionId, mois }: Pick<Ligne, "actionId" | "mois">): string =>
  `${actionId} ${mois}`;

/** What a taken-over line says and the first sending of a return keeps. */
const contenuDe = (une: Omit<RepriseConnue, "accepteeLe">): string =>
  [cleDe(une), une.transmiseLe, une.neant, une.commentaire].join(" ");

async function dejaReprises(
  tx: Tx,
  actions: readonly number[],
  lignes: readonly Ligne[],
): Promise<ReadonlyMap<string, string | null>> {
  const mois = lignes.map((ligne) => ligne.mois).toSorted();
  const connues = await lirePremieres(tx, actions, { du: mois[0] ?? "", au: mois.at(-1) ?? "" });
  return new Map(connues.map((une) => [contenuDe(une), une.accepteeLe]));
}

async function vierges(
  tx: Tx,
  actions: readonly number[],
  lignes: readonly Ligne[],
): Promise<Map<string, number>> {
  const dernier = lignes.reduce((tard, { mois }) => (mois > tard ? mois : tard), "");
  const trouvees = await verrouillerVierges(tx, actions, dernier);
  return new Map(trouvees.map((une) => [cleDe(une), une.id]));
}

const inattendue = ({ mois }: Ligne): string =>
  `Aucune restitution n’est attendue de cette action pour ${moisEnMots(mois)}, ou elle est déjà écrite.`;

function refusDe(ligne: Ligne, compte: ComptesDuMois | undefined, le: string): string | null {
  const { neant, fin } = ligne;
  const dates = refusDesDates(ligne, le);
  if (dates !== null || !compte) return dates;
  if (fin !== null && fin !== compte.chiffres.fin) return ecartDeStock(fin, compte.chiffres.fin);
  try {
    exigerNeantDit(compte.chiffres, neant);
    return null;
  } catch (refus) {
    if (refus instanceof DomainError) return refus.message;
    throw refus;
  }
}

function refusDesDates({ mois, transmiseLe, accepteeLe }: Ligne, le: string): string | null {
  if (!moisFini(mois, transmiseLe)) return "Transmise avant la fin du mois.";
  if (transmiseLe > le || (accepteeLe ?? "") > le) return "La date est à venir.";
  return accepteeLe !== null && accepteeLe < transmiseLe
    ? "Acceptée avant d’être transmise."
    : null;
}

const ecartDeStock = (dits: number, vus: number): string =>
  vus === 0
    ? `${dits} présents au dernier jour, et aucun séjour ne le montre : reprenez d’abord les séjours.`
    : `${dits} présents au dernier jour, quand les séjours en montrent ${vus}.`;
