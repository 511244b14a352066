import type { ComponentChildren, VNode } from "preact";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Select } from "#platform/ui/components/choices.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Panel } from "#platform/ui/components/panel.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { formatCount, formatNumber, formatRate } from "#platform/ui/format.ts";
import type { TableauPublie } from "../domain/secret.ts";
import type { StatistiqueDeProfil, StatistiquesFiche } from "../usecases/lire-statistiques.ts";
import { motDuProfil, titresProfil } from "./mots-profil.ts";

interface Props {
  readonly lues: StatistiquesFiche;
  readonly href: (path: string) => string;
  /** Years that may be chosen, the last one first. */
  readonly annees: readonly number[];
}

export function PageStatistiques(props: Props): VNode {
  const { lues, href } = props;
  const ici = `/offre/statistiques/export.xlsx?fiche=${lues.ficheCode}&annee=${lues.annee}`;
  return (
    <>
      <PageHeader
        over="Statistiques annuelles"
        title={`${lues.fiche} en ${lues.annee}`}
        meta={<span>{phraseDe(lues)}</span>}
        actions={
          <>
            <ButtonLink href={href(`/offre/fiches/${lues.ficheCode}`)}>La fiche</ButtonLink>
            {lues.profils.length > 0 && <ButtonLink href={href(ici)}>Exporter</ButtonLink>}
          </>
        }
      />
      <div class="stack">
        <Choix {...props} />
        <div id="statistiques" class="stack">
          <Profils {...props} />
          <p class="muted small">
            {`Profil de chaque personne au jour de son entrée ; qui est entré deux fois compte deux entrées. Secret statistique : une case de moins de ${lues.regle.valeur.secret} personnes est cachée (s), avec celles qui la rendraient par différence ; une année se lit une fois finie, pour la même raison. ${lues.regle.texte}`}
            {lues.regle.certitude === "V" ? "" : " (à confirmer par le Département)"}
          </p>
        </div>
      </div>
    </>
  );
}

function phraseDe({ libelle, actions, entrees, tu }: StatistiquesFiche): string {
  const nombre = formatCount(actions, "action", "actions");
  return tu
    ? `${libelle} · ${nombre}`
    : `${libelle} · ${nombre}, ${formatCount(entrees, "entrée", "entrées")}`;
}

function Choix({ lues, href, annees }: Props): VNode {
  return (
    <form
      method="get"
      action={href("/offre/statistiques")}
      class="row no-print"
      data-live="statistiques"
    >
      <Select
        name="fiche"
        label="Fiche"
        value={lues.ficheCode}
        options={lues.fiches.map(({ code, libelle }) => ({ value: code, label: libelle }))}
      />
      <Select
        name="annee"
        label="Année"
        value={String(lues.annee)}
        options={annees.map((annee) => ({ value: String(annee), label: String(annee) }))}
      />
      <Button>Afficher</Button>
    </form>
  );
}

function Profils({ lues }: Props): VNode {
  const { tu, entrees, annee, regle, profils } = lues;
  if (tu) {
    return (
      <Alert tone="waiting" title="Secret statistique">
        {`Moins de ${regle.valeur.secret} personnes sont entrées en ${annee} : leur profil ne se publie pas.`}
      </Alert>
    );
  }
  if (entrees === 0) {
    return (
      <EmptyState
        title={`Personne n’est entré en ${annee}`}
        text="Choisissez une autre année, ou une autre fiche."
      />
    );
  }
  return (
    <div class="profils">
      {profils.map((profil) => (
        <Card key={profil.dimension} title={titresProfil[profil.dimension]}>
          <Profil profil={profil} />
        </Card>
      ))}
    </div>
  );
}

/** The whole first, and each territory for who asks: one table, hidden once for both. */
function Profil({ profil: { dimension, tableau } }: { profil: StatistiqueDeProfil }): VNode {
  if (tableau === null) {
    return (
      <p class="muted">
        Ce tableau ne peut se montrer sans dire la situation de quelqu’un : il est caché.
      </p>
    );
  }
  return (
    <div class="stack-tight">
      <Table
        caption={titresProfil[dimension]}
        captionHidden
        columns={[
          { key: "valeur", label: titresProfil[dimension], phone: "title" },
          { key: "total", label: "Entrées", numeric: true, phone: "fact", unit: "entrées" },
          { key: "part", label: "Part", numeric: true, phone: "fact" },
        ]}
        rows={tableau.lignes.map((ligne, rang) => ({
          key: cleDe(ligne),
          cells: [
            motDuProfil(dimension, ligne),
            caseDe(tableau.totauxLignes[rang] ?? null),
            partDe(tableau, rang),
          ],
        }))}
        total={["Ensemble", formatNumber(tableau.total), ""]}
      />
      {tableau.colonnes.length > 1 && <ParTerritoire dimension={dimension} tableau={tableau} />}
    </div>
  );
}

const cleDe = (ligne: string): string => (ligne === "" ? "non-renseigne" : ligne);

function ParTerritoire({
  dimension,
  tableau,
}: {
  readonly dimension: StatistiqueDeProfil["dimension"];
  readonly tableau: TableauPublie;
}): VNode {
  return (
    <Panel label="Par territoire">
      <Table
        caption={`${titresProfil[dimension]}, par territoire`}
        captionHidden
        narrow="scroll"
        columns={[
          { key: "valeur", label: titresProfil[dimension] },
          ...tableau.colonnes.map((colonne) => ({ key: colonne, label: colonne, numeric: true })),
        ]}
        rows={tableau.lignes.map((ligne, rang) => ({
          key: cleDe(ligne),
          cells: [motDuProfil(dimension, ligne), ...(tableau.effectifs[rang] ?? []).map(caseDe)],
        }))}
        total={["Ensemble", ...tableau.totauxColonnes.map(caseDe)]}
      />
    </Panel>
  );
}

function caseDe(nombre: number | null): ComponentChildren {
  if (nombre !== null) return formatNumber(nombre);
  return <abbr title="Caché par le secret statistique">s</abbr>;
}

function partDe({ totauxLignes, total }: TableauPublie, rang: number): string {
  const nombre = totauxLignes[rang] ?? null;
  return nombre === null || total === 0 ? "" : formatRate(nombre, total);
}
