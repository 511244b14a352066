import { groupesNaturePrestation, type RegleBeneficiaire } from "#commun/referentiel";
import type { Tx } from "#platform/db/tx.ts";
import { estBeneficiaire } from "../domain/beneficiaire.ts";
import type { DroitDeclare } from "../domain/foyer-declare.ts";

interface Demande {
  readonly personneId: number;
  readonly le: string;
}

/** What files say of a person on one day, and her profile that day. */
export interface DroitDuJour {
  readonly personneId: number;
  readonly le: string;
  /** False when no file says anything of that day. */
  readonly connu: boolean;
  /** Open in the sense of the rule of the département, whatever the duties. */
  readonly ouvert: boolean;
  readonly socle: boolean;
  readonly soumis: boolean | null;
  /** Day of the last file that told this household. */
  readonly declareLe: string | null;
  readonly sexe: string | null;
  readonly dateNaissance: string | null;
  readonly situationFamiliale: string | null;
  readonly codeCommune: string | null;
  /** Code of the CAF for what she does. */
  readonly activite: string | null;
  /** Code of the level of studies told at the instruction. */
  readonly niveau: string | null;
  /** The dossier knows her number of job seeker. */
  readonly demandeurEmploi: boolean;
}

interface Ligne extends Omit<DroitDuJour, "connu" | "ouvert" | "socle"> {
  readonly etat: string | null;
  readonly motifs: readonly string[] | null;
  readonly natures: DroitDeclare["natures"] | null;
}

const LE_JOUR = (alias: string) =>
  `${alias}.remplace_le is null and ${alias}.depuis <= d.le and (${alias}.jusqua is null or ${alias}.jusqua > d.le)`;

const TEXTE = `
  select d.personne as "personneId", d.le, m.etat, m.motifs, m.declare_le as "declareLe", v.soumis, n.natures,
    p.sexe, p.date_naissance as "dateNaissance", p.numero_demandeur_emploi is not null as "demandeurEmploi",
    f.situation as "situationFamiliale", a.code_commune as "codeCommune", t.code as activite, g.niveau
  from unnest($1::int[], $2::date[]) with ordinality as d(personne, le, rang)
  join personne p on p.id = d.personne
  left join lateral (
    select m.dossier_id, o.declare_le, r.etat, r.motifs_versement as motifs from membre m
    join dossier o on o.id = m.dossier_id
    left join lateral (select * from periode_droit r where r.dossier_id = m.dossier_id and ${LE_JOUR("r")} limit 1) r on true
    where m.personne_id = d.personne and m.depuis <= d.le and (m.jusqua is null or m.jusqua > d.le)
    order by (r.etat in ('2', '3', '4')) desc nulls last, o.declare_le desc, m.id desc limit 1) m on true
  left join lateral (select v.soumis from periode_devoir v where v.dossier_id = m.dossier_id
    and v.personne_id = d.personne and ${LE_JOUR("v")} limit 1) v on true
  left join lateral (select f.situation from periode_famille f where f.dossier_id = m.dossier_id and ${LE_JOUR("f")} limit 1) f on true
  left join lateral (select a.code_commune from periode_adresse a where a.dossier_id = m.dossier_id and ${LE_JOUR("a")} limit 1) a on true
  left join lateral (select t.code from activite t where t.personne_id = d.personne and t.remplace_le is null
    -- Unlike the others, this period ends on its last day, as DFACT says it.
    and (t.depuis is null or t.depuis <= d.le) and (t.jusqua is null or t.jusqua >= d.le)
    order by t.depuis desc nulls last, t.id desc limit 1) t on true
  left join lateral (select n.natures from montant_droit n where n.dossier_id = m.dossier_id and n.remplace_le is null
    order by n.depuis desc nulls last, n.id desc limit 1) n on true
  left join lateral (select g.contenu -> 'NIVETU' ->> 0 as niveau from diagnostic_declare g where g.personne_id = d.personne
    and g.remplace_le is null order by g.connu_le desc, g.id desc limit 1) g on true
  order by d.rang`;

/** The right of these persons, each on her day, from the dated periods of their dossiers. Same order as asked. */
export async function lireDroitsAu(
  tx: Tx,
  regle: RegleBeneficiaire,
  demandes: readonly Demande[],
): Promise<readonly DroitDuJour[]> {
  if (demandes.length === 0) return [];
  const lignes = await tx.query<Ligne>(TEXTE, [
    demandes.map(({ personneId }) => personneId),
    demandes.map(({ le }) => le),
  ]);
  return lignes.map(({ etat, motifs, natures, ...ligne }) => {
    const droit = etat === null ? null : { etat, motifsVersement: motifs ?? [] };
    return {
      ...ligne,
      connu: droit !== null,
      ouvert: droit !== null && droitOuvert(regle, droit),
      socle: estSocle(natures ?? [], ligne.le),
    };
  });
}

function droitOuvert(
  regle: RegleBeneficiaire,
  droit: { readonly etat: string; readonly motifsVersement: readonly string[] },
): boolean {
  const sansDevoirs = { ...regle, soumisDroitsDevoirs: false };
  const valeur = { ...droit, motifsDroit: [], motifCloture: null, motifRefus: null };
  return estBeneficiaire(sansDevoirs, valeur, null);
}

/** The activity part alone is not the socle; a file that names no part paid that day says nothing against it. */
function estSocle(natures: DroitDeclare["natures"], le: string): boolean {
  const payees = natures.filter(
    ({ depuis, jusqua }) => (depuis ?? le) <= le && (jusqua === null || jusqua >= le),
  );
  const socle: readonly string[] = groupesNaturePrestation.socle;
  return payees.length === 0 || payees.some(({ nature }) => socle.includes(nature.slice(0, 3)));
}
