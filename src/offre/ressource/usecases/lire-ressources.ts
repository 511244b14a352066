import { rechercherCommune } from "#droits/territoire";
import { allOf, raw, type Sql, sql } from "#platform/db/list/sql.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  type FaitLu,
  lireFaits,
  lireRessources,
  nommerZone,
  type RessourceLue,
} from "../db/ressources.ts";
import { lireHoraires, ouvertLe } from "../domain/horaires.ts";
import { besoinsDe } from "../domain/vocabulaire.ts";
import { chercherInput, fichesInput, ressourceInput, rienInput } from "../schemas.ts";
import { auteurDe, estFerie, exigerRessource } from "./cadre.ts";

export interface CommuneCherchee {
  readonly code: string;
  readonly nom: string;
}

export interface RessourcesTrouvees {
  readonly le: string;
  readonly ressources: readonly RessourceLue[];
  /** Null when none was asked, or none is so named. */
  readonly commune: CommuneCherchee | null;
  readonly communeInconnue: boolean;
  readonly themeInconnu: boolean;
  /** How many answer but for the day asked: their hours are not known. */
  readonly horairesInconnus: number;
}

const presentes = raw("r.retiree_le is null");

/** By need, commune, public and day; words without accents. */
export const chercherRessources = defineUseCase({
  name: "ressource.chercher",
  input: chercherInput,
  droit: "offre:lire",
  nature: "lecture",
  trace: null,
  async run(context, saisie): Promise<RessourcesTrouvees> {
    const { le } = auteurDe(context);
    const { theme, jour } = saisie;
    const commune = await trouverCommune(context, saisie.commune);
    const besoins = theme === "" ? null : besoinsDe(theme);
    const conditions = [
      presentes,
      sql`r.valable @> ${jour ?? le}::date`,
      ...(besoins ? [sql`r.besoins && ${[...besoins]}::text[]`] : []),
      ...(saisie.public === "" ? [] : [accueille(saisie.public)]),
      ...(commune ? [dessert(commune)] : []),
      ...mots(saisie.q),
    ];
    const lues = await lireRessources(context.tx, allOf(conditions));
    const ouvertes =
      jour === null ? lues : lues.filter((une) => ouvreLe(une, jour, estFerie(context, jour)));
    const inconnus = jour === null ? 0 : lues.filter((une) => horairesDe(une) === null).length;
    return {
      le,
      ressources: dansLOrdre(ouvertes, commune),
      commune,
      communeInconnue: saisie.commune.trim() !== "" && commune === null,
      themeInconnu: theme !== "" && besoins === null,
      horairesInconnus: inconnus,
    };
  },
});

/** A service that names no public receives everybody. */
const accueille = (public_: string): Sql =>
  sql`(r.publics = '{}' or r.publics && ${[public_]}::text[])`;

interface CommuneSituee extends CommuneCherchee {
  readonly departement: string;
  readonly codeEpci: string | null;
}

/** Its zone holds the commune; without a zone, the département of its place. */
const dessert = ({ code, departement, codeEpci }: CommuneSituee): Sql =>
  sql`(r.zone && ${[code, departement, codeEpci ?? "", "france"]}::text[]
    or (r.zone = '{}' and (l.code_commune is null or l.code_commune like ${`${departement}%`})))`;

function mots(q: string): readonly Sql[] {
  return q
    .split(/\s+/u)
    .filter((mot) => mot.length > 1)
    .map((mot) => sql`r.recherche like '%' || lower(jalon.sans_accent(${mot})) || '%'`);
}

async function trouverCommune(context: Context, ecrite: string): Promise<CommuneSituee | null> {
  const texte = ecrite.trim();
  if (texte.length < 2) return null;
  const trouvees = await rechercherCommune.within(context, context.journal, {
    texte,
    partout: true,
  });
  return (
    trouvees.find(({ departement }) => departement === context.departement.code) ??
    trouvees[0] ??
    null
  );
}

export function horairesDe({ horaires, lieu }: RessourceLue) {
  return lireHoraires(horaires ?? lieu.horaires ?? "");
}

function ouvreLe(une: RessourceLue, jour: string, ferie: boolean): boolean {
  const horaires = horairesDe(une);
  return horaires !== null && ouvertLe(horaires, jour, ferie);
}

/** Those of the commune itself come first, the order of names is kept. */
function dansLOrdre(
  ressources: readonly RessourceLue[],
  commune: CommuneCherchee | null,
): readonly RessourceLue[] {
  if (commune === null) return ressources;
  const ici = ({ lieu }: RessourceLue) => (lieu.codeCommune === commune.code ? 0 : 1);
  return ressources.toSorted((a, b) => ici(a) - ici(b));
}

export interface RessourceConsultee {
  readonly le: string;
  readonly ressource: RessourceLue;
  readonly faits: readonly FaitLu[];
  /** Other services of the same place. */
  readonly voisines: readonly RessourceLue[];
  readonly ouverteAujourdhui: boolean | null;
  /** Names of the communes it serves. */
  readonly zone: ReadonlyMap<string, string>;
}

export const consulterRessource = defineUseCase({
  name: "ressource.consulter",
  input: ressourceInput,
  droit: "offre:lire",
  nature: "lecture",
  trace: null,
  async run(context, { ressourceId }): Promise<RessourceConsultee> {
    const { le } = auteurDe(context);
    const ressource = await exigerRessource(context, ressourceId);
    const horaires = horairesDe(ressource);
    return {
      le,
      ressource,
      faits: await lireFaits(context.tx, ressourceId),
      voisines: await lireRessources(
        context.tx,
        allOf([
          presentes,
          sql`r.lieu_id = ${ressource.lieu.id}::int and r.id <> ${ressourceId}::int`,
        ]),
      ),
      zone: await nommerZone(context.tx, ressource.zone),
      ouverteAujourdhui: horaires && ouvertLe(horaires, le, estFerie(context, le)),
    };
  },
});

/** Those chosen, in the order of names: for the sheet handed over. */
export const lireFiches = defineUseCase({
  name: "ressource.lire-fiches",
  input: fichesInput,
  droit: "offre:lire",
  nature: "lecture",
  trace: null,
  async run(
    context,
    { ids },
  ): Promise<{ readonly le: string; readonly ressources: readonly RessourceLue[] }> {
    const { le } = auteurDe(context);
    const condition = sql`r.id = any(${ids}::int[])`;
    return { le, ressources: await lireRessources(context.tx, allOf([presentes, condition])) };
  },
});

/** The whole directory, for who receives it. */
export const exporterRessources = defineUseCase({
  name: "ressource.exporter",
  input: rienInput,
  droit: "offre:lire",
  nature: "lecture",
  trace: (_, ressources: readonly RessourceLue[]) => ({
    objet: "departement",
    details: { ressources: ressources.length },
  }),
  run: (context) => lireRessources(context.tx, presentes, 100_000),
});
