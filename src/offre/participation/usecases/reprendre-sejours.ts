import type { z } from "zod";
import { chargerReferentiel, versionAu } from "#commun/referentiel";
import { type DroitDuJour, lireDroitsAu } from "#droits/dossier";
import { type ActionLue, lireActions } from "#offre/catalogue";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lireAccueillies } from "../db/personnes.ts";
import { copierSuites, dejaConnues } from "../db/reprise.ts";
import { insererSejours, type NouveauSejour } from "../db/sejours.ts";
import { termeDuSejour } from "../domain/plafond.ts";
import { profilDuJour } from "../domain/profil.ts";
import { refuserReprise } from "../domain/reprise.ts";
import { suitesAttendues } from "../domain/suite.ts";
import { reprendreSejoursInput } from "../schemas.ts";
import { auteur } from "./cadre.ts";
import { classerAu } from "./classer.ts";
import { tenirEcheancesSejours } from "./echeances.ts";
import { sansSortie } from "./entrer-en-action.ts";
import { sejoursChanges } from "./faits.ts";
import { faitsDe } from "./sortir-d-action.ts";

type Ligne = z.output<typeof reprendreSejoursInput>["sejours"][number];

export interface RepriseRefusee {
  /** Rank of the line, from 1. */
  readonly ligne: number;
  readonly personneId: number;
  readonly message: string;
}

export interface RepriseSejours {
  readonly repris: number;
  readonly refusees: readonly RepriseRefusee[];
}

interface Prise {
  readonly ligne: Ligne;
  readonly action: ActionLue;
  readonly droit: DroitDuJour;
}

/**
 * The stays of a former tool, all at once: each line is taken, or refused with its reason. Rights are those the former
 * tool checked; the class of an exit is what the table of its day makes of its facts.
 */
export const reprendreSejours = defineUseCase({
  name: "participation.reprendre-sejours",
  input: reprendreSejoursInput,
  droit: "participation:tenir",
  nature: "ecriture",
  trace: (_, { repris, refusees }: RepriseSejours) => ({
    objet: "departement",
    details: { repris, refusees: refusees.length },
  }),
  async run(context, { sejours }): Promise<RepriseSejours> {
    const { prises, refusees } = await examiner(context, sejours);
    const ids = await insererSejours(
      context.tx,
      prises.map((prise) => sejourDe(context, prise)),
    );
    await copierLesSuites(context, prises, ids);
    await annoncer(context, prises, ids);
    return { repris: prises.length, refusees };
  },
});

/** Nothing more is asked of a stay whose exit and suite are known: no deadline is opened only to be closed. */
async function annoncer(
  context: Context,
  prises: readonly Prise[],
  ids: readonly number[],
): Promise<void> {
  const ouverts = prises.flatMap((prise, rang) =>
    prise.ligne.sortie === null || suitesDe(prise).some(({ constateeLe }) => constateeLe === null)
      ? [ids[rang] ?? 0]
      : [],
  );
  await tenirEcheancesSejours(context, ouverts);
  const uniques = (lire: (prise: Prise) => number) => [...new Set(prises.map(lire))];
  await context.tell(sejoursChanges, {
    sejours: ids,
    personnes: uniques(({ ligne }) => ligne.personneId),
    actions: uniques(({ ligne }) => ligne.actionId),
  });
}

async function examiner(
  context: Context,
  sejours: readonly Ligne[],
): Promise<{ readonly prises: readonly Prise[]; readonly refusees: readonly RepriseRefusee[] }> {
  const { tx, agent, departement } = context;
  const { le } = auteur(context);
  const personnes = await lireAccueillies(
    tx,
    agent.portee,
    sejours.map(({ personneId }) => personneId),
  );
  const actions = new Map(
    (
      await lireActions(tx, {
        ids: sejours.map(({ actionId }) => actionId),
        portee: agent.portee,
      })
    ).map((action) => [action.id, action]),
  );
  const { beneficiaire } = chargerReferentiel(departement.referentiel);
  const droits = await lireDroitsAu(
    tx,
    (versionAu(beneficiaire, le) ?? beneficiaire[0]).valeur,
    sejours.map(({ personneId, entreLe }) => ({ personneId, le: entreLe })),
  );
  const droitDe = new Map(droits.map((droit) => [`${droit.personneId} ${droit.le}`, droit]));
  const connues = await dejaConnues(tx, sejours.map(enPeriode));
  const vues = new Map<string, Ligne[]>();
  const prises: Prise[] = [];
  const refusees: RepriseRefusee[] = [];
  sejours.forEach((ligne, rang) => {
    const { personneId, actionId, entreLe } = ligne;
    const action = actions.get(actionId);
    const droit = droitDe.get(`${personneId} ${entreLe}`);
    const cle = `${actionId} ${personneId}`;
    const memes = vues.get(cle) ?? [];
    const message = refuserReprise(enPeriode(ligne), {
      aujourdhui: le,
      action,
      personneConnue: personnes.has(personneId) && droit !== undefined,
      dejaConnue: connues.has(rang),
      autres: memes.map(enPeriode),
    });
    if (message !== null || !action || !droit) {
      refusees.push({ ligne: rang + 1, personneId, message: message ?? "" });
      return;
    }
    vues.set(cle, [...memes, ligne]);
    prises.push({ ligne, action, droit });
  });
  return { prises, refusees };
}

const enPeriode = ({ actionId, personneId, entreLe, sortie }: Ligne) => ({
  ...{ actionId, personneId, entreLe },
  sortiLe: sortie?.le ?? null,
});

function sejourDe(context: Context, { ligne, action, droit }: Prise): NouveauSejour {
  const { le, par, parNom } = auteur(context);
  const { entreLe, contratSigneLe, contratPreuve, prescripteur, profil } = ligne;
  const constate = profilDuJour(droit);
  return {
    ...{ actionId: action.id, personneId: ligne.personneId, prescriptionId: null, entreLe },
    terme: termeDuSejour(action.fiche.duree, {
      entreLe,
      renouvellements: ligne.renouvellements.map(({ mois }) => mois),
      suspensions: ligne.suspensions,
    }),
    socle: true,
    soumis: droit.soumis,
    droitVerifieLe: entreLe,
    droitPreuve: "reprise",
    contratNature: null,
    contratSigneLe,
    contratPreuve,
    prescripteurStructureId: prescripteur?.structureId ?? null,
    prescripteurClasse: prescripteur?.classe ?? null,
    quartierCode: null,
    sexe: constate.sexe,
    age: constate.age,
    codeCommune: constate.codeCommune ?? profil?.codeCommune ?? null,
    situationFamiliale: constate.situationFamiliale ?? profil?.situationFamiliale ?? null,
    niveauFormation: constate.niveauFormation ?? profil?.niveauFormation ?? null,
    activite: constate.activite ?? profil?.activite ?? null,
    ...sortieDe(context, ligne),
    ...{ saisiLe: le, saisiPar: par, saisiParNom: parNom },
  };
}

function sortieDe(
  context: Context,
  { sortie }: Ligne,
): Pick<NouveauSejour, keyof typeof sansSortie> {
  if (sortie === null) return sansSortie;
  const { le, parNom } = auteur(context);
  const faits = faitsDe(sortie);
  const { nature } = sortie;
  const { classe, ligne, depuis } = classerAu(context.departement.referentiel, {
    ...{ ...faits, nature, le: sortie.le },
  });
  return {
    sortiLe: sortie.le,
    sortieNature: nature,
    sortie: faits,
    classe,
    classeLigne: ligne,
    classeDepuis: depuis,
    preuve: sortie.preuve,
    sortieSaisieLe: le,
    sortieSaisieParNom: parNom,
  };
}

async function copierLesSuites(
  context: Context,
  prises: readonly Prise[],
  ids: readonly number[],
): Promise<void> {
  const de = <Une extends object>(lire: (prise: Prise) => readonly Une[]) =>
    prises.flatMap((prise, rang) =>
      lire(prise).map((une) => ({ ...une, sejourId: ids[rang] ?? 0 })),
    );
  await copierSuites(
    context.tx,
    {
      renouvellements: de(({ ligne }) => ligne.renouvellements),
      suspensions: de(({ ligne }) => ligne.suspensions),
      realisations: de(({ ligne }) => ligne.realisations),
      suites: de(suitesDe),
    },
    auteur(context),
  );
}

/** What the sheet awaits, with what was already learnt, in order. */
function suitesDe({ ligne: { sortie, suites }, action }: Prise) {
  if (sortie === null) return [];
  const { debut } = faitsDe(sortie);
  return suitesAttendues(action.fiche.suivi, {
    ...{ nature: sortie.nature, debut, le: sortie.le },
  }).map((attendue, rang) => ({
    ...attendue,
    constateeLe: suites[rang]?.le ?? null,
    issue: suites[rang]?.issue ?? null,
  }));
}
