import { geoMercator } from "d3-geo";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { communesDuDepartement } from "../db/communes.ts";
import { ecrireContours } from "../db/contours.ts";
import { type Cadrage, lireCarte } from "../domain/lire-carte.ts";
import { chargerCarteInput } from "../schemas.ts";

interface CarteChargee {
  readonly dessinees: number;
  /** Communes of the département the file does not draw. */
  readonly manquantes: readonly string[];
}

const mercator: Cadrage = (positions, cote) => {
  const coordinates = positions.map(([x, y]) => [x, y]);
  const projection = geoMercator().fitSize([cote, cote], { type: "MultiPoint", coordinates });
  return ([x, y]) => projection([x, y]);
};

/** The map of the département, from a GeoJSON file of its communes. */
export const chargerCarte = defineUseCase({
  name: "territoire.charger-carte",
  input: chargerCarteInput,
  droit: "territoire:gerer",
  nature: "ecriture",
  trace: (_, { dessinees, manquantes }: CarteChargee) => ({
    objet: "territoire",
    details: { communes: dessinees, manquantes: manquantes.length },
  }),
  async run({ tx, departement }, { texte }): Promise<CarteChargee> {
    const codes = (await communesDuDepartement(tx, departement.code)).map(({ code }) => code);
    const contours = lireCarte(texte, new Set(codes), mercator);
    await ecrireContours(tx, contours);
    const dessinees = new Set(contours.map(({ code }) => code));
    return {
      dessinees: dessinees.size,
      manquantes: codes.filter((code) => !dessinees.has(code)),
    };
  },
});
