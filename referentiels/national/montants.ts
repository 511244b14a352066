import type { ParametreDate } from "../../src/commun/referentiel/domain/parametre-date.ts";

const montant = (depuis: string, valeur: number, texte: string) =>
  ({ depuis, valeur, texte, certitude: "S" }) as const;

/** Monthly RSA of one person alone, France except Mayotte, in cents. Read in OpenFisca; 2025 checked in the decree. */
export const montantForfaitaire: ParametreDate<number> = [
  montant("2009-06-01", 454_63, "Décret n° 2009-404"),
  montant("2010-01-01", 460_09, "Décret n° 2010-54"),
  montant("2011-01-01", 466_99, "Décret n° 2011-230"),
  montant("2012-01-01", 474_93, "Décret n° 2011-2040"),
  montant("2013-01-01", 483_24, "Décret n° 2012-1488"),
  montant("2013-09-01", 492_90, "Décret n° 2013-793"),
  montant("2014-01-01", 499_31, "Décret n° 2013-1263"),
  montant("2014-09-01", 509_30, "Décret n° 2014-1127"),
  montant("2015-01-01", 513_88, "Décret n° 2014-1589"),
  montant("2015-09-01", 524_16, "Décret n° 2015-1231"),
  montant("2016-04-01", 524_68, "Décret n° 2016-538"),
  montant("2016-09-01", 535_17, "Décret n° 2016-1276"),
  montant("2017-04-01", 536_78, "Décret n° 2017-739"),
  montant("2017-09-01", 545_48, "Décret n° 2017-739"),
  montant("2018-04-01", 550_93, "Décret n° 2018-324"),
  montant("2019-04-01", 559_74, "Décret n° 2019-400"),
  montant("2020-04-01", 564_78, "Décret n° 2020-490"),
  montant("2021-04-01", 565_34, "Décret n° 2021-530"),
  montant("2022-04-01", 575_52, "Décret n° 2022-699"),
  montant("2022-07-01", 598_54, "Loi n° 2022-1158, art. 9"),
  montant("2023-04-01", 607_75, "Décret n° 2023-340"),
  montant("2024-04-01", 635_71, "Décret n° 2024-396"),
  { depuis: "2025-04-01", valeur: 646_52, texte: "Décret n° 2025-293", certitude: "V" },
  montant("2026-04-01", 651_69, "Décret n° 2026-220 du 30 mars 2026"),
];

/** What a household adds to the amount of a person alone, in percent of it. */
export const majorationsFoyer: ParametreDate<{
  readonly deuxiemePersonne: number;
  readonly personneSuivante: number;
  readonly enfantAPartirDuTroisieme: number;
}> = [
  {
    depuis: "2009-06-01",
    valeur: { deuxiemePersonne: 50, personneSuivante: 30, enfantAPartirDuTroisieme: 40 },
    texte: "CASF, art. R262-1",
    certitude: "V",
  },
];

/** Below this monthly amount, in cents, the right exists but nothing is paid. */
export const seuilVersement: ParametreDate<number> = [
  {
    depuis: "2009-06-01",
    valeur: 6_00,
    texte: "CASF, art. R262-39 (numéro à vérifier)",
    certitude: "M",
  },
];
