import type { VNode } from "preact";
import { Card } from "#platform/ui/components/card.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import type { RessourceLue } from "../db/ressources.ts";
import { libelles } from "../domain/vocabulaire.ts";
import { adresseDe, HorairesMontres, telephoneDe } from "./mots.tsx";

/** A sheet to hand over: what each offers, where, when, how, and nothing of the agent’s own work. */
export function PageFiche({ ressources }: { ressources: readonly RessourceLue[] }): VNode {
  return (
    <>
      <PageHeader
        title={ressources.length === 1 ? "Une adresse utile" : "Adresses utiles"}
        meta={
          <span class="no-print">Imprimez cette page avec la commande de votre navigateur.</span>
        }
      />
      <div class="stack">
        {ressources.map((une) => (
          <Card key={une.id} title={une.nom}>
            <div class="stack-tight">
              <p>{une.description}</p>
              <FactsList
                layout="lines"
                facts={[
                  { label: "Où", value: [une.lieu.nom, adresseDe(une)].filter(Boolean).join(", ") },
                  { label: "Quand", value: <HorairesMontres ressource={une} /> },
                  { label: "Téléphone", value: telephoneDe(une) },
                  ...(une.conditions === null
                    ? []
                    : [{ label: "À savoir", value: une.conditions }]),
                  ...(une.frais === null
                    ? []
                    : [
                        {
                          label: "Prix",
                          value: [libelles.frais[une.frais], une.fraisPrecisions]
                            .filter(Boolean)
                            .join(" : "),
                        },
                      ]),
                ]}
              />
            </div>
          </Card>
        ))}
      </div>
    </>
  );
}
