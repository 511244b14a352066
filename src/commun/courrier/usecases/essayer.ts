import type { ModeleCourrier } from "#commun/referentiel";
import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { formatLongDate } from "#platform/ui/format.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { apercuLettre } from "../domain/apercu.ts";
import { valeursDe } from "../domain/champs.ts";
import { champsManquants } from "../domain/fusion.ts";
import type { LettreFigee } from "../domain/lettre.ts";
import { essayerExempleInput, essayerInput } from "../schemas.ts";
import { type LireChamps, valeursCommunes } from "./emettre-courriers.ts";
import { exigerModele } from "./modeles.ts";

export interface Essai {
  readonly lettre: LettreFigee;
  /** Codes of the fields nobody could fill. */
  readonly manquants: readonly string[];
  readonly nom: string | null;
}

/** The letter as it would print for a real person. */
export function essayerModele(lireChamps: LireChamps) {
  return defineUseCase({
    name: "courrier.essayer",
    input: essayerInput,
    droit: "courrier:lire",
    nature: "lecture",
    trace: ({ code, personneId }) => ({ objet: "modele-courrier", objetId: code, personneId }),
    async run(context, { personneId, ...quoi }): Promise<Essai> {
      const modele = await modeleVoulu(context, quoi);
      const siennes = (await lireChamps(context, [personneId])).get(personneId);
      if (!siennes) {
        throw new DomainError(
          "personne.introuvable",
          "Cette personne n’existe pas, ou elle n’est pas dans votre périmètre.",
        );
      }
      const valeurs = valeursDe({ ...valeursCommunes(context), ...siennes });
      return {
        lettre: apercuLettre(modele, { valeurs, date: dateDuJour(context) }),
        manquants: champsManquants(modele, valeurs),
        nom: valeurs["personne.nom-complet"] ?? null,
      };
    },
  });
}

/** The same on the examples of the catalogue: nobody’s file is read. */
export const essayerSurExemple = defineUseCase({
  name: "courrier.essayer-sur-exemple",
  input: essayerExempleInput,
  droit: "courrier:modele",
  nature: "lecture",
  trace: null,
  async run(context, quoi): Promise<LettreFigee> {
    const modele = await modeleVoulu(context, quoi);
    return apercuLettre(modele, { valeurs: null, date: dateDuJour(context) });
  },
});

async function modeleVoulu(
  context: Context,
  { code, brouillon }: { readonly code: string; readonly brouillon: boolean },
): Promise<ModeleCourrier> {
  const lu = await exigerModele(context, code);
  const ecrit = lu.brouillon?.contenu;
  const enVigueur = lu.enVigueur?.modele;
  const choisi = brouillon ? (ecrit ?? enVigueur) : (enVigueur ?? ecrit);
  if (choisi) return choisi;
  throw new DomainError("courrier.modele.introuvable", "Ce modèle de courrier n’existe pas.");
}

function dateDuJour({ now }: Context): string {
  return formatLongDate(civilDay(now)).replace(/^\S+ /u, "");
}
