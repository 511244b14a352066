import { jourValide, veille } from "./cles.ts";
import type { PersonneConstatee } from "./constater-foyer.ts";
import {
  type Membre,
  memeValeur,
  type PlaceFoyer,
  type ValeurActivite,
  type ValeurIdentite,
  type ValeurRessource,
} from "./etat-dossier.ts";
import type { PersonneDeclaree } from "./foyer-declare.ts";
import { inscrireFait, type Periode, type Reecriture } from "./historique.ts";
import { type JourDuFlux, type Remplacement, remplacer } from "./inscrire-foyer.ts";

export interface FaitsDeLaPersonne {
  readonly identite: ValeurIdentite;
  readonly place: PlaceFoyer;
  readonly devoirs: Reecriture<boolean>;
  readonly ressources: Remplacement<ValeurRessource>;
  readonly activites: Reecriture<ValeurActivite>;
  readonly diagnostic: string | null;
}

/** What one declaration writes about one member of the household. `depuisDroit` is the first day of the right in force. */
export function faitsDeLaPersonne(
  connu: Membre | null,
  personne: PersonneConstatee,
  jour: JourDuFlux,
  depuisDroit: string | null,
): FaitsDeLaPersonne {
  const { declaree } = personne;
  return {
    identite: identiteDeclaree(connu?.identite ?? null, personne),
    place: placeDeclaree(connu?.place ?? null, declaree),
    devoirs: inscrireDevoirs(connu?.devoirs ?? [], declaree.soumisDroitsDevoirs, jour, depuisDroit),
    ressources: inscrireRessources(connu, personne),
    activites: inscrireActivites(connu?.activites ?? [], personne, jour),
    diagnostic: declaree.diagnostic ? JSON.stringify(declaree.diagnostic) : null,
  };
}

/** A claim tells a household as it was asked for, and only roles: the place the monthly file gave stays. */
function placeDeclaree(connue: PlaceFoyer | null, declaree: PersonneDeclaree): PlaceFoyer {
  const { role, rolePrestationsFamiliales, aCharge, responsableDossier } = declaree;
  const demandeSeule = aCharge === null && responsableDossier === null;
  if (connue !== null && connue.role !== null && demandeSeule) return connue;
  return { role, rolePrestationsFamiliales, aCharge, responsableDossier };
}

/** The instruction flow leaves out what the monthly flow knows, and the reverse: silence erases nothing. */
function identiteDeclaree(
  connue: ValeurIdentite | null,
  personne: PersonneConstatee,
): ValeurIdentite {
  const { declaree, dateNaissance } = personne;
  return {
    ...nomDeclare(connue, declaree),
    qualite: declaree.qualite ?? connue?.qualite ?? null,
    nomNaissance: declaree.nomNaissance ?? connue?.nomNaissance ?? null,
    prenom2: declaree.prenom2 ?? connue?.prenom2 ?? null,
    prenom3: declaree.prenom3 ?? connue?.prenom3 ?? null,
    sexe: declaree.sexe ?? connue?.sexe ?? null,
    dateNaissance: dateNaissance ?? connue?.dateNaissance ?? null,
    typeDateNaissance: declaree.typeDateNaissance ?? connue?.typeDateNaissance ?? null,
    rangNaissance: declaree.rangNaissance ?? connue?.rangNaissance ?? null,
    communeNaissance: declaree.communeNaissance ?? connue?.communeNaissance ?? null,
    nationalite: declaree.nationalite ?? connue?.nationalite ?? null,
    etatCivilValide: declaree.etatCivilValide ?? connue?.etatCivilValide ?? null,
    numeroDemandeurEmploi: declaree.numeroDemandeurEmploi ?? connue?.numeroDemandeurEmploi ?? null,
  };
}

function nomDeclare(
  connue: ValeurIdentite | null,
  { nom, nomNaissance, prenom }: PersonneDeclaree,
): Pick<ValeurIdentite, "nom" | "prenom"> {
  return {
    nom: nom || connue?.nom || nomNaissance || "",
    prenom: prenom || connue?.prenom || "",
  };
}

function inscrireDevoirs(
  historique: readonly Periode<boolean>[],
  soumis: boolean | null,
  jour: JourDuFlux,
  depuisDroit: string | null,
): Reecriture<boolean> {
  if (soumis === null) return { remplacees: [], nouvelles: [], enVigueur: historique };
  const premier = depuisDroit !== null && depuisDroit <= jour.reference ? depuisDroit : jour.effet;
  return inscrireFait(
    historique,
    { depuis: historique.length === 0 ? premier : jour.effet, valeur: soumis },
    (a, b) => a === b,
  );
}

function inscrireRessources(
  connu: Membre | null,
  personne: PersonneConstatee,
): Remplacement<ValeurRessource> {
  const { ressources } = personne.declaree;
  if (!ressources) return { remplaces: [], nouveaux: [] };
  const depuis = jourValide(ressources.depuis);
  const total = ressources.mois
    .flatMap(({ lignes }) => lignes)
    .reduce((somme, { montant }) => somme + montant, 0);
  const duTrimestre = (connu?.ressources ?? []).filter(({ valeur }) => valeur.depuis === depuis);
  return remplacer(duTrimestre, [
    {
      depuis,
      jusqua: jourValide(ressources.jusqua),
      nulles: ressources.nulles,
      total,
      mois: JSON.stringify(ressources.mois),
    },
  ]);
}

/**
 * A past activity no longer transmitted stays true; a current one no longer transmitted has ended the
 * day before. Here `jusqua` is the last day worked, as DFACT says it, unlike every other period.
 */
function inscrireActivites(
  historique: readonly Periode<ValeurActivite>[],
  personne: PersonneConstatee,
  jour: JourDuFlux,
): Reecriture<ValeurActivite> {
  const voulues = personne.declaree.activites.map(({ code, regime, contrat, depuis, jusqua }) => ({
    id: null,
    depuis: jourValide(depuis) ?? jour.effet,
    jusqua: jourValide(jusqua),
    valeur: { code, regime, contrat },
  }));
  const reconnues = new Set<Periode<ValeurActivite>>();
  const nouvelles: Periode<ValeurActivite>[] = [];
  for (const voulue of voulues) {
    const connue = historique.find(
      (periode) =>
        !reconnues.has(periode) &&
        periode.depuis === voulue.depuis &&
        periode.jusqua === voulue.jusqua &&
        memeValeur(periode.valeur, voulue.valeur),
    );
    if (connue) reconnues.add(connue);
    else nouvelles.push(voulue);
  }
  const remplacees: Periode<ValeurActivite>[] = [];
  for (const periode of historique) {
    if (reconnues.has(periode) || (periode.jusqua !== null && !recommencee(periode, voulues)))
      continue;
    remplacees.push(periode);
    if (!recommencee(periode, voulues) && periode.depuis < jour.effet) {
      nouvelles.push({ ...periode, id: null, jusqua: veille(jour.effet) });
    }
  }
  const enVigueur = [
    ...historique.filter((periode) => !remplacees.includes(periode)),
    ...nouvelles,
  ];
  return { remplacees, nouvelles, enVigueur };
}

function recommencee(
  periode: Periode<ValeurActivite>,
  voulues: readonly Periode<ValeurActivite>[],
): boolean {
  return voulues.some(
    (voulue) => voulue.depuis === periode.depuis && voulue.valeur.code === periode.valeur.code,
  );
}
