import type { BlocCourrier, ModeleCourrier } from "#commun/referentiel";
import { champConnu, type Valeurs } from "./champs.ts";

export interface Jeton {
  readonly nature: "texte" | "champ";
  /** The text, or the code of the field. */
  readonly valeur: string;
  /** Written `{{champ?}}`: its whole line goes when nobody knows the value. */
  readonly facultatif: boolean;
}

const JETON = /\{\{([^{}]*)\}\}/gu;

/** A text cut at its fields: `Bonjour {{personne.nom}}` is a text, then a field. */
export function decouper(texte: string): readonly Jeton[] {
  const jetons: Jeton[] = [];
  const ecrire = (valeur: string) => {
    if (valeur !== "") jetons.push({ nature: "texte", valeur, facultatif: false });
  };
  let place = 0;
  for (const trouve of texte.matchAll(JETON)) {
    ecrire(texte.slice(place, trouve.index));
    const code = (trouve[1] ?? "").trim();
    const facultatif = code.endsWith("?");
    jetons.push({ nature: "champ", valeur: facultatif ? code.slice(0, -1) : code, facultatif });
    place = trouve.index + trouve[0].length;
  }
  ecrire(texte.slice(place));
  return jetons;
}

/** How a value is written in place of its field; `null` when nobody knows it. */
export type Rendu = (code: string, valeur: string | null) => string;

const telQuel: Rendu = (_, valeur) => valeur ?? "";

/** The text with the values in place of its fields. */
export function fusionner(texte: string, valeurs: Valeurs, rendu: Rendu = telQuel): string {
  const connue = (code: string) => valeurs[code] || null;
  const gardees = texte
    .split("\n")
    .map(decouper)
    .filter((jetons) =>
      jetons.every(({ facultatif, valeur }) => !facultatif || connue(valeur) !== null),
    );
  const ecrite = ({ nature, valeur }: Jeton) =>
    nature === "texte" ? valeur : rendu(valeur, connue(valeur));
  return imprimable(gardees.map((jetons) => jetons.map(ecrite).join("")).join("\n"));
}

/** Without what no font draws: control characters, halves of a character. */
export function imprimable(texte: string): string {
  return texte
    .normalize("NFC")
    .toWellFormed()
    .replace(/\r\n?/gu, "\n")
    .replace(/[\p{Cc}\p{Co}\p{Cn}]/gu, (caractere) => (caractere === "\n" ? "\n" : " "));
}

/** One text of a letter, with the words that say where it is. */
interface Passage {
  readonly lieu: string;
  readonly texte: string;
  /** Shown only when this field has a value. */
  readonly si: string | null;
}

function passagesDuBloc(bloc: BlocCourrier, lieu: string): readonly Passage[] {
  switch (bloc.nature) {
    case "liste":
      return bloc.lignes.map((texte, index) => ({
        lieu: `${lieu}, ligne ${index + 1}`,
        texte,
        si: null,
      }));
    case "si":
      return [{ lieu, texte: bloc.texte, si: bloc.champ }];
    default:
      return [{ lieu, texte: bloc.texte, si: null }];
  }
}

/** Every text of the letter where a field may stand, with its place in words. */
function passages(modele: ModeleCourrier): readonly Passage[] {
  const simple = (lieu: string, texte: string): Passage => ({ lieu, texte, si: null });
  return [
    ...modele.expediteur.lignes.map((texte) => simple("l’expéditeur", texte)),
    ...modele.expediteur.contact.map((texte) => simple("le contact", texte)),
    simple("l’objet", modele.objet),
    ...modele.blocs.flatMap((bloc, index) => passagesDuBloc(bloc, `le bloc ${index + 1}`)),
    ...modele.recours.map((texte) => simple("les voies de recours", texte)),
    simple("la signature", modele.signature),
    ...modele.copies.map((texte) => simple("les copies", texte)),
  ];
}

export interface DefautModele {
  /** Where it is: « le bloc 2 ». */
  readonly lieu: string;
  readonly message: string;
}

/** What keeps a letter from being saved: a field that does not exist, or braces that close nothing. */
export function defautsDuModele(modele: ModeleCourrier): readonly DefautModele[] {
  return passages(modele).flatMap(({ lieu, texte, si }) => [
    ...(si === null || champConnu(si) ? [] : [inconnu(lieu, si)]),
    ...decouper(texte).flatMap((jeton) => defautsDuJeton(lieu, jeton)),
  ]);
}

function defautsDuJeton(lieu: string, { nature, valeur }: Jeton): readonly DefautModele[] {
  if (nature === "champ") return champConnu(valeur) ? [] : [inconnu(lieu, valeur)];
  const seule = /\{\{|\}\}/u.exec(valeur);
  if (!seule) return [];
  return [
    {
      lieu,
      message: `Dans ${lieu}, « ${seule[0]} » n’ouvre ou ne ferme aucun champ : écrivez {{code du champ}}.`,
    },
  ];
}

function inconnu(lieu: string, champ: string): DefautModele {
  return {
    lieu,
    message: `Dans ${lieu}, le champ « ${champ} » n’existe pas : choisissez-en un dans la liste des champs.`,
  };
}

/** What this letter misses for this person, blocks « si » counted when they would show. */
export function champsManquants(modele: ModeleCourrier, valeurs: Valeurs): readonly string[] {
  const manque = (code: string) => (valeurs[code] ?? "") === "";
  const codes = passages(modele)
    .filter(({ si }) => si === null || !manque(si))
    .flatMap(({ texte }) => decouper(texte))
    .filter(({ nature, facultatif }) => nature === "champ" && !facultatif)
    .map(({ valeur }) => valeur)
    .filter((code) => !peutEtreVide.has(code) && manque(code));
  return [...new Set(codes)];
}

/** Empty for a man: nothing is missing. */
const peutEtreVide: ReadonlySet<string> = new Set(["personne.accord-e"]);
