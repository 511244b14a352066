import type { LieuSaisi, ServiceSaisi } from "./ressource.ts";

/** One directory in the shape the insertion services exchange: `structures` and `services`, version 1 of the schema. */
export interface Annuaire {
  readonly structures: readonly Brute[];
  readonly services: readonly Brute[];
}

type Brute = Readonly<Record<string, unknown>>;

interface FicheEchangee extends ServiceSaisi {
  readonly cle: string;
  readonly source: string;
  readonly verifieeLe: string;
  readonly lieu: LieuSaisi & {
    readonly cle: string;
    readonly source: string;
    readonly modifieLe: string;
  };
}

/** Our word → theirs. The address of a service is that of its place. */
const champsLieu = {
  cle: "id",
  source: "source",
  nom: "nom",
  description: "description",
  modifieLe: "date_maj",
  siret: "siret",
  adresse: "adresse",
  complementAdresse: "complement_adresse",
  codePostal: "code_postal",
  codeCommune: "code_insee",
  commune: "commune",
  longitude: "longitude",
  latitude: "latitude",
  telephone: "telephone",
  courriel: "courriel",
  siteWeb: "site_web",
  horaires: "horaires_accueil",
} as const;

const champsService = {
  cle: "id",
  source: "source",
  nom: "nom",
  description: "description",
  modifieLe: "date_maj",
  type: "type",
  besoins: "thematiques",
  publics: "publics",
  publicsPrecisions: "publics_precisions",
  conditions: "conditions_acces",
  frais: "frais",
  fraisPrecisions: "frais_precisions",
  modesAccueil: "modes_accueil",
  modesMobilisation: "modes_mobilisation",
  mobilisablePar: "mobilisable_par",
  mobilisationPrecisions: "mobilisation_precisions",
  lien: "lien_mobilisation",
  contact: "contact_nom_prenom",
  telephone: "telephone",
  courriel: "courriel",
  horaires: "horaires_accueil",
  zone: "zone_eligibilite",
  heuresSemaine: "volume_horaire_hebdomadaire",
  semaines: "nombre_semaines",
} as const;

export function ecrireAnnuaire(fiches: readonly FicheEchangee[]): Annuaire {
  const lieux = new Map(fiches.map(({ lieu }) => [lieu.cle, lieu]));
  return {
    structures: [...lieux.values()].map((lieu) => traduire(lieu, champsLieu)),
    services: fiches.map(({ lieu, ...service }) => ({
      structure_id: lieu.cle,
      ...traduire({ ...service, modifieLe: service.verifieeLe }, champsService),
      adresse: lieu.adresse,
      code_postal: lieu.codePostal,
      code_insee: lieu.codeCommune,
      commune: lieu.commune,
    })),
  };
}

/** What nobody said is `null`, lists included, as the schema asks. */
function traduire(valeurs: object, champs: Readonly<Record<string, string>>): Brute {
  const dites = new Map<string, unknown>(Object.entries(valeurs));
  return Object.fromEntries(
    Object.entries(champs).map(([notre, leur]) => {
      const valeur = dites.get(notre) ?? null;
      return [leur, Array.isArray(valeur) && valeur.length === 0 ? null : valeur];
    }),
  );
}

interface AReprendre {
  readonly lieux: readonly Brute[];
  readonly services: readonly Brute[];
}

/** What a file says, in our words; null when it is no directory. Both lists in one file, or one of them alone. */
export function lireAnnuaire(ecrit: string): AReprendre | null {
  const lu = lireJson(ecrit);
  const listes = Array.isArray(lu) ? selonLeurContenu(lu) : lu;
  if (!estObjet(listes)) return null;
  const structures = listeDe(listes["structures"]);
  const services = listeDe(listes["services"]);
  if (structures.length + services.length === 0) return null;
  return {
    lieux: structures.map((une) => rendre(une, champsLieu)),
    services: services.map((un) => ({
      ...rendre(un, champsService),
      lieuCle: un["structure_id"],
    })),
  };
}

function lireJson(ecrit: string): unknown {
  try {
    return JSON.parse(ecrit);
  } catch {
    return null;
  }
}

function selonLeurContenu(lignes: readonly unknown[]): Brute {
  const services = lignes.some((ligne) => estObjet(ligne) && "structure_id" in ligne);
  return services ? { services: lignes } : { structures: lignes };
}

function listeDe(valeur: unknown): readonly Brute[] {
  return Array.isArray(valeur) ? valeur.map((une) => (estObjet(une) ? une : {})) : [];
}

function estObjet(valeur: unknown): valeur is Brute {
  return typeof valeur === "object" && valeur !== null && !Array.isArray(valeur);
}

function rendre(brute: Brute, champs: Readonly<Record<string, string>>): Brute {
  return Object.fromEntries(
    Object.entries(champs)
      .filter(([, leur]) => leur in brute)
      .map(([notre, leur]) => [notre, brute[leur]]),
  );
}
