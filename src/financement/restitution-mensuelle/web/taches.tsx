import { Etat } from "#platform/ui/components/tag.tsx";
import type { Task } from "#platform/ui/components/task-list.tsx";
import { formatCount, formatRelative } from "#platform/ui/format.ts";
import type { State } from "#platform/ui/tone.ts";
import type { ComptesRestitutions } from "../db/comptes.ts";

interface Ligne {
  readonly cle: string;
  readonly nombre: (comptes: ComptesRestitutions) => number;
  readonly une: string;
  readonly plusieurs: string;
  readonly tone: State;
  readonly mot: string;
  /** Lines of who fills returns, and of who receives them. */
  readonly pour: "remplir" | "recevoir";
  readonly etat?: string;
}

const lignes: readonly Ligne[] = [
  {
    cle: "retard",
    nombre: ({ enRetard }) => enRetard,
    une: "restitution mensuelle en retard",
    plusieurs: "restitutions mensuelles en retard",
    tone: "late",
    mot: "En retard",
    pour: "remplir",
  },
  {
    cle: "corriger",
    nombre: ({ aCorriger }) => aCorriger,
    une: "restitution renvoyée ou rouverte à corriger",
    plusieurs: "restitutions renvoyées ou rouvertes à corriger",
    tone: "late",
    mot: "À corriger",
    pour: "remplir",
  },
  {
    cle: "changees",
    nombre: ({ changees }) => changees,
    une: "restitution à rectifier : ses séjours ont changé",
    plusieurs: "restitutions à rectifier : leurs séjours ont changé",
    tone: "soon",
    mot: "À rectifier",
    pour: "remplir",
  },
  {
    cle: "remplir",
    nombre: ({ aRemplir }) => aRemplir,
    une: "restitution mensuelle à remplir",
    plusieurs: "restitutions mensuelles à remplir",
    tone: "soon",
    mot: "À remplir",
    pour: "remplir",
  },
  {
    cle: "accepter",
    nombre: ({ aAccepter }) => aAccepter,
    une: "restitution mensuelle à lire et à accepter",
    plusieurs: "restitutions mensuelles à lire et à accepter",
    tone: "waiting",
    mot: "Reçues",
    pour: "recevoir",
    etat: "a-accepter",
  },
  {
    cle: "relancer",
    nombre: ({ aRelancer }) => aRelancer,
    une: "restitution en retard à relancer",
    plusieurs: "restitutions en retard à relancer",
    tone: "late",
    mot: "En retard",
    pour: "recevoir",
    etat: "en-retard",
  },
];

/** What returns ask, on the home of who fills them or of who receives them. */
export function tachesRestitutions(
  comptes: ComptesRestitutions,
  {
    href,
    droits,
    le,
  }: {
    readonly href: (path: string) => string;
    readonly droits: ReadonlySet<string>;
    readonly le: string;
  },
): readonly Task[] {
  const pour = droits.has("restitution:recevoir")
    ? "recevoir"
    : droits.has("restitution:remplir")
      ? "remplir"
      : null;
  return lignes
    .filter((ligne) => ligne.pour === pour && ligne.nombre(comptes) > 0)
    .map(({ cle, nombre, une, plusieurs, tone, mot, etat }) => ({
      key: `restitutions-${cle}`,
      label: formatCount(nombre(comptes), une, plusieurs),
      href: href(etat === undefined ? "/restitutions" : `/restitutions?etat=${etat}`),
      ...(cle === "remplir" &&
        comptes.prochaine !== null && {
          hint: `À rendre ${formatRelative(comptes.prochaine, le)}`,
        }),
      state: <Etat tone={tone}>{mot}</Etat>,
    }));
}
