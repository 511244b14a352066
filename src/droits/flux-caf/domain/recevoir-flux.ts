import { DomainError } from "#platform/errors/domain-error.ts";

/** A flow as its examination describes it, before anything is written. */
export interface FluxPresente {
  readonly fichier: string;
  readonly sha256: string;
  readonly octets: number;
  readonly nature: "beneficiaires" | "instructions";
  /** M monthly, I daily, R recovery. */
  readonly periodicite: string;
  readonly application: string | null;
  readonly versionApplication: string | null;
  readonly reference: string;
  readonly creeLe: string;
  readonly heure: string | null;
  readonly numeroOrganisme: string | null;
  readonly enregistrements: number;
  readonly annonces: number | null;
  readonly annoncesAnomalie: number | null;
  /** Code of the département most records come from; null when none says. */
  readonly departement: string | null;
}

/** A run already known, as far as receiving another one needs. */
export interface IntegrationConnue {
  readonly id: number;
  readonly fichier: string;
  readonly sha256: string;
  readonly etat: "en-cours" | "terminee" | "abandonnee";
  readonly nature: string;
  readonly periodicite: string;
  readonly reference: string;
  readonly creeLe: string;
  readonly heure: string | null;
  readonly numeroOrganisme: string | null;
  readonly termineeLe: Date | null;
  /** The process that holds it still runs. */
  readonly vivante: boolean;
  /** Put down by a page, not begun yet: its own file may be put down again, no other may pass before it. */
  readonly attendue: boolean;
}

interface Destination {
  readonly code: string;
  readonly nom: string;
}

/**
 * Decides what to do with a flow: take it, or take up the run that was interrupted.
 * @throws DomainError `flux.autre-departement`, `flux.deja-pris`, `flux.en-cours`, `flux.interrompu`, `flux.plus-ancien`
 */
export function recevoirFlux(
  flux: FluxPresente,
  connues: readonly IntegrationConnue[],
  destination: Destination,
): { readonly reprendre: number | null } {
  refuserAutreDepartement(flux, destination);
  const meme = connues.find(({ sha256 }) => sha256 === flux.sha256);
  if (meme?.etat === "terminee") throw dejaPris(meme);
  const enCours = connues.find(({ etat }) => etat === "en-cours");
  if (enCours?.vivante) throw integrationEnCours(enCours);
  if (meme?.etat === "en-cours") return { reprendre: meme.id };
  if (enCours?.attendue) throw integrationEnCours(enCours);
  if (enCours) throw integrationInterrompue(enCours);
  // A run given up is taken up only while no later file has passed.
  refuserPlusAncien(flux, connues);
  return { reprendre: meme?.id ?? null };
}

function refuserAutreDepartement(flux: FluxPresente, { code, nom }: Destination): void {
  // The norm pads the code to three characters: « 052 », « 001 ».
  if (flux.departement?.replace(/^0+/, "") === code.replace(/^0+/, "")) return;
  throw new DomainError(
    "flux.autre-departement",
    flux.departement === null
      ? `Ce fichier ne dit pas de quel département il vient : aucun dossier ne porte IDEPARTE. Rien n’a été écrit dans ${nom} (${code}). Demandez à l’organisme un fichier complet.`
      : `Ce fichier est celui du département ${flux.departement}, et vous êtes dans ${nom} (${code}). Rien n’a été écrit. Ouvrez le bon département, ou déposez le bon fichier.`,
    { attendu: code, recu: flux.departement },
  );
}

function dejaPris(connue: IntegrationConnue): DomainError {
  return new DomainError(
    "flux.deja-pris",
    `Ce fichier a déjà été pris, sous le nom « ${connue.fichier} ». Rien n’a été écrit une seconde fois.`,
    { integration: connue.id, termineeLe: connue.termineeLe },
  );
}

function integrationEnCours(connue: IntegrationConnue): DomainError {
  return new DomainError(
    "flux.en-cours",
    `Le fichier « ${connue.fichier} » est en cours d’intégration. Attendez qu’elle soit finie, puis recommencez.`,
    { integration: connue.id },
  );
}

function integrationInterrompue(connue: IntegrationConnue): DomainError {
  return new DomainError(
    "flux.interrompu",
    `L’intégration de « ${connue.fichier} » a été interrompue. Reprenez ce fichier d’abord, ou abandonnez cette intégration : ce qui est déjà écrit reste.`,
    { integration: connue.id },
  );
}

/**
 * A file older than the last one of the same organism would undo what is known. A second sending of the
 * same day is taken when it was made later; a daily file made before the last monthly one is refused too
 * (analyse-flux-insertion warns only: there nothing was stored).
 */
function refuserPlusAncien(flux: FluxPresente, connues: readonly IntegrationConnue[]): void {
  const plusRecente = connues.find(
    (connue) =>
      // An abandoned run has written too: an older file would undo what it wrote.
      connue.etat !== "en-cours" &&
      connue.sha256 !== flux.sha256 &&
      connue.nature === flux.nature &&
      connue.numeroOrganisme === flux.numeroOrganisme &&
      (instant(flux) < instant(connue) ||
        (flux.periodicite === connue.periodicite && flux.reference < connue.reference)),
  );
  if (!plusRecente) return;
  throw new DomainError(
    "flux.plus-ancien",
    `Ce fichier, créé le ${enFrancais(flux.creeLe)} pour le ${enFrancais(flux.reference)}, est plus ancien que « ${plusRecente.fichier} », déjà pris (${enFrancais(plusRecente.reference)}). Rien n’a été écrit. Déposez les fichiers dans l’ordre de leurs dates.`,
    { integration: plusRecente.id, reference: plusRecente.reference },
  );
}

/** Nobody in the first whole monthly file of an organism is a newcomer: everybody was already there. */
export function estPremierFichier(
  flux: FluxPresente,
  connues: readonly IntegrationConnue[],
): boolean {
  return !connues.some(
    (connue) =>
      connue.etat === "terminee" &&
      connue.nature === "beneficiaires" &&
      connue.periodicite === "M" &&
      connue.numeroOrganisme === flux.numeroOrganisme,
  );
}

function instant({
  creeLe,
  heure,
}: {
  readonly creeLe: string;
  readonly heure: string | null;
}): string {
  return `${creeLe} ${heure ?? ""}`;
}

function enFrancais(jour: string): string {
  return jour.split("-").toReversed().join("/");
}

/**
 * Whether the footer agrees with what was read. The norm counts « y compris dans le flux anomalie » without
 * saying whether the first total includes the second: both readings are accepted. Null: nothing announced.
 */
export function totauxConformes(
  lus: number,
  annonces: number | null,
  annoncesAnomalie: number | null,
): boolean | null {
  if (annonces === null) return null;
  return (
    lus === annonces ||
    lus === annonces - (annoncesAnomalie ?? 0) ||
    lus === annonces + (annoncesAnomalie ?? 0)
  );
}
