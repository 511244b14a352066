import type { DroitDeclare, FoyerDeclare, PersonneDeclaree } from "#droits/dossier";

/** Declared households for tests: plausible by default, each field replaceable. Nobody real. */
export function unePersonneDeclaree(champs: Partial<PersonneDeclaree> = {}): PersonneDeclaree {
  return {
    role: "DEM",
    rolePrestationsFamiliales: "DEM",
    aCharge: true,
    qualite: "MME",
    nom: "EXEMPLE",
    nomNaissance: "EXEMPLE",
    prenom: "ALICE",
    prenom2: null,
    prenom3: null,
    communeNaissance: "AMIENS",
    dateNaissance: "1985-04-12",
    rangNaissance: null,
    typeDateNaissance: "N",
    nir: "2850480021001",
    etatCivilValide: true,
    sexe: "2",
    nationalite: null,
    responsableDossier: true,
    rattacheDepuis: "2024-01-01",
    rattacheJusqua: null,
    numeroDemandePrecedent: null,
    numeroDemandeurEmploi: null,
    soumisDroitsDevoirs: true,
    entrantDroitsDevoirs: null,
    ressourcesMoyennes: null,
    abattements: null,
    ressources: null,
    activites: [],
    grossesse: null,
    rattachements: [],
    diagnostic: null,
    ...champs,
  };
}

export function unDroitDeclare(champs: Partial<DroitDeclare> = {}): DroitDeclare {
  return {
    etat: "2",
    refus: null,
    suspensionsDroit: [],
    suspensionsVersement: [],
    cloture: null,
    sansDomicileFixe: false,
    foyerSoumis: true,
    enfantsACharge: 0,
    origine: "DEM",
    dateOrigine: null,
    montants: null,
    calculDepuis: null,
    calculJusqua: null,
    natures: [],
    reductions: [],
    ...champs,
  };
}

export function unFoyerDeclare(champs: Partial<FoyerDeclare> = {}): FoyerDeclare {
  return {
    organisme: { famille: "CAF", numero: "801", matricule: "123456700000000" },
    departement: "80",
    numeroDemande: "80000000001",
    dateDemande: "2026-06-15",
    personnes: [unePersonneDeclaree()],
    situationFamiliale: { code: "CEL", depuis: "2010-01-01" },
    adresses: [
      {
        rang: "01",
        depuis: "2025-01-01",
        pays: "FRA",
        type: "D",
        etat: "CO",
        complementIdentite: null,
        complement: null,
        numero: "12",
        typeVoie: "RUE",
        voie: "DES LOUVELS",
        lieuDit: null,
        codeCommune: "80021",
        codePostal: "80000",
        commune: "AMIENS",
        lignesEtranger: [],
      },
    ],
    droit: unDroitDeclare(),
    contacts: [],
    mutation: null,
    evenements: [],
    controles: [],
    anomalies: [],
    ...champs,
  };
}
