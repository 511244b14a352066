import { exigerPersonne } from "#droits/dossier";
import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type BilanLu, inscrireBilans, lireBilansDuTheme, verrouillerTheme } from "../db/bilans.ts";
import { memeContenu, repondreAuTheme } from "../domain/bilan.ts";
import { ecrireBilanInput } from "../schemas.ts";
import { auteurDe } from "./auteur.ts";
import { themeEnVigueur } from "./themes-en-vigueur.ts";

interface BilanEcrit {
  readonly personneId: number;
  readonly bilanId: number;
}

/** Signs a new version of a theme of hers. The earlier ones stay as they were signed. */
export const ecrireBilan = defineUseCase({
  name: "entretien.ecrire-bilan",
  input: ecrireBilanInput,
  droit: "entretien:saisir",
  nature: "ecriture",
  trace: ({ theme }, { personneId, bilanId }: BilanEcrit) => ({
    objet: "situation",
    objetId: bilanId,
    personneId,
    details: { theme },
  }),
  async run(context, { personneId, theme: code, precedentId, ...reponses }): Promise<BilanEcrit> {
    const { tx, agent, now } = context;
    const { id } = await exigerPersonne(tx, personneId, agent.portee);
    const { theme, version } = await themeEnVigueur(context, code);
    if (!theme.pose) {
      throw new DomainError(
        "theme.retire",
        "Ce thème n’est plus posé dans votre département : il se lit, et ne s’écrit plus.",
      );
    }
    await verrouillerTheme(tx, id, code);
    const [dernier] = await lireBilansDuTheme(tx, id, code);
    if ((dernier?.id ?? 0) !== precedentId) throw conflit(dernier);
    const contenu = repondreAuTheme(theme, reponses, dernier?.contenu ?? null);
    if (dernier && memeContenu(dernier.contenu, contenu)) {
      throw new DomainError(
        "bilan.inchange",
        "Rien n’a changé depuis la dernière version : il n’y a rien à signer.",
      );
    }
    const [bilanId = 0] = await inscrireBilans(tx, [
      {
        personneId: id,
        theme: code,
        themeVersion: version,
        contenu,
        le: civilDay(now),
        par: auteurDe(context),
      },
    ]);
    return { personneId: id, bilanId };
  },
});

function conflit(dernier: BilanLu | undefined): DomainError {
  return new DomainError(
    "bilan.conflit",
    `${dernier?.par ?? "Quelqu’un"} a signé une version de ce thème pendant que vous écriviez. Comparez les deux, puis enregistrez ce qui est juste.`,
    { enregistre: dernier?.contenu ?? null, precedentId: dernier?.id ?? 0 },
  );
}
