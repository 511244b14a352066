import type { VNode } from "preact";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { formatDate, formatPhone } from "#platform/ui/format.ts";
import { formatFamilyName } from "#platform/ui/format-name.ts";
import { coordonneesTues, resteResponsable } from "../domain/libelles.ts";
import type { PrescriptionConsultee, PrescriptionVue } from "../usecases/consulter.ts";
import { nommer } from "./mots.tsx";

const coordonnees = (une: PrescriptionVue) => [
  { label: "Naissance", value: formatDate(une.dateNaissance) },
  { label: "Téléphone", value: formatPhone(une.telephone) },
  { label: "Courriel", value: une.courriel },
  { label: "Commune", value: une.commune === null ? null : formatFamilyName(une.commune) },
];

/** The sheet on paper: handed to the person, or sent to the operator. */
export function PageFiche({ consultee }: { readonly consultee: PrescriptionConsultee }): VNode {
  const { prescription: une } = consultee;
  return (
    <div class="measure stack">
      <PageHeader title={`Fiche de prescription n° ${une.id}`} over={formatDate(une.prescriteLe)} />
      <section class="stack-tight">
        <h2>La personne</h2>
        <FactsList
          layout="lines"
          facts={[
            { label: "Nom", value: nommer(une) },
            ...(une.sansCoordonnees ? [] : coordonnees(une)),
          ]}
        />
        {une.sansCoordonnees && <p class="small">{coordonneesTues}</p>}
      </section>
      <section class="stack-tight">
        <h2>L’action prescrite</h2>
        <FactsList
          layout="lines"
          facts={[
            { label: "Action", value: une.action, note: une.fiche },
            { label: "Opérateur", value: une.operateur },
            { label: "Téléphone", value: formatPhone(une.operateurTelephone) },
          ]}
        />
      </section>
      <section class="stack-tight">
        <h2>Ce qui est demandé</h2>
        {!une.sansCoordonnees && <p>{une.objectif}</p>}
        <FactsList
          layout="lines"
          facts={[
            ...(une.sansCoordonnees ? [] : [{ label: "Frein à lever", value: une.frein }]),
            { label: "Prescrite par", value: une.prescripteur, note: une.structure ?? undefined },
            { label: "Réponse attendue le", value: formatDate(une.reponseAttendueLe) },
            { label: "Sans réponse, expire le", value: formatDate(une.expireLe) },
          ]}
        />
        <p class="small">{resteResponsable}</p>
      </section>
      <section class="stack-tight">
        <h2>Réponse de l’opérateur</h2>
        <p>☐ Acceptée, premier accueil le ____ /____ /________</p>
        <p>☐ En liste d’attente</p>
        <p>☐ Refusée, motif : ______________________________________________</p>
        <p>Nom, date et signature :</p>
      </section>
    </div>
  );
}
