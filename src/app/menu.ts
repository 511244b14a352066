import type { RailEntry } from "#platform/ui/components/shell.tsx";

interface MenuEntry {
  readonly key: string;
  readonly label: string;
  readonly path: string;
  readonly icon: RailEntry["icon"];
  /** Letter that opens it after `g`. */
  readonly letter: string;
  /** Shown to who holds the right; `null` for everybody. */
  readonly droit: string | null;
}

const entries: readonly MenuEntry[] = [
  { key: "accueil", letter: "h", label: "Accueil", path: "/", icon: "accueil", droit: null },
  {
    key: "personnes",
    letter: "p",
    label: "Personnes",
    path: "/personnes",
    icon: "personnes",
    droit: "personne:lister",
  },
  {
    key: "courriers",
    letter: "l",
    label: "Courriers",
    path: "/courriers",
    icon: "courrier",
    droit: "courrier:lire",
  },
  {
    key: "messages",
    letter: "s",
    label: "Messages",
    path: "/messages",
    icon: "message",
    droit: "courrier:lire",
  },
  {
    key: "orientation",
    letter: "o",
    label: "Orientation",
    path: "/orientation",
    icon: "orientation",
    droit: "orientation:lire",
  },
  {
    key: "agenda",
    letter: "a",
    label: "Agenda",
    path: "/agenda",
    icon: "agenda",
    droit: "agenda:lire",
  },
  {
    key: "portefeuille",
    letter: "w",
    label: "Portefeuille",
    path: "/portefeuille",
    icon: "agent",
    droit: "parcours:lire",
  },
  {
    key: "contrats",
    letter: "k",
    label: "Contrats",
    path: "/contrats",
    icon: "contrats",
    droit: "contrat:lire",
  },
  {
    key: "prescriptions",
    letter: "n",
    label: "Prescriptions",
    path: "/prescriptions",
    icon: "offre",
    droit: "prescription:lire",
  },
  {
    key: "freins",
    label: "Freins",
    path: "/freins/levee",
    icon: "pilotage",
    letter: "i",
    droit: "entretien:lire",
  },
  {
    key: "offre",
    letter: "b",
    label: "Offre",
    path: "/offre",
    icon: "offre",
    droit: "offre:lire",
  },
  {
    key: "restitutions",
    letter: "v",
    label: "Restitutions",
    path: "/restitutions",
    icon: "fichier",
    droit: "restitution:lire",
  },
  {
    key: "flux",
    letter: "f",
    label: "Fichiers CAF et MSA",
    path: "/flux",
    icon: "fichier",
    droit: "flux:lire",
  },
  {
    key: "doublons",
    letter: "d",
    label: "Doublons",
    path: "/doublons",
    icon: "doublons",
    droit: "doublon:traiter",
  },
  {
    key: "requetes",
    letter: "q",
    label: "Requêtes",
    path: "/requetes",
    icon: "pilotage",
    droit: "requete:lire",
  },
  {
    key: "modeles",
    letter: "m",
    label: "Modèles de courrier",
    path: "/courriers/modeles",
    icon: "reglages",
    droit: "courrier:modele",
  },
  {
    key: "themes",
    label: "Thèmes de situation",
    path: "/themes",
    icon: "reglages",
    letter: "e",
    droit: "entretien:catalogue",
  },
  {
    key: "territoires",
    letter: "t",
    label: "Territoires",
    path: "/territoires",
    icon: "carte",
    droit: "territoire:gerer",
  },
  {
    key: "structures",
    letter: "r",
    label: "Réseau",
    path: "/structures",
    icon: "reseau",
    droit: "structure:lire",
  },
  {
    key: "agents",
    letter: "c",
    label: "Comptes et droits",
    path: "/agents",
    icon: "agent",
    droit: "agent:lire",
  },
];

/** What a role finds in its menu: only pages that open, and only those this instance has. */
export function railFor(
  droits: ReadonlySet<string>,
  href: (path: string) => string,
  served: ReadonlySet<string>,
): readonly RailEntry[] {
  return entries
    .filter(({ droit, path }) => served.has(path) && (droit === null || droits.has(droit)))
    .map(({ key, label, path, icon, letter }) => ({ key, label, icon, letter, href: href(path) }));
}
