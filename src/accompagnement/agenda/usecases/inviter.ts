import { ajouterJours } from "#commun/echeance";
import type { UsageMessage } from "#commun/referentiel";
import { formatLongDate } from "#platform/ui/format.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { lieuxDe } from "../db/lieux.ts";
import type { RendezVous } from "../db/rendez-vous.ts";
import { heureEnMots, heureLocale } from "../domain/heures.ts";
import { cadreDuJour, exigerPersonnes, moyensDe } from "./cadre.ts";
import { exigerRendezVous } from "./relire.ts";

export interface Invitee {
  readonly personneId: number;
  readonly rendezVous: RendezVous;
  readonly valeurs: Readonly<Record<string, string>>;
}

interface Invitation {
  readonly rendezVous: readonly number[];
  readonly usage: UsageMessage;
  /** The day and hour it was at, when it has been moved. */
  readonly avant?: string | null;
}

/** Who is expected, with what is said to her of the meeting. */
export async function inviter(
  context: Context,
  { rendezVous: ids, usage, avant = null }: Invitation,
): Promise<readonly Invitee[]> {
  const rendezVous = await exigerRendezVous(context, ids);
  const vise = usage === "annulation-rendez-vous" ? "annule" : "prevu";
  const structures = [...new Set(rendezVous.map(({ structureId }) => structureId))];
  const lieux = new Map((await lieuxDe(context.tx, structures)).map((lieu) => [lieu.id, lieu]));
  const jours = rendezVous.map(({ jour }) => jour).toSorted();
  const { equipe } = await moyensDe(context, structures, {
    debut: jours[0] ?? cadreDuJour(context).le,
    fin: ajouterJours(jours.at(-1) ?? cadreDuJour(context).le, 1),
  });
  const agents = new Map(equipe.map(({ id, prenom, nom }) => [id, `${prenom} ${nom}`]));
  const { motifs } = cadreDuJour(context).regle;
  const attendues = rendezVous.flatMap((un) => {
    const lieu = un.lieuId === null ? undefined : lieux.get(un.lieuId);
    const motif = motifs.find(({ code }) => code === un.motif);
    const avec = un.referentId === null ? undefined : agents.get(un.referentId);
    const ou = [
      lieu?.nom,
      lieu?.adresse,
      [lieu?.codePostal, lieu?.commune].filter(Boolean).join(" "),
    ];
    const valeurs = {
      "rendez-vous.date": formatLongDate(un.jour),
      "rendez-vous.heure": heureEnMots(heureLocale(un.debut).minutes),
      "rendez-vous.lieu":
        endroits[un.modalite] ?? (ou.filter(Boolean).join(", ") || "dans nos locaux"),
      ...(avec && { "rendez-vous.avec": avec, "referent.nom": avec }),
      ...(motif && { "rendez-vous.motif": motif.annonce }),
      ...(motif?.consigne && { "rendez-vous.pieces": motif.consigne }),
      ...(avant && { "rendez-vous.avant": avant }),
      ...(lieu?.telephone && { "structure.telephone": lieu.telephone }),
    };
    return un.venues
      .filter(({ statut }) => statut === vise)
      .map(({ personneId }) => ({ personneId, rendezVous: un, valeurs }));
  });
  await exigerPersonnes(
    context,
    attendues.map(({ personneId }) => personneId),
  );
  return attendues;
}

const endroits: Readonly<Partial<Record<RendezVous["modalite"], string>>> = {
  telephone: "par téléphone",
  visio: "en visioconférence",
};
