import {
  type DossierConnu,
  type FoyerDeclare,
  type LotRedige,
  lireDossiersParDemande,
  type Redacteur,
} from "#droits/dossier";
import type { FoyerLu, LotLu, RejetLu } from "#droits/flux-caf";
import type { Base } from "#platform/db/tx.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { reprendreLecture } from "../lecture/lire-ailleurs.ts";
import type { Enregistrement } from "../lecture/lire-flux.ts";
import { lireFoyer, type NatureDeFlux } from "../lecture/lire-foyer.ts";
import { normaliserDepartement } from "../lecture/valeurs-brutes.ts";
import { exigerPersonnesDistinctes } from "./exiger-personnes-distinctes.ts";

export interface Preparation {
  readonly base: Base;
  /** Where the base had no dossier when the run began: no record can be unchanged, and rows are made at once. */
  readonly redacteur: Redacteur | null;
  readonly nature: NatureDeFlux;
  /** Code of the département the file is taken into. */
  readonly departement: string;
  /** Keys already met in this file: a dossier told twice is rejected the second time. */
  readonly rencontrees: Set<string>;
  /** Dossiers the file named. */
  readonly vus: Set<number>;
  /** Records that a previous attempt rejected before it knew their key: the same key may come again. */
  readonly rejetesAvant: ReadonlySet<number>;
}

/** Records cut from the file, and what another thread reads in them when it does. */
export interface Paquet {
  readonly enregistrements: readonly Enregistrement[];
  readonly lectures: Promise<readonly string[]> | null;
}

/** Records parsed between two turns of the event loop: the batch being written must be fed meanwhile. */
const RESPIRATION = 5;

/**
 * Sorts a batch of records: those whose bytes have not changed since the last file are not even parsed,
 * those that cannot be written are rejected with their reason, the others are read.
 */
export async function preparerLot(
  preparation: Preparation,
  depuis: number,
  { enregistrements, lectures }: Paquet,
): Promise<LotLu> {
  const connus = await reconnaitre(preparation, enregistrements);
  const lus = await lectures;
  const auFil = new RedactionAuFil(preparation, enregistrements);
  const rejets: RejetLu[] = [];
  const foyers: FoyerLu[] = [];
  let inchanges = 0;
  for (const [place, enregistrement] of enregistrements.entries()) {
    if (place % RESPIRATION === RESPIRATION - 1) await new Promise(setImmediate);
    if (passer(preparation, enregistrement, connus[place] ?? null)) {
      inchanges += 1;
      continue;
    }
    const lu = trier(preparation, { enregistrement, lecture: lus?.[place] }, rejets);
    if (lu === null) continue;
    foyers.push(lu);
    await auFil.prendre(lu);
  }
  const jusqua = enregistrements.at(-1)?.rang ?? depuis;
  return { depuis, jusqua, foyers, rejets, inchanges, redige: auFil.redige };
}

/** True for a record known as it is: it is counted, and not even parsed. */
function passer(
  preparation: Preparation,
  enregistrement: Enregistrement,
  connu: DossierConnu | null,
): boolean {
  if (connu === null) return false;
  preparation.vus.add(connu.id);
  return estInchange(connu, enregistrement, preparation);
}

/** Makes the rows of households as they are read, where nothing was known before the file. */
class RedactionAuFil {
  readonly #redacteur: Redacteur | null;
  readonly #redige: LotRedige | null;
  readonly #partagees = new Set<string>();

  constructor({ redacteur }: Preparation, enregistrements: readonly Enregistrement[]) {
    this.#redacteur = redacteur;
    this.#redige = redacteur?.commencer() ?? null;
    const vues = new Set<string>();
    for (const { cle } of enregistrements) {
      if (cle && vues.has(cle.numeroDemande)) this.#partagees.add(cle.numeroDemande);
      if (cle) vues.add(cle.numeroDemande);
    }
  }

  get redige(): LotRedige | undefined {
    return this.#redige === null || this.#redige.refuse ? undefined : this.#redige;
  }

  async prendre(lu: FoyerLu): Promise<void> {
    if (!this.#redacteur || !this.#redige) return;
    const partagee = this.#partagees.has(lu.foyer.numeroDemande);
    if (await this.#redacteur.rediger(this.#redige, lu, partagee)) lu.oublier?.();
  }
}

/** Only remembers which dossiers these records name: for those a previous attempt has already written. */
export async function noterVus(
  preparation: Preparation,
  enregistrements: readonly Enregistrement[],
): Promise<void> {
  const connus = await reconnaitre(preparation, enregistrements);
  for (const [place, { cle, rang }] of enregistrements.entries()) {
    const connu = connus[place];
    if (connu) preparation.vus.add(connu.id);
    if (cle && !preparation.rejetesAvant.has(rang))
      preparation.rencontrees.add(enCle(cle.numeroDemande, cle.matricule, cle.numeroOrganisme));
  }
}

async function reconnaitre(
  { base, redacteur }: Preparation,
  enregistrements: readonly Enregistrement[],
): Promise<readonly (DossierConnu | null)[]> {
  if (redacteur) return [];
  const numeros = enregistrements.flatMap(({ cle }) => (cle ? [cle.numeroDemande] : []));
  const connus = await base.transaction((tx) => lireDossiersParDemande(tx, numeros));
  const parCle = new Map(
    connus.map((connu) => [
      enCle(connu.numeroDemande, connu.matricule, connu.numeroOrganisme),
      connu,
    ]),
  );
  return enregistrements.map(({ cle }) =>
    cle ? (parCle.get(enCle(cle.numeroDemande, cle.matricule, cle.numeroOrganisme)) ?? null) : null,
  );
}

/**
 * Copied byte by byte: a key made of pieces of the parsed text would keep the whole record in memory,
 * for as long as the file lasts.
 */
function enCle(
  numeroDemande: string,
  matricule: string | null,
  numeroOrganisme: string | null,
): string {
  const cle = `${numeroDemande}|${matricule ?? ""}|${numeroOrganisme ?? ""}`;
  return Buffer.from(cle, "utf8").toString("utf8");
}

function estInchange(
  connu: DossierConnu,
  enregistrement: Enregistrement,
  { nature, rencontrees }: Preparation,
): boolean {
  const empreinte =
    nature === "beneficiaires" ? connu.empreinteBeneficiaires : connu.empreinteInstruction;
  if (!empreinte?.equals(enregistrement.empreinte)) return false;
  const cle = enCle(connu.numeroDemande, connu.matricule, connu.numeroOrganisme);
  if (rencontrees.has(cle)) return false;
  rencontrees.add(cle);
  return true;
}

interface ALire {
  readonly enregistrement: Enregistrement;
  /** What another thread has read in it. */
  readonly lecture: string | undefined;
}

function trier(preparation: Preparation, aLire: ALire, rejets: RejetLu[]): FoyerLu | null {
  const { enregistrement } = aLire;
  try {
    return lire(preparation, aLire);
  } catch (refus) {
    if (!(refus instanceof DomainError)) throw refus;
    rejets.push({
      rang: enregistrement.rang,
      ligne: enregistrement.ligne,
      code: refus.code,
      motif: refus.message,
      numeroDemande: enregistrement.cle?.numeroDemande ?? null,
      brut: brutLisible(enregistrement),
    });
    return null;
  }
}

function lire(preparation: Preparation, { enregistrement, lecture }: ALire): FoyerLu {
  if (enregistrement.erreur) throw enregistrement.erreur;
  const relire = () =>
    lecture === undefined
      ? lireFoyer(enregistrement.texte(), preparation.nature)
      : reprendreLecture(lecture);
  const { foyer, balisesInconnues } = relire();
  exigerDepartement(foyer.departement, preparation.departement);
  exigerDroit(preparation.nature, (foyer.droit?.etat ?? "") !== "");
  exigerPersonnesDistinctes(foyer);
  const { matricule, numero } = foyer.organisme;
  const cle = enCle(foyer.numeroDemande, matricule, numero);
  if (preparation.rencontrees.has(cle)) throw repete(foyer.numeroDemande);
  preparation.rencontrees.add(cle);
  let lu: FoyerDeclare | null = foyer;
  return {
    rang: enregistrement.rang,
    ligne: enregistrement.ligne,
    empreinte: enregistrement.empreinte,
    get foyer() {
      lu ??= relire().foyer;
      return lu;
    },
    oublier() {
      lu = null;
    },
    balisesInconnues,
    brut: () => brutLisible(enregistrement),
  };
}

export function exigerDepartement(recu: string | null, attendu: string): void {
  if (recu === normaliserDepartement(attendu)) return;
  throw new DomainError(
    "enregistrement.autre-departement",
    recu === null
      ? "Ce dossier ne dit pas de quel département il relève (IDEPARTE manque)."
      : `Ce dossier relève du département ${recu}, et non du ${attendu} : il n’est pas écrit ici.`,
    { attendu, recu },
  );
}

/** A beneficiary record without ETATDOSRSA says nothing of the right: nothing could be shown of it. */
export function exigerDroit(nature: NatureDeFlux, present: boolean): void {
  if (present || nature === "instructions") return;
  throw new DomainError(
    "enregistrement.incomplet",
    "Il manque à ce dossier l’état du droit (ETATDOSRSA). Complétez-le, puis rejouez-le.",
  );
}

function repete(numeroDemande: string): DomainError {
  return new DomainError(
    "enregistrement.repete",
    `Le dossier ${numeroDemande} est déjà plus haut dans ce fichier, avec le même matricule : seul le premier est pris.`,
    { numeroDemande },
  );
}

/** What an agent can read of a record, even where its bytes are not of the encoding the file declares. */
function brutLisible({ brut, texte }: Enregistrement): string {
  try {
    return texte();
  } catch {
    return new TextDecoder("windows-1252").decode(brut);
  }
}
