import { lireSyntheseEntretiens } from "#accompagnement/entretien";
import { lireChampsCourrier } from "#accompagnement/orientation";
import { ajouterJours } from "#commun/echeance";
import { chargerReferentiel } from "#commun/referentiel";
import { civilDay } from "#platform/clock/civil-day.ts";
import { formatClock, formatDate, formatLongDate } from "#platform/ui/format.ts";
import { formatFamilyName, formatGivenName } from "#platform/ui/format-name.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lireParcours, type ParcoursLu } from "../db/consultation.ts";
import { composerLivret, type Livret } from "../domain/livret.ts";
import { regleDeCode } from "../domain/regles.ts";
import { frequenceEnMots } from "../domain/rencontres.ts";
import { personneInput } from "../schemas.ts";
import { cadreDuJour, exigerPresent } from "./cadre.ts";
import { lireProchaines } from "./contacts.ts";

/** The path of a person in plain words, for her to keep. */
export const lireLivret = defineUseCase({
  name: "parcours.lire-livret",
  input: personneInput,
  droit: "parcours:lire",
  nature: "lecture",
  trace: ({ personneId }) => ({ objet: "livret", personneId }),
  async run(context, { personneId }): Promise<Livret> {
    const { tx, departement, now } = context;
    const { le } = cadreDuJour(context);
    const present = await exigerPresent(context, personneId);
    const champs = (await lireChampsCourrier(context, [personneId])).get(personneId) ?? {};
    const lu = await lireParcours(tx, personneId);
    const synthese = await lireSyntheseEntretiens(tx, personneId);
    const prochaine = (await lireProchaines(tx, [personneId], now)).get(personneId);
    return composerLivret({
      ...suivi(champs),
      ...periode(context, lu),
      pour: `${formatGivenName(present.prenom)} ${formatFamilyName(present.nom)}`,
      le: formatLongDate(le),
      departement: `Département : ${chargerReferentiel(departement.referentiel).departement.nom}`,
      dominante: present.dominante,
      prochain: prochaine
        ? `Le ${formatLongDate(civilDay(prochaine.debut))} à ${formatClock(prochaine.debut)}`
        : null,
      contratSigneLe:
        present.contratSigneLe === null ? null : formatLongDate(present.contratSigneLe),
      projet:
        synthese.projet === null || synthese.projet.etat === "abandon"
          ? null
          : `Mon projet : ${synthese.projet.intitule}.`,
      aFaire: synthese.freins.flatMap(({ etapes }) =>
        etapes.map(({ quoi, pourLe }) =>
          pourLe === null ? quoi : `${quoi}, avant le ${formatDate(pourLe)}`,
        ),
      ),
      fait: faits(context, lu),
      appuis: lu.soutiens.flatMap(({ besoin, mobilise }) =>
        mobilise === null ? [] : [`${besoin} : ${mobilise}`],
      ),
    });
  },
});

type Champs = Readonly<Record<string, string | null>>;

function suivi(champs: Champs) {
  const lire = (code: string) => champs[code] ?? null;
  return {
    orientation: lire("orientation.type"),
    orienteeLe: lire("orientation.date"),
    referent: lire("referent.nom"),
    structure: lire("structure.nom"),
    adresse: lire("structure.adresse")?.replaceAll("\n", ", ") ?? null,
    telephones: [
      ["Mon référent", lire("referent.telephone")],
      ["Ma structure", lire("structure.telephone")],
      ["Par courriel", lire("referent.courriel") ?? lire("structure.courriel")],
    ].flatMap(([qui, valeur]) => (valeur === null ? [] : [`${qui} : ${valeur}`])),
  };
}

function periode(context: Context, { accompagnements }: ParcoursLu) {
  const { regles } = cadreDuJour(context);
  const enCours = accompagnements.find(({ au }) => au === null);
  const regle = enCours ? regleDeCode(regles, enCours.regle) : null;
  return {
    duree:
      enCours?.terme == null
        ? null
        : `Cet accompagnement dure jusqu’au ${formatLongDate(ajouterJours(enCours.terme, -1))}.`,
    frequence: regle?.frequence ? `Nous nous voyons ${frequenceEnMots(regle.frequence)}.` : null,
  };
}

function faits(context: Context, { accompagnements }: ParcoursLu): readonly string[] {
  const { regles } = cadreDuJour(context);
  return accompagnements.toReversed().flatMap(({ regle, du, au, arrets }) => {
    const libelle = regleDeCode(regles, regle)?.libelle ?? regle;
    const formations = arrets.flatMap(({ details, du: debut }) =>
      details === null ? [] : [`Formation depuis le ${formatDate(debut)} : ${details}`],
    );
    const debut = `${libelle}, ${au === null ? "depuis le" : "commencé le"} ${formatDate(du)}`;
    return [debut, ...formations];
  });
}
