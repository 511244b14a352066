import type { NatureContrat } from "#commun/referentiel";
import { laterDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import {
  type Contrat,
  changerContrat,
  changerVersion,
  lireVivants,
  type VersionContrat,
  verrouillerPreparation,
} from "../db/contrats.ts";
import { prochainBilan, termeDe } from "../domain/duree.ts";
import { devenir } from "../domain/etapes.ts";
import { exigerNature, exigerRegime, prendLaPlace, regimeDuContrat } from "../domain/regime.ts";
import { cadreDuJour } from "./cadre.ts";

interface Engagement {
  readonly contrat: Contrat;
  readonly nature: NatureContrat;
  readonly preparation: VersionContrat;
  /** Day of the last signature. */
  readonly signeLe: string;
}

/** The last signature is given: the version binds, and what it follows makes room for it. */
export async function engager(context: Context, engagement: Engagement): Promise<void> {
  const { contrat, nature, preparation, signeLe } = engagement;
  const { debut: voulu, mois, bilanMois, vulnerabilite } = preparation.contenu;
  const debut = contrat.debut ?? voulu ?? signeLe;
  const { fin } = termeDe(debut, mois ?? nature.duree.defaut);
  const bilanLe = prochainBilan(
    laterDay(signeLe, debut),
    bilanMois ?? nature.bilanTousLesMois,
    fin,
  );
  const commun = {
    periode: { debut, fin },
    terme: fin,
    bilanLe,
    vulnerabilite,
    versionCourante: preparation.numero,
  };
  if (contrat.signeLe !== null) {
    await changerContrat(context.tx, contrat.id, { ...commun, reviseLe: signeLe });
    return;
  }
  exigerRegime(nature, signeLe);
  await faireLaPlace(context, engagement, debut);
  await changerContrat(context.tx, contrat.id, {
    ...commun,
    etat: devenir(contrat.etat, "signe"),
    regime: regimeDuContrat(signeLe),
    signeLe,
  });
}

/** What the new contract renews, replaces or comes after. @throws DomainError `contrat.deja-en-vigueur` */
async function faireLaPlace(
  context: Context,
  { contrat, nature }: Engagement,
  debut: string,
): Promise<void> {
  const { regle, le } = cadreDuJour(context);
  const signes = (await lireVivants(context.tx, [contrat.personneId])).filter(
    (autre) => autre.etat === "signe" && autre.id !== contrat.id,
  );
  for (const autre of signes) {
    const suite = suiteDe(autre, {
      debut,
      precedentId: contrat.precedentId,
      remplace: prendLaPlace(nature, exigerNature(regle, autre.nature)),
    });
    const echu = finitAvant(autre, debut);
    await abandonnerSonAvenant(context, autre.id);
    await changerContrat(context.tx, autre.id, {
      etat: devenir(autre.etat, suite),
      closLe: le,
      closPar: context.agent.id,
      motifFin: suite === "termine" ? "terme-echu" : null,
      bilanLe: null,
      ...(echu ? {} : { periode: { debut: autre.debut ?? debut, fin: debut } }),
    });
  }
}

/** Nobody signs an amendment of what no longer binds. */
export async function abandonnerSonAvenant({ tx }: Context, contratId: number): Promise<void> {
  const avenant = await verrouillerPreparation(tx, contratId);
  if (avenant) await changerVersion(tx, avenant.id, { etape: "abandonnee" });
}

const finitAvant = ({ fin }: Contrat, debut: string) => fin !== null && fin <= debut;

function suiteDe(
  autre: Contrat,
  nouveau: {
    readonly debut: string;
    readonly precedentId: number | null;
    readonly remplace: boolean;
  },
): "renouvele" | "remplace" | "termine" {
  if (autre.id === nouveau.precedentId) return "renouvele";
  if (nouveau.remplace) return "remplace";
  if (finitAvant(autre, nouveau.debut)) return "termine";
  throw new DomainError(
    "contrat.deja-en-vigueur",
    "Un autre contrat engage déjà cette personne à ces dates. Mettez-y fin, ou faites commencer celui-ci plus tard.",
  );
}
