import { choisir, entier, suite, tirer, USAGE } from "./aleatoire.ts";
import { deux, jour } from "./calendrier.ts";
import type { Foyer, Monde } from "./foyer.ts";
import { NOMS_DE_VOIE, TYPES_DE_VOIE } from "./noms.ts";
import type { Commune } from "./territoire.ts";
import { balise, bloc, ouVide } from "./xml.ts";

const COMPLEMENTS = [
  "APPT 12",
  "BAT B",
  "CHEZ MME MARTIN",
  "2EME ETAGE",
  "RES LES TILLEULS",
  "APPT 304",
  "ETAGE 1 PORTE 4",
  "LOGT 7",
] as const;
const LIEUX_DITS = [
  "LE BOURG",
  "LA CROIX BLANCHE",
  "LES QUATRE VENTS",
  "LE PETIT MOULIN",
  "LA HAYE",
] as const;
const PAYS = ["BELGIQUE", "ESPAGNE", "PORTUGAL", "MAROC", "ALGERIE", "ITALIE", "ROUMANIE"] as const;

/** One to three addresses, the current one first. */
export function adresses(monde: Monde, f: Foyer): string {
  return f.adresses
    .toReversed()
    .map((a, i) => {
      const hasard = suite(monde.graine, f.emplacement, f.rang, USAGE.adresse + (a.rang % 90));
      const emmenagement = jour(a.mois, entier(hasard, 1, 28));
      const horsFrance = i > 0 ? hasard() < 0.03 : hasard() < 0.001;
      const tronc = bloc(
        "TroncCommunAdresse",
        balise("RGADR", deux(i + 1)) +
          (hasard() < 0.97 ? balise("DTEMM", emmenagement) : "") +
          balise("PAYS", horsFrance ? "HOR" : "FRA") +
          balise(
            "TYPEADR",
            tirer(hasard, [
              ["D", 94],
              ["P", 5],
              ["R", 1],
            ] as const),
          ) +
          balise(
            "ETATADR",
            tirer(hasard, [
              ["CO", 82],
              ["NC", 9],
              ["VO", 5],
              ["VC", 2],
              ["AU", 2],
            ] as const),
          ),
      );
      const detail = horsFrance ? etrangere(hasard) : francaise(monde, f, a, i, hasard);
      return bloc("Adresse", tronc + detail);
    })
    .join("");
}

function etrangere(hasard: () => number): string {
  const lignes = [
    "",
    "",
    `${entier(hasard, 1, 200)} ${choisir(hasard, NOMS_DE_VOIE)}`,
    "",
    `${entier(hasard, 1000, 9999)}`,
    choisir(hasard, PAYS),
  ];
  return bloc("AdresseHorsFrance", lignes.map((l, i) => ouVide(`LIBLIG${i + 2}ADR`, l)).join(""));
}

function francaise(
  monde: Monde,
  f: Foyer,
  a: Foyer["adresses"][number],
  i: number,
  hasard: () => number,
): string {
  const { territoire } = monde;
  if (a.sdf) return domiciliation(hasard, territoire.communeDe(hasard));
  const ancienne = i > 0 && hasard() < (f.cedant ? 0.8 : 0.08);
  const commune = ancienne ? choisir(hasard, territoire.voisinage) : territoire.communeDe(hasard);
  const type = choisir(hasard, TYPES_DE_VOIE);
  const numero =
    hasard() < 0.94
      ? `${entier(hasard, 1, hasard() < 0.8 ? 60 : 400)}${tirer(hasard, [
          ["", 88],
          [" BIS", 5],
          [" ", 7],
        ] as const)}`
      : "";
  return detaillee({
    identite: hasard() < 0.04 ? choisir(hasard, ["CHEZ M DURAND", "CHEZ MME PETIT"] as const) : "",
    complement: hasard() < 0.22 ? choisir(hasard, COMPLEMENTS) : "",
    numero: numero.slice(0, 6),
    type,
    voie: choisir(hasard, NOMS_DE_VOIE),
    lieuDit: hasard() < 0.06 ? choisir(hasard, LIEUX_DITS) : "",
    commune,
  });
}

const domiciliation = (hasard: () => number, commune: Commune): string =>
  detaillee({
    identite: "CCAS",
    complement: hasard() < 0.5 ? "ELECTION DE DOMICILE" : "",
    numero: String(entier(hasard, 1, 20)),
    type: "PLACE",
    voie: "DE LA MAIRIE",
    lieuDit: "",
    commune,
  });

function detaillee(a: {
  identite: string;
  complement: string;
  numero: string;
  type: string;
  voie: string;
  lieuDit: string;
  commune: Commune;
}): string {
  return bloc(
    "AdresseDetailleeFrance",
    ouVide("COMPLIDEADR", a.identite) +
      ouVide("COMPLADR", a.complement) +
      ouVide("NUMVOIE", a.numero) +
      ouVide("LIBTYPEVOIE", a.type) +
      ouVide("NOMVOIE", a.voie) +
      ouVide("LIEUDIST", a.lieuDit) +
      balise("NUMCOM", a.commune.code) +
      balise("CODEPOS", a.commune.codePostal) +
      ouVide("NOMCOM", a.commune.nom),
  );
}
