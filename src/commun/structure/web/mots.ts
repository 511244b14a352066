import { formatDate, formatRelative } from "#platform/ui/format.ts";
import type { Absence, FicheReferent } from "../db/referents.ts";
import type { Capacite, Secteur } from "../db/secteurs.ts";
import type { FicheStructure } from "../db/structures.ts";
import { libellesMotif } from "../domain/libelles.ts";
import { contient, veille } from "../domain/periodes.ts";
import type { Lieu } from "./ports.ts";

export function nomDe({ qualite, prenom, nom }: Pick<FicheReferent, "qualite" | "prenom" | "nom">) {
  return [qualite, prenom, nom].filter((part) => part !== null).join(" ");
}

/** Names of territories, or « tout le département ». */
export function nomsDe(ids: readonly (number | null)[], territoires: readonly Lieu[]): string {
  const partout = territoires.length > 1 && territoires.every(({ id }) => ids.includes(id));
  if (partout || ids.includes(null)) return "tout le département";
  return territoires
    .filter(({ id }) => ids.includes(id))
    .map(({ nom }) => nom)
    .join(", ");
}

export type LibelleType = (code: string) => string;

export function absenceAu({ absences }: FicheReferent, jour: string): Absence | null {
  return absences.find((une) => contient(une, jour)) ?? null;
}

/** « absente jusqu’au 29/11/2026 (congés), remplacée par Karim Weber » */
export function absenceEnMots({ jusque, motif, remplacePar }: Absence): string {
  const fin = jusque === null ? "sans date de retour" : `jusqu’au ${formatDate(veille(jusque))}`;
  const remplacement = remplacePar === null ? "" : `, remplacement par ${remplacePar}`;
  return `${libellesMotif[motif].toLowerCase()} ${fin}${remplacement}`;
}

export interface Changement {
  readonly jour: string;
  readonly quand: string;
  readonly quoi: string;
  readonly ton: "soon" | "waiting" | "ok" | "closed";
}

/** What is planned after today, the nearest first. */
export function changementsPrevus(
  dossier: {
    readonly fiche: FicheStructure;
    readonly secteurs: readonly Secteur[];
    readonly capacites: readonly Capacite[];
    readonly referents: readonly FicheReferent[];
  },
  le: string,
  libelle: LibelleType,
): readonly Changement[] {
  const prevus: Omit<Changement, "quand">[] = [];
  for (const referent of dossier.referents) prevus.push(...duReferent(referent));
  for (const capacite of dossier.capacites) {
    prevus.push({
      jour: capacite.du,
      quoi: `${capacite.places} places pour « ${libelle(capacite.type)} »`,
      ton: "waiting",
    });
  }
  for (const { type, du, jusque } of dossier.secteurs) {
    prevus.push({ jour: du, quoi: `Commence à recevoir « ${libelle(type)} »`, ton: "ok" });
    if (jusque !== null) {
      prevus.push({ jour: jusque, quoi: `Ne reçoit plus « ${libelle(type)} »`, ton: "closed" });
    }
  }
  const { jusque } = dossier.fiche;
  if (jusque !== null)
    prevus.push({ jour: jusque, quoi: "La structure est fermée", ton: "closed" });
  return sansDoublon(prevus)
    .filter(({ jour }) => jour > le)
    .toSorted((a, b) => (a.jour < b.jour ? -1 : 1))
    .map((prevu) => ({ ...prevu, quand: formatRelative(prevu.jour, le) }));
}

function duReferent(referent: FicheReferent): readonly Omit<Changement, "quand">[] {
  const nom = nomDe(referent);
  const prevus: Omit<Changement, "quand">[] = [
    { jour: referent.du, quoi: `Arrivée de ${nom}`, ton: "ok" },
  ];
  if (referent.jusque !== null) {
    prevus.push({ jour: referent.jusque, quoi: `${nom} n’est plus là`, ton: "closed" });
  }
  for (const absence of referent.absences) {
    prevus.push({
      jour: absence.du,
      quoi: `Absence de ${nom} : ${absenceEnMots(absence)}`,
      ton: "soon",
    });
    if (absence.jusque !== null && absence.jusque !== referent.jusque) {
      prevus.push({ jour: absence.jusque, quoi: `Retour de ${nom}`, ton: "ok" });
    }
  }
  return prevus;
}

function sansDoublon<Un extends { readonly jour: string; readonly quoi: string }>(prevus: Un[]) {
  return prevus.filter(
    (un, rang) =>
      prevus.findIndex((autre) => autre.jour === un.jour && autre.quoi === un.quoi) === rang,
  );
}
