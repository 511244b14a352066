import { codesCaf } from "#commun/referentiel";
import { formatDate } from "#platform/ui/format.ts";
import { formatFamilyName } from "#platform/ui/format-name.ts";
import type { FriseBand, FriseSegment, FriseTick, TickKind } from "#platform/ui/frise/types.ts";
import type { Activite, Evenement, FichePersonne } from "../domain/fiche.ts";
import { enMots, etatCourt, motifsEnMots } from "../domain/libelles.ts";
import { accorder, veille } from "../domain/mots.ts";
import { libellesMouvement } from "../domain/mouvement.ts";
import { pendantSaPresence } from "../domain/parcours.ts";
import { type Href, ligneAdresse, periode, periodeDite, tonEtat } from "./mots.tsx";

/** The path of a person as her dossiers tell it: five bands, and what happened on a day. Other modules add theirs (`ports.ts`). */
export function bandesDroits(fiche: FichePersonne, href: Href): readonly FriseBand[] {
  const { faits, personne } = fiche;
  const droits = href(`/personnes/${personne.id}/droits`);
  const foyer = href(`/personnes/${personne.id}/foyer`);
  return [
    {
      key: "droit",
      label: "Droit",
      segments: pendantSaPresence(faits.droits, fiche).map((droit) => {
        const mot = etatCourt(droit.etat);
        const motifs = motifsEnMots(droit);
        const detail = [`${mot} ${periode(droit)}`, ...motifs].join(" ; ");
        return segment(droit, { label: mot, tone: tonEtat(droit.etat), detail, href: droits });
      }),
    },
    {
      key: "devoirs",
      label: "Droits et devoirs",
      segments: pendantSaPresence(faits.devoirs, fiche).map((devoir) => {
        const mot = accorder(personne, devoir.soumis ? "Soumis" : "Non soumis");
        const detail = `${devoir.soumis ? "Dans" : "Hors"} les droits et devoirs ${periode(devoir)}`;
        return segment(devoir, {
          label: mot,
          tone: devoir.soumis ? "a" : "neutral",
          detail,
          href: droits,
        });
      }),
    },
    {
      key: "foyer",
      label: "Foyer",
      segments: pendantSaPresence(faits.familles, fiche).map((famille) => {
        const mot = enMots(codesCaf.situationFamiliale, famille.situation) ?? "";
        return segment(famille, {
          label: mot,
          tone: "b",
          detail: `${mot} ${periode(famille)}`,
          href: foyer,
        });
      }),
    },
    {
      key: "adresse",
      label: "Adresse",
      segments: pendantSaPresence(faits.adresses, fiche).map((adresse) => {
        const commune = adresse.commune ? formatFamilyName(adresse.commune) : "À l’étranger";
        const detail = `${ligneAdresse(adresse) || commune}, ${periode(adresse)}`;
        return segment(adresse, { label: commune, tone: "c", detail, href: foyer });
      }),
    },
    { key: "activite", label: "Activité", segments: activites(faits.activites, droits) },
  ].filter((bande) => bande.segments.length > 0);
}

/** Several activities of one time share the band: each is drawn until the next begins, its sentence says its own dates. */
function activites(toutes: readonly Activite[], href: string): readonly FriseSegment[] {
  const datees = toutes.flatMap((une) =>
    une.depuis === null ? [] : [{ ...une, depuis: une.depuis }],
  );
  return datees.map((activite, rang) => {
    const suivante = datees[rang + 1]?.depuis;
    const mot = enMots(codesCaf.activite, activite.code) ?? "";
    const coupee =
      suivante !== undefined &&
      suivante > activite.depuis &&
      (activite.jusqua === null || suivante <= activite.jusqua);
    return {
      from: activite.depuis,
      to: coupee ? veille(suivante) : activite.jusqua,
      label: mot,
      tone: "d",
      detail: `${mot}, ${periodeDite(activite)}`,
      href,
    };
  });
}

function segment(
  { depuis, jusqua }: { readonly depuis: string; readonly jusqua: string | null },
  reste: Omit<FriseSegment, "from" | "to">,
): FriseSegment {
  return { from: depuis, to: jusqua === null ? null : veille(jusqua), ...reste };
}

const sortes = {
  decision: ["Mouvement", "Mouvement ou décision"],
  letter: ["Fichier reçu", "Fichier ou courrier"],
  other: ["Événement", "Événement"],
  meeting: ["Contrôle", "Contrôle ou rendez-vous"],
} as const;

/** Words of the legend: a mark that other modules also use says both. */
export function sortesDeFaits(ajoutes: readonly FriseTick[]): Readonly<Record<TickKind, string>> {
  const mot = (sorte: TickKind) =>
    sortes[sorte][ajoutes.some(({ kind }) => kind === sorte) ? 1 : 0];
  return {
    decision: mot("decision"),
    letter: mot("letter"),
    other: mot("other"),
    meeting: mot("meeting"),
  };
}

export function reperesDroits(
  { faits, personne }: FichePersonne,
  href: Href,
): readonly FriseTick[] {
  const historique = href(`/personnes/${personne.id}/historique`);
  const mouvements = faits.mouvements.map(
    ({ nature, le }): FriseTick => ({
      date: le,
      kind: "decision",
      label: mouvementEnMots(nature),
      detail: `${mouvementEnMots(nature)} le ${formatDate(le)}`,
      tone: nature === "suspension" ? "soon" : undefined,
      href: historique,
    }),
  );
  const fichiers = [...new Set(faits.declarations.map(({ reference }) => reference))].map(
    (reference): FriseTick => ({
      date: reference,
      kind: "letter",
      label: "Fichier",
      detail: `Fichier au ${formatDate(reference)}`,
      href: historique,
    }),
  );
  const evenements = faits.evenements.map(
    (evenement): FriseTick => ({
      date: evenement.le,
      kind: evenement.nature === "controle" ? "meeting" : "other",
      label: evenementEnMots(evenement),
      detail: `${evenementEnMots(evenement)} le ${formatDate(evenement.le)}`,
      tone: evenement.nature === "reduction" ? "late" : undefined,
      href: historique,
    }),
  );
  return [...mouvements, ...evenements, ...fichiers];
}

export function mouvementEnMots(nature: string): string {
  return Object.hasOwn(libellesMouvement, nature)
    ? libellesMouvement[nature as keyof typeof libellesMouvement]
    : nature;
}

const natures: Readonly<Record<string, string>> = {
  controle: "Contrôle",
  reduction: "Réduction du RSA",
  "mutation-arrivee": "Dossier arrivé d’un autre organisme",
  "mutation-depart": "Dossier parti vers un autre organisme",
};

export function evenementEnMots({ nature, code, detail }: Evenement): string {
  if (nature === "fait-generateur")
    return enMots(codesCaf.faitGenerateur, code) ?? "Fait générateur";
  const libelle = detail?.["libelle"];
  const mot = natures[nature] ?? nature;
  return typeof libelle === "string" && libelle !== ""
    ? `${mot} : ${libelle.toLocaleLowerCase("fr")}`
    : mot;
}
