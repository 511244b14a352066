import type { VNode } from "preact";
import { Card } from "#platform/ui/components/card.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { Why } from "#platform/ui/components/why.tsx";
import { formatCount, formatDate } from "#platform/ui/format.ts";
import { codesCaf, libelle } from "#referentiels/national/codes-caf.ts";
import { type Certitude, type ParametreDate, versionAu } from "../domain/parametre-date.ts";
import type {
  Couleurs,
  Referentiel,
  RegleBeneficiaire,
  RegleCompletude,
  TerritoireDefini,
  Vocabulaire,
} from "../domain/referentiel.ts";
import { CalendrierFerie, Delais } from "./delais.tsx";
import { certitudes, mots, populations } from "./libelles.ts";
import { Messages } from "./messages.tsx";
import { certitudesDeLOffre, Offre } from "./offre.tsx";

interface Props {
  readonly referentiel: Referentiel;
  readonly aujourdhui: string;
}

/** Every value in force, with the text it comes from and how sure it is. */
export function PageReferentiel({ referentiel, aujourdhui }: Props): VNode {
  const { titre, document, completude, echeances } = referentiel;
  const aConfirmer = compterAConfirmer(referentiel, aujourdhui);
  return (
    <div class="stack-wide">
      <PageHeader
        over="Référentiel"
        title={titre}
        meta={
          <>
            <span>Lu dans : {document.titre}</span>
            {aConfirmer > 0 && (
              <Etat tone="soon">
                {formatCount(aConfirmer, "valeur à confirmer", "valeurs à confirmer")}
              </Etat>
            )}
          </>
        }
      />
      <Valeur titre="Vocabulaire" parametre={referentiel.vocabulaire} le={aujourdhui}>
        {(valeur) => <Mots vocabulaire={valeur} />}
      </Valeur>
      <Valeur titre="Qui est bénéficiaire" parametre={referentiel.beneficiaire} le={aujourdhui}>
        {(valeur) => <Beneficiaire regle={valeur} />}
      </Valeur>
      <Valeur
        titre="Arrivée du fichier mensuel des bénéficiaires"
        parametre={referentiel.arriveeMensuelle}
        le={aujourdhui}
      >
        {(jour) => <p>Attendu à partir du {jour} du mois suivant.</p>}
      </Valeur>
      <Completude regles={completude.filter((regle) => enVigueur(regle, aujourdhui))} />
      <Delais regles={echeances.filter((regle) => enVigueur(regle, aujourdhui))} />
      <Valeur titre="Jours fériés" parametre={referentiel.joursFeries} le={aujourdhui}>
        {(valeur) => <CalendrierFerie calendrier={valeur} />}
      </Valeur>
      <Valeur titre="Courriels et SMS" parametre={referentiel.messages} le={aujourdhui}>
        {(valeur) => <Messages regle={valeur} />}
      </Valeur>
      <Valeur titre="Offre d’insertion" parametre={referentiel.offre} le={aujourdhui}>
        {(valeur) => <Offre programme={valeur} />}
      </Valeur>
      <Valeur titre="Territoires proposés" parametre={referentiel.territoires} le={aujourdhui}>
        {(valeur) => <Territoires definis={valeur} />}
      </Valeur>
      <Valeur titre="Couleurs" parametre={referentiel.couleurs} le={aujourdhui}>
        {(valeur) => <Teintes couleurs={valeur} />}
      </Valeur>
    </div>
  );
}

interface ValeurProps<T> {
  readonly titre: string;
  readonly parametre: ParametreDate<T>;
  readonly le: string;
  readonly children: (valeur: T) => VNode;
}

function Valeur<T>({ titre, parametre, le, children }: ValeurProps<T>): VNode {
  const version = versionAu(parametre, le) ?? parametre[0];
  return (
    <Card title={titre} aside={<Marque certitude={version.certitude} />}>
      <div class="stack">
        {children(version.valeur)}
        <p class="small muted">
          Depuis le {formatDate(version.depuis)}. Source : {version.texte}.
        </p>
      </div>
    </Card>
  );
}

function Marque({ certitude }: { readonly certitude: Certitude }): VNode {
  const { mot, ton } = certitudes[certitude];
  return <Etat tone={ton}>{mot}</Etat>;
}

function Mots({ vocabulaire }: { readonly vocabulaire: Vocabulaire }): VNode {
  const cles = Object.keys(mots) as (keyof Vocabulaire)[];
  return (
    <FactsList
      layout="lines"
      facts={cles.map((cle) => ({ label: mots[cle], value: vocabulaire[cle] }))}
    />
  );
}

function Beneficiaire({ regle }: { readonly regle: RegleBeneficiaire }): VNode {
  return (
    <div class="stack-tight">
      <p>
        Une personne est à accompagner quand son dossier est dans l’un de ces états
        {regle.soumisDroitsDevoirs && " et qu’elle est soumise aux droits et devoirs"} :
      </p>
      <ul>
        {regle.etats.map((etat) => (
          <li key={etat}>
            {etat} : {libelle(codesCaf.etatDossier, etat)}
          </li>
        ))}
        <li>4 : {libelle(codesCaf.etatDossier, "4")}, pour l’un de ces motifs :</li>
      </ul>
      <ul>
        {regle.motifsEtat4.map((motif) => (
          <li key={motif}>
            {motif} : {libelle(codesCaf.motifSuspensionVersement, motif)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Completude({ regles }: { readonly regles: readonly RegleCompletude[] }): VNode {
  return (
    <Card title="Ce qui rend un dossier complet">
      <Table
        caption="Informations attendues dans un dossier"
        captionHidden
        columns={[
          { key: "information", label: "Information" },
          { key: "personnes", label: "Pour qui" },
          { key: "depuis", label: "Depuis", fit: true },
          { key: "certitude", label: "Certitude", fit: true },
        ]}
        rows={regles.map((regle) => ({
          key: regle.code,
          cells: [
            <>
              {regle.libelle}
              <Why label="Source">{regle.texte}</Why>
            </>,
            pourQui(regle),
            formatDate(regle.depuis),
            <Marque certitude={regle.certitude} />,
          ],
        }))}
      />
    </Card>
  );
}

function pourQui({ roles, population }: RegleCompletude): string {
  const personnes = roles.map((role) => libelle(codesCaf.role, role)).join(", ");
  return population === "tous" ? personnes : `${personnes}, ${populations[population]}`;
}

function Territoires({ definis }: { readonly definis: readonly TerritoireDefini[] }): VNode {
  return (
    <ul class="lines">
      {definis.map((territoire) => (
        <li key={territoire.nom}>{territoire.nom}</li>
      ))}
    </ul>
  );
}

function Teintes({ couleurs }: { readonly couleurs: Couleurs }): VNode {
  const teintes = [
    ["Principale", couleurs.principale],
    ["Secondaire", couleurs.secondaire],
  ] as const;
  return (
    <ul class="plain-list row">
      {teintes.map(([nom, teinte]) => (
        <li key={nom} class="row">
          <svg width="48" height="32" aria-hidden="true">
            <rect width="48" height="32" rx="6" fill={teinte} />
          </svg>
          <span>
            {nom} : {teinte}
          </span>
        </li>
      ))}
    </ul>
  );
}

function enVigueur(
  regle: { readonly depuis: string; readonly jusqua: string | null },
  le: string,
): boolean {
  return regle.depuis <= le && (regle.jusqua === null || le < regle.jusqua);
}

function compterAConfirmer(referentiel: Referentiel, le: string): number {
  const parametres = [
    referentiel.vocabulaire,
    referentiel.couleurs,
    referentiel.territoires,
    referentiel.beneficiaire,
    referentiel.arriveeMensuelle,
    referentiel.joursFeries,
    referentiel.messages,
    referentiel.offre,
  ];
  const certitudesEnVigueur = [
    ...parametres.map((parametre) => versionAu<unknown>(parametre, le)?.certitude),
    ...[...referentiel.completude, ...referentiel.echeances]
      .filter((regle) => enVigueur(regle, le))
      .map(({ certitude }) => certitude),
    ...certitudesDeLOffre((versionAu(referentiel.offre, le) ?? referentiel.offre[0]).valeur),
  ];
  return certitudesEnVigueur.filter((certitude) => certitude === "a-confirmer").length;
}
