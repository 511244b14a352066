/**
 * What a paying organism declares about one household on one day, read from its file,
 * before any judgement. Codes are as received, trimmed; an empty element is null.
 * Dates are `YYYY-MM-DD` as received, even impossible ones. Amounts are integer cents.
 * The tag of the CNAF norm each field comes from is given beside it.
 */
export interface FoyerDeclare {
  readonly organisme: {
    readonly famille: string; // FONORG: CAF or MSA
    readonly numero: string; // NUMORG: `521`
    readonly matricule: string | null; // MATRICULE: text, 15 digits as received
  };
  /** IDEPARTE without its leading zeros: `52`, `2A`, `971`. */
  readonly departement: string | null;
  readonly numeroDemande: string; // NUMDEMRSA
  readonly dateDemande: string | null; // DTDEMRSA
  readonly personnes: readonly PersonneDeclaree[];
  readonly situationFamiliale: { readonly code: string; readonly depuis: string | null } | null; // SITFAM, DDSITFAM
  readonly adresses: readonly AdresseDeclaree[];
  readonly droit: DroitDeclare | null;
  readonly contacts: readonly ContactDeclare[];
  /** OrganismeCedant or OrganismePrenant: the dossier comes from, or goes to, another organism. */
  readonly mutation: {
    readonly sens: "arrivee" | "depart";
    readonly famille: string | null;
    readonly numero: string | null;
    readonly matricule: string | null;
    readonly le: string | null;
  } | null;
  readonly evenements: readonly { readonly le: string; readonly code: string }[]; // DTLIQ, FG (daily flows)
  readonly controles: readonly {
    readonly detecteLe: string | null; // DTDETECCONTRO
    readonly closLe: string | null; // DTCLOCONTRO
    readonly libelle: string | null; // LIBCIBCONTRO
    readonly impact: string | null; // TYPEIMPACCONTRO
  }[];
  readonly anomalies: readonly string[]; // LIBANO (anomaly flows)
  /** Tags of the norm that no field above holds, as received (`REGAGRIFAM` → [`SA`]); absent when there is none. */
  readonly autres?: Readonly<Record<string, readonly string[]>>;
}

export interface PersonneDeclaree {
  readonly role: string | null; // ROLEPERS of the RSA `Prestations` block (there are two: PFA and RSA)
  readonly rolePrestationsFamiliales: string | null; // ROLEPERS of the PFA block
  readonly aCharge: boolean | null; // TOPCHAPERS of the RSA block
  readonly qualite: string | null; // QUAL
  readonly nom: string; // NOM
  readonly nomNaissance: string | null; // NOMNAI
  readonly prenom: string; // PRENOM
  readonly prenom2: string | null; // PRENOM2
  readonly prenom3: string | null; // PRENOM3
  readonly communeNaissance: string | null; // NOMCOMNAI
  readonly dateNaissance: string | null; // DTNAI
  readonly rangNaissance: string | null; // RGNAI
  readonly typeDateNaissance: string | null; // TYPEDTNAI: N known, J day unknown, O day and month unknown
  readonly nir: string | null; // NIR as received, 13 or 15 characters
  readonly etatCivilValide: boolean | null; // TOPVALIEC
  readonly sexe: string | null; // SEXE
  readonly nationalite: string | null; // NATI (instruction)
  readonly responsableDossier: boolean | null; // TOPRESPDOS
  readonly rattacheDepuis: string | null; // DDRATDOS
  readonly rattacheJusqua: string | null; // DFRATDOS
  readonly numeroDemandePrecedent: string | null; // NUMDEMRSAPRECE
  readonly numeroDemandeurEmploi: string | null; // IDASSEDIC
  readonly soumisDroitsDevoirs: boolean | null; // TOPPERSDRODEVORSA
  readonly entrantDroitsDevoirs: boolean | null; // TOPPERSENTDRODEVORSA
  readonly ressourcesMoyennes: number | null; // MTPERSRESSMENRSA, cents
  readonly abattements: number | null; // MTPERSABANEURSA, cents
  readonly ressources: RessourcesTrimestre | null;
  readonly activites: readonly ActiviteDeclaree[];
  readonly grossesse: { readonly depuis: string | null; readonly jusqua: string | null } | null;
  readonly rattachements: readonly {
    readonly lien: string; // TYPEPAR
    readonly nom: string;
    readonly prenom: string;
    readonly dateNaissance: string | null;
  }[];
  /** DSP of the instruction flow: tag → values as received (`DIFSOC` → [`0402`, `0406`]). */
  readonly diagnostic: Readonly<Record<string, readonly string[]>> | null;
  /** As `autres` of the household, for the blocks of this person. */
  readonly autres?: Readonly<Record<string, readonly string[]>>;
}

export interface ActiviteDeclaree {
  readonly regime: string | null; // REG
  readonly code: string; // ACT
  readonly depuis: string | null; // DDACT
  readonly jusqua: string | null; // DFACT
  readonly contrat: string | null; // NATCONTRTRA
}

export interface RessourcesTrimestre {
  readonly nulles: boolean | null; // TOPRESSNUL
  readonly depuis: string | null; // DDRESS
  readonly jusqua: string | null; // DFRESS
  readonly mois: readonly {
    readonly mois: string | null; // MOISRESS
    readonly heures: number | null; // NBHEUMENTRA
    readonly lignes: readonly { readonly nature: string; readonly montant: number }[]; // NATRESS, MTNATRESSMEN (cents)
  }[];
}

export interface AdresseDeclaree {
  readonly rang: string; // RGADR: 01 current, 02 and 03 before
  readonly depuis: string | null; // DTEMM
  readonly pays: string | null; // PAYS
  readonly type: string | null; // TYPEADR: D définitive, P provisoire, R retour
  readonly etat: string | null; // ETATADR
  readonly complementIdentite: string | null; // COMPLIDEADR
  readonly complement: string | null; // COMPLADR
  readonly numero: string | null; // NUMVOIE
  readonly typeVoie: string | null; // LIBTYPEVOIE
  readonly voie: string | null; // NOMVOIE
  readonly lieuDit: string | null; // LIEUDIST
  readonly codeCommune: string | null; // NUMCOM (INSEE)
  readonly codePostal: string | null; // CODEPOS
  readonly commune: string | null; // NOMCOM
  readonly lignesEtranger: readonly string[]; // LIBLIG2ADR to LIBLIG7ADR, empty ones left out
}

export interface DroitDeclare {
  readonly etat: string; // ETATDOSRSA
  readonly refus: { readonly motif: string; readonly le: string | null } | null; // MOTIREFURSA, DTREFURSA
  readonly suspensionsDroit: readonly {
    readonly motif: string; // MOTISUSDRORSA
    readonly depuis: string | null; // DDSUSDRORSA
    readonly groupe: string | null; // NATGROUPFSUS
  }[];
  readonly suspensionsVersement: readonly {
    readonly motif: string; // MOTISUSVERSRSA
    readonly depuis: string | null; // DDSUSVERSRSA
  }[];
  readonly cloture: { readonly motif: string; readonly le: string | null } | null; // MOTICLORSA, DTCLORSA of FinDroit, or of FinDroitMoisAnterieur with état 6
  readonly sansDomicileFixe: boolean | null; // TOPSANSDOMFIXE
  readonly foyerSoumis: boolean | null; // TOPFOYDRODEVORSA
  readonly enfantsACharge: number | null; // NBENFAUTCHA
  readonly origine: string | null; // ORIDEMRSA
  readonly dateOrigine: string | null; // DTORIDEMRSA
  readonly montants: Readonly<Record<string, number>> | null; // MontantsCalculDroitRSA: tag in lower case → cents
  readonly calculDepuis: string | null; // DDELECAL
  readonly calculJusqua: string | null; // DFELECAL
  readonly natures: readonly {
    readonly nature: string; // NATPF
    readonly sousNature: string; // SOUSNATPF
    readonly depuis: string | null; // DDNATDRO
    readonly jusqua: string | null; // DFNATDRO
    readonly montantVerse: number | null; // MTRSAVERS, cents
    readonly dernierVersement: string | null; // DTDERRSAVERS
  }[];
  readonly reductions: readonly {
    readonly montant: number; // MTREDRSA, cents: the penalty the département decided, as the organism applies it
    readonly depuis: string | null; // DDREDRSA
    readonly jusqua: string | null; // DFREDRSA
  }[];
}

export interface ContactDeclare {
  readonly nature: "telephone" | "courriel";
  readonly valeur: string; // NUMTEL, ADRELEC
  readonly type: string | null; // NATTEL
  readonly accord: string | null; // AUTORUTITEL, AUTORUTIADRELEC: A accord, R refus, I inconnu
}

/** Header of a flow: who sent it, what it is, for which day. */
export interface EnTeteFlux {
  readonly application: string | null; // APPLIEME
  readonly version: string | null; // NUMVERSIONAPPLIEME
  readonly periodicite: string; // TYPEFLUX: M monthly, I daily, R recovery
  readonly nature: string; // NATFLUX: D beneficiaries, I instructions, R new collection
  readonly creeLe: string; // DTCREAFLUX
  readonly heure: string | null; // HEUCREAFLUX
  readonly reference: string; // DTREF: the day described; the day of creation where the flow has none
}
