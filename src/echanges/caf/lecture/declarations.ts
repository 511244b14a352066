const EXCLAMATION = 0x21;
const CHEVRON = 0x3c;
const INTERDITES = new Set(["DOCT", "ENTI", "ATTL", "ELEM", "NOTA"]);
const PORTEE = 5;

/** Looks for `<!DOCTYPE`, `<!ENTITY` and their like in a stream, whatever the cut of its chunks. */
export class DetecteurDeDeclarations {
  #raccord = Buffer.alloc(0);

  trouve(morceau: Buffer): boolean {
    const raccord = Buffer.concat([this.#raccord, morceau.subarray(0, PORTEE)]);
    const trouve = contientDeclaration(raccord) || contientDeclaration(morceau);
    this.#raccord = Buffer.concat([this.#raccord, morceau.subarray(-PORTEE)]).subarray(-PORTEE);
    return trouve;
  }
}

/** A flow has almost no exclamation mark, and one byte is searched ten times as fast as a word. */
function contientDeclaration(octets: Buffer): boolean {
  let index = octets.indexOf(EXCLAMATION);
  while (index !== -1) {
    const declaration = octets[index - 1] === CHEVRON;
    if (declaration && INTERDITES.has(octets.toString("latin1", index + 1, index + PORTEE))) {
      return true;
    }
    index = octets.indexOf(EXCLAMATION, index + 1);
  }
  return false;
}
