import { valeurAu } from "#commun/referentiel";
import { beneficiaireSelon, type FaitsDuDossier } from "../domain/inscrire-foyer.ts";
import type { FaitsDeLaPersonne } from "../domain/inscrire-personne.ts";
import { type EtatPersonne, nommerMouvements } from "../domain/mouvement.ts";
import type { Arrivante } from "../domain/situation.ts";
import type { Identite } from "./identifier-personnes.ts";
import type { Inscription } from "./inscription.ts";

type Mouvement = NonNullable<Arrivante["mouvement"]>;

/** Names and writes what the file changed for one member; the one that counts is returned. */
export function mouvoir(
  inscription: Inscription,
  identite: Identite,
  dossier: FaitsDuDossier,
  faits: FaitsDeLaPersonne,
): Mouvement | null {
  const { lot, foyer, dossierId } = inscription;
  const regle = valeurAu(lot.referentiel.beneficiaire, lot.reference);
  const passe = inscription.passes.get(identite.personneId);
  const avant: EtatPersonne | null =
    identite.membre && foyer.connu
      ? {
          etat: foyer.connu.droits.at(-1)?.valeur.etat ?? null,
          beneficiaire: beneficiaireSelon(regle, foyer.connu.droits, identite.membre.devoirs),
          present: true,
          commune: foyer.connu.adresses.at(-1)?.valeur.codeCommune ?? null,
        }
      : null;
  const apres: EtatPersonne = {
    etat: dossier.droits.enVigueur.at(-1)?.valeur.etat ?? null,
    beneficiaire: beneficiaireSelon(regle, dossier.droits.enVigueur, faits.devoirs.enVigueur),
    present: true,
    commune: dossier.adresses.enVigueur.at(-1)?.valeur.codeCommune ?? null,
  };
  const adulte =
    faits.place.role === "DEM" || faits.place.role === "CJT" || faits.devoirs.enVigueur.length > 0;
  if (!adulte) return null;
  return ecrireMouvements(inscription, identite.personneId, avant, apres, dossier, {
    premierFichier: lot.premierFichier,
    dejaBeneficiaire: passe?.deja ?? false,
    beneficiaireAilleurs:
      passe?.dossierActif !== undefined &&
      passe.dossierActif !== null &&
      passe.dossierActif !== dossierId,
  });
}

export function ecrireMouvements(
  { ecritures, lot, dossierId, jour }: Inscription,
  personneId: number,
  avant: EtatPersonne | null,
  apres: EtatPersonne,
  dossier: FaitsDuDossier,
  passe: Parameters<typeof nommerMouvements>[2],
): Mouvement | null {
  const debut = dossier.droits.nouvelles.at(-1)?.depuis ?? jour.effet;
  const natures = nommerMouvements(avant, apres, passe);
  for (const nature of natures) {
    const le =
      nature === "demenagement" ? (dossier.adresses.nouvelles.at(-1)?.depuis ?? jour.effet) : debut;
    ecritures.ajouter("mouvement", [
      lot.integrationId,
      dossierId,
      personneId,
      nature,
      le,
      lot.reference,
    ]);
  }
  const premier = natures.find((nature) => nature !== "demenagement");
  return premier ? { nature: premier, le: debut } : null;
}
