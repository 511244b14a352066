import type { ClasseOrganisme } from "#commun/referentiel";
import { idParam } from "#platform/http/params.ts";
import type { Request } from "#platform/http/route.ts";
import type { FicheReferent } from "../db/referents.ts";
import { contient } from "../domain/periodes.ts";
import { lireReferent } from "../usecases/lire-referent.ts";
import { lireStructure } from "../usecases/lire-structure.ts";
import { listerReferents } from "../usecases/lister-referents.ts";
import { typesDecidables } from "../usecases/regles.ts";
import { aujourdhui } from "./formulaire.ts";
import type { TypeChoisi } from "./formulaires-structure.tsx";
import type { LibelleType } from "./mots.ts";

export const LIRE = "structure:lire";
export const GERER = "structure:gerer";

export function typesDuJour(request: Request): {
  readonly types: ReturnType<typeof typesDecidables>;
  readonly libelle: LibelleType;
} {
  const types = typesDecidables(request.deps.base.departement.referentiel, aujourdhui(request));
  const noms = new Map(types.map(({ code, libelle }) => [code, libelle]));
  return { types, libelle: (code) => noms.get(code) ?? code };
}

/** `permis`: an organism of this class may take it. */
export function choixDeTypes(
  request: Request,
  classe: ClasseOrganisme | null = null,
): readonly (TypeChoisi & { readonly permis: boolean })[] {
  return typesDuJour(request).types.map(({ code, chemin, classes }) => ({
    code,
    libelle: chemin,
    permis: classe === null || classes.includes(classe),
  }));
}

export function structureDemandee(request: Request) {
  return request.act(lireStructure, { structureId: idParam(request) });
}

export function referentDemande(request: Request) {
  return request.act(lireReferent, { referentId: idParam(request) });
}

/** The others of the same structure who are there today. */
export async function colleguesDe(
  request: Request,
  { id, structureId }: Pick<FicheReferent, "id" | "structureId">,
): Promise<readonly FicheReferent[]> {
  const equipe = await request.act(listerReferents, { structureId });
  return equipe.filter((un) => un.id !== id && contient(un, aujourdhui(request)));
}

interface Nomme {
  readonly id: number;
  readonly nom: string;
}

export function filDeStructure({ href }: Request, structure?: Nomme | null, page?: string) {
  return [
    { label: "Structures", href: href("/structures") },
    ...(structure ? [{ label: structure.nom, href: href(`/structures/${structure.id}`) }] : []),
    ...(page === undefined ? [] : [{ label: page }]),
  ];
}

export function filDeReferent(
  request: Request,
  referent: Pick<FicheReferent, "id" | "nom" | "prenom" | "structureId" | "structure">,
  page?: string,
) {
  const structure = { id: referent.structureId, nom: referent.structure };
  return [
    ...filDeStructure(request, structure),
    {
      label: `${referent.prenom} ${referent.nom}`,
      href: request.href(`/referents/${referent.id}`),
    },
    ...(page === undefined ? [] : [{ label: page }]),
  ];
}
