import { ecart } from "./jours.ts";

/** Days before the end from which it is said near. */
export const FIN_PROCHE = 30;
/** Days without a meeting from which the référent is told. */
export const SANS_CONTACT = 30;

export interface SuiviDeLigne {
  readonly suspendu: boolean;
  readonly terme: string | null;
  readonly dernierContact: string | null;
  readonly depuis: string | null;
  readonly prochain: Date | null;
  readonly retards: number;
  readonly contratEtat: string | null;
}

export const vues = {
  toutes: "Toutes",
  "sans-rendez-vous": "Sans rendez-vous",
  "sans-contact": "Sans contact",
  "fin-proche": "Fin proche",
  "en-retard": "En retard",
  suspendues: "Suspendues",
  "sans-contrat": "Sans contrat",
} as const;
/** The same views as the sentence over a list: « 5 personnes sans contact depuis trente jours ». */
export const phrases = {
  toutes: "dans ce portefeuille",
  "sans-rendez-vous": "sans rendez-vous à venir",
  "sans-contact": "sans contact depuis trente jours",
  "fin-proche": "dont l’accompagnement finit dans les trente jours, ou est fini",
  "en-retard": "avec une échéance en retard",
  suspendues: "dont le compteur est suspendu",
  "sans-contrat": "sans contrat en cours",
} as const satisfies Readonly<Record<keyof typeof vues, string>>;
export type Vue = keyof typeof vues;

export const estVue = (lue: string): lue is Vue => Object.hasOwn(vues, lue);

/** Whether a line belongs to a view: the same words make the count and its list. */
export function dansLaVue(vue: Vue, ligne: SuiviDeLigne, le: string): boolean {
  switch (vue) {
    case "toutes":
      return true;
    case "sans-rendez-vous":
      return ligne.prochain === null;
    case "sans-contact":
      return joursSansContact(ligne, le) >= SANS_CONTACT;
    case "fin-proche":
      return !ligne.suspendu && ligne.terme !== null && ecart(le, ligne.terme) <= FIN_PROCHE;
    case "en-retard":
      return ligne.retards > 0;
    case "suspendues":
      return ligne.suspendu;
    case "sans-contrat":
      return ligne.contratEtat === null;
  }
}

/** From the last meeting, or from the start when there was none. */
export function joursSansContact(
  { dernierContact, depuis }: Pick<SuiviDeLigne, "dernierContact" | "depuis">,
  le: string,
): number {
  const repere = dernierContact ?? depuis;
  return repere === null ? 0 : ecart(repere, le);
}

/** How many belong to each view. */
export function parVue(lignes: readonly SuiviDeLigne[], le: string): Readonly<Record<Vue, number>> {
  const compter = (vue: Vue) => lignes.filter((ligne) => dansLaVue(vue, ligne, le)).length;
  return {
    toutes: lignes.length,
    "sans-rendez-vous": compter("sans-rendez-vous"),
    "sans-contact": compter("sans-contact"),
    "fin-proche": compter("fin-proche"),
    "en-retard": compter("en-retard"),
    suspendues: compter("suspendues"),
    "sans-contrat": compter("sans-contrat"),
  };
}

const PAR_PAGE = 60;

/** The lines of a view, in the order asked, one page of them. */
export function montrer<Ligne extends SuiviDeLigne>(
  lignes: readonly Ligne[],
  {
    vue,
    tri,
    page,
    le,
  }: { readonly vue: Vue; readonly tri: Tri; readonly page: number; readonly le: string },
): { readonly lignes: readonly Ligne[]; readonly page: number; readonly pages: number } {
  const cles = new Map(lignes.map((ligne) => [ligne, cleDeTri(tri, ligne)]));
  const retenues = lignes
    .filter((ligne) => dansLaVue(vue, ligne, le))
    .toSorted((a, b) => comparer(cles.get(a) ?? "", cles.get(b) ?? ""));
  const pages = Math.max(1, Math.ceil(retenues.length / PAR_PAGE));
  const courante = Math.min(page, pages);
  return {
    lignes: retenues.slice((courante - 1) * PAR_PAGE, courante * PAR_PAGE),
    page: courante,
    pages,
  };
}

const comparer = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

export const tris = ["nom", "terme", "contact", "rendez-vous"] as const;
export type Tri = (typeof tris)[number];

export const estTri = (lu: string): lu is Tri => tris.some((tri) => tri === lu);

/** What presses first; what has no value comes last. */
export function cleDeTri(tri: Tri, ligne: SuiviDeLigne): string {
  switch (tri) {
    case "nom":
      return "";
    case "terme":
      return ligne.terme ?? "9999";
    case "contact":
      return ligne.dernierContact ?? ligne.depuis ?? "9999";
    case "rendez-vous":
      return ligne.prochain?.toISOString() ?? "9999";
  }
}
