import { expect, vi } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { entrer } from "../../../../app/testing/agent-entre.ts";
import { ouvrirBrouillonMatrice } from "../../usecases/matrice-brouillon.ts";
import { consulterMatrice } from "../../usecases/matrice-consulter.ts";

vi.setConfig({ testTimeout: 120_000 });

const agent = unAgent();

/** An open draft, and who writes its rules. */
async function unBrouillon(deps: Deps) {
  const administratrice = await entrer(deps, "administrateur");
  const { brouillonId } = await ouvrirBrouillonMatrice.execute(deps, agent, {});
  const lire = async () => {
    const { brouillon } = await consulterMatrice.execute(deps, agent, { brouillonId });
    if (!brouillon) throw new Error("le brouillon ouvert est attendu");
    return brouillon;
  };
  const page = `/orientation/matrice/brouillons/${brouillonId}/regle`;
  return {
    lire,
    ouvrir: (suite: string) => administratrice.demander(page + suite),
    envoyer: (suite: string, champs: Record<string, string>) =>
      administratrice.envoyer(page + suite, { version: "1", ...champs }),
  };
}

const regle = {
  si: "toutes",
  "si-0": "enfants-a-charge",
  "si-0-min": "3",
  alors: "sociale",
  place: "avant:0",
  libelle: "au moins trois enfants à charge",
  texte: "Avis du comité local",
};

testAvecBase(
  "une règle qui n’est pas ou plus dans le brouillon ne s’ouvre ni ne s’enregistre comme une nouvelle",
  async ({ deps }) => {
    const { lire, ouvrir, envoyer } = await unBrouillon(deps);
    const avant = await lire();
    const connue = avant.contenu.avant[0]?.code ?? "";
    expect((await ouvrir(`?code=${connue}`)).status).toBe(200);
    expect(await (await ouvrir("?moment=avant")).text()).toContain("Nouvelle règle");
    const absente = await ouvrir("?code=inconnu");
    expect(absente.status).toBe(404);
    expect(await absente.text()).toContain("Cette règle n’est pas dans ce brouillon");
    for (const geste of ["enregistrer", "relire"]) {
      expect((await envoyer("?code=inconnu", { ...regle, geste })).status).toBe(404);
    }
    expect(await lire()).toEqual(avant);
  },
);

testAvecBase(
  "la trente et unième condition est refusée dès « Ajouter », avec tout ce qui était écrit",
  async ({ deps }) => {
    const { envoyer } = await unBrouillon(deps);
    const trente = Object.fromEntries(
      Array.from({ length: 30 }, (_, rang) => [
        [`si-${rang}`, "age"],
        [`si-${rang}-min`, String(20 + rang)],
      ]).flat(),
    );
    const refus = await envoyer("?moment=avant", {
      ...regle,
      ...trente,
      geste: "ajouter:si",
      "si-ajout": "age",
    });
    expect(refus.status).toBe(422);
    const html = await refus.text();
    expect(html).toContain("Un groupe a au plus 30 conditions");
    expect(html).toContain('href="#champ-si-ajout"');
    expect(html).toContain('name="si-29-min"');
    expect(html).toContain('value="49"');
    expect(html).toContain(regle.libelle);
    expect(html).not.toContain('name="si-30-min"');
  },
);
