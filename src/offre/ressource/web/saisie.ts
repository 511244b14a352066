import type { FormValues } from "#platform/http/route.ts";
import { formatDate, parseDate } from "#platform/ui/format.ts";
import type { RessourceLue } from "../db/ressources.ts";

const listes = [
  "besoins",
  "publics",
  "modesMobilisation",
  "mobilisablePar",
  "modesAccueil",
] as const;

const jour = (ecrit: string) => parseDate(ecrit) ?? ecrit;

/** The two parts of the form, as the acts read them. */
export function saisie(form: FormValues) {
  const lieu: Record<string, string> = {};
  const service: Record<string, unknown> = {};
  for (const [nom, valeur] of Object.entries(form.record())) {
    const [partie, champLu = ""] = nom.split(".");
    if (partie === "lieu") lieu[champLu] = valeur;
    if (partie === "service") service[champLu] = valeur;
  }
  for (const liste of listes) service[liste] = [...form.all(`service.${liste}`)];
  service["zone"] = form
    .text("service.zone")
    .split(/[,;\s]+/u)
    .filter(Boolean);
  service["du"] = jour(form.text("service.du"));
  service["au"] = jour(form.text("service.au"));
  return {
    lieu: { ...lieu, nom: form.text("lieu.nom") },
    service: {
      ...service,
      nom: form.text("service.nom"),
      description: form.text("service.description"),
      besoins: [...form.all("service.besoins")],
    },
  };
}

/** A resource as its form shows it. */
export function valeursDe(une: RessourceLue): Record<string, string> {
  const { lieu } = une;
  const texte = (valeur: string | number | null) => String(valeur ?? "");
  return {
    version: String(une.version),
    "service.nom": une.nom,
    "service.description": une.description,
    "service.type": texte(une.type),
    "service.besoins": une.besoins.join(","),
    "service.publics": une.publics.join(","),
    "service.publicsPrecisions": texte(une.publicsPrecisions),
    "service.frais": texte(une.frais),
    "service.fraisPrecisions": texte(une.fraisPrecisions),
    "service.du": formatDate(une.du),
    "service.au": formatDate(une.au),
    "service.conditions": texte(une.conditions),
    "service.modesMobilisation": une.modesMobilisation.join(","),
    "service.mobilisablePar": une.mobilisablePar.join(","),
    "service.modesAccueil": une.modesAccueil.join(","),
    "service.mobilisationPrecisions": texte(une.mobilisationPrecisions),
    "service.lien": texte(une.lien),
    "service.contact": texte(une.contact),
    "service.telephone": texte(une.telephone),
    "service.courriel": texte(une.courriel),
    "service.horaires": texte(une.horaires),
    "service.zone": une.zone.join(", "),
    "service.heuresSemaine": texte(une.heuresSemaine),
    "service.semaines": texte(une.semaines),
    "lieu.nom": lieu.nom,
    "lieu.adresse": texte(lieu.adresse),
    "lieu.codePostal": texte(lieu.codePostal),
    "lieu.commune": texte(lieu.commune),
    "lieu.telephone": texte(lieu.telephone),
    "lieu.courriel": texte(lieu.courriel),
    "lieu.siteWeb": texte(lieu.siteWeb),
    "lieu.horaires": texte(lieu.horaires),
    "lieu.siret": texte(lieu.siret),
  };
}
