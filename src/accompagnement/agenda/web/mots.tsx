import type { MotifRendezVous } from "#commun/referentiel";
import type { MembreEquipe } from "#commun/structure";
import type { PersonneBreve } from "#droits/dossier";
import { formatCount, formatLongDate } from "#platform/ui/format.ts";
import { formatName } from "#platform/ui/format-name.ts";
import type { Tone } from "#platform/ui/tone.ts";
import type { RendezVous } from "../db/rendez-vous.ts";
import { ecrireHeure, heureLocale } from "../domain/heures.ts";
import { type EtatVenue, etatDeVenue } from "../domain/libelles.ts";

export type Href = (path: string) => string;

export const tonsEtat = {
  prevu: "waiting",
  "a-renseigner": "soon",
  "sans-inscrit": "closed",
  honore: "ok",
  "absent-excuse": "soon",
  "absent-non-excuse": "late",
  annule: "closed",
} as const satisfies Readonly<Record<EtatVenue, Tone>>;

const RESERVE = "Réservé";

export function nomDe(personne: PersonneBreve | undefined): string {
  return personne ? formatName(personne.nom, personne.prenom, "list") : RESERVE;
}

export const nomMembre = ({ prenom, nom }: Pick<MembreEquipe, "prenom" | "nom">): string =>
  `${prenom} ${nom}`;

export const heureDe = (instant: Date): string => ecrireHeure(heureLocale(instant).minutes);

export function libelleMotif(motifs: readonly MotifRendezVous[], code: string): string {
  return motifs.find((motif) => motif.code === code)?.libelle ?? code;
}

/** Who comes, in a few words. */
export function quiVient(
  { titre, venues, capacite }: RendezVous,
  personnes: ReadonlyMap<number, PersonneBreve>,
): string {
  const attendues = venues.filter(({ statut }) => statut !== "annule");
  if (capacite !== null) {
    const inscrites = formatCount(attendues.length, "personne", "personnes");
    return `${titre === null ? "" : `${titre} : `}${inscrites} sur ${capacite}`;
  }
  return attendues.map(({ personneId }) => nomDe(personnes.get(personneId))).join(", ") || RESERVE;
}

/** The one state of a meeting: of its person, or of all of them together. */
export function etatDe(rendezVous: RendezVous, maintenant: Date): EtatVenue {
  const { statut, venues, capacite } = rendezVous;
  const [premiere] = venues;
  if (capacite === null && premiere) return etatDeVenue(premiere.statut, rendezVous, maintenant);
  if (statut !== "prevu") return statut === "annule" ? "annule" : "honore";
  const etat = etatDeVenue("prevu", rendezVous, maintenant);
  // Nobody came to be asked about.
  return etat === "a-renseigner" && venues.length === 0 ? "sans-inscrit" : etat;
}

/** « mardi 24 novembre 2026 » → « Mardi 24 novembre 2026 » */
export function grandeDate(jour: string): string {
  const dit = formatLongDate(jour);
  return `${dit.charAt(0).toUpperCase()}${dit.slice(1)}`;
}

/** « mardi 24 novembre 2026 » → « Mardi 24 » */
export function petiteDate(jour: string): string {
  return grandeDate(jour).split(" ").slice(0, 2).join(" ");
}

export function adresse(
  chemin: string,
  question: Readonly<Record<string, string | number | null | undefined>>,
): string {
  const dits = Object.entries(question).filter(
    ([, valeur]) => valeur !== null && valeur !== undefined && valeur !== "",
  );
  const query = new URLSearchParams(dits.map(([cle, valeur]) => [cle, String(valeur)]));
  return query.size === 0 ? chemin : `${chemin}?${query}`;
}
