import type { VNode } from "preact";
import { ButtonLink } from "#platform/ui/components/button.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { PreviewPanel } from "#platform/ui/components/preview-panel.tsx";
import { formatDate, formatPhone } from "#platform/ui/format.ts";
import type { FichePersonne } from "../domain/fiche.ts";
import { libellesManquant, motifsEnMots } from "../domain/libelles.ts";
import { ageAu } from "../domain/mots.ts";
import { foyersDe } from "../domain/parcours.ts";
import { situationEnMots } from "./entete-personne.tsx";
import { mouvementEnMots } from "./frise-personne.ts";
import { EtatDroit, enPhrase, type Href, ligneAdresse, nomComplet, roleEnMots } from "./mots.tsx";

/** The side panel of the list: enough to know whether the page must be opened. */
export function Apercu({ fiche, href }: { fiche: FichePersonne; href: Href }): VNode {
  const { personne, faits, le } = fiche;
  const age = ageAu(personne.dateNaissance, le);
  const adresse = faits.adresses.find(
    ({ dossierId, jusqua }) => dossierId === personne.dossierId && jusqua === null,
  );
  const droit = faits.droits.find(
    ({ dossierId, jusqua }) => dossierId === personne.dossierId && jusqua === null,
  );
  const foyer = foyersDe(fiche).find(({ dossierId }) => dossierId === personne.dossierId);
  const autres = (foyer?.presents ?? []).filter(({ personneId }) => personneId !== personne.id);
  return (
    <PreviewPanel>
      <div class="stack">
        <h2>{nomComplet(personne)}</h2>
        <p>
          <EtatDroit etat={personne.etat} />
        </p>
        <p>{enPhrase(situationEnMots(fiche))}.</p>
        <FactsList
          layout="side"
          facts={[
            { label: "Âge", value: age === null ? null : `${age} ans` },
            ...(droit && motifsEnMots(droit).length > 0
              ? [{ label: "Motif", value: motifsEnMots(droit).join(" ; ") }]
              : []),
            { label: "Adresse", value: adresse ? ligneAdresse(adresse) : null },
            { label: "Téléphone", value: personne.telephone && formatPhone(personne.telephone) },
            {
              label: "Foyer",
              value:
                autres.length === 0
                  ? "Seule au foyer"
                  : autres
                      .map(
                        (membre) => `${nomComplet(membre)} (${enIncise(roleEnMots(membre.role))})`,
                      )
                      .join(", "),
            },
            {
              label: "Dernier mouvement",
              value: personne.mouvement && mouvementEnMots(personne.mouvement),
              note: personne.mouvementLe ? `le ${formatDate(personne.mouvementLe)}` : undefined,
            },
            ...(personne.manquants.length > 0
              ? [
                  {
                    label: "Il manque",
                    value: personne.manquants
                      .map((code) => libellesManquant[code] ?? code)
                      .join(", "),
                  },
                ]
              : []),
          ]}
        />
        <ButtonLink kind="primary" href={href(`/personnes/${personne.id}`)}>
          Ouvrir la fiche
        </ButtonLink>
      </div>
    </PreviewPanel>
  );
}

/** « Demandeur du RSA » inside a sentence keeps its acronym. */
const enIncise = (mot: string) => mot.charAt(0).toLocaleLowerCase("fr") + mot.slice(1);
