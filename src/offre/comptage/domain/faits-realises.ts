import type { NatureSortie } from "#commun/referentiel";
import type { FaitsDeResultat } from "./resultat.ts";

interface Realisation {
  readonly sejourId: number;
  readonly personneId: number;
  readonly nature: string;
  readonly frein: string | null;
}

type FaitsRealises = Pick<
  FaitsDeResultat,
  "entreesFormation" | "formes" | "freinsLeves" | "freinsTravailles" | "plansAction"
>;

/** What was noted during the stays: an obstacle lifted was worked on, were it never said. */
export function faitsDesRealisations(realisations: readonly Realisation[]): FaitsRealises {
  const de = (nature: string) => realisations.filter((une) => une.nature === nature);
  const freins = (lus: readonly Realisation[]) =>
    new Set(lus.map(({ sejourId, frein }) => `${sejourId} ${frein ?? ""}`));
  const leves = freins(de("frein-leve"));
  const travailles = freins([...de("frein-travaille"), ...de("frein-leve")]);
  const formations = de("formation");
  return {
    formes: new Set(formations.map(({ personneId }) => personneId)).size,
    entreesFormation: formations.length,
    freinsTravailles: travailles.size,
    freinsLeves: leves.size,
    plansAction: new Set(de("plan-action").map(({ sejourId }) => sejourId)).size,
  };
}

const emplois: ReadonlySet<NatureSortie> = new Set([
  "cdi",
  "titularisation",
  "cdd",
  "interim",
  "saisonnier",
  "cesu",
  "alternance",
  "contrat-aide-non-marchand",
  "contrat-aide-marchand",
  "creation",
]);

/** Whoever leaves for work, whatever the class of the exit: the SIAE and the aided contracts too. */
export function misesAEmploi(
  natures: readonly { readonly nature: NatureSortie; readonly nombre: number }[],
): Pick<FaitsDeResultat, "misesEmploi"> {
  const vers = natures.filter(({ nature }) => emplois.has(nature));
  return { misesEmploi: vers.reduce((total, { nombre }) => total + nombre, 0) };
}
