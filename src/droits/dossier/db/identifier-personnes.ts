import type { Tx } from "#platform/db/tx.ts";
import type { Secrets } from "#platform/usecase/define-use-case.ts";
import {
  type Choix,
  type Connue,
  choisirPersonne,
  type RaisonDoute,
} from "../domain/choisir-personne.ts";
import type { PersonneConstatee } from "../domain/constater-foyer.ts";
import type { Membre } from "../domain/etat-dossier.ts";
import type { Foyer } from "../domain/lot-de-foyers.ts";
import { memePrenom, rapprocherMembres, type Signalement } from "../domain/rapprocher-membres.ts";
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

/** A declared person whose NIR is sealed. */
export interface Scellee {
  readonly signalement: Signalement;
  readonly nir: NirScelle;
}

interface Declaree extends Scellee {
  readonly membre: Membre | null;
}

/** Whom one household declares, who was already of it: twins under the NIR of a parent are two all the same. */
interface DeclareesEnsemble {
  readonly personnes: readonly Declaree[];
  readonly membres: readonly Membre[];
}

export async function identifier(
  tx: Tx,
  foyers: readonly Foyer[],
  scellees: readonly (readonly Scellee[])[],
): Promise<Identites> {
  const declarees = foyers.map(({ connu }, place) =>
    rapprocher(scellees[place] ?? [], connu?.membres ?? []),
  );
  const arrivantes = declarees.flat().filter(({ membre }) => membre === null);
  const annuaire = new Annuaire(await chercherSemblables(tx, arrivantes));
  const nouveauxDossiers = foyers.filter(({ connu }) => connu === null).length;
  const ids = await reserverIds(tx, {
    dossier: nouveauxDossiers,
    personne: arrivantes.length,
    membre: declarees.flat().length,
  });
  const reconnues = reconnaitre(
    declarees.map((personnes, place) => ({
      personnes,
      membres: foyers[place]?.connu?.membres ?? [],
    })),
    annuaire,
    ids,
  );
  const anciennes = reconnues.foyers.flat().filter(({ nouvelle }) => !nouvelle);
  const parties = foyers.flatMap(({ connu }) => connu?.membres ?? []);
  return {
    ids,
    ...reconnues,
    passes: await lirePasses(
      tx,
      [...anciennes, ...parties].map(({ personneId }) => personneId),
    ),
  };
}

/** Decides who each declared person is, in order: one the batch has just created may be met again in it. */
function reconnaitre(
  declares: readonly DeclareesEnsemble[],
  annuaire: Annuaire,
  ids: Reserve,
): Pick<Identites, "foyers" | "nouvelles" | "doutes"> {
  const nouvelles: number[] = [];
  const doutes: { a: number; b: number; raison: RaisonDoute }[] = [];
  const creer = (signalement: Signalement, choix: Choix): number => {
    const id = ids.personne();
    nouvelles.push(id);
    annuaire.inscrire({ ...signalement, id });
    for (const doute of choix.doutes) doutes.push({ a: id, b: doute.id, raison: doute.raison });
    return id;
  };
  const foyers = declares.map(({ personnes, membres }) => {
    const prises = new Set(personnes.flatMap(({ membre }) => membre?.personneId ?? []));
    return personnes.map(({ signalement, nir, membre }): Identite => {
      if (membre) return { personneId: membre.personneId, membre, nouvelle: false, nir };
      const possibles = annuaire
        .semblables(signalement)
        .filter((connue) => !prises.has(connue.id) || memePrenom(connue, signalement));
      const choix = choisirPersonne(signalement, possibles);
      const personneId = choix.id ?? creer(signalement, choix);
      // Two merged files keep two NIRs: who is found by the other one may be a member already.
      const place = membres.find((un) => un.personneId === personneId && !prises.has(personneId));
      prises.add(personneId);
      return { personneId, membre: place ?? null, nouvelle: choix.id === null, nir };
    });
  });
  return { foyers, nouvelles, doutes };
}

async function chercherSemblables(
  tx: Tx,
  arrivantes: readonly Scellee[],
): Promise<readonly Connue[]> {
  const nirs = arrivantes.flatMap(({ signalement }) => signalement.nir ?? []);
  const cles = arrivantes.flatMap(({ signalement }) => signalement.cleIdentite ?? []);
  return chercherPersonnes(
    tx,
    nirs.map((nir) => Buffer.from(nir, "hex")),
    cles,
  );
}

export function sceller(secrets: Secrets, personnes: readonly PersonneConstatee[]): Scellee[] {
  return personnes.map((personne) => {
    const nir = scellerNir(secrets, personne);
    return { nir, signalement: signaler(personne, nir) };
  });
}

function rapprocher(scellees: readonly Scellee[], membres: readonly Membre[]): readonly Declaree[] {
  const places = rapprocherMembres(
    membres.map(({ signalement }) => signalement),
    scellees.map(({ signalement }) => signalement),
  );
  return scellees.map((scellee, rang) => ({
    ...scellee,
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
function scellerNir(secrets: Secrets, { nir: examen, declaree }: PersonneConstatee): NirScelle {
  const recu = declaree.nir;
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
