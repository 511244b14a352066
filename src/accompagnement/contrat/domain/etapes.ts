import { DomainError } from "#platform/errors/domain-error.ts";

/** Where one version of a contract is, from its draft to its last signature. */
export const etapesVersion = [
  "brouillon",
  "proposee",
  "validee",
  "refusee",
  "signee",
  "abandonnee",
] as const;
export type EtapeVersion = (typeof etapesVersion)[number];

/** Steps of a version that nobody has signed whole yet. */
export const etapesOuvertes: readonly EtapeVersion[] = [
  "brouillon",
  "proposee",
  "validee",
  "refusee",
];

export const gestesVersion = [
  "modifier",
  "proposer",
  "valider",
  "refuser",
  "reprendre",
  "signer",
  "abandonner",
] as const;
export type GesteVersion = (typeof gestesVersion)[number];

type Passages<Etape extends string, Geste extends string> = Readonly<
  Record<Etape, Partial<Record<Geste, Etape>>>
>;

/** What each step may become. A version that somebody validates is signed only once validated. */
const passages: Passages<EtapeVersion, GesteVersion> = {
  brouillon: { modifier: "brouillon", proposer: "proposee", abandonner: "abandonnee" },
  proposee: {
    valider: "validee",
    refuser: "refusee",
    signer: "signee",
    reprendre: "brouillon",
    abandonner: "abandonnee",
  },
  validee: { signer: "signee", reprendre: "brouillon", abandonner: "abandonnee" },
  refusee: { reprendre: "brouillon", abandonner: "abandonnee" },
  signee: {},
  abandonnee: {},
};

const refus: Readonly<Record<GesteVersion, string>> = {
  modifier: "seul un brouillon se modifie : reprenez d’abord la rédaction",
  proposer: "seul un brouillon se propose",
  valider: "seul un contrat proposé se valide",
  refuser: "seul un contrat proposé se refuse",
  reprendre: "un contrat signé ne se reprend pas : faites un avenant",
  signer: "un contrat se signe une fois proposé, et validé quand le Département le demande",
  abandonner: "un contrat signé ne s’abandonne pas : mettez-y fin",
};

/** @throws DomainError `contrat.passage-interdit` */
export function passer(
  etape: EtapeVersion,
  geste: GesteVersion,
  { validation }: { readonly validation: boolean },
): EtapeVersion {
  const suite = passages[etape][geste];
  const aValider = validation && etape === "proposee" && geste === "signer";
  const sansValidation = !validation && (geste === "valider" || geste === "refuser");
  if (suite !== undefined && !aValider && !sansValidation) return suite;
  throw new DomainError(
    "contrat.passage-interdit",
    `Ce n’est pas possible à cette étape : ${refus[geste]}. Rechargez la page, quelqu’un a peut-être agi avant vous.`,
    { etape, geste },
  );
}

/** Where a contract is: being prepared, in force or followed by something else. */
export const etatsContrat = [
  "en-preparation",
  "signe",
  "renouvele",
  "remplace",
  "resilie",
  "termine",
  "abandonne",
] as const;
export type EtatContrat = (typeof etatsContrat)[number];

const suitesContrat: Readonly<Record<EtatContrat, readonly EtatContrat[]>> = {
  "en-preparation": ["signe", "abandonne"],
  signe: ["renouvele", "remplace", "resilie", "termine"],
  renouvele: [],
  remplace: [],
  resilie: [],
  termine: [],
  abandonne: [],
};

/** @throws DomainError `contrat.passage-interdit` */
export function devenir(etat: EtatContrat, suite: EtatContrat): EtatContrat {
  if (suitesContrat[etat].includes(suite)) return suite;
  throw new DomainError(
    "contrat.passage-interdit",
    "Ce contrat n’est plus en vigueur, ou ne l’est pas encore. Rechargez la page pour voir où il en est.",
    { etat, suite },
  );
}
