import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { agentDe, idDe, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { ouvrir, unePopulation } from "../../../app/testing/orientation.ts";
import { reprendreFichier } from "./reprendre-fichier.ts";

testAvecBase(
  "un fichier se reprend ligne par ligne, et chaque refus dit sa ligne et sa raison",
  async ({ deps }) => {
    await ouvrir(deps, { nom: "Maison de l’emploi" });
    await unePopulation(deps, ["ALICE", "BEA"]);
    const numeros = await lignes<{ id: number; numero: string }>(
      deps,
      "select personne_id as id, numero_demande as numero from situation_personne",
    );
    const numeroDe = async (prenom: string) => {
      const id = await idDe(deps, prenom);
      return numeros.find((un) => un.id === id)?.numero ?? "";
    };
    const [alice, bea] = [await numeroDe("ALICE"), await numeroDe("BEA")];
    const texte = [
      "\uFEFFnumero_demande;role;nature;signe_le;debut;dernier_jour;bilan_le",
      `${alice};DEM;"cer-social";04/03/2024;04/03/2024;;`,
      `${bea};dem;contrat-engagement;2026-01-15;2026-01-15;31/12/2026;01/12/2026`,
      "",
      `${bea};DEM;contrat-engagement;30/02/2026;2026-01-15;;`,
      "00000000000;DEM;cer-social;04/03/2024;04/03/2024;;",
      `${alice};DEM;cer-social;05/03/2024;05/03/2024;;`,
      `${alice};DEM;;05/03/2024;05/03/2024;;`,
      ";DEM;cer-social;05/03/2024;05/03/2024;;",
    ].join("\r\n");
    const bilan = await reprendreFichier.execute(deps, unAgent(), { texte });
    expect(bilan.repris).toBe(2);
    expect(bilan.refusees).toEqual([
      { ligne: 5, message: "« 30/02/2026 » n’est pas une date (signe_le)." },
      {
        ligne: 6,
        message: "Aucune personne de votre périmètre n’a ce numéro de demande et ce rôle.",
      },
      { ligne: 7, message: "Un contrat engage déjà cette personne à ces dates." },
      { ligne: 8, message: "La colonne « nature » est vide." },
      { ligne: 9, message: "La colonne « numero_demande » est vide." },
    ]);
    expect(
      await lignes(deps, "select periode::text, bilan_le::text from contrat order by id"),
    ).toEqual([
      { periode: "[2024-03-04,)", bilan_le: null },
      { periode: "[2026-01-15,2027-01-01)", bilan_le: "2026-12-01" },
    ]);
    const ailleurs = await reprendreFichier.execute(deps, agentDe([999]), { texte });
    expect(ailleurs.repris).toBe(0);
    await expect(
      reprendreFichier.execute(deps, unAgent(), { texte: "numero;nom\n1;2" }),
    ).rejects.toMatchObject({ code: "contrat.fichier" });
  },
);
