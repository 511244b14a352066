import type { VNode } from "preact";
import { ajouterJours } from "#commun/echeance";
import { DateField } from "#platform/ui/components/text-field.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { Intervenant } from "../db/intervenants.ts";
import { Cadre, type Tenue } from "./formulaires.tsx";

export function PageFinIntervention({
  intervention: { id, prenom, nom, mission, du, au },
  ...tenue
}: Tenue & { readonly intervention: Intervenant }): VNode {
  const { values, problems } = tenue.state;
  const prevue = au === null ? "" : `, jusqu’au ${formatDate(ajouterJours(au, -1))}`;
  return (
    <Cadre
      tenue={tenue}
      titre="Terminer une intervention"
      chemin={`intervenants/${id}/fin`}
      bouton="Terminer l’intervention"
    >
      <p class="measure">
        {`${prenom} ${nom}, ${mission}, depuis le ${formatDate(du)}${prevue}. Ce temps redevient libre le lendemain ; ce qui est passé reste.`}
      </p>
      <DateField
        name="le"
        label="Dernier jour dans l’action"
        value={values["le"]}
        error={problems["le"]}
      />
    </Cadre>
  );
}
