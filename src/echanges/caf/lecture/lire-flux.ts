import { hash } from "node:crypto";
import { DomainError } from "#platform/errors/domain-error.ts";
import { openBytes } from "#platform/files/open-bytes.ts";
import { Decoupeur, type Segment } from "./decoupeur.ts";
import { decoder, type Encodage } from "./encodage.ts";
import { traduireRefusDeFichier } from "./refus-de-fichier.ts";
import { lireValeurBrute } from "./valeurs-brutes.ts";

interface CleDossier {
  readonly numeroDemande: string;
  readonly matricule: string | null;
  readonly numeroOrganisme: string | null;
}

/** One record of a flow, cut but not parsed. */
export interface Enregistrement {
  /** Order in the file, from 1, rejects included: the same at each reading. */
  readonly rang: number;
  /** First line in the file, from 1. */
  readonly ligne: number;
  /** SHA-256 of the bytes as received. */
  readonly empreinte: Buffer;
  /** Bytes as received; the first 64 KB only when `erreur` is set. */
  readonly brut: Buffer;
  /** Found by a search of bytes: present even where the record does not parse. */
  readonly cle: CleDossier | null;
  /** Why the record cannot be parsed: to be rejected as it is. */
  readonly erreur: DomainError | null;
  /** Throws `enregistrement.encodage` where bytes are not of the encoding the file declares. */
  texte(): string;
}

export interface OptionsDeLecture {
  readonly encodage: Encodage;
  /** First record wanted; those before are cut and counted, nothing more. */
  readonly depuisRang?: number;
}

const BRUT_GARDE = 64 * 1024;

export async function* lireFlux(
  path: string,
  { encodage, depuisRang = 1 }: OptionsDeLecture,
): AsyncGenerator<Enregistrement> {
  let rang = 0;
  for await (const segment of decouper(path)) {
    if (!estEnregistrement(segment)) continue;
    rang += 1;
    if (rang >= depuisRang) yield enregistrement(segment, rang, encodage);
  }
}

const estEnregistrement = ({ sorte }: Segment): boolean =>
  sorte === "enregistrement" || sorte === "intrus";

async function* decouper(path: string): AsyncGenerator<Segment> {
  const decoupeur = new Decoupeur();
  try {
    const { chunks } = await openBytes(path);
    for await (const morceau of chunks) yield* decoupeur.ajouter(morceau);
  } catch (cause) {
    throw traduireRefusDeFichier(cause);
  }
  yield* decoupeur.terminer();
}

function enregistrement(segment: Segment, rang: number, encodage: Encodage): Enregistrement {
  const { octets, ligne } = segment;
  const erreur = trouverErreur(segment);
  const brut = erreur === null ? octets : Buffer.from(octets.subarray(0, BRUT_GARDE));
  return {
    rang,
    ligne,
    empreinte: segment.empreinte ?? hash("sha256", octets, "buffer"),
    brut,
    cle: segment.sorte === "intrus" ? null : trouverCle(octets),
    erreur,
    texte: () => decoder(brut, encodage),
  };
}

function trouverErreur({ sorte, defaut, taille }: Segment): DomainError | null {
  if (sorte === "intrus") {
    return new DomainError(
      "enregistrement.intrus",
      "Ce passage est entre deux dossiers et n’appartient à aucun.",
    );
  }
  if (defaut === "sans-fin") {
    return new DomainError(
      "enregistrement.sans-fin",
      "La balise de fin de ce dossier manque : il est coupé au début du suivant.",
    );
  }
  if (defaut === "trop-long") {
    return new DomainError(
      "enregistrement.trop-long",
      "Ce dossier dépasse 2 Mo : il est écarté, et seul son début est conservé.",
      { octets: taille },
    );
  }
  return null;
}

function trouverCle(octets: Buffer): CleDossier | null {
  const numeroDemande = lireValeurBrute(octets, "NUMDEMRSA");
  if (numeroDemande === null) return null;
  return {
    numeroDemande,
    matricule: lireValeurBrute(octets, "MATRICULE"),
    numeroOrganisme: lireValeurBrute(octets, "NUMORG"),
  };
}
