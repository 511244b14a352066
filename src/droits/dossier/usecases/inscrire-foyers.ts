import { z } from "zod";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type DossierConnu, lireDossiersParDemande } from "../db/dossiers.ts";
import { Ecritures } from "../db/ecritures.ts";
import { identifier } from "../db/identifier-personnes.ts";
import { noterPairesDouteuses, noterRessemblances } from "../db/identites.ts";
import { inscrireUn } from "../db/inscrire-un-foyer.ts";
import { lireEtatsDossiers } from "../db/lire-etats.ts";
import { recalculerSituations } from "../db/situations.ts";
import { type Avertissement, constaterFoyer } from "../domain/constater-foyer.ts";
import type { FoyerDeclare } from "../domain/foyer-declare.ts";
import { jourDuFlux } from "../domain/inscrire-foyer.ts";
import type { Foyer, LotDeFoyers } from "../domain/lot-de-foyers.ts";
import { regleSituation } from "../domain/regle-situation.ts";
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
  const foyers = await preparer(context, lot);
  const identites = await identifier(context, foyers);
  const ecritures = new Ecritures();
  const touchees = new Set<number>();
  const regle = regleSituation(lot.referentiel, lot.reference);
  const inscrits = foyers.map((foyer, place) => {
    const dossierId = foyer.connu?.id ?? identites.ids.dossier();
    const identite = identites.foyers[place] ?? [];
    inscrireUn({
      lot,
      foyer,
      dossierId,
      identites: identite,
      passes: identites.passes,
      prochainMembre: identites.ids.membre,
      jour: jourDuFlux(lot.reference, lot.periodicite, foyer.connu?.entete.declareLe ?? null),
      regle,
      ecritures,
      toucher: (personneId) => touchees.add(personneId),
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
  });
  await ecritures.envoyer(tx, lot.reference);
  await noterPairesDouteuses(tx, identites.doutes, lot.reference);
  await noterRessemblances(tx, identites.nouvelles, lot.reference);
  await recalculerSituations(tx, [...touchees], regle);
  await context.tell(personnesConstatees, {
    personnes: [...new Set([...touchees, ...identites.nouvelles])],
  });
  return inscrits;
}

async function preparer({ tx }: Context, lot: LotDeFoyers): Promise<readonly Foyer[]> {
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
  return lot.foyers.map((entree, place) => {
    const connu = connus[place];
    const { numeroDemande } = entree.foyer;
    const freres = (parDemande.get(numeroDemande)?.length ?? 0) - (connu ? 1 : 0);
    return {
      entree,
      constate: constaterFoyer(entree.foyer, {
        reference: lot.reference,
        nomenclature: lot.nomenclature,
        resoudreCommune: lot.resoudreCommune,
      }),
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
