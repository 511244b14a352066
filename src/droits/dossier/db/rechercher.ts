import { jointureCommune } from "#droits/territoire";
import { allOf, joinSql, raw, type Sql, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
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
}

export const LIMITE_RECHERCHE = 20;
/** More rows sharing a beginning than this are not worth ranking: the reader must say more. */
const ASSEZ = 500;

const COLONNES =
  raw(`s.personne_id as id, s.dossier_id as "dossierId", s.qualite, s.nom, s.nom_naissance as "nomNaissance",
  s.prenom, s.date_naissance as "dateNaissance", coalesce(commune.nom, s.commune) as commune, s.etat, s.beneficiaire,
  s.present, s.numero_demande as "numeroDemande", s.matricule`);
const COMMUNE = raw(jointureCommune("s.code_commune"));

/** Of rows `(personne_id, note)`, the best twenty in the perimeter. */
function meilleures(candidates: Sql, portee: Portee): Sql {
  return sql`select ${COLONNES} from (
      select s.*, c.note from (${candidates}) c join situation_personne s on s.personne_id = c.personne_id
      where ${conditionPortee(portee)}
      order by c.note desc, s.beneficiaire desc, s.cle_tri, s.personne_id limit ${LIMITE_RECHERCHE}
    ) s ${COMMUNE} order by s.note desc, s.beneficiaire desc, s.cle_tri, s.personne_id`;
}

/** The hash was computed by the caller; the number itself never reaches the base nor its logs. */
export function chercherParNir(tx: Tx, empreinte: Buffer, portee: Portee): Promise<Trouvee[]> {
  return lire<Trouvee>(
    tx,
    meilleures(
      sql`select distinct coalesce(p.fusionnee_dans_id, p.id) as personne_id, 1 as note
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
      sql`select m.personne_id, max((d.numero_demande = ${chiffres})::int) as note from (
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
    sql`select ${COLONNES} from (select s.* from situation_personne s
        where s.cle_tri >= ${debut} and s.cle_tri like ${`${debut}%`} and ${conditionPortee(portee)}
        order by s.cle_tri, s.personne_id limit ${LIMITE_RECHERCHE}) s ${COMMUNE} order by s.cle_tri, s.personne_id`,
  );
}

/**
 * Each word in one of its spellings, anywhere in the names. A whole word counts more than the beginning
 * of one, and that more than a piece of one; the first name of the key, the family's, more than the others.
 */
export function chercherParGraphies(
  tx: Tx,
  graphies: readonly (readonly string[])[],
  naissance: string | null,
  portee: Portee,
): Promise<Trouvee[]> {
  const note = graphies.map((formes) => {
    const debut = sql`(${commeUnDe("p.cle_recherche", formes, "", "%")})::int`;
    // Of many spellings, each test costs: where the name begins is enough to rank near ones.
    if (formes.length > 1) return debut;
    return sql`case when ${commeUnDe("' ' || p.cle_recherche || ' '", formes, "% ", " %")} then 2
      when ${commeUnDe("' ' || p.cle_recherche", formes, "% ", "%")} then 1 else 0 end + ${debut}`;
  });
  return lire<Trouvee>(
    tx,
    meilleures(
      sql`select p.id as personne_id, ${note.length === 0 ? raw("0") : joinSql(note, " + ")} as note
        from personne p where p.fusionnee_dans_id is null and ${allOf([
          ...graphies.map((formes) => commeUnDe("p.cle_recherche", formes, "%", "%")),
          ...neeLe(naissance),
        ])}`,
      portee,
    ),
  );
}

function commeUnDe(texte: string, formes: readonly string[], avant: string, apres: string): Sql {
  const essais = formes.map((forme) => sql`${raw(texte)} like ${avant + forme + apres}`);
  return sql`(${joinSql(essais, " or ")})`;
}

/**
 * Every word nearly as typed. `<%` is what the trigram index answers; its threshold is set for this
 * transaction only, as low as a letter dropped, doubled or changed in a short name needs.
 */
export async function chercherPresque(
  tx: Tx,
  { mots, naissance }: Mots,
  portee: Portee,
  seuil: number,
): Promise<Trouvee[]> {
  if (mots.length === 0) return [];
  await tx.query("select set_config('pg_trgm.word_similarity_threshold', $1, true)", [
    String(seuil),
  ]);
  const note = mots.map((mot) => sql`word_similarity(${mot}, p.cle_recherche)`);
  return lire<Trouvee>(
    tx,
    meilleures(
      sql`select p.id as personne_id, ${joinSql(note, " + ")} as note
        from personne p where p.fusionnee_dans_id is null and ${allOf([
          ...mots.map((mot) => sql`${mot} <% p.cle_recherche`),
          ...neeLe(naissance),
        ])}`,
      portee,
    ),
  );
}

/** One word as typed is enough when the others are near enough: « sofie martin » for Sophie Martin. */
export async function chercherUnMotSurPlusieurs(
  tx: Tx,
  { mots, naissance }: Mots,
  portee: Portee,
  moyenne: number,
): Promise<Trouvee[]> {
  if (mots.length < 2) return [];
  const note = joinSql(
    mots.map((mot) => sql`word_similarity(${mot}, p.cle_recherche)`),
    " + ",
  );
  const un = joinSql(
    mots.map((mot) => sql`p.cle_recherche like ${`%${mot}%`}`),
    " or ",
  );
  return lire<Trouvee>(
    tx,
    meilleures(
      sql`select p.id as personne_id, ${note} as note from personne p
        where p.fusionnee_dans_id is null and ${allOf([un, ...neeLe(naissance), sql`${note} >= ${moyenne * mots.length}`])}`,
      portee,
    ),
  );
}

function neeLe(naissance: string | null): readonly Sql[] {
  return naissance === null ? [] : [sql`p.date_naissance = ${naissance}::date`];
}
