import { entier, suite, tirer, USAGE } from "./aleatoire.ts";
import { deux, finDeMois, jour } from "./calendrier.ts";
import { ageEnMois, enCouple, type Foyer, type Membre, type Monde } from "./foyer.ts";
import { type EtatCivil, numeroDemande } from "./personne.ts";
import { activiteDe, type Droit, type RessourcesTrimestre } from "./ressources.ts";
import { grossesseDeclaree } from "./vie-famille.ts";
import { balise, bloc, montant, siPresent, texte, top } from "./xml.ts";

export interface Contexte {
  readonly monde: Monde;
  readonly foyer: Foyer;
  readonly mois: number;
  readonly droit: Droit;
  readonly etatsCivils: ReadonlyMap<number, EtatCivil>;
}

/** CNAF: under the threshold of the decree, the person owes the duties of the RSA. */
const SEUIL_DROITS_ET_DEVOIRS = 50_000;

export function soumis(c: Contexte, m: Membre): boolean {
  const ressources = c.droit.parPersonne.get(m.indice);
  if (ressources === undefined || "0156".includes(c.foyer.etat)) return false;
  return ressources.revenuActivite < SEUIL_DROITS_ET_DEVOIRS;
}

export function personne(c: Contexte, m: Membre): string {
  const e = c.etatsCivils.get(m.indice);
  if (e === undefined) return "";
  const adulte = m.role !== "ENF";
  const ressources = c.droit.parPersonne.get(m.indice);
  return bloc(
    "Personne",
    identification(e, true) +
      dossierCaf(c, m) +
      prestations(c, m) +
      (adulte ? "" : rattachements(c, m)) +
      (adulte ? demandeurEmploi(c, m) : "") +
      (ressources === undefined ? "" : blocRessources(ressources)) +
      (ressources === undefined || "01".includes(c.foyer.etat) ? "" : calcul(c, m, ressources)) +
      (adulte ? activites(c, m) : scolarite(c, m)) +
      (adulte && m.sexe === 2 ? grossesse(c, m) : ""),
  );
}

export function identification(e: EtatCivil, beneficiaire: boolean): string {
  return bloc(
    "Identification",
    balise("QUAL", e.qualite) +
      balise("NOM", texte(e.nom)) +
      balise("NOMNAI", texte(e.nomNaissance)) +
      balise("PRENOM", texte(e.prenom)) +
      siPresent("PRENOM2", e.prenom2) +
      siPresent("PRENOM3", e.prenom3) +
      balise("NOMCOMNAI", texte(e.lieu)) +
      balise("DTNAI", e.date) +
      siPresent("RGNAI", e.rang) +
      balise("TYPEDTNAI", e.typeDate) +
      siPresent("NIR", e.nir) +
      (beneficiaire ? top("TOPVALIEC", e.valide) : "") +
      balise("SEXE", e.sexe),
  );
}

function dossierCaf(c: Contexte, m: Membre): string {
  const { foyer, monde } = c;
  const precedent =
    foyer.retours > 0 && m.role === "DEM"
      ? numeroDemande(foyer, monde.graine, foyer.retours - 1)
      : null;
  const depuis = m.depuis === foyer.entre ? foyer.demande : jour(m.depuis - 1, 1 + (m.annee % 28));
  return bloc(
    "DossierCAF",
    top("TOPRESPDOS", m.role === "DEM") +
      balise("DDRATDOS", depuis) +
      siPresent("NUMDEMRSAPRECE", precedent),
  );
}

function prestations(c: Contexte, m: Membre): string {
  const role = m.role === "ENF" && ageEnMois(m, c.mois) >= 20 * 12 ? "AUT" : m.role;
  const famille = role === "DEM" && (c.foyer.emplacement + m.indice) % 9 === 0 ? "RDO" : role;
  const un = (nature: string, r: string, aCharge: boolean): string =>
    bloc(
      "Prestations",
      balise("NATPREST", nature) + balise("ROLEPERS", r) + top("TOPCHAPERS", aCharge),
    );
  return un("PFA", famille, m.role === "ENF") + un("RSA", role, true);
}

function rattachements(c: Contexte, m: Membre): string {
  const demandeur = c.etatsCivils.get(0);
  const autre = enCouple(c.foyer) ? (c.etatsCivils.get(1) ?? c.etatsCivils.get(2)) : undefined;
  const lien = m.indice % 3 === 0 ? "LEG" : "NAT";
  return [demandeur, autre]
    .map((e, k) =>
      e === undefined
        ? ""
        : rattachement(e, k === 1 && c.etatsCivils.get(1) === undefined ? "AUT" : lien),
    )
    .join("");
}

const rattachement = (e: EtatCivil, lien: string): string =>
  bloc(
    "Rattachement",
    balise("NOMNAI", texte(e.nomNaissance)) +
      balise("PRENOM", texte(e.prenom)) +
      balise("DTNAI", e.date) +
      siPresent("NIR", e.nir) +
      balise("TYPEPAR", lien),
  );

function demandeurEmploi(c: Contexte, m: Membre): string {
  const hasard = suite(
    c.monde.graine,
    c.foyer.emplacement,
    c.foyer.rang,
    USAGE.rendu + 1 + m.indice,
  );
  if (hasard() > 0.42) return "";
  const lettre = "ABCDEFGHJKLMNPRSTUVWXYZ".charAt(entier(hasard, 0, 22));
  const numero = `${String(entier(hasard, 0, 9_999_999)).padStart(7, "0")}${lettre}`;
  return bloc("DossierPoleEmploi", balise("IDASSEDIC", numero));
}

export function blocRessources(r: RessourcesTrimestre): string {
  const mois = r.mois.map((lignes, k) =>
    bloc(
      "RessourcesMensuelles",
      bloc(
        "GeneraliteRessourcesMensuelles",
        balise("MOISRESS", jour(r.debut + k, 1)) +
          balise("NBHEUMENTRA", String(r.heures).padStart(3, "0")),
      ) +
        lignes
          .map((l) =>
            bloc(
              "DetailRessourcesMensuelles",
              balise("NATRESS", l.nature) + montant("MTNATRESSMEN", l.centimes),
            ),
          )
          .join(""),
    ),
  );
  return bloc(
    "Ressources",
    bloc(
      "GeneraliteRessourcesTrimestre",
      top("TOPRESSNUL", r.mois.length === 0) +
        balise("DDRESS", jour(r.debut, 1)) +
        balise("DFRESS", finDeMois(r.debut + 2)),
    ) + mois.join(""),
  );
}

function calcul(c: Contexte, m: Membre, r: RessourcesTrimestre): string {
  const du = soumis(c, m);
  const entrant = du && m.depuis === c.mois && c.foyer.retours === 0;
  return bloc(
    "MontantCalculDroitRSAPersonne",
    top("TOPPERSDRODEVORSA", du) +
      (entrant ? top("TOPPERSENTDRODEVORSA", true) : "") +
      montant("MTPERSRESSMENRSA", r.moyenne),
  );
}

/** The occupation before, closed, then the current one. */
function activites(c: Contexte, m: Membre): string {
  const dernieres = m.activites.slice(-2);
  const premier = m.activites.length - dernieres.length;
  return dernieres
    .map((mois, k) => {
      const a = activiteDe(c.monde, c.foyer, m, premier + k);
      const suivante = dernieres[k + 1];
      return bloc(
        "Activite",
        balise("REG", a.regime) +
          balise("ACT", a.code) +
          balise("DDACT", jour(mois, 1)) +
          (suivante === undefined ? "" : balise("DFACT", finDeMois(suivante - 1))) +
          siPresent("NATCONTRTRA", a.contrat),
      );
    })
    .join("");
}

function scolarite(c: Contexte, m: Membre): string {
  const age = ageEnMois(m, c.mois) / 12;
  if (age < 4) return "";
  const hasard = suite(
    c.monde.graine,
    c.foyer.emplacement,
    c.foyer.rang,
    USAGE.rendu + 1 + m.indice,
  );
  const code =
    age < 16
      ? "SCO"
      : tirer(hasard, [
          ["SCO", 50],
          ["ETU", 30],
          ["APP", 8],
          ["DEG", 12],
        ] as const);
  return bloc(
    "Activite",
    balise("ACT", code) + balise("DDACT", `${m.annee + (age < 16 ? 3 : 16)}-09-${deux(1)}`),
  );
}

function grossesse(c: Contexte, m: Membre): string {
  const { naissance } = c.foyer;
  const mere = c.foyer.membres.find((x) => x.role !== "ENF" && x.sexe === 2);
  if (naissance === null || mere !== m || !grossesseDeclaree(c.foyer, c.mois)) return "";
  return bloc(
    "Grossesse",
    balise("DDGRO", jour(naissance.mois - 9, 12)) +
      balise("DTDECLGRO", jour(naissance.mois - 6, 20)),
  );
}
