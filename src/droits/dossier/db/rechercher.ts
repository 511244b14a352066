import { jointureCommune } from "#droits/territoire";
import { allOf, joinSql, raw, type Sql, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import type { Lecture, MotCherche } from "./noms-connus.ts";
import { conditionPortee, lire } from "./portee.ts";

export interface Trouvee {
  readonly id: number;
  readonly dossierId: number;
  readonly qualite: string | null;
  readonly nom: string;
  readonly nomNaissance: string | null;
  readonly prenom: string;
  readonly dateNaissance: string | null;
  readonly commune: string | null;
  readonly etat: string | null;
  readonly beneficiaire: boolean;
  readonly present: boolean;
  readonly numeroDemande: string;
  readonly matricule: string;
  /** Every word typed begins one of the names. */
  readonly exacte: boolean;
}

export const LIMITE_RECHERCHE = 20;
/** More rows alike than this are not worth ranking: the reader must say more. */
const ASSEZ = 500;

const COLONNES =
  raw(`s.personne_id as id, s.dossier_id as "dossierId", s.qualite, s.nom, s.nom_naissance as "nomNaissance",
  s.prenom, s.date_naissance as "dateNaissance", coalesce(commune.nom, s.commune) as commune, s.etat, s.beneficiaire,
  s.present, s.numero_demande as "numeroDemande", s.matricule`);
const COMMUNE = raw(jointureCommune("s.code_commune"));

/** Of rows `(personne_id, note, exacte)`, the best twenty in the perimeter. */
function meilleures(candidates: Sql, portee: Portee): Sql {
  return sql`select ${COLONNES}, s.exacte from (
      select s.*, c.note, c.exacte from (${candidates}) c join situation_personne s on s.personne_id = c.personne_id
      where ${conditionPortee(portee)}
      order by c.exacte desc, c.note desc, s.beneficiaire desc, s.cle_tri, s.personne_id limit ${LIMITE_RECHERCHE}
    ) s ${COMMUNE} order by s.exacte desc, s.note desc, s.beneficiaire desc, s.cle_tri, s.personne_id`;
}

/** The hash was computed by the caller; the number itself never reaches the base nor its logs. */
export function chercherParNir(tx: Tx, empreinte: Buffer, portee: Portee): Promise<Trouvee[]> {
  return lire<Trouvee>(
    tx,
    meilleures(
      sql`select distinct coalesce(p.fusionnee_dans_id, p.id) as personne_id, 1 as note, true as exacte
        from personne p where p.nir_empreinte = ${empreinte}`,
      portee,
    ),
  );
}

/** The beginning of a claim number or of a matricule, of any dossier where the person is or was. */
export function chercherParNumero(tx: Tx, chiffres: string, portee: Portee): Promise<Trouvee[]> {
  return lire<Trouvee>(
    tx,
    meilleures(
      sql`select m.personne_id, max((d.numero_demande = ${chiffres})::int) as note,
          true as exacte from (
          select id, numero_demande from dossier where numero_demande like ${`${chiffres}%`}
          union select id, numero_demande from dossier where matricule like ${`${chiffres}%`} limit ${ASSEZ}
        ) d join membre m on m.dossier_id = d.id group by m.personne_id`,
      portee,
    ),
  );
}

export interface Mots {
  readonly mots: readonly string[];
  readonly naissance: string | null;
}

/** One or two letters: no trigram answers them, the order of the list does. */
export function chercherParDebut(tx: Tx, debut: string, portee: Portee): Promise<Trouvee[]> {
  return lire<Trouvee>(
    tx,
    sql`select ${COLONNES}, true as exacte from (select s.* from situation_personne s
        where s.cle_tri >= ${debut} and s.cle_tri like ${`${debut}%`} and ${conditionPortee(portee)}
        order by s.cle_tri, s.personne_id limit ${LIMITE_RECHERCHE}) s ${COMMUNE} order by s.cle_tri, s.personne_id`,
  );
}

/** What a name is worth for a word typed: a whole name, its beginning, a near name, a piece of it. */
const ENTIER = 8;
const DEBUT = 6;
const PROCHE = 3;
const MORCEAU = 1;
/** The family's name comes first in the key: of two equal likenesses, it is the one looked for. */
const EN_TETE = 1;
/** The name and the first name in use, before the others. */
const USUEL = 1;
const TROIS = 3;

/** Persons of any of these readings of what was typed: `(personne_id, note, exacte)`. */
export function candidatsParNom(lectures: readonly Lecture[], naissance: string | null): Sql {
  const chacune = lectures.map((mots) => candidatsDe(mots, naissance));
  if (chacune.length === 1) return joinSql(chacune, "");
  return sql`select personne_id, cle_tri, max(note) as note, bool_or(exacte) as exacte
    from (${joinSql(chacune, " union all ")}) l group by personne_id, cle_tri`;
}

/** Those whom each word answers, with what they are worth; `exacte` when each begins one of their names. */
function candidatsDe(mots: Lecture, naissance: string | null): Sql {
  const notes = mots.map(noteDuMot);
  const colonnes = notes.map((note, rang) => sql`${note} as ${raw(`n${rang}`)}`);
  const noms = notes.map((_, rang) => raw(`n${rang}`));
  const longueur = mots.map(({ mot }) => mot).join(" ").length;
  // Of all those named so, the one who is named nothing else.
  const seulement = sql`(char_length(cle_tri) = ${longueur}::int)::int`;
  const toutes = joinSql([...noms, seulement], " + ");
  const seuls = mots.every(({ mot }) => mot.length < TROIS);
  const moindre = noms.length === 0 ? raw(String(DEBUT)) : sql`least(${joinSql(noms, ", ")})`;
  return sql`select personne_id, cle_tri, ${toutes} as note, ${moindre} >= ${raw(String(DEBUT))} as exacte from (
      select ${joinSql([raw("p.id as personne_id, p.cle_tri"), ...colonnes], ", ")} from personne p
      where p.fusionnee_dans_id is null and ${allOf([...mots.map((mot) => contient(mot, seuls)), ...neeLe(naissance)])} offset 0
    ) n where ${moindre} > 0`;
}

function noteDuMot({ mot, proches }: MotCherche): Sql {
  const initiale = proches.filter((nom) => nom[0] === mot[0]);
  const autres = proches.filter((nom) => nom[0] !== mot[0]);
  const cas = [
    sql`when ' ' || p.cle_recherche || ' ' like ${`% ${mot} %`} then ${raw(String(ENTIER))}`,
    sql`when ' ' || p.cle_recherche like ${`% ${mot}%`} then ${raw(String(DEBUT))}`,
    ...[initiale, autres].flatMap((noms, rang) =>
      noms.length === 0
        ? []
        : [
            sql`when ' ' || p.cle_recherche || ' ' like any(${noms.map((nom) => `% ${nom} %`)}::text[])
              then ${raw(String(PROCHE - rang))}`,
          ],
    ),
    ...(mot.length > TROIS
      ? [sql`when p.cle_recherche like ${`%${mot}%`} then ${raw(String(MORCEAU))}`]
      : []),
  ];
  return sql`case ${joinSql(cas, " ")} else 0 end
    + case when p.cle_recherche like ${`${mot}%`} then ${raw(String(EN_TETE))} else 0 end
    + case when ' ' || p.cle_tri || ' ' like ${`% ${mot} %`} then ${raw(String(USUEL))} else 0 end`;
}

/**
 * Each a pattern of its own: the trigram index answers them one by one, not an array of them. Three letters
 * or less are too common inside names: they must begin one. Less than three are too common for the index
 * itself: beside a longer word they only sort out what it found.
 */
function contient({ mot, proches }: MotCherche, seul: boolean): Sql {
  if (mot.length < TROIS && proches.length === 0 && !seul)
    return sql`' ' || p.cle_recherche like ${`% ${mot}%`}`;
  const court = mot.length <= TROIS;
  const motifs = [court ? [`${mot}%`, `% ${mot}%`] : `%${mot}%`, proches.map((nom) => `%${nom}%`)];
  return sql`(${joinSql(
    motifs.flat().map((motif) => sql`p.cle_recherche like ${motif}`),
    " or ",
  )})`;
}

export function chercherParNoms(
  tx: Tx,
  lectures: readonly Lecture[],
  naissance: string | null,
  portee: Portee,
): Promise<Trouvee[]> {
  const candidats = candidatsParNom(lectures, naissance);
  // Whoever sees everybody needs the present of the likeliest alone, not of all the Martins.
  const premiers = sql`select personne_id, note, exacte from (${candidats}) c
    order by exacte desc, note desc, cle_tri, personne_id limit ${ASSEZ}`;
  return lire<Trouvee>(
    tx,
    meilleures(portee.territoires === "tous" ? premiers : candidats, portee),
  );
}

function neeLe(naissance: string | null): readonly Sql[] {
  return naissance === null ? [] : [sql`p.date_naissance = ${naissance}::date`];
}
