import { codesCaf } from "#commun/referentiel";
import type { FichePersonne, MembreFoyer } from "./fiche.ts";
import { enMots, etatCourt, motifsEnMots } from "./libelles.ts";

type Objet = Readonly<Record<string, unknown>>;

/** One person field by field, as the base holds her, for whoever checks a file against it. */
export function personneMontree(
  fiche: FichePersonne,
  dossierId: number,
  nir: string | null,
  dit: Objet | null,
): Readonly<Record<string, unknown>> {
  const { personne, membres } = fiche;
  const place = membres.findLast(
    (membre) => membre.personneId === personne.id && membre.dossierId === dossierId,
  );
  return {
    id: personne.id,
    dossier: dossierMontre(fiche, dossierId),
    ...placeMontree(place),
    qualite: personne.qualite,
    nom: personne.nom,
    nomNaissance: personne.nomNaissance,
    prenom: personne.prenom,
    prenom2: personne.prenom2,
    prenom3: personne.prenom3,
    dateNaissance: personne.dateNaissance,
    typeDateNaissance: personne.typeDateNaissance,
    communeNaissance: personne.communeNaissance,
    sexe: personne.sexe,
    nationalite: personne.nationalite,
    nir,
    nirEtat: personne.nirEtat,
    etatCivilValide: personne.etatCivilValide,
    numeroDemandeurEmploi: personne.numeroDemandeurEmploi,
    soumisDroitsDevoirs: personne.soumis,
    beneficiaire: personne.beneficiaire,
    manquants: personne.manquants,
    ...ditMontre({ ...personne, role: place?.role ?? null }, dit),
    ...droitMontre(fiche, dossierId),
    ...faitsMontres(fiche, dossierId),
  };
}

interface Identite {
  readonly role: string | null;
  readonly nom: string;
  readonly prenom: string;
  readonly dateNaissance: string | null;
}

/**
 * What only the last file of the dossier holds, of her and of her household. Of her, nothing when the file names her
 * otherwise than the base does, or names two alike: what it says could be somebody else’s.
 */
export function ditMontre(elle: Identite, dit: Objet | null): Objet {
  const memeNom = ((dit?.["personnes"] ?? []) as readonly Objet[]).filter((une) =>
    (["nom", "prenom", "dateNaissance"] as const).every((champ) => une[champ] === elle[champ]),
  );
  const siens = seule(memeNom) ?? seule(memeNom.filter(({ role }) => role === elle.role));
  return {
    rattacheDepuis: siens?.["rattacheDepuis"] ?? null,
    rattacheJusqua: siens?.["rattacheJusqua"] ?? null,
    autres: { ...(dit?.["autres"] as Objet), ...(siens?.["autres"] as Objet) },
  };
}

const seule = (trouvees: readonly Objet[]): Objet | undefined =>
  trouvees.length === 1 ? trouvees[0] : undefined;

function dossierMontre({ dossiers }: FichePersonne, dossierId: number): unknown {
  const dossier = dossiers.find(({ id }) => id === dossierId);
  if (!dossier) return null;
  const { declareLe: _declareLe, ...reste } = dossier;
  return reste;
}

function placeMontree(place: MembreFoyer | undefined): Readonly<Record<string, unknown>> {
  return {
    role: place?.role ?? null,
    rolePrestationsFamiliales: place?.rolePrestationsFamiliales ?? null,
    aCharge: place?.aCharge ?? null,
    responsableDossier: place?.responsableDossier ?? null,
    membreDepuis: place?.depuis ?? null,
    membreJusqua: place?.jusqua ?? null,
  };
}

function droitMontre(
  { faits }: FichePersonne,
  dossierId: number,
): Readonly<Record<string, unknown>> {
  const periodes = faits.droits.filter((droit) => droit.dossierId === dossierId);
  const courant = periodes.findLast(({ jusqua }) => jusqua === null);
  const dernier = faits.derniersDroits.find((dit) => dit.dossierId === dossierId)?.droit ?? null;
  return {
    droit: courant
      ? {
          etat: courant.etat,
          libelle: enMots(codesCaf.etatDossier, courant.etat),
          libelleCourt: etatCourt(courant.etat),
          motifsVersement: courant.motifsVersement,
          motifsDroit: courant.motifsDroit,
          motifCloture: courant.motifCloture,
          motifRefus: courant.motifRefus,
          motifs: motifsEnMots(courant),
          depuis: courant.depuis,
          refus: dernier?.refus ?? null,
          cloture: dernier?.cloture ?? null,
          suspensions: {
            droit: dernier?.suspensionsDroit ?? [],
            versement: dernier?.suspensionsVersement ?? [],
          },
        }
      : null,
    periodes: periodes.map(sansDossier),
  };
}

function faitsMontres(
  { faits }: FichePersonne,
  dossierId: number,
): Readonly<Record<string, unknown>> {
  const duDossier = (fait: { readonly dossierId: number | null }) => fait.dossierId === dossierId;
  const famille = faits.familles.filter(duDossier).findLast(({ jusqua }) => jusqua === null);
  const adresses = faits.adresses.filter(duDossier);
  const adresse = adresses.findLast(({ jusqua }) => jusqua === null);
  return {
    famille: famille
      ? {
          code: famille.situation,
          libelle: enMots(codesCaf.situationFamiliale, famille.situation),
          depuis: famille.depuis,
        }
      : null,
    adresse: adresse ? sansDossier(adresse) : null,
    adresses: adresses.map(sansDossier),
    devoirs: faits.devoirs.filter(duDossier).map(sansDossier),
    ressources: faits.ressources.filter(duDossier).map(sansDossier),
    activites: faits.activites.filter(duDossier).map(sansDossier),
    contacts: faits.contacts
      .filter(({ dossierId: du }) => du === null || du === dossierId)
      .map(({ nature, valeur, type, accord, source }) => ({
        nature,
        valeur,
        type,
        accord,
        source,
      })),
    montants: faits.montants.filter(duDossier).map(sansDossier),
    evenements: faits.evenements.filter(duDossier).map(sansDossier),
    mouvements: faits.mouvements
      .filter(duDossier)
      .map(({ nature, le, connuLe }) => ({ nature, le, connuLe })),
    declarations: faits.declarations
      .filter(duDossier)
      .map(({ nature, reference, integrationId, rang, ligne }) => ({
        nature,
        reference,
        integration: integrationId,
        rang,
        ligne,
      })),
  };
}

/** Numbers of the base say nothing to who reads a file. */
function sansDossier(fait: object): Readonly<Record<string, unknown>> {
  const { dossierId: _dossier, personneId: _personne, ...reste } = fait as Record<string, unknown>;
  return reste;
}
