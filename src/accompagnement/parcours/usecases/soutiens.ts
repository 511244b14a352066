import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lireEnCours } from "../db/accompagnements.ts";
import {
  inscrireSoutien,
  noterMobilisation,
  type SoutienTenu,
  verrouillerSoutien,
} from "../db/soutiens.ts";
import { mobiliserSoutienInput, noterSoutienInput } from "../schemas.ts";
import { cadreDuJour, exigerPresent, lireLesPresents } from "./cadre.ts";

/** « les repas, les transports et les solutions de garde d’enfant » (Bas-Rhin, 3) b)): the need, and what answers it. */
export const noterSoutien = defineUseCase({
  name: "parcours.noter-soutien",
  input: noterSoutienInput,
  droit: "parcours:tenir",
  nature: "ecriture",
  trace: ({ personneId, nature, autour }, soutienId: number) => ({
    objet: "soutien",
    objetId: soutienId,
    personneId,
    details: { nature, autour },
  }),
  async run(context, saisie): Promise<number> {
    const { tx, agent } = context;
    const { le, regles } = cadreDuJour(context);
    await exigerPresent(context, saisie.personneId);
    if (!regles.soutiens.some(({ code }) => code === saisie.nature)) {
      throw champ("nature", "Choisissez un appui de la liste.");
    }
    exigerOrdre(saisie.du, saisie.au);
    if (saisie.mobilise === null && saisie.cout !== null) {
      throw champ("mobilise", "Un coût est écrit : dites ce qui est mobilisé.");
    }
    const [enCours] = await lireEnCours(tx, [saisie.personneId]);
    return inscrireSoutien(tx, {
      ...saisie,
      accompagnementId: enCours?.id ?? null,
      le,
      par: agent.id,
    });
  },
});

interface Tenu {
  readonly personneId: number;
}

export const mobiliserSoutien = defineUseCase({
  name: "parcours.mobiliser-soutien",
  input: mobiliserSoutienInput,
  droit: "parcours:tenir",
  nature: "ecriture",
  trace: ({ soutienId, cout }, { personneId }: Tenu) => ({
    objet: "soutien",
    objetId: soutienId,
    personneId,
    details: { cout },
  }),
  async run(context, saisie): Promise<Tenu> {
    const { le } = cadreDuJour(context);
    const { id, personneId, du } = await exigerSoutien(context, saisie);
    exigerOrdre(du, saisie.au);
    const { mobilise, financePar, cout, au } = saisie;
    await noterMobilisation(context.tx, id, {
      mobilise,
      financePar,
      cout,
      au,
      le,
      par: context.agent.id,
    });
    return { personneId };
  },
});

function exigerOrdre(du: string, au: string | null): void {
  if (au !== null && au < du) throw champ("au", "Le dernier jour vient avant le premier.");
}

function champ(nom: string, message: string): DomainError {
  return new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
    champs: { [nom]: message },
  });
}

/** @throws DomainError `soutien.introuvable`, `soutien.conflit` */
async function exigerSoutien(
  context: Context,
  { soutienId, version }: { readonly soutienId: number; readonly version: number },
): Promise<SoutienTenu> {
  const soutien = await verrouillerSoutien(context.tx, soutienId);
  if (!soutien || (await lireLesPresents(context, [soutien.personneId])).size === 0) {
    throw new DomainError(
      "soutien.introuvable",
      "Cet appui n’existe pas, ou la personne n’est pas dans votre périmètre.",
    );
  }
  if (soutien.version === version) return soutien;
  throw new DomainError(
    "soutien.conflit",
    "Un autre agent a modifié cet appui pendant que vous l’aviez sous les yeux. Rien n’a été écrit : voyez ce qui est enregistré, puis recommencez.",
    { enregistree: soutien },
  );
}
