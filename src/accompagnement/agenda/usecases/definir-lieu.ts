import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  direHoraires,
  ecrireLieu,
  insererLieu,
  insererSalle,
  structureDuLieu,
} from "../db/lieux.ts";
import { definirHorairesInput, definirLieuInput, definirSalleInput } from "../schemas.ts";
import { exigerStructure, refusDeSaisie } from "./cadre.ts";

const trace = (objetId: number | null, details: Readonly<Record<string, unknown>>) => ({
  objet: "lieu",
  objetId,
  details,
});

/** Where a structure receives: a new place, or what is said of one. */
export const definirLieu = defineUseCase({
  name: "agenda.definir-lieu",
  input: definirLieuInput,
  droit: "agenda:ouvrir",
  nature: "ecriture",
  trace: ({ nom }, { id }: { readonly id: number }) => trace(id, { nom }),
  async run(context, { id, version, ...lieu }): Promise<{ readonly id: number }> {
    await exigerStructure(context, lieu.structureId);
    if (id !== null) {
      if (await ecrireLieu(context.tx, id, version, lieu)) return { id };
      throw new DomainError(
        "lieu.conflit",
        "Ce lieu a changé pendant que vous l’écriviez. Relisez-le, puis recommencez.",
      );
    }
    const cree = await insererLieu(context.tx, lieu);
    if (cree !== null) return { id: cree };
    throw refusDeSaisie({ nom: "Un lieu de cette structure porte déjà ce nom." });
  },
});

/** @throws DomainError `lieu.introuvable` when it is not, or its structure is out of the perimeter */
export async function exigerLieu(context: Context, lieuId: number): Promise<number> {
  const structureId = await structureDuLieu(context.tx, lieuId);
  if (structureId !== null) return (await exigerStructure(context, structureId)).id;
  throw new DomainError("lieu.introuvable", "Ce lieu n’existe pas, ou il est fermé.");
}

export const definirSalle = defineUseCase({
  name: "agenda.definir-salle",
  input: definirSalleInput,
  droit: "agenda:ouvrir",
  nature: "ecriture",
  trace: ({ lieuId, nom }) => trace(lieuId, { salle: nom }),
  async run(context, salle): Promise<{ readonly id: number }> {
    await exigerLieu(context, salle.lieuId);
    const id = await insererSalle(context.tx, salle);
    if (id !== null) return { id };
    throw refusDeSaisie({ nom: "Une salle de ce lieu porte déjà ce nom." });
  },
});

/** Opening hours of a place from a day on; those before stay for the days before. */
export const definirHoraires = defineUseCase({
  name: "agenda.definir-horaires",
  input: definirHorairesInput,
  droit: "agenda:ouvrir",
  nature: "ecriture",
  trace: ({ lieuId, depuis }) => trace(lieuId, { depuis }),
  async run(context, { lieuId, depuis, heures }): Promise<void> {
    await exigerLieu(context, lieuId);
    const chevauche = heures.some((une, rang) =>
      heures.some(
        (autre, autreRang) =>
          autreRang > rang && autre.jour === une.jour && autre.de < une.a && une.de < autre.a,
      ),
    );
    if (chevauche) throw refusDeSaisie({ heures: "Deux plages d’un même jour se chevauchent." });
    await direHoraires(context.tx, lieuId, depuis, heures);
  },
});
