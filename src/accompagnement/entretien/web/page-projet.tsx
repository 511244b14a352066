import type { VNode } from "preact";
import { ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Diff } from "#platform/ui/components/diff.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { type Fact, FactsList } from "#platform/ui/components/facts-list.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { formatDate, formatRelative } from "#platform/ui/format.ts";
import type { ActeProjet } from "../db/projets.ts";
import {
  type ContenuProjet,
  libellesEtatProjet,
  type Transport,
  transports,
} from "../domain/projet.ts";
import { CarteAcquis } from "./acquis.tsx";
import { CarteInscription } from "./inscription.tsx";
import { EtatDuProjet, Paragraphes } from "./mots.tsx";
import type { PropsProjet } from "./props-projet.ts";

/** What she aims at, what she can do, and her registration as a job seeker. */
export function PageProjet(props: PropsProjet): VNode {
  return (
    <div class="stack">
      <ErrorSummary problems={props.etat.problems} />
      <div class="with-side">
        <div class="stack">
          <LeProjet {...props} />
          <Histoire actes={props.projet.actes} />
        </div>
        <div class="stack">
          <CarteAcquis {...props} />
          <CarteInscription {...props} />
        </div>
      </div>
    </div>
  );
}

function LeProjet({ projet, href, peutSaisir }: PropsProjet): VNode {
  const [dernier] = projet.actes;
  const adresse = href(`/personnes/${projet.personneId}/projet/ecrire`);
  if (!dernier) {
    return (
      <EmptyState
        title="Aucun projet n’est écrit"
        text="Le projet commence par ce qui émerge : un métier, une envie, ce que la personne ne veut pas."
        actions={
          peutSaisir && (
            <ButtonLink kind="primary" href={adresse}>
              Écrire le projet
            </ButtonLink>
          )
        }
      />
    );
  }
  return (
    <Card
      title={dernier.contenu.intitule || "Projet"}
      aside={<EtatDuProjet etat={dernier.etat} />}
      foot={
        <div class="row-between">
          <p class="muted small">
            {libellesEtatProjet[dernier.etat]} le {formatDate(dernier.le)}, par {dernier.par}
          </p>
          {peutSaisir && (
            <div class="no-print">
              <ButtonLink small kind="primary" href={adresse}>
                {dernier.etat === "abandon" ? "Écrire un autre projet" : "Faire avancer le projet"}
              </ButtonLink>
            </div>
          )}
        </div>
      }
    >
      <div class="stack">
        <FactsList layout="lines" facts={faitsDuProjet(dernier, projet.le)} />
        {dernier.contenu.commentaire !== "" && <Paragraphes texte={dernier.contenu.commentaire} />}
      </div>
    </Card>
  );
}

function faitsDuProjet({ contenu, reevaluerLe }: ActeProjet, le: string): readonly Fact[] {
  return [
    ...lignesDuProjet({ ...contenu, intitule: "" }).map(([label, value]) => ({ label, value })),
    ...(reevaluerLe === null
      ? []
      : [
          {
            label: "À réévaluer",
            value: (
              <Etat tone={reevaluerLe < le ? "late" : "soon"}>
                {`${formatDate(reevaluerLe)}, ${formatRelative(reevaluerLe, le)}`}
              </Etat>
            ),
          },
        ]),
  ];
}

/** The project in words; what was not said is left out. */
function lignesDuProjet(contenu: ContenuProjet): readonly (readonly [string, string])[] {
  const { metiers, rayonKm, heures, refus } = contenu;
  const deplacements = contenu.transports.map((code) => transports[code as Transport] ?? code);
  const lignes: readonly (readonly [string, string])[] = [
    ["Intitulé", contenu.intitule],
    ["Métiers visés", metiers.map(({ code, libelle }) => `${libelle} (${code})`).join(" · ")],
    ["Rayon de recherche", rayonKm === null ? "" : `${rayonKm} km`],
    ["Se déplace", deplacements.join(" · ")],
    ["Heures acceptées", heures === null ? "" : `${heures} h par semaine`],
    ["Ne veut pas, métiers", refus.metiers],
    ["Ne veut pas, distance", refus.distance],
    ["Ne veut pas, salaire", refus.salaire],
    ["Ne veut pas, autre", refus.autre],
  ];
  return lignes.filter(([, valeur]) => valeur !== "");
}

/** What two acts say, line by line, for the lines one of them has. */
export function ecartsProjet(avant: ContenuProjet | null, apres: ContenuProjet) {
  const dits = (contenu: ContenuProjet | null) => {
    const lignes = new Map(contenu === null ? [] : lignesDuProjet(contenu));
    return contenu?.commentaire ? lignes.set("Commentaire", contenu.commentaire) : lignes;
  };
  const [un, autre] = [dits(avant), dits(apres)];
  return [...new Set([...un.keys(), ...autre.keys()])].map((label) => ({
    label,
    before: un.get(label) ?? null,
    after: autre.get(label) ?? null,
  }));
}

function Histoire({ actes }: { readonly actes: readonly ActeProjet[] }): VNode | null {
  if (actes.length < 2) return null;
  return (
    <Card title="Le chemin du projet">
      <ol class="timeline" aria-label="Étapes du projet">
        {actes.map((acte, rang) => {
          const precedent = actes[rang + 1];
          const suite = precedent?.projetId === acte.projetId ? precedent : null;
          const lignes = ecartsProjet(suite?.contenu ?? null, acte.contenu).filter(
            ({ before, after }) => before !== after,
          );
          return (
            <li key={acte.id}>
              <p class="timeline-when">{`${formatDate(acte.le)}, par ${acte.par}`}</p>
              <p class="timeline-what">
                <EtatDuProjet etat={acte.etat} />
              </p>
              {lignes.length > 0 && (
                <details class="why">
                  <summary>{suite ? "Ce qui a changé" : "Ce qui était dit"}</summary>
                  <Diff caption={`Projet du ${formatDate(acte.le)}`} lines={lignes} />
                </details>
              )}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
