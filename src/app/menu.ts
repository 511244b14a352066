import type { RailEntry } from "#platform/ui/components/shell.tsx";

interface MenuEntry {
  readonly key: string;
  readonly label: string;
  readonly path: string;
  readonly icon: RailEntry["icon"];
  /** Shown to who holds the right; `null` for everybody. */
  readonly droit: string | null;
}

const entries: readonly MenuEntry[] = [
  { key: "accueil", label: "Accueil", path: "/", icon: "accueil", droit: null },
  {
    key: "personnes",
    label: "Personnes",
    path: "/personnes",
    icon: "personnes",
    droit: "personne:lister",
  },
  { key: "flux", label: "Fichiers CAF et MSA", path: "/flux", icon: "fichier", droit: "flux:lire" },
  {
    key: "doublons",
    label: "Doublons",
    path: "/doublons",
    icon: "orientation",
    droit: "doublon:traiter",
  },
  {
    key: "requetes",
    label: "Requêtes",
    path: "/requetes",
    icon: "pilotage",
    droit: "requete:lire",
  },
  {
    key: "territoires",
    label: "Territoires",
    path: "/territoires",
    icon: "reglages",
    droit: "territoire:gerer",
  },
  { key: "agents", label: "Réseau", path: "/agents", icon: "reseau", droit: "agent:lire" },
];

/** What a role finds in its menu: only pages that open, and only those this instance has. */
export function railFor(
  droits: ReadonlySet<string>,
  href: (path: string) => string,
  served: ReadonlySet<string>,
): readonly RailEntry[] {
  return entries
    .filter(({ droit, path }) => served.has(path) && (droit === null || droits.has(droit)))
    .map(({ key, label, path, icon }) => ({ key, label, icon, href: href(path) }));
}
