import { adresses } from "./adresse.ts";
import { suite, tirer, USAGE } from "./aleatoire.ts";
import { debutDeTrimestre, finDeMois, jour } from "./calendrier.ts";
import { enfantsDe, type Foyer, type Monde } from "./foyer.ts";
import { dateDeDemande, etatCivil, matricule, numeroDemande } from "./personne.ts";
import { type Contexte, personne, soumis } from "./rendu-personne.ts";
import { type Droit, droitDe } from "./ressources.ts";
import { balise, bloc, montant, top } from "./xml.ts";

export function contexte(monde: Monde, foyer: Foyer, mois: number): Contexte {
  const etatsCivils = new Map(foyer.membres.map((m) => [m.indice, etatCivil(monde, foyer, m)]));
  return { monde, foyer, mois, droit: droitDe(monde, foyer, mois), etatsCivils };
}

/** `Evenement` blocks only go with the daily flow. */
export function infosFoyer(monde: Monde, foyer: Foyer, mois: number, evenements = ""): string {
  const c = contexte(monde, foyer, mois);
  return bloc(
    "InfosFoyerRSA",
    bloc(
      "IdentificationRSA",
      organisme(monde, foyer) + demande(monde, foyer) + mutation(monde, foyer, mois),
    ) +
      foyer.membres.map((m) => personne(c, m)).join("") +
      bloc("DonneesAdministratives", situationFamille(monde, foyer) + adresses(monde, foyer)) +
      bloc("PrestationRSA", situationDossier(foyer) + detailDroit(c)) +
      evenements +
      (foyer.controle ? controle(foyer, mois) : ""),
  );
}

const numeroOrganisme = (departement: string): string =>
  departement.length === 3
    ? departement
    : `${departement.replace("2A", "20").replace("2B", "20")}1`;

export function organisme(monde: Monde, foyer: Foyer): string {
  const { departement } = monde.territoire;
  return (
    bloc(
      "Organisme",
      balise("FONORG", "CAF") +
        balise("NUMORG", numeroOrganisme(departement)) +
        balise("MATRICULE", matricule(foyer, monde.graine)),
    ) +
    bloc(
      "Partenaire",
      balise("TYPEPARTE", "CG ") + balise("IDEPARTE", departement.padStart(3, "0")),
    )
  );
}

export const demande = (monde: Monde, foyer: Foyer): string =>
  bloc(
    "DemandeRSA",
    balise("DTDEMRSA", dateDeDemande(foyer)) +
      balise("NUMDEMRSA", numeroDemande(foyer, monde.graine)),
  );

/** Told once: the month of arrival, the month of departure. */
function mutation(monde: Monde, f: Foyer, mois: number): string {
  const autre = `${String(((f.emplacement * 7 + f.rang) % 94) + 1).padStart(2, "0")}1`;
  const cedant =
    f.cedant && f.entre === mois
      ? bloc(
          "OrganismeCedant",
          balise("FONORGCEDMUT", "CAF") +
            balise("NUMORGCEDMUT", autre) +
            balise("MATRICULEORGCEDMUT", matricule(f, monde.graine + 1)) +
            balise("DDARRMUT", jour(f.entre, 1)),
        )
      : "";
  if (f.cloture?.motif !== "MUT" || f.etat !== "5") return cedant;
  return (
    cedant +
    bloc(
      "OrganismePrenant",
      balise("FONORGPRENMUT", "CAF") +
        balise("NUMORGPRENMUT", autre) +
        balise("DDDEPAMUT", jour(f.cloture.mois, 1)),
    )
  );
}

function situationFamille(monde: Monde, f: Foyer): string {
  const agricole = suite(monde.graine, f.emplacement, f.rang, USAGE.rendu + 12)() < 0.02;
  return bloc(
    "SituationFamille",
    balise("SITFAM", f.sitfam) +
      balise("DDSITFAM", f.sitfamDepuis) +
      (agricole ? balise("REGAGRIFAM", "SA") : ""),
  );
}

function situationDossier(f: Foyer): string {
  let contenu = bloc("EtatDossierRSA", balise("ETATDOSRSA", f.etat));
  if (f.refus !== null)
    contenu += bloc(
      "Refus",
      balise("DTREFURSA", jour(f.entre, 15)) + balise("MOTIREFURSA", f.refus),
    );
  for (const s of f.suspensionsDroit) {
    contenu += bloc(
      "SuspensionDroit",
      balise("MOTISUSDRORSA", s.motif) +
        balise("DDSUSDRORSA", jour(s.depuis, 1)) +
        (s.motif.startsWith("G") ? balise("NATGROUPFSUS", "RSX") : ""),
    );
  }
  for (const s of f.suspensionsVersement) {
    contenu += bloc(
      "SuspensionVersement",
      balise("MOTISUSVERSRSA", s.motif) + balise("DDSUSVERSRSA", jour(s.depuis, 1)),
    );
  }
  if (f.cloture !== null) {
    const fin =
      balise("MOTICLORSA", f.cloture.motif) + balise("DTCLORSA", finDeMois(f.cloture.mois));
    contenu += bloc(f.etat === "6" ? "FinDroitMoisAnterieur" : "FinDroit", fin);
  }
  return bloc("SituationDossierRSA", contenu);
}

const ORIGINES = [
  ["DEM", 96],
  ["RMI", 2],
  ["API", 2],
] as const;

function detailDroit(c: Contexte): string {
  const { foyer: f, droit } = c;
  const hasard = suite(c.monde.graine, f.emplacement, f.rang, USAGE.rendu + 13);
  const nombre = enfantsDe(f).length;
  const tronc = bloc(
    "TroncCommunDroitRSA",
    top("TOPSANSDOMFIXE", f.adresses.at(-1)?.sdf === true) +
      balise("NBENFAUTCHA", String(nombre).padStart(2, "0")) +
      balise("ORIDEMRSA", f.demande < "2012" ? tirer(hasard, ORIGINES) : "DEM") +
      balise("DTORIDEMRSA", dateDeDemande(f)) +
      top(
        "TOPFOYDRODEVORSA",
        f.membres.some((m) => soumis(c, m)),
      ),
  );
  const calculable =
    f.etat === "2" || f.etat === "3" || f.suspensionsVersement.some((s) => s.motif === "05");
  return bloc(
    "DetailDroitRSA",
    tronc + (calculable ? montants(c, droit) : "") + nature(c, droit) + avis(f, droit),
  );
}

function montants(c: Contexte, { montants: m }: Droit): string {
  const debut = debutDeTrimestre(c.mois);
  return bloc(
    "MontantsCalculDroitRSA",
    balise("DDELECAL", jour(debut, 1)) +
      balise("DFELECAL", finDeMois(debut + 2)) +
      montant("MTREVMINIGARARSA", m.forfait) +
      montant("MTREVGARARSA", m.forfait) +
      montant("MTPFRSA", m.prestations) +
      montant("MTALRSA", m.logement) +
      montant("MTRESSMENRSA", m.ressources) +
      (m.reduction > 0 ? montant("MTREDCGRSA", m.reduction) : "") +
      montant("MTTOTDRORSA", m.total),
  );
}

function nature(c: Contexte, droit: Droit): string {
  if ("015".includes(c.foyer.etat)) return "";
  const verse = c.foyer.etat === "2";
  const suspendu = c.foyer.etat === "3" || c.foyer.etat === "4";
  return bloc(
    "DetailCalculDroitRSA",
    balise("NATPF", droit.nature) +
      balise("SOUSNATPF", droit.sousNature) +
      balise("DDNATDRO", droit.depuis) +
      (verse ? montant("MTRSAVERS", droit.montants.total) : "") +
      (suspendu ? balise("DTDERRSAVERS", jour(c.foyer.etatDepuis - 1, 5)) : ""),
  );
}

function avis(f: Foyer, droit: Droit): string {
  if (f.reduction === null || droit.montants.reduction === 0) return "";
  return bloc(
    "AvisPCGDroitRSA",
    bloc(
      "ReductionRSA",
      montant("MTREDRSA", droit.montants.reduction) +
        balise("DDREDRSA", jour(f.reduction.depuis, 1)) +
        balise("DFREDRSA", finDeMois(f.reduction.jusqua)),
    ),
  );
}

function controle(f: Foyer, mois: number): string {
  const impact = f.emplacement % 3 === 0;
  return bloc(
    "Controle",
    bloc(
      "ControleAdministratif",
      bloc(
        "IdentificationCibleControleAdministratif",
        balise("DTEFFCIBCONTRO", jour(mois - 4, 1)) + balise("CIBCONTRO", "RES"),
      ) +
        bloc(
          "IdentificationControleAdministratif",
          balise("DTDETECCONTRO", jour(mois - 2, 11)) + balise("DTCLOCONTRO", jour(mois, 8)),
        ) +
        bloc(
          "ModaliteControleAdministratif",
          balise("LIBCIBCONTRO", "RESSOURCES TRIMESTRIELLES") +
            balise("FAMCIBCONTRO", "RE") +
            balise("NATCIBCONTRO", "RTR") +
            balise("COMMACONTRO", "CAF") +
            balise("TYPECONTRO", "CP"),
        ) +
        bloc(
          "ResultatControleAdministratif",
          balise("TYPEIMPACCONTRO", impact ? "I" : "N") +
            (impact ? montant("MTINDURSACGCONTRO", 12_000 + (f.emplacement % 97) * 500) : ""),
        ),
    ),
  );
}
