import type { VNode } from "preact";
import { ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Panel } from "#platform/ui/components/panel.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { Timeline } from "#platform/ui/components/timeline.tsx";
import { formatCount, formatDate, formatPhone } from "#platform/ui/format.ts";
import { libellesClasse } from "../domain/libelles.ts";
import { contient, veille } from "../domain/periodes.ts";
import { AnciensReferents, CarteEquipe } from "./carte-equipe.tsx";
import { CartePlaces } from "./carte-places.tsx";
import { changementsPrevus, nomsDe } from "./mots.ts";
import type { PageStructureProps } from "./props-structure.ts";

export function PageStructure(props: PageStructureProps): VNode {
  const { dossier, le, href, peutGerer } = props;
  const { fiche, referents } = dossier;
  const ici = href(`/structures/${fiche.id}`);
  const presents = referents.filter((un) => contient(un, le));
  const partis = referents.filter(({ jusque }) => jusque !== null && jusque <= le);
  const ouverte = fiche.jusque === null || fiche.jusque > le;
  return (
    <>
      <PageHeader
        over={libellesClasse[fiche.classe]}
        title={fiche.nom}
        meta={<EnBref {...props} presents={presents.length} />}
        actions={
          peutGerer && ouverte ? (
            <>
              <ButtonLink kind="primary" icon="plus" href={`${ici}/referents/nouveau`}>
                Accueillir un référent
              </ButtonLink>
              <ButtonLink href={`${ici}/places`}>Changer les places</ButtonLink>
              <ButtonLink href={`${ici}/secteurs`}>Changer les secteurs</ButtonLink>
            </>
          ) : undefined
        }
      />
      <div class="with-side">
        <div class="stack">
          <CartePlaces {...props} />
          <CarteEquipe {...props} presents={presents} />
          {partis.length > 0 && (
            <Panel label={`${formatCount(partis.length, "référent parti", "référents partis")}`}>
              <AnciensReferents partis={partis} href={href} />
            </Panel>
          )}
        </div>
        <div class="stack">
          <CarteChangements {...props} />
          <CarteSecteurs {...props} />
          <CarteContact {...props} ouverte={ouverte} />
        </div>
      </div>
    </>
  );
}

function EnBref({
  dossier: { fiche },
  le,
  presents,
}: PageStructureProps & { presents: number }): VNode {
  return (
    <>
      {fiche.jusque === null ? null : (
        <Etat tone={fiche.jusque <= le ? "closed" : "soon"}>
          {fiche.jusque <= le
            ? `fermée depuis le ${formatDate(fiche.jusque)}`
            : `ferme le ${formatDate(veille(fiche.jusque))}`}
        </Etat>
      )}
      {fiche.commune !== null && <span>{fiche.commune}</span>}
      <span>
        {presents === 0 ? "aucun référent" : formatCount(presents, "référent", "référents")}
      </span>
      {fiche.telephone !== null && <span class="nowrap">{formatPhone(fiche.telephone)}</span>}
    </>
  );
}

function CarteChangements({ dossier, le, libelle }: PageStructureProps): VNode {
  const prevus = changementsPrevus(dossier, le, libelle);
  return (
    <Card title="Ce qui change ensuite">
      {prevus.length === 0 ? (
        <p class="muted">
          Rien n’est prévu : ni arrivée, ni départ, ni absence, ni places à changer.
        </p>
      ) : (
        <Timeline
          label="Changements prévus, le plus proche d’abord"
          entries={prevus.slice(0, 8).map(({ jour, quand, quoi, ton }) => ({
            key: `${jour} ${quoi}`,
            when: quand,
            what: quoi,
            tone: ton,
          }))}
        />
      )}
    </Card>
  );
}

function CarteSecteurs({ dossier: { secteurs }, territoires, libelle, le }: PageStructureProps) {
  const servis = Map.groupBy(
    secteurs.filter((un) => contient(un, le)),
    ({ type }) => type,
  );
  return (
    <Card title="Ce qu’elle reçoit, et où">
      {servis.size === 0 ? (
        <EmptyState
          title="Rien pour l’instant"
          text="Tant qu’aucun secteur n’est ouvert, aucune proposition ne mène à cette structure."
        />
      ) : (
        <FactsList
          layout="side"
          facts={[...servis].map(([type, ou]) => ({
            label: libelle(type),
            value: nomsDe(
              ou.map(({ territoireId }) => territoireId),
              territoires,
            ),
          }))}
        />
      )}
    </Card>
  );
}

function CarteContact({
  dossier: { fiche },
  href,
  peutGerer,
  ouverte,
}: PageStructureProps & { ouverte: boolean }): VNode {
  const ici = href(`/structures/${fiche.id}`);
  const lignes = [fiche.adresse, [fiche.codePostal, fiche.commune].filter(Boolean).join(" ")];
  return (
    <Card
      title="Coordonnées"
      aside={
        peutGerer && ouverte ? (
          <ButtonLink small href={`${ici}/modifier`}>
            Modifier
          </ButtonLink>
        ) : undefined
      }
      foot={
        peutGerer && ouverte ? (
          <ButtonLink kind="quiet" small href={`${ici}/fermer`}>
            Fermer la structure
          </ButtonLink>
        ) : undefined
      }
    >
      <FactsList
        layout="side"
        facts={[
          { label: "Adresse", value: lignes.filter(Boolean).join(", ") },
          { label: "Téléphone", value: formatPhone(fiche.telephone) },
          {
            label: "Courriel",
            value: fiche.courriel && <a href={`mailto:${fiche.courriel}`}>{fiche.courriel}</a>,
          },
          { label: "SIRET", value: fiche.siret },
          { label: "Dans le réseau depuis", value: formatDate(fiche.du) },
        ]}
      />
    </Card>
  );
}
