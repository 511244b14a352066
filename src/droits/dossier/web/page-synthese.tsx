import type { VNode } from "preact";
import { codesCaf } from "#commun/referentiel";
import { Card } from "#platform/ui/components/card.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { Timeline } from "#platform/ui/components/timeline.tsx";
import { formatAmount, formatDate } from "#platform/ui/format.ts";
import { formatFamilyName, formatGivenName } from "#platform/ui/format-name.ts";
import { Frise } from "#platform/ui/frise/frise.tsx";
import type { FriseBand } from "#platform/ui/frise/types.ts";
import { friseWindow, friseYears, friseZooms } from "#platform/ui/frise/window.ts";
import type { FichePersonne } from "../domain/fiche.ts";
import { enMots } from "../domain/libelles.ts";
import { accorder } from "../domain/mots.ts";
import { CarteContacts } from "./carte-contacts.tsx";
import { CarteFoyer } from "./carte-foyer.tsx";
import { CadrePersonne } from "./entete-personne.tsx";
import {
  bandesDroits,
  evenementEnMots,
  mouvementEnMots,
  reperesDroits,
  sortesDeFaits,
} from "./frise-personne.ts";
import { EtatDroit, type Href, nomComplet, periodeDite, roleEnMots } from "./mots.tsx";
import { NirMasque } from "./nir-masque.tsx";
import type { Ajouts } from "./ports.ts";

interface Props {
  readonly fiche: FichePersonne;
  readonly ajouts: Ajouts;
  readonly href: Href;
  readonly droits: ReadonlySet<string>;
  readonly query: URLSearchParams;
  /** In clear, only in the answer to « afficher ». */
  readonly nir?: string | null | undefined;
}

export function PageSynthese(props: Props): VNode {
  const { fiche, ajouts, href, droits } = props;
  return (
    <CadrePersonne
      fiche={fiche}
      ajouts={ajouts}
      onglet="synthese"
      href={href}
      droits={droits}
      dessus={<FrisePersonne {...props} />}
    >
      <div class="with-side">
        <div class="stack">
          <CarteDroit fiche={fiche} href={href} />
          <CarteIdentite {...props} />
          <CarteRecents fiche={fiche} href={href} />
        </div>
        <div class="stack">
          {ajouts.cartes}
          <CarteContacts fiche={fiche} href={href} droits={droits} />
          <CarteFoyer fiche={fiche} href={href} />
        </div>
      </div>
    </CadrePersonne>
  );
}

/** The right first, then what other modules know of her path, then her household and her work. */
function FrisePersonne({ fiche, ajouts, href, query }: Props): VNode {
  const years = friseYears(query);
  const siennes = bandesDroits(fiche, href);
  const bands = [
    ...siennes.filter(duDroit),
    ...ajouts.bandes,
    ...siennes.filter((bande) => !duDroit(bande)),
  ];
  const ticks = [...reperesDroits(fiche, href), ...ajouts.reperes];
  const facts = { bands, ticks, today: fiche.le };
  return (
    <Frise
      label={`Parcours de ${nomComplet(fiche.personne)}`}
      input={{ ...friseWindow(facts, years), ...facts }}
      zooms={friseZooms(facts, years, href(`/personnes/${fiche.personne.id}`))}
      ticksLabel="Faits et fichiers"
      kinds={sortesDeFaits(ajouts.reperes)}
    />
  );
}

function duDroit({ key }: FriseBand): boolean {
  return key === "droit" || key === "devoirs";
}

function CarteDroit({ fiche, href }: { fiche: FichePersonne; href: Href }): VNode {
  const { personne, dossiers, faits } = fiche;
  const [dossier] = dossiers;
  const montant = faits.montants.find(({ dossierId }) => dossierId === personne.dossierId);
  return (
    <Card
      title="Le droit aujourd’hui"
      aside={<EtatDroit etat={personne.etat} />}
      foot={
        <a href={href(`/personnes/${personne.id}/droits`)}>
          Toutes les périodes, les montants et les ressources
        </a>
      }
    >
      <FactsList
        layout="lines"
        facts={[
          {
            label: "État du droit",
            value: enMots(codesCaf.etatDossier, personne.etat),
            note: personne.etatDepuis ? `depuis le ${formatDate(personne.etatDepuis)}` : undefined,
          },
          {
            label: "Droits et devoirs",
            value:
              personne.soumis === null
                ? null
                : `${personne.soumis ? "" : "Non "}${accorder(personne, personne.soumis ? "Soumis" : "soumis")}`,
            note: personne.soumisDepuis
              ? `depuis le ${formatDate(personne.soumisDepuis)}`
              : undefined,
          },
          {
            label: "RSA calculé",
            value: montant?.total == null ? null : `${formatAmount(montant.total)} par mois`,
            note: montant?.depuis ? `calcul ${periodeDite(montant)}` : undefined,
          },
          {
            label: "Dossier",
            value: dossier && (
              <a href={href(`/dossiers/${dossier.id}`)}>Demande n° {dossier.numeroDemande}</a>
            ),
            note: dossier
              ? [
                  dossier.dateDemande && `du ${formatDate(dossier.dateDemande)}`,
                  `${dossier.organisme} ${dossier.numeroOrganisme}`,
                  `matricule ${dossier.matricule}`,
                ]
                  .filter(Boolean)
                  .join(", ")
              : undefined,
          },
        ]}
      />
    </Card>
  );
}

function CarteIdentite({ fiche, href, droits, nir }: Props): VNode {
  const { personne } = fiche;
  const prenoms = [personne.prenom, personne.prenom2, personne.prenom3].filter((un) => un !== null);
  return (
    <Card title="Identité">
      <FactsList
        layout="lines"
        facts={[
          { label: "Nom", value: formatFamilyName(personne.nom) },
          {
            label: "Nom de naissance",
            value: personne.nomNaissance && formatFamilyName(personne.nomNaissance),
          },
          { label: "Prénoms", value: prenoms.map(formatGivenName).join(", ") },
          {
            label: "Naissance",
            value: personne.dateNaissance && formatDate(personne.dateNaissance),
            note:
              [
                personne.communeNaissance && `à ${formatFamilyName(personne.communeNaissance)}`,
                personne.typeDateNaissance !== "N" &&
                  enMots(codesCaf.typeDateNaissance, personne.typeDateNaissance),
              ]
                .filter(Boolean)
                .join(", ") || undefined,
          },
          { label: "Sexe", value: enMots(codesCaf.sexe, personne.sexe) },
          { label: "Rôle dans le foyer", value: roleEnMots(personne.role) },
          {
            label: "Numéro de sécurité sociale",
            value: <NirMasque personne={personne} href={href} droits={droits} nir={nir} />,
          },
          { label: "Identifiant de demandeur d’emploi", value: personne.numeroDemandeurEmploi },
          {
            label: "État civil certifié",
            value:
              personne.etatCivilValide === null ? null : personne.etatCivilValide ? "oui" : "non",
          },
        ]}
      />
    </Card>
  );
}

const RECENTS = 6;

function CarteRecents({ fiche, href }: { fiche: FichePersonne; href: Href }): VNode | null {
  const { mouvements, evenements } = fiche.faits;
  const faits = [
    ...mouvements.map(({ le, nature }) => ({ le, quoi: mouvementEnMots(nature) })),
    ...evenements.map((evenement) => ({ le: evenement.le, quoi: evenementEnMots(evenement) })),
  ]
    .toSorted((a, b) => b.le.localeCompare(a.le))
    .slice(0, RECENTS);
  if (faits.length === 0) return null;
  return (
    <Card
      title="Derniers faits"
      foot={
        <a href={href(`/personnes/${fiche.personne.id}/historique`)}>Ce que chaque fichier a dit</a>
      }
    >
      <Timeline
        label="Derniers faits"
        entries={faits.map(({ le, quoi }, rang) => ({
          key: `${le}-${rang}`,
          when: formatDate(le),
          what: quoi,
        }))}
      />
    </Card>
  );
}
