import { type Sql, sql } from "#platform/db/list/sql.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lireLignes } from "../db/lignes.ts";
import { compterLesEtats, type EtatCompte, lireDelaiMedian } from "../db/par-action.ts";
import { actionInput } from "../schemas.ts";
import { cadreDuJour, type ReglePrescription } from "./cadre.ts";
import { type PrescriptionVue, raconter } from "./consulter.ts";

export interface PrescriptionsDAction {
  readonly le: string;
  readonly regle: ReglePrescription;
  readonly actionId: number;
  /** All of them, by state; a state without any is absent. */
  readonly etats: readonly EtatCompte[];
  readonly delaiMedian: number | null;
  /** The first of the waiting list, in its order. */
  readonly attente: readonly PrescriptionVue[];
  /** The latest of the others. */
  readonly dernieres: readonly PrescriptionVue[];
}

const PAR_TABLE = 50;

/** What one action received: every figure of it, the head of its waiting list, and the latest. */
export const consulterPrescriptionsDAction = defineUseCase({
  name: "prescription.lire-action",
  input: actionInput,
  droit: "prescription:lire",
  nature: "lecture",
  trace: ({ actionId }, { dernieres, attente }: PrescriptionsDAction) => ({
    objet: "action",
    objetId: actionId,
    details: {
      personnes: [...new Set([...dernieres, ...attente].map(({ personneId }) => personneId))],
    },
  }),
  async run(context, { actionId }): Promise<PrescriptionsDAction> {
    const { tx, agent } = context;
    const { portee } = agent;
    const { le, regle } = cadreDuJour(context);
    const demande = { actionId, portee, le };
    const lire = async (parmi: Sql, ordre: string) => {
      const condition = sql`p.action_id = ${actionId}::int and ${parmi}`;
      return raconter(
        context,
        await lireLignes(tx, { portee, condition, ordre, limite: PAR_TABLE }),
      );
    };
    return {
      le,
      regle,
      actionId,
      etats: await compterLesEtats(tx, demande),
      delaiMedian: await lireDelaiMedian(tx, demande),
      attente: await lire(sql`p.etat = 'liste-attente'`, "p.attente_le, p.id"),
      dernieres: await lire(sql`p.etat <> 'liste-attente'`, "p.prescrite_le desc, p.id desc"),
    };
  },
});
