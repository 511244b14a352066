import {
  ecrireEntretien,
  inscrireDemandeurEmploi,
  lireDerniersEntretiens,
  noterAcquis,
  ouvrirFrein,
  reprendreSuivis,
} from "#accompagnement/entretien";
import { nommerAgents } from "#commun/agent";
import { sql } from "#platform/db/list/sql.ts";
import { ouvreApres, ouvreAvant } from "./calendrier.ts";
import { type Circuit, REFERENTE } from "./circuit.ts";
import { entretiensSuivants, freins, premiersEntretiens, projets } from "./recits.ts";

type Reprise = Parameters<typeof reprendreSuivis.execute>[2];

/** Somebody followed, by whom, and since when she has been met. */
interface Suivie {
  readonly personneId: number;
  readonly auteur: string;
  readonly recue: string;
}

/**
 * The interviews of a month: whom it oriented is met, known theme by theme and her freins opened; whom the months
 * before oriented comes back, some of her freins are lifted, her project goes on. One act for everybody.
 */
export async function raconterEntretiens(circuit: Circuit): Promise<void> {
  const fin = circuit.dernier ? circuit.ilYA(1) : circuit.du(28);
  const debut = plusTot(circuit.du(1), moisAvant(fin));
  const suivies = await lireSuivies(circuit, { debut, fin });
  const nouvelles = suivies.filter(({ recue }) => recue >= debut);
  const anciennes = suivies.filter(({ recue }) => recue < debut);
  const recentes = anciennes.filter(({ recue }) => recue >= moisAvant(debut));
  const parmi = (unes: readonly Suivie[], modulo: number, restes: readonly number[]) =>
    unes.filter(({ personneId }) => restes.includes(personneId % modulo));
  await circuit.faire(reprendreSuivis, fin, {
    bilans: nouvelles.flatMap(bilansDe),
    freins: [
      ...parmi(nouvelles, 2, [0]).map((une) => freinDe(une, circuit)),
      ...parmi(recentes, 5, [0, 1]).map((une) => freinLeve(une, fin)),
    ],
    projets: [
      ...parmi(nouvelles, 4, [0, 1]).map((une) => projetDe(une, circuit, fin)),
      ...parmi(recentes, 4, [2]).map((une) => projetQuiAvance(une, circuit, fin)),
    ],
    entretiens: [
      ...nouvelles.map((une) => premierEntretien(une, circuit)),
      ...anciennes
        .filter(({ personneId }) => (personneId + circuit.rang) % 3 !== 0)
        .map((une) => entretienSuivant(une, circuit, fin)),
    ],
  });
  if (circuit.dernier) await finirLaSemaine(circuit, suivies);
}

/** Whom a référent follows and has met, a week or so after her orientation; nobody whose month is already told. */
async function lireSuivies(
  circuit: Circuit,
  { debut, fin }: { readonly debut: string; readonly fin: string },
): Promise<readonly Suivie[]> {
  const presents = await circuit.presents(sql`s.beneficiaire and s.referent_id is not null`);
  const noms = await nomsDesReferents(circuit);
  const suivies = presents.flatMap(({ personneId, referentId, orienteeLe }) => {
    const auteur = noms.get(referentId ?? 0);
    if (auteur === undefined || orienteeLe === null) return [];
    const recue = ouvreApres(orienteeLe, 7 + (personneId % 4));
    return recue <= fin ? [{ personneId, auteur, recue }] : [];
  });
  const derniers = await circuit.lire((tx) =>
    lireDerniersEntretiens(
      tx,
      suivies.map(({ personneId }) => personneId),
    ),
  );
  return suivies.filter(({ personneId }) => (derniers.get(personneId) ?? "") < debut);
}

async function nomsDesReferents(circuit: Circuit): Promise<ReadonlyMap<number, string>> {
  const offre = await circuit.offre();
  return new Map(
    offre.flatMap(({ referents }) => referents.map(({ id, nom }): [number, string] => [id, nom])),
  );
}

/** Her account, as it is named among the others. */
const COMPTE = "Parcours Rose";

const choisir = <Chose>(choses: readonly Chose[], rang: number): Chose => {
  const chose = choses[rang % choses.length];
  if (chose === undefined) throw new RangeError("an empty list gives nothing");
  return chose;
};

function plusTot(un: string, autre: string): string {
  return un < autre ? un : autre;
}

function moisAvant(jour: string): string {
  const date = new Date(`${jour}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - 1);
  return date.toISOString().slice(0, 10);
}

/** Half of the persons have a frein: the whole list serves them. */
const recitDe = (personneId: number) => choisir(freins, Math.floor(personneId / 2));

/** Three themes, the one of her frein first. */
function bilansDe({ personneId, auteur, recue }: Suivie): Reprise["bilans"] {
  const recit = recitDe(personneId);
  const commun = { personneId, le: recue, auteur };
  return [
    {
      ...commun,
      ...{ theme: recit.theme, situations: [recit.situation], objectifs: [recit.objectif] },
      texte: "",
    },
    ...(recit.theme === "attentes"
      ? []
      : [
          {
            ...commun,
            ...{ theme: "attentes", objectifs: ["chercher-emploi"], texte: "" },
            situations: [personneId % 3 === 0 ? "metier-precis" : "emploi-vite"],
          },
        ]),
    {
      ...commun,
      ...{ theme: "experience", objectifs: ["retracer-parcours"] },
      situations: [personneId % 4 === 0 ? "arret-plus-de-trois-ans" : "emplois-courts"],
      texte: personneId % 5 === 0 ? "Dernier emploi dans la propreté, contrat non renouvelé." : "",
    },
    ...(personneId % 7 === 0
      ? [
          {
            ...commun,
            ...{ theme: "sante", situations: ["gestes-limites"], objectifs: ["amenager-poste"] },
            texte: "Pas de port de charges, station debout deux heures au plus.",
          },
        ]
      : []),
  ];
}

/** Opened and still open, its first step done for one in three, the next one to come or late. */
function freinDe(
  { personneId, auteur, recue }: Suivie,
  circuit: Circuit,
): Reprise["freins"][number] {
  const { nature, theme, libelle, poids, etapes } = recitDe(personneId);
  return {
    ...{ personneId, nature, theme, libelle, poids, le: recue, auteur, leve: null },
    etapes: etapes.map(([quoi, qui, quiNom], rang) => {
      const pourLe = ouvreApres(recue, 15 + 30 * rang + (personneId % 20));
      return { quoi, qui, quiNom, pourLe, faiteLe: faitPour(circuit, pourLe, personneId / 2) };
    }),
  };
}

/** Opened the month before and lifted in this one, with what proves it. */
function freinLeve({ personneId, auteur, recue }: Suivie, fin: string): Reprise["freins"][number] {
  const { nature, theme, libelle, poids, etapes, preuve, document } = choisir(
    freins,
    personneId + 3,
  );
  const le = plusTot(ouvreApres(recue, 20 + (personneId % 15)), fin);
  return {
    ...{ personneId, nature, theme, libelle, poids, le: recue, auteur },
    etapes: etapes.map(([quoi, qui, quiNom]) => ({ quoi, qui, quiNom, pourLe: le, faiteLe: le })),
    leve: { le, preuve, document },
  };
}

function contenuDe(personneId: number) {
  const { intitule, metiers, rayonKm, transports, heures, refus, commentaire } = choisir(
    projets,
    personneId,
  );
  const [metier, distance, salaire] = refus;
  return {
    ...{ intitule, rayonKm, heures, commentaire },
    metiers: [...metiers],
    transports: [...transports],
    refus: { metiers: metier, distance, salaire, autre: "" },
  };
}

/** Validated at once for half of them, emerging for the others. */
function projetDe(
  { personneId, auteur, recue }: Suivie,
  circuit: Circuit,
  fin: string,
): Reprise["projets"][number] {
  const etat = personneId % 4 === 0 ? "validation" : "emergence";
  const reevaluerLe = etat === "validation" ? aReevaluer(circuit, personneId) : null;
  return {
    ...{ personneId, auteur },
    actes: [{ etat, le: plusTot(recue, fin), contenu: contenuDe(personneId), reevaluerLe }],
  };
}

/** Said the month before, validated in this one; one in four was given up, another is to be thought again. */
function projetQuiAvance(
  { personneId, auteur, recue }: Suivie,
  circuit: Circuit,
  fin: string,
): Reprise["projets"][number] {
  const contenu = contenuDe(personneId);
  const le = plusTot(ouvreApres(recue, 15), fin);
  const emergence = { etat: "emergence" as const, le: recue, contenu, reevaluerLe: null };
  const etat = personneId % 16 === 2 ? ("abandon" as const) : ("validation" as const);
  const reevaluerLe = etat === "validation" ? aReevaluer(circuit, personneId) : null;
  const reevaluation = { etat: "reevaluation" as const, le, contenu, reevaluerLe };
  return {
    ...{ personneId, auteur },
    actes: [
      emergence,
      { etat, le, contenu, reevaluerLe },
      ...(personneId % 16 === 10 ? [reevaluation] : []),
    ],
  };
}

/** In the months to come, but for one in fifteen: the day was last week. */
function aReevaluer(circuit: Circuit, personneId: number): string {
  return personneId % 15 === 4 ? circuit.ilYA(6) : circuit.dans(10 + (personneId % 90));
}

/** What was to be done by then is done, but for a few of the last month. */
function faitPour(circuit: Circuit, pourLe: string, rang: number): string | null {
  if (pourLe > circuit.ilYA(1)) return null;
  return pourLe > circuit.ilYA(30) && rang % 4 === 3 ? null : pourLe;
}

function premierEntretien(
  { personneId, auteur, recue }: Suivie,
  circuit: Circuit,
): Reprise["entretiens"][number] {
  const recit = choisir(premiersEntretiens, personneId);
  const suiteLe = ouvreApres(recue, 10 + (personneId % 6));
  return raconter({ personneId, auteur, recue }, { le: recue, recit, suiteLe, circuit });
}

/** Somebody met before comes back in the month; what was said to follow is done, but for a few. */
function entretienSuivant(
  suivie: Suivie,
  circuit: Circuit,
  fin: string,
): Reprise["entretiens"][number] {
  const { personneId } = suivie;
  const le = plusTot(ouvreApres(circuit.du(2), personneId % 24), ouvreAvant(fin, personneId % 5));
  const recit = choisir(entretiensSuivants, personneId + circuit.rang);
  return raconter(suivie, { le, recit, suiteLe: ouvreApres(le, 9 + (personneId % 12)), circuit });
}

function raconter(
  { personneId, auteur }: Suivie,
  quand: {
    readonly le: string;
    readonly recit: (typeof entretiensSuivants)[number];
    readonly suiteLe: string;
    readonly circuit: Circuit;
  },
): Reprise["entretiens"][number] {
  const { le, recit, suiteLe, circuit } = quand;
  const { texte, decide, suite, modalite, minutes } = recit;
  const attendue = suite === "" ? null : suiteLe;
  return {
    ...{ personneId, auteur, le, modalite, dureeMinutes: minutes, texte, decide, suite },
    suiteLe: attendue,
    suiteDonneeLe: attendue === null ? null : faitPour(circuit, attendue, personneId),
  };
}

/** The référente who signs in leaves one note to finish, and what she saw last week is written. */
async function finirLaSemaine(circuit: Circuit, suivies: readonly Suivie[]): Promise<void> {
  const comptes = await circuit.faire(nommerAgents, circuit.aujourdhui, {});
  const compte = comptes.find(({ nom }) => nom.startsWith(COMPTE));
  const [premiere, seconde] = suivies.filter(({ auteur }) => auteur === REFERENTE);
  if (!compte || !premiere || !seconde) return;
  const rose = { id: compte.id, nom: REFERENTE };
  const jour = circuit.ilYA(1);
  await circuit.faireAuNomDe(rose, ecrireEntretien, jour, {
    ...{ personneId: premiere.personneId, entretienId: null, version: 0, publier: false, le: jour },
    ...{ modalite: "sur-place", dureeMinutes: 40, decide: "", suite: "", suiteLe: null },
    texte:
      "Parle d’une piste chez un voisin artisan. À vérifier avant de l’écrire : le nombre d’heures.",
  });
  await circuit.faireAuNomDe(rose, ouvrirFrein, jour, {
    ...{ personneId: seconde.personneId, nature: "logement", theme: null, le: jour },
    ...{ poids: "important", libelle: "Hébergement chez un proche jusqu’à la fin du mois" },
  });
  await circuit.faireAuNomDe(rose, noterAcquis, jour, {
    ...{ personneId: seconde.personneId, nature: "certificat", le: "2019-06-28", niveau: "CAP" },
    ...{ libelle: "CAP cuisine", preuve: "Diplôme vu par le référent", document: "" },
  });
  await circuit.faireAuNomDe(rose, inscrireDemandeurEmploi, jour, {
    ...{ personneId: seconde.personneId, numero: "4821937K", categorie: "A", du: premiere.recue },
  });
}
