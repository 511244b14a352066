import type { DroitDeclare } from "#droits/dossier";
import type { Bloc } from "./bloc.ts";
import { booleen, centimes, enfant, enfants, entier, lireCentimes, valeur } from "./valeurs.ts";

export function lireDroit(prestation: Bloc | null): DroitDeclare | null {
  const situation = enfant(prestation, "SituationDossierRSA");
  const detail = enfant(prestation, "DetailDroitRSA");
  if (situation === null && detail === null) return null;
  const etat = valeur(enfant(situation, "EtatDossierRSA"), "ETATDOSRSA") ?? "";
  const commun = enfant(detail, "TroncCommunDroitRSA");
  const calcul = enfant(detail, "MontantsCalculDroitRSA");
  return {
    etat,
    refus: lireRefus(enfant(situation, "Refus")),
    suspensionsDroit: enfants(situation, "SuspensionDroit").map((bloc) => ({
      motif: valeur(bloc, "MOTISUSDRORSA") ?? "",
      depuis: valeur(bloc, "DDSUSDRORSA"),
      groupe: valeur(bloc, "NATGROUPFSUS"),
    })),
    suspensionsVersement: enfants(situation, "SuspensionVersement").map((bloc) => ({
      motif: valeur(bloc, "MOTISUSVERSRSA") ?? "",
      depuis: valeur(bloc, "DDSUSVERSRSA"),
    })),
    cloture: lireCloture(situation, etat),
    sansDomicileFixe: booleen(commun, "TOPSANSDOMFIXE"),
    foyerSoumis: booleen(commun, "TOPFOYDRODEVORSA"),
    enfantsACharge: entier(commun, "NBENFAUTCHA"),
    origine: valeur(commun, "ORIDEMRSA"),
    dateOrigine: valeur(commun, "DTORIDEMRSA"),
    montants: lireMontants(calcul),
    calculDepuis: valeur(calcul, "DDELECAL"),
    calculJusqua: valeur(calcul, "DFELECAL"),
    natures: enfants(detail, "DetailCalculDroitRSA").map(lireNature),
    reductions: enfants(enfant(detail, "AvisPCGDroitRSA"), "ReductionRSA").flatMap(lireReduction),
  };
}

function lireRefus(bloc: Bloc | null): DroitDeclare["refus"] {
  const motif = valeur(bloc, "MOTIREFURSA");
  const le = valeur(bloc, "DTREFURSA");
  return motif === null && le === null ? null : { motif: motif ?? "", le };
}

/** VRSB0801: FinDroit goes with state 5, FinDroitMoisAnterieur with state 6. */
function lireCloture(situation: Bloc | null, etat: string): DroitDeclare["cloture"] {
  const anterieure = etat === "6" ? enfant(situation, "FinDroitMoisAnterieur") : null;
  const bloc = anterieure ?? enfant(situation, "FinDroit");
  const motif = valeur(bloc, "MOTICLORSA");
  const le = valeur(bloc, "DTCLORSA");
  return motif === null && le === null ? null : { motif: motif ?? "", le };
}

function lireMontants(calcul: Bloc | null): DroitDeclare["montants"] {
  if (calcul === null) return null;
  const montants: [string, number][] = [];
  for (const { nom, texte } of calcul.blocs) {
    const montant = texte.trim();
    if (!nom.startsWith("MT") || montant === "") continue;
    montants.push([nom.toLowerCase(), lireCentimes(montant, nom)]);
  }
  return Object.fromEntries(montants);
}

const lireNature = (bloc: Bloc): DroitDeclare["natures"][number] => ({
  nature: valeur(bloc, "NATPF") ?? "",
  sousNature: valeur(bloc, "SOUSNATPF") ?? "",
  depuis: valeur(bloc, "DDNATDRO"),
  jusqua: valeur(bloc, "DFNATDRO"),
  montantVerse: centimes(bloc, "MTRSAVERS"),
  dernierVersement: valeur(bloc, "DTDERRSAVERS"),
});

function lireReduction(bloc: Bloc): DroitDeclare["reductions"] {
  const montant = centimes(bloc, "MTREDRSA");
  if (montant === null) return [];
  return [{ montant, depuis: valeur(bloc, "DDREDRSA"), jusqua: valeur(bloc, "DFREDRSA") }];
}
