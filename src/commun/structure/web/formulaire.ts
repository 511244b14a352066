import { civilDay } from "#platform/clock/civil-day.ts";
import type { FormValues, Request } from "#platform/http/route.ts";
import { formatDate, parseDate } from "#platform/ui/format.ts";

/** What was typed goes on to the act as it is when it is no date: the act refuses it. */
export function dateDe(saisie: string): string {
  return parseDate(saisie) ?? saisie.trim();
}

export function aujourdhui(request: Request): string {
  return civilDay(request.deps.now());
}

export function aujourdhuiSaisi(request: Request): string {
  return formatDate(aujourdhui(request));
}

/** « 0,8 » as well as « 0.8 ». */
function nombreDe(saisie: string): string {
  return saisie.trim().replace(",", ".");
}

export function ficheSaisie(form: FormValues) {
  const champ = (nom: string) => form.text(nom);
  return {
    nom: champ("nom"),
    sigle: champ("sigle"),
    classe: champ("classe"),
    siret: champ("siret").replaceAll(" ", ""),
    adresse: champ("adresse"),
    codePostal: champ("codePostal").trim(),
    commune: champ("commune"),
    telephone: champ("telephone"),
    courriel: champ("courriel").trim(),
  };
}

export function referentSaisi(form: FormValues) {
  const champ = (nom: string) => form.text(nom);
  return {
    qualite: champ("qualite"),
    nom: champ("nom"),
    prenom: champ("prenom"),
    fonction: champ("fonction"),
    courriel: champ("courriel").trim(),
    telephone: champ("telephone"),
    etp: nombreDe(champ("etp")),
    places: champ("places").trim(),
    agentId: champ("agentId"),
  };
}

/** `type|territoire` of each box; a box nobody drew is left out. */
export function secteursSaisis(form: FormValues) {
  return form.all("secteurs").flatMap((valeur) => {
    const [type = "", lieu = ""] = valeur.split("|");
    if (type === "" || !/^(?:tous|[1-9]\d{0,8})$/u.test(lieu)) return [];
    return [{ type, territoireId: lieu === "tous" ? null : Number(lieu) }];
  });
}
