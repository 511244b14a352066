/** What a run is doing, as people are told. */
export type EtatAffiche = "attente" | "en-cours" | "interrompue" | "terminee" | "abandonnee";

export interface Situation {
  readonly etat: "en-cours" | "terminee" | "abandonnee";
  readonly vivante: boolean;
  readonly attendue: boolean;
}

export function etatAffiche({ etat, vivante, attendue }: Situation): EtatAffiche {
  if (etat !== "en-cours") return etat;
  if (attendue) return "attente";
  return vivante ? "en-cours" : "interrompue";
}

export interface Avancement {
  readonly faits: number;
  readonly total: number;
  /** Null while too little is done to tell. */
  readonly parSeconde: number | null;
  readonly resteSecondes: number | null;
}

/** Pace over the whole run so far, all its attempts together. */
export function avancement(faits: number, total: number, dureeMs: number): Avancement {
  if (faits === 0 || dureeMs < 500) return { faits, total, parSeconde: null, resteSecondes: null };
  const parSeconde = (faits * 1000) / dureeMs;
  return {
    faits,
    total,
    parSeconde,
    resteSecondes: Math.ceil(Math.max(0, total - faits) / parSeconde),
  };
}

/** When the CAF's monthly file is awaited, and how late it is. */
export interface Attente {
  /** Month the file will tell: `2026-11-01`. */
  readonly mois: string;
  readonly attenduLe: string;
  readonly etat: "a-venir" | "attendu" | "en-retard";
}

const JOURS_DE_GRACE = 5;

/**
 * The monthly file of a month comes at the beginning of the next one. Null before the first file: nobody
 * knows yet what this département receives.
 */
export function attendreMensuel(
  derniereReference: string | null,
  jourAttendu: number,
  aujourdhui: string,
): Attente | null {
  if (derniereReference === null) return null;
  const mois = moisSuivant(derniereReference);
  const attenduLe = `${moisSuivant(mois).slice(0, 8)}${String(jourAttendu).padStart(2, "0")}`;
  const retard = ajouterJours(attenduLe, JOURS_DE_GRACE);
  if (aujourdhui < attenduLe) return { mois, attenduLe, etat: "a-venir" };
  return { mois, attenduLe, etat: aujourdhui <= retard ? "attendu" : "en-retard" };
}

function moisSuivant(jour: string): string {
  const [annee = 0, mois = 0] = jour.split("-").map(Number);
  return mois === 12 ? `${annee + 1}-01-01` : `${annee}-${String(mois + 1).padStart(2, "0")}-01`;
}

function ajouterJours(jour: string, jours: number): string {
  const date = new Date(`${jour}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + jours);
  return date.toISOString().slice(0, 10);
}
