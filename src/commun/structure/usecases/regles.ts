import {
  type ClasseOrganisme,
  chargerReferentiel,
  type TypeOrientation,
  valeurAu,
} from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import type { Secteur } from "../db/secteurs.ts";
import { libellesClasse } from "../domain/libelles.ts";

/** Types a structure may take on a day: the leaves of the tree, with the name of their group. */
export function typesDecidables(
  referentiel: string,
  le: string,
): readonly (TypeOrientation & { readonly chemin: string })[] {
  const { types } = valeurAu(chargerReferentiel(referentiel).orientation, le);
  const parents = new Set(types.map(({ parent }) => parent));
  const libelleDe = new Map(types.map(({ code, libelle }) => [code, libelle]));
  return types
    .filter(({ code }) => !parents.has(code))
    .map((type) => {
      const parent = type.parent === null ? undefined : libelleDe.get(type.parent);
      return { ...type, chemin: parent ? `${parent} : ${type.libelle}` : type.libelle };
    });
}

/** @throws DomainError `saisie.invalide` on the field when the type is not decided here, or not with this class of organism */
export function exigerType(
  { departement }: Pick<Context, "departement">,
  {
    code,
    classe,
    le,
    champ,
  }: {
    readonly code: string;
    readonly classe: ClasseOrganisme;
    readonly le: string;
    readonly champ: string;
  },
): void {
  const type = typesDecidables(departement.referentiel, le).find((un) => un.code === code);
  if (!type)
    refuser(champ, "Ce type d’orientation n’existe pas ici : choisissez-en un de la liste.");
  if (!type.classes.includes(classe)) {
    refuser(
      champ,
      `« ${type.libelle} » n’est pas confié à cette classe d’organisme (${libellesClasse[classe]}) : retirez ce type, ou corrigez la classe de la structure.`,
    );
  }
}

/** Who is bounded by territories changes what concerns them only. */
export function exigerTerritoires(
  { agent }: Pick<Context, "agent">,
  secteurs: readonly Pick<Secteur, "territoireId">[],
): void {
  const { territoires } = agent.portee;
  if (territoires === "tous") return;
  const ailleurs = secteurs.some(
    ({ territoireId }) => territoireId === null || !territoires.includes(territoireId),
  );
  if (!ailleurs) return;
  refuser(
    "secteurs",
    "Vous ne pouvez ouvrir ou fermer un secteur que sur vos territoires. Demandez les autres à l’administrateur.",
  );
}

export function refuser(champ: string, message: string): never {
  throw new DomainError("saisie.invalide", message, { champs: { [champ]: message } });
}
