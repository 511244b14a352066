import { Etat } from "#platform/ui/components/tag.tsx";
import type { Task } from "#platform/ui/components/task-list.tsx";
import { formatCount } from "#platform/ui/format.ts";
import type { State } from "#platform/ui/tone.ts";
import type { compterContrats } from "../usecases/compter-contrats.ts";

type Comptes = Awaited<ReturnType<typeof compterContrats.execute>>;

interface Ligne {
  readonly cle: string;
  readonly nombre: (comptes: Comptes) => number;
  readonly une: string;
  readonly plusieurs: string;
  readonly path: (comptes: Comptes) => string;
  readonly tone: State;
  readonly mot: string;
  /** Shown on the page of contracts to everybody, on a home to who holds it. */
  readonly droit: string;
}

const suivi = "contrat:suivre";
const redige = "contrat:rediger";

const lignes: readonly Ligne[] = [
  {
    cle: "valider",
    nombre: ({ aValider }) => aValider,
    une: "contrat attend une validation ou ses signatures",
    plusieurs: "contrats attendent une validation ou leurs signatures",
    path: () => "/contrats/liste?etape=proposee",
    tone: "waiting",
    mot: "Proposés",
    droit: "contrat:valider",
  },
  {
    cle: "signer",
    nombre: ({ aSigner }) => aSigner,
    une: "contrat validé à signer",
    plusieurs: "contrats validés à signer",
    path: () => "/contrats/liste?etape=validee",
    tone: "soon",
    mot: "À signer",
    droit: redige,
  },
  {
    cle: "refuses",
    nombre: ({ refuses }) => refuses,
    une: "contrat refusé à reprendre",
    plusieurs: "contrats refusés à reprendre",
    path: () => "/contrats/liste?etape=refusee",
    tone: "late",
    mot: "Refusés",
    droit: redige,
  },
  {
    cle: "bilans",
    nombre: ({ bilansEnRetard }) => bilansEnRetard,
    une: "bilan en retard",
    plusieurs: "bilans en retard",
    path: () => "/contrats/suivi?contrat=bilan-retard",
    tone: "late",
    mot: "En retard",
    droit: suivi,
  },
  {
    cle: "sans",
    nombre: ({ sansApresDelai }) => sansApresDelai,
    une: "personne sans contrat après le délai légal",
    plusieurs: "personnes sans contrat après le délai légal",
    path: ({ regle }) => `/contrats/suivi?contrat=sans&orientee-depuis=${regle.delaiDuTaux.valeur}`,
    tone: "late",
    mot: "Hors délai",
    droit: suivi,
  },
  {
    cle: "terme",
    nombre: ({ aTerme }) => aTerme,
    une: "contrat à échéance dans les deux mois",
    plusieurs: "contrats à échéance dans les deux mois",
    path: () => "/contrats/suivi?contrat=a-terme",
    tone: "soon",
    mot: "À renouveler",
    droit: suivi,
  },
  {
    cle: "echus",
    nombre: ({ echus }) => echus,
    une: "contrat échu, sans suite",
    plusieurs: "contrats échus, sans suite",
    path: () => "/contrats/suivi?contrat=echu",
    tone: "late",
    mot: "Échus",
    droit: suivi,
  },
  {
    cle: "bilans-proches",
    nombre: ({ bilansProches }) => bilansProches,
    une: "bilan à faire dans le mois",
    plusieurs: "bilans à faire dans le mois",
    path: () => "/contrats/suivi?contrat=bilan-proche",
    tone: "soon",
    mot: "Ce mois",
    droit: suivi,
  },
  {
    cle: "brouillons",
    nombre: ({ brouillons }) => brouillons,
    une: "brouillon à terminer",
    plusieurs: "brouillons à terminer",
    path: () => "/contrats/liste?etape=brouillon",
    tone: "soon",
    mot: "Brouillons",
    droit: redige,
  },
];

/** What contracts ask; `droits` keeps the lines of one role, for its home. */
export function tachesContrats(
  comptes: Comptes,
  href: (path: string) => string,
  droits: ReadonlySet<string> | null = null,
): readonly Task[] {
  return lignes
    .filter(({ nombre, droit }) => nombre(comptes) > 0 && (droits === null || droits.has(droit)))
    .map(({ cle, nombre, une, plusieurs, path, tone, mot }) => ({
      key: `contrats-${cle}`,
      label: formatCount(nombre(comptes), une, plusieurs),
      href: href(path(comptes)),
      state: <Etat tone={tone}>{mot}</Etat>,
    }));
}
