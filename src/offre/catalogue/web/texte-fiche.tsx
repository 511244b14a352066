import type { ComponentChildren, VNode } from "preact";
import type { FicheAction } from "#commun/referentiel";
import { Table } from "#platform/ui/components/table.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { formatAmount, formatNumber } from "#platform/ui/format.ts";
import {
  cibleEnMots,
  comptageEnMots,
  dureeEnMots,
  libellesContractualisation,
  prixEnLignes,
  rythmeEnMots,
} from "../domain/mots.ts";

/** A sheet in the order of the guide, for whoever proposes the action, runs it or sends somebody to it. */
export function TexteDeLaFiche({ fiche }: { fiche: FicheAction }): VNode {
  const { contractualisation, modalites } = fiche;
  return (
    <article class="stack measure">
      <Partie titre="Objectifs">
        <Liste lignes={fiche.objectifs} />
      </Partie>
      <Partie titre="Types d’actions attendues">
        <Liste lignes={fiche.actionsAttendues} />
      </Partie>
      {fiche.types.length > 0 && (
        <Partie titre="Types entre lesquels choisir">
          <Liste lignes={fiche.types.map(({ libelle }) => libelle)} />
        </Partie>
      )}
      <Partie titre="Contractualisation">
        <p>
          <strong>{libellesContractualisation[contractualisation.nature]}.</strong>{" "}
          {contractualisation.texte}.
        </p>
      </Partie>
      <Partie titre="Modalités d’accompagnement">
        <Sous titre="Durée du parcours" texte={modalites.duree} compte={dureeEnMots(fiche.duree)} />
        {fiche.duree.exceptions.length > 0 && (
          <p>
            Motifs de dépassement :{" "}
            {fiche.duree.exceptions
              .map(({ libelle }) => libelle.toLocaleLowerCase("fr"))
              .join(", ")}
            .
          </p>
        )}
        <Sous
          titre="Fréquence de l’accompagnement"
          texte={modalites.frequence}
          compte={rythmeEnMots(fiche.rythme)}
        />
        <Sous
          titre="Suivi en sortie d’action"
          texte={modalites.suite}
          compte={fiche.suivi === null ? "Aucune échéance" : `${fiche.suivi.mois} mois`}
        />
      </Partie>
      <Partie titre="Public cible">
        <Liste lignes={fiche.publics} />
        {fiche.publicsPrioritaires.length > 0 && (
          <p>Publics prioritaires : {fiche.publicsPrioritaires.join(" ; ")}.</p>
        )}
      </Partie>
      <Partie titre="Mode de fonctionnement">
        <p>{comptageEnMots(fiche.comptage)}</p>
        {fiche.comptage.base !== null && (
          <p>File active de {formatNumber(fiche.comptage.base)} places.</p>
        )}
      </Partie>
      <Partie titre="Modalités de financement">
        <Financement fiche={fiche} />
      </Partie>
      {fiche.articulations.length > 0 && (
        <Partie titre="Articulation avec d’autres dispositifs">
          <Liste lignes={fiche.articulations} />
        </Partie>
      )}
      <Partie titre="Résultats attendus">
        <Resultats fiche={fiche} />
      </Partie>
    </article>
  );
}

function Partie({ titre, children }: { titre: string; children: ComponentChildren }): VNode {
  return (
    <section class="stack-tight">
      <h2>{titre}</h2>
      {children}
    </section>
  );
}

function Liste({ lignes }: { lignes: readonly string[] }): VNode {
  const [seule] = lignes;
  if (lignes.length === 1 && seule !== undefined) return <p>{seule}.</p>;
  return (
    <ul>
      {lignes.map((ligne) => (
        <li key={ligne}>{ligne}</li>
      ))}
    </ul>
  );
}

/** The words of the text, and what the product counts from them. */
function Sous({ titre, texte, compte }: { titre: string; texte: string; compte: string }): VNode {
  return (
    <div>
      <h3>{titre}</h3>
      <p>{texte}.</p>
      <p class="small muted">Compté ici : {compte.toLocaleLowerCase("fr")}.</p>
    </div>
  );
}

function Financement({ fiche }: { fiche: FicheAction }): VNode {
  const lignes = prixEnLignes(fiche.prix);
  if (lignes.length === 0) {
    return (
      <p>
        Le financement annuel est déterminé en fonction de la pertinence du projet, des objectifs et
        des cofinancements mobilisés.
      </p>
    );
  }
  return (
    <>
      <Table
        caption="Forfaits annuels"
        captionHidden
        columns={[
          { key: "qui", label: "Opérateur" },
          { key: "forfait", label: "Forfait annuel", numeric: true },
          { key: "places", label: "Pour", numeric: true },
          { key: "place", label: "Par place et par an", numeric: true },
        ]}
        rows={lignes.map(({ qui, centimes, places }) => ({
          key: qui,
          cells: [
            qui,
            formatAmount(centimes),
            `${formatNumber(places)} places`,
            formatAmount(Math.round(centimes / places)),
          ],
        }))}
      />
      <p>Au prorata du nombre d’accompagnements.</p>
    </>
  );
}

export function Resultats({ fiche }: { fiche: FicheAction }): VNode {
  const sousReserve = fiche.resultats.some(({ sousReserveOrientation }) => sousReserveOrientation);
  return (
    <>
      <p>
        {fiche.criteres.length > 0 && <>Critères d’évaluation : {fiche.criteres.join(" ; ")}.</>}
      </p>
      {fiche.resultats.length === 0 ? (
        <p class="muted">Aucun résultat chiffré n’est fixé par le texte.</p>
      ) : (
        <Table
          caption="Résultats attendus chaque année"
          captionHidden
          columns={[
            { key: "resultat", label: "Résultat attendu chaque année", roomy: true },
            { key: "cible", label: "Cible, et sur quoi elle se compte" },
          ]}
          rows={fiche.resultats.map((resultat) => ({
            key: resultat.code,
            cells: [
              <>
                {resultat.libelle}
                {resultat.sousReserveOrientation && " ⁽*⁾"}
                {resultat.types !== null && <Pour fiche={fiche} types={resultat.types} />}
              </>,
              resultat.cible === null ? (
                <Etat tone="soon">{cibleEnMots(resultat)}</Etat>
              ) : (
                cibleEnMots(resultat)
              ),
            ],
          }))}
        />
      )}
      {sousReserve && (
        <p class="small muted">
          (*) Sous réserve d’une orientation et d’une mobilisation du public concerné suffisantes.
        </p>
      )}
    </>
  );
}

function Pour({ fiche, types }: { fiche: FicheAction; types: readonly string[] }): VNode {
  const noms = fiche.types.filter(({ code }) => types.includes(code)).map(({ libelle }) => libelle);
  return <span class="facts-note">Pour : {noms.join(" ; ")}</span>;
}
