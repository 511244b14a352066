import type { VNode } from "preact";
import type { Request } from "#platform/http/route.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { FriseBand, FriseSegment, FriseTick } from "#platform/ui/frise/types.ts";
import { FIN_PROCHE } from "../domain/portefeuille.ts";
import { regleDeCode } from "../domain/regles.ts";
import { type ParcoursConsulte, resumerParcours } from "../usecases/consulter-parcours.ts";
import { compteurEnMots, periodeEnMots, veille } from "./mots.tsx";

const droit = "parcours:lire";

export const ongletParcours = {
  key: "parcours",
  label: "Parcours",
  path: "/parcours",
  droit,
  quotidien: ["parcours:tenir"],
} as const;

/** What the path shows on every page of a person: her counter, what presses, and her bands on la frise. */
export const apportParcours = {
  onglets: [ongletParcours],
  async entete(request: Request, personneId: number) {
    if (!request.agent.droits.has(droit)) return {};
    const parcours = await request.act(resumerParcours, { personneId });
    const lien = request.href(`/personnes/${personneId}/parcours`);
    return { meta: compteur(parcours, lien), alertes: alertes(parcours, lien) };
  },
  async frise(request: Request, personneId: number) {
    if (!request.agent.droits.has(droit)) return { bandes: [], reperes: [] };
    const parcours = await request.act(resumerParcours, { personneId });
    const lien = request.href(`/personnes/${personneId}/parcours`);
    return { bandes: bandes(parcours, lien), reperes: reperes(parcours, lien) };
  },
} as const;

function compteur({ enCours }: ParcoursConsulte, lien: string): VNode | null {
  if (!enCours || enCours.compteur.moisAccordes === null) return null;
  return <a href={lien}>Accompagnement : {compteurEnMots(enCours.compteur)}</a>;
}

function alertes({ enCours, absences }: ParcoursConsulte, lien: string): VNode | null {
  const fin = enCours && finEnMots(enCours);
  if (!fin && absences.length === 0) return null;
  return (
    <>
      {fin && (
        <Alert tone={enCours.compteur.etat === "depasse" ? "late" : "soon"} title={fin}>
          <a href={lien}>Décider de la suite</a>
        </Alert>
      )}
      {absences.length > 0 && (
        <Alert
          tone="waiting"
          title={
            absences.length === 1
              ? "Une absence à examiner"
              : `${absences.length} absences à examiner`
          }
        >
          <a href={`${lien}#manquements`}>Dire si c’est un manquement</a>
        </Alert>
      )}
    </>
  );
}

function finEnMots({
  compteur: { etat, joursRestants },
}: NonNullable<ParcoursConsulte["enCours"]>): string | null {
  if (joursRestants === null || etat === "suspendu" || joursRestants > FIN_PROCHE) return null;
  const jours = Math.abs(joursRestants);
  const combien = `${jours} jour${jours > 1 ? "s" : ""}`;
  if (joursRestants === 0) return "Accompagnement terminé aujourd’hui";
  return joursRestants > 0
    ? `Accompagnement terminé dans ${combien}`
    : `Accompagnement terminé depuis ${combien}`;
}

function bandes({ accompagnements, regles }: ParcoursConsulte, href: string): readonly FriseBand[] {
  const segments = accompagnements.flatMap((une): FriseSegment[] => {
    const libelle = regleDeCode(regles, une.regle)?.libelle ?? une.regle;
    return [
      {
        from: une.du,
        to: une.au === null ? null : veille(une.au),
        label: libelle,
        tone: "e",
        detail: `${libelle}, ${periodeEnMots(une.du, une.au)}`,
        href,
      },
    ];
  });
  const arrets = accompagnements.flatMap(({ arrets: siens }) =>
    siens.map(
      ({ du, au, details }): FriseSegment => ({
        from: du,
        to: au === null ? null : veille(au),
        label: "Suspendu",
        tone: "waiting",
        detail: ["Compteur suspendu", periodeEnMots(du, au), details].filter(Boolean).join(", "),
        href,
      }),
    ),
  );
  return [
    { key: "accompagnement", label: "Accompagnement", segments: segments.toReversed() },
    { key: "suspension", label: "Suspensions", segments: arrets },
  ].filter((bande) => bande.segments.length > 0);
}

function reperes({ manquements }: ParcoursConsulte, href: string): readonly FriseTick[] {
  return manquements.map(({ survenuLe, faits }) => ({
    date: survenuLe,
    kind: "other",
    label: "Manquement",
    detail: `Manquement signalé pour le ${formatDate(survenuLe)} : ${faits}`,
    tone: "late",
    href: `${href}#manquements`,
  }));
}
