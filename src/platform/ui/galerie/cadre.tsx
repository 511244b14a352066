import type { ComponentChildren, VNode } from "preact";
import type { DocumentAssets } from "../components/document.tsx";
import { type RailEntry, Shell } from "../components/shell.tsx";

/** One page of the gallery: the test renders each and checks it; a person may look at it. */
export interface GalleryPage {
  readonly name: string;
  readonly render: (assets: DocumentAssets) => VNode;
}

const rail: readonly RailEntry[] = [
  { key: "accueil", label: "Accueil", href: "/d/", icon: "accueil" },
  { key: "personnes", label: "Personnes", href: "/d/personnes", icon: "personnes", letter: "p" },
  {
    key: "orientation",
    label: "Orientation",
    href: "/d/orientation",
    icon: "orientation",
    count: 42,
  },
  { key: "agenda", label: "Agenda", href: "/d/agenda", icon: "agenda", letter: "a" },
  { key: "contrats", label: "Contrats", href: "/d/contrats", icon: "contrats" },
  { key: "commissions", label: "Commissions", href: "/d/commissions", icon: "commissions" },
  { key: "offre", label: "Offre", href: "/d/offre", icon: "offre" },
  { key: "emploi", label: "Emploi", href: "/d/emploi", icon: "emploi" },
  {
    key: "financement",
    label: "Financement",
    href: "/d/financement",
    icon: "financement",
    letter: "f",
  },
  { key: "pilotage", label: "Pilotage", href: "/d/pilotage", icon: "pilotage" },
  { key: "reseau", label: "Réseau", href: "/d/reseau", icon: "reseau" },
];

export interface FrameProps {
  readonly assets: DocumentAssets;
  readonly title: string;
  readonly current: string;
  readonly crumbs: readonly string[];
  readonly message?: string | undefined;
  readonly refused?: boolean | undefined;
  readonly wide?: boolean | undefined;
  readonly children: ComponentChildren;
}

export function Frame({ crumbs, message, current, ...props }: FrameProps): VNode {
  return (
    <Shell
      {...props}
      departement={{ nom: "Somme", href: "/d/" }}
      rail={rail}
      current={current}
      search={{ action: "/d/recherche" }}
      echeances={{ count: 37, href: "/d/echeances" }}
      agent={{
        nom: "Alix Martin",
        structure: "Territoire d’Amiens",
        compteHref: "/d/compte",
        deconnexionHref: "/d/deconnexion",
      }}
      csrf={{ name: "jeton", value: "0000" }}
      breadcrumb={crumbs.map((label, index) => ({
        label,
        href: index === crumbs.length - 1 ? undefined : `/d/${index}`,
      }))}
      message={message === undefined ? undefined : { text: message }}
      accessibiliteHref="/d/accessibilite"
      aideHref="/d/aide"
      printed={{ le: "22/11/2026 à 10 h 30", par: "Alix Martin" }}
    />
  );
}
