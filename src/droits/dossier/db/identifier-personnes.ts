import type { Context, Secrets } from "#platform/usecase/define-use-case.ts";
import { type Connue, choisirPersonne, type RaisonDoute } from "../domain/choisir-personne.ts";
import type { PersonneConstatee } from "../domain/constater-foyer.ts";
import type { Membre } from "../domain/etat-dossier.ts";
import type { Foyer } from "../domain/lot-de-foyers.ts";
import { examinerNir } from "../domain/nir.ts";
import { rapprocherMembres, type Signalement } from "../domain/rapprocher-membres.ts";
import { type Reserve, reserverIds } from "./ecritures.ts";
import { chercherPersonnes, lirePasses } from "./identites.ts";
import type { NirScelle } from "./rediger.ts";

/** Who a declared person is: a member already there, a human known elsewhere, or somebody new. */
export interface Identite {
  readonly personneId: number;
  readonly membre: Membre | null;
  readonly nouvelle: boolean;
  readonly nir: NirScelle;
}

export interface Passe {
  readonly deja: boolean;
  readonly dossierActif: number | null;
}

export interface Identites {
  /** Identifiers kept for the rows the batch will create. */
  readonly ids: Reserve;
  /** For each foyer of the batch, one identity for each declared person, in order. */
  readonly foyers: readonly (readonly Identite[])[];
  readonly nouvelles: readonly number[];
  readonly doutes: readonly {
    readonly a: number;
    readonly b: number;
    readonly raison: RaisonDoute;
  }[];
  readonly passes: ReadonlyMap<number, Passe>;
}

interface Declaree {
  readonly signalement: Signalement;
  readonly nir: NirScelle;
  readonly membre: Membre | null;
}

export async function identifier(
  { tx, secrets }: Context,
  foyers: readonly Foyer[],
): Promise<Identites> {
  const declarees = foyers.map(({ constate, connu }) =>
    rapprocher(secrets, constate.personnes, connu?.membres ?? []),
  );
  const arrivantes = declarees.flat().filter(({ membre }) => membre === null);
  const annuaire = new Annuaire(
    await chercherPersonnes(
      tx,
      arrivantes.flatMap(({ nir }) => (nir.empreinte ? [nir.empreinte] : [])),
      arrivantes.flatMap(({ signalement }) =>
        signalement.cleIdentite ? [signalement.cleIdentite] : [],
      ),
    ),
  );
  const nouveauxDossiers = foyers.filter(({ connu }) => connu === null).length;
  const ids = await reserverIds(tx, {
    dossier: nouveauxDossiers,
    personne: arrivantes.length,
    membre: declarees.flat().length,
  });
  const nouvelles: number[] = [];
  const doutes: { a: number; b: number; raison: RaisonDoute }[] = [];
  const identites = declarees.map((personnes) =>
    personnes.map(({ signalement, nir, membre }): Identite => {
      if (membre) return { personneId: membre.personneId, membre, nouvelle: false, nir };
      const choix = choisirPersonne(signalement, annuaire.semblables(signalement));
      const personneId = choix.id ?? ids.personne();
      if (choix.id === null) {
        nouvelles.push(personneId);
        annuaire.inscrire({ ...signalement, id: personneId });
        for (const doute of choix.doutes)
          doutes.push({ a: personneId, b: doute.id, raison: doute.raison });
      }
      return { personneId, membre: null, nouvelle: choix.id === null, nir };
    }),
  );
  const anciennes = identites
    .flat()
    .filter(({ nouvelle }) => !nouvelle)
    .map(({ personneId }) => personneId);
  const parties = foyers.flatMap(
    ({ connu }) => connu?.membres.map(({ personneId }) => personneId) ?? [],
  );
  return {
    ids,
    foyers: identites,
    nouvelles,
    doutes,
    passes: await lirePasses(tx, [...anciennes, ...parties]),
  };
}

function rapprocher(
  secrets: Secrets,
  personnes: readonly PersonneConstatee[],
  membres: readonly Membre[],
): readonly Declaree[] {
  const declarees = personnes.map((personne) => {
    const nir = scellerNir(secrets, personne.declaree.nir);
    return { nir, signalement: signaler(personne, nir) };
  });
  const places = rapprocherMembres(
    membres.map(({ signalement }) => signalement),
    declarees.map(({ signalement }) => signalement),
  );
  return declarees.map((declaree, rang) => ({
    ...declaree,
    membre: membres[places[rang] ?? -1] ?? null,
  }));
}

function signaler(personne: PersonneConstatee, nir: NirScelle): Signalement {
  return {
    role: personne.role,
    nir: nir.empreinte?.toString("hex") ?? null,
    cleIdentite: personne.cleIdentite,
    dateNaissance: personne.dateNaissance,
    nom: personne.declaree.nom,
    prenom: personne.declaree.prenom,
  };
}

/** Only the 13 characters make the hash; what was received, key included, is what is sealed. */
export function scellerNir(secrets: Secrets, recu: string | null): NirScelle {
  const examen = examinerNir(recu);
  return {
    etat: examen.etat,
    empreinte: examen.etat === "valide" ? secrets.digest(examen.nir13) : null,
    chiffre: examen.etat === "absent" || recu === null ? null : secrets.encrypt(recu),
  };
}

/** The humans a batch may meet again, found in the base or created by the batch itself. */
class Annuaire {
  readonly #parNir = new Map<string, Connue[]>();
  readonly #parCle = new Map<string, Connue[]>();

  constructor(connues: readonly Connue[]) {
    for (const connue of connues) this.inscrire(connue);
  }

  inscrire(connue: Connue): void {
    if (connue.nir) ranger(this.#parNir, connue.nir, connue);
    if (connue.cleIdentite) ranger(this.#parCle, connue.cleIdentite, connue);
  }

  semblables({ nir, cleIdentite }: Signalement): readonly Connue[] {
    return [
      ...((nir && this.#parNir.get(nir)) || []),
      ...((cleIdentite && this.#parCle.get(cleIdentite)) || []),
    ];
  }
}

function ranger(index: Map<string, Connue[]>, cle: string, connue: Connue): void {
  const rangees = index.get(cle);
  if (rangees) rangees.push(connue);
  else index.set(cle, [connue]);
}
