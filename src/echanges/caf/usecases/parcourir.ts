import type { LotLu } from "#droits/flux-caf";
import type { LecteurAilleurs } from "../lecture/lire-ailleurs.ts";
import type { Enregistrement } from "../lecture/lire-flux.ts";
import { noterVus, type Paquet, type Preparation, preparerLot } from "./preparer-lot.ts";

/**
 * A batch is prepared while the last one is written. On an empty base two are written at once, each in
 * its transaction: what the second writes does not hang on the first, and the base has always work.
 */
export async function parcourir(
  preparation: Preparation,
  paquets: AsyncIterable<Paquet>,
  position: number,
  ecrire: (lot: LotLu, tour: Promise<void>) => Promise<void>,
): Promise<void> {
  let ecriture: Promise<void> = Promise.resolve();
  let precedente = ecriture;
  let depuis = position;
  try {
    for await (const paquet of paquets) {
      const dernier = paquet.enregistrements.at(-1)?.rang ?? 0;
      if (dernier <= position) {
        await noterVus(preparation, paquet.enregistrements);
        continue;
      }
      const place = preparation.redacteur ? precedente : ecriture;
      const [lot] = await Promise.all([preparerLot(preparation, depuis, paquet), place]);
      depuis = lot.jusqua;
      precedente = ecriture;
      ecriture = ecrire(lot, precedente);
      // The failure is awaited with a later batch; here it must only not go unheard.
      ecriture.catch(() => undefined);
    }
    await ecriture;
  } finally {
    await Promise.allSettled([ecriture]);
  }
}

/**
 * Packets never straddle the checkpoint: what is before it is only remembered. They are cut at the same
 * records whatever the checkpoint, so that a run taken up warns of what an uninterrupted one would.
 */
export async function* parPaquets(
  enregistrements: AsyncIterable<Enregistrement>,
  position: number,
  taille: number,
): AsyncGenerator<readonly Enregistrement[]> {
  let paquet: Enregistrement[] = [];
  for await (const enregistrement of enregistrements) {
    paquet.push(enregistrement);
    if (enregistrement.rang % taille === 0 || enregistrement.rang === position) {
      yield paquet;
      paquet = [];
    }
  }
  if (paquet.length > 0) yield paquet;
}

/** With a reader elsewhere, a packet is given to it before the one that precedes is worked on. */
export async function* lireDAvance(
  paquets: AsyncIterable<readonly Enregistrement[]>,
  lecteur: LecteurAilleurs | null,
): AsyncGenerator<Paquet> {
  let enAttente: Paquet | null = null;
  for await (const enregistrements of paquets) {
    const lectures = lecteur?.lire(enregistrements) ?? null;
    // The failure is met when the packet's turn comes; until then it must only not go unheard.
    lectures?.catch(() => undefined);
    const paquet = { enregistrements, lectures };
    if (lectures === null) {
      yield paquet;
      continue;
    }
    if (enAttente) yield enAttente;
    enAttente = paquet;
  }
  if (enAttente) yield enAttente;
}
