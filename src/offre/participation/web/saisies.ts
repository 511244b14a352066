import type { FormValues } from "#platform/http/route.ts";
import { parseDate } from "#platform/ui/format.ts";

export const jour = (ecrit: string) => parseDate(ecrit) ?? ecrit;

export function entier(ecrit: string | null | undefined): number | null {
  const nombre = Number(ecrit);
  return ecrit && Number.isSafeInteger(nombre) && nombre > 0 ? nombre : null;
}

/** The form of an exit, as the act takes it. */
export function saisieDeSortie(form: FormValues) {
  const forme = form.text("nature") === "formation-qualifiante";
  return {
    version: entier(form.text("version")),
    le: jour(form.text("le")),
    nature: form.text("nature") as "cdi",
    preuve: (form.text("preuve") || "declaratif") as "declaratif",
    debut: jour(form.text(forme ? "formationDebut" : "debut")),
    fin: jour(form.text(forme ? "formationFin" : "fin")),
    structureSiae: form.text("structureSiae") as "aci",
    employeur: form.text(forme ? "organisme" : "employeur"),
    siret: form.text("siret"),
    heures: form.text("heures").trim().replace(",", "."),
    precision: form.text("precision"),
  };
}
