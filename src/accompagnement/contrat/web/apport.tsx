import type { VNode } from "preact";
import type { Request } from "#platform/http/route.ts";
import { Etat } from "#platform/ui/components/tag.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { FriseBand, FriseSegment, FriseTick } from "#platform/ui/frise/types.ts";
import { dernierJour } from "../domain/duree.ts";
import { resumerContrats } from "../usecases/consulter-contrats.ts";
import { cheminContrats, ongletContrat } from "./cadre.ts";
import { periodeEnMots } from "./mots.tsx";

type Resume = Awaited<ReturnType<typeof resumerContrats.execute>>;

/** What the contract shows on every page of a person: when it ends, and its band on la frise. */
export const apportContrat = {
  onglets: [ongletContrat],
  async entete(request: Request, personneId: number) {
    if (!request.agent.droits.has(ongletContrat.droit)) return {};
    const resume = await request.act(resumerContrats, { personneId });
    return { situation: situation(resume), meta: meta(resume) };
  },
  async frise(request: Request, personneId: number) {
    if (!request.agent.droits.has(ongletContrat.droit)) return { bandes: [], reperes: [] };
    const resume = await request.act(resumerContrats, { personneId });
    const href = request.href(cheminContrats(personneId));
    return { bandes: bandes(resume, href), reperes: reperes(resume, href) };
  },
} as const;

const enVigueur = ({ contrats }: Resume) => contrats.find(({ etat }) => etat === "signe") ?? null;

function situation(resume: Resume): string | null {
  const contrat = enVigueur(resume);
  if (!contrat) {
    const prepare = resume.contrats.some(({ etat }) => etat === "en-preparation");
    return prepare ? "contrat en préparation" : null;
  }
  if (contrat.fin === null) return "sous contrat";
  const dernier = formatDate(dernierJour(contrat.fin));
  return contrat.fin <= resume.aujourdhui
    ? `contrat échu le ${dernier}`
    : `contrat à échéance le ${dernier}`;
}

function meta(resume: Resume): VNode | null {
  const contrat = enVigueur(resume);
  if (!contrat) return null;
  if (contrat.droitClosLe !== null) return <Etat tone="late">Contrat à revoir : droit clos</Etat>;
  const nature = resume.regle.natures.find(({ code }) => code === contrat.nature);
  return nature?.aRemplacer ? <Etat tone="soon">{`${nature.court} à remplacer`}</Etat> : null;
}

function bandes({ contrats, regle }: Resume, href: string): readonly FriseBand[] {
  const segments = contrats.flatMap((contrat): FriseSegment[] => {
    const { debut, fin } = contrat;
    if (debut === null) return [];
    const nature = regle.natures.find(({ code }) => code === contrat.nature);
    const court = nature?.court ?? contrat.nature;
    return [
      {
        from: debut,
        to: fin === null ? null : dernierJour(fin),
        label: court,
        tone: nature?.aRemplacer ? "e" : "f",
        detail: `${court}, ${periodeEnMots(contrat)}`,
        href,
      },
    ];
  });
  if (segments.length === 0) return [];
  return [{ key: "contrat", label: "Contrat", segments: segments.toReversed() }];
}

function reperes({ contrats }: Resume, href: string): readonly FriseTick[] {
  return contrats.flatMap(({ signeLe }): FriseTick[] =>
    signeLe === null
      ? []
      : [
          {
            date: signeLe,
            kind: "decision",
            label: "Contrat signé",
            detail: `Contrat signé le ${formatDate(signeLe)}`,
            href,
          },
        ],
  );
}
