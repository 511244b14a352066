import { formatLongDate, formatPhone } from "#platform/ui/format.ts";
import { formatFamilyName, formatGivenName, formatName } from "#platform/ui/format-name.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { lirePersonnesEcrites, type PersonneEcrite } from "../db/champs-personnes.ts";
import { adressePostale } from "../domain/adresse-postale.ts";
import { civilite, estHomme } from "../domain/mots.ts";

export type ChampsPersonne = Readonly<Record<string, string | null>>;

/** What letters write of these persons, by merge field. Who is outside the agent’s perimeter is absent. */
export async function lireChampsPersonnes(
  { tx, agent }: Pick<Context, "tx" | "agent">,
  personnes: readonly number[],
): Promise<ReadonlyMap<number, ChampsPersonne>> {
  const lues = await lirePersonnesEcrites(tx, personnes, agent.portee);
  return new Map(lues.map((personne) => [personne.personneId, champsDe(personne)]));
}

/** How a person is called and named. */
export function nommer(
  personne: Pick<PersonneEcrite, "qualite" | "sexe" | "nom" | "prenom">,
): ChampsPersonne {
  const { appel, qualite, accord } = formules(personne);
  return {
    "personne.appel": appel,
    "personne.civilite": qualite,
    "personne.nom": formatFamilyName(personne.nom),
    "personne.prenom": formatGivenName(personne.prenom),
    "personne.nom-complet": [qualite, formatName(personne.nom, personne.prenom)]
      .filter(Boolean)
      .join(" "),
    "personne.accord-e": accord,
  };
}

function champsDe(personne: PersonneEcrite): ChampsPersonne {
  const jour = (date: string | null) => (date === null ? null : dateEnLettres(date));
  return {
    ...nommer(personne),
    "personne.date-naissance": jour(personne.dateNaissance),
    "personne.adresse": adressePostale(personne).join("\n") || null,
    "personne.commune": personne.communeActuelle,
    "personne.territoire": personne.territoire,
    "personne.telephone": formatPhone(personne.telephone) || null,
    "personne.courriel": personne.courriel,
    "dossier.numero-demande": personne.numeroDemande,
    "dossier.matricule": personne.matricule,
    "dossier.organisme": personne.organisme,
    "dossier.date-demande": jour(personne.dateDemande),
    "dossier.soumis-depuis": jour(personne.soumisDepuis),
  };
}

/** How she is addressed. A file that says neither sex nor title makes no guess. */
function formules(personne: Pick<PersonneEcrite, "qualite" | "sexe">) {
  const connue = personne.sexe !== null || civilite(personne.qualite) !== "";
  if (!connue) return { appel: "Madame, Monsieur", qualite: null, accord: "(e)" };
  return estHomme(personne)
    ? { appel: "Monsieur", qualite: "M.", accord: "" }
    : { appel: "Madame", qualite: "Mme", accord: "e" };
}

/** `2026-11-22` → « 22 novembre 2026 » */
function dateEnLettres(date: string): string {
  return formatLongDate(date).replace(/^\S+ /u, "");
}
