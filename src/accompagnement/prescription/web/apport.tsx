import type { Request } from "#platform/http/route.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import type { Task } from "#platform/ui/components/task-list.tsx";
import { formatCount, formatNumber } from "#platform/ui/format.ts";
import type { ComptesPrescriptions } from "../db/comptes.ts";
import { etatsSansSuite } from "../domain/etapes.ts";
import { resumerPrescriptions } from "../usecases/resumer.ts";
import {
  cheminActions,
  droitFaire,
  droitRepondre,
  ongletActions,
  ongletPrescriptions,
} from "./cadre.ts";
import type { Href } from "./mots.tsx";

/** What prescriptions show on every page of a person: what nobody goes on with unless her référent does. */
export const apportPrescription = {
  onglets: [ongletActions],
  async entete(request: Request, personneId: number) {
    if (!request.agent.droits.has(ongletActions.droit)) return {};
    const prescriptions = await request.act(resumerPrescriptions, { personneId });
    const sansSuite = prescriptions.filter(
      ({ etat, lue }) => !lue && etatsSansSuite.includes(etat),
    );
    const enAttente = prescriptions.filter(({ etat }) => etat === "prescrite").length;
    const lien = request.href(cheminActions(personneId));
    return {
      meta:
        enAttente === 0 ? null : (
          <a href={lien}>
            {formatCount(
              enAttente,
              "prescription attend une réponse",
              "prescriptions attendent une réponse",
            )}
          </a>
        ),
      alertes:
        sansSuite.length === 0 ? null : (
          <Alert
            tone="late"
            title={formatCount(
              sansSuite.length,
              "prescription refusée, expirée ou sans venue",
              "prescriptions refusées, expirées ou sans venue",
            )}
          >
            <a href={lien}>Lire et donner suite</a>
          </Alert>
        ),
    };
  },
} as const;

/** What prescriptions add to the page of an action. */
export const prescriptionsDAction = { onglets: [ongletPrescriptions] } as const;

/** In a sentence, one is said in letters. */
const combien = (nombre: number, une: string, plusieurs: string): string =>
  nombre === 1 ? une : `${formatNumber(nombre)} ${plusieurs}`;

/** What waits for an agent on her home, on whichever side she is. */
export function tachesPrescriptions(
  comptes: ComptesPrescriptions,
  href: Href,
  droits: ReadonlySet<string>,
): readonly Task[] {
  const taches: Task[] = [];
  if (droits.has(droitRepondre) && comptes.aRepondre > 0) {
    const retard = comptes.aRepondreEnRetard;
    taches.push({
      key: "prescriptions-a-repondre",
      label: `Répondre à ${combien(comptes.aRepondre, "une prescription", "prescriptions")}`,
      hint: "Accepter, mettre en liste d’attente, ou refuser avec un motif",
      href: href("/prescriptions"),
      state: (
        <Etat tone={retard > 0 ? "late" : "waiting"}>
          {retard > 0 ? `${retard} en retard` : "À répondre"}
        </Etat>
      ),
    });
  }
  if (droits.has(droitRepondre) && comptes.aRecevoir + comptes.aEntrer > 0) {
    taches.push({
      key: "prescriptions-a-recevoir",
      label: `Recevoir ${combien(comptes.aRecevoir + comptes.aEntrer, "une personne acceptée", "personnes acceptées")}`,
      hint: "Noter le premier accueil, puis l’entrée",
      href: href("/prescriptions"),
      state: <Etat tone="soon">À recevoir</Etat>,
    });
  }
  if (droits.has(droitFaire) && comptes.sansSuite > 0) {
    taches.push({
      key: "prescriptions-sans-suite",
      label: `Donner suite à ${combien(comptes.sansSuite, "une prescription", "prescriptions")}`,
      hint: "Refusées, expirées sans réponse, ou personne absente au premier accueil",
      href: href("/prescriptions"),
      state: <Etat tone="late">Sans suite</Etat>,
    });
  }
  return taches;
}
