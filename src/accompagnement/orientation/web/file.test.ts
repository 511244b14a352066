import { expect, vi } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { entrer } from "../../../app/testing/agent-entre.ts";
import { lignes } from "../../../app/testing/foyers-inscrits.ts";
import {
  ouvrir,
  type PropositionLue,
  proposer,
  unePopulation,
} from "../../../app/testing/orientation.ts";
import { deciderOrientation } from "../usecases/decider-orientation.ts";

vi.setConfig({ testTimeout: 120_000 });

const FILE = "/orientation/decider";

/** Who decides, before the pages of her queue. */
async function decideur(deps: Deps) {
  const territoires = await lignes<{ id: number }>(deps, "select id from territoire");
  const site = await entrer(deps, "responsable", { territoires: territoires.map(({ id }) => id) });
  return {
    lire: site.lire,
    envoyer: (chemin: string, champs: Record<string, string>) =>
      site.envoyer(`${FILE}/${chemin}`, champs),
  };
}

async function uneFile(deps: Deps, prenoms: readonly string[]) {
  const structure = await ouvrir(deps, { nom: "Maison de l’emploi" });
  await unePopulation(deps, prenoms);
  const propositions = await proposer(deps);
  const de = (prenom: string): PropositionLue => {
    const trouvee = propositions.find((une) => une.prenom === prenom);
    if (!trouvee) throw new Error(`aucune proposition pour ${prenom}`);
    return trouvee;
  };
  return { structure, de, site: await decideur(deps) };
}

const casDe = (html: string) => /<h1[^>]*>([^<]+)/u.exec(html)?.[1] ?? "";
const actions = (html: string) =>
  [...html.matchAll(/\/orientation\/decider\/(\d+)\/(\w+)"/gu)].map(
    ([, id, acte]) => `${id} ${acte}`,
  );
/** The section that holds this form, as it is shown. */
const ouvertes = (html: string) =>
  [...html.matchAll(/<details open[^>]*>.*?aria-label="([^"]+)"/gsu)].map(([, nom]) => nom);

testAvecBase(
  "une décision refusée laisse sur le même cas, avec ce qui était saisi et le refus en haut",
  async ({ deps }) => {
    const { de, site } = await uneFile(deps, ["ALICE", "BRUNO", "CHLOE"]);
    // The case before hers by its number waits at the end of the queue.
    await lignes(deps, "update proposition set obstacle = 'capacite' where id = $1", [
      de("BRUNO").id,
    ]);
    await lignes(
      deps,
      "update situation_personne set proposition_empechee = true where proposition_id = $1",
      [de("BRUNO").id],
    );
    const { id, version } = de("CHLOE");
    const refus = await site.envoyer(`${id}/changer`, {
      version: String(version),
      fait: "4",
      apres: String(de("ALICE").id),
      service: "",
      referentId: "",
      motif: "",
    });
    expect(refus.status).toBe(422);
    const html = await refus.text();
    expect(casDe(html)).toContain("Chloe");
    expect(html).toContain("6 sur 7");
    expect(ouvertes(html)).toEqual(["Décider autrement"]);
    const reporter = await site.envoyer(`${id}/reporter`, {
      version: String(version),
      fait: "4",
      jusquAu: "32/13/2026",
      motif: "Attendre son bilan de santé",
    });
    const garde = await reporter.text();
    expect(garde).toContain("Attendre son bilan de santé");
    expect(garde).toContain('value="32/13/2026"');
    expect(garde).toContain('href="#champ-jusquAu"');
    expect(garde).toContain('id="champ-jusquAu"');
  },
);

testAvecBase(
  "ce qui est passé reste passé quand on décide la suite, et « n sur 42 » avance",
  async ({ deps }) => {
    const { de, site } = await uneFile(deps, ["ALICE", "BRUNO", "CHLOE"]);
    const [alice, bruno] = [de("ALICE"), de("BRUNO")];
    expect(await site.lire(FILE)).toContain("1 sur 3");
    const passee = await site.lire(`${FILE}?apres=${alice.id}&fait=0`);
    expect(passee).toContain("2 sur 3");
    const suite = await site.envoyer(`${bruno.id}/accepter`, {
      version: String(bruno.version),
      fait: "0",
      apres: String(alice.id),
    });
    const vers = suite.headers.get("location")?.replace("/essai", "") ?? "";
    const html = await site.lire(vers);
    expect(casDe(html)).toContain("Chloe");
    expect(html).toContain("3 sur 3");
  },
);

testAvecBase(
  "un cas décidé par un collègue laisse la place au suivant, sans rien lui prêter de ce qui était saisi",
  async ({ deps }) => {
    const { de, site } = await uneFile(deps, ["ALICE", "BRUNO"]);
    const { id, version } = de("ALICE");
    await deciderOrientation.execute(deps, unAgent(), { propositionId: id, version });
    const refus = await site.envoyer(`${id}/refuser`, {
      version: String(version),
      fait: "0",
      motif: "Diagnostic à refaire",
    });
    expect(refus.status).toBe(409);
    const html = await refus.text();
    expect(casDe(html)).toContain("Bruno");
    expect(html).toContain("Quelqu’un a enregistré avant vous");
    expect(html).toContain(`/personnes/${de("ALICE").personneId}/orientation`);
    expect(html).not.toContain("Diagnostic à refaire");
    expect(ouvertes(html)).toEqual([]);
  },
);

testAvecBase(
  "ce qui est renvoyé se lit sur la fiche, le dernier fait d’abord, et attend le gestionnaire",
  async ({ deps }) => {
    const { de, site } = await uneFile(deps, ["ALICE"]);
    const { id, version, personneId } = de("ALICE");
    await site.envoyer(`${id}/refuser`, {
      version: String(version),
      fait: "0",
      motif: "Diagnostic à refaire",
    });
    const html = await site.lire(`/personnes/${personneId}/orientation`);
    expect(html).toMatch(/Proposition renvoyée le .+ : Diagnostic à refaire/u);
    const faits = ["Proposition renvoyée avant décision", "proposée</"].map((fait) =>
      html.indexOf(fait),
    );
    expect(faits).toEqual(faits.toSorted((a, b) => a - b));
    expect(Math.min(...faits)).toBeGreaterThan(0);
    const renvoyees = await site.lire("/orientation/suivi?orientation=aucune&renvoyee=oui");
    expect(renvoyees).toContain(`/personnes/${personneId}/orientation`);
  },
);

const empechements: Readonly<Record<string, readonly [preparer: string, dit: string]>> = {
  absent: [
    `insert into absence_referent (referent_id, periode, motif)
     select id, daterange('2026-11-01', '2026-12-15'), 'congé' from referent`,
    "Rémi Un est absent.",
  ],
  "sans place": ["update referent set places = 0", "Rémi Un n’a plus de place."],
  parti: [
    "update referent set periode = daterange('2025-01-01', '2026-11-01')",
    "Ce référent n’est plus dans cette structure.",
  ],
};

for (const [etat, [preparer, dit]] of Object.entries(empechements)) {
  testAvecBase(
    `quand le référent proposé est ${etat}, accepter n’est pas offert et « Décider autrement » est prêt`,
    async ({ deps }) => {
      const { structure, de, site } = await uneFile(deps, ["ALICE"]);
      await lignes(deps, preparer);
      const { id, version, type } = de("ALICE");
      const html = await site.lire(FILE);
      expect(html).toContain(dit);
      expect(actions(html)).not.toContain(`${id} accepter`);
      expect(html).not.toContain('data-key="a"');
      expect(ouvertes(html)).toEqual(["Décider autrement"]);
      expect(html).toMatch(new RegExp(`<option value="${type}\\|${structure.id}" selected`, "u"));
      expect(html).not.toMatch(
        new RegExp(`<option value="${structure.referents[0]}" selected`, "u"),
      );
      const decidee = await site.envoyer(`${id}/changer`, {
        version: String(version),
        fait: "0",
        service: `${type}|${structure.id}`,
        referentId: "",
        motif: "La structure désignera quelqu’un de présent",
      });
      expect(decidee.status).toBe(303);
    },
  );
}

testAvecBase(
  "une acceptation refusée parce que le référent n’a plus de place ouvre « Décider autrement »",
  async ({ deps }) => {
    const { de, site } = await uneFile(deps, ["ALICE"]);
    const { id, version } = de("ALICE");
    await lignes(deps, "update referent set places = 0");
    const refus = await site.envoyer(`${id}/accepter`, { version: String(version), fait: "0" });
    expect(refus.status).toBeGreaterThanOrEqual(400);
    const html = await refus.text();
    expect(casDe(html)).toContain("Alice");
    expect(html).toContain("Rémi Un n’a plus de place.");
    expect(ouvertes(html)).toEqual(["Décider autrement"]);
  },
);

testAvecBase(
  "quand tout est libre, accepter est offert et rien d’autre n’est ouvert",
  async ({ deps }) => {
    const { de, site } = await uneFile(deps, ["ALICE"]);
    const html = await site.lire(FILE);
    expect(actions(html)).toContain(`${de("ALICE").id} accepter`);
    expect(ouvertes(html)).toEqual([]);
  },
);

testAvecBase(
  "la liste des propositions dit ce qui manque et ce qui bloque en toutes lettres",
  async ({ deps }) => {
    const { site } = await uneFile(deps, ["ALICE"]);
    await lignes(deps, "update situation_personne set manquants = array['telephone', 'nir']");
    await lignes(deps, "update proposition set obstacle = 'capacite'");
    const html = await site.lire("/orientation/propositions");
    expect(html).toContain("téléphone, NIR");
    expect(html).toContain("plus de place");
    expect(html).not.toMatch(/>(?:telephone|nir|capacite)</u);
    expect(html).not.toContain(">ALICE<");
  },
);
