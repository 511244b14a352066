import type { ComponentChildren, VNode } from "preact";
import { Table } from "#platform/ui/components/table.tsx";
import { formatNumber } from "#platform/ui/format.ts";
import type { Mois } from "../domain/mois.ts";
import { type ClasseComptee, classesComptees } from "../domain/sejour.ts";
import type { ChiffresAction, MoisDAction } from "../usecases/lire-chiffres-action.ts";
import { adresseDesSejours } from "./adresses.ts";
import { enTaux, libellesCourts, moisCourt, nomDuMois } from "./mots.ts";

interface Props {
  readonly lus: ChiffresAction;
  readonly href: (path: string) => string;
}

/** Each month as the return asks it; every figure opens its persons. */
export function TableDesMois({ lus, href }: Props): VNode {
  const classes = classesVues(lus);
  return (
    <Table
      caption={`Mouvements de ${lus.annee}, mois par mois`}
      captionHidden
      narrow="scroll"
      columns={[
        { key: "mois", label: "Mois" },
        { key: "debut", label: "Ouverture", numeric: true },
        { key: "entrees", label: "Entrées", numeric: true },
        ...classes.map((classe) => ({
          key: classe,
          label: libellesCourts[classe],
          numeric: true,
        })),
        { key: "fin", label: "Fin de mois", numeric: true },
        { key: "places", label: "Places", numeric: true },
        { key: "occupation", label: "Occupation", numeric: true },
        { key: "personnes", label: "Personnes", numeric: true },
      ]}
      rows={lus.mois.map((mois) => ({
        key: mois.mois,
        cells: cellules(mois, { lus, href, classes }),
      }))}
      {...totalDe({ lus, href, classes })}
    />
  );
}

/** The column of those to arbitrate only exists when there are some. */
const classesVues = ({ mois }: ChiffresAction): readonly ClasseComptee[] =>
  classesComptees.filter(
    (classe) => classe !== "a-arbitrer" || mois.some(({ sorties }) => sorties[classe] > 0),
  );

interface Contexte extends Props {
  readonly classes: readonly ClasseComptee[];
}

function cellules(mois: MoisDAction, contexte: Contexte): readonly ComponentChildren[] {
  const dire = mois.transmis ? porteDe(contexte, mois.mois, mois.mois) : () => "—";
  return [
    mois.enCours ? (
      <>
        {nomDuMois(mois.mois)} <span class="muted small">en cours</span>
      </>
    ) : (
      nomDuMois(mois.mois)
    ),
    dire("debut", mois.debut),
    dire("entrees", mois.entrees),
    ...contexte.classes.map((classe) => dire("sorties", mois.sorties[classe], classe)),
    dire("fin", mois.fin),
    mois.places === null ? "—" : formatNumber(mois.places),
    enTaux(mois.occupation, 0),
    dire("accompagnes", mois.personnes),
  ];
}

function porteDe({ lus, href }: Contexte, du: Mois, au: Mois) {
  return (
    figure: "accompagnes" | "debut" | "entrees" | "fin" | "sorties",
    nombre: number,
    classe?: ClasseComptee,
  ): ComponentChildren => {
    const texte = formatNumber(nombre);
    if (nombre === 0) return texte;
    const adresse = adresseDesSejours({
      ou: { action: lus.action.id },
      figure,
      du,
      au,
      le: lus.le,
      ...(classe && { classes: [classe] }),
    });
    return <a href={href(adresse)}>{texte}</a>;
  };
}

/** The months that are over, together: persons are counted once, stocks are not added. */
function totalDe(contexte: Contexte): { readonly total?: readonly ComponentChildren[] } {
  const { finis } = contexte.lus;
  if (finis === null) return {};
  const { chiffres, du, au } = finis;
  const porte = porteDe(contexte, du, au);
  return {
    total: [
      du === au ? "Ce mois" : `De ${moisCourt(du)} à ${moisCourt(au)}`,
      porte("debut", chiffres.debut),
      porte("entrees", chiffres.entrees),
      ...contexte.classes.map((classe) => porte("sorties", chiffres.sorties[classe], classe)),
      porte("fin", chiffres.fin),
      "",
      enTaux(chiffres.occupation),
      porte("accompagnes", chiffres.personnes),
    ],
  };
}
