import type { VNode } from "preact";
import { Etat } from "#platform/ui/components/tag.tsx";
import { daysBetween, formatDate, formatRelative } from "#platform/ui/format.ts";
import { formatFamilyName, formatGivenName } from "#platform/ui/format-name.ts";
import type { State } from "#platform/ui/tone.ts";
import type { EtatPrescription } from "../domain/etapes.ts";
import { libellesEtat } from "../domain/libelles.ts";
import type { ReglePrescription } from "../usecases/cadre.ts";
import type { PrescriptionVue } from "../usecases/consulter.ts";

export type Href = (path: string) => string;

const qualites: Readonly<Record<string, string>> = { MME: "Mme", MLE: "Mme", MR: "M." };

interface Nommee {
  readonly qualite: string | null;
  readonly nom: string;
  readonly prenom: string;
}

/** « Mme Exemple Alice » */
export function nommer({ qualite, nom, prenom }: Nommee): string {
  const titre = qualite === null ? null : (qualites[qualite.trim().toUpperCase()] ?? null);
  return [titre, formatFamilyName(nom), formatGivenName(prenom)].filter(Boolean).join(" ");
}

const tons: Readonly<Record<EtatPrescription, State>> = {
  prescrite: "waiting",
  "liste-attente": "soon",
  acceptee: "soon",
  absente: "late",
  recue: "soon",
  entree: "ok",
  sortie: "closed",
  refusee: "late",
  expiree: "late",
  annulee: "closed",
};

/** Operator and référent alike: without an answer past its day, it is late. */
export const enRetard = (
  { etat, reponseAttendueLe }: Pick<PrescriptionVue, "etat" | "reponseAttendueLe">,
  le: string,
): boolean => etat === "prescrite" && reponseAttendueLe < le;

export function EtatDePrescription({
  prescription,
  le,
}: {
  readonly prescription: Pick<PrescriptionVue, "etat" | "reponseAttendueLe">;
  readonly le: string;
}): VNode {
  const { etat } = prescription;
  if (enRetard(prescription, le)) return <Etat tone="late">Réponse en retard</Etat>;
  return <Etat tone={tons[etat]}>{libellesEtat[etat]}</Etat>;
}

/** Where it is, and what comes next, in one sentence. */
export function phraseEtat(une: PrescriptionVue, le: string, regle: ReglePrescription): string {
  const depuis = formatDate(une.etatLe);
  switch (une.etat) {
    case "prescrite":
      return `Réponse ${enRetard(une, le) ? "" : "attendue "}${formatRelative(une.reponseAttendueLe, le)} ; sans réponse, elle expire le ${formatDate(une.expireLe)}.`;
    case "liste-attente":
      return `N° ${une.rang ?? 1} sur la liste d’attente, depuis le ${depuis}.`;
    case "acceptee":
      return une.accueilPrevuLe === null
        ? `Acceptée le ${depuis} : l’opérateur fixe le premier accueil.`
        : `Acceptée le ${formatDate(une.accepteeLe)} : premier accueil le ${formatDate(une.accueilPrevuLe)}.`;
    case "absente":
      return `Absence au premier accueil du ${depuis} : la personne est à relancer.`;
    case "recue":
      return `Premier accueil le ${formatDate(une.recueLe ?? une.etatLe)} : l’entrée reste à noter.`;
    case "entree":
      return `Entrée le ${formatDate(une.entreeLe)}, ${formatDuree(daysBetween(une.prescriteLe, une.entreeLe ?? le))} après la prescription.`;
    case "sortie":
      return `Entrée le ${formatDate(une.entreeLe)}, sortie le ${formatDate(une.sortieLe)}.`;
    case "refusee":
      return `Refusée le ${depuis} : ${motifEnMots(une.motif, regle)}.`;
    case "expiree":
      return `Sans réponse de l’opérateur, elle a expiré le ${depuis} : elle ne compte pas comme une entrée.`;
    case "annulee":
      return `Annulée le ${depuis} : ${motifEnMots(une.motif, regle)}.`;
  }
}

const formatDuree = (jours: number) =>
  jours > 1 ? `${jours} jours` : `${Math.max(jours, 0)} jour`;

export function motifEnMots(motif: string | null, { valeur }: ReglePrescription): string {
  const connu = [...valeur.motifsRefus, ...valeur.motifsAnnulation].find(
    ({ code }) => code === motif,
  );
  const libelle = connu?.libelle ?? motif ?? "sans motif";
  return libelle.charAt(0).toLocaleLowerCase("fr") + libelle.slice(1);
}

export const options = (
  liste: readonly { readonly code: string; readonly libelle: string }[],
): readonly { readonly value: string; readonly label: string }[] =>
  liste.map(({ code, libelle }) => ({ value: code, label: libelle }));

/** What no text of the département fixes says so. */
export function AConfirmer({ regle }: { readonly regle: ReglePrescription }): VNode | null {
  if (regle.certitude !== "a-confirmer") return null;
  return (
    <p class="muted small">
      {`Réponse sous ${regle.valeur.reponse} jours, expiration à ${regle.valeur.expiration} jours. ${regle.texte}. À confirmer par le Département.`}
    </p>
  );
}
