import type { BlocCourrier, ModeleCourrier } from "#commun/referentiel";
import type { Valeurs } from "./champs.ts";
import { fusionner, imprimable, type Rendu } from "./fusion.ts";

/** A letter as it was issued, word for word: what is stored and what is printed. */
export interface LettreFigee {
  /** Title of the document. */
  readonly titre: string;
  readonly expediteur: readonly string[];
  readonly contact: readonly string[];
  readonly destinataire: readonly string[];
  readonly lieuEtDate: string;
  readonly references: readonly { readonly libelle: string; readonly valeur: string }[];
  readonly objet: string;
  readonly blocs: readonly BlocFige[];
  readonly recours: readonly string[];
  readonly signature: readonly string[];
  readonly copies: readonly string[];
}

export type BlocFige =
  | { readonly nature: "paragraphe" | "titre" | "encadre"; readonly texte: string }
  | { readonly nature: "liste"; readonly lignes: readonly string[] };

export interface EnTete {
  readonly numero: string;
  /** « 22 novembre 2026 » */
  readonly date: string;
}

/** The letter of one person, its fields replaced for good. */
export function figerLettre(
  modele: ModeleCourrier,
  valeurs: Valeurs,
  { numero, date }: EnTete,
  rendu?: Rendu,
): LettreFigee {
  const toutes = { ...valeurs, "courrier.numero": numero, "courrier.date": date };
  const merge = (texte: string) => fusionner(texte, toutes, rendu);
  const reference = (libelle: string, valeur: string | null | undefined) =>
    valeur ? [{ libelle, valeur: imprimable(valeur) }] : [];
  return {
    titre: `${modele.titre} – ${valeurs["personne.nom-complet"] ?? ""} – ${numero}`,
    expediteur: modele.expediteur.lignes.map(merge).filter(ecrite),
    contact: modele.expediteur.contact.map(merge).filter(ecrite),
    destinataire: destinataire(valeurs),
    lieuEtDate: `${modele.expediteur.lieu}, le ${date}`,
    references: [
      ...reference("Nos références", numero),
      ...reference("Votre dossier", valeurs["dossier.numero-demande"]),
      ...reference("N° allocataire", valeurs["dossier.matricule"]),
    ],
    objet: merge(modele.objet),
    blocs: modele.blocs.flatMap((bloc) => figerBloc(bloc, toutes, merge)),
    recours: modele.recours.map(merge),
    signature: merge(modele.signature).split("\n"),
    copies: modele.copies.map(merge).filter(ecrite),
  };
}

/** A line whose optional field nobody knows goes with it. */
function ecrite(ligne: string): boolean {
  return ligne.trim() !== "";
}

function figerBloc(
  bloc: BlocCourrier,
  valeurs: Valeurs,
  merge: (texte: string) => string,
): readonly BlocFige[] {
  switch (bloc.nature) {
    case "liste":
      return [{ nature: "liste", lignes: bloc.lignes.map(merge).filter(ecrite) }];
    case "si":
      return valeurs[bloc.champ] ? [{ nature: "paragraphe", texte: merge(bloc.texte) }] : [];
    default:
      return [{ nature: bloc.nature, texte: merge(bloc.texte) }];
  }
}

/** The lines of the window: who, then where. */
function destinataire(valeurs: Valeurs): readonly string[] {
  return [valeurs["personne.nom-complet"], ...(valeurs["personne.adresse"] ?? "").split("\n")]
    .map((ligne) => imprimable(ligne ?? "").trim())
    .filter((ligne) => ligne !== "");
}
