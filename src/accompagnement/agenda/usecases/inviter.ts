import { ajouterJours } from "#commun/echeance";
import type { MotifRendezVous, UsageMessage } from "#commun/referentiel";
import { nommerPersonnes } from "#droits/dossier";
import { formatLongDate } from "#platform/ui/format.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import type { Lieu } from "../db/lieux.ts";
import type { RendezVous } from "../db/rendez-vous.ts";
import { heureEnMots, heureLocale } from "../domain/heures.ts";
import { cadreDuJour, moyensDe } from "./cadre.ts";
import { exigerRendezVous } from "./relire.ts";

export interface Invitee {
  readonly personneId: number;
  readonly rendezVous: RendezVous;
  readonly valeurs: Readonly<Record<string, string>>;
}

/**
 * What makes one message of what is sent: each move of a meeting is told, even back to an hour already told. Her
 * cancellation is told once, whether she alone or everybody is no longer expected.
 */
export function cleDuMessage(
  usage: UsageMessage,
  { id, debut, sequence }: RendezVous,
  personneId: number,
): string {
  const rang = usage === "annulation-rendez-vous" ? "" : `:${sequence}`;
  return `${usage}:${id}:${personneId}:${debut.toISOString()}${rang}`;
}

interface Invitation {
  readonly usage: UsageMessage;
  /** The day and hour it was at, when it has been moved. */
  readonly avant?: string | null;
}

export interface Invitations {
  readonly invitees: readonly Invitee[];
  /** Expected too, out of the perimeter of who writes: not hers to write to. */
  readonly hors: readonly number[];
}

/** Who is expected at these meetings of the structures she sees, with what is said to each of hers. */
export async function inviter(
  context: Context,
  { rendezVous, ...invitation }: Invitation & { readonly rendezVous: readonly number[] },
): Promise<Invitations> {
  return inviterA(context, await exigerRendezVous(context, rendezVous), invitation);
}

/** The same for meetings already read. */
export async function inviterA(
  context: Context,
  rendezVous: readonly RendezVous[],
  { usage, avant = null }: Invitation,
): Promise<Invitations> {
  const vise = usage === "annulation-rendez-vous" ? "annule" : "prevu";
  const dire = await redacteur(context, rendezVous);
  const attendues = rendezVous.flatMap((un) => {
    const valeurs = { ...dire(un), ...(avant && { "rendez-vous.avant": avant }) };
    return un.venues
      .filter(({ statut }) => statut === vise)
      .map(({ personneId }) => ({ personneId, rendezVous: un, valeurs }));
  });
  const ids = attendues.map(({ personneId }) => personneId);
  const connues = await nommerPersonnes(context.tx, context.agent.portee, ids);
  return {
    invitees: attendues.filter(({ personneId }) => connues.has(personneId)),
    hors: ids.filter((id) => !connues.has(id)),
  };
}

/** What is said of each of these meetings: when, where, with whom, why. */
async function redacteur(
  context: Context,
  rendezVous: readonly RendezVous[],
): Promise<(un: RendezVous) => Readonly<Record<string, string>>> {
  const jours = rendezVous.map(({ jour }) => jour).toSorted();
  const { le, regle } = cadreDuJour(context);
  const structures = [...new Set(rendezVous.map(({ structureId }) => structureId))];
  const moyens = await moyensDe(context, structures, {
    debut: jours[0] ?? le,
    fin: ajouterJours(jours.at(-1) ?? le, 1),
  });
  const lieux = new Map(moyens.lieux.map((lieu) => [lieu.id, lieu]));
  const agents = new Map(moyens.equipe.map(({ id, prenom, nom }) => [id, `${prenom} ${nom}`]));
  return (un) => {
    const lieu = un.lieuId === null ? undefined : lieux.get(un.lieuId);
    const motif = regle.motifs.find(({ code }) => code === un.motif);
    const avec = un.referentId === null ? undefined : agents.get(un.referentId);
    return {
      "rendez-vous.date": formatLongDate(un.jour),
      "rendez-vous.heure": heureEnMots(heureLocale(un.debut).minutes),
      "rendez-vous.lieu": endroitDe(un, motif, lieu),
      ...(avec && { "rendez-vous.avec": avec, "referent.nom": avec }),
      ...(motif && { "rendez-vous.motif": motif.annonce }),
      ...(motif?.consigne && { "rendez-vous.pieces": motif.consigne }),
      ...(lieu?.telephone && { "structure.telephone": lieu.telephone }),
    };
  };
}

function endroitDe(
  { modalite }: RendezVous,
  motif: MotifRendezVous | undefined,
  lieu: Lieu | undefined,
): string {
  if (modalite === "individuel" && motif?.lieu === "domicile") return "à votre domicile";
  const postal = [lieu?.codePostal, lieu?.commune].filter(Boolean).join(" ");
  const ou = [lieu?.nom, lieu?.adresse, postal].filter(Boolean).join(", ");
  return endroits[modalite] ?? (ou || "dans nos locaux");
}

const endroits: Readonly<Partial<Record<RendezVous["modalite"], string>>> = {
  telephone: "par téléphone",
  visio: "en visioconférence",
};
