import type { EtatPrescription } from "./etapes.ts";
import { etatAu } from "./etapes.ts";

/** One prescription as its deadlines see it. */
export interface PrescriptionSuivie {
  readonly id: number;
  readonly personneId: number;
  readonly etat: EtatPrescription;
  readonly etatLe: string;
  readonly prescriteLe: string;
  readonly relanceeLe: string | null;
  readonly expireLe: string;
  readonly repondueLe: string | null;
  readonly accepteeLe: string | null;
  readonly accueilPrevuLe: string | null;
  readonly recueLe: string | null;
  readonly entreeLe: string | null;
  /** Day on which the référent read the last event; null while there is one she has not read. */
  readonly vueLe: string | null;
  readonly ecarte: boolean;
}

const plusTard = (a: string, b: string): string => (a > b ? a : b);

/** The facts deadlines start from or end with. Of what was set aside nothing is awaited. */
export function faitsDeLaPrescription(
  une: PrescriptionSuivie,
  le: string,
): Readonly<Record<string, string | null>> {
  if (une.ecarte) return {};
  const etat = etatAu(une, le);
  const close = etat === "expiree" ? une.expireLe : etat === "annulee" ? une.etatLe : null;
  return {
    "prescription-faite": une.relanceeLe ?? une.prescriteLe,
    "prescription-repondue": une.repondueLe,
    "prescription-close": close,
    ...accueil(une, etat),
    ...suite(une, etat),
  };
}

/** The first reception is awaited on its day, or as soon as the answer. Held before its day, it was held on it. */
function accueil(une: PrescriptionSuivie, etat: EtatPrescription) {
  const attendu = une.accepteeLe === null ? null : (une.accueilPrevuLe ?? une.accepteeLe);
  if (attendu === null) return {};
  const note = une.recueLe ?? une.entreeLe ?? (etat === "absente" ? une.etatLe : null);
  return {
    "accueil-attendu": attendu,
    "accueil-note": note === null ? null : plusTard(note, attendu),
    "prescription-close":
      etat === "annulee" || etat === "refusee" || etat === "liste-attente"
        ? plusTard(une.etatLe, attendu)
        : null,
  };
}

/** What nobody will go on with unless the référent does. */
function suite({ etatLe, expireLe, vueLe }: PrescriptionSuivie, etat: EtatPrescription) {
  const depuis =
    etat === "expiree" ? expireLe : etat === "refusee" || etat === "absente" ? etatLe : null;
  if (depuis === null) return {};
  return { "suite-attendue": depuis, "suite-donnee": vueLe };
}
