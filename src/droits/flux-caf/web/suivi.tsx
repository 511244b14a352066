import type { VNode } from "preact";
import { Figure } from "#platform/ui/components/figure.tsx";
import { Progress } from "#platform/ui/components/progress.tsx";
import { formatCount, formatNumber } from "#platform/ui/format.ts";
import { avancement } from "../domain/avancement.ts";
import type { IntegrationDite } from "../usecases/lire-integration.ts";
import { type Href, lieux } from "./lieux.ts";
import { dureeEnMots } from "./textes.ts";

/** The bar of a run that goes on, with its pace and what is left. */
export function Suivi({ integration }: { readonly integration: IntegrationDite }): VNode {
  const { lus, enregistrements, dureeMs, dite } = integration;
  if (dite === "attente") {
    return (
      <Progress
        id="avancement"
        label="L’intégration va commencer"
        value={enregistrements}
        max={null}
        detail="Vous pouvez quitter cette page : le travail continue sans elle."
        tone="waiting"
      />
    );
  }
  return (
    <Progress
      id="avancement"
      label="Intégration en cours"
      value={lus}
      max={enregistrements}
      detail={allure(lus, enregistrements, dureeMs)}
      tone="waiting"
    />
  );
}

function allure(lus: number, total: number, dureeMs: number): string {
  const { parSeconde, resteSecondes } = avancement(lus, total, dureeMs);
  const suite = "Vous pouvez quitter cette page : le travail continue sans elle.";
  if (parSeconde === null || resteSecondes === null) return suite;
  return `${formatNumber(Math.round(parSeconde))} dossiers par seconde, encore ${dureeEnMots(resteSecondes)}. ${suite}`;
}

interface CompteursProps {
  readonly integration: IntegrationDite;
  readonly voitPersonnes: boolean;
  readonly href: Href;
}

/** Four counters that make a sum, each opening what it counts. */
export function Compteurs({ integration, voitPersonnes, href }: CompteursProps): VNode {
  const { id, lus, appliques, crees, inchanges, rejetes, aCorriger, enregistrements } = integration;
  return (
    <section class="balance" aria-label="Dossiers lus : appliqués, inchangés et rejetés">
      <Figure
        label="Dossiers lus"
        value={formatNumber(lus)}
        of={lus < enregistrements ? `sur ${formatNumber(enregistrements)}` : undefined}
        note="un dossier par foyer"
      />
      <Signe texte="=" />
      <Figure
        label="Appliqués"
        value={formatNumber(appliques)}
        href={appliques > 0 && voitPersonnes ? href(lieux.dossiers(id)) : undefined}
        note={
          crees === 0
            ? "aucun nouveau dossier"
            : `dont ${formatCount(crees, "nouveau", "nouveaux")}`
        }
      />
      <Signe texte="+" />
      <Figure
        label="Inchangés"
        value={formatNumber(inchanges)}
        note="identiques au dernier fichier"
      />
      <Signe texte="+" />
      <Figure
        label="Rejetés"
        value={formatNumber(rejetes)}
        href={rejetes > 0 ? href(lieux.rejets(id)) : undefined}
        note={lus === 0 ? undefined : noteRejets(rejetes, aCorriger)}
        tone={aCorriger > 0 ? "late" : undefined}
      />
    </section>
  );
}

function noteRejets(rejetes: number, aCorriger: number): string {
  if (rejetes === 0) return "tout a pu être pris";
  return aCorriger === 0 ? "tous corrigés et rejoués" : `${formatNumber(aCorriger)} à corriger`;
}

function Signe({ texte }: { readonly texte: string }): VNode {
  return (
    <span class="balance-sign" aria-hidden="true">
      {texte}
    </span>
  );
}
