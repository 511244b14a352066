/** Natures of the actions of a plan: Code du travail, R5411-15. */
export const naturesAction = {
  "mise-en-situation": "Mise en situation professionnelle",
  formation: "Formation",
  recherche: "Recherche active d’emploi",
  accompagnement: "Accompagnement social et professionnel",
  "levee-de-frein": "Accès aux droits et levée de freins",
  perennisation: "Pérennisation de l’activité",
} as const;
export type NatureAction = keyof typeof naturesAction;
export const codesNatureAction = Object.keys(naturesAction) as readonly NatureAction[];

export interface ActionContrat {
  readonly libelle: string;
  readonly nature: NatureAction;
  /** Hours a week the action takes, when they are counted. */
  readonly heures: number | null;
  readonly collective: boolean;
  readonly encadree: boolean;
  readonly jusqua: string | null;
}

/** Fewer hours than the law asks, or none, say why. */
export interface HeuresConvenues {
  readonly regime: "ordinaire" | "reduite" | "dispense";
  readonly hebdomadaires: number | null;
  readonly motif: string | null;
  readonly precision: string;
}

/** What the two sides sign: frozen with the signature. */
export interface ContenuContrat {
  readonly debut: string | null;
  readonly mois: number | null;
  readonly bilanMois: number | null;
  readonly objectifs: readonly string[];
  readonly actions: readonly ActionContrat[];
  readonly heures: HeuresConvenues | null;
  readonly engagementsPersonne: readonly string[];
  readonly engagementsOrganisme: readonly string[];
  /** Ground of vulnerability, in social support. */
  readonly vulnerabilite: string | null;
}

export const contenuVide: ContenuContrat = {
  debut: null,
  mois: null,
  bilanMois: null,
  objectifs: [],
  actions: [],
  heures: null,
  engagementsPersonne: [],
  engagementsOrganisme: [],
  vulnerabilite: null,
};

export const sectionsContrat = ["duree", "objectifs", "actions", "heures", "engagements"] as const;
export type SectionContrat = (typeof sectionsContrat)[number];

/** The same content with one section as it was typed. */
export function avecSection(
  contenu: ContenuContrat,
  { section, ...saisie }: { readonly section: SectionContrat } & Partial<Record<string, unknown>>,
): ContenuContrat {
  return {
    ...contenu,
    ...(section === "heures" ? { heures: saisie as unknown as HeuresConvenues } : saisie),
  };
}

interface Demande {
  readonly heures: boolean;
}

/** Sections that still miss something: a draft is proposed whole. */
export function sectionsIncompletes(
  contenu: ContenuContrat,
  { heures }: Demande,
): readonly SectionContrat[] {
  const faites: Readonly<Record<SectionContrat, boolean>> = {
    duree: contenu.debut !== null && contenu.mois !== null && contenu.bilanMois !== null,
    objectifs: contenu.objectifs.length > 0,
    actions: contenu.actions.length > 0,
    heures: !heures || contenu.heures !== null,
    engagements: contenu.engagementsPersonne.length > 0 && contenu.engagementsOrganisme.length > 0,
  };
  return sectionsContrat.filter((section) => !faites[section]);
}

export function heuresDesActions({ actions }: Pick<ContenuContrat, "actions">): number {
  return actions.reduce((somme, { heures }) => somme + (heures ?? 0), 0);
}
