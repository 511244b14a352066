import type { ActiviteDeclaree, PersonneDeclaree, RessourcesTrimestre } from "#droits/dossier";
import type { Bloc } from "./bloc.ts";
import { booleen, centimes, chemin, enfant, enfants, entier, valeur } from "./valeurs.ts";

export function lirePersonne(bloc: Bloc): PersonneDeclaree {
  const dossier = enfant(bloc, "DossierCAF");
  const droit = enfant(bloc, "MontantCalculDroitRSAPersonne");
  const grossesse = enfant(bloc, "Grossesse");
  const rsa = trouverPrestation(bloc, "RSA");
  return {
    role: valeur(rsa, "ROLEPERS"),
    rolePrestationsFamiliales: valeur(trouverPrestation(bloc, "PFA"), "ROLEPERS"),
    aCharge: booleen(rsa, "TOPCHAPERS"),
    ...lireIdentite(enfant(bloc, "Identification")),
    nationalite: valeur(enfant(bloc, "Nationalite"), "NATI"),
    responsableDossier: booleen(dossier, "TOPRESPDOS"),
    rattacheDepuis: valeur(dossier, "DDRATDOS"),
    rattacheJusqua: valeur(dossier, "DFRATDOS"),
    numeroDemandePrecedent: valeur(dossier, "NUMDEMRSAPRECE"),
    numeroDemandeurEmploi: valeur(enfant(bloc, "DossierPoleEmploi"), "IDASSEDIC"),
    soumisDroitsDevoirs: booleen(droit, "TOPPERSDRODEVORSA"),
    entrantDroitsDevoirs: booleen(droit, "TOPPERSENTDRODEVORSA"),
    ressourcesMoyennes: centimes(droit, "MTPERSRESSMENRSA"),
    abattements: centimes(droit, "MTPERSABANEURSA"),
    ressources: lireRessources(enfant(bloc, "Ressources")),
    activites: enfants(bloc, "Activite").map(lireActivite),
    grossesse:
      grossesse === null
        ? null
        : { depuis: valeur(grossesse, "DDGRO"), jusqua: valeur(grossesse, "DFGRO") },
    rattachements: enfants(bloc, "Rattachement").map(lireRattachement),
    diagnostic: lireDiagnostic(enfant(bloc, "DonneesSocioProfessionnelles")),
  };
}

/** A person has two blocks of the same name, told apart by NATPREST. */
const trouverPrestation = (personne: Bloc, nature: "RSA" | "PFA"): Bloc | null =>
  enfants(personne, "Prestations").find((bloc) => valeur(bloc, "NATPREST") === nature) ?? null;

type Identite = Pick<
  PersonneDeclaree,
  | "qualite"
  | "nom"
  | "nomNaissance"
  | "prenom"
  | "prenom2"
  | "prenom3"
  | "communeNaissance"
  | "dateNaissance"
  | "rangNaissance"
  | "typeDateNaissance"
  | "nir"
  | "etatCivilValide"
  | "sexe"
>;

const lireIdentite = (bloc: Bloc | null): Identite => ({
  qualite: valeur(bloc, "QUAL"),
  nom: valeur(bloc, "NOM") ?? "",
  nomNaissance: valeur(bloc, "NOMNAI"),
  prenom: valeur(bloc, "PRENOM") ?? "",
  prenom2: valeur(bloc, "PRENOM2"),
  prenom3: valeur(bloc, "PRENOM3"),
  communeNaissance: valeur(bloc, "NOMCOMNAI"),
  dateNaissance: valeur(bloc, "DTNAI"),
  rangNaissance: valeur(bloc, "RGNAI"),
  typeDateNaissance: valeur(bloc, "TYPEDTNAI"),
  nir: valeur(bloc, "NIR"),
  etatCivilValide: booleen(bloc, "TOPVALIEC"),
  sexe: valeur(bloc, "SEXE"),
});

const lireActivite = (bloc: Bloc): ActiviteDeclaree => ({
  regime: valeur(bloc, "REG"),
  code: valeur(bloc, "ACT") ?? "",
  depuis: valeur(bloc, "DDACT"),
  jusqua: valeur(bloc, "DFACT"),
  contrat: valeur(bloc, "NATCONTRTRA"),
});

const lireRattachement = (bloc: Bloc): PersonneDeclaree["rattachements"][number] => ({
  lien: valeur(bloc, "TYPEPAR") ?? "",
  nom: valeur(bloc, "NOMNAI") ?? "",
  prenom: valeur(bloc, "PRENOM") ?? "",
  dateNaissance: valeur(bloc, "DTNAI"),
});

function lireRessources(bloc: Bloc | null): RessourcesTrimestre | null {
  if (bloc === null) return null;
  const trimestre = enfant(bloc, "GeneraliteRessourcesTrimestre");
  return {
    nulles: booleen(trimestre, "TOPRESSNUL"),
    depuis: valeur(trimestre, "DDRESS"),
    jusqua: valeur(trimestre, "DFRESS"),
    mois: enfants(bloc, "RessourcesMensuelles").map(lireMois),
  };
}

function lireMois(bloc: Bloc): RessourcesTrimestre["mois"][number] {
  const generalite = chemin(bloc, "GeneraliteRessourcesMensuelles");
  return {
    mois: valeur(generalite, "MOISRESS"),
    heures: entier(generalite, "NBHEUMENTRA"),
    lignes: enfants(bloc, "DetailRessourcesMensuelles").flatMap((ligne) => {
      const montant = centimes(ligne, "MTNATRESSMEN");
      return montant === null ? [] : [{ nature: valeur(ligne, "NATRESS") ?? "", montant }];
    }),
  };
}

function lireDiagnostic(bloc: Bloc | null): PersonneDeclaree["diagnostic"] {
  if (bloc === null) return null;
  const valeurs = new Map<string, string[]>();
  ramasser(bloc, valeurs);
  return Object.fromEntries(valeurs);
}

function ramasser(bloc: Bloc, valeurs: Map<string, string[]>): void {
  for (const fils of bloc.blocs) {
    ramasser(fils, valeurs);
    const texte = fils.blocs.length === 0 ? fils.texte.trim() : "";
    if (texte === "") continue;
    const connues = valeurs.get(fils.nom);
    if (connues === undefined) valeurs.set(fils.nom, [texte]);
    else connues.push(texte);
  }
}
