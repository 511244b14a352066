import type { VNode } from "preact";
import { codesCaf } from "#commun/referentiel";
import { Card } from "#platform/ui/components/card.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Tag } from "#platform/ui/components/tag.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type {
  FichePersonne,
  MembreFoyer,
  PeriodeAdresse,
  PeriodeFamille,
} from "../domain/fiche.ts";
import { enMots } from "../domain/libelles.ts";
import { pendantSaPresence } from "../domain/parcours.ts";
import { CarteContacts } from "./carte-contacts.tsx";
import { CadrePersonne } from "./entete-personne.tsx";
import { type Href, ligneAdresse, nomComplet, oui, periode, roleEnMots } from "./mots.tsx";
import type { Ajouts } from "./ports.ts";

interface Props {
  readonly fiche: FichePersonne;
  readonly ajouts: Ajouts;
  readonly href: Href;
  readonly droits: ReadonlySet<string>;
}

export function PageFoyer(props: Props): VNode {
  const { fiche, href, droits } = props;
  return (
    <CadrePersonne {...props} onglet="foyer">
      <div class="with-side">
        <div class="stack">
          {fiche.dossiers.map((dossier) => (
            <Card
              key={dossier.id}
              title={
                dossier.id === fiche.personne.dossierId
                  ? "Foyer"
                  : `Autre foyer, demande n° ${dossier.numeroDemande}`
              }
              aside={
                <a href={href(`/dossiers/${dossier.id}`)}>Dossier n° {dossier.numeroDemande}</a>
              }
            >
              <TableMembres
                membres={fiche.membres.filter(({ dossierId }) => dossierId === dossier.id)}
                courante={fiche.personne.id}
                href={href}
              />
            </Card>
          ))}
          <Card title="Situation familiale">
            <TableFamilles familles={pendantSaPresence(fiche.faits.familles, fiche).toReversed()} />
          </Card>
          <Card title="Adresses">
            <TableAdresses adresses={pendantSaPresence(fiche.faits.adresses, fiche).toReversed()} />
          </Card>
        </div>
        <CarteContacts fiche={fiche} href={href} droits={droits} />
      </div>
    </CadrePersonne>
  );
}

export function TableMembres({
  membres,
  courante,
  href,
}: {
  membres: readonly MembreFoyer[];
  courante: number | null;
  href: Href;
}): VNode {
  return (
    <Table
      caption="Personnes du foyer, aujourd’hui et avant"
      captionHidden
      columns={[
        { key: "nom", label: "Personne" },
        { key: "role", label: "Rôle" },
        { key: "naissance", label: "Naissance", fit: true },
        { key: "charge", label: "À charge", fit: true },
        { key: "periode", label: "Dans ce foyer" },
        { key: "beneficiaire", label: "À accompagner", fit: true },
      ]}
      rows={membres.map((membre, rang) => ({
        key: `${membre.personneId}-${rang}`,
        cells: [
          membre.visible && membre.personneId !== courante ? (
            <a href={href(`/personnes/${membre.personneId}`)}>{nomComplet(membre)}</a>
          ) : (
            nomComplet(membre)
          ),
          roleEnMots(membre.role),
          formatDate(membre.dateNaissance),
          oui(membre.aCharge),
          periode(membre),
          membre.beneficiaire && membre.jusqua === null ? (
            <Tag key="b" tone="a">
              Bénéficiaire
            </Tag>
          ) : null,
        ],
      }))}
    />
  );
}

function TableFamilles({ familles }: { familles: readonly PeriodeFamille[] }): VNode {
  if (familles.length === 0) return <p class="muted">Aucun fichier ne l’a dite.</p>;
  return (
    <Table
      caption="Situations familiales, de la plus récente à la plus ancienne"
      captionHidden
      columns={[
        { key: "periode", label: "Période" },
        { key: "situation", label: "Situation" },
      ]}
      rows={familles.map((famille) => ({
        key: `${famille.dossierId}-${famille.depuis}`,
        cells: [periode(famille), enMots(codesCaf.situationFamiliale, famille.situation)],
      }))}
    />
  );
}

export function TableAdresses({ adresses }: { adresses: readonly PeriodeAdresse[] }): VNode {
  if (adresses.length === 0) return <p class="muted">Aucun fichier n’a donné d’adresse.</p>;
  return (
    <Table
      caption="Adresses, de la plus récente à la plus ancienne"
      captionHidden
      columns={[
        { key: "periode", label: "Période" },
        { key: "adresse", label: "Adresse" },
        { key: "type", label: "Type" },
        { key: "commune", label: "Code commune", fit: true },
      ]}
      rows={adresses.map((adresse) => ({
        key: `${adresse.dossierId}-${adresse.depuis}`,
        cells: [
          periode(adresse),
          ligneAdresse(adresse) || "Sans adresse précise",
          [
            enMots(codesCaf.typeAdresse, adresse.type),
            adresse.sansDomicileFixe && "sans domicile fixe",
          ]
            .filter(Boolean)
            .join(", "),
          adresse.codeCommune ??
            (adresse.codeCommuneRecu ? `code inconnu ${adresse.codeCommuneRecu}` : null),
        ],
      }))}
    />
  );
}
