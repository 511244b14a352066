import type { VNode } from "preact";
import { codesCaf, type ListeCodes } from "#commun/referentiel";
import { Card } from "#platform/ui/components/card.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { Panel } from "#platform/ui/components/panel.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { formatAmount, formatDate, formatMonth } from "#platform/ui/format.ts";
import type { FichePersonne, Ressource } from "../domain/fiche.ts";
import type { DroitDeclare } from "../domain/foyer-declare.ts";
import { enMots, motifsEnMots } from "../domain/libelles.ts";
import { accorder } from "../domain/mots.ts";
import { pendantSaPresence } from "../domain/parcours.ts";
import { CarteMontant } from "./carte-montant.tsx";
import { CadrePersonne } from "./entete-personne.tsx";
import { EtatDroit, type Href, periode, periodeDite } from "./mots.tsx";
import type { Ajouts } from "./ports.ts";

interface Props {
  readonly fiche: FichePersonne;
  readonly ajouts: Ajouts;
  readonly href: Href;
  readonly droits: ReadonlySet<string>;
}

export function PageDroits(props: Props): VNode {
  const { fiche } = props;
  const { personne, faits } = fiche;
  const dernier =
    faits.derniersDroits.find(({ dossierId }) => dossierId === personne.dossierId)?.droit ?? null;
  return (
    <CadrePersonne {...props} onglet="droits">
      <div class="stack">
        <PeriodesDuDroit fiche={fiche} />
        {dernier && <Suspensions droit={dernier} />}
        <Devoirs fiche={fiche} />
        {faits.montants
          .filter(({ dossierId }) => dossierId === personne.dossierId)
          .map((montant) => (
            <CarteMontant key={montant.connuLe} montant={montant} />
          ))}
        <CarteRessources ressources={faits.ressources} />
        <CarteActivites fiche={fiche} />
      </div>
    </CadrePersonne>
  );
}

function PeriodesDuDroit({ fiche }: { fiche: FichePersonne }): VNode {
  const periodes = pendantSaPresence(fiche.faits.droits, fiche).toReversed();
  return (
    <Card title="Périodes de droit">
      <Table
        caption="Périodes de droit, de la plus récente à la plus ancienne"
        captionHidden
        columns={[
          { key: "periode", label: "Période" },
          { key: "etat", label: "État", fit: true },
          { key: "motif", label: "Motif" },
        ]}
        rows={periodes.map((droit) => ({
          key: `${droit.dossierId}-${droit.depuis}`,
          cells: [
            periode(droit),
            <EtatDroit key="etat" etat={droit.etat} />,
            motifsEnMots(droit).join(" ; "),
          ],
        }))}
      />
    </Card>
  );
}

/** Dates the periods do not carry: each suspension has its own. */
function Suspensions({ droit }: { droit: DroitDeclare }): VNode | null {
  const lignes = [
    ...droit.suspensionsVersement.map(({ motif, depuis }) => ({
      liste: codesCaf.motifSuspensionVersement,
      quoi: "Versement suspendu",
      motif,
      depuis,
    })),
    ...droit.suspensionsDroit.map(({ motif, depuis }) => ({
      liste: codesCaf.motifSuspensionDroit,
      quoi: "Droit suspendu",
      motif,
      depuis,
    })),
    ...(droit.cloture
      ? [
          {
            liste: codesCaf.motifCloture,
            quoi: "Droit clos",
            motif: droit.cloture.motif,
            depuis: droit.cloture.le,
          },
        ]
      : []),
    ...(droit.refus
      ? [
          {
            liste: codesCaf.motifRefus,
            quoi: "Droit refusé",
            motif: droit.refus.motif,
            depuis: droit.refus.le,
          },
        ]
      : []),
  ] satisfies readonly { liste: ListeCodes; quoi: string; motif: string; depuis: string | null }[];
  if (lignes.length === 0) return null;
  return (
    <Card title="Ce que dit le dernier fichier">
      <FactsList
        layout="lines"
        facts={lignes.map(({ liste, quoi, motif, depuis }, rang) => ({
          label:
            rang === 0 || lignes[rang - 1]?.quoi !== quoi ? quoi : `${quoi} aussi (${rang + 1})`,
          value: enMots(liste, motif),
          note: depuis ? `depuis le ${formatDate(depuis)}` : undefined,
        }))}
      />
    </Card>
  );
}

function Devoirs({ fiche }: { fiche: FichePersonne }): VNode {
  const { personne, faits } = fiche;
  const devoirs = pendantSaPresence(faits.devoirs, fiche).toReversed();
  return (
    <Card title="Droits et devoirs">
      {devoirs.length === 0 ? (
        <p class="muted">Aucun fichier n’a dit si la personne y est soumise.</p>
      ) : (
        <Table
          caption="Droits et devoirs, du plus récent au plus ancien"
          captionHidden
          columns={[
            { key: "periode", label: "Période" },
            { key: "regime", label: "Droits et devoirs" },
          ]}
          rows={devoirs.map((devoir) => ({
            key: `${devoir.dossierId}-${devoir.depuis}`,
            cells: [
              periode(devoir),
              devoir.soumis ? accorder(personne, "Soumis") : `Non ${accorder(personne, "soumis")}`,
            ],
          }))}
        />
      )}
    </Card>
  );
}

function CarteRessources({ ressources }: { ressources: readonly Ressource[] }): VNode {
  if (ressources.length === 0) {
    return (
      <Card title="Ressources déclarées">
        <p class="muted">Aucun fichier n’en a transmis pour cette personne.</p>
      </Card>
    );
  }
  return (
    <Card title="Ressources déclarées">
      <div>
        {ressources.map((trimestre, rang) => (
          <Panel
            key={`${trimestre.depuis}-${rang}`}
            open={rang === 0}
            label={`${trimestreEnMots(trimestre)} : ${trimestre.nulles || trimestre.total === 0 ? "aucune ressource" : formatAmount(trimestre.total)}`}
          >
            <Trimestre trimestre={trimestre} />
          </Panel>
        ))}
      </div>
    </Card>
  );
}

function trimestreEnMots({ depuis, jusqua }: Ressource): string {
  if (depuis === null) return "Trimestre non daté";
  const mois = formatMonth(depuis);
  if (jusqua === null) return `Depuis ${mois}`;
  return `${/^[ao]/.test(mois) ? "D’" : "De "}${mois} à ${formatMonth(jusqua)}`;
}

function Trimestre({ trimestre }: { trimestre: Ressource }): VNode {
  const lignes = trimestre.mois.flatMap(({ mois, heures, lignes: montants }) =>
    montants.map((ligne, rang) => ({
      mois: rang === 0 ? mois : null,
      heures: rang === 0 ? heures : null,
      ...ligne,
    })),
  );
  if (lignes.length === 0) return <p class="muted">Aucune ressource ce trimestre.</p>;
  return (
    <Table
      caption={`Ressources mois par mois, ${trimestreEnMots(trimestre)}`}
      captionHidden
      columns={[
        { key: "mois", label: "Mois" },
        { key: "nature", label: "Nature" },
        { key: "montant", label: "Montant", numeric: true },
        { key: "heures", label: "Heures travaillées", numeric: true },
      ]}
      rows={lignes.map(({ mois, nature, montant, heures }, rang) => ({
        key: String(rang),
        cells: [
          mois === null ? null : formatMonth(mois),
          enMots(codesCaf.natureRessource, nature),
          formatAmount(montant),
          heures === null ? null : String(heures),
        ],
      }))}
    />
  );
}

function CarteActivites({ fiche }: { fiche: FichePersonne }): VNode {
  const activites = fiche.faits.activites.toReversed();
  return (
    <Card title="Activités">
      {activites.length === 0 ? (
        <p class="muted">Aucune activité déclarée.</p>
      ) : (
        <Table
          caption="Activités, de la plus récente à la plus ancienne"
          captionHidden
          columns={[
            { key: "activite", label: "Activité" },
            { key: "periode", label: "Période" },
            { key: "regime", label: "Régime" },
            { key: "contrat", label: "Contrat de travail" },
          ]}
          rows={activites.map((activite, rang) => ({
            key: String(rang),
            cells: [
              enMots(codesCaf.activite, activite.code),
              periodeDite(activite),
              enMots(codesCaf.regime, activite.regime),
              enMots(codesCaf.contratTravail, activite.contrat),
            ],
          }))}
        />
      )}
    </Card>
  );
}
