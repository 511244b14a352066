import { ajouterJours, ajouterMois } from "#commun/echeance";
import type { ClasseOrganisme } from "#commun/referentiel";
import { lireOrganismes } from "#commun/structure";
import type { PersonnePresente } from "#droits/dossier";
import { lireActions, lirePlaces } from "#offre/catalogue";
import {
  arbitrerSortie,
  entrerEnAction,
  lireSejours,
  lireSejoursComptes,
  noterRealisation,
  reprendreSejours,
  type SejourCompte,
  sortirDAction,
  suspendreSejour,
} from "#offre/participation";
import { raw } from "#platform/db/list/sql.ts";
import { porteeTotale } from "#platform/usecase/define-use-case.ts";
import { type Circuit, siPossible } from "../circuit.ts";
import { type ActionJouee, raconterSejours, type SejourJoue, varier } from "./histoire.ts";
import { sortieDe, suitesDe } from "./sorties.ts";

type Reprise = Parameters<typeof reprendreSejours.execute>[2]["sejours"][number];
type Realisations = NonNullable<Reprise["realisations"]>;

/** Days before today on which the former tool gave its stays; afterwards each is noted as it happens. */
const REPRISE = 12;
/** One entry and one exit in so many, these last days, by those who note them. */
const RECENTS = 26;

/** Three years of stays taken over from a former tool, then the entries and exits of the last days. */
export async function vivreDansLesActions(circuit: Circuit): Promise<void> {
  const actions = await lireActionsJouees(circuit);
  if (actions.length === 0) return;
  const personnes = await circuit.presents(raw("s.role in ('DEM', 'CJT')"));
  const jour = circuit.ilYA(REPRISE);
  const racontes = raconterSejours(
    actions.filter(({ fiche }) => fiche.code !== "i-2"),
    personnes,
    jour,
  );
  const sejours = await reprendre(circuit, { actions, personnes, racontes, jour });
  await circuit.faire(reprendreSejours, jour, { sejours });
  await vivreLesDerniersJours(circuit, actions, personnes);
}

async function lireActionsJouees(
  circuit: Circuit,
): Promise<readonly (ActionJouee & { readonly adosseeAId: number | null })[]> {
  const actions = await circuit.lire((tx) => lireActions(tx));
  const places = await circuit.lire((tx) =>
    lirePlaces(
      tx,
      actions.map(({ id }) => id),
    ),
  );
  const parAction = Map.groupBy(places, ({ actionId }) => actionId);
  return actions.map((action) => ({ ...action, places: parAction.get(action.id) ?? [] }));
}

interface Matiere {
  readonly actions: Awaited<ReturnType<typeof lireActionsJouees>>;
  readonly personnes: readonly PersonnePresente[];
  readonly racontes: readonly SejourJoue[];
  readonly jour: string;
}

/** Each stay as the former tool wrote it; who is in an IOD is in its référence too. */
async function reprendre(
  circuit: Circuit,
  { actions, personnes, racontes, jour }: Matiere,
): Promise<Reprise[]> {
  const organismes = await circuit.lire((tx) => lireOrganismes(tx, "tous"));
  const classes = new Map(organismes.map(({ id, classe }) => [id, classe]));
  const parId = new Map(actions.map((action) => [action.id, action]));
  const connues = new Map(personnes.map((personne) => [personne.personneId, personne]));
  return racontes.flatMap((raconte): Reprise[] => {
    const action = parId.get(raconte.actionId);
    const personne = connues.get(raconte.personneId);
    if (!action || !personne) return [];
    const sejour: Reprise = {
      ...decrire(action, raconte, jour),
      prescripteur: prescripteurDe(personne, classes),
      profil: profilDe(personne),
    };
    if (action.adosseeAId === null) return [sejour];
    const { renouvellements: _, suites: __, ...reference } = sejour;
    return [sejour, { ...reference, actionId: action.adosseeAId, realisations: [] }];
  });
}

function prescripteurDe(
  { structureId }: PersonnePresente,
  classes: ReadonlyMap<number, ClasseOrganisme>,
): Reprise["prescripteur"] {
  const classe = structureId === null ? undefined : classes.get(structureId);
  return structureId !== null && classe ? { structureId, classe } : null;
}

const profilDe = ({ codeCommune, situationFamiliale, activite }: PersonnePresente) => ({
  codeCommune,
  situationFamiliale,
  activite,
});

function decrire({ fiche }: ActionJouee, raconte: SejourJoue, jour: string): Reprise {
  const { actionId, personneId, entreLe, sortiLe, rang } = raconte;
  const sortie = sortiLe === null ? null : sortieDe(fiche, rang, sortiLe);
  return {
    ...{ actionId, personneId, entreLe, sortie },
    contratSigneLe: ajouterJours(entreLe, -(10 + (varier(rang, 53) % 60))),
    contratPreuve: rang % 4 === 0 ? "inscription-france-travail" : "contrat",
    renouvellements: renouvellementsDe(fiche.duree, raconte, jour),
    realisations: realisationsDe(fiche, raconte, jour),
    suites: sortie === null ? [] : suitesDe(fiche, sortie, { rang, aujourdhui: jour }),
  };
}

/** Where the sheet renews, who stays beyond the first duration was renewed, but for a few. */
function renouvellementsDe(
  { maxMois, renouvellements }: ActionJouee["fiche"]["duree"],
  { entreLe, sortiLe, rang }: SejourJoue,
  jour: string,
): NonNullable<Reprise["renouvellements"]> {
  if (maxMois === null || renouvellements === 0 || rang % 7 === 0) return [];
  const terme = ajouterMois(entreLe, maxMois);
  if (terme >= (sortiLe ?? jour)) return [];
  return [
    { mois: maxMois, motif: "Projet validé, étapes à poursuivre", le: ajouterJours(terme, -15) },
  ];
}

const formations = [
  "Remise à niveau",
  "CACES",
  "Français professionnel",
  "Habilitation électrique",
];

/** What the sheets count, and the last meetings of those who are still there. */
function realisationsDe(
  fiche: ActionJouee["fiche"],
  { entreLe, sortiLe, rang }: SejourJoue,
  jour: string,
): Realisations {
  const fin = sortiLe ?? jour;
  const faits: Realisations = [
    { nature: "premier-accueil", le: entreLe },
    ...formationsDe(fiche, entreLe, rang),
    ...freinsDe(fiche, entreLe, rang),
  ];
  if (sortiLe !== null) faits.push({ nature: "bilan", le: sortiLe });
  else if (rang % 11 !== 0) faits.push(...dernieresRencontres(fiche, rang, jour));
  return faits.filter(({ le }) => le >= entreLe && le <= fin);
}

function formationsDe(fiche: ActionJouee["fiche"], entreLe: string, rang: number): Realisations {
  if (fiche.code === "iii-2" && rang % 3 !== 0) {
    return [{ nature: "plan-action", le: ajouterJours(entreLe, 60) }];
  }
  const sans = fiche.axe === "vi" || rang % (fiche.axe === "iv" ? 8 : 5) === 0;
  const precision = formations[rang % formations.length] ?? null;
  return sans ? [] : [{ nature: "formation", le: ajouterJours(entreLe, 30), precision }];
}

function freinsDe({ freins }: ActionJouee["fiche"], entreLe: string, rang: number): Realisations {
  const frein = freins[rang % Math.max(1, freins.length)];
  if (frein === undefined) return [];
  const travaille = { nature: "frein-travaille", le: ajouterJours(entreLe, 20), frein } as const;
  const leve = { nature: "frein-leve", le: ajouterJours(entreLe, 75), frein } as const;
  return rang % 5 === 0 ? [travaille] : [travaille, leve];
}

function dernieresRencontres(
  { rythme }: ActionJouee["fiche"],
  rang: number,
  jour: string,
): Realisations {
  if (rythme === null) return [{ nature: "rencontre", le: ajouterJours(jour, -(rang % 25)) }];
  const pas = Math.floor((rythme.par === "semaine" ? 7 : 30) / rythme.minimum);
  return Array.from({ length: rythme.par === "semaine" ? 4 : 3 }, (_, numero) => ({
    nature: "rencontre" as const,
    le: ajouterJours(jour, -(rang % pas) - numero * pas),
  }));
}

/** Since the take-over, those who run the actions note what happens on the day it does. */
async function vivreLesDerniersJours(
  circuit: Circuit,
  actions: readonly ActionJouee[],
  personnes: readonly PersonnePresente[],
): Promise<void> {
  const presents = await circuit.lire((tx) =>
    lireSejoursComptes(tx, { actions: "toutes", du: circuit.aujourdhui, au: circuit.aujourdhui }),
  );
  const parId = new Map(actions.map((action) => [action.id, action]));
  const accompagnees = new Set(presents.map(({ personneId }) => personneId));
  const libres = personnes.filter(
    ({ personneId, beneficiaire }) => beneficiaire && !accompagnees.has(personneId),
  );
  const partants = presents.filter(
    (sejour, rang) => rang % RECENTS === 3 && ancien(sejour, circuit),
  );
  for (const [rang, sejour] of partants.entries()) {
    const action = parId.get(sejour.actionId);
    if (!action || action.fiche.code === "i-1" || action.fiche.code === "i-2") continue;
    const jour = circuit.ilYA(REPRISE - 1 - (rang % (REPRISE - 2)));
    await siPossible(
      circuit.faire(sortirDAction, jour, {
        sejourId: sejour.id,
        ...sortieDe(action.fiche, rang * 7 + 2, jour),
      }),
    );
    await remplacer(circuit, action, libres, rang);
  }
  await suspendreQuelquesUns(circuit, presents);
  await arbitrerLesAnciennes(circuit);
}

/** Exits the table left open were ruled on within two months; the last ones wait. */
async function arbitrerLesAnciennes(circuit: Circuit): Promise<void> {
  const anciennes = await circuit.lire((tx) =>
    lireSejours(tx, { portee: porteeTotale, classe: "a-arbitrer" }),
  );
  for (const { id, sortiLe } of anciennes) {
    if ((sortiLe ?? "") > circuit.ilYA(60)) continue;
    const durable = id % 3 !== 0;
    await circuit.faire(arbitrerSortie, circuit.ilYA(REPRISE - 1), {
      sejourId: id,
      classe: durable ? "durable" : "transition",
      motif: durable
        ? "Six mois francs, et le renouvellement est annoncé par l’employeur"
        : "Six mois francs, sans renouvellement prévu",
    });
  }
}

const ancien = ({ entreLe }: SejourCompte, circuit: Circuit) => entreLe < circuit.ilYA(60);

/** The place freed is taken a few days later, when somebody of the territory is waiting. */
async function remplacer(
  circuit: Circuit,
  action: ActionJouee,
  libres: PersonnePresente[],
  rang: number,
): Promise<void> {
  const ici = libres.findIndex(({ territoireId }) => territoireId === action.territoireId);
  const [personne] = ici < 0 ? [] : libres.splice(ici, 1);
  if (!personne) return;
  const jour = circuit.ilYA(rang % 6);
  const proche = ajouterJours(jour, -20);
  await siPossible(
    circuit
      .faire(entrerEnAction, jour, {
        ...{ actionId: action.id, personneId: personne.personneId, le: jour },
        ...{ contratPreuve: "inscription-france-travail", contratLe: proche },
      })
      .catch(() =>
        circuit.faire(entrerEnAction, jour, {
          ...{ actionId: action.id, personneId: personne.personneId, le: jour },
          ...{ contratPreuve: "contrat", contratLe: proche },
        }),
      )
      .then(({ sejourId }) =>
        circuit.faire(noterRealisation, jour, { sejourId, nature: "premier-accueil", le: jour }),
      ),
  );
}

async function suspendreQuelquesUns(
  circuit: Circuit,
  presents: readonly SejourCompte[],
): Promise<void> {
  const choisis = presents.filter(
    (sejour, rang) => rang % (RECENTS * 2) === 17 && ancien(sejour, circuit),
  );
  for (const [rang, { id }] of choisis.entries()) {
    const motif = rang % 3 === 0 ? "arret" : "formation";
    const du = circuit.ilYA(8 + (rang % 20));
    await siPossible(circuit.faire(suspendreSejour, circuit.ilYA(3), { sejourId: id, motif, du }));
  }
}
