import { jointureCommune, jointureTerritoire } from "#droits/territoire";
import { raw, sql } from "#platform/db/list/sql.ts";
import type { Tx } from "#platform/db/tx.ts";
import type { Portee } from "#platform/usecase/define-use-case.ts";
import type { AdresseRecue } from "../domain/adresse-postale.ts";
import { conditionPortee, lire } from "./portee.ts";

const COMMUNE = raw(jointureCommune("s.code_commune"));
const TERRITOIRE = raw(jointureTerritoire("s.code_commune"));

export interface PersonneEcrite extends AdresseRecue {
  readonly personneId: number;
  readonly qualite: string | null;
  readonly sexe: string | null;
  readonly nom: string;
  readonly prenom: string;
  readonly dateNaissance: string | null;
  readonly communeActuelle: string | null;
  readonly territoire: string | null;
  readonly telephone: string | null;
  readonly courriel: string | null;
  readonly numeroDemande: string;
  readonly matricule: string;
  readonly dateDemande: string | null;
  readonly soumisDepuis: string | null;
  readonly organisme: string | null;
}

/** What a letter says of these persons, those of the perimeter only; each period by its index. */
export function lirePersonnesEcrites(
  tx: Tx,
  personnes: readonly number[],
  portee: Portee,
): Promise<PersonneEcrite[]> {
  return lire<PersonneEcrite>(
    tx,
    sql`select s.personne_id as "personneId", s.qualite, s.sexe, s.nom, s.prenom, s.date_naissance as "dateNaissance",
      coalesce(commune.nom, s.commune) as "communeActuelle", territoire.nom as territoire, s.telephone, s.courriel,
      s.numero_demande as "numeroDemande", s.matricule, s.date_demande as "dateDemande",
      s.soumis_depuis as "soumisDepuis", d.organisme,
      a.complement_identite as "complementIdentite", a.complement, a.numero, a.type_voie as "typeVoie", a.voie,
      a.lieu_dit as "lieuDit", a.code_postal as "codePostal", a.commune,
      coalesce(a.lignes_etranger, '{}') as "lignesEtranger"
    from situation_personne s join dossier d on d.id = s.dossier_id
    left join lateral (select * from periode_adresse a
      where a.dossier_id = s.dossier_id and a.jusqua is null and a.remplace_le is null limit 1) a on true
    ${COMMUNE} ${TERRITOIRE}
    where s.personne_id = any(${[...personnes]}::int[]) and ${conditionPortee(portee)}`,
  );
}
