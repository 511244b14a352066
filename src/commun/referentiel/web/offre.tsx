import type { VNode } from "preact";
import { Table } from "#platform/ui/components/table.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { Why } from "#platform/ui/components/why.tsx";
import { formatCount } from "#platform/ui/format.ts";
import type { LigneSortie, ProgrammeOffre } from "../domain/offre.ts";
import {
  libellesCategorie,
  libellesClasseSortie,
  libellesNatureSortie,
  occupationsEnMots,
  prescripteursEnMots,
} from "../domain/offre-libelles.ts";
import type { Certitude } from "../domain/parametre-date.ts";
import { certitudes } from "./libelles.ts";

interface Props {
  readonly programme: ProgrammeOffre;
}

/** The sheets, the rules that go with them and how an exit is classed, each with its text. */
export function Offre({ programme }: Props): VNode {
  return (
    <>
      <p>
        « {programme.titre} » : {formatCount(programme.axes.length, "axe", "axes")},{" "}
        {formatCount(programme.fiches.length, "fiche", "fiches")}.
      </p>
      <Valeurs
        caption="Fiches"
        lignes={programme.fiches.map((fiche) => ({
          quoi: `${fiche.numero} · ${fiche.libelle}`,
          valeur: programme.axes.find(({ code }) => code === fiche.axe)?.libelle ?? "",
          ...fiche,
        }))}
        heads={["Fiche", "Axe"]}
      />
      <Valeurs
        caption="Règles de l’offre"
        lignes={reglesDe(programme)}
        heads={["Règle", "Valeur"]}
      />
      <Valeurs
        caption="Classe d’une sortie, la première ligne qui convient"
        lignes={programme.sorties.map((ligne) => ({
          quoi: sortieEnMots(ligne),
          valeur: libellesClasseSortie[ligne.classe],
          texte: ligne.texte,
          certitude: ligne.certitude,
        }))}
        heads={["Sortie", "Classe"]}
      />
    </>
  );
}

/** How sure each line shown is. */
export function certitudesDeLOffre(programme: ProgrammeOffre): readonly Certitude[] {
  return [...programme.fiches, ...reglesDe(programme), ...programme.sorties].map(
    ({ certitude }) => certitude,
  );
}

interface Ligne {
  readonly quoi: string;
  readonly valeur: string;
  readonly texte: string;
  readonly certitude: Certitude;
}

function Valeurs({
  caption,
  lignes,
  heads,
}: {
  readonly caption: string;
  readonly lignes: readonly Ligne[];
  readonly heads: readonly [string, string];
}): VNode {
  return (
    <Table
      caption={caption}
      columns={[
        { key: "quoi", label: heads[0], roomy: true },
        { key: "valeur", label: heads[1] },
        { key: "certitude", label: "Certitude", fit: true },
      ]}
      rows={lignes.map(({ quoi, valeur, texte, certitude }) => ({
        key: quoi,
        cells: [
          <>
            {quoi}
            <Why label="Source">{texte}</Why>
          </>,
          valeur,
          <Etat tone={certitudes[certitude].ton}>{certitudes[certitude].mot}</Etat>,
        ],
      }))}
    />
  );
}

function reglesDe(programme: ProgrammeOffre): readonly Ligne[] {
  const { categoriesAdmises, prescripteurs, doublesPresences } = programme;
  const numero = (code: string) =>
    programme.fiches.find((fiche) => fiche.code === code)?.numero ?? code;
  return [
    {
      quoi: "Qui peut porter une action",
      valeur: enListe(categoriesAdmises.valeur.map((une) => libellesCategorie[une])),
      ...source(categoriesAdmises),
    },
    {
      quoi: "Qui peut prescrire",
      valeur: enListe(prescripteurs.valeur.map((une) => prescripteursEnMots[une])),
      ...source(prescripteurs),
    },
    {
      quoi: "Être dans deux actions à la fois",
      valeur: enListe(
        doublesPresences.valeur.map(({ une, autre }) =>
          autre === "toutes"
            ? `fiche ${numero(une)} avec toute autre`
            : `fiches ${numero(une)} et ${numero(autre)}`,
        ),
      ),
      ...source(doublesPresences),
    },
    ...delais(programme),
  ];
}

function delais({ restitution, prescription, cles, comptage, partRsaMixte }: ProgrammeOffre) {
  const { jour, report, nonTransmiseApres } = restitution.valeur;
  const part = partRsaMixte.valeur;
  return [
    {
      quoi: "Restitution mensuelle",
      valeur: `le ${jour} du mois suivant${report === "aucun" ? "" : ", ou le jour ouvré d’après"} ; dite non transmise ${nonTransmiseApres} jours plus tard`,
      ...source(restitution),
    },
    {
      quoi: "Réponse à une prescription",
      valeur: `${prescription.valeur.reponse} jours ; sans réponse, elle expire à ${prescription.valeur.expiration} jours`,
      ...source(prescription),
    },
    {
      quoi: "Clé du logiciel d’un opérateur",
      valeur: `${cles.valeur.mois} mois, puis elle se renouvelle`,
      ...source(cles),
    },
    {
      quoi: "Occupation des places",
      valeur: `${occupationsEnMots[comptage.valeur.occupation]} ; profils de moins de ${comptage.valeur.secret} personnes cachés`,
      ...source(comptage),
    },
    {
      quoi: "Part d’allocataires du RSA dans une action mixte",
      valeur: part === null ? "aucune" : `${Math.round((100 * part.n) / part.d)} % au moins`,
      ...source(partRsaMixte),
    },
  ];
}

const source = ({
  texte,
  certitude,
}: {
  readonly texte: string;
  readonly certitude: Certitude;
}) => ({
  texte,
  certitude,
});

const enListe = (mots: readonly string[]) => (mots.length === 0 ? "aucune" : mots.join(", "));

const durees = {
  plus: "de plus de six mois",
  egale: "de six mois exactement",
  moins: "de moins de six mois",
  inconnue: "sans fin connue",
} as const;

function sortieEnMots({ natures, siae, duree }: LigneSortie): string {
  const quoi =
    natures === "toutes"
      ? siae === true
        ? "tout contrat"
        : "toute autre sortie"
      : enPhrase(natures.map((nature) => libellesNatureSortie[nature]));
  const ou = siae === true ? " dans une structure de l’insertion par l’activité économique" : "";
  return [quoi + ou, duree === null ? "" : durees[duree]].filter(Boolean).join(" ");
}

/** The first keeps its capital, the others lose theirs, acronyms apart. */
function enPhrase(libelles: readonly string[]): string {
  return libelles
    .map((libelle, rang) =>
      rang === 0 || /^\p{Lu}{2}/u.test(libelle)
        ? libelle
        : libelle.charAt(0).toLowerCase() + libelle.slice(1),
    )
    .join(", ");
}
