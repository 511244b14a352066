import type { ValeurDroit } from "./beneficiaire.ts";
import type { FoyerConstate } from "./constater-foyer.ts";
import type { EtatDossier, Membre, ValeurAdresse, ValeurIdentite } from "./etat-dossier.ts";
import type { FaitsDuDossier } from "./inscrire-foyer.ts";
import type { FaitsDeLaPersonne } from "./inscrire-personne.ts";

/** One field that a file changed, in the words a person reads; the NIR is never one of them. */
export interface Changement {
  readonly champ: ChampCompare;
  readonly avant: string | null;
  readonly apres: string | null;
}

export const libellesChamp = {
  etat: "État du droit",
  motifs: "Motifs",
  adresse: "Adresse",
  commune: "Commune",
  "situation-familiale": "Situation familiale",
  montant: "Montant du droit",
  telephone: "Téléphone",
  courriel: "Courriel",
  nom: "Nom",
  "nom-naissance": "Nom de naissance",
  prenom: "Prénom",
  "date-naissance": "Date de naissance",
  sexe: "Sexe",
  nir: "NIR",
  "numero-demandeur-emploi": "Numéro de demandeur d’emploi",
  role: "Rôle dans le foyer",
  "droits-devoirs": "Droits et devoirs",
  ressources: "Ressources du trimestre",
  activite: "Activité",
  "arrivee-foyer": "Arrivée dans le foyer",
  "depart-foyer": "Départ du foyer",
} as const;

export type ChampCompare = keyof typeof libellesChamp;

export function changementsDuDossier(
  connu: EtatDossier,
  constate: FoyerConstate,
  faits: FaitsDuDossier,
): readonly Changement[] {
  const avant = connu.droits.at(-1)?.valeur ?? null;
  const apres = faits.droits.enVigueur.at(-1)?.valeur ?? null;
  const adresseAvant = connu.adresses.at(-1)?.valeur ?? null;
  const adresseApres = faits.adresses.enVigueur.at(-1)?.valeur ?? null;
  const contact = (nature: "telephone" | "courriel") =>
    difference(
      nature,
      connu.contacts.find(({ valeur }) => valeur.nature === nature)?.valeur.valeur ?? null,
      constate.declare.contacts.find((declare) => declare.nature === nature)?.valeur ?? null,
      faits.contacts.nouveaux.some((nouveau) => nouveau.nature === nature),
    );
  return [
    ...difference("etat", avant?.etat ?? null, apres?.etat ?? null),
    ...difference("motifs", motifs(avant), motifs(apres)),
    ...difference("adresse", ligneAdresse(adresseAvant), ligneAdresse(adresseApres)),
    ...difference("commune", adresseAvant?.codeCommune ?? null, adresseApres?.codeCommune ?? null),
    ...difference(
      "situation-familiale",
      connu.familles.at(-1)?.valeur ?? null,
      faits.familles.enVigueur.at(-1)?.valeur ?? null,
    ),
    ...difference(
      "montant",
      texte(connu.montants.at(-1)?.valeur.total),
      texte(faits.montant.nouveaux[0]?.total),
      faits.montant.nouveaux.length > 0,
    ),
    ...contact("telephone"),
    ...contact("courriel"),
  ];
}

export function changementsDeLaPersonne(
  connu: Membre,
  faits: FaitsDeLaPersonne,
  nirArrive: boolean,
): readonly Changement[] {
  const { identite } = faits;
  const champ = (nom: ChampCompare, cle: keyof ValeurIdentite) =>
    difference(nom, texte(connu.identite[cle]), texte(identite[cle]));
  const nouvelle = faits.activites.nouvelles.find(({ jusqua }) => jusqua === null);
  return [
    ...champ("nom", "nom"),
    ...champ("nom-naissance", "nomNaissance"),
    ...champ("prenom", "prenom"),
    ...champ("date-naissance", "dateNaissance"),
    ...champ("sexe", "sexe"),
    ...champ("numero-demandeur-emploi", "numeroDemandeurEmploi"),
    ...difference("nir", null, "masqué", nirArrive),
    ...difference("role", connu.place.role, faits.place.role),
    ...difference(
      "droits-devoirs",
      texte(connu.devoirs.at(-1)?.valeur),
      texte(faits.devoirs.enVigueur.at(-1)?.valeur),
    ),
    ...difference(
      "ressources",
      texte(connu.ressources.at(-1)?.valeur.total),
      texte(faits.ressources.nouveaux[0]?.total),
      faits.ressources.nouveaux.length > 0,
    ),
    ...difference(
      "activite",
      connu.activites.find(({ jusqua }) => jusqua === null)?.valeur.code ?? null,
      nouvelle?.valeur.code ?? null,
      nouvelle !== undefined,
    ),
  ];
}

function difference(
  champ: ChampCompare,
  avant: string | null,
  apres: string | null,
  dite = true,
): readonly Changement[] {
  return dite && avant !== apres ? [{ champ, avant, apres }] : [];
}

function texte(valeur: string | number | boolean | null | undefined): string | null {
  if (valeur === null || valeur === undefined) return null;
  if (typeof valeur === "boolean") return valeur ? "oui" : "non";
  return String(valeur);
}

function motifs(droit: ValeurDroit | null): string | null {
  if (!droit) return null;
  const tous = [
    ...droit.motifsVersement,
    ...droit.motifsDroit,
    droit.motifCloture,
    droit.motifRefus,
  ];
  return tous.filter(Boolean).join(", ") || null;
}

/** The address on one line, as an envelope would read it. */
export function ligneAdresse(adresse: ValeurAdresse | null): string | null {
  if (!adresse) return null;
  if (adresse.lignesEtranger.length > 0) return adresse.lignesEtranger.join(", ");
  const voie = [adresse.numero, adresse.typeVoie, adresse.voie].filter(Boolean).join(" ");
  const ville = [adresse.codePostal, adresse.commune].filter(Boolean).join(" ");
  const lignes = [adresse.complementIdentite, adresse.complement, voie, adresse.lieuDit, ville];
  return lignes.filter(Boolean).join(", ") || null;
}
