import { basename } from "node:path";
import { chargerReferentiel, codeConnu, listeDeBalise } from "#commun/referentiel";
import { entretenirListes, type Nomenclature, type ResoudreCommune } from "#droits/dossier";
import {
  demarrerIntegration,
  type FluxPresente,
  type Integration,
  integrerLot,
  type LotLu,
  lireRangsRejetes,
  porteurCourant,
  rejeterApresEchec,
  terminerIntegration,
} from "#droits/flux-caf";
import { chargerIndexCommunes, resoudreCommune } from "#droits/territoire";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Agent, Deps } from "#platform/usecase/define-use-case.ts";
import { type Examen, examinerFlux } from "../lecture/examiner-flux.ts";
import { type Enregistrement, lireFlux } from "../lecture/lire-flux.ts";
import { noterVus, type Preparation, preparerLot } from "./preparer-lot.ts";

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

const LOT = 400;

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
  const preparation: Preparation = {
    base: deps.base,
    nature: examen.nature,
    departement: deps.base.departement.code,
    rencontrees: new Set(),
    vus: new Set(),
    rejetesAvant:
      ouverte.position === 0
        ? new Set()
        : await lireRangsRejetes.execute(deps, agent, { integrationId: ouverte.id }),
  };
  const duree = () => ouverte.dureeMs + Math.round(performance.now() - debut);
  const ecrire = async (lot: LotLu) => {
    const { dossiers } = await ecrireLot(deps, agent, integration, lot, duree());
    for (const dossier of dossiers) preparation.vus.add(dossier);
    avancer(lot.jusqua, examen.enregistrements);
  };
  const paquets = parPaquets(
    lireFlux(fichier, { encodage: examen.encodage }),
    ouverte.position,
    taille,
  );
  await parcourir(preparation, paquets, ouverte.position, ecrire);
  const fin = await terminerIntegration.execute(deps, agent, {
    integrationId: ouverte.id,
    vus: preparation.vus,
    dureeMs: duree(),
  });
  if (fin.appliques > 0) await entretenirListes(deps.base);
  return bilan(ouverte.id, fin);
}

type Fin = Awaited<ReturnType<typeof terminerIntegration.execute>>;

function bilan(integration: number, fin: Fin): BilanImport {
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

/** One batch is written while the next is prepared; never more than one of each. */
async function parcourir(
  preparation: Preparation,
  paquets: AsyncIterable<readonly Enregistrement[]>,
  position: number,
  ecrire: (lot: LotLu) => Promise<void>,
): Promise<void> {
  let ecriture: Promise<void> = Promise.resolve();
  let depuis = position;
  for await (const paquet of paquets) {
    const dernier = paquet.at(-1)?.rang ?? 0;
    if (dernier <= position) {
      await noterVus(preparation, paquet);
      continue;
    }
    const lot = await Promise.all([preparerLot(preparation, depuis, paquet), ecriture]).then(
      ([pret]) => pret,
    );
    depuis = lot.jusqua;
    ecriture = ecrire(lot);
    // The failure is awaited with the next batch; here it must only not go unheard.
    ecriture.catch(() => undefined);
  }
  await ecriture;
}

/**
 * Packets never straddle the checkpoint: what is before it is only remembered. They are cut at the same
 * records whatever the checkpoint, so that a run taken up warns of what an uninterrupted one would.
 */
async function* parPaquets(
  enregistrements: AsyncIterable<Enregistrement>,
  position: number,
  taille: number,
): AsyncGenerator<readonly Enregistrement[]> {
  let paquet: Enregistrement[] = [];
  for await (const enregistrement of enregistrements) {
    paquet.push(enregistrement);
    if (enregistrement.rang % taille === 0 || enregistrement.rang === position) {
      yield paquet;
      paquet = [];
    }
  }
  if (paquet.length > 0) yield paquet;
}

/** A value the base refuses rejects its own record, not the others of its batch. */
async function ecrireLot(
  deps: Deps,
  agent: Agent,
  integration: Integration,
  lot: LotLu,
  dureeMs: number,
): Promise<{ readonly dossiers: readonly number[] }> {
  try {
    return await integrerLot.execute(deps, agent, { integration, lot, dureeMs });
  } catch (cause) {
    // Without a household to blame, cutting the batch would give the same batch.
    if (cause instanceof DomainError || !estRefusDeDonnee(cause) || lot.foyers.length === 0)
      throw cause;
    if (lot.foyers.length === 1) {
      const rejets = [...lot.rejets, ...lot.foyers.map(rejeterApresEchec)];
      return integrerLot.execute(deps, agent, {
        integration,
        lot: { ...lot, foyers: [], rejets },
        dureeMs,
      });
    }
    const dossiers: number[] = [];
    for (const part of couper(lot)) {
      const ecrit = await ecrireLot(deps, agent, integration, part, dureeMs);
      dossiers.push(...ecrit.dossiers);
    }
    return { dossiers };
  }
}

/** Halves of a batch, in order, each record and each unchanged one counted in one of them. */
function couper(lot: LotLu): readonly LotLu[] {
  const milieu = lot.foyers[Math.floor(lot.foyers.length / 2) - 1]?.rang ?? lot.jusqua;
  const dans = (depuis: number, jusqua: number) => (rang: number) =>
    rang > depuis && rang <= jusqua;
  const part = (depuis: number, jusqua: number, inchanges: number): LotLu => ({
    depuis,
    jusqua,
    foyers: lot.foyers.filter(({ rang }) => dans(depuis, jusqua)(rang)),
    rejets: lot.rejets.filter(({ rang }) => dans(depuis, jusqua)(rang)),
    inchanges,
  });
  return [part(lot.depuis, milieu, 0), part(milieu, lot.jusqua, lot.inchanges)];
}

/** PostgreSQL classes 22 (data exception) and 23 (integrity): the fault of a value, not of the machine. */
function estRefusDeDonnee(cause: unknown): boolean {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return /^2[23]/.test(code);
}

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
