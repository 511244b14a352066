import { annulerMessages } from "#commun/message";
import type { IssueRendezVous } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { ecrireIssues, type RendezVous } from "../db/rendez-vous.ts";
import { venuesSuivies } from "../db/venues.ts";
import { libellesStatut, type StatutVenue } from "../domain/libelles.ts";
import { suitesDe } from "../domain/suites.ts";
import { noterIssueInput } from "../schemas.ts";
import { cadreDuJour, exigerPersonnes, rendezVousIntrouvable } from "./cadre.ts";
import { type IssueConclue, rendezVousConclus } from "./faits.ts";
import { momentEnMots } from "./moments.ts";
import { exigerRendezVous, relire } from "./relire.ts";
import { suivreRendezVous } from "./suivre.ts";

interface Issue {
  readonly rendezVousId: number;
  readonly personneId: number;
  readonly statut: Exclude<IssueRendezVous, "annule">;
  readonly motif: string | null;
  /** What was read before, when somebody else may have noted it meanwhile. */
  readonly lu?: StatutVenue | undefined;
}

/** What became of one meeting, or of a whole day: noted once the hour has come, and corrected the same way. */
export const noterIssue = defineUseCase({
  name: "agenda.noter-issue",
  input: noterIssueInput,
  droit: "agenda:tenir",
  nature: "ecriture",
  trace: ({ issues: [premiere, ...autres] }) => ({
    objet: "rendez-vous",
    objetId: autres.length === 0 ? (premiere?.rendezVousId ?? null) : null,
    personneId: autres.length === 0 ? (premiere?.personneId ?? null) : null,
    details: { issues: autres.length + 1, statut: premiere?.statut },
  }),
  async run(context, { issues }): Promise<{ readonly issues: readonly IssueConclue[] }> {
    const ids = issues.map(({ rendezVousId }) => rendezVousId);
    const parId = new Map((await exigerRendezVous(context, ids)).map((un) => [un.id, un]));
    await exigerPersonnes(
      context,
      issues.map(({ personneId }) => personneId),
    );
    for (const issue of issues) exigerPossible(context, parId.get(issue.rendezVousId), issue);
    await taireLesRappels(context, issues, parId);
    await ecrireIssues(context.tx, issues, { le: context.now, par: context.agent.id });
    await suivreRendezVous(context, {
      ...(await relire(context, [...parId.keys()])),
      faits: issues.map(({ rendezVousId, personneId, statut, motif }) => ({
        rendezVousId,
        personneId,
        fait: statut,
        detail: motif,
      })),
    });
    const conclues = await conclure(context, issues, parId);
    await context.tell(rendezVousConclus, { issues: conclues });
    return { issues: conclues };
  },
});

function exigerPossible(
  { now }: Context,
  rendezVous: RendezVous | undefined,
  { personneId, statut, lu }: Issue,
): void {
  const venue = rendezVous?.venues.find((une) => une.personneId === personneId);
  if (!rendezVous || !venue) throw rendezVousIntrouvable();
  if (venue.statut === "annule") {
    throw new DomainError(
      "rendez-vous.clos",
      "Ce rendez-vous est annulé : son issue ne se note plus. Rechargez la page.",
    );
  }
  if (lu !== undefined && lu !== venue.statut) {
    throw new DomainError(
      "rendez-vous.conflit",
      `Quelqu’un vient de noter cette issue : « ${libellesStatut[venue.statut]} ». Relisez-la, puis corrigez-la si besoin.`,
      { statut: venue.statut },
    );
  }
  if (rendezVous.debut <= now || statut === "absent-excuse") return;
  throw new DomainError(
    "rendez-vous.pas-commence",
    `Ce rendez-vous commence le ${momentEnMots(rendezVous.debut)} : son issue se note à partir de là. Avant, il se déplace ou s’annule.`,
  );
}

/** Who says beforehand that she will not come is not told to come. */
async function taireLesRappels(
  context: Context,
  issues: readonly Issue[],
  parId: ReadonlyMap<number, RendezVous>,
): Promise<void> {
  for (const { rendezVousId, personneId } of issues) {
    const debut = parId.get(rendezVousId)?.debut;
    if (debut === undefined || debut <= context.now) continue;
    await annulerMessages(context, {
      ...{ objet: "rendez-vous", objetIds: [rendezVousId], personnes: [personneId] },
      raison: "L’absence est annoncée.",
    });
  }
}

async function conclure(
  context: Context,
  issues: readonly Issue[],
  parId: ReadonlyMap<number, RendezVous>,
): Promise<readonly IssueConclue[]> {
  const { le, regle } = cadreDuJour(context);
  const personnes = issues.map(({ personneId }) => personneId);
  const suivies = await venuesSuivies(context.tx, personnes, { le, depuis: "2009-06-01" });
  const rangs = new Map(suivies.map((une) => [`${une.rendezVousId}-${une.personneId}`, une.rang]));
  return issues.flatMap(({ rendezVousId, personneId, statut }) => {
    const rendezVous = parId.get(rendezVousId);
    if (!rendezVous) return [];
    const { motif, jour, referentId } = rendezVous;
    const rang = rangs.get(`${rendezVousId}-${personneId}`) ?? 1;
    const suites = suitesDe(
      regle.motifs.find(({ code }) => code === motif),
      statut,
      rang,
    );
    return [{ rendezVousId, personneId, motif, statut, le: jour, referentId, suites }];
  });
}
