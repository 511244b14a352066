import type { VNode } from "preact";
import { codesCaf } from "#commun/referentiel";
import { Card } from "#platform/ui/components/card.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Tag } from "#platform/ui/components/tag.tsx";
import { Timeline } from "#platform/ui/components/timeline.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { FicheDossier } from "../domain/fiche.ts";
import { enMots, etatCourt, motifsEnMots } from "../domain/libelles.ts";
import type { DossierConsulte } from "../usecases/consulter-dossier.ts";
import { CarteMontant } from "./carte-montant.tsx";
import { evenementEnMots } from "./frise-personne.ts";
import { EtatDroit, type Href, nomComplet, periode } from "./mots.tsx";
import { TableAdresses, TableMembres } from "./page-foyer.tsx";
import { Declarations } from "./page-historique.tsx";

interface Props {
  readonly fiche: DossierConsulte;
  readonly href: Href;
  readonly droits: ReadonlySet<string>;
  readonly ouverte: number | null;
}

/** « Dossier RSA n° 80000000001 de Mme Exemple Alice — droit ouvert depuis le 15/06/2026 » */
export function titreDossier({ dossier, membres, faits }: FicheDossier): string {
  const titulaire =
    membres.find(({ role, jusqua }) => role === "DEM" && jusqua === null) ?? membres[0];
  const droit = faits.droits.findLast(({ jusqua }) => jusqua === null);
  const mot = etatCourt(droit?.etat ?? null);
  const etat = mot.startsWith("code inconnu")
    ? `état du droit : ${mot}`
    : mot.charAt(0).toLowerCase() + mot.slice(1);
  const depuis = droit ? ` depuis le ${formatDate(droit.depuis)}` : "";
  return `Dossier n° ${dossier.numeroDemande}${titulaire ? ` de ${nomComplet(titulaire)}` : ""} — ${etat}${depuis}`;
}

export function PageDossier({ fiche, href, droits, ouverte }: Props): VNode {
  const { dossier, membres, faits } = fiche;
  const droit = faits.droits.findLast(({ jusqua }) => jusqua === null);
  const famille = faits.familles.findLast(({ jusqua }) => jusqua === null);
  return (
    <>
      <PageHeader
        over="Dossier RSA"
        title={titreDossier(fiche)}
        meta={
          <>
            <EtatDroit etat={droit?.etat ?? null} />
            {famille && <Tag>{enMots(codesCaf.situationFamiliale, famille.situation) ?? ""}</Tag>}
            <span>
              {dossier.organisme} {dossier.numeroOrganisme}, matricule {dossier.matricule}
            </span>
            <span class="muted">Dernier fichier : {formatDate(dossier.declareLe)}</span>
          </>
        }
      />
      <div class="stack">
        <Card title="Foyer">
          <TableMembres membres={membres} courante={null} href={href} />
        </Card>
        <div class="with-side">
          <div class="stack">
            <Droits fiche={fiche} />
            {faits.montants.map((montant) => (
              <CarteMontant key={montant.connuLe} montant={montant} />
            ))}
            <Card title="Adresses">
              <TableAdresses adresses={faits.adresses.toReversed()} />
            </Card>
          </div>
          <div class="stack">
            <EnTete fiche={fiche} />
            <Evenements fiche={fiche} />
          </div>
        </div>
        <h2>Ce que chaque fichier a dit</h2>
        <Declarations
          declarations={faits.declarations}
          changements={faits.changements}
          mouvements={[]}
          ici={href(`/dossiers/${dossier.id}`)}
          fluxHref={droits.has("flux:lire") ? (id) => href(`/flux/${id}`) : null}
          declaration={fiche.declaration}
          ouverte={ouverte}
        />
      </div>
    </>
  );
}

function EnTete({ fiche: { dossier } }: { fiche: FicheDossier }): VNode {
  return (
    <Card title="Demande">
      <FactsList
        layout="side"
        facts={[
          { label: "Numéro de demande", value: dossier.numeroDemande },
          { label: "Déposée le", value: formatDate(dossier.dateDemande) },
          {
            label: "Origine",
            value: enMots(codesCaf.origineDemande, dossier.origine),
            note: dossier.dateOrigine ? `le ${formatDate(dossier.dateOrigine)}` : undefined,
          },
          { label: "Organisme", value: `${dossier.organisme} ${dossier.numeroOrganisme}` },
          { label: "Matricule", value: dossier.matricule },
        ]}
      />
    </Card>
  );
}

function Droits({ fiche: { faits } }: { fiche: FicheDossier }): VNode {
  return (
    <Card title="Droit">
      <Table
        caption="Périodes de droit, de la plus récente à la plus ancienne"
        captionHidden
        columns={[
          { key: "periode", label: "Période" },
          { key: "etat", label: "État", fit: true },
          { key: "motif", label: "Motif" },
        ]}
        rows={faits.droits.toReversed().map((droit) => ({
          key: droit.depuis,
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

function Evenements({ fiche: { faits } }: { fiche: FicheDossier }): VNode | null {
  if (faits.evenements.length === 0) return null;
  return (
    <Card title="Événements">
      <Timeline
        label="Événements du dossier"
        entries={faits.evenements.map((evenement, rang) => ({
          key: String(rang),
          when: formatDate(evenement.le),
          what: evenementEnMots(evenement),
          tone: evenement.nature === "reduction" ? ("late" as const) : undefined,
        }))}
      />
    </Card>
  );
}
