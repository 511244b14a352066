import { idParam } from "#platform/http/params.ts";
import type { Request } from "#platform/http/route.ts";
import { consulterMatrice } from "../../usecases/matrice-consulter.ts";
import { CHEMIN } from "./page-matrice.tsx";

export const UN = `${CHEMIN}/brouillons/:id`;

export function fil(
  { href }: Request,
  ...suite: readonly { readonly label: string; readonly href?: string }[]
) {
  const matrice = { label: "Matrice d’orientation", href: href(CHEMIN) };
  return [{ label: "Orientation", href: href("/orientation") }, matrice, ...suite];
}

/** The draft of the address with everything around it. */
export async function lireBrouillon(request: Request) {
  const consultee = await request.act(consulterMatrice, { brouillonId: idParam(request) });
  const { brouillon: un } = consultee;
  if (un === null) throw new Error("a draft asked by its number is read or refused");
  return { consultee, brouillon: un };
}
