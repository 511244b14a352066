import { ajouterJours } from "#commun/echeance";
import { chargerReferentiel, type LigneSortie, versionAu } from "#commun/referentiel";
import { lireDroitsAu } from "#droits/dossier";
import {
  type ActionLue,
  exigerAction,
  lireActions,
  lirePlaces,
  programmeAu,
} from "#offre/catalogue";
import { civilDay } from "#platform/clock/civil-day.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type HistoireSejour, lireHistoire, lireSejours, type SejourLu } from "../db/lectures.ts";
import { lireAccueillies, type PersonneAccueillie } from "../db/personnes.ts";
import { type AutreSejour, lireAutresSejours } from "../db/sejours.ts";
import { admet } from "../domain/entree.ts";
import { finsDeMois } from "../domain/mois.ts";
import { type Plafond, plafondAu } from "../domain/plafond.ts";
import { actionInput, personneInput, preparerEntreeInput, sejourInput } from "../schemas.ts";
import { introuvable } from "./cadre.ts";

const droit = "participation:lire";
/** Exits shown on the page of an action; the others are in the list. */
const RECUL = 365;

export interface SejourSitue extends SejourLu {
  readonly plafond: Plafond;
}

export interface Participants {
  readonly action: ActionLue;
  readonly le: string;
  /** False when only the persons she follows are shown. */
  readonly tous: boolean;
  readonly places: number | null;
  readonly presents: readonly SejourSitue[];
  readonly sortis: readonly SejourSitue[];
}

const situer =
  (le: string) =>
  (sejour: SejourLu): SejourSitue => ({ ...sejour, plafond: plafondAu(sejour, le) });

/** Whose stays were read: somebody of several stays is told once. */
const personnesDe = (sejours: readonly SejourLu[]): readonly number[] => [
  ...new Set(sejours.map(({ personneId }) => personneId)),
];

/** Who is in an action, and who left it within a year. */
export const consulterParticipants = defineUseCase({
  name: "participation.consulter-participants",
  input: actionInput,
  droit,
  nature: "lecture",
  trace: (_, { action, presents, sortis }: Participants) => ({
    objet: "action",
    objetId: action.id,
    details: { personnes: personnesDe([...presents, ...sortis]) },
  }),
  async run(context, { actionId }): Promise<Participants> {
    const { tx, agent, now } = context;
    const le = civilDay(now);
    const action = await exigerAction(context, actionId);
    const places = await lirePlaces(tx, [actionId]);
    const sejours = await lireSejours(tx, {
      portee: agent.portee,
      actionId,
      depuis: ajouterJours(le, -RECUL),
    });
    const situes = sejours.map(situer(le));
    return {
      action,
      le,
      tous: await estDansLaPortee(context, actionId),
      places: places.find(({ du, au }) => du <= le && (au === null || le < au))?.places ?? null,
      presents: situes.filter(({ sortiLe }) => sortiLe === null || sortiLe > le),
      sortis: situes.filter(({ sortiLe }) => sortiLe !== null && sortiLe <= le),
    };
  },
});

async function estDansLaPortee({ tx, agent }: Context, actionId: number): Promise<boolean> {
  const [sienne] = await lireActions(tx, { ids: [actionId], portee: agent.portee });
  return sienne !== undefined;
}

export interface SejourConsulte {
  readonly sejour: SejourSitue;
  readonly action: ActionLue;
  readonly histoire: HistoireSejour;
  readonly le: string;
  /** The action is in the perimeter: what is noted here may be written. */
  readonly tient: boolean;
  /** The line of the table that classed the exit. */
  readonly ligne: LigneSortie | null;
  /**
   * Other actions she was in at the same time, and whether the programme admits it. An operator is not told which are
   * somebody else’s: `visible` is false, and the page says « une autre action ».
   */
  readonly autres: readonly (AutreSejour & {
    readonly admis: boolean;
    readonly visible: boolean;
  })[];
  /** Last days of the months without the right the sheet asks for. */
  readonly moisSansDroit: readonly string[];
}

/** One stay and all that is known of it. */
export const consulterSejour = defineUseCase({
  name: "participation.consulter-sejour",
  input: sejourInput,
  droit,
  nature: "lecture",
  trace: (_, { sejour }: SejourConsulte) => ({
    objet: "sejour",
    objetId: sejour.id,
    personneId: sejour.personneId,
  }),
  async run(context, { sejourId }): Promise<SejourConsulte> {
    const { tx, agent, now, departement } = context;
    const le = civilDay(now);
    const [lu] = await lireSejours(tx, { portee: agent.portee, ids: [sejourId], annules: true });
    if (!lu) throw introuvable();
    const action = await exigerAction(context, lu.actionId);
    const { programme } = programmeAu(departement.referentiel, lu.sortiLe ?? le);
    const autres = await lireAutresSejours(tx, {
      ...{ personneId: lu.personneId, du: lu.entreLe, au: lu.sortiLe, sauf: lu.id },
    });
    const lisibles = await lireSejours(tx, {
      portee: agent.portee,
      ids: autres.map(({ id }) => id),
    });
    return {
      sejour: situer(le)(lu),
      action,
      histoire: await lireHistoire(tx, sejourId),
      le,
      tient: await estDansLaPortee(context, lu.actionId),
      ligne: programme.sorties.find(({ code }) => code === lu.classeLigne) ?? null,
      autres: autres.map((autre) => ({
        ...autre,
        admis: admet(programme.doublesPresences.valeur, action.fiche.code, autre.fiche),
        visible: lisibles.some(({ id }) => id === autre.id),
      })),
      moisSansDroit: await lireMoisSansDroit(context, lu, action, le),
    };
  },
});

/** Where the sheet asks for the right during the whole stay, the months that ended without it. */
async function lireMoisSansDroit(
  { tx, departement }: Context,
  { personneId, entreLe, sortiLe, droitPreuve }: SejourLu,
  { fiche }: ActionLue,
  le: string,
): Promise<readonly string[]> {
  if (fiche.socle !== "sejour" || droitPreuve === "reprise") return [];
  const { beneficiaire } = chargerReferentiel(departement.referentiel);
  const droits = await lireDroitsAu(
    tx,
    (versionAu(beneficiaire, le) ?? beneficiaire[0]).valeur,
    finsDeMois(entreLe, sortiLe ?? le).map((fin) => ({ personneId, le: fin })),
  );
  return droits
    .filter((un) => un.connu && !(un.ouvert && un.socle && un.soumis === true))
    .map((un) => un.le);
}

/** The stays of a person, for her page. */
export const lireSejoursDUnePersonne = defineUseCase({
  name: "participation.sejours-d-une-personne",
  input: personneInput,
  droit,
  nature: "lecture",
  trace: ({ personneId }) => ({ objet: "personne", objetId: personneId, personneId }),
  async run(
    { tx, agent, now },
    { personneId },
  ): Promise<{ readonly le: string; readonly sejours: readonly SejourSitue[] }> {
    const le = civilDay(now);
    const sejours = await lireSejours(tx, { portee: agent.portee, personneId });
    return { le, sejours: sejours.map(situer(le)) };
  },
});

export interface EntreePreparee {
  readonly action: ActionLue;
  readonly le: string;
  /** Chosen in one’s perimeter. */
  readonly personne: PersonneAccueillie | null;
}

/** What the form of an entry shows before anything is typed. */
export const preparerEntree = defineUseCase({
  name: "participation.preparer-entree",
  input: preparerEntreeInput,
  droit: "participation:tenir",
  nature: "lecture",
  trace: null,
  async run(context, { actionId, personneId }): Promise<EntreePreparee> {
    const action = await exigerAction(context, actionId, { dansLaPortee: true });
    const { tx, agent, now } = context;
    const lues = personneId === null ? null : await lireAccueillies(tx, agent.portee, [personneId]);
    const personne = lues?.get(personneId ?? 0);
    return { action, le: civilDay(now), personne: personne?.visible ? personne : null };
  },
});

/** Exits that the table leaves open, within the perimeter, the oldest first. */
export const lireAArbitrer = defineUseCase({
  name: "participation.lire-a-arbitrer",
  input: sejourInput.partial(),
  droit: "participation:arbitrer",
  nature: "lecture",
  trace: (_, { sejours }: AArbitrer) => ({
    objet: "departement",
    details: { personnes: personnesDe(sejours) },
  }),
  async run({ tx, agent, now, departement }): Promise<AArbitrer> {
    const { programme } = programmeAu(departement.referentiel, civilDay(now));
    const sejours = await lireSejours(tx, { portee: agent.portee, classe: "a-arbitrer" });
    return {
      lignes: programme.sorties,
      sejours: sejours.toSorted((a, b) => (a.sortiLe ?? "").localeCompare(b.sortiLe ?? "")),
    };
  },
});

export interface AArbitrer {
  readonly lignes: readonly LigneSortie[];
  readonly sejours: readonly SejourLu[];
}
