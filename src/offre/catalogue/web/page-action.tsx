import type { ComponentChildren, VNode } from "preact";
import { ajouterJours } from "#commun/echeance";
import { libellesCategorie } from "#commun/referentiel";
import { ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { Panel } from "#platform/ui/components/panel.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { formatDate, formatNumber, formatPhone } from "#platform/ui/format.ts";
import type { DesserteLue } from "../db/dessertes.ts";
import {
  comptageEnMots,
  dureeEnMots,
  libellesContractualisation,
  rythmeEnMots,
} from "../domain/mots.ts";
import type { ActionConsultee } from "../usecases/consulter-action.ts";
import { DessinPlaces } from "./dessin-places.tsx";
import { type Href, Source } from "./mots.tsx";
import { Resultats } from "./texte-fiche.tsx";

interface Props {
  readonly consultee: ActionConsultee;
  readonly cartes: ComponentChildren;
  readonly peutTenir: boolean;
  readonly href: Href;
}

/** What was agreed, where, with whom; what other modules show of it comes first. */
export function PageAction(props: Props): VNode {
  const { cartes } = props;
  return (
    <div class="with-side">
      <div class="stack">
        {cartes}
        <Accord {...props} />
        <Places {...props} />
        <Equipe {...props} />
      </div>
      <div class="stack">
        <OuCEst {...props} />
        <Communes {...props} />
        <Suite {...props} />
      </div>
    </div>
  );
}

function Accord({ consultee: { action }, href }: Props): VNode {
  const { fiche, ficheType, ficheDepuis } = action;
  const type = fiche.types.find(({ code }) => code === ficheType);
  return (
    <Card
      title="La fiche de l’accord"
      aside={
        <a class="small" href={href(`/offre/fiches/${fiche.code}`)}>
          Lire la fiche {fiche.numero}
        </a>
      }
    >
      <div class="stack">
        <p class="measure">{fiche.objectifs[0]}.</p>
        <FactsList
          facts={[
            ...(type ? [{ label: "Type d’action", value: type.libelle }] : []),
            {
              label: "Contrat",
              value: libellesContractualisation[fiche.contractualisation.nature],
            },
            { label: "Durée", value: dureeEnMots(fiche.duree) },
            { label: "Rythme", value: rythmeEnMots(fiche.rythme) },
            {
              label: "Après la sortie",
              value: fiche.suivi === null ? fiche.modalites.suite : fiche.suivi.texte,
            },
            {
              label: "Entrées",
              value: action.entree === "continue" ? "Toute l’année" : "Par sessions",
            },
          ]}
        />
        <p class="small muted measure">{comptageEnMots(fiche.comptage)}</p>
        <Panel label="Résultats attendus et critères">
          <Resultats fiche={fiche} />
        </Panel>
        <Source
          texte={`${fiche.texte}, version en vigueur le ${formatDate(action.du)} (depuis le ${formatDate(ficheDepuis)}) ; un nouveau programme ne la change pas`}
          certitude={fiche.certitude}
        />
      </div>
    </Card>
  );
}

function Places({ consultee: { action, places, le }, peutTenir, href }: Props): VNode {
  return (
    <Card
      title="Places convenues"
      aside={
        peutTenir ? (
          <a class="small" href={href(`/offre/actions/${action.id}/places`)}>
            Changer les places
          </a>
        ) : undefined
      }
    >
      <DessinPlaces dites={places} le={le} />
    </Card>
  );
}

function Equipe({ consultee: { action, intervenants, le }, peutTenir, href }: Props): VNode {
  return (
    <Card
      title="Qui y travaille"
      aside={
        peutTenir ? (
          <a class="small" href={href(`/offre/actions/${action.id}/intervenants`)}>
            Affecter quelqu’un
          </a>
        ) : undefined
      }
    >
      {intervenants.length === 0 ? (
        <p class="muted">Personne n’est encore affecté à cette action.</p>
      ) : (
        <Table
          caption="Intervenants de l’action"
          captionHidden
          columns={[
            { key: "nom", label: "Intervenant" },
            { key: "fonction", label: "Fonction" },
            { key: "mission", label: "Mission" },
            { key: "etp", label: "Temps (ETP)", numeric: true },
            { key: "dates", label: "Depuis le" },
          ]}
          rows={intervenants.map((un) => ({
            key: String(un.id),
            cells: [
              `${un.prenom} ${un.nom}`,
              un.fonction,
              un.mission,
              formatNumber(un.etp, 2),
              <>
                {un.au === null
                  ? formatDate(un.du)
                  : `${formatDate(un.du)}, jusqu’au ${formatDate(ajouterJours(un.au, -1))}`}
                {peutTenir && <FinIntervention un={un} le={le} href={href} />}
              </>,
            ],
          }))}
        />
      )}
    </Card>
  );
}

/** Who is still there may leave sooner than planned. */
function FinIntervention({
  un,
  le,
  href,
}: Pick<Props, "href"> & {
  readonly un: ActionConsultee["intervenants"][number];
  readonly le: string;
}): VNode | null {
  if (un.au !== null && un.au <= le) return null;
  return (
    <>
      {" "}
      <a class="small" href={href(`/offre/actions/${un.actionId}/intervenants/${un.id}/fin`)}>
        Terminer
      </a>
    </>
  );
}

function OuCEst({ consultee: { action, lieu }, href }: Props): VNode {
  const adresse = [lieu.adresse, [lieu.codePostal, lieu.commune].filter(Boolean).join(" ")]
    .filter(Boolean)
    .join(", ");
  return (
    <Card title="Où et avec qui">
      <FactsList
        layout="side"
        facts={[
          {
            label: "Opérateur",
            value: <a href={href(`/operateurs/${action.structureId}`)}>{action.structure}</a>,
            note: libellesCategorie[action.categorieJuridique],
          },
          { label: "Adresse", value: adresse },
          { label: "Horaires", value: lieu.horaires },
          { label: "Téléphone", value: formatPhone(lieu.telephone) },
          { label: "Courriel", value: lieu.courriel },
          ...(lieu.public === null ? [] : [{ label: "Public", value: lieu.public }]),
        ]}
      />
    </Card>
  );
}

function Communes({ consultee: { action, dessertes } }: Props): VNode {
  const communes = [...new Set(dessertes.map(({ commune }) => commune))];
  const quartiers = dessertes.filter(({ quartier }) => quartier !== null);
  return (
    <Card title="Communes et quartiers">
      {communes.length === 0 ? (
        <p>Tout le territoire {action.territoire}.</p>
      ) : (
        <p>{communes.join(", ")}.</p>
      )}
      {quartiers.length > 0 && (
        <>
          <h3>Quartiers prioritaires</h3>
          <ul class="plain-list">
            {quartiers.map((un) => (
              <li key={`${un.codeCommune} ${un.quartierCode}`}>{quartierEnMots(un)}</li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

const quartierEnMots = ({ quartier, quartierCode, commune }: DesserteLue) =>
  `${quartier} (${[commune, quartierCode].filter(Boolean).join(", ")})`;

function Suite({ consultee: { action, lieu, places }, peutTenir, href }: Props): VNode {
  return (
    <Card title="Depuis l’ouverture">
      <ul class="plain-list">
        <li>
          Ouverte le {formatDate(action.du)}
          <span class="facts-note">Notée le {formatDate(lieu.ouverteLe)}</span>
        </li>
        {places.slice(1).map(({ du, places: nombre, texte }) => (
          <li key={du}>
            {formatNumber(nombre)} places à partir du {formatDate(du)}
            {texte !== null && <span class="facts-note">{texte}</span>}
          </li>
        ))}
        {action.adosseeAId !== null && (
          <li>
            <a href={href(`/offre/actions/${action.adosseeAId}`)}>Sa référence adossée</a>
          </li>
        )}
        {action.au !== null && <li>Dernier jour : {formatDate(ajouterJours(action.au, -1))}</li>}
      </ul>
      {peutTenir && (
        <p class="row no-print">
          <ButtonLink small href={href(`/offre/actions/${action.id}/modifier`)}>
            Modifier la fiche pratique
          </ButtonLink>
          {action.au === null && (
            <ButtonLink small kind="quiet" href={href(`/offre/actions/${action.id}/fermer`)}>
              Fermer l’action
            </ButtonLink>
          )}
        </p>
      )}
    </Card>
  );
}
