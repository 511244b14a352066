import { expect, test } from "vitest";
import { foyer, personne } from "./flux-de-test.ts";
import { lireFoyer } from "./lire-foyer.ts";

const lire = (contenu: string) => lireFoyer(foyer("10000000001", contenu), "beneficiaires").foyer;

test("une balise de la norme qu’aucun champ ne porte est gardée telle que reçue, chez la personne ou au foyer", () => {
  const isolee = personne("ROY").replace(
    "</Personne>",
    "<Asf><SITASF>H</SITASF><DDASF/></Asf></Personne>",
  );
  const lu = lire(`${personne()}${isolee}<DonneesAdministratives><SituationFamille>
    <SITFAM>CEL</SITFAM><REGAGRIFAM> SA </REGAGRIFAM></SituationFamille></DonneesAdministratives>`);
  expect(lu.autres).toEqual({ REGAGRIFAM: ["SA"] });
  expect(lu.personnes.map(({ nom, autres }) => [nom, autres])).toEqual([
    ["LEFÈVRE", undefined],
    ["ROY", { SITASF: ["H"] }],
  ]);
  expect(lire(personne())).not.toHaveProperty("autres");
});
