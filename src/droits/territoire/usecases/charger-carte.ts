import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { communesDuDepartement } from "../db/communes.ts";
import { ecrireContours } from "../db/contours.ts";
import { lireCarte } from "../domain/lire-carte.ts";
import { chargerCarteInput } from "../schemas.ts";

interface CarteChargee {
  readonly dessinees: number;
  /** Communes of the département the file does not draw. */
  readonly manquantes: readonly string[];
}

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
    const contours = lireCarte(texte, new Set(codes));
    await ecrireContours(tx, contours);
    const dessinees = new Set(contours.map(({ code }) => code));
    return {
      dessinees: dessinees.size,
      manquantes: codes.filter((code) => !dessinees.has(code)),
    };
  },
});
