import type { VNode } from "preact";
import { ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { courriersDuContrat, gestesCourrier } from "../domain/courriers.ts";
import type { ContratConsulte } from "../usecases/consulter-contrats.ts";
import type { Href } from "./cadre.ts";

interface Props {
  /** The latest first. */
  readonly contrats: readonly ContratConsulte[];
  readonly href: Href;
}

/** The letters that what is prepared, what binds, or what has just ended calls for. */
export function CourriersDuContrat({ contrats, href }: Props): VNode | null {
  const [premier] = contrats;
  if (!premier) return null;
  const { personneId } = premier.contrat;
  const usages = [...new Set(contratsEnCause(contrats).flatMap(usagesDe))];
  if (usages.length === 0) return null;
  return (
    <Card title="Courriers du contrat">
      <div class="row">
        {usages.map((usage) => (
          <ButtonLink
            key={usage}
            href={href(`/personnes/${personneId}/courriers/nouveau?usage=${usage}`)}
          >
            {gestesCourrier[usage]}
          </ButtonLink>
        ))}
      </div>
    </Card>
  );
}

/** Letters speak of the contract in force, else of the last that ended. */
function contratsEnCause(contrats: readonly ContratConsulte[]): readonly ContratConsulte[] {
  const de = (...etats: readonly string[]) =>
    contrats.filter(({ contrat }) => etats.includes(contrat.etat));
  const [actuel = de("resilie", "termine")[0]] = de("signe");
  return [...de("en-preparation"), ...(actuel ? [actuel] : [])];
}

function usagesDe({ contrat, preparation, nature, courante }: ContratConsulte) {
  return courriersDuContrat({
    ...contrat,
    etape: preparation?.etape ?? null,
    validation: nature?.validation ?? false,
    document: courante !== null,
  });
}
