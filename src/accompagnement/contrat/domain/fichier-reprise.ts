import { ajouterJours } from "#commun/echeance";
import { DomainError } from "#platform/errors/domain-error.ts";

/** One contract as the file of the previous system says it. */
export interface ContratDuFichier {
  /** Line of the file, the header being the first. */
  readonly ligne: number;
  readonly numeroDemande: string;
  readonly role: string;
  readonly nature: string;
  readonly signeLe: string;
  readonly debut: string;
  /** First day on which it no longer binds. */
  readonly jusqua: string | null;
  readonly bilanLe: string | null;
}

export interface LigneRefusee {
  readonly ligne: number;
  readonly message: string;
}

const OBLIGATOIRES = ["numero_demande", "role", "nature", "signe_le", "debut"] as const;
const FACULTATIVES = ["dernier_jour", "bilan_le"] as const;
type Colonne = (typeof OBLIGATOIRES)[number] | (typeof FACULTATIVES)[number];

/** @throws DomainError `contrat.fichier` when a column is missing: nothing of it can be read */
export function lireFichierReprise(texte: string): {
  readonly contrats: readonly ContratDuFichier[];
  readonly refusees: readonly LigneRefusee[];
} {
  const [entete = [], ...lignes] = decouperCsv(texte.replace(/^\uFEFF/u, ""));
  const colonnes = entete.map((nom) => nom.trim().toLowerCase());
  const absentes = OBLIGATOIRES.filter((nom) => !colonnes.includes(nom));
  if (absentes.length > 0) {
    throw new DomainError(
      "contrat.fichier",
      `La première ligne doit nommer les colonnes, séparées par des points-virgules. Il manque : ${absentes.join(", ")}.`,
    );
  }
  const contrats: ContratDuFichier[] = [];
  const refusees: LigneRefusee[] = [];
  for (const [rang, cellules] of lignes.entries()) {
    if (cellules.every((cellule) => cellule.trim() === "")) continue;
    const ligne = rang + 2;
    const lire = (nom: Colonne) => (cellules[colonnes.indexOf(nom)] ?? "").trim();
    const lu = lireLigne(lire, ligne);
    if ("message" in lu) refusees.push(lu);
    else contrats.push(lu);
  }
  return { contrats, refusees };
}

function lireLigne(lire: (nom: Colonne) => string, ligne: number): ContratDuFichier | LigneRefusee {
  const vide = OBLIGATOIRES.find((nom) => lire(nom) === "");
  if (vide) return { ligne, message: `La colonne « ${vide} » est vide.` };
  const dates = (["signe_le", "debut", "dernier_jour", "bilan_le"] as const).map((nom) => ({
    nom,
    ecrite: lire(nom),
    jour: jourDe(lire(nom)),
  }));
  const fausse = dates.find(({ ecrite, jour }) => ecrite !== "" && jour === null);
  if (fausse) {
    return { ligne, message: `« ${fausse.ecrite} » n’est pas une date (${fausse.nom}).` };
  }
  const [signeLe = null, debut = null, dernier = null, bilanLe = null] = dates.map(
    ({ jour }) => jour,
  );
  return {
    ligne,
    numeroDemande: lire("numero_demande"),
    role: lire("role").toUpperCase(),
    nature: lire("nature"),
    signeLe: signeLe ?? "",
    debut: debut ?? "",
    jusqua: dernier === null ? null : ajouterJours(dernier, 1),
    bilanLe,
  };
}

/** `31/12/2026` or `2026-12-31`; null for a day that does not exist. */
function jourDe(ecrit: string): string | null {
  const francais = /^(\d{2})\/(\d{2})\/(\d{4})$/u.exec(ecrit);
  const jour = francais ? `${francais[3]}-${francais[2]}-${francais[1]}` : ecrit;
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(jour)) return null;
  const instant = Date.parse(`${jour}T00:00:00Z`);
  if (Number.isNaN(instant)) return null;
  return new Date(instant).toISOString().slice(0, 10) === jour ? jour : null;
}

/** Cells between `;`, those between quotes as they are written. */
function decouperCsv(texte: string): readonly (readonly string[])[] {
  return texte
    .split(/\r?\n/u)
    .map((ligne) =>
      Array.from(`;${ligne}`.matchAll(/;(?:"((?:[^"]|"")*)"|([^;]*))/gu), ([, cite, nu]) =>
        cite === undefined ? (nu ?? "") : cite.replaceAll('""', '"'),
      ),
    );
}
