import { createHash } from "node:crypto";
import type { EnTeteFlux } from "#droits/dossier";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type ContainerKind, openBytes } from "#platform/files/open-bytes.ts";
import { DetecteurDeDeclarations } from "./declarations.ts";
import { Decoupeur, type Segment } from "./decoupeur.ts";
import { lireEnTete, trouverNature, typeInconnu } from "./en-tete.ts";
import { type Encodage, trouverEncodage } from "./encodage.ts";
import { BALISE_DE_NATURE, type NatureDeFlux } from "./lire-foyer.ts";
import { type NombreParDepartement, type NombreParOrganisme, Provenances } from "./provenances.ts";
import { refuserCeQuiNestPasXml, traduireRefusDeFichier } from "./refus-de-fichier.ts";
import { lireValeurBrute } from "./valeurs-brutes.ts";

/** What a flow is, read from one pass over its bytes, before anything is written. */
export interface Examen {
  /** Of the decompressed bytes, in hexadecimal: the same for `.xml`, `.xml.gz` and `.zip`. */
  readonly sha256: string;
  /** Bytes, decompressed. */
  readonly taille: number;
  /** Bytes of the file as received. */
  readonly tailleFichier: number;
  readonly conteneur: ContainerKind;
  readonly encodage: Encodage;
  readonly entete: EnTeteFlux;
  readonly nature: NatureDeFlux;
  /** As many as `lireFlux` yields: dossiers, and passages that belong to none. */
  readonly enregistrements: number;
  readonly intrus: number;
  readonly annonces: {
    readonly dossiers: number | null; // NBTOTDOSRSATRANSM
    readonly anomalies: number | null; // NBTOTDOSRSATRANSMANO
    readonly demandes: number | null; // NBTOTDEMRSATRANSM
  };
  /** Most frequent first. */
  readonly departements: readonly NombreParDepartement[];
  readonly organismes: readonly NombreParOrganisme[];
}

const PREMIERS_OCTETS = 4096;
const QUEUE = 16 * 1024;
const RACINE = /<([A-Za-z_][\w.:-]*)(?:\s[^>]*?)?(\/?)>/;

export async function examinerFlux(path: string): Promise<Examen> {
  const examinateur = new Examinateur();
  try {
    const { chunks, kind, size } = await openBytes(path);
    for await (const morceau of chunks) examinateur.ajouter(morceau);
    return { ...examinateur.conclure(), conteneur: kind, tailleFichier: size };
  } catch (cause) {
    throw traduireRefusDeFichier(cause);
  }
}

class Examinateur {
  readonly #hash = createHash("sha256");
  readonly #decoupeur = new Decoupeur();
  readonly #declarations = new DetecteurDeDeclarations();
  readonly #provenances = new Provenances();
  #encodage: Encodage | null = null;
  #attente = Buffer.alloc(0);
  #queue = Buffer.alloc(0);
  #preambule = Buffer.alloc(0);
  #taille = 0;
  #dossiers = 0;
  #intrus = 0;

  ajouter(morceau: Buffer): void {
    this.#taille += morceau.length;
    if (this.#encodage !== null) {
      this.#lire(morceau);
      return;
    }
    this.#attente = Buffer.concat([this.#attente, morceau]);
    if (this.#attente.length >= PREMIERS_OCTETS) this.#reconnaitre();
  }

  conclure(): Omit<Examen, "conteneur" | "tailleFichier"> {
    if (this.#taille === 0) throw new DomainError("flux.vide", "Le fichier est vide.");
    const encodage = this.#encodage ?? this.#reconnaitre();
    for (const segment of this.#decoupeur.terminer()) this.#compter(segment);
    const preambule = this.#preambule.toString("latin1");
    this.#verifierRacine(preambule);
    const entete = lireEnTete(preambule);
    const nature = trouverNature(entete);
    this.#verifierBalise(nature, preambule);
    return {
      sha256: this.#hash.digest("hex"),
      taille: this.#taille,
      encodage,
      entete,
      nature,
      enregistrements: this.#dossiers + this.#intrus,
      intrus: this.#intrus,
      annonces: this.#lireAnnonces(),
      departements: this.#provenances.departements(),
      organismes: this.#provenances.organismes(),
    };
  }

  #reconnaitre(): Encodage {
    const debut = this.#attente;
    if (debut.every((octet) => octet === 0))
      throw new DomainError("flux.vide", "Le fichier est vide.");
    const encodage = trouverEncodage(debut);
    refuserCeQuiNestPasXml(debut);
    this.#encodage = encodage;
    this.#attente = Buffer.alloc(0);
    this.#lire(debut);
    return encodage;
  }

  #lire(morceau: Buffer): void {
    this.#hash.update(morceau);
    if (this.#declarations.trouve(morceau)) throw declarationInterdite();
    const fin = morceau.subarray(-QUEUE);
    this.#queue = Buffer.concat([this.#queue.subarray(fin.length - QUEUE || QUEUE), fin]);
    for (const segment of this.#decoupeur.ajouter(morceau)) this.#compter(segment);
  }

  #compter({ sorte, octets }: Segment): void {
    if (sorte === "preambule") this.#preambule = Buffer.from(octets.subarray(0, 64 * 1024));
    if (sorte === "intrus") this.#intrus += 1;
    if (sorte !== "enregistrement") return;
    this.#dossiers += 1;
    this.#provenances.ajouter(octets);
  }

  /** A file whose root is not closed has lost its end on the way. */
  #verifierRacine(preambule: string): void {
    const [, racine, vide] = RACINE.exec(sansCommentaire(preambule)) ?? [];
    if (racine === undefined || !/<IdentificationFlux>|<Racine/.test(preambule)) {
      throw typeInconnu(`La racine du fichier est « ${racine?.slice(0, 40) ?? "absente"} »`);
    }
    if (vide === "/" || estFermee(this.#queue, racine)) return;
    const { ligne } = this.#decoupeur;
    throw new DomainError(
      "flux.tronque",
      `Le fichier s’arrête à la ligne ${ligne}, avant sa fin (la balise </${racine}> manque). Redemandez-le à l’organisme payeur.`,
      { ligne },
    );
  }

  #verifierBalise(nature: NatureDeFlux, preambule: string): void {
    const attendue = BALISE_DE_NATURE[nature];
    const { balise } = this.#decoupeur;
    if (balise !== null && balise !== attendue) {
      throw typeInconnu(
        `L’en-tête annonce des blocs ${attendue}, le fichier contient des ${balise}`,
      );
    }
    if (this.#dossiers > 0) return;
    const autre = /<(Infos(?:Creance|Financieres)FoyerRSA)/.exec(
      preambule + this.#queue.toString("latin1"),
    );
    if (autre !== null) throw typeInconnu(`Le fichier contient des blocs ${autre[1]}`);
    throw new DomainError(
      "flux.vide",
      `Le flux ne contient aucun dossier (aucun bloc ${attendue}) : il n’y a rien à importer.`,
    );
  }

  #lireAnnonces(): Examen["annonces"] {
    const pied = this.#queue.subarray(Math.max(0, this.#queue.lastIndexOf("<TransmissionFlux")));
    return {
      dossiers: nombre(lireValeurBrute(pied, "NBTOTDOSRSATRANSM")),
      anomalies: nombre(lireValeurBrute(pied, "NBTOTDOSRSATRANSMANO")),
      demandes: nombre(lireValeurBrute(pied, "NBTOTDEMRSATRANSM")),
    };
  }
}

function estFermee(queue: Buffer, racine: string): boolean {
  const fermeture = `</${racine}`;
  const place = queue.lastIndexOf(fermeture);
  if (place === -1) return false;
  return /^\s*>/.test(queue.toString("latin1", place + fermeture.length));
}

const nombre = (texte: string | null): number | null =>
  texte !== null && /^\d{1,12}$/.test(texte) ? Number(texte) : null;

function sansCommentaire(preambule: string): string {
  let reste = preambule
    .replace(/^ï»¿/, "")
    .replace(/^\s*<\?xml[^>]*\?>/, "")
    .trimStart();
  while (reste.startsWith("<!--") && reste.includes("-->")) {
    reste = reste.slice(reste.indexOf("-->") + 3).trimStart();
  }
  return reste;
}

const declarationInterdite = (): DomainError =>
  new DomainError(
    "flux.doctype",
    "Le fichier contient une déclaration DOCTYPE ou ENTITY, qu’un flux n’a jamais : il est refusé par sécurité.",
  );
