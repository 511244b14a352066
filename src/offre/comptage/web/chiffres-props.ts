import type { ChiffresAction } from "../usecases/lire-chiffres-action.ts";
import type { PrescriptionsDAction } from "./ports.ts";

export interface PageChiffresProps {
  readonly lus: ChiffresAction;
  /** Prescriptions received over the months that are over; `null` when nobody tells them. */
  readonly prescriptions: PrescriptionsDAction | null;
  readonly href: (path: string) => string;
}
