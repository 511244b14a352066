import { DomainError } from "#platform/errors/domain-error.ts";
import { answerOrders } from "#platform/thread/answer-orders.ts";
import { decoder } from "./encodage.ts";
import type { ALire, LectureFaite } from "./lire-ailleurs.ts";
import { lireFoyer } from "./lire-foyer.ts";

/** The script of the thread that reads. */
answerOrders(({ octets, tailles, encodage, nature }: ALire): readonly string[] => {
  let debut = 0;
  return tailles.map((taille) => {
    const brut = octets.subarray(debut, debut + taille);
    debut += taille;
    return JSON.stringify(lire(Buffer.from(brut.buffer, brut.byteOffset, taille)));
  });

  function lire(brut: Buffer): LectureFaite {
    try {
      return { lu: lireFoyer(decoder(brut, encodage), nature) };
    } catch (refus) {
      if (!(refus instanceof DomainError)) throw refus;
      return { refus: { code: refus.code, message: refus.message, details: refus.details } };
    }
  }
});
