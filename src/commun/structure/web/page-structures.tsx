import type { VNode } from "preact";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Checkbox, Select } from "#platform/ui/components/choices.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { TextField } from "#platform/ui/components/text-field.tsx";
import { formatCount, formatDate, formatNumber, formatRelative } from "#platform/ui/format.ts";
import type { FiltreStructures, LigneStructure } from "../db/liste-structures.ts";
import { libellesClasse } from "../domain/libelles.ts";
import { veille } from "../domain/periodes.ts";
import { type Charge, chargeDeLaStructure } from "./bilan-charges.ts";
import { JaugeDePlaces } from "./jauge.tsx";
import { type LibelleType, nomsDe } from "./mots.ts";
import { placesLibres } from "./places-en-mots.ts";
import type { Charges, Lieu } from "./ports.ts";

export interface PageStructuresProps {
  readonly structures: readonly LigneStructure[];
  readonly filtre: FiltreStructures;
  readonly types: readonly { readonly code: string; readonly libelle: string }[];
  readonly libelle: LibelleType;
  readonly territoires: readonly Lieu[];
  readonly charges: Charges;
  readonly le: string;
  readonly peutGerer: boolean;
  readonly tableau: string | null;
  readonly href: (path: string) => string;
}

export function PageStructures(props: PageStructuresProps): VNode {
  const { structures, filtre, peutGerer, tableau, href } = props;
  const referents = structures.reduce((total, une) => total + une.referents, 0);
  return (
    <>
      <PageHeader
        over="Réseau"
        title="Structures"
        meta={
          <>
            <span>{formatCount(structures.length, "structure", "structures")}</span>
            <span>{formatCount(referents, "référent", "référents")}</span>
          </>
        }
        actions={
          <>
            {peutGerer && (
              <ButtonLink kind="primary" icon="plus" href={href("/structures/nouvelle")}>
                Créer une structure
              </ButtonLink>
            )}
            {tableau !== null && <ButtonLink href={tableau}>Places et carte</ButtonLink>}
          </>
        }
      />
      <div class="stack">
        <Filtres {...props} />
        <div id="structures">
          {structures.length === 0 ? (
            <EmptyState
              title={
                filtre.fermees
                  ? "Aucune structure fermée ne correspond"
                  : "Aucune structure ne correspond"
              }
              text="Élargissez les filtres : un autre territoire, un autre type, ou les structures fermées."
              actions={<ButtonLink href={href("/structures")}>Toutes les structures</ButtonLink>}
            />
          ) : (
            <Liste {...props} />
          )}
        </div>
      </div>
    </>
  );
}

function Filtres({ filtre, types, territoires, href }: PageStructuresProps): VNode {
  return (
    <Form
      action={href("/structures")}
      method="get"
      layout="inline"
      live="structures"
      label="Filtrer les structures"
    >
      <TextField
        name="texte"
        label="Nom ou commune"
        type="search"
        value={filtre.texte}
        width={20}
        filter
      />
      <Select
        name="type"
        label="Reçoit"
        empty="Tous les types"
        width={20}
        value={filtre.type}
        options={types.map(({ code, libelle }) => ({ value: code, label: libelle }))}
        filter
      />
      <Select
        name="territoire"
        label="Territoire"
        empty="Tous les territoires"
        value={filtre.territoireId === null ? "" : String(filtre.territoireId)}
        options={territoires.map(({ id, nom }) => ({ value: String(id), label: nom }))}
        filter
      />
      <Checkbox name="fermees" label="Structures fermées" checked={filtre.fermees} />
      <FormActions>
        <Button>Filtrer</Button>
      </FormActions>
    </Form>
  );
}

function Liste({
  structures,
  filtre,
  charges,
  libelle,
  territoires,
  le,
  href,
}: PageStructuresProps) {
  return (
    <Table
      caption={filtre.fermees ? "Structures fermées, par nom" : "Structures ouvertes, par nom"}
      captionHidden
      columns={[
        { key: "nom", label: "Structure" },
        { key: "recoit", label: "Reçoit" },
        { key: "ou", label: "Territoires", secondary: true },
        { key: "referents", label: "Référents" },
        { key: "places", label: "Suivies / places" },
        { key: "ensuite", label: "Prochain changement" },
      ]}
      rows={structures.map((une) => ({
        key: String(une.id),
        href: href(`/structures/${une.id}`),
        cells: [
          <span key="nom">
            <a class="strong" href={href(`/structures/${une.id}`)}>
              {une.nom}
            </a>
            <span class="muted small structure-classe">
              {[libellesClasse[une.classe], une.commune].filter(Boolean).join(", ")}
            </span>
          </span>,
          une.types.map(({ type }) => libelle(type)).join(", ") || (
            <Etat key="rien" tone="closed">
              rien pour l’instant
            </Etat>
          ),
          nomsDe(une.territoires, territoires),
          <Equipe key="equipe" structure={une} />,
          <Occupation
            key="places"
            nom={une.nom}
            charge={chargeDeLaStructure(charges, une.id, une.types)}
          />,
          ensuite(une, le),
        ],
      }))}
    />
  );
}

/** Beyond its places a structure says why. */
function Occupation({ nom, charge }: { nom: string; charge: Charge }): VNode {
  return (
    <span>
      <JaugeDePlaces label={`Places occupées, ${nom}`} charge={charge} />
      {charge.places !== null && charge.suivies > charge.places && (
        <span class="muted small">{placesLibres(charge)}</span>
      )}
    </span>
  );
}

function Equipe({ structure }: { structure: LigneStructure }): VNode {
  const { referents, etp, absents } = structure;
  if (referents === 0) return <Etat tone="soon">aucun référent</Etat>;
  return (
    <span>
      <span class="nowrap">
        {formatNumber(referents)}{" "}
        <span class="muted small">({formatNumber(etp, Number.isInteger(etp) ? 0 : 1)} ETP)</span>
      </span>
      {absents > 0 && (
        <span class="small nowrap structure-classe">
          <Etat tone="soon">{formatCount(absents, "absent", "absents")}</Etat>
        </span>
      )}
    </span>
  );
}

function ensuite({ jusque, prochain }: LigneStructure, le: string): string {
  if (jusque !== null && jusque <= le) return `fermée depuis le ${formatDate(jusque)}`;
  if (jusque !== null && jusque === prochain) return `ferme le ${formatDate(veille(jusque))}`;
  return prochain === null ? "" : formatRelative(prochain, le);
}
