import type { Tx } from "#platform/db/tx.ts";
import type { ValeurDroit } from "../domain/beneficiaire.ts";
import type {
  EtatDossier,
  Membre,
  Stocke,
  ValeurActivite,
  ValeurAdresse,
  ValeurContact,
  ValeurIdentite,
  ValeurMontant,
  ValeurRessource,
} from "../domain/etat-dossier.ts";
import type { Periode } from "../domain/historique.ts";

type Ligne = Record<string, unknown> & { readonly id: number; readonly dossier_id: number };
type LignePersonne = Ligne & { readonly personne_id: number };

/** Everything in force of these dossiers, in ten queries whatever their number. */
export async function lireEtatsDossiers(
  tx: Tx,
  ids: readonly number[],
): Promise<Map<number, EtatDossier>> {
  if (ids.length === 0) return new Map();
  const lire = <Row extends Ligne>(texte: string) => tx.query<Row>(texte, [ids]);
  const entetes = await tx.query<EnteteLigne>(
    "select id, date_demande, origine, date_origine, declare_le from dossier where id = any($1::int[])",
    [ids],
  );
  const membres = await lireMembres(tx, ids);
  const droits = grouper(
    await lire(
      periodes("periode_droit", "etat, motifs_versement, motifs_droit, motif_cloture, motif_refus"),
    ),
    enDroit,
  );
  const adresses = grouper(await lire(periodes("periode_adresse", COLONNES_ADRESSE)), enAdresse);
  const familles = grouper(await lire(periodes("periode_famille", "situation")), enFamille);
  const montants = grouper(
    await lire(
      stocks(
        "montant_droit",
        "total, montants::text, natures::text, enfants_a_charge, foyer_soumis",
      ),
    ),
    enMontant,
  );
  const contacts = grouper(
    await lire(
      `select id, dossier_id, nature, valeur, type, accord from contact
       where dossier_id = any($1::int[]) and remplace_le is null and source = 'flux' order by dossier_id, id`,
    ),
    enContact,
  );
  return new Map(
    entetes.map(({ id, date_demande, origine, date_origine, declare_le }) => [
      id,
      {
        id,
        entete: {
          declareLe: declare_le,
          dateDemande: date_demande,
          origine,
          dateOrigine: date_origine,
        },
        membres: (membres.get(id) ?? []).filter(({ present }) => present),
        anciens: (membres.get(id) ?? []).filter(({ present }) => !present),
        droits: droits.get(id) ?? [],
        adresses: adresses.get(id) ?? [],
        familles: familles.get(id) ?? [],
        montants: montants.get(id) ?? [],
        contacts: contacts.get(id) ?? [],
      },
    ]),
  );
}

interface EnteteLigne {
  readonly id: number;
  readonly date_demande: string | null;
  readonly origine: string | null;
  readonly date_origine: string | null;
  readonly declare_le: string;
}

const COLONNES_ADRESSE = `pays, type, etat, complement_identite, complement, numero, type_voie, voie, lieu_dit,
  code_commune_recu, code_commune, code_postal, commune, lignes_etranger, sans_domicile_fixe`;

function periodes(table: string, colonnes: string): string {
  return `select id, dossier_id, depuis, jusqua, ${colonnes} from ${table}
    where dossier_id = any($1::int[]) and remplace_le is null order by dossier_id, depuis`;
}

/** The latest is read at the end of each dossier's own. */
function stocks(table: "montant_droit" | "ressource", colonnes: string): string {
  return `select id, dossier_id, depuis, jusqua, ${colonnes} from ${table}
    where dossier_id = any($1::int[]) and remplace_le is null order by dossier_id, depuis nulls first, id`;
}

async function lireMembres(tx: Tx, ids: readonly number[]): Promise<Map<number, Membre[]>> {
  const lignes = await tx.query<LignePersonne>(
    `select distinct on (m.dossier_id, m.personne_id) m.id, m.dossier_id, m.personne_id, m.jusqua is null as present, m.role, m.role_prestations_familiales, m.a_charge,
       m.responsable_dossier, p.nir_empreinte, p.qualite, p.nom, p.nom_naissance, p.prenom, p.prenom2, p.prenom3,
       p.sexe, p.date_naissance, p.type_date_naissance, p.rang_naissance, p.commune_naissance, p.nationalite,
       p.etat_civil_valide, p.numero_demandeur_emploi, p.cle_identite
     from membre m join personne p on p.id = m.personne_id
     where m.dossier_id = any($1::int[])
     order by m.dossier_id, m.personne_id, m.jusqua desc nulls first, m.id desc`,
    [ids],
  );
  const cle = (ligne: LignePersonne) => `${ligne.dossier_id}:${ligne.personne_id}`;
  const lire = (texte: string) => tx.query<LignePersonne>(texte, [ids]);
  const devoirs = grouper(
    await lire(periodes("periode_devoir", "personne_id, soumis")),
    enDevoir,
    cle,
  );
  const ressources = grouper(
    await lire(stocks("ressource", "personne_id, nulles, total, mois::text")),
    enRessource,
    cle,
  );
  const activites = grouper(
    await lire(periodes("activite", "personne_id, code, regime, contrat")),
    enActivite,
    cle,
  );
  const diagnostics = await lireDiagnostics(
    tx,
    lignes.map(({ personne_id }) => personne_id),
  );
  return grouper(lignes, (ligne): Membre => {
    const identite = enIdentite(ligne);
    return {
      id: ligne.id,
      personneId: ligne.personne_id,
      present: champ(ligne, "present"),
      identite,
      place: {
        role: champ(ligne, "role"),
        rolePrestationsFamiliales: champ(ligne, "role_prestations_familiales"),
        aCharge: champ(ligne, "a_charge"),
        responsableDossier: champ(ligne, "responsable_dossier"),
      },
      signalement: {
        role: champ(ligne, "role"),
        nir: champ<Buffer | null>(ligne, "nir_empreinte")?.toString("hex") ?? null,
        cleIdentite: champ<string>(ligne, "cle_identite") || null,
        dateNaissance: identite.dateNaissance,
        nom: identite.nom,
        prenom: identite.prenom,
      },
      devoirs: devoirs.get(cle(ligne)) ?? [],
      ressources: ressources.get(cle(ligne)) ?? [],
      activites: activites.get(cle(ligne)) ?? [],
      diagnostics: diagnostics.get(ligne.personne_id) ?? [],
    };
  });
}

async function lireDiagnostics(
  tx: Tx,
  personnes: readonly number[],
): Promise<Map<number, Stocke<string>[]>> {
  const lignes = await tx.query<{ id: number; personne_id: number; contenu: string }>(
    `select id, personne_id, contenu::text from diagnostic_declare
     where personne_id = any($1::int[]) and remplace_le is null`,
    [personnes],
  );
  return grouper(
    lignes,
    ({ id, contenu }) => ({ id, valeur: contenu }),
    ({ personne_id }) => personne_id,
  );
}

function grouper<Row, Valeur, Cle = number>(
  lignes: readonly Row[],
  lire: (ligne: Row) => Valeur,
  cle: (ligne: Row) => Cle = (ligne) => (ligne as { dossier_id: Cle }).dossier_id,
): Map<Cle, Valeur[]> {
  const groupes = new Map<Cle, Valeur[]>();
  for (const ligne of lignes) {
    const groupe = groupes.get(cle(ligne));
    if (groupe) groupe.push(lire(ligne));
    else groupes.set(cle(ligne), [lire(ligne)]);
  }
  return groupes;
}

/** Columns are selected by name above: this is the one place where a row's field gets its type. */
function champ<Type = never>(ligne: Ligne, nom: string): Type {
  return ligne[nom] as Type;
}

function periode<Valeur>(ligne: Ligne, valeur: Valeur): Periode<Valeur> {
  return { id: ligne.id, depuis: champ(ligne, "depuis"), jusqua: champ(ligne, "jusqua"), valeur };
}

const enDevoir = (ligne: Ligne): Periode<boolean> =>
  periode(ligne, champ<boolean>(ligne, "soumis"));
const enFamille = (ligne: Ligne): Periode<string> =>
  periode(ligne, champ<string>(ligne, "situation"));

const enDroit = (ligne: Ligne): Periode<ValeurDroit> =>
  periode(ligne, {
    etat: champ(ligne, "etat"),
    motifsVersement: champ(ligne, "motifs_versement"),
    motifsDroit: champ(ligne, "motifs_droit"),
    motifCloture: champ(ligne, "motif_cloture"),
    motifRefus: champ(ligne, "motif_refus"),
  });

const enActivite = (ligne: Ligne): Periode<ValeurActivite> =>
  periode(ligne, {
    code: champ(ligne, "code"),
    regime: champ(ligne, "regime"),
    contrat: champ(ligne, "contrat"),
  });

const enAdresse = (ligne: Ligne): Periode<ValeurAdresse> =>
  periode(ligne, {
    pays: champ(ligne, "pays"),
    type: champ(ligne, "type"),
    etat: champ(ligne, "etat"),
    complementIdentite: champ(ligne, "complement_identite"),
    complement: champ(ligne, "complement"),
    numero: champ(ligne, "numero"),
    typeVoie: champ(ligne, "type_voie"),
    voie: champ(ligne, "voie"),
    lieuDit: champ(ligne, "lieu_dit"),
    codeCommuneRecu: champ(ligne, "code_commune_recu"),
    codeCommune: champ(ligne, "code_commune"),
    codePostal: champ(ligne, "code_postal"),
    commune: champ(ligne, "commune"),
    lignesEtranger: champ(ligne, "lignes_etranger"),
    sansDomicileFixe: champ(ligne, "sans_domicile_fixe"),
  });

const enMontant = (ligne: Ligne): Stocke<ValeurMontant> => ({
  id: ligne.id,
  valeur: {
    depuis: champ(ligne, "depuis"),
    jusqua: champ(ligne, "jusqua"),
    total: champ(ligne, "total"),
    montants: champ(ligne, "montants"),
    natures: champ(ligne, "natures"),
    enfantsACharge: champ(ligne, "enfants_a_charge"),
    foyerSoumis: champ(ligne, "foyer_soumis"),
  },
});

const enContact = (ligne: Ligne): Stocke<ValeurContact> => ({
  id: ligne.id,
  valeur: {
    nature: champ(ligne, "nature"),
    valeur: champ(ligne, "valeur"),
    type: champ(ligne, "type"),
    accord: champ(ligne, "accord"),
  },
});

const enRessource = (ligne: Ligne): Stocke<ValeurRessource> => ({
  id: ligne.id,
  valeur: {
    depuis: champ(ligne, "depuis"),
    jusqua: champ(ligne, "jusqua"),
    nulles: champ(ligne, "nulles"),
    total: champ(ligne, "total"),
    mois: champ(ligne, "mois"),
  },
});

function enIdentite(ligne: Ligne): ValeurIdentite {
  return {
    qualite: champ(ligne, "qualite"),
    nom: champ(ligne, "nom"),
    nomNaissance: champ(ligne, "nom_naissance"),
    prenom: champ(ligne, "prenom"),
    prenom2: champ(ligne, "prenom2"),
    prenom3: champ(ligne, "prenom3"),
    sexe: champ(ligne, "sexe"),
    dateNaissance: champ(ligne, "date_naissance"),
    typeDateNaissance: champ(ligne, "type_date_naissance"),
    rangNaissance: champ(ligne, "rang_naissance"),
    communeNaissance: champ(ligne, "commune_naissance"),
    nationalite: champ(ligne, "nationalite"),
    etatCivilValide: champ(ligne, "etat_civil_valide"),
    numeroDemandeurEmploi: champ(ligne, "numero_demandeur_emploi"),
  };
}
