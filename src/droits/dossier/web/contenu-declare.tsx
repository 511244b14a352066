import type { VNode } from "preact";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { Panel } from "#platform/ui/components/panel.tsx";
import { formatAmount, formatDate } from "#platform/ui/format.ts";

type Objet = Readonly<Record<string, unknown>>;

const titres: Readonly<Record<string, string>> = {
  organisme: "Organisme",
  famille: "Famille",
  numero: "Numéro",
  matricule: "Matricule",
  departement: "Département",
  numeroDemande: "Numéro de demande",
  dateDemande: "Date de demande",
  personnes: "Personnes",
  situationFamiliale: "Situation familiale",
  adresses: "Adresses",
  droit: "Droit",
  contacts: "Coordonnées",
  mutation: "Mutation",
  evenements: "Faits générateurs",
  controles: "Contrôles",
  anomalies: "Anomalies signalées",
  nom: "Nom",
  nomNaissance: "Nom de naissance",
  prenom: "Prénom",
  prenom2: "Deuxième prénom",
  prenom3: "Troisième prénom",
  role: "Rôle (RSA)",
  rolePrestationsFamiliales: "Rôle (prestations familiales)",
  aCharge: "À charge",
  qualite: "Qualité",
  communeNaissance: "Commune de naissance",
  dateNaissance: "Date de naissance",
  rangNaissance: "Rang de naissance",
  typeDateNaissance: "Type de date de naissance",
  nirScelle: "Numéro de sécurité sociale",
  etatCivilValide: "État civil certifié",
  sexe: "Sexe",
  nationalite: "Nationalité",
  responsableDossier: "Responsable du dossier",
  rattacheDepuis: "Rattachée depuis",
  rattacheJusqua: "Rattachée jusqu’au",
  numeroDemandePrecedent: "Demande précédente",
  numeroDemandeurEmploi: "Identifiant de demandeur d’emploi",
  soumisDroitsDevoirs: "Droits et devoirs",
  entrantDroitsDevoirs: "Entrante dans les droits et devoirs",
  ressourcesMoyennes: "Ressources moyennes",
  abattements: "Abattements et neutralisations",
  ressources: "Ressources",
  activites: "Activités",
  grossesse: "Grossesse",
  rattachements: "Rattachements",
  diagnostic: "Données socio-professionnelles",
  depuis: "Depuis",
  jusqua: "Jusqu’au",
  code: "Code",
  regime: "Régime",
  contrat: "Contrat",
  nulles: "Aucune ressource",
  mois: "Mois",
  heures: "Heures",
  lignes: "Lignes",
  nature: "Nature",
  sousNature: "Sous-nature",
  montant: "Montant",
  rang: "Rang",
  pays: "Pays",
  type: "Type",
  etat: "État",
  complementIdentite: "Complément d’identité",
  complement: "Complément",
  typeVoie: "Type de voie",
  voie: "Voie",
  lieuDit: "Lieu-dit",
  codeCommune: "Code commune",
  codePostal: "Code postal",
  commune: "Commune",
  lignesEtranger: "Adresse à l’étranger",
  valeur: "Valeur",
  accord: "Accord",
  refus: "Refus",
  cloture: "Clôture",
  suspensionsDroit: "Suspensions du droit",
  suspensionsVersement: "Suspensions du versement",
  motif: "Motif",
  groupe: "Groupe",
  sansDomicileFixe: "Sans domicile fixe",
  foyerSoumis: "Foyer soumis",
  enfantsACharge: "Enfants à charge",
  origine: "Origine",
  dateOrigine: "Date d’origine",
  montants: "Montants du calcul",
  calculDepuis: "Calcul depuis",
  calculJusqua: "Calcul jusqu’au",
  natures: "Prestations",
  montantVerse: "Versé",
  dernierVersement: "Dernier versement",
  reductions: "Réductions",
  le: "Le",
  sens: "Sens",
  detecteLe: "Détecté le",
  closLe: "Clos le",
  libelle: "Libellé",
  impact: "Impact",
  lien: "Lien",
  autres: "Autres informations du fichier",
};

/** The declaration as the organism sent it, field by field, codes as received. The NIR stays sealed. */
export function ContenuDeclare({ contenu }: { contenu: Objet }): VNode {
  return (
    <div class="stack">
      <p class="small muted">
        Codes et dates tels que reçus ; les champs vides ne sont pas montrés.
      </p>
      <Champs objet={contenu} dansMontants={false} />
    </div>
  );
}

function Champs({ objet, dansMontants }: { objet: Objet; dansMontants: boolean }): VNode {
  const remplis = Object.entries(objet).filter(([, valeur]) => !vide(valeur));
  const simples = remplis.filter(([, valeur]) => !estCompose(valeur));
  const composes = remplis.filter(([, valeur]) => estCompose(valeur));
  return (
    <div class="stack">
      {simples.length > 0 && (
        <FactsList
          facts={simples.map(([cle, valeur]) => ({
            label: titres[cle] ?? cle.toUpperCase(),
            value: texte(cle, valeur, dansMontants),
          }))}
        />
      )}
      {composes.map(([cle, valeur]) => (
        <Panel
          key={cle}
          label={titres[cle] ?? cle.toUpperCase()}
          open={cle === "personnes" || cle === "droit"}
        >
          {elements(valeur).map((element, rang) => (
            <Champs key={`${cle}-${rang}`} objet={element} dansMontants={cle === "montants"} />
          ))}
        </Panel>
      ))}
    </div>
  );
}

function vide(valeur: unknown): boolean {
  if (valeur === null || valeur === undefined || valeur === "") return true;
  if (Array.isArray(valeur)) return valeur.length === 0;
  return typeof valeur === "object" && Object.values(valeur).every(vide);
}

function estCompose(valeur: unknown): boolean {
  if (Array.isArray(valeur)) return valeur.some((un) => typeof un === "object");
  return typeof valeur === "object";
}

function elements(valeur: unknown): readonly Objet[] {
  return (Array.isArray(valeur) ? valeur : [valeur]) as readonly Objet[];
}

const enCents: ReadonlySet<string> = new Set([
  "montant",
  "montantVerse",
  "ressourcesMoyennes",
  "abattements",
]);

function texte(cle: string, valeur: unknown, dansMontants: boolean): string {
  if (cle === "nirScelle") return "masqué";
  if (typeof valeur === "boolean") return valeur ? "oui" : "non";
  if (typeof valeur === "number")
    return dansMontants || enCents.has(cle) ? formatAmount(valeur) : String(valeur);
  if (Array.isArray(valeur)) return valeur.map(String).join(", ");
  const brut = String(valeur);
  return /^\d{4}-\d{2}-\d{2}$/.test(brut) ? formatDate(brut) : brut;
}
