import type { VNode } from "preact";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button } from "#platform/ui/components/button.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { Form } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { TextField } from "#platform/ui/components/text-field.tsx";
import { formatCount, formatDate } from "#platform/ui/format.ts";
import { formatFamilyName } from "#platform/ui/format-name.ts";
import { ageAu } from "../domain/mots.ts";
import type { Resultats } from "../usecases/rechercher.ts";
import { EtatDroit, type Href, nomComplet } from "./mots.tsx";

interface Props {
  /** What was typed; empty for a NIR, which is not shown again. */
  readonly q: string;
  readonly resultats: Resultats;
  readonly href: Href;
  readonly le: string;
}

export function PageRecherche({ q, resultats, href, le }: Props): VNode {
  const { trouvees, genre } = resultats;
  return (
    <>
      <PageHeader title={titreRecherche(q, resultats)} />
      <div class="stack">
        <Form action={href("/recherche")} layout="inline" label="Chercher une personne">
          <TextField
            name="q"
            id="recherche-page"
            label="Personne cherchée"
            hint="Nom, date de naissance, NIR, matricule ou numéro de demande"
            type="search"
            value={q}
          />
          <Button kind="primary">Chercher</Button>
        </Form>
        {genre === "nir-faux" && (
          <Alert tone="late" title="Ce numéro de sécurité sociale est faux">
            Sa clé, les deux derniers chiffres, ne correspond pas au reste. Vérifiez-le, ou cherchez
            par le nom.
          </Alert>
        )}
        {resultats.approches && (
          <Alert tone="waiting" title="Personne ne porte exactement ce nom">
            Voici les noms les plus proches.
          </Alert>
        )}
        {trouvees.length > 0 ? (
          <TableTrouvees resultats={resultats} href={href} le={le} />
        ) : (
          genre !== "vide" &&
          genre !== "nir-faux" && (
            <EmptyState
              title="Personne ne correspond dans votre périmètre"
              text="Essayez le nom de naissance, une date de naissance (12/04/1985), ou le numéro de demande. Une personne hors de votre périmètre n’apparaît pas."
            />
          )
        )}
        {trouvees.length === resultats.limite && (
          <p class="muted">
            Les {resultats.limite} premières personnes sont montrées. Ajoutez un prénom ou une date
            de naissance pour préciser.
          </p>
        )}
      </div>
    </>
  );
}

export function titreRecherche(q: string, { trouvees, genre, limite }: Resultats): string {
  if (genre === "vide") return "Chercher une personne";
  const quoi = q === "" ? "ce numéro" : `« ${q} »`;
  if (trouvees.length === 0) return `Personne pour ${quoi}`;
  const plus = trouvees.length === limite ? "Au moins " : "";
  return `${plus}${formatCount(trouvees.length, "personne", "personnes")} pour ${quoi}`;
}

function TableTrouvees({
  resultats: { trouvees, approches },
  href,
  le,
}: {
  resultats: Resultats;
  href: Href;
  le: string;
}): VNode {
  return (
    <Table
      caption="Personnes trouvées, les plus ressemblantes d’abord"
      captionHidden
      columns={[
        { key: "nom", label: "Personne" },
        { key: "naissance", label: "Naissance", fit: true, phone: "fact" },
        { key: "commune", label: "Commune", phone: "fact" },
        { key: "etat", label: "Droit", fit: true, phone: "fact" },
        { key: "demande", label: "Demande", fit: true },
        { key: "matricule", label: "Matricule", fit: true, secondary: true },
      ]}
      rows={trouvees.map((personne) => {
        const lien = href(`/personnes/${personne.id}`);
        const age = ageAu(personne.dateNaissance, le);
        const autre = personne.nomNaissance && personne.nomNaissance !== personne.nom;
        return {
          key: String(personne.id),
          href: lien,
          name: nomComplet(personne),
          cells: [
            <span key="nom">
              <a href={lien}>{nomComplet(personne)}</a>
              {autre && (
                <span class="muted"> née {formatFamilyName(personne.nomNaissance ?? "")}</span>
              )}
              {!approches && !personne.exacte && <span class="table-sub">orthographe proche</span>}
            </span>,
            personne.dateNaissance
              ? `${formatDate(personne.dateNaissance)}${age === null ? "" : `, ${age} ans`}`
              : null,
            personne.commune && formatFamilyName(personne.commune),
            <EtatDroit key="etat" etat={personne.etat} />,
            personne.numeroDemande,
            personne.matricule,
          ],
        };
      })}
    />
  );
}
