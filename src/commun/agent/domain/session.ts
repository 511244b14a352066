/** ANSSI, « Recommandations relatives à l’authentification multifacteur »: a session ends by itself, idle or old. */
export const INACTIVITE_MINUTES = 60;
const DUREE_MAXIMALE_HEURES = 12;
/** Time to open the telephone between the password and the code. */
const ATTENTE_CODE_MINUTES = 10;
/** The last visit is written at most once a minute: a page costs no more writes than that. */
export const PAS_DE_VISITE_SECONDES = 60;

export type EtapeSession = "second-facteur" | "ouverte";

export function expiration(etape: EtapeSession, now: Date): Date {
  const minutes = etape === "ouverte" ? DUREE_MAXIMALE_HEURES * 60 : ATTENTE_CODE_MINUTES;
  return new Date(now.getTime() + minutes * 60_000);
}

/** « Firefox sur Windows »: enough for somebody to recognise a session as theirs. */
export function nommerNavigateur(agentUtilisateur: string): string {
  const trouver = (noms: readonly (readonly [string, RegExp])[]) =>
    noms.find(([, motif]) => motif.test(agentUtilisateur))?.[0];
  const navigateur = trouver([
    ["Edge", /Edg\//],
    ["Firefox", /Firefox\//],
    ["Chrome", /Chrome\/|Chromium\//],
    ["Safari", /Safari\//],
  ]);
  const systeme = trouver([
    ["Android", /Android/],
    ["iPhone ou iPad", /iPhone|iPad/],
    ["Windows", /Windows/],
    ["macOS", /Mac OS X/],
    ["Linux", /Linux/],
  ]);
  if (!navigateur) return "Navigateur inconnu";
  return systeme ? `${navigateur} sur ${systeme}` : navigateur;
}
