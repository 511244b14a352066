import { ajouterMois } from "#commun/echeance";
import { listerTerritoires } from "#droits/territoire";
import { reprendreRessources } from "#offre/ressource";
import type { Circuit } from "../circuit.ts";
import { type ModeleRessource, modelesRessource } from "./modeles-ressources.ts";

type Territoire = Awaited<ReturnType<typeof listerTerritoires.execute>>["territoires"][number];

const VOULUES = 56;
const SOURCE = "Annuaire départemental";
/** Found in every territory; the others take turns. */
const PARTOUT = 4;

/** An invented directory, spread over the communes of each territory; some lines have not been checked for long. */
export async function remplirLAnnuaire(circuit: Circuit): Promise<void> {
  const { aujourdhui } = circuit;
  const { territoires } = await circuit.faire(listerTerritoires, aujourdhui, {});
  if (territoires.length === 0) return;
  const parTerritoire = Math.ceil(VOULUES / territoires.length);
  const fiches = territoires.flatMap((territoire, rang) =>
    Array.from({ length: parTerritoire }, (_, place) =>
      ficheDe(territoire, { rang, place, numero: rang * parTerritoire + place }, aujourdhui),
    ),
  );
  await circuit.faire(reprendreRessources, aujourdhui, {
    source: SOURCE,
    lieux: fiches.map(({ lieu }) => lieu),
    services: fiches.map(({ service }) => service),
  });
}

interface Rang {
  readonly rang: number;
  readonly place: number;
  readonly numero: number;
}

function modeleDe({ rang, place }: Rang): ModeleRessource | undefined {
  const autres = modelesRessource.slice(PARTOUT);
  return place < PARTOUT
    ? modelesRessource[place]
    : autres[(rang * 3 + place - PARTOUT) % autres.length];
}

function ficheDe(territoire: Territoire, place: Rang, aujourdhui: string) {
  const { numero } = place;
  const modele = modeleDe(place);
  const communes = territoire.communes
    .toSorted((a, b) => (b.population ?? 0) - (a.population ?? 0))
    .slice(0, 5);
  const commune = communes[numero % Math.max(1, communes.length)];
  const deuxChiffres = String(numero).padStart(2, "0");
  const cle = `demonstration--${numero + 1}`;
  const { lieu, horaires, zone, ...service } = modele ?? {
    lieu: "",
    horaires: "",
    zone: "commune",
  };
  return {
    lieu: {
      cle,
      nom: lieu,
      commune: commune?.nom ?? null,
      codeCommune: commune?.code ?? null,
      adresse: `${(numero % 60) + 1} rue des Lilas`,
      telephone: `03 00 00 20 ${deuxChiffres}`,
      courriel: `contact${numero + 1}@annuaire.example`,
      horaires,
      modifieLe: ajouterMois(aujourdhui, -((numero * 5) % 14)),
    },
    service: {
      ...service,
      cle: `${cle}-service`,
      lieuCle: cle,
      modesAccueil: ["en-presentiel"],
      zone: zoneDe(zone, territoire, commune?.code ?? ""),
      au: numero % 11 === 3 ? ajouterMois(aujourdhui, 2) : null,
      modifieLe: ajouterMois(aujourdhui, -((numero * 5) % 14)),
    },
  };
}

const COMMUNES_DITES = 40;

function zoneDe(
  zone: ModeleRessource["zone"],
  territoire: Territoire,
  code: string,
): readonly string[] {
  if (zone === "departement") return [code.startsWith("97") ? code.slice(0, 3) : code.slice(0, 2)];
  if (zone === "commune") return [code];
  return territoire.communes
    .toSorted((a, b) => (b.population ?? 0) - (a.population ?? 0))
    .slice(0, COMMUNES_DITES)
    .map((commune) => commune.code);
}
