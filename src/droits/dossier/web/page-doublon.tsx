import type { VNode } from "preact";
import { codesCaf } from "#commun/referentiel";
import type { FormState } from "#platform/http/form.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Radios } from "#platform/ui/components/choices.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { TextField } from "#platform/ui/components/text-field.tsx";
import { formatDate, formatPhone } from "#platform/ui/format.ts";
import { formatFamilyName, formatGivenName } from "#platform/ui/format-name.ts";
import type { FichePersonne } from "../domain/fiche.ts";
import { enMots, etatCourt } from "../domain/libelles.ts";
import type { PaireComparee } from "../usecases/comparer-paire.ts";
import { type Href, ligneAdresse, nomComplet, roleEnMots } from "./mots.tsx";
import { raisonEnMots } from "./page-doublons.tsx";

interface Props {
  readonly comparee: PaireComparee;
  readonly etat: FormState;
  readonly href: Href;
}

/** Two files side by side: what differs is marked, and each decision says what it does. */
export function PageDoublon({ comparee, etat, href }: Props): VNode {
  const { paire, a, b } = comparee;
  const ici = `/doublons/${paire.id}`;
  return (
    <>
      <PageHeader
        over="Doublons"
        title={`${nomComplet(a.personne)} et ${nomComplet(b.personne)} : une seule personne ?`}
        meta={<span>{raisonEnMots(paire.raison)}</span>}
      />
      <div class="stack">
        <ErrorSummary problems={etat.problems} title="La décision n’a pas été enregistrée" />
        {paire.decision === null ? null : (
          <Alert tone="closed" title="Cette paire est déjà décidée">
            Il a été dit que ce sont deux personnes.
          </Alert>
        )}
        <Comparaison comparee={comparee} />
        <p class="row">
          <a href={href(`/personnes/${a.personne.id}`)}>Ouvrir la fiche n° {a.personne.id}</a>
          <a href={href(`/personnes/${b.personne.id}`)}>Ouvrir la fiche n° {b.personne.id}</a>
        </p>
        {paire.decision === null && <Decisions comparee={comparee} etat={etat} ici={href(ici)} />}
        <p>
          <ButtonLink kind="quiet" href={href("/doublons")}>
            Décider plus tard
          </ButtonLink>
        </p>
      </div>
    </>
  );
}

function Decisions({
  comparee,
  etat,
  ici,
}: {
  comparee: PaireComparee;
  etat: FormState;
  ici: string;
}): VNode {
  const { a, b } = comparee;
  const proposee = a.personne.declareLe >= b.personne.declareLe ? a : b;
  return (
    <div class="grid-2">
      <Card title="C’est la même personne">
        <Form action={`${ici}/fusionner`}>
          <Radios
            name="gardeeId"
            label="Quelle fiche garder ?"
            hint="L’état civil gardé est le sien ; les dossiers, les droits et l’historique des deux sont réunis. La fusion peut être annulée."
            options={[a, b].map(({ personne }) => ({
              value: String(personne.id),
              label: `Fiche n° ${personne.id}, ${nomComplet(personne)}`,
              hint: `dernier fichier le ${formatDate(personne.declareLe)}`,
            }))}
            value={etat.values["gardeeId"] ?? String(proposee.personne.id)}
            error={etat.problems["gardeeId"]}
          />
          <TextField
            name="motif"
            label="Ce qui vous en assure"
            hint="Pièce d’identité vue, appel à la CAF…"
            value={etat.values["motif"]}
            optional
          />
          <FormActions>
            <Button kind="primary">C’est la même personne</Button>
          </FormActions>
        </Form>
      </Card>
      <Card title="Ce sont deux personnes">
        <Form action={`${ici}/separer`}>
          <p>Chaque fiche reste ce qu’elle est, et cette paire ne sera plus proposée.</p>
          <FormActions>
            <Button>Ce sont deux personnes</Button>
          </FormActions>
        </Form>
      </Card>
    </div>
  );
}

interface Ligne {
  readonly label: string;
  readonly a: string | null;
  readonly b: string | null;
}

/** What differs says so in a word; nothing is struck out, for nobody knows yet which is right. */
function Comparaison({ comparee }: { comparee: PaireComparee }): VNode {
  return (
    <Table
      caption="Les deux fiches, information par information"
      captionHidden
      columns={[
        { key: "information", label: "Information" },
        { key: "a", label: `Fiche n° ${comparee.a.personne.id}` },
        { key: "b", label: `Fiche n° ${comparee.b.personne.id}` },
        { key: "accord", label: "Comparaison", fit: true },
      ]}
      rows={lignes(comparee).map(({ label, a, b }) => ({
        key: label,
        cells: [
          label,
          a ?? "non renseigné",
          b ?? "non renseigné",
          <Accord key="accord" a={a} b={b} />,
        ],
      }))}
    />
  );
}

function Accord({ a, b }: { a: string | null; b: string | null }): VNode {
  if (a === null || b === null) return <Etat tone="neutral">Inconnu</Etat>;
  return a === b ? <Etat tone="ok">Pareil</Etat> : <Etat tone="soon">Différent</Etat>;
}

function lignes({ a, b, memeNir }: PaireComparee): readonly Ligne[] {
  const ligne = (
    label: string,
    lire: (fiche: FichePersonne) => string | null | undefined,
  ): Ligne => ({
    label,
    a: lire(a) || null,
    b: lire(b) || null,
  });
  return [
    ligne("Nom", ({ personne }) => formatFamilyName(personne.nom)),
    ligne(
      "Nom de naissance",
      ({ personne }) => personne.nomNaissance && formatFamilyName(personne.nomNaissance),
    ),
    ligne("Prénoms", ({ personne: { prenom, prenom2, prenom3 } }) =>
      [prenom, prenom2, prenom3].flatMap((un) => (un ? [formatGivenName(un)] : [])).join(", "),
    ),
    ligne("Date de naissance", ({ personne }) => formatDate(personne.dateNaissance)),
    ligne(
      "Commune de naissance",
      ({ personne }) => personne.communeNaissance && formatFamilyName(personne.communeNaissance),
    ),
    ligne("Sexe", ({ personne }) => enMots(codesCaf.sexe, personne.sexe)),
    {
      label: "Numéro de sécurité sociale",
      a: nirDe(a),
      b: memeNir === true ? nirDe(a) : nirDe(b, memeNir),
    },
    ligne("Identifiant de demandeur d’emploi", ({ personne }) => personne.numeroDemandeurEmploi),
    ligne("Adresse", ({ personne, faits }) => {
      const adresse = faits.adresses.find(
        ({ dossierId, jusqua }) => dossierId === personne.dossierId && jusqua === null,
      );
      return adresse && ligneAdresse(adresse);
    }),
    ligne("Téléphone", ({ personne }) => formatPhone(personne.telephone)),
    ligne("Courriel", ({ personne }) => personne.courriel),
    ligne("Droit", ({ personne }) => etatCourt(personne.etat)),
    ligne("Rôle dans le foyer", ({ personne }) => roleEnMots(personne.role)),
    ligne("Dossiers", ({ dossiers }) =>
      dossiers.map(({ numeroDemande, organisme }) => `${organisme} n° ${numeroDemande}`).join(", "),
    ),
    ligne("Dernier fichier", ({ personne }) => formatDate(personne.declareLe)),
  ];
}

const motsNir = {
  absent: null,
  valide: "masqué",
  "cle-fausse": "clé fausse",
  "forme-fausse": "mal formé",
} as const;

function nirDe({ personne }: FichePersonne, meme: boolean | null = null): string | null {
  const mot = motsNir[personne.nirEtat];
  return meme === false && mot !== null ? `${mot}, différent` : mot;
}
