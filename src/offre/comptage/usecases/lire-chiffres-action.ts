import { type ActionLue, exigerAction } from "#offre/catalogue";
import {
  compterAcces,
  compterNatures,
  compterTermes,
  lireRealisations,
  lireSejoursComptes,
} from "#offre/participation";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type ChiffresAnnee, chiffresDeLAnnee } from "../domain/annee.ts";
import { type ChiffresMois, chiffresDesMois } from "../domain/compter.ts";
import { faitsDesRealisations, misesAEmploi } from "../domain/faits-realises.ts";
import type { Indefini, Mesure } from "../domain/mesure.ts";
import { decalerMois, type Mois, moisDe, moisEntre, rangDuMois } from "../domain/mois.ts";
import {
  type CoutParAllocataire,
  coutParAllocataire,
  type Montant,
  montantDesPlaces,
  prixDeLaPlace,
} from "../domain/montant.ts";
import { occupation } from "../domain/occupation.ts";
import { placesAu } from "../domain/places.ts";
import { type MoisProjete, projeter } from "../domain/projection.ts";
import { multiplier, rationnel, somme } from "../domain/rationnel.ts";
import type { FaitsDeResultat } from "../domain/resultat.ts";
import { chiffresActionInput } from "../schemas.ts";
import {
  cadreDuJour,
  joursDe,
  ouvertes,
  placesDesMois,
  placesParAction,
  type RegleAffichee,
} from "./cadre.ts";
import { type StocksAction, stocksDe } from "./stocks-action.ts";

/** Months of an action that nobody will tell any more: their figures are unknown, not zero. */
export type MoisNonTransmis = (
  context: Pick<Context, "departement" | "now" | "tx">,
  actionId: number,
) => Promise<ReadonlySet<string>>;

export interface MoisDAction extends ChiffresMois {
  readonly places: number | null;
  readonly occupation: Mesure;
  /** False once its return is late for good: its figures are unknown, and not shown. */
  readonly transmis: boolean;
  /** The month of the day is not over: it is shown, and left out of the year. */
  readonly enCours: boolean;
}

export interface ChiffresAction {
  readonly action: ActionLue;
  readonly le: string;
  readonly annee: number;
  readonly regle: RegleAffichee;
  /** The action is in the perimeter of the agent: she may open the persons behind the figures. */
  readonly ouvrable: true;
  readonly mois: readonly MoisDAction[];
  /** What of the year is over; `null` before the end of its first month. */
  readonly finis: {
    readonly du: Mois;
    readonly au: Mois;
    readonly chiffres: ChiffresAnnee;
    readonly faits: FaitsDeResultat;
  } | null;
  readonly projection: readonly MoisProjete[];
  readonly presents: number;
  readonly places: number | null;
  readonly montant: Montant | Indefini;
  readonly prixPlace: Mesure;
  readonly cout: CoutParAllocataire | null;
}

const MOIS_PROJETES = 6;

/**
 * The figures of one action over a year, each month from its stays and the places of its last day. Outside her
 * perimeter, an agent reads its places and how many are there, small counts withheld.
 */
export const chiffresAction = (nonTransmis: MoisNonTransmis) =>
  defineUseCase({
    name: "comptage.chiffres-action",
    input: chiffresActionInput,
    droit: "offre:lire",
    nature: "lecture",
    trace: null,
    async run(context, demande): Promise<ChiffresAction | StocksAction> {
      const { le, regle, mois: courant } = cadreDuJour(context);
      const action = await exigerAction(context, demande.actionId);
      const annee = demande.annee ?? anneeALire(action, courant);
      const muets = await nonTransmis(context, action.id);
      const lus = await lireAnnee(context, action, { annee, courant, muets });
      const dedans = await ouvertes(context, [action.id]);
      const aVenir = await lireAVenir(context, action.id, lus.periodes, courant);
      if (!dedans.has(action.id)) {
        return stocksDe({ action, le, annee, regle }, lus.mois, aVenir);
      }
      const finis = await lireFinis(context, action, { ...lus, muets });
      const montant = montantDesPlaces(lus.prixPlace, lus.periodes, annee, regle.valeur.prorata);
      return {
        ...{ action, le, annee, regle },
        ouvrable: true,
        mois: lus.mois,
        finis,
        ...aVenir,
        montant,
        prixPlace: lus.prixPlace,
        cout: coutDe(action, montant, finis?.chiffres),
      };
    },
  });

/** The year of the last month over: in January, the new one has nothing to tell yet, unless the action opens with it. */
function anneeALire({ du }: ActionLue, courant: Mois): number {
  const dernierFini = decalerMois(courant, -1);
  return Number((moisDe(du) > dernierFini ? courant : dernierFini).slice(0, 4));
}

interface AnneeVoulue {
  readonly annee: number;
  readonly courant: Mois;
  readonly muets: ReadonlySet<string>;
}

async function lireAnnee(
  { tx }: Context,
  action: ActionLue,
  { annee, courant, muets }: AnneeVoulue,
) {
  const periodes = (await placesParAction(tx, [action])).get(action.id) ?? [];
  const fenetre = fenetreDe(action, annee, courant);
  const prixPlace = prixDeLaPlace(action.fiche.prix, action.categorieJuridique);
  if (fenetre === null) return { periodes, prixPlace, sejours: [], mois: [] };
  const sejours = await lireSejoursComptes(tx, {
    actions: [action.id],
    ...joursDe(fenetre.du, fenetre.au),
  });
  const places = placesDesMois(periodes, moisEntre(fenetre.du, fenetre.au));
  const mois = chiffresDesMois(sejours, fenetre).mois.map((chiffres, rang): MoisDAction => {
    const enVigueur = places[rang] ?? null;
    const transmis = !muets.has(chiffres.mois);
    return {
      ...chiffres,
      places: enVigueur,
      occupation: occupation({ presents: chiffres.fin, places: enVigueur, transmis }),
      transmis,
      enCours: chiffres.mois >= courant,
    };
  });
  return { periodes, prixPlace, sejours, mois };
}

/** The months of the year during which the action runs, up to the present one. */
function fenetreDe({ du, au }: ActionLue, annee: number, courant: Mois) {
  const rangs = [rangDuMois(`${annee}-01`), rangDuMois(moisDe(du))];
  const debut = Math.max(...rangs);
  const dernier = au === null ? courant : moisDe(au);
  const fin = Math.min(rangDuMois(`${annee}-12`), rangDuMois(dernier), rangDuMois(courant));
  if (fin < debut) return null;
  const premier = decalerMois(`${annee}-01`, debut - rangDuMois(`${annee}-01`));
  return { du: premier, au: decalerMois(premier, fin - debut) };
}

type AnneeLue = Awaited<ReturnType<typeof lireAnnee>> & Pick<AnneeVoulue, "muets">;

async function lireFinis(
  context: Context,
  action: ActionLue,
  { mois, sejours, muets }: AnneeLue,
): Promise<ChiffresAction["finis"]> {
  const finis = mois.filter(({ enCours }) => !enCours);
  const [premier, dernier] = [finis[0], finis.at(-1)];
  if (!premier || !dernier) return null;
  const fenetre = { du: premier.mois, au: dernier.mois };
  const { regle } = cadreDuJour(context);
  const chiffres = chiffresDeLAnnee({
    comptes: chiffresDesMois(sejours, fenetre),
    places: finis.map(({ places }) => places),
    mode: action.fiche.comptage.mode,
    regle: regle.valeur,
    nonTransmis: muets,
  });
  return { ...fenetre, chiffres, faits: await lireFaits(context, action, fenetre, chiffres) };
}

async function lireFaits(
  context: Context,
  action: ActionLue,
  fenetre: { readonly du: Mois; readonly au: Mois },
  { sorties, places, personnes, occupation: occupee }: ChiffresAnnee,
): Promise<FaitsDeResultat> {
  const { tx } = context;
  const { programme } = cadreDuJour(context);
  const demande = { actions: [action.id], ...joursDe(fenetre.du, fenetre.au) };
  const axes = programme.axes.filter(({ domaine }) => domaine === "professionnel");
  const [acces] = await compterAcces(tx, { ...demande, axes: axes.map(({ code }) => code) });
  const natures = await compterNatures(tx, demande);
  return {
    sorties,
    places,
    accompagnes: personnes,
    occupation: occupee,
    accesActionProfessionnelle: acces?.nombre ?? 0,
    ...faitsDesRealisations(await lireRealisations(tx, demande)),
    ...misesAEmploi(natures),
  };
}

async function lireAVenir(
  { tx, now, departement }: Context,
  actionId: number,
  periodes: Parameters<typeof placesAu>[0],
  courant: Mois,
) {
  const { le } = cadreDuJour({ now, departement });
  const termes = await compterTermes(tx, { actions: [actionId], le });
  const presents = termes.reduce((total, { nombre }) => total + nombre, 0);
  return {
    presents,
    places: placesAu(periodes, le),
    projection: projeter(presents, termes, courant, MOIS_PROJETES),
  };
}

function coutDe(
  { fiche }: ActionLue,
  montant: Montant | Indefini,
  chiffres: ChiffresAnnee | undefined,
): CoutParAllocataire | null {
  if ("indefini" in montant || montant.centimes === 0) return null;
  return coutParAllocataire({
    centimes: montant.centimes,
    places: somme(montant.lignes.map(({ places, part }) => multiplier(rationnel(places), part))),
    personnes: chiffres?.personnes ?? 0,
    moisMaximum: fiche.duree.maxMois,
  });
}
