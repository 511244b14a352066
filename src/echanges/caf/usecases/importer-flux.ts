import { basename } from "node:path";
import { tablesDesEcheances } from "#commun/echeance";
import { chargerReferentiel, codeConnu, listeDeBalise } from "#commun/referentiel";
import {
  allegerTables,
  analyserTables,
  entretenirListes,
  type Nomenclature,
  Redacteur,
  type ResoudreCommune,
  retablirTables,
} from "#droits/dossier";
import {
  demarrerIntegration,
  type FluxPresente,
  type Integration,
  type LotLu,
  lireRangsRejetes,
  porteurCourant,
  terminerIntegration,
} from "#droits/flux-caf";
import { chargerIndexCommunes, resoudreCommune } from "#droits/territoire";
import type { Agent, Deps } from "#platform/usecase/define-use-case.ts";
import { type Examen, examinerFlux } from "../lecture/examiner-flux.ts";
import { LecteurAilleurs } from "../lecture/lire-ailleurs.ts";
import { lireFlux } from "../lecture/lire-flux.ts";
import { codeErreur, ecrireLot } from "./ecrire-lot.ts";
import { lireDAvance, parcourir, parPaquets } from "./parcourir.ts";
import type { Preparation } from "./preparer-lot.ts";

export interface BilanImport {
  readonly integration: number;
  readonly lus: number;
  readonly appliques: number;
  readonly crees: number;
  readonly inchanges: number;
  readonly rejetes: number;
  readonly personnes: number;
  readonly avertissements: number;
  readonly absents: number | null;
  readonly annonces: number | null;
  readonly totauxConformes: boolean | null;
  readonly dureeMs: number;
}

interface Options {
  /** Name shown to people: that of the file as deposited. */
  readonly nom?: string;
  readonly avancer?: (faits: number, total: number) => void;
  /** Records written in one transaction, between two checkpoints. */
  readonly lot?: number;
}

const LOT = 800;
/** A file of fewer records is written before its tables could be lightened. */
const BEAUCOUP = 500;
/** Record of a first file at which the planner is told what the tables are like. */
const ANALYSE = 2000;

/**
 * Takes a flow of the CAF or the MSA: examined whole before anything is written, then applied batch by
 * batch, each with its checkpoint. Killed at any moment and called again with the same file, it goes on
 * where it was. The next batch is read while the last one is being written.
 * @throws DomainError `flux.*` when the file as a whole is refused
 */
export async function importerFlux(
  deps: Deps,
  agent: Agent,
  fichier: string,
  { nom = basename(fichier), avancer = () => undefined, lot: taille = LOT }: Options = {},
): Promise<BilanImport> {
  const debut = performance.now();
  const examen = await examinerFlux(fichier);
  const ouverte = await demarrerIntegration.execute(deps, agent, {
    flux: presenter(examen, nom),
    porteur: porteurCourant(),
  });
  const integration: Integration = {
    id: ouverte.id,
    premierFichier: ouverte.premierFichier,
    nature: examen.nature,
    periodicite: examen.entete.periodicite,
    reference: examen.entete.reference,
    ...(await regard(deps)),
  };
  const preparation = await preparer(deps, agent, ouverte, examen, integration);
  const duree = () => ouverte.dureeMs + Math.round(performance.now() - debut);
  const deFront = preparation.redacteur !== null;
  const ecrire = async (lot: LotLu, tour: Promise<void>) => {
    const { dossiers } = await ecrireLot(deps, agent, {
      integration,
      lot,
      dureeMs: duree(),
      tour: deFront ? tour : undefined,
    });
    for (const dossier of dossiers) preparation.vus.add(dossier);
    if (deFront && lot.depuis < ANALYSE && lot.jusqua >= ANALYSE)
      await analyserTables.execute(deps, agent, {});
    avancer(lot.jusqua, examen.enregistrements);
  };
  const lecteur = deFront ? new LecteurAilleurs(examen.encodage, examen.nature) : null;
  const enregistrements = lireFlux(fichier, { encodage: examen.encodage });
  const paquets = lireDAvance(parPaquets(enregistrements, ouverte.position, taille), lecteur);
  try {
    await parcourir(preparation, paquets, ouverte.position, ecrire);
  } finally {
    await lecteur?.fermer();
  }
  await retablirTables(deps, agent);
  const fin = await terminerIntegration.execute(deps, agent, {
    integrationId: ouverte.id,
    vus: preparation.vus,
    dureeMs: duree(),
  });
  if (fin.appliques > 0) await entretenirListes(deps.base);
  return enBilan(ouverte.id, fin);
}

async function preparer(
  deps: Deps,
  agent: Agent,
  { id, position }: { readonly id: number; readonly position: number },
  { nature, enregistrements }: Examen,
  { id: integrationId, ...cadre }: Integration,
): Promise<Preparation> {
  const premiers = position === 0 && enregistrements >= BEAUCOUP;
  const baseVide = premiers && (await alleger(deps, agent));
  return {
    base: deps.base,
    redacteur: baseVide ? new Redacteur(deps, { ...cadre, integrationId }) : null,
    nature,
    departement: deps.base.departement.code,
    rencontrees: new Set(),
    vus: new Set(),
    rejetesAvant:
      position === 0
        ? new Set()
        : await lireRangsRejetes.execute(deps, agent, { integrationId: id }),
  };
}

function enBilan(
  integration: number,
  fin: Awaited<ReturnType<typeof terminerIntegration.execute>>,
): BilanImport {
  return {
    integration,
    lus: fin.lus,
    appliques: fin.appliques,
    crees: fin.crees,
    inchanges: fin.inchanges,
    rejetes: fin.rejetes,
    personnes: fin.personnes,
    avertissements: fin.avertissements,
    absents: fin.absents,
    annonces: fin.annonces,
    totauxConformes: fin.totaux_conformes,
    dureeMs: fin.duree_ms,
  };
}

/** Somebody who reads a table all along is no reason to give up, only to write more slowly. */
async function alleger(deps: Deps, agent: Agent): Promise<boolean> {
  try {
    return await allegerTables.execute(deps, agent, { autres: tablesDesEcheances });
  } catch (cause) {
    if (VERROU.has(codeErreur(cause))) return false;
    throw cause;
  }
}

/** lock_not_available, deadlock_detected */
const VERROU = new Set(["55P03", "40P01"]);

export function presenter(examen: Examen, nom: string): FluxPresente {
  const { entete, annonces } = examen;
  return {
    fichier: nom,
    sha256: examen.sha256,
    octets: examen.taille,
    nature: examen.nature,
    periodicite: entete.periodicite,
    application: entete.application,
    versionApplication: entete.version,
    reference: entete.reference,
    creeLe: entete.creeLe,
    heure: entete.heure,
    numeroOrganisme: examen.organismes[0]?.numero ?? null,
    enregistrements: examen.enregistrements,
    annonces: annonces.dossiers ?? annonces.demandes,
    annoncesAnomalie: annonces.anomalies,
    departement: examen.departements[0]?.code ?? null,
  };
}

const nomenclature: Nomenclature = {
  connait(liste, code) {
    const codes = listeDeBalise(liste);
    return codes === undefined || codeConnu(codes, code);
  },
};

/** What a declaration is read against: the lists of codes, the communes, the rules of the département. */
export async function regard(
  deps: Deps,
): Promise<Pick<Integration, "referentiel" | "nomenclature" | "resoudreCommune">> {
  const index = chargerIndexCommunes();
  const resoudre: ResoudreCommune = (code, codePostal, nom) => {
    const { code: trouvee } = resoudreCommune(index, code, codePostal, nom);
    return { code: trouvee, corrigee: trouvee !== null && code !== null && trouvee !== code };
  };
  return {
    referentiel: chargerReferentiel(deps.base.departement.referentiel),
    nomenclature,
    resoudreCommune: resoudre,
  };
}
