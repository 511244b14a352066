import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lireVersion } from "../db/versions.ts";
import { comparerCorpus } from "../domain/lignes.ts";
import { verifierInput } from "../schemas.ts";
import { exigerRestitution } from "./cadre.ts";
import { compterMaintenant } from "./compter-maintenant.ts";
import { certifierEtTransmettre } from "./transmettre-restitution.ts";
import { verifierRestitution } from "./verifier-restitution.ts";

/**
 * Read over, certified and sent in one gesture. What somebody else already read over is certified as she left it, so
 * that both names stay.
 */
export const rendreRestitution = defineUseCase({
  name: "restitution.rendre",
  input: verifierInput,
  droit: "restitution:certifier",
  nature: "ecriture",
  trace: null,
  async run(context, saisie) {
    const { tx } = context;
    const { restitution, etat } = await exigerRestitution(context, saisie);
    const version =
      etat === "a-certifier" ? await lireVersion(tx, restitution.id, restitution.numero) : null;
    const { corpus } = await compterMaintenant(tx, restitution);
    const telleQuelle =
      version?.commentaire === saisie.commentaire &&
      version.neant === saisie.neant &&
      Object.values(comparerCorpus(version.corpus, corpus)).every(({ length }) => length === 0);
    const { revision } = telleQuelle
      ? restitution
      : await verifierRestitution.within(context, context.journal, saisie);
    return certifierEtTransmettre.within(context, context.journal, {
      restitutionId: restitution.id,
      revision,
    });
  },
});
