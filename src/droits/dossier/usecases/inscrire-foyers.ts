import { z } from "zod";
import type { Tx } from "#platform/db/tx.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type DossierConnu, lireDossiersParDemande } from "../db/dossiers.ts";
import { Ecritures } from "../db/ecritures.ts";
import { type Identites, identifier, type Scellee, sceller } from "../db/identifier-personnes.ts";
import { noterPairesDouteuses, noterRessemblances } from "../db/identites.ts";
import type { Inscription } from "../db/inscription.ts";
import { inscrireUn } from "../db/inscrire-un-foyer.ts";
import { lireEtatsDossiers } from "../db/lire-etats.ts";
import { recalculerSituations } from "../db/situations.ts";
import {
  type Avertissement,
  constaterFoyer,
  type FoyerConstate,
} from "../domain/constater-foyer.ts";
import type { ARechercher } from "../domain/deja-ecrits.ts";
import type { FoyerDeclare } from "../domain/foyer-declare.ts";
import { jourDuFlux } from "../domain/inscrire-foyer.ts";
import type { Foyer, LotDeFoyers } from "../domain/lot-de-foyers.ts";
import { regleSituation } from "../domain/regle-situation.ts";
import type { PersonneArrivee } from "../domain/situation.ts";
import { personnesConstatees } from "./faits.ts";

export interface FoyerInscrit {
  readonly rang: number;
  readonly dossierId: number;
  readonly cree: boolean;
  readonly personnes: number;
  readonly avertissements: readonly Avertissement[];
}

const lot = z.custom<LotDeFoyers>((valeur) => typeof valeur === "object" && valeur !== null);

/**
 * Writes a batch of declared households: set-based whatever the size of the batch, in the caller's
 * transaction, from the first file of a département as from a correction of one dossier.
 * Two foyers of a batch never carry the same dossier: the caller rejects the repeated one.
 */
export const inscrireFoyers = defineUseCase({
  name: "dossier.inscrire-foyers",
  input: lot,
  droit: "flux:importer",
  nature: "ecriture",
  // The run is journaled once by the integration; what each file changed is in `changement`.
  trace: null,
  run: inscrire,
});

async function inscrire(context: Context, lot: LotDeFoyers): Promise<readonly FoyerInscrit[]> {
  const { tx } = context;
  const { ecritures, inscrits, touchees, arrivees, doutes, aComparer, regle } = await rediger(
    context,
    lot,
  );
  // Held until the rows are written, the households of three batches would double the memory and its collecting.
  for (const foyer of lot.foyers) foyer.oublier?.();
  await ecritures.envoyer(tx, lot.reference);
  // Rows of its own were all it wrote until here; the rest may meet what the batch before writes.
  await lot.suite?.tour;
  await ecritures.envoyerNoms(tx);
  await noterPairesDouteuses(tx, doutes, lot.reference);
  await noterRessemblances(tx, aComparer, lot.reference);
  await recalculerSituations(tx, [...touchees], regle);
  await context.tell(personnesConstatees, {
    personnes: [...touchees],
    arrivees: arrivees.filter(({ personneId }) => !touchees.has(personneId)),
  });
  return inscrits;
}

/** Looks up what the batch may meet, and makes all its rows. */
async function rediger({ tx, secrets }: Context, lot: LotDeFoyers) {
  const constates: FoyerConstate[] = [];
  const scellees: (readonly Scellee[])[] = [];
  for (const { foyer } of lot.foyers) {
    const constate = constaterFoyer(foyer, lot);
    constates.push(constate);
    scellees.push(sceller(secrets, constate.personnes));
    await respirer(constates.length);
  }
  const recherche = aRechercher(lot, scellees);
  if (lot.suite && !rienARechercher(recherche)) await lot.suite.tour;
  const foyers = await preparer(tx, lot, constates, recherche);
  const identites = await identifier(tx, foyers, scellees, recherche);
  const ecritures = new Ecritures();
  const touchees = new Set<number>();
  const arrivees: PersonneArrivee[] = [];
  const regle = regleSituation(lot.referentiel, lot.reference);
  const inscrits: FoyerInscrit[] = [];
  for (const [place, foyer] of foyers.entries()) {
    inscrits.push(
      inscrireLeFoyer({ lot, regle, ecritures, touchees, arrivees, identites }, foyer, place),
    );
    await respirer(inscrits.length);
  }
  const { doutes, aComparer } = identites;
  return { ecritures, inscrits, touchees, arrivees, doutes, aComparer, regle };
}

const RESPIRATION = 10;

/** Lets the base be answered: the batch being written sends thirty orders, each of which waits for this one's turn. */
async function respirer(faits: number): Promise<void> {
  if (faits % RESPIRATION === 0) await new Promise(setImmediate);
}

function aRechercher(
  { suite, foyers }: LotDeFoyers,
  scellees: readonly (readonly Scellee[])[],
): ARechercher | null {
  if (!suite) return null;
  return suite.ecrits.noter(
    suite,
    foyers.map(({ foyer }) => foyer.numeroDemande),
    scellees.flat().map(({ signalement }) => signalement),
  );
}

function rienARechercher(recherche: ARechercher | null): boolean {
  if (recherche === null) return false;
  const { demandes, nirs, cles } = recherche;
  return demandes.length === 0 && nirs.length === 0 && cles.length === 0;
}

interface EnCours extends Pick<Inscription, "lot" | "regle" | "ecritures"> {
  readonly touchees: Set<number>;
  readonly arrivees: PersonneArrivee[];
  readonly identites: Identites;
}

function inscrireLeFoyer(
  { lot, regle, ecritures, touchees, arrivees, identites }: EnCours,
  foyer: Foyer,
  place: number,
): FoyerInscrit {
  const dossierId = foyer.connu?.id ?? identites.ids.dossier();
  inscrireUn({
    lot,
    foyer,
    dossierId,
    identites: identites.foyers[place] ?? [],
    passes: identites.passes,
    prochainMembre: identites.ids.membre,
    jour: jourDuFlux(lot.reference, lot.periodicite, foyer.connu?.entete.declareLe ?? null),
    regle,
    ecritures,
    toucher: (personneId) => touchees.add(personneId),
    accueillir: (arrivee) => arrivees.push(arrivee),
  });
  return {
    rang: foyer.entree.rang,
    dossierId,
    cree: foyer.connu === null,
    personnes: foyer.constate.personnes.length,
    avertissements: foyer.partage
      ? [...foyer.constate.avertissements, demandePartagee(foyer.entree.foyer)]
      : foyer.constate.avertissements,
  };
}

async function preparer(
  tx: Tx,
  lot: LotDeFoyers,
  constates: readonly FoyerConstate[],
  recherche: ARechercher | null,
): Promise<readonly Foyer[]> {
  const parDemande = Map.groupBy(
    await lireDossiersParDemande(
      tx,
      recherche?.demandes ?? lot.foyers.map(({ foyer }) => foyer.numeroDemande),
    ),
    ({ numeroDemande }) => numeroDemande,
  );
  const connus = lot.foyers.map(({ foyer }) =>
    parDemande.get(foyer.numeroDemande)?.find((dossier) => memeDossier(dossier, foyer)),
  );
  const etats = await lireEtatsDossiers(
    tx,
    connus.flatMap((connu) => (connu ? [connu.id] : [])),
  );
  const demandes = Map.groupBy(lot.foyers, ({ foyer }) => foyer.numeroDemande);
  return lot.foyers.flatMap((entree, place) => {
    const constate = constates[place];
    if (!constate) return [];
    const connu = connus[place];
    const { numeroDemande } = entree.foyer;
    const freres = (parDemande.get(numeroDemande)?.length ?? 0) - (connu ? 1 : 0);
    return {
      entree,
      constate,
      connu: connu ? (etats.get(connu.id) ?? null) : null,
      partage: freres > 0 || (demandes.get(numeroDemande)?.length ?? 0) > 1,
    };
  });
}

export function memeDossier(dossier: DossierConnu, foyer: FoyerDeclare): boolean {
  return (
    dossier.matricule === (foyer.organisme.matricule ?? "") &&
    dossier.organisme === foyer.organisme.famille &&
    dossier.numeroOrganisme === foyer.organisme.numero
  );
}

function demandePartagee(foyer: FoyerDeclare): Avertissement {
  return { code: "demande-partagee", champ: "NUMDEMRSA", valeur: foyer.numeroDemande };
}
