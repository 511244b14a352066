import type { VNode } from "preact";
import type { Request } from "#platform/http/route.ts";
import { Tag } from "#platform/ui/components/tag.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { FriseBand, FriseSegment, FriseTick } from "#platform/ui/frise/types.ts";
import type { RendezVousDate } from "../db/parcours.ts";
import { dominantesEnMots } from "../domain/libelles.ts";
import { libelleType } from "../domain/types.ts";
import { type OrientationResumee, resumerOrientation } from "../usecases/consulter-orientation.ts";

const droit = "orientation:lire";
const tons = { emploi: "a", "socio-professionnelle": "b", sociale: "c" } as const;

export const ongletOrientation = {
  key: "orientation",
  label: "Orientation",
  path: "/orientation",
  droit,
  quotidien: ["orientation:proposer", "orientation:decider"],
} as const;

/** What the orientation shows on every page of a person: how she is oriented, and her bands on la frise. */
export const apportOrientation = {
  onglets: [ongletOrientation],
  async entete(request: Request, personneId: number) {
    if (!request.agent.droits.has(droit)) return {};
    const resume = await request.act(resumerOrientation, { personneId });
    return { situation: situation(resume), meta: meta(resume) };
  },
  async frise(request: Request, personneId: number) {
    if (!request.agent.droits.has(droit)) return { bandes: [], reperes: [] };
    const resume = await request.act(resumerOrientation, { personneId });
    const href = request.href(`/personnes/${personneId}/orientation`);
    return { bandes: bandes(resume, href), reperes: reperes(resume, href) };
  },
} as const;

function situation({ enCours, propositions }: OrientationResumee): string | null {
  if (enCours) {
    const { dominante, decideeLe } = enCours.orientation;
    return `orientation ${dominantesEnMots[dominante].toLowerCase()} depuis le ${formatDate(decideeLe)}`;
  }
  return propositions[0]?.closeLe === null ? "orientation proposée" : null;
}

function meta({ enCours }: OrientationResumee): VNode | null {
  if (!enCours) return null;
  const { designation, orientation } = enCours;
  return (
    <>
      <Tag tone={tons[orientation.dominante]}>{dominantesEnMots[orientation.dominante]}</Tag>
      {designation && (
        <span>
          {designation.referent === null ? "" : `Référent : ${designation.referent}, `}
          {designation.structure}
        </span>
      )}
    </>
  );
}

function bandes(resume: OrientationResumee, href: string): readonly FriseBand[] {
  const orientations = resume.orientations
    .filter(({ annulee }) => !annulee)
    .map((une): FriseSegment => {
      const libelle = libelleType(resume.types, une.type);
      return {
        from: une.du,
        to: veille(une.au),
        label: dominantesEnMots[une.dominante],
        tone: tons[une.dominante],
        detail: `${libelle}, ${periode(une)}`,
        href,
      };
    });
  const designations = resume.designations
    .filter(({ annulee }) => !annulee)
    .map(
      (une): FriseSegment => ({
        from: une.du,
        to: veille(une.au),
        label: une.referent ?? une.structure,
        tone: "d",
        detail: `${[une.referent, une.structure].filter(Boolean).join(", ")}, ${periode(une)}`,
        href,
      }),
    );
  return [
    { key: "orientation", label: "Orientation", segments: orientations.toReversed() },
    { key: "referent", label: "Référent", segments: designations.toReversed() },
  ].filter(({ segments }) => segments.length > 0);
}

function reperes(resume: OrientationResumee, href: string): readonly FriseTick[] {
  return [
    ...resume.orientations.map(
      ({ decideeLe, origine }): FriseTick => ({
        date: decideeLe,
        kind: "decision",
        label: origine === "reorientation" ? "Réorientation" : "Orientation",
        detail: `Orientation décidée le ${formatDate(decideeLe)}`,
        href,
      }),
    ),
    ...resume.rendezVous
      .filter(({ issue }) => issue !== "reporte")
      .map(
        (un): FriseTick => ({
          date: un.prevuLe,
          kind: "meeting",
          label: "Premier rendez-vous",
          detail: `Premier rendez-vous le ${formatDate(un.prevuLe)}`,
          ...devenuDuPremier(un, resume.le),
          href,
        }),
      ),
  ];
}

/** What became of it, when that is worth a word: missed, or past without anybody saying so. */
function devenuDuPremier({ prevuLe, issue }: RendezVousDate, le: string): Partial<FriseTick> {
  const dit = `Premier rendez-vous le ${formatDate(prevuLe)}`;
  if (issue === "absence") return { detail: `${dit} : absence`, tone: "late" };
  if (issue === null && prevuLe < le) return { detail: `${dit} : à renseigner`, tone: "soon" };
  return {};
}

const periode = ({ du, au }: { readonly du: string; readonly au: string | null }) =>
  au === null ? `depuis le ${formatDate(du)}` : `du ${formatDate(du)} au ${formatDate(veille(au))}`;

function veille(jour: string | null): string | null {
  if (jour === null) return null;
  const date = new Date(`${jour}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
