/** A process that imports one file, to be killed: base, département and file are told by its first message. */

import { ecrireJournal } from "#commun/journal";
import { createSecrets } from "#platform/auth/secrets.ts";
import { openInstance } from "#platform/db/instance.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { porteeTotale } from "#platform/usecase/define-use-case.ts";
import { everyRight } from "#platform/usecase/every-right.ts";
import { importerFlux } from "../importer-flux.ts";

export interface Ordre {
  readonly url: string;
  readonly slug: string;
  readonly fichier: string;
  readonly lot: number;
}

async function importer({ url, slug, fichier, lot }: Ordre): Promise<string> {
  const instance = await openInstance({ url, migrations: [], connections: 3 });
  const base = await instance.departement(slug);
  const deps = {
    base,
    now: () => new Date(),
    journal: ecrireJournal,
    secrets: createSecrets(Buffer.alloc(32, 7)),
    reactions: [],
  };
  const agent = { id: null, nom: "Essai", droits: everyRight, portee: porteeTotale };
  process.send?.("debut");
  try {
    await importerFlux(deps, agent, fichier, { lot });
    return "fini";
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  } finally {
    await instance.close();
  }
}

process.once("message", (ordre: Ordre) => {
  void importer(ordre).then((issue) => {
    // The test may have given up on this process: nobody listens any more, and that is no failure.
    process.send?.(issue, () => process.disconnect());
  });
});
