import type { VNode } from "preact";
import { Card } from "#platform/ui/components/card.tsx";
import { Diff } from "#platform/ui/components/diff.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { Tag } from "#platform/ui/components/tag.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { ChangementLu, Declaration, FichePersonne, Mouvement } from "../domain/fiche.ts";
import { changementsEnMots } from "./changements.ts";
import { ContenuDeclare } from "./contenu-declare.tsx";
import { CadrePersonne } from "./entete-personne.tsx";
import { mouvementEnMots } from "./frise-personne.ts";
import type { Href } from "./mots.tsx";
import type { Ajouts } from "./ports.ts";

interface Props {
  readonly fiche: FichePersonne;
  readonly ajouts: Ajouts;
  readonly href: Href;
  readonly droits: ReadonlySet<string>;
  /** The declaration opened, as received. */
  readonly declaration: Readonly<Record<string, unknown>> | null;
  readonly ouverte: number | null;
}

export function PageHistorique(props: Props): VNode {
  const { fiche, ajouts, href, droits, declaration, ouverte } = props;
  return (
    <CadrePersonne fiche={fiche} ajouts={ajouts} href={href} droits={droits} onglet="historique">
      <Declarations
        declarations={fiche.faits.declarations}
        changements={fiche.faits.changements}
        mouvements={fiche.faits.mouvements}
        ici={href(`/personnes/${fiche.personne.id}/historique`)}
        fluxHref={droits.has("flux:lire") ? (id) => href(`/flux/${id}`) : null}
        declaration={declaration}
        ouverte={ouverte}
      />
    </CadrePersonne>
  );
}

interface DeclarationsProps {
  readonly declarations: readonly Declaration[];
  readonly changements: readonly ChangementLu[];
  readonly mouvements: readonly Mouvement[];
  readonly ici: string;
  readonly fluxHref: ((integrationId: number) => string) | null;
  readonly declaration: Props["declaration"];
  readonly ouverte: number | null;
}

/** What each file said, the latest first: what it changed, and the whole of it on demand. */
export function Declarations(props: DeclarationsProps): VNode {
  const { declarations, changements, mouvements } = props;
  if (declarations.length === 0) {
    return (
      <EmptyState
        title="Aucun fichier n’a encore parlé de ce dossier"
        text="Il se remplira au prochain fichier de l’organisme."
      />
    );
  }
  return (
    <div class="stack">
      {declarations.map((declaration, rang) => (
        <CarteDeclaration
          key={declaration.id}
          {...props}
          dite={declaration}
          premiere={rang === declarations.length - 1}
          changements={changements.filter((un) => duMemeFichier(un, un.connuLe, declaration))}
          mouvements={mouvements.filter((un) => duMemeFichier(un, un.connuLe, declaration))}
        />
      ))}
    </div>
  );
}

function duMemeFichier(
  fait: { readonly dossierId: number; readonly integrationId: number | null },
  connuLe: string,
  { dossierId, integrationId, reference }: Declaration,
): boolean {
  return (
    fait.dossierId === dossierId && fait.integrationId === integrationId && connuLe === reference
  );
}

interface CarteProps extends DeclarationsProps {
  readonly dite: Declaration;
  readonly premiere: boolean;
}

const natures: Readonly<Record<string, string>> = {
  beneficiaires: "Fichier des bénéficiaires",
  instructions: "Fichier des instructions",
};

function CarteDeclaration({
  dite,
  premiere,
  changements,
  mouvements,
  ici,
  fluxHref,
  declaration,
  ouverte,
}: CarteProps): VNode {
  const { id, integrationId, reference, ligne, nature } = dite;
  const lue = ouverte === id;
  return (
    <Card
      id={`declaration-${id}`}
      title={`${natures[nature] ?? nature} au ${formatDate(reference)}`}
      aside={
        <span class="row">
          {mouvements.map((mouvement) => (
            <Tag key={mouvement.nature}>{mouvementEnMots(mouvement.nature)}</Tag>
          ))}
        </span>
      }
      foot={
        <div class="row">
          <a href={lue ? `${ici}#declaration-${id}` : `${ici}?declaration=${id}#declaration-${id}`}>
            {lue ? "Refermer ce que le fichier a dit" : "Lire tout ce que le fichier a dit"}
          </a>
          {integrationId !== null && fluxHref !== null && (
            <a href={fluxHref(integrationId)}>
              Intégration n° {integrationId}
              {ligne === null ? "" : `, ligne ${ligne}`}
            </a>
          )}
        </div>
      }
    >
      {changements.length > 0 ? (
        <Diff
          caption={`Ce que le fichier du ${formatDate(reference)} a changé`}
          lines={changementsEnMots(changements)}
        />
      ) : (
        <p class="muted">
          {premiere
            ? "Premier fichier qui parle de ce dossier."
            : "Ce fichier n’a rien changé à ce qui est affiché ici."}
        </p>
      )}
      {lue && declaration && <ContenuDeclare contenu={declaration} />}
    </Card>
  );
}
