import type { CategorieJuridique } from "#commun/referentiel";
import { accueillirReferent, creerStructure, lireEquipe, lireOrganismes } from "#commun/structure";
import { listerTerritoires } from "#droits/territoire";
import { noterContact } from "#financement/operateur";
import { affecterIntervenant, definirPlaces, ouvrirActions } from "#offre/catalogue";
import {
  type Agent,
  type Context,
  contextOf,
  type Deps,
} from "#platform/usecase/define-use-case.ts";
import { jourA } from "../calendrier.ts";
import { identite } from "../equipes.ts";
import { deuxChiffres, quartier, rues } from "./lieux.ts";
import { type ActionModele, actionsModeles } from "./modeles.ts";
import { de, type OperateurModele, operateursDe, siretInvente } from "./operateurs.ts";

/** First call for projects of the demonstration: three civil years. */
const PREMIER_JOUR = "2024-01-01";
const OUVERTURE = "2019-01-01";
/** Persons of the reference demonstration: places follow the population. */
const DOSSIERS = 900;

type Territoire = Awaited<ReturnType<typeof listerTerritoires.execute>>["territoires"][number];

interface Operateur {
  readonly id: number;
  readonly categorie: CategorieJuridique;
  readonly du: string;
}

interface Monde {
  readonly context: Context;
  readonly journal: Deps["journal"];
  readonly referentiel: string;
  /** Places of the model, multiplied. */
  readonly echelle: number;
}

/** The operators of a département, their actions, places and teams, by the acts of those who open them. */
export async function ouvrirLOffre(
  deps: Deps,
  agent: Agent,
  { dossiers }: { readonly dossiers: number },
): Promise<void> {
  const { referentiel, slug } = deps.base.departement;
  const modeles = actionsModeles[referentiel];
  if (!modeles) return;
  const { territoires } = await listerTerritoires.execute(deps, agent, {});
  const moyenne =
    territoires.reduce((somme, { population }) => somme + population, 0) /
    Math.max(1, territoires.length);
  await deps.base.transaction(async (tx) => {
    const context = contextOf(deps, tx, agent);
    const monde = {
      context,
      journal: deps.journal,
      referentiel,
      echelle: dossiers / parDossier(slug),
    };
    for (const [rang, territoire] of territoires.entries()) {
      const poids = Math.min(1.5, Math.max(0.65, territoire.population / moyenne));
      const ici = { ...monde, echelle: monde.echelle * poids };
      await ouvrirSurTerritoire(ici, modeles, { territoire, rang });
    }
  });
}

const parDossier = (slug: string) =>
  ({ nord: DOSSIERS * 1.1, "bas-rhin": 500, somme: 700, "seine-saint-denis": 800 })[slug] ??
  DOSSIERS;

interface Ici {
  readonly territoire: Territoire;
  readonly rang: number;
}

async function ouvrirSurTerritoire(
  monde: Monde,
  modeles: readonly ActionModele[],
  ici: Ici,
): Promise<void> {
  const communes = ici.territoire.communes.toSorted(
    (a, b) => (b.population ?? 0) - (a.population ?? 0),
  );
  const operateurs = await installerOperateurs(monde, ici, communes);
  const actions = modeles.flatMap((modele, numero) => {
    const operateur = operateurs.get(modele.operateur);
    return operateur ? [{ modele, numero, operateur }] : [];
  });
  const demandes = actions.map((une) => demande(monde, ici, communes, une));
  const references = demandes.filter(({ ficheCode }) => ficheCode === "i-2");
  const autres = demandes.filter(({ ficheCode }) => ficheCode !== "i-2");
  const ids = [...(await ouvrir(monde, references)), ...(await ouvrir(monde, autres))];
  await faireEvoluer(monde, [...references, ...autres], ids, ici.rang);
}

type Demande = Parameters<typeof ouvrirActions.execute>[2]["actions"][number];

async function ouvrir(
  { context, journal }: Monde,
  actions: readonly Demande[],
): Promise<readonly number[]> {
  if (actions.length === 0) return [];
  const { ids } = await ouvrirActions.within(context, journal, { actions: [...actions] });
  return ids;
}

interface APrevoir {
  readonly modele: ActionModele;
  readonly numero: number;
  readonly operateur: Operateur;
}

function demande(
  { context, referentiel, echelle }: Monde,
  { territoire, rang }: Ici,
  communes: Territoire["communes"],
  { modele, numero, operateur }: APrevoir,
): Demande {
  const lieu = communes[modele.commune] ?? communes[0];
  const places = Math.max(2, Math.round(modele.places * echelle));
  const serie = rang * 100 + numero + 1;
  const desservies = communes.slice(modele.commune, modele.commune + 1 + (numero % 4));
  const voisines = numero % 3 === 0 ? [] : desservies;
  return {
    nom: modele.nom.replace("@", lieu ? de(lieu.nom) : ""),
    numero: `${context.departement.code}-24-${String(serie).padStart(4, "0")}`,
    ficheCode: modele.fiche,
    ficheType: modele.type ?? "",
    structureId: operateur.id,
    categorieJuridique: operateur.categorie,
    territoireId: territoire.id,
    entree: numero % 6 === 4 ? "sessions" : "continue",
    places,
    placesQuartiers: numero % 2 === 0 ? Math.floor(places / 3) : "",
    du: plusTard(premierJour(referentiel, numero, rang), operateur.du),
    adresse: `${3 + ((serie * 7) % 90)} ${rues[serie % rues.length] ?? ""}`,
    codeCommune: lieu?.code ?? "",
    horaires: modele.horaires,
    telephone: `03 00 ${deuxChiffres(rang)} ${deuxChiffres(numero)} 00`,
    communes: voisines.flatMap(({ code }, ordre) => [
      { codeCommune: code },
      ...(ordre === 0 && numero % 2 === 0
        ? [{ codeCommune: code, ...quartier(context.departement.code, serie) }]
        : []),
    ]),
  };
}

/** Most run since the first day; some opened later, on any day of a month. */
function premierJour(referentiel: string, numero: number, rang: number): string {
  const depart = referentiel === "somme-2025" ? "2025-01-01" : PREMIER_JOUR;
  const tardive = (numero + rang) % 9;
  if (numero < 3) return depart;
  if (tardive === 5) return "2025-03-17";
  if (tardive === 7) return "2026-01-01";
  return depart;
}

/** What changes in the life of actions: more or fewer places from a day, and who works there. */
async function faireEvoluer(
  monde: Monde,
  demandes: readonly Demande[],
  ids: readonly number[],
  rang: number,
): Promise<void> {
  const { context, journal } = monde;
  for (const [numero, actionId] of ids.entries()) {
    const demandee = demandes[numero];
    if (!demandee) continue;
    const places = Number(demandee.places);
    if ((numero + rang) % 6 === 2 && places > 3) {
      await definirPlaces.within(context, journal, {
        actionId,
        places: numero % 2 === 0 ? Math.ceil(places * 1.25) : Math.floor(places * 0.75),
        du: numero % 4 < 2 ? "2026-04-15" : "2026-07-01",
        texte: "Avenant à la convention",
      });
    }
    await affecter(monde, { actionId, structureId: demandee.structureId, du: demandee.du, numero });
  }
}

interface APourvoir {
  readonly actionId: number;
  readonly structureId: unknown;
  readonly du: string;
  readonly numero: number;
}

const missions = ["Accompagnement", "Coordination et accompagnement", "Animation collective"];

async function affecter(
  { context, journal }: Monde,
  { actionId, structureId, du, numero }: APourvoir,
): Promise<void> {
  const equipe = await lireEquipe(context.tx, [Number(structureId)], {
    debut: du,
    fin: jourA(du, 1),
  });
  const membre = equipe[numero % Math.max(1, equipe.length)];
  if (!membre) return;
  await affecterIntervenant.within(context, journal, {
    actionId,
    referentId: membre.id,
    mission: missions[numero % missions.length] ?? "",
    etp: numero % 11 === 0 ? 0.35 : 0.15,
    du,
  });
}

async function installerOperateurs(
  { context, journal, referentiel }: Monde,
  { territoire, rang }: Ici,
  communes: Territoire["communes"],
): Promise<ReadonlyMap<string, Operateur>> {
  const noms = communes.map(({ nom }) => nom);
  const connus = new Map(
    (await lireOrganismes(context.tx, "tous")).map((organisme) => [organisme.nom, organisme]),
  );
  const operateurs = new Map<string, Operateur>();
  for (const [ordre, modele] of operateursDe(referentiel, territoire.nom, noms).entries()) {
    const { cle, categorie } = modele;
    const connu = connus.get(modele.nom);
    const id = connu
      ? connu.id
      : await creer(context, journal, {
          modele,
          commune: communes[modele.commune],
          serie: rang * 20 + ordre,
        });
    operateurs.set(cle, { id, categorie, du: connu?.du ?? OUVERTURE });
  }
  return operateurs;
}

interface ACreer {
  readonly modele: OperateurModele;
  readonly commune: Territoire["communes"][number] | undefined;
  readonly serie: number;
}

/** An operator and its small team. */
async function creer(
  context: Context,
  journal: Deps["journal"],
  { modele, commune, serie }: ACreer,
): Promise<number> {
  const courriel = `contact.${serie}@exemple.fr`;
  const { id } = await creerStructure.within(context, journal, {
    nom: modele.nom,
    classe: modele.classe,
    siret: siretInvente(serie),
    adresse: `${2 + ((serie * 11) % 80)} ${rues[serie % rues.length] ?? ""}`,
    commune: commune?.nom ?? "",
    telephone: `03 00 ${deuxChiffres(serie)} 10 10`,
    courriel,
    du: OUVERTURE,
  });
  const { prenom, nom } = identite(900 + serie, "association");
  await noterContact.within(context, journal, {
    structureId: id,
    role: serie % 2 === 0 ? "direction" : "projet",
    nom: `${prenom} ${nom}`,
    courriel,
  });
  for (const place of modele.cle === "parcours" || modele.cle === "solidaire" ? [0, 1] : [0]) {
    await accueillirReferent.within(context, journal, {
      structureId: id,
      ...identite(400 + serie * 2 + place, modele.classe),
      etp: place === 0 ? 1 : 0.8,
      du: OUVERTURE,
    });
  }
  return id;
}

function plusTard(un: string, autre: string): string {
  return un < autre ? autre : un;
}
