import { exigerPersonne } from "#droits/dossier";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type Contrat, inscrireContrat, inscrireVersion, lireVivants } from "../db/contrats.ts";
import { preremplir } from "../domain/prefill.ts";
import { exigerNature, exigerRegime, prendLaPlace } from "../domain/regime.ts";
import { redigerInput } from "../schemas.ts";
import { type CadreContrats, cadreDuJour, exigerOrientation, tenirAJour } from "./cadre.ts";
import { lireSynthese } from "./synthese.ts";

export interface ContratTouche {
  readonly contratId: number;
  readonly personneId: number;
}

export const traceContrat = (_: unknown, { contratId, personneId }: ContratTouche) => ({
  objet: "contrat",
  objetId: contratId,
  personneId,
});

/** A draft from what the diagnosis and the project say, with the référent designated today. */
export const redigerContrat = defineUseCase({
  name: "contrat.rediger",
  input: redigerInput,
  droit: "contrat:rediger",
  nature: "ecriture",
  trace: traceContrat,
  async run(context, { personneId, nature: code }): Promise<ContratTouche> {
    const { tx, agent } = context;
    const { id } = await exigerPersonne(tx, personneId, agent.portee);
    const cadre = cadreDuJour(context);
    const nature = exigerNature(cadre.regle, code);
    if (nature.repris) throw repris(nature.court);
    exigerRegime(nature, cadre.le);
    const orientation = await exigerOrientation(context, id);
    refuserUnSecond(await lireVivants(tx, [id]), cadre, code);
    const contratId = await inscrireContrat(tx, {
      ...orientation,
      nature: code,
      social: orientation.dominante === "sociale",
      precedentId: null,
      renouvellements: 0,
      moisAnterieurs: 0,
      le: cadre.le,
      par: agent.id,
    });
    const contenu = preremplir(await lireSynthese(context, id), nature, cadre.le);
    await ouvrirVersion(context, { contratId, numero: 1, contenu, motif: null });
    await tenirAJour(context, [id]);
    return { contratId, personneId: id };
  },
});

export function ouvrirVersion(
  context: Context,
  version: Pick<
    Parameters<typeof inscrireVersion>[1],
    "contratId" | "numero" | "contenu" | "motif"
  >,
): Promise<number> {
  const { tx, agent } = context;
  const { le } = cadreDuJour(context);
  return inscrireVersion(tx, { ...version, le, par: agent.id, parNom: agent.nom });
}

/** @throws DomainError `contrat.deja-en-vigueur` unless it takes the place of one of an earlier regime */
function refuserUnSecond(
  vivants: readonly Contrat[],
  { le, regle }: CadreContrats,
  code: string,
): void {
  const nouveau = exigerNature(regle, code);
  const enVigueur = vivants.find(
    ({ etat, fin, nature }) =>
      etat === "signe" &&
      (fin === null || fin > le) &&
      !prendLaPlace(nouveau, exigerNature(regle, nature)),
  );
  if (!enVigueur) return;
  throw new DomainError(
    "contrat.deja-en-vigueur",
    "Un contrat engage déjà cette personne. Faites-en un avenant, renouvelez-le, ou mettez-y fin avant d’en rédiger un autre.",
    { contratId: enVigueur.id },
  );
}

function repris(nom: string): DomainError {
  return new DomainError(
    "contrat.repris",
    `Le ${nom} se signe ailleurs : il est seulement connu ici. Choisissez un contrat qui se rédige ici.`,
  );
}
