import type { AdresseDeclaree, ContactDeclare, FoyerDeclare } from "#droits/dossier";
import { DomainError } from "#platform/errors/domain-error.ts";
import { releverBalises } from "./balises-connues.ts";
import { type Bloc, lireBloc } from "./bloc.ts";
import { lireDroit } from "./lire-droit.ts";
import { lirePersonne } from "./lire-personne.ts";
import { chemin, enfant, enfants, valeur, valeurs } from "./valeurs.ts";
import { normaliserDepartement } from "./valeurs-brutes.ts";

export type NatureDeFlux = "beneficiaires" | "instructions";

export const BALISE_DE_NATURE = {
  beneficiaires: "InfosFoyerRSA",
  instructions: "InfoDemandeRSA",
} as const satisfies Record<NatureDeFlux, string>;

export interface FoyerLu {
  readonly foyer: FoyerDeclare;
  /** Tags the norm does not have, each once: the organism's software has changed. */
  readonly balisesInconnues: readonly string[];
}

/** One record of a flow as the household its organism declares; nothing is judged here. */
export function lireFoyer(texte: string, nature: NatureDeFlux): FoyerLu {
  const racine = lireBloc(texte);
  const attendue = BALISE_DE_NATURE[nature];
  if (racine.nom !== attendue) throw natureInattendue(racine.nom, attendue);
  const identification = enfant(racine, "IdentificationRSA");
  const demande = enfant(identification, "DemandeRSA");
  const numeroDemande = valeur(demande, "NUMDEMRSA");
  if (numeroDemande === null) throw incomplet("son numéro de demande (NUMDEMRSA)");
  const personnes = enfants(racine, "Personne");
  if (personnes.length === 0) throw incomplet("toute personne (aucun bloc Personne)");
  const administratif = enfant(racine, "DonneesAdministratives");
  const departement = valeur(enfant(identification, "Partenaire"), "IDEPARTE");
  const balises = releverBalises(racine);
  const foyer: FoyerDeclare = {
    organisme: lireOrganisme(enfant(identification, "Organisme")),
    departement: departement === null ? null : normaliserDepartement(departement),
    numeroDemande,
    dateDemande: valeur(demande, "DTDEMRSA"),
    personnes: personnes.map((bloc, rang) => ({
      ...lirePersonne(bloc),
      ...balises.personnes[rang],
    })),
    situationFamiliale: lireSituation(enfant(administratif, "SituationFamille")),
    adresses: enfants(administratif, "Adresse").map(lireAdresse),
    droit: lireDroit(enfant(racine, "PrestationRSA")),
    contacts: [administratif, racine].flatMap(lireContacts),
    mutation: lireMutation(identification),
    evenements: enfants(racine, "Evenement").flatMap(lireEvenement),
    controles: enfants(enfant(racine, "Controle"), "ControleAdministratif").map(lireControle),
    anomalies: enfants(racine, "Anomalie").flatMap((bloc) => valeurs(bloc, "LIBANO")),
    ...balises.foyer,
  };
  return { foyer, balisesInconnues: balises.inconnues };
}

const natureInattendue = (lue: string, attendue: string): DomainError =>
  new DomainError(
    "enregistrement.illisible",
    `Ce passage est un bloc ${lue} et non un bloc ${attendue}.`,
  );

const incomplet = (quoi: string): DomainError =>
  new DomainError("enregistrement.incomplet", `Il manque à ce dossier ${quoi}.`);

const lireOrganisme = (bloc: Bloc | null): FoyerDeclare["organisme"] => ({
  famille: valeur(bloc, "FONORG") ?? "",
  numero: valeur(bloc, "NUMORG") ?? "",
  matricule: valeur(bloc, "MATRICULE"),
});

function lireSituation(bloc: Bloc | null): FoyerDeclare["situationFamiliale"] {
  const code = valeur(bloc, "SITFAM");
  return code === null ? null : { code, depuis: valeur(bloc, "DDSITFAM") };
}

const LIGNES_ETRANGER = [2, 3, 4, 5, 6, 7].map((numero) => `LIBLIG${numero}ADR`);

function lireAdresse(bloc: Bloc): AdresseDeclaree {
  const commun = enfant(bloc, "TroncCommunAdresse");
  const france = enfant(bloc, "AdresseDetailleeFrance");
  const ailleurs = enfant(bloc, "AdresseHorsFrance");
  return {
    rang: valeur(commun, "RGADR") ?? "",
    depuis: valeur(commun, "DTEMM"),
    pays: valeur(commun, "PAYS"),
    type: valeur(commun, "TYPEADR"),
    etat: valeur(commun, "ETATADR"),
    complementIdentite: valeur(france, "COMPLIDEADR"),
    complement: valeur(france, "COMPLADR"),
    numero: valeur(france, "NUMVOIE"),
    typeVoie: valeur(france, "LIBTYPEVOIE"),
    voie: valeur(france, "NOMVOIE"),
    lieuDit: valeur(france, "LIEUDIST"),
    codeCommune: valeur(france, "NUMCOM"),
    codePostal: valeur(france, "CODEPOS"),
    commune: valeur(france, "NOMCOM"),
    lignesEtranger: LIGNES_ETRANGER.flatMap((balise) => valeurs(ailleurs, balise)),
  };
}

/** The norm puts the contacts under DonneesAdministratives; files are seen with them one level up. */
const lireContacts = (parent: Bloc | null): readonly ContactDeclare[] =>
  enfants(parent, "ModesContacts").flatMap((bloc) => {
    const telephone = valeur(bloc, "NUMTEL");
    const courriel = valeur(bloc, "ADRELEC");
    const contacts: ContactDeclare[] = [];
    if (telephone !== null) {
      const type = valeur(bloc, "NATTEL");
      const accord = valeur(bloc, "AUTORUTITEL");
      contacts.push({ nature: "telephone", valeur: telephone, type, accord });
    }
    if (courriel !== null) {
      const accord = valeur(bloc, "AUTORUTIADRELEC");
      contacts.push({ nature: "courriel", valeur: courriel, type: null, accord });
    }
    return contacts;
  });

function lireMutation(identification: Bloc | null): FoyerDeclare["mutation"] {
  const cedant = enfant(identification, "OrganismeCedant");
  const prenant = enfant(identification, "OrganismePrenant");
  const depart = valeur(prenant, "DDDEPAMUT");
  const arrivee = valeur(cedant, "DDARRMUT");
  const arriveeDerniere = prenant === null || (arrivee ?? "") > (depart ?? "");
  if (cedant !== null && arriveeDerniere) {
    return {
      sens: "arrivee",
      famille: valeur(cedant, "FONORGCEDMUT"),
      numero: valeur(cedant, "NUMORGCEDMUT"),
      matricule: valeur(cedant, "MATRICULEORGCEDMUT"),
      le: arrivee,
    };
  }
  if (prenant === null) return null;
  return {
    sens: "depart",
    famille: valeur(prenant, "FONORGPRENMUT"),
    numero: valeur(prenant, "NUMORGPRENMUT"),
    matricule: null,
    le: depart,
  };
}

function lireEvenement(bloc: Bloc): FoyerDeclare["evenements"] {
  const code = valeur(bloc, "FG");
  return code === null ? [] : [{ le: valeur(bloc, "DTLIQ") ?? "", code }];
}

function lireControle(bloc: Bloc): FoyerDeclare["controles"][number] {
  const identification = enfant(bloc, "IdentificationControleAdministratif");
  return {
    detecteLe: valeur(identification, "DTDETECCONTRO"),
    closLe: valeur(identification, "DTCLOCONTRO"),
    libelle: valeur(chemin(bloc, "ModaliteControleAdministratif"), "LIBCIBCONTRO"),
    impact: valeur(chemin(bloc, "ResultatControleAdministratif"), "TYPEIMPACCONTRO"),
  };
}
