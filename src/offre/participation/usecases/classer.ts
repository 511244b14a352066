import type { LigneSortie, NatureSortie } from "#commun/referentiel";
import { programmeAu } from "#offre/catalogue";
import type { ClasseConstatee } from "../domain/sortie.ts";
import { classerSortie } from "../domain/sortie.ts";

export interface ClasseExpliquee {
  readonly classe: ClasseConstatee;
  readonly ligne: string | null;
  /** First day of the version of the table that decided. */
  readonly depuis: string;
  readonly texte: string | null;
  readonly certitude: LigneSortie["certitude"] | null;
}

interface Faits {
  readonly le: string;
  readonly nature: NatureSortie;
  readonly siae: boolean;
  readonly debut: string | null;
  readonly fin: string | null;
}

/** The class of an exit by the table in force on its day, with the line that decided. */
export function classerAu(referentiel: string, faits: Faits): ClasseExpliquee {
  const { depuis, programme } = programmeAu(referentiel, faits.le);
  const { classe, ligne } = classerSortie(programme.sorties, faits);
  const decidee = programme.sorties.find(({ code }) => code === ligne);
  return {
    classe,
    ligne,
    depuis,
    texte: decidee?.texte ?? null,
    certitude: decidee?.certitude ?? null,
  };
}
