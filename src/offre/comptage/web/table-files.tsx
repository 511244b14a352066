import type { ComponentChildren, VNode } from "preact";
import { Panel } from "#platform/ui/components/panel.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Trend } from "#platform/ui/components/trend.tsx";
import { formatNumber } from "#platform/ui/format.ts";
import { sommeDesSorties } from "../domain/annee.ts";
import { tauxDuMois } from "../domain/file-active.ts";
import { totalSorties } from "../domain/sejour.ts";
import type { GroupeFileActive } from "../schemas.ts";
import type { LigneFileActive } from "../usecases/lire-file-active.ts";
import { adresseDesSejours } from "./adresses.ts";
import {
  adresseDeLaVue,
  type FiltreFileActive,
  type PageFileActiveProps,
  parametres,
} from "./filtres-vue.ts";
import { enTaux, estBasse, nomDuMois } from "./mots.ts";

const tetes: Readonly<Record<GroupeFileActive, string>> = {
  axe: "Axe",
  fiche: "Fiche",
  territoire: "Territoire",
  operateur: "Opérateur",
  action: "Action",
};

/** One line per group; the name opens what it is made of, each figure its persons. */
export function TableDesFiles(props: PageFileActiveProps): VNode {
  const { lue } = props;
  const attente = new Map(
    props.prescriptions.map(({ actionId, enAttente }) => [actionId, enAttente]),
  );
  return (
    <Table
      caption="Places, présents et mouvements"
      captionHidden
      columns={[
        { key: "nom", label: tetes[lue.par], roomy: true, phone: "title" },
        { key: "places", label: "Places", numeric: true },
        { key: "presents", label: "Présents", numeric: true },
        { key: "libres", label: "Libres", numeric: true },
        { key: "occupation", label: "Occupation", numeric: true, phone: "fact" },
        { key: "courbe", label: "Tendance", secondary: true },
        { key: "entrees", label: "Entrées", numeric: true },
        { key: "sorties", label: "Sorties", numeric: true },
        { key: "attente", label: "En attente", numeric: true },
        { key: "terme", label: "Termes d’ici six mois", numeric: true, secondary: true },
      ]}
      rows={lue.lignes.map((ligne) => ({
        key: ligne.cle,
        cells: cellules(ligne, props, attente),
        tone: estBasse(ligne.occupation) ? ("late" as const) : undefined,
      }))}
    />
  );
}

function cellules(
  ligne: LigneFileActive,
  props: PageFileActiveProps,
  attente: ReadonlyMap<number, number>,
): readonly ComponentChildren[] {
  const { lue, href } = props;
  const dernier = ligne.mois.at(-1);
  const filtre = filtreDeLigne(props, ligne);
  const [du, au] = [lue.mois[0] ?? lue.courant, lue.mois.at(-1) ?? lue.courant];
  const porte = (figure: "entrees" | "fin" | "sorties", nombre: number, debut = du) =>
    nombre === 0 ? (
      "0"
    ) : (
      <a
        href={href(
          adresseDesSejours({ ou: parametres(filtre), figure, du: debut, au, le: lue.le }),
        )}
      >
        {formatNumber(nombre)}
      </a>
    );
  const total = (de: (mois: LigneFileActive["mois"][number]) => number) =>
    ligne.mois.reduce((somme, mois) => somme + de(mois), 0);
  return [
    <a key="nom" href={href(adresseDeLigne(props, ligne))}>
      {ligne.libelle}
    </a>,
    formatNumber(dernier?.places ?? 0),
    porte("fin", dernier?.fin ?? 0, au),
    formatNumber((dernier?.places ?? 0) - (dernier?.occupees ?? 0)),
    enTaux(ligne.occupation),
    <Trend
      key="courbe"
      values={ligne.mois.map(({ fin }) => fin)}
      label={`Présents en fin de mois : ${ligne.mois.map(({ fin }) => fin).join(", ")}`}
    />,
    porte(
      "entrees",
      total(({ entrees }) => entrees),
    ),
    porte("sorties", totalSorties(sommeDesSorties(ligne.mois))),
    formatNumber(ligne.actions.reduce((somme, id) => somme + (attente.get(id) ?? 0), 0)),
    formatNumber(ligne.projection.reduce((somme, { liberees }) => somme + liberees, 0)),
  ];
}

/** The name of an action opens its figures; another one, the actions behind it. */
function adresseDeLigne(props: PageFileActiveProps, ligne: LigneFileActive): string {
  if (props.lue.par === "action") return `/offre/actions/${ligne.cle}/chiffres`;
  return adresseDeLaVue(props, { ...filtreDeLigne(props, ligne), par: "action" });
}

function filtreDeLigne(
  { filtre, lue }: PageFileActiveProps,
  { cle }: LigneFileActive,
): FiltreFileActive {
  switch (lue.par) {
    case "action":
      return { actionId: Number(cle) };
    case "axe":
      return { ...filtre, axe: cle };
    case "fiche":
      return { ...filtre, ficheCode: cle };
    case "operateur":
      return { ...filtre, structureId: Number(cle) };
    case "territoire":
      return { ...filtre, territoireId: Number(cle) };
  }
}

/** The figures of the drawing, for who reads them. */
export function TableDuGraphique({ lue }: PageFileActiveProps): VNode {
  return (
    <Panel label="Les chiffres du graphique">
      <Table
        caption="File active et places, mois par mois"
        captionHidden
        narrow="scroll"
        columns={[
          { key: "mois", label: "Mois" },
          { key: "debut", label: "À l’ouverture", numeric: true },
          { key: "entrees", label: "Entrées", numeric: true },
          { key: "sorties", label: "Sorties", numeric: true },
          { key: "fin", label: "En fin de mois", numeric: true },
          { key: "places", label: "Places", numeric: true },
          { key: "taux", label: "Occupation", numeric: true },
        ]}
        rows={lue.ensemble.mois.map((mois) => ({
          key: mois.mois,
          cells: [
            nomDuMois(mois.mois),
            formatNumber(mois.debut),
            formatNumber(mois.entrees),
            formatNumber(totalSorties(mois.sorties)),
            formatNumber(mois.fin),
            formatNumber(mois.places),
            enTaux(tauxDuMois(mois)),
          ],
        }))}
      />
    </Panel>
  );
}
