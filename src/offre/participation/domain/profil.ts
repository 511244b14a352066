/** What files say of a person on the day she enters. */
interface Constat {
  readonly le: string;
  readonly sexe: string | null;
  readonly dateNaissance: string | null;
  readonly situationFamiliale: string | null;
  readonly codeCommune: string | null;
  readonly activite: string | null;
  readonly niveau: string | null;
}

export interface Profil {
  readonly codeCommune: string | null;
  readonly sexe: string | null;
  readonly age: number | null;
  readonly situationFamiliale: string | null;
  readonly niveauFormation: string | null;
  readonly activite: string | null;
}

/** The profile counted in the returns is the one of the day of the entry: it never changes afterwards. */
export function profilDuJour(constat: Constat): Profil {
  const { codeCommune, sexe, situationFamiliale, activite } = constat;
  return {
    ...{ codeCommune, sexe, situationFamiliale, activite },
    niveauFormation: constat.niveau,
    age: constat.dateNaissance === null ? null : ageAu(constat.dateNaissance, constat.le),
  };
}

/** Whole years: the birthday counts. */
export function ageAu(naissance: string, le: string): number {
  const annees = Number(le.slice(0, 4)) - Number(naissance.slice(0, 4));
  return le.slice(5) < naissance.slice(5) ? annees - 1 : annees;
}

interface ContratConnu {
  readonly contratNature: string | null;
  readonly contratSigneLe: string | null;
  readonly contratJusqua: string | null;
}

interface PreuveMontree {
  readonly le: string;
  readonly contratPreuve: "contrat" | "inscription-france-travail" | null;
  readonly contratLe: string | null;
}

interface ContratDuJour {
  readonly nature: string | null;
  readonly signeLe: string | null;
  /** `jalon`: read here; else what was shown. */
  readonly preuve: "jalon" | "contrat" | "inscription-france-travail" | null;
}

/** The contract that binds the person that day, known here, or else the proof she shows. */
export function contratDuJour(connu: ContratConnu, montree: PreuveMontree): ContratDuJour {
  const { contratSigneLe, contratJusqua, contratNature } = connu;
  const lie =
    contratSigneLe !== null &&
    contratSigneLe <= montree.le &&
    (contratJusqua === null || contratJusqua > montree.le);
  if (lie) return { nature: contratNature, signeLe: contratSigneLe, preuve: "jalon" };
  const { contratPreuve, contratLe, le } = montree;
  if (contratPreuve === null || contratLe === null || contratLe > le) return aucun;
  return { nature: null, signeLe: contratLe, preuve: contratPreuve };
}

const aucun: ContratDuJour = { nature: null, signeLe: null, preuve: null };
