import type { VNode } from "preact";
import { Card } from "#platform/ui/components/card.tsx";
import { Figure } from "#platform/ui/components/figure.tsx";
import { formatCount, formatNumber } from "#platform/ui/format.ts";
import { sortiesDynamiques, totalSorties } from "../domain/sejour.ts";
import type { ChiffresAction } from "../usecases/lire-chiffres-action.ts";
import { adresseDesSejours } from "./adresses.ts";
import { CadreDAnnee } from "./cadre-annee.tsx";
import type { PageChiffresProps } from "./chiffres-props.ts";
import { CarteDesCouts } from "./couts.tsx";
import { GraphiqueMois, LegendeMois } from "./graphique-mois.tsx";
import { CarteDesMethodes } from "./methodes.tsx";
import { enTaux, estBasse, nomDuMois } from "./mots.ts";
import { CarteDesResultats } from "./resultats.tsx";
import { TableDesMois } from "./table-mois.tsx";

export function PageChiffres(props: PageChiffresProps): VNode {
  return (
    <CadreDAnnee lus={props.lus} href={props.href}>
      <Annee {...props} />
    </CadreDAnnee>
  );
}

function Annee(props: PageChiffresProps): VNode {
  const { lus, href } = props;
  return (
    <>
      <Entete {...props} />
      <Card title="File active et places">
        <div class="stack-tight">
          <GraphiqueMois label={phraseDuGraphique(lus)} colonnes={colonnesDe(lus, href)} />
          <LegendeMois projete={estAnneeEnCours(lus)} />
        </div>
      </Card>
      <Card title="Mois par mois">
        <div class="stack-tight">
          <TableDesMois lus={lus} href={href} />
          <NoteNonTransmis lus={lus} />
        </div>
      </Card>
      <CarteDesResultats {...props} />
      <CarteDesCouts lus={lus} href={href} />
      <CarteDesMethodes lus={lus} />
    </>
  );
}

/** A silence is not a zero. */
function NoteNonTransmis({ lus: { mois } }: Pick<PageChiffresProps, "lus">): VNode | null {
  const muets = mois.filter(({ transmis }) => !transmis);
  if (muets.length === 0) return null;
  return (
    <p class="muted small">
      {`Restitution non transmise : ${muets.map((un) => nomDuMois(un.mois)).join(", ")}. Ce que l’opérateur n’a pas dit n’est pas zéro : ${muets.length > 1 ? "ces mois ne comptent" : "ce mois ne compte"} pas dans l’occupation. Le total de la période vient des séjours connus à ce jour.`}
    </p>
  );
}

const estAnneeEnCours = ({ annee, le }: ChiffresAction): boolean =>
  annee === Number(le.slice(0, 4));

function phraseDuGraphique({ annee, presents, places }: ChiffresAction): string {
  const dit = places === null ? "" : ` pour ${formatCount(places, "place", "places")}`;
  return `File active de ${annee}, mois par mois, au regard des places : ${formatCount(presents, "personne présente", "personnes présentes")} aujourd’hui${dit}`;
}

function colonnesDe(lus: ChiffresAction, href: PageChiffresProps["href"]) {
  const ou = { action: lus.action.id };
  const passees = lus.mois.map(({ mois, fin, places, enCours, transmis }) => ({
    mois,
    presents: transmis ? fin : null,
    places,
    nature: enCours ? ("en-cours" as const) : ("fini" as const),
    href:
      transmis && fin > 0
        ? href(adresseDesSejours({ ou, figure: "fin", du: mois, au: mois, le: lus.le }))
        : undefined,
  }));
  if (!estAnneeEnCours(lus)) return passees;
  return [
    ...passees,
    ...lus.projection.map(({ mois, presents }) => ({
      mois,
      presents,
      places: lus.places,
      nature: "projete" as const,
    })),
  ];
}

function Entete({ lus, href }: PageChiffresProps): VNode {
  const { finis, presents, places, action, le } = lus;
  const porte = (figure: "accompagnes" | "presents" | "sorties") =>
    href(
      adresseDesSejours({
        ou: { action: action.id },
        figure,
        du: finis?.du ?? le.slice(0, 7),
        au: finis?.au ?? le.slice(0, 7),
        le,
      }),
    );
  const chiffres = finis?.chiffres;
  return (
    <div class="grid-4">
      <Figure
        label="Présents aujourd’hui"
        value={formatNumber(presents)}
        of={places === null ? undefined : `/ ${formatNumber(places)} places`}
        href={porte("presents")}
      />
      {chiffres && (
        <>
          <Figure
            label="Occupation de l’année"
            value={enTaux(chiffres.occupation)}
            note={`de ${nomDuMois(finis.du)} à ${nomDuMois(finis.au)}`}
            tone={estBasse(chiffres.occupation) ? "late" : undefined}
            href={href(`/offre/file-active?par=action&action=${action.id}`)}
          />
          <Figure
            label="Personnes accompagnées"
            value={formatNumber(chiffres.personnes)}
            note={`${formatCount(chiffres.entrees, "entrée", "entrées")} dans l’année`}
            href={porte("accompagnes")}
          />
          <Figure
            label="Sorties"
            value={formatNumber(totalSorties(chiffres.sorties))}
            note={`dont ${formatCount(sortiesDynamiques(chiffres.sorties), "dynamique", "dynamiques")}`}
            href={porte("sorties")}
          />
        </>
      )}
    </div>
  );
}
