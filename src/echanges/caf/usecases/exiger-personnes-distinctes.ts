import { examinerNir, type FoyerDeclare, type PersonneDeclaree } from "#droits/dossier";
import { DomainError } from "#platform/errors/domain-error.ts";

/**
 * A household that names one person twice cannot be written: two lines would tell her duties on the same
 * day. Two persons on one role are something else, and pass with a warning.
 */
export function exigerPersonnesDistinctes({ personnes }: FoyerDeclare): void {
  const examinees = personnes.map((personne) => ({ personne, nir: nir13(personne) }));
  for (const [rang, examinee] of examinees.entries()) {
    const autre = examinees.findIndex(
      (candidate, place) => place > rang && sontLaMeme(examinee, candidate),
    );
    if (autre === -1) continue;
    throw new DomainError(
      "enregistrement.personne-repetee",
      `La même personne figure deux fois dans ce dossier (personnes n° ${rang + 1} et n° ${autre + 1} de l’enregistrement). Retirez l’un des deux blocs Personne, puis rejouez-le.`,
    );
  }
}

interface Examinee {
  readonly personne: PersonneDeclaree;
  readonly nir: string | null;
}

/** Names are looked at last: nearly nobody shares her NIR or her birthday with the household. */
function sontLaMeme({ personne: a, nir: nirA }: Examinee, { personne: b, nir: nirB }: Examinee) {
  const memePrenom = () => simplifier(a.prenom) === simplifier(b.prenom);
  const memeNaissance = a.dateNaissance !== null && a.dateNaissance === b.dateNaissance;
  if (nirA !== null && nirB !== null) return nirA === nirB && (memeNaissance || memePrenom());
  return (
    memeNaissance &&
    memePrenom() &&
    simplifier(a.nomNaissance ?? a.nom) === simplifier(b.nomNaissance ?? b.nom)
  );
}

function nir13({ nir }: PersonneDeclaree): string | null {
  const examen = examinerNir(nir);
  return examen.etat === "valide" ? examen.nir13 : null;
}

function simplifier(nom: string): string {
  return nom.trim().normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();
}
