import type { z } from "zod";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { FormValues } from "#platform/http/route.ts";
import { parseDate } from "#platform/ui/format.ts";
import { avecSection, type ContenuContrat, type SectionContrat } from "../domain/contenu.ts";
import { PIECE_MAX } from "../domain/piece.ts";
import { modifierInput } from "../schemas.ts";

export const jour = (ecrit: string) => parseDate(ecrit) ?? ecrit;
const decimal = (ecrit: string) => ecrit.trim().replace(",", ".");
const lignes = (ecrit: string) => ecrit.split("\n");

/** Rows of a plan of action on one page; the act keeps fewer. */
export const LIGNES_ACTIONS = 60;

/** What a section of the form says, as the act takes it. */
export function lireSection(
  section: SectionContrat,
  form: Pick<FormValues, "text">,
): z.input<typeof modifierInput>["contenu"] {
  switch (section) {
    case "duree":
      return {
        section,
        debut: jour(form.text("debut")),
        mois: form.text("mois"),
        bilanMois: form.text("bilanMois"),
        vulnerabilite: form.text("vulnerabilite"),
      };
    case "objectifs":
      return { section, objectifs: lignes(form.text("objectifs")) };
    case "actions":
      return { section, actions: lireActions(form) };
    case "heures":
      return {
        section,
        regime: form.text("regime") as "ordinaire",
        hebdomadaires: decimal(form.text("hebdomadaires")),
        motif: form.text("motif"),
        precision: form.text("precision"),
      };
    case "engagements":
      return {
        section,
        engagementsPersonne: lignes(form.text("engagementsPersonne")),
        engagementsOrganisme: lignes(form.text("engagementsOrganisme")),
      };
  }
}

function lireActions(form: Pick<FormValues, "text">) {
  const nombre = Math.min(Number(form.text("nombre")) || 0, LIGNES_ACTIONS);
  return Array.from({ length: nombre }, (_, rang) => `actions.${rang}`)
    .filter((cle) => form.text(`${cle}.libelle`).trim() !== "")
    .map((cle) => ({
      libelle: form.text(`${cle}.libelle`),
      nature: form.text(`${cle}.nature`) as "formation",
      heures: decimal(form.text(`${cle}.heures`)),
      collective: form.text(`${cle}.collective`) !== "",
      encadree: form.text(`${cle}.encadree`) !== "",
      jusqua: jour(form.text(`${cle}.jusqua`)),
    }));
}

/** The content as it would have been kept with what this form said; null when it is not readable. */
export function contenuSaisi(
  section: SectionContrat,
  valeurs: Readonly<Record<string, string>>,
  garde: ContenuContrat,
): ContenuContrat | null {
  const form = { text: (name: string) => valeurs[name] ?? "" };
  const lu = modifierInput.shape.contenu.safeParse(lireSection(section, form));
  return lu.success ? avecSection(garde, lu.data) : null;
}

/** The scan, when there is one: never read whole before its size is known. */
export async function lirePiece(
  form: FormValues,
): Promise<{ readonly nom: string; readonly octets: Buffer } | null> {
  const fichier = form.file("piece");
  if (!fichier) return null;
  if (fichier.size > PIECE_MAX) {
    throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
      champs: { piece: "Le document numérisé dépasse 8 Mo. Numérisez-le en plus petit." },
    });
  }
  return { nom: fichier.name.slice(0, 200), octets: Buffer.from(await fichier.arrayBuffer()) };
}
