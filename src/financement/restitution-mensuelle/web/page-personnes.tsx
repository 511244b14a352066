import type { VNode } from "preact";
import type { SejourLu } from "#offre/participation";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { formatCount, formatDate, formatMonth } from "#platform/ui/format.ts";
import { formatFamilyName, formatGivenName } from "#platform/ui/format-name.ts";
import type { SejourFige } from "../domain/chiffres.ts";
import { clesChiffre, libelleSeul } from "../domain/lignes.ts";
import type { PersonnesDuChiffre } from "../usecases/consulter-restitution.ts";
import { cheminDe, type Href } from "./mots.tsx";

const classes: Readonly<Record<string, string>> = {
  durable: "Emploi durable",
  transition: "Emploi de transition",
  positive: "Positive",
  autre: "Autre",
  "a-arbitrer": "À arbitrer",
};

const titresQuestion: Readonly<Record<string, string>> = {
  "sorties-a-arbitrer": "Sorties à arbitrer",
  "sans-rencontre": "Présents sans rencontre dans le mois",
  "duree-depassee": "Présents au-delà de la durée de l’action",
};

export function titreDe(quoi: string): string {
  const cle = clesChiffre.find((une) => une === quoi);
  return cle === undefined ? (titresQuestion[quoi] ?? "Personnes") : libelleSeul(cle);
}

/** Who makes one figure, by name; each line leads to where her stay is corrected. */
export function PagePersonnes({
  lues,
  quoi,
  href,
}: {
  readonly lues: PersonnesDuChiffre;
  readonly quoi: string;
  readonly href: Href;
}): VNode {
  const { restitution, action, personnes, numero } = lues;
  const mois = formatMonth(restitution.mois);
  return (
    <div class="stack">
      <PageHeader
        over={`${action.nom}, ${mois}`}
        title={titreDe(quoi)}
        meta={
          <>
            <span>{formatCount(personnes.length, "séjour", "séjours")}</span>
            <span>
              {numero === null
                ? "D’après les séjours aujourd’hui"
                : `Tels qu’ils ont été gardés avec la version ${numero}`}
            </span>
          </>
        }
      />
      {personnes.length === 0 ? (
        <EmptyState title="Personne" text="Aucun séjour ne fait ce chiffre." />
      ) : (
        <Table
          caption={`${titreDe(quoi)}, ${mois}`}
          captionHidden
          narrow="stack"
          columns={[
            { key: "nom", label: "Personne", phone: "title" },
            { key: "entree", label: "Entrée", phone: "fact" },
            { key: "sortie", label: "Sortie dans le mois", phone: "fact" },
            { key: "classe", label: "Classe de la sortie" },
            { key: "rencontre", label: "Dernière rencontre" },
          ]}
          rows={personnes.map(({ fige, sejour }) => ({
            key: String(fige.id),
            cells: [
              <Nom key="nom" sejour={sejour} href={href} />,
              formatDate(fige.entreLe),
              formatDate(fige.sortiLe),
              fige.classe === null ? "" : (classes[fige.classe] ?? fige.classe),
              sejour === null ? "" : <Rencontre key="r" sejour={sejour} fige={fige} />,
            ],
          }))}
        />
      )}
      <p class="no-print">
        <a href={href(cheminDe(restitution.id))}>Revenir à la restitution</a>
      </p>
    </div>
  );
}

function Nom({ sejour, href }: { readonly sejour: SejourLu | null; readonly href: Href }): VNode {
  if (sejour === null) return <span class="muted">Séjour retiré ou déplacé depuis</span>;
  const nom = `${formatFamilyName(sejour.nom)} ${formatGivenName(sejour.prenom)}`;
  return <a href={href(`/offre/sejours/${sejour.id}`)}>{nom}</a>;
}

function Rencontre({
  sejour,
  fige,
}: {
  readonly sejour: SejourLu;
  readonly fige: SejourFige;
}): VNode {
  if (sejour.annuleLe !== null) {
    return <span class="tone-late tone-text">{`Annulé le ${formatDate(sejour.annuleLe)}`}</span>;
  }
  const { derniereRencontre } = sejour;
  if (derniereRencontre === null) return <span class="muted">aucune notée</span>;
  return <span>{fige.sortiLe === null ? formatDate(derniereRencontre) : ""}</span>;
}
