import type { VNode } from "preact";
import { Card } from "#platform/ui/components/card.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Tag } from "#platform/ui/components/tag.tsx";
import { formatCount, formatDate, formatMonth } from "#platform/ui/format.ts";
import type { CleChiffre } from "../domain/lignes.ts";
import { Avertissements } from "./avertissements.tsx";
import { occupationEnMots, TableChiffres } from "./chiffres.tsx";
import { FormulaireRestitution } from "./formulaire.tsx";
import { HistoireDeLaRestitution } from "./histoire.tsx";
import { cheminDe, delaiEnMots, EtatDeLaRestitution, questionEnMots, Source } from "./mots.tsx";
import type { PropsRestitution } from "./props-restitution.ts";
import { Reception } from "./reception.tsx";

/** The state first, then the figures, then what is asked, then the past. */
export function PageRestitution(props: PropsRestitution): VNode {
  const { consultee, etat } = props;
  return (
    <div class="stack">
      <EnTete {...props} />
      <ErrorSummary problems={etat.problems} />
      <Avertissements {...props} />
      {consultee.etat === "a-venir" ? (
        <EmptyState
          title="Ce mois n’est pas fini"
          text="Sa restitution se prépare à partir du premier jour du mois suivant. Les séjours notés d’ici là y entreront d’eux-mêmes."
        />
      ) : (
        <div class="with-side">
          <div class="stack">
            <Chiffres {...props} />
            <Questions {...props} />
            <FormulaireRestitution {...props} />
            <Reception {...props} />
          </div>
          <div class="stack">
            <Faits {...props} />
            <HistoireDeLaRestitution {...props} />
          </div>
        </div>
      )}
      <ASigner {...props} />
    </div>
  );
}

function EnTete({ consultee, href }: PropsRestitution): VNode {
  const { restitution, action, etat, retard, le, avant, apres } = consultee;
  const mois = formatMonth(restitution.mois);
  const voisine = (une: typeof avant, mot: string) =>
    une !== null && (
      <a href={href(cheminDe(une.id))} rel={une === avant ? "prev" : "next"}>
        {`${mot} : ${formatMonth(une.mois)}`}
      </a>
    );
  return (
    <PageHeader
      over={`Restitution mensuelle, ${mois}`}
      title={action.nom}
      meta={
        <>
          <EtatDeLaRestitution
            etat={etat}
            retard={retard}
            transmise={restitution.transmisNumero !== null}
          />
          <span>{delaiEnMots(restitution, retard, le)}</span>
          <Tag>{`Fiche ${action.fiche.numero}`}</Tag>
          <span class="no-print">{voisine(avant, "Mois précédent")}</span>
          <span class="no-print">{voisine(apres, "Mois suivant")}</span>
        </>
      }
    />
  );
}

/** What counts, and beside it what the stays say, while they differ. */
function Chiffres({ consultee, href, droits }: PropsRestitution): VNode {
  const { restitution, transmise, enCours, maintenant, etat, places } = consultee;
  const porte = (numero: number | null) => (cle: CleChiffre) =>
    droits.has("participation:lire")
      ? href(
          `${cheminDe(restitution.id)}/personnes?chiffre=${cle}${numero === null ? "" : `&version=${numero}`}`,
        )
      : null;
  const figee = etat === "transmise" || etat === "acceptee";
  const certifiee = enCours?.certifieeLe ? enCours : null;
  const courante = figee ? transmise : certifiee;
  const colonnes = [
    ...(transmise && (!figee || restitution.ecart !== null)
      ? [
          {
            tete: `Transmis le ${formatDate(transmise.transmiseLe)}`,
            chiffres: transmise.chiffres,
            porte: porte(transmise.numero),
          },
        ]
      : []),
    courante && restitution.ecart === null
      ? {
          tete: figee ? "Transmis" : "Certifié",
          chiffres: courante.chiffres,
          porte: porte(courante.numero),
        }
      : {
          tete: colonnesDitesPar(transmise !== null),
          chiffres: maintenant.chiffres,
          porte: porte(null),
        },
  ];
  const { fin } = colonnes.at(-1)?.chiffres ?? maintenant.chiffres;
  return (
    <Card title="Les chiffres du mois">
      <div class="stack">
        <p>{occupationEnMots(fin, places)}</p>
        <TableChiffres titre="Chiffres du mois" colonnes={colonnes} />
        <p class="muted small">
          Une personne sortie un jour libère sa place ce jour-là : présents au premier jour, plus
          les entrées, moins les sorties, égale présents au dernier jour.
        </p>
      </div>
    </Card>
  );
}

const colonnesDitesPar = (deja: boolean): string =>
  deja ? "D’après les séjours aujourd’hui" : "Nombre";

function Questions({ consultee, href, droits }: PropsRestitution): VNode | null {
  const { questions, restitution } = consultee;
  if (questions.length === 0 || !droits.has("restitution:remplir")) return null;
  return (
    <Card title="À regarder avant de certifier" tone="soon">
      <ul>
        {questions.map(({ nature, nombre }) => (
          <li key={nature}>
            {nature === "places-depassees" ? (
              questionEnMots(nature, nombre)
            ) : (
              <a href={href(`${cheminDe(restitution.id)}/personnes?chiffre=${nature}`)}>
                {questionEnMots(nature, nombre)}
              </a>
            )}
          </li>
        ))}
      </ul>
      <p class="muted small">
        Rien de tout cela n’empêche de certifier : corrigez les séjours, ou dites-le en commentaire.
      </p>
    </Card>
  );
}

function Faits({ consultee, href }: PropsRestitution): VNode {
  const { action, restitution, transmise, enCours, noms, source } = consultee;
  const version = enCours ?? transmise;
  const par = (id: number | null | undefined) =>
    id === null || id === undefined ? "l’outil précédent" : (noms.get(id) ?? "un agent");
  return (
    <Card title="En bref">
      <FactsList
        layout="side"
        facts={[
          {
            label: "Action",
            value: <a href={href(`/offre/actions/${action.id}/restitutions`)}>{action.nom}</a>,
            note: "toutes ses restitutions",
          },
          { label: "Opérateur", value: action.structure },
          { label: "Territoire", value: action.territoire },
          {
            label: "À rendre le",
            value: formatDate(restitution.dueLe),
            ...(restitution.dueLe !== restitution.rappelLe && {
              note: `le ${formatDate(restitution.rappelLe)} est un jour chômé`,
            }),
          },
          ...(version
            ? [
                {
                  label: "Vérifiée par",
                  value: par(version.saisiePar),
                  note: `le ${formatDate(version.saisieLe)}`,
                },
              ]
            : []),
          ...(version?.certifieeLe
            ? [
                {
                  label: "Certifiée par",
                  value: par(version.certifieePar),
                  note: `le ${formatDate(version.certifieeLe)}`,
                },
              ]
            : []),
        ]}
      />
      <Source texte={source.texte} certitude={source.certitude} />
    </Card>
  );
}

/** On paper only: what the operator signs. */
function ASigner({ consultee }: PropsRestitution): VNode | null {
  const { enCours, transmise, maintenant, action, restitution, etat } = consultee;
  if (etat === "a-venir") return null;
  const version = enCours ?? transmise;
  const { personnes } = (version ?? maintenant).chiffres;
  return (
    <div class="print-only">
      {version && version.commentaire !== "" && <p>{`Commentaire : ${version.commentaire}`}</p>}
      <p>
        {`${action.structure} certifie exacts les chiffres ci-dessus pour ${formatMonth(restitution.mois)}, établis d’après les séjours de ${formatCount(personnes, "personne", "personnes")}.`}
      </p>
      <p>Fait à ……………………………… le ………………………… Nom, qualité et signature :</p>
    </div>
  );
}
