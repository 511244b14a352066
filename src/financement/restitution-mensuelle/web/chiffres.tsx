import type { VNode } from "preact";
import { Diff } from "#platform/ui/components/diff.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { formatCount, formatNumber, formatRate } from "#platform/ui/format.ts";
import type { ChiffresRestitution } from "../domain/chiffres.ts";
import {
  type CleChiffre,
  clesChiffre,
  estClasse,
  type LigneEcart,
  libelleSeul,
  libellesChiffre,
  valeurDe,
} from "../domain/lignes.ts";

interface ColonneChiffres {
  readonly tete: string;
  readonly chiffres: ChiffresRestitution;
  /** The list of persons behind a figure; null for who may not read them. */
  readonly porte: (cle: CleChiffre) => string | null;
}

/** The month in one table: each number opens its persons. With two columns, what was sent stands beside what is. */
export function TableChiffres({
  titre,
  colonnes,
}: {
  readonly titre: string;
  readonly colonnes: readonly ColonneChiffres[];
}): VNode {
  const vides = (cle: CleChiffre) =>
    cle === "a-arbitrer" && colonnes.every(({ chiffres }) => valeurDe(chiffres, cle) === 0);
  return (
    <Table
      caption={titre}
      captionHidden
      narrow="scroll"
      columns={[
        { key: "chiffre", label: "Chiffre du mois" },
        ...colonnes.map(({ tete }, rang) => ({ key: `c${rang}`, label: tete, numeric: true })),
      ]}
      rows={clesChiffre
        .filter((cle) => !vides(cle))
        .map((cle) => ({
          key: cle,
          cells: [
            <Libelle key="libelle" cle={cle} />,
            ...colonnes.map((colonne) => <Valeur key={colonne.tete} cle={cle} {...colonne} />),
          ],
        }))}
    />
  );
}

function Libelle({ cle }: { readonly cle: CleChiffre }): VNode {
  if (estClasse(cle)) return <span class="muted">{`dont ${libellesChiffre[cle]}`}</span>;
  return cle === "fin" || cle === "debut" ? (
    <span class="strong">{libellesChiffre[cle]}</span>
  ) : (
    <span>{libellesChiffre[cle]}</span>
  );
}

function Valeur({ cle, chiffres, porte }: ColonneChiffres & { readonly cle: CleChiffre }): VNode {
  const valeur = valeurDe(chiffres, cle);
  const adresse = valeur === 0 ? null : porte(cle);
  const dit = formatNumber(valeur);
  if (adresse === null) return <span>{dit}</span>;
  return (
    <a href={adresse} aria-label={`${dit} : ${libelleSeul(cle).toLocaleLowerCase("fr")}`}>
      {dit}
    </a>
  );
}

/** « 12 présents pour 15 places le dernier jour, soit 80 % » */
export function occupationEnMots(fin: number, places: number | null): string {
  const presents = formatCount(fin, "présent", "présents");
  if (places === null || places === 0) return `${presents} le dernier jour, sans place financée`;
  return `${presents} pour ${formatCount(places, "place", "places")} le dernier jour, soit ${formatRate(fin, places)}`;
}

/** What changed, line by line. */
export function Ecarts({
  titre,
  lignes,
  tetes,
}: {
  readonly titre: string;
  readonly lignes: readonly LigneEcart[];
  readonly tetes: readonly [avant: string, apres: string];
}): VNode {
  return (
    <Diff
      caption={titre}
      heads={tetes}
      lines={lignes.map(({ cle, avant, apres }) => ({
        label: libelleSeul(cle),
        before: formatNumber(avant),
        after: formatNumber(apres),
      }))}
    />
  );
}
