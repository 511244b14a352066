import { SaxesParser } from "saxes";
import { DomainError } from "#platform/errors/domain-error.ts";

/** One element of a record: a block of blocks, or a leaf with its text. */
export interface Bloc {
  readonly nom: string;
  readonly blocs: readonly Bloc[];
  readonly texte: string;
}

interface BlocOuvert extends Bloc {
  readonly blocs: BlocOuvert[];
  texte: string;
}

const PROFONDEUR_MAXIMALE = 64;

/** Parses one record, well-formed or refused. */
export function lireBloc(texte: string): Bloc {
  try {
    return analyser(texte);
  } catch (cause) {
    if (cause instanceof DomainError) throw cause;
    throw illisible(texte, cause);
  }
}

function analyser(texte: string): BlocOuvert {
  const racine: BlocOuvert = { nom: "", blocs: [], texte: "" };
  const pile: BlocOuvert[] = [racine];
  let courant = racine;
  const parser = new SaxesParser();
  parser.on("opentag", ({ name }) => {
    const bloc: BlocOuvert = { nom: name, blocs: [], texte: "" };
    courant.blocs.push(bloc);
    pile.push(bloc);
    if (pile.length > PROFONDEUR_MAXIMALE) throw tropProfond();
    courant = bloc;
  });
  parser.on("closetag", () => {
    pile.pop();
    courant = pile[pile.length - 1] ?? racine;
  });
  const ajouter = (morceau: string): void => {
    courant.texte = courant.texte === "" ? morceau : courant.texte + morceau;
  };
  parser.on("text", ajouter);
  parser.on("cdata", ajouter);
  parser.write(texte).close();
  const [bloc] = racine.blocs;
  if (bloc === undefined) throw new Error("document must contain a root element.");
  return bloc;
}

const tropProfond = (): DomainError =>
  new DomainError(
    "enregistrement.illisible",
    `Ce dossier emboîte plus de ${PROFONDEUR_MAXIMALE} balises : il ne suit pas la norme du flux.`,
  );

function illisible(texte: string, cause: unknown): DomainError {
  const message = cause instanceof Error ? cause.message : String(cause);
  const [, ligne, raison] = /^(\d+):\d+: (.*)$/s.exec(message) ?? [];
  const refus = new DomainError(
    "enregistrement.illisible",
    `Ce dossier n’est pas du XML bien formé${ligne === undefined ? "" : ` (ligne ${ligne} du dossier)`} : ${enFrancais(raison ?? message, texte)}.`,
    { ligneRelative: ligne === undefined ? null : Number(ligne) },
  );
  refus.cause = cause;
  return refus;
}

const ENTITE_INCOMPLETE = /&(?!#?\w+;)/;

const RAISONS: readonly (readonly [RegExp, string])[] = [
  [/entity/, "une entité « &…; » est inconnue ou incomplète"],
  [/close tag|closing tag|unclosed tag/, "une balise n’est pas refermée, ou l’est deux fois"],
  [/attribute/, "un attribut est mal écrit"],
  [/tag name|disallowed character in/, "un nom de balise est mal écrit"],
  [/disallowed character/, "un caractère interdit s’y trouve"],
  [/doctype|declaration|instruction/i, "une déclaration interdite s’y trouve"],
];

function enFrancais(message: string, texte: string): string {
  if (ENTITE_INCOMPLETE.test(texte))
    return "un « & » n’est pas suivi d’un nom et d’un point-virgule";
  return RAISONS.find(([motif]) => motif.test(message))?.[1] ?? "sa structure est incorrecte";
}
