import { formatDate } from "#platform/ui/format.ts";

/** Acts as a sentence; another one is shown by its name, `contrat.signer` → « contrat : signer ». */
const libelles: Readonly<Record<string, string>> = {
  "agent.se-connecter": "Connexion",
  "agent.verifier-second-facteur": "Code de second facteur",
  "agent.se-deconnecter": "Déconnexion",
  "agent.changer-mot-de-passe": "A changé son mot de passe",
  "agent.preparer-second-facteur": "A préparé un second facteur",
  "agent.activer-second-facteur": "A activé le second facteur",
  "agent.desactiver-second-facteur": "A désactivé le second facteur",
  "agent.revoquer-session": "A fermé une session",
  "echeances.recalculer": "A recalculé toutes les échéances",
  "agent.creer": "A créé un agent",
  "agent.modifier": "A modifié un compte",
  "agent.fermer-compte": "A fermé un compte",
  "agent.donner-habilitation": "A donné un droit",
  "agent.retirer-habilitation": "A retiré un droit",
  "agent.reinitialiser-mot-de-passe": "A donné un nouveau mot de passe",
  "journal.lire-personne": "A lu le journal d’une personne",
  "journal.lire-agent": "A lu le journal d’un agent",
  "personne.lire": "A lu la fiche de la personne",
  "personne.lire-nir": "A vu le numéro de sécurité sociale",
  "personnes.exporter": "A exporté une liste de personnes",
  "contact.lire": "A ouvert les coordonnées pour les modifier",
  "contact.modifier": "A modifié les coordonnées",
  "dossier.lire": "A lu le dossier RSA",
  "doublon.comparer": "A comparé deux fiches",
  "doublon.fusionner": "A réuni deux fiches",
  "doublon.ecarter": "A dit que ce sont deux personnes",
  "doublon.annuler-fusion": "A annulé une fusion",
  "flux-caf.deposer": "A déposé un fichier",
  "flux-caf.demarrer-integration": "A commencé ou repris une intégration",
  "flux-caf.terminer-integration": "A terminé une intégration",
  "flux-caf.abandonner-integration": "A abandonné une intégration",
  "flux-caf.lire-rejet": "A ouvert un dossier rejeté",
  "flux-caf.rejouer-rejet": "A rejoué un dossier corrigé",
  "territoire.creer": "A créé un territoire",
  "territoire.modifier": "A changé des communes de territoire",
  "courrier.lire": "A lu un courrier",
  "courrier.lister-personne": "A vu les courriers de la personne",
  "courrier.essayer": "A essayé un courrier sur une personne",
  "courrier.emettre": "A émis un courrier",
  "courrier.preparer-lot": "A préparé un lot de courriers",
  "courrier.emettre-lot": "A émis un lot de courriers",
  "courrier.lire-lot": "A ouvert un lot de courriers",
  "courrier.abandonner-lot": "A abandonné un lot de courriers",
  "courriers.exporter": "A exporté une liste de courriers",
  "courriers-essais.exporter": "A exporté une liste de personnes",
  "courrier.imprimer-lot": "A imprimé un lot de courriers",
  "courrier.marquer-envoye": "A noté l’envoi de courriers",
  "courrier.noter-reception": "A noté la réception d’un courrier",
  "courrier.enregistrer-brouillon": "A modifié un modèle de courrier",
  "courrier.abandonner-brouillon": "A abandonné le brouillon d’un courrier",
  "courrier.adopter-modele": "A adopté un modèle de courrier",
  "structure.creer": "A créé une structure",
  "structure.modifier": "A modifié une structure",
  "structure.fermer": "A fermé une structure",
  "structure.definir-secteurs": "A changé les secteurs d’une structure",
  "structure.definir-capacite": "A changé les places d’une structure",
  "referent.accueillir": "A enregistré l’arrivée d’un référent",
  "referent.modifier": "A modifié la fiche d’un référent",
  "referent.declarer-absence": "A déclaré l’absence d’un référent",
  "referent.terminer-absence": "A mis fin à l’absence d’un référent",
  "referent.quitter": "A enregistré le départ d’un référent",
  "diagnostic.consulter": "A lu les diagnostics de la personne",
  "diagnostic.repondre": "A rempli une page de diagnostic",
  "diagnostic.valider": "A validé un diagnostic",
  "diagnostic.abandonner": "A abandonné un brouillon de diagnostic",
  "matrice.ouvrir": "A ouvert un brouillon de matrice",
  "matrice.enregistrer": "A modifié un brouillon de matrice",
  "matrice.abandonner": "A abandonné un brouillon de matrice",
  "matrice.adopter": "A adopté une matrice d’orientation",
  "territoire.charger-carte": "A chargé la carte du département",
  "vue.enregistrer": "A enregistré une vue",
  "vue.partager": "A changé le partage d’une vue",
  "vue.supprimer": "A supprimé une vue",
};

export function libelleActe(acte: string): string {
  return libelles[acte] ?? acte.replace(".", " : ").replaceAll("-", " ");
}

const details: Readonly<Record<string, string>> = {
  resultat: "résultat",
  role: "rôle",
  habilitation: "droit n°",
  retirerSecondFacteur: "second facteur retiré",
  du: "à partir du",
  au: "jusqu’au",
};

export function libelleDetail(nom: string): string {
  return details[nom] ?? nom;
}

const valeurs: Readonly<Record<string, string>> = {
  ouverte: "réussie",
  refusee: "refusée",
  "second-facteur": "mot de passe juste, code demandé",
};

export function libelleValeur(valeur: string): string {
  return valeurs[valeur] ?? (/^\d{4}-\d\d-\d\d$/.test(valeur) ? formatDate(valeur) : valeur);
}
