import { civilDay } from "#platform/clock/civil-day.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { listerOperateursInput } from "../schemas.ts";
import { lireOperateurs, type Operateur } from "./lire-operateurs.ts";

interface Liste {
  readonly le: string;
  readonly operateurs: readonly Operateur[];
  /** Where actions were ever opened. */
  readonly territoires: readonly { readonly id: number; readonly nom: string }[];
}

/** The operators of the département, by name. Nobody accompanied is read. */
export const listerOperateurs = defineUseCase<typeof listerOperateursInput, Liste>({
  name: "operateur.lister",
  input: listerOperateursInput,
  droit: "offre:lire",
  nature: "lecture",
  trace: null,
  async run({ tx, now }, { texte, categorie, territoireId }) {
    const le = civilDay(now);
    const tous = await lireOperateurs(tx, le);
    const cherche = sansAccents(texte);
    const operateurs = tous.filter(
      ({ organisme, categories, actions }) =>
        sansAccents(
          `${organisme.nom} ${organisme.commune ?? ""} ${organisme.siret ?? ""}`,
        ).includes(cherche) &&
        (categorie === "" || categories.some((une) => une === categorie)) &&
        (territoireId === null ||
          actions.some(({ action }) => action.territoireId === territoireId)),
    );
    const territoires = new Map(
      tous
        .flatMap(({ actions }) => actions)
        .map(({ action }) => [action.territoireId, action.territoire]),
    );
    return { le, operateurs, territoires: [...territoires].map(([id, nom]) => ({ id, nom })) };
  },
});

function sansAccents(texte: string): string {
  return texte
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .toLowerCase();
}
