import { cleIdentite, jourValide } from "./cles.ts";
import type { AdresseDeclaree, FoyerDeclare, PersonneDeclaree } from "./foyer-declare.ts";
import { type ExamenNir, examinerNir } from "./nir.ts";

/** Something the file says that cannot be taken as it stands. Nothing is lost: the value is kept as received. */
export interface Avertissement {
  readonly code: CodeAvertissement;
  readonly champ: string | null;
  readonly valeur: string | null;
}

export const libellesAvertissement = {
  "code-inconnu": "Code absent de la nomenclature, gardé tel que reçu",
  "nir-cle-fausse": "NIR dont la clé est fausse, non utilisé pour l’identité",
  "nir-forme-fausse": "NIR mal formé, non utilisé pour l’identité",
  "naissance-future": "Date de naissance dans l’avenir, non retenue",
  "date-impossible": "Date qui n’existe pas au calendrier, non retenue",
  "nom-absent": "Personne sans nom ou sans prénom : ce qui était connu d’elle est gardé",
  "role-absent": "Personne sans rôle dans le foyer",
  "role-en-double":
    "Deux personnes du foyer portent le même rôle : identité par le NIR, puis nom, prénom et naissance",
  "demandeur-absent": "Aucun demandeur dans le foyer",
  "commune-inconnue": "Commune absente de la liste officielle, gardée telle que reçue",
  "commune-corrigee": "Commune retrouvée malgré un code différent",
  "adresse-absente": "Foyer sans adresse actuelle",
  "demande-partagee": "Numéro de demande porté par un autre dossier",
  "balise-inconnue": "Balise hors norme, ignorée",
  "anomalie-signalee": "Anomalie signalée par l’organisme",
} as const;

export type CodeAvertissement = keyof typeof libellesAvertissement;

export interface Nomenclature {
  connait(liste: string, code: string): boolean;
}

/** Looks a commune up in the official list: `code` is null when unknown. */
export type ResoudreCommune = (
  code: string | null,
  codePostal: string | null,
  nom: string | null,
) => { readonly code: string | null; readonly corrigee: boolean };

export interface PersonneConstatee {
  readonly declaree: PersonneDeclaree;
  readonly nir: ExamenNir;
  readonly dateNaissance: string | null;
  readonly cleIdentite: string | null;
  readonly role: string | null;
}

export interface AdresseConstatee {
  readonly declaree: AdresseDeclaree;
  readonly depuis: string | null;
  readonly codeCommune: string | null;
}

export interface FoyerConstate {
  readonly declare: FoyerDeclare;
  readonly personnes: readonly PersonneConstatee[];
  readonly adresses: readonly AdresseConstatee[];
  readonly avertissements: readonly Avertissement[];
}

interface Regard {
  /** The day the file describes. */
  readonly reference: string;
  readonly nomenclature: Nomenclature;
  readonly resoudreCommune: ResoudreCommune;
}

/** Reads a declaration critically, once: what can be trusted, what is flagged. Never throws, never drops a person. */
export function constaterFoyer(declare: FoyerDeclare, regard: Regard): FoyerConstate {
  const avertissements: Avertissement[] = [];
  const avertir = (code: CodeAvertissement, champ: string | null, valeur: string | null) =>
    avertissements.push({ code, champ, valeur });
  const personnes = declare.personnes.map((personne) =>
    constaterPersonne(personne, regard, avertir),
  );
  const adresses = declare.adresses.map((adresse) => constaterAdresse(adresse, regard, avertir));
  constaterRoles(personnes, avertir);
  if (!adresses.some((adresse) => adresse.declaree.rang === "01"))
    avertir("adresse-absente", "RGADR", null);
  for (const [liste, code] of codesDuFoyer(declare)) {
    if (!regard.nomenclature.connait(liste, code)) avertir("code-inconnu", liste, code);
  }
  for (const anomalie of declare.anomalies) avertir("anomalie-signalee", "LIBANO", anomalie);
  return { declare, personnes, adresses, avertissements };
}

type Avertir = (code: CodeAvertissement, champ: string | null, valeur: string | null) => void;

function constaterPersonne(
  declaree: PersonneDeclaree,
  regard: Regard,
  avertir: Avertir,
): PersonneConstatee {
  const nir = examinerNir(declaree.nir);
  if (nir.etat === "cle-fausse") avertir("nir-cle-fausse", "NIR", null);
  if (nir.etat === "forme-fausse") avertir("nir-forme-fausse", "NIR", null);
  if (declaree.nom === "") avertir("nom-absent", "NOM", null);
  if (declaree.prenom === "") avertir("nom-absent", "PRENOM", null);
  const dateNaissance = constaterNaissance(declaree.dateNaissance, regard, avertir);
  return {
    declaree,
    nir,
    dateNaissance,
    cleIdentite: cleIdentite({ ...declaree, dateNaissance }),
    role: declaree.role,
  };
}

function constaterNaissance(recue: string | null, regard: Regard, avertir: Avertir): string | null {
  if (recue === null) return null;
  const jour = jourValide(recue);
  if (!jour) avertir("date-impossible", "DTNAI", recue);
  else if (jour > regard.reference) avertir("naissance-future", "DTNAI", recue);
  else return jour;
  return null;
}

function constaterAdresse(
  declaree: AdresseDeclaree,
  regard: Regard,
  avertir: Avertir,
): AdresseConstatee {
  const depuis = jourValide(declaree.depuis);
  if (declaree.depuis && !depuis) avertir("date-impossible", "DTEMM", declaree.depuis);
  const dite = declaree.codeCommune ?? declaree.commune;
  if (!dite) return { declaree, depuis, codeCommune: null };
  const { code, corrigee } = regard.resoudreCommune(
    declaree.codeCommune,
    declaree.codePostal,
    declaree.commune,
  );
  if (code === null)
    avertir("commune-inconnue", "NUMCOM", `${dite} ${declaree.commune ?? ""}`.trim());
  else if (corrigee) avertir("commune-corrigee", "NUMCOM", `${dite} → ${code}`);
  return { declaree, depuis, codeCommune: code };
}

/** RSAs are held by one demandeur and at most one conjoint; children and others may share a role. */
function constaterRoles(personnes: readonly PersonneConstatee[], avertir: Avertir): void {
  for (const personne of personnes) {
    if (personne.role === null) avertir("role-absent", "ROLEPERS", null);
  }
  for (const role of ["DEM", "CJT"]) {
    if (personnes.filter((personne) => personne.role === role).length > 1) {
      avertir("role-en-double", "ROLEPERS", role);
    }
  }
  if (!personnes.some((personne) => personne.role === "DEM"))
    avertir("demandeur-absent", "ROLEPERS", null);
}

function* codesDuFoyer(declare: FoyerDeclare): Generator<readonly [string, string]> {
  const { droit, situationFamiliale } = declare;
  if (situationFamiliale) yield ["SITFAM", situationFamiliale.code];
  if (droit) yield* codesDuDroit(droit);
  for (const personne of declare.personnes) {
    if (personne.role) yield ["ROLEPERS", personne.role];
    if (personne.sexe) yield ["SEXE", personne.sexe];
    for (const activite of personne.activites) yield ["ACT", activite.code];
  }
}

function* codesDuDroit(
  droit: NonNullable<FoyerDeclare["droit"]>,
): Generator<readonly [string, string]> {
  yield ["ETATDOSRSA", droit.etat];
  for (const { motif } of droit.suspensionsVersement) yield ["MOTISUSVERSRSA", motif];
  for (const { motif } of droit.suspensionsDroit) yield ["MOTISUSDRORSA", motif];
  if (droit.cloture) yield ["MOTICLORSA", droit.cloture.motif];
  if (droit.refus) yield ["MOTIREFURSA", droit.refus.motif];
  for (const { nature } of droit.natures) yield ["NATPF", nature];
}
