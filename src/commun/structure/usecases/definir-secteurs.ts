import { civilDay } from "#platform/clock/civil-day.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { ecrireSecteur, type Secteur, secteursDe } from "../db/secteurs.ts";
import { trouverStructure } from "../db/structures.ts";
import { type Dite, dire } from "../domain/periodes.ts";
import { definirSecteursInput } from "../schemas.ts";
import { exigerTerritoires, exigerType, refuser } from "./regles.ts";

interface Changes {
  readonly ouverts: number;
  readonly fermes: number;
}

type Cle = Pick<Secteur, "type" | "territoireId">;

/** From a day on, the structure takes exactly these types, there. What came before stays. */
export const definirSecteurs = defineUseCase<typeof definirSecteursInput, Changes>({
  name: "structure.definir-secteurs",
  input: definirSecteursInput,
  droit: "structure:gerer",
  nature: "ecriture",
  trace: ({ structureId, depuis, secteurs }, bilan) => ({
    objet: "structure",
    objetId: structureId,
    details: { du: depuis, secteurs, ...bilan },
  }),
  async run(context, { structureId, depuis, secteurs }) {
    const { tx, agent, now } = context;
    const fiche = await trouverStructure(tx, agent.portee, {
      id: structureId,
      le: civilDay(now),
      verrou: true,
    });
    if (depuis < fiche.du || (fiche.jusque !== null && depuis >= fiche.jusque)) {
      refuser("depuis", "La structure n’est pas ouverte ce jour-là : choisissez un autre jour.");
    }
    const connus = await secteursDe(tx, structureId);
    const avenir = connus.filter(({ jusque }) => jusque === null || jusque > depuis);
    const ouverts = sansDoublon(secteurs).filter(
      (un) => !continu(avenir, un, depuis, fiche.jusque),
    );
    const fermes = sansDoublon(avenir).filter((un) => !secteurs.some((autre) => meme(un, autre)));
    for (const { type } of ouverts) {
      exigerType(context, { code: type, classe: fiche.classe, le: depuis, champ: "secteurs" });
    }
    exigerTerritoires(context, [...ouverts, ...fermes]);
    const ensuite = { du: depuis, jusque: fiche.jusque };
    const dites = (cle: Cle): readonly Dite<boolean>[] =>
      connus.filter((un) => meme(un, cle)).map(({ du, jusque }) => ({ du, jusque, valeur: true }));
    for (const un of ouverts)
      await ecrireSecteur(tx, structureId, un, dire(dites(un), ensuite, true));
    for (const un of fermes)
      await ecrireSecteur(tx, structureId, un, dire(dites(un), ensuite, null));
    return { ouverts: ouverts.length, fermes: fermes.length };
  },
});

/** Served from that day to the end of the structure, without a hole. */
function continu(
  secteurs: readonly Secteur[],
  cle: Cle,
  depuis: string,
  fin: string | null,
): boolean {
  return secteurs.some((un) => meme(un, cle) && un.du <= depuis && un.jusque === fin);
}

function meme(un: Cle, autre: Cle): boolean {
  return un.type === autre.type && un.territoireId === autre.territoireId;
}

function sansDoublon<Un extends Cle>(secteurs: readonly Un[]): readonly Cle[] {
  return secteurs
    .filter((un, rang) => secteurs.findIndex((autre) => meme(un, autre)) === rang)
    .map(({ type, territoireId }) => ({ type, territoireId }));
}
