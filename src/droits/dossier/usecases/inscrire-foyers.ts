import { z } from "zod";
import type { Tx } from "#platform/db/tx.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type DossierConnu, lireDossiersParDemande } from "../db/dossiers.ts";
import { Ecritures } from "../db/ecritures.ts";
import { identifier, type Scellee, sceller } from "../db/identifier-personnes.ts";
import { noterPairesDouteuses, noterRessemblances } from "../db/identites.ts";
import { lireEtatsDossiers } from "../db/lire-etats.ts";
import { recalculerSituations } from "../db/situations.ts";
import { constaterFoyer, type FoyerConstate } from "../domain/constater-foyer.ts";
import type { FoyerDeclare } from "../domain/foyer-declare.ts";
import type { Foyer, LotDeFoyers } from "../domain/lot-de-foyers.ts";
import { regleSituation } from "../domain/regle-situation.ts";
import type { PersonneArrivee } from "../domain/situation.ts";
import { personnesConstatees } from "./faits.ts";
import { type FoyerInscrit, inscrireLeFoyer } from "./inscrire-le-foyer.ts";
import type { LotRedige } from "./redacteur.ts";

interface LotAInscrire extends LotDeFoyers {
  /** Rows of some of its households, made ahead. */
  readonly redige?: LotRedige | undefined;
}

const lot = z.custom<LotAInscrire>((valeur) => typeof valeur === "object" && valeur !== null);

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

async function inscrire(context: Context, lot: LotAInscrire): Promise<readonly FoyerInscrit[]> {
  const { tx } = context;
  const { redige } = lot;
  await redige?.ecritures.envoyer(tx, lot.reference);
  const rediges = new Set(redige?.inscrits.map(({ rang }) => rang));
  const foyers = lot.foyers.filter(({ rang }) => !rediges.has(rang));
  // Rows of its own are all that was made ahead; the rest may meet what the batch before writes.
  await lot.tour;
  const reste = await rediger(context, { ...lot, foyers });
  for (const foyer of lot.foyers) foyer.oublier?.();
  await reste.ecritures.envoyer(tx, lot.reference);
  const { touchees, doutes, regle } = reste;
  await Ecritures.envoyerNoms(tx, [reste.ecritures, ...(redige ? [redige.ecritures] : [])]);
  await noterPairesDouteuses(tx, doutes, lot.reference);
  await noterRessemblances(tx, [...reste.nouvelles, ...(redige?.aComparer ?? [])], lot.reference);
  await recalculerSituations(tx, [...touchees], regle);
  await context.tell(personnesConstatees, {
    personnes: [...touchees],
    arrivees: [...(redige?.arrivees ?? []), ...reste.arrivees].filter(
      ({ personneId }) => !touchees.has(personneId),
    ),
  });
  return [...(redige?.inscrits ?? []), ...reste.inscrits].toSorted((a, b) => a.rang - b.rang);
}

/** Looks up what the batch may meet, and makes all its rows. */
async function rediger({ tx, secrets }: Context, lot: LotDeFoyers) {
  const ecritures = new Ecritures();
  const touchees = new Set<number>();
  const arrivees: PersonneArrivee[] = [];
  const inscrits: FoyerInscrit[] = [];
  const regle = regleSituation(lot.referentiel, lot.reference);
  const ecrits = { ecritures, touchees, arrivees, inscrits, regle };
  if (lot.foyers.length === 0) return { ...ecrits, doutes: [], nouvelles: [] };
  const constates: FoyerConstate[] = [];
  const scellees: (readonly Scellee[])[] = [];
  for (const { foyer } of lot.foyers) {
    const constate = constaterFoyer(foyer, lot);
    constates.push(constate);
    scellees.push(sceller(secrets, constate.personnes));
    await respirer(constates.length);
  }
  const foyers = await preparer(tx, lot, constates);
  const identites = await identifier(tx, foyers, scellees);
  const { doutes, nouvelles, ids, passes } = identites;
  for (const [place, foyer] of foyers.entries()) {
    const siennes = identites.foyers[place] ?? [];
    inscrits.push(inscrireLeFoyer({ lot, ids, passes, ...ecrits }, foyer, siennes));
    await respirer(inscrits.length);
  }
  return { ...ecrits, doutes, nouvelles };
}

const RESPIRATION = 10;

/** Lets the base be answered: the batch being written sends thirty orders, each of which waits for this one's turn. */
async function respirer(faits: number): Promise<void> {
  if (faits % RESPIRATION === 0) await new Promise(setImmediate);
}

async function preparer(
  tx: Tx,
  lot: LotDeFoyers,
  constates: readonly FoyerConstate[],
): Promise<readonly Foyer[]> {
  const parDemande = Map.groupBy(
    await lireDossiersParDemande(
      tx,
      lot.foyers.map(({ foyer }) => foyer.numeroDemande),
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
