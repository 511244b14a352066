import { cleEntete } from "./champs.ts";

interface ActionNommable {
  readonly id: number;
  readonly nom: string;
  readonly numero: string | null;
  readonly structure: string;
}

export type TrouverAction = (
  action: string,
  operateur: string,
) => { readonly id: number } | { readonly refus: string };

export const nomsOperateur: readonly string[] = ["operateur", "structure", "nom de l operateur"];

/** By its number, or by its name and, when several operators give theirs the same one, by its operator. */
export function actionsNommees(actions: readonly ActionNommable[]): TrouverAction {
  const parMot = Map.groupBy(
    actions.flatMap((une) =>
      [une.nom, une.numero ?? ""].map((mot) => ({ cle: cleEntete(mot), une })),
    ),
    ({ cle }) => cle,
  );
  return (action, operateur) => {
    if (cleEntete(action) === "") return { refus: "L’action est vide." };
    const memes = parMot.get(cleEntete(action)) ?? [];
    const ids = new Set(
      memes
        .filter(({ une }) => operateur === "" || cleEntete(une.structure) === cleEntete(operateur))
        .map(({ une }) => une.id),
    );
    const [id, ...autres] = ids;
    if (id === undefined) {
      const ou = operateur === "" ? "" : ` de « ${operateur} »`;
      return { refus: `« ${action} » n’est le nom ni le numéro d’aucune action${ou}.` };
    }
    if (autres.length === 0) return { id };
    return {
      refus: `« ${action} » est le nom de plusieurs actions : écrivez son numéro, ou le nom de l’opérateur dans une colonne « Opérateur ».`,
    };
  };
}
