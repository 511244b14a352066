/**
 * Opening hours in the syntax of OpenStreetMap, as far as directories use it: « Mo-Fr 08:30-12:30,13:30-17:00; Sa
 * 09:00-12:00; PH off ». What is not understood is kept and shown as it was written.
 */
export interface Plage {
  /** `08:30` */
  readonly de: string;
  readonly a: string;
}

export interface Horaires {
  /** From 1 for Monday to 7 for Sunday; none: closed. */
  readonly semaine: Readonly<Record<number, readonly Plage[]>>;
  /** On public holidays: as the other days, closed, or hours of their own. */
  readonly feries: "comme-les-autres" | "ferme" | readonly Plage[];
}

const JOURS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] as const;
const TOUS = [1, 2, 3, 4, 5, 6, 7];
const HEURE = /^([01]\d|2[0-4]):([0-5]\d)$/u;
const TOUTE_LA_JOURNEE: Plage = { de: "00:00", a: "24:00" };

export function lireHoraires(ecrit: string): Horaires | null {
  const texte = ecrit.trim();
  if (texte === "") return null;
  if (texte === "24/7") {
    const semaine = Object.fromEntries(TOUS.map((jour) => [jour, [TOUTE_LA_JOURNEE]]));
    return { semaine, feries: "comme-les-autres" };
  }
  let horaires: Horaires | null = { semaine: {}, feries: "comme-les-autres" };
  for (const regle of texte
    .split(";")
    .map((une) => une.trim())
    .filter(Boolean)) {
    horaires = horaires && ajouter(horaires, regle);
  }
  return horaires;
}

/** A later rule takes the place of an earlier one for its days. */
function ajouter({ semaine, feries }: Horaires, regle: string): Horaires | null {
  const { jours: ecrits, reste } = couper(regle);
  const plages = lirePlages(reste);
  const jours = lireJours(ecrits);
  if (!plages || !jours) return null;
  return {
    semaine: { ...semaine, ...Object.fromEntries(jours.semaine.map((jour) => [jour, plages])) },
    feries: jours.feries ? (plages.length === 0 ? "ferme" : plages) : feries,
  };
}

function couper(regle: string): { readonly jours: string; readonly reste: string } {
  const trouve = /^([A-Za-z][A-Za-z,\- ]*?)\s+(off|closed|\d.*)$/u.exec(regle);
  if (trouve) return { jours: trouve[1] ?? "", reste: trouve[2] ?? "" };
  return { jours: "Mo-Su", reste: regle };
}

function lirePlages(ecrit: string): readonly Plage[] | null {
  if (ecrit === "off" || ecrit === "closed") return [];
  const plages = ecrit.split(",").map((une) => {
    const [de = "", a = ""] = une
      .trim()
      .split("-")
      .map((heure) => heure.trim().padStart(5, "0"));
    return HEURE.test(de) && HEURE.test(a) && de < a && a <= "24:00" ? { de, a } : null;
  });
  return plages.every((une) => une !== null) ? plages : null;
}

interface JoursLus {
  readonly semaine: readonly number[];
  readonly feries: boolean;
}

function lireJours(ecrit: string): JoursLus | null {
  const parties = ecrit.split(",").map((partie) => partie.trim());
  const semaine = parties.filter((partie) => partie !== "PH").map(lireSuite);
  if (semaine.some((suite) => suite === null)) return null;
  return { semaine: semaine.flatMap((suite) => suite ?? []), feries: parties.includes("PH") };
}

/** « Mo-Fr », « Sa-Mo », « We ». */
function lireSuite(partie: string): readonly number[] | null {
  const [de, a = de] = partie.split("-").map((jour) => rang(jour.trim()));
  if (!(de && a)) return null;
  return TOUS.map((pas) => ((de + pas - 2) % 7) + 1).slice(0, ((a - de + 7) % 7) + 1);
}

function rang(jour: string): number {
  return JOURS.findIndex((un) => un === jour) + 1;
}

/** Whether the door is open at some hour of that day. */
export function ouvertLe({ semaine, feries }: Horaires, jour: string, ferie: boolean): boolean {
  if (ferie && feries !== "comme-les-autres") return feries !== "ferme";
  return (semaine[jourIso(jour)] ?? []).length > 0;
}

/** 1 for Monday, 7 for Sunday. */
export function jourIso(jour: string): number {
  return ((new Date(jour).getUTCDay() + 6) % 7) + 1;
}

/** The days of the week it opens, for the search of a base. */
export function joursOuverts({ semaine }: Horaires): readonly number[] {
  return TOUS.filter((jour) => (semaine[jour] ?? []).length > 0);
}

const noms = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"] as const;

/** « Du lundi au vendredi : 8 h 30 – 12 h 30 et 13 h 30 – 17 h ». Days with the same hours are said together. */
export function horairesEnMots({ semaine, feries }: Horaires): readonly string[] {
  const groupes: { jours: number[]; dit: string }[] = [];
  for (const jour of TOUS) {
    const plages = semaine[jour] ?? [];
    if (plages.length === 0) continue;
    const dit = plagesEnMots(plages);
    const dernier = groupes.at(-1);
    if (dernier?.dit === dit && dernier.jours.at(-1) === jour - 1) dernier.jours.push(jour);
    else groupes.push({ jours: [jour], dit });
  }
  const lignes = groupes.map(({ jours, dit }) => `${joursEnMots(jours)} : ${dit}`);
  if (lignes.length === 0) return ["Fermé"];
  if (feries === "comme-les-autres") return lignes;
  return [
    ...lignes,
    feries === "ferme" ? "Fermé les jours fériés" : `Jours fériés : ${plagesEnMots(feries)}`,
  ];
}

function joursEnMots(jours: readonly number[]): string {
  const nom = (jour: number | undefined) => noms[(jour ?? 1) - 1] ?? "";
  if (jours.length === 7) return "Tous les jours";
  const [premier] = jours;
  const dernier = jours.at(-1);
  const dit =
    jours.length > 2
      ? `du ${nom(premier)} au ${nom(dernier)}`
      : jours.map((jour) => nom(jour)).join(" et ");
  return `${dit.charAt(0).toUpperCase()}${dit.slice(1)}`;
}

function plagesEnMots(plages: readonly Plage[]): string {
  if (plages.some(({ de, a }) => de === "00:00" && a === "24:00")) return "jour et nuit";
  return plages.map(({ de, a }) => `${heureEnMots(de)} – ${heureEnMots(a)}`).join(" et ");
}

function heureEnMots(heure: string): string {
  const [heures = "", minutes = ""] = heure.split(":");
  return minutes === "00" ? `${Number(heures)} h` : `${Number(heures)} h ${minutes}`;
}

/** The same hours in the syntax they are kept in: what is read again is the same. */
export function ecrireHoraires({ semaine, feries }: Horaires): string {
  const regles = TOUS.flatMap((jour) => {
    const plages = semaine[jour] ?? [];
    return plages.length === 0 ? [] : [`${JOURS[jour - 1] ?? ""} ${ecrirePlages(plages)}`];
  });
  if (feries === "ferme") regles.push("PH off");
  else if (feries !== "comme-les-autres") regles.push(`PH ${ecrirePlages(feries)}`);
  return regles.length === 0 ? "off" : regles.join("; ");
}

function ecrirePlages(plages: readonly Plage[]): string {
  return plages.map(({ de, a }) => `${de}-${a}`).join(",");
}
