import { expect } from "vitest";
import { emettreCourriers, lireCourrier } from "#commun/courrier";
import type { UsageCourrier } from "#commun/referentiel";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { type Deps, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { entrer } from "../../../app/testing/agent-entre.ts";
import {
  proposer,
  remplir,
  signer,
  unContratSigne,
  unePersonneOrientee,
} from "../../../app/testing/contrat.ts";
import { agentDe, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { le } from "../../../app/testing/orientation.ts";
import { personneInput } from "../schemas.ts";
import { lireChampsContrat } from "./champs-courrier.ts";
import { resilierContrat } from "./mettre-fin.ts";
import { redigerContrat } from "./rediger-contrat.ts";
import { renouvelerContrat } from "./suites-contrat.ts";

const agent = unAgent();

function ecrire(usage: UsageCourrier) {
  return defineUseCase({
    name: "essai.ecrire",
    input: personneInput,
    droit: "courrier:emettre",
    nature: "ecriture",
    trace: null,
    run: (context, { personneId }) =>
      emettreCourriers(context, {
        modele: { usage },
        personnes: [{ personneId }],
        moyen: "remise-en-main-propre",
        objet: null,
        lireChamps: lireChampsContrat,
      }),
  });
}

async function lettre(deps: Deps, personneId: number, usage: UsageCourrier) {
  const { emis, ecartes } = await ecrire(usage).execute(deps, agent, { personneId });
  if (!emis[0]) return { manquants: ecartes[0]?.manquants ?? [], texte: "" };
  const { courrierId: id } = emis[0];
  const lue = await lireCourrier(lireChampsContrat).execute(deps, agent, { id });
  return { manquants: [], texte: JSON.stringify(lue).replaceAll("\u00a0", " ") };
}

testAvecBase(
  "de la signature à la résiliation, chaque lettre dit le contrat dont elle parle",
  async ({ deps }) => {
    const personneId = await unePersonneOrientee(deps);
    const aSigner = () => lettre(deps, personneId, "contrat-a-signer");
    expect((await aSigner()).manquants).toContain("contrat.proposition");
    const { contratId } = await redigerContrat.execute(le(deps, "2026-11-10"), agent, {
      personneId,
      nature: "contrat-engagement",
    });
    await remplir(deps, contratId, "2026-11-10");
    expect((await aSigner()).manquants).toContain("contrat.proposition");
    await proposer(deps, contratId);
    expect((await aSigner()).texte).toContain(
      "Il commencerait le 10 novembre 2026, pour une durée de 6 mois.",
    );
    await signer(deps, contratId, "personne", "2026-11-10");
    await signer(deps, contratId, "referent", "2026-11-10");
    const signe = await lettre(deps, personneId, "contrat-signe");
    expect(signe.texte).toContain("contrat signé le 10 novembre 2026 (contrat d’engagement)");
    expect(signe.texte).toContain("du 10 novembre 2026 au 9 mai 2027");
    expect(signe.texte).toContain("prévu pour le 10 février 2027");
    expect((await lettre(deps, personneId, "contrat-resilie")).manquants).toEqual(
      expect.arrayContaining(["contrat.fini-le", "contrat.motif-fin"]),
    );
    await resilierContrat.execute(deps, agent, {
      contratId,
      le: "2026-11-20",
      motif: "a-la-demande",
      precision: "Départ en formation.",
    });
    const resilie = await lettre(deps, personneId, "contrat-resilie");
    expect(resilie.texte).toContain("à compter du 20 novembre 2026");
    expect(resilie.texte).toContain("à la demande de la personne");
    expect(resilie.texte).toContain("Départ en formation.");
    expect(resilie.texte).toContain("recours administratif");
  },
);

testAvecBase(
  "le refus d’un renouvellement se notifie avec son motif, et hors du périmètre rien ne se lit",
  async ({ deps }) => {
    const personneId = await unePersonneOrientee(deps);
    const contratId = await unContratSigne(deps, personneId);
    await renouvelerContrat.execute(deps, agent, { contratId, mois: 6 });
    await lignes(
      deps,
      `update contrat_version set etape = 'refusee', refusee_le = '2026-11-21',
         motif_refus = 'La durée prévue est atteinte.'
       where etape = 'brouillon'`,
    );
    const { texte } = await lettre(deps, personneId, "renouvellement-refuse");
    expect(texte).toContain("Motif de cette décision : La durée prévue est atteinte.");
    expect(texte).toContain("Le dernier jour de ce contrat est le 9 mai 2027.");
    expect(texte).toContain("tribunal administratif");
    const ailleurs = await ecrire("contrat-signe").execute(deps, agentDe([999]), { personneId });
    expect(ailleurs).toEqual({ emis: [], ecartes: [{ personneId, manquants: [] }] });
  },
);

testAvecBase("la page du contrat propose le courrier du moment", async ({ deps }) => {
  const personneId = await unePersonneOrientee(deps);
  const contratId = await unContratSigne(deps, personneId);
  const referent = await entrer(deps, "referent");
  await lignes(deps, "update referent set agent_id = $1", [referent.id]);
  const ici = `/personnes/${personneId}`;
  expect(await referent.lire(`${ici}/contrat`)).toContain("Envoyer le contrat signé");
  const nouveau = await referent.lire(`${ici}/courriers/nouveau?usage=contrat-signe`);
  expect(nouveau).toMatch(/<option[^>]*value="contrat-signe"[^>]*selected/u);
  await lignes(
    deps,
    "update contrat set etat = 'resilie', motif_fin = 'deces', clos_le = '2026-11-20' where id = $1",
    [contratId],
  );
  expect(await referent.lire(`${ici}/contrat`)).not.toContain("Courriers du contrat");
});
