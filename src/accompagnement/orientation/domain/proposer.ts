import type { ReponsesDiagnostic } from "#accompagnement/diagnostic";
import type { ClasseOrganisme, Dominante, TypeOrientation } from "#commun/referentiel";
import type {
  IssueMatrice,
  PropositionMatrice,
  SituationOrientation,
} from "./matrice/proposition.ts";
import { attribuer, type Obstacle, type Places } from "./offre.ts";
import type { CodeRegime } from "./regime.ts";
import { feuilles, typesPossibles } from "./types.ts";

interface Personne {
  readonly personneId: number;
  readonly dossierId: number;
  readonly dateNaissance: string | null;
  readonly situationFamiliale: string | null;
  readonly enfantsACharge: number | null;
  readonly territoireId: number | null;
  readonly territoire: string | null;
  readonly activite: string | null;
}

interface Moyens {
  readonly le: string;
  readonly regime: CodeRegime;
  readonly types: readonly TypeOrientation[];
  readonly evaluer: (situation: SituationOrientation) => PropositionMatrice;
  readonly reponses: ReadonlyMap<number, ReponsesDiagnostic>;
  /** Class of the structure that followed each person last. */
  readonly dejaSuivies: ReadonlyMap<number, ClasseOrganisme>;
  readonly places: Places;
}

interface Preparee {
  readonly personneId: number;
  readonly dossierId: number;
  readonly le: string;
  readonly regime: CodeRegime;
  readonly versionMatrice: string;
  readonly reponses: ReponsesDiagnostic;
  readonly explication: Omit<PropositionMatrice, "version">;
  readonly type: string | null;
  readonly dominante: Dominante;
  readonly structureId: number | null;
  readonly referentId: number | null;
  readonly obstacle: Obstacle | null;
}

const aucune: ReponsesDiagnostic = {};

/** One proposal per person, in the order given: the places of the first are no longer there for the next. */
export function preparerPropositions(
  personnes: readonly Personne[],
  moyens: Moyens,
): readonly Preparee[] {
  const { le, regime, types, evaluer, places } = moyens;
  const codes = feuilles(types).map(({ code }) => code);
  const possibles = typesPossiblesDe(types);
  return personnes.map((personne) => {
    const reponses = moyens.reponses.get(personne.personneId) ?? aucune;
    const { version, ...explication } = evaluer({
      age: ageAu(personne.dateNaissance, le),
      situationFamiliale: personne.situationFamiliale,
      enfantsACharge: personne.enfantsACharge,
      territoire: personne.territoire,
      dejaSuivi: moyens.dejaSuivies.get(personne.personneId) ?? null,
      activite: personne.activite,
      reponses,
      capacites: capacites(codes, personne.territoireId, places),
    });
    return {
      personneId: personne.personneId,
      dossierId: personne.dossierId,
      le,
      regime,
      versionMatrice: version,
      reponses,
      explication,
      dominante: explication.dominante,
      ...attribuer(possibles(explication), personne.territoireId, places),
    };
  });
}

/** The same for everybody of one issue: asked once for each. */
function typesPossiblesDe(types: readonly TypeOrientation[]) {
  const connus = new Map<string, readonly string[]>();
  return (issue: IssueMatrice): readonly string[] => {
    const cle = `${issue.dominante}|${issue.type ?? ""}`;
    const possibles = connus.get(cle) ?? typesPossibles(types, issue);
    connus.set(cle, possibles);
    return possibles;
  };
}

function capacites(
  codes: readonly string[],
  territoireId: number | null,
  places: Places,
): Readonly<Record<string, number | null>> {
  const restes: Record<string, number | null> = {};
  for (const code of codes) {
    if (places.services(code, territoireId).length > 0)
      restes[code] = places.resteDansTerritoire(code, territoireId);
  }
  return restes;
}

function ageAu(naissance: string | null, le: string): number | null {
  if (naissance === null) return null;
  const ans = Number(le.slice(0, 4)) - Number(naissance.slice(0, 4));
  return le.slice(5) < naissance.slice(5) ? ans - 1 : ans;
}
