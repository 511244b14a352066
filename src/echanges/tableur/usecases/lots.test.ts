import { expect } from "vitest";
import { creerAgent, donnerHabilitation } from "#commun/agent";
import { sejoursChanges } from "#offre/participation";
import type { Tx } from "#platform/db/tx.ts";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { contextOf, type Deps, onFact } from "#platform/usecase/define-use-case.ts";
import { unePersonneDeclaree, unFoyerDeclare } from "../../../app/testing/foyers.ts";
import { declarer, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { auNord, uneAction, unOperateur, unTerritoire } from "../../../app/testing/offre.ts";
import { prendreTableurs } from "../../../app/travaux.ts";
import type { SejourEcrit } from "../domain/lire-ligne.ts";
import { consulterTableur } from "./consulter-tableur.ts";
import { deposerTableur } from "./deposer-tableur.ts";
import { lancerTableur } from "./lancer-tableur.ts";
import { prendreSejours } from "./prendre-sejours.ts";

const COMBIEN = 200;
const TITRES = "Nom;Prénom;Date de naissance;Action;Entrée;CER;Attestation;Sortie;Motif sortie";
const installateur = unAgent();

const lettres = (rang: number) =>
  [...String(rang)].map((chiffre) => "ABCDEFGHIJ".charAt(Number(chiffre))).join("");
const naissance = (rang: number) =>
  new Date(Date.UTC(1960, 0, 1 + rang * 3)).toISOString().slice(0, 10);

async function planter(nue: Deps, combien: number) {
  const deps = auNord(nue);
  const structureId = await unOperateur(deps);
  const actionId = await uneAction(deps, { structureId, nom: "Coaching de l’Élan" });
  await declarer(
    nue,
    "2026-09-30",
    Array.from({ length: combien }, (_, rang) =>
      unFoyerDeclare({
        organisme: { famille: "CAF", numero: "801", matricule: String(1_000_000 + rang) },
        numeroDemande: String(80_000_000_000 + rang),
        dateDemande: "2024-01-01",
        personnes: [
          unePersonneDeclaree({
            nom: `NOM${lettres(rang)}`,
            nomNaissance: `NOM${lettres(rang)}`,
            dateNaissance: naissance(rang),
            nir: String(2_600_000_000_000 + rang),
          }),
        ],
      }),
    ),
  );
  return { deps, structureId, actionId };
}

const ecrit = (rang: number, actionId: number): SejourEcrit => ({
  ligne: rang,
  actionId,
  personne: {
    ...{ nom: `NOM${lettres(rang)}`, prenom: "Alice" },
    ...{ dateNaissance: naissance(rang), numeroDemande: null },
  },
  entreLe: "2026-10-05",
  contratLe: "2026-10-01",
  attestationLe: "2026-10-02",
  sortie:
    rang % 2 === 0
      ? null
      : {
          // Every tenth exit comes before its entry: refused, it leaves nothing.
          le: rang % 10 === 9 ? "2026-10-01" : "2026-11-10",
          ...{ nature: "cdi", debut: null, fin: null, employeur: null, siae: false },
        },
});

const entree = (rang: number, suite = ";") =>
  `Nom${lettres(rang)};Alice;${naissance(rang)};Coaching de l’Élan;05/10/2026;01/10/2026;02/10/2026;${suite}`;

async function prendre(
  deps: Deps,
  structureId: number,
  corps: readonly string[],
  agent = installateur,
) {
  const { depotId } = await deposerTableur.execute(deps, agent, {
    structureId,
    actionId: null,
    nom: "suivi.csv",
    contenu: Buffer.from([TITRES, ...corps].join("\n")),
  });
  await lancerTableur.execute(deps, agent, { depotId });
  await prendreTableurs(deps, installateur);
  return depotId;
}

/** What the lines have written, whatever the numbers given to rows. */
async function traces(tx: Tx): Promise<readonly unknown[]> {
  return [
    await tx.query(
      `select s.nom, j.entre_le, j.sorti_le, j.classe, j.terme, j.version, j.saisi_par_nom
       from sejour j join situation_personne s using (personne_id) order by s.nom, j.entre_le`,
    ),
    await tx.query(
      `select s.nom, e.code, e.objet, e.pour, e.depart, e.limite, e.accomplie_le, e.eteinte_le from echeance e
       join situation_personne s using (personne_id) order by 1, 2, 3, 4, 5`,
    ),
    await tx.query(
      "select acte, count(*)::int as fois from journal where acte like 'participation.%' group by 1 order by 1",
    ),
  ];
}

testAvecBase(
  "deux cents lignes prises ensemble font ce qu’elles font une à une, et le disent une fois",
  async ({ deps: nue }) => {
    const { deps, actionId } = await planter(nue, COMBIEN);
    let dits = 0;
    const compte = onFact(sejoursChanges, () => {
      dits += 1;
      return Promise.resolve();
    });
    const ecoutant = { ...deps, reactions: [...deps.reactions, compte] };
    const lues = Array.from({ length: COMBIEN }, (_, rang) => ({
      sejour: ecrit(rang, actionId),
      personneId: null,
    }));
    /** Writes, tells what was written, and leaves nothing. */
    const essayer = async (lots: readonly (typeof lues)[]) => {
      dits = 0;
      const vus: unknown[] = [];
      await deps.base
        .transaction(async (tx) => {
          const context = contextOf(ecoutant, tx, installateur);
          const chercheur = { par: "fichier", id: null } as const;
          for (const lot of lots) vus.push(...(await prendreSejours(context, lot, chercheur)));
          vus.push(await traces(tx));
          throw new Error("rien ne reste");
        })
        .catch((erreur: unknown) => expect(erreur).toMatchObject({ message: "rien ne reste" }));
      return vus.map((vu) =>
        JSON.stringify(vu, (cle, valeur) => (cle === "sejourId" ? valeur !== null : valeur)),
      );
    };
    const uneAUne = await essayer(lues.map((lue) => [lue]));
    expect(dits).toBeGreaterThan(150);
    const ensemble = await essayer([lues]);
    expect(dits).toBe(1);
    expect(ensemble).toEqual(uneAUne);
    expect(ensemble.filter((vu) => vu.includes('"prise"'))).toHaveLength(180);
  },
);

testAvecBase(
  "une ligne d’une action hors du périmètre est refusée, les autres passent",
  async ({ deps: nue }) => {
    const { deps, structureId, actionId } = await planter(nue, 2);
    const ici = await unTerritoire(deps, "Ici");
    const ailleurs = await uneAction(deps, { structureId, territoireId: ici, nom: "Ailleurs" });
    const agent = unAgent({ portee: { territoires: [ici], structures: [], referentId: null } });
    const traitees = await deps.base.transaction((tx) =>
      prendreSejours(
        contextOf(deps, tx, agent),
        [
          { sejour: ecrit(0, actionId), personneId: null },
          { sejour: { ...ecrit(1, ailleurs), sortie: null }, personneId: null },
        ],
        { par: "fichier", id: 41 },
      ),
    );
    expect(traitees.map(({ etat }) => etat)).toEqual(["refusee", "prise"]);
    expect(traitees[0]?.raisons[0]).toContain("Cette action n’est pas dans votre périmètre");
  },
);

async function unChef(deps: Deps, structureId: number) {
  const { id } = await creerAgent.execute(deps, installateur, {
    ...{ identifiant: "chef.essai", nom: "Chantier", prenom: "Odile" },
    motDePasse: "velours brique tempête",
  });
  const habiliter = (structure: number) =>
    donnerHabilitation.execute(deps, installateur, {
      ...{ agentId: id, role: "chef-de-projet", territoires: [], structures: [structure] },
    });
  await habiliter(structureId);
  const portee = { territoires: [], structures: [structureId], referentId: null };
  return { agent: unAgent({ id, nom: "Odile Chantier", portee }), habiliter };
}

testAvecBase(
  "un fichier se prend dans le périmètre que son lanceur a au moment où ses lignes sont lues",
  async ({ deps: nue }) => {
    const { deps, structureId } = await planter(nue, 1);
    const { agent, habiliter } = await unChef(deps, structureId);
    const retirer = () =>
      lignes(
        deps,
        "update habilitation set periode = daterange(lower(periode), '2026-11-22') where agent_id = $1",
        [agent.id],
      );
    await retirer();
    const sansDroit = await prendre(deps, structureId, [entree(0)], agent);
    const lues = await consulterTableur.execute(deps, installateur, { depotId: sansDroit });
    expect(lues.refusees[0]?.raisons[0]).toContain("n’a plus ce droit");

    await habiliter(await unOperateur(deps, "Autre Essai"));
    await lancerTableur.execute(deps, agent, { depotId: sansDroit });
    await prendreTableurs(deps, installateur);
    const hors = await consulterTableur.execute(deps, installateur, { depotId: sansDroit });
    expect(hors.refusees[0]?.raisons[0]).toContain("Cette action n’est pas dans votre périmètre");

    await retirer();
    await habiliter(structureId);
    await lancerTableur.execute(deps, agent, { depotId: sansDroit });
    await prendreTableurs(deps, installateur);
    const prise = await consulterTableur.execute(deps, installateur, { depotId: sansDroit });
    expect(prise.comptes).toMatchObject({ prise: 1, refusee: 0 });
  },
);

testAvecBase(
  "un fichier qui nomme trop de personnes introuvables attend, et ne se relance pas aussitôt",
  async ({ deps: nue }) => {
    const { deps, structureId } = await planter(nue, 1);
    const inconnues = Array.from(
      { length: 700 },
      (_, rang) => `Inconnu${lettres(rang)};Zoé;1990-01-01;Coaching de l’Élan;05/10/2026;;;;`,
    );
    const depotId = await prendre(deps, structureId, [...inconnues, entree(0)]);
    const enPause = await consulterTableur.execute(deps, installateur, { depotId });
    expect(enPause.comptes).toMatchObject({ refusee: 600, "a-prendre": 101 });
    expect(enPause.depot.pasAvant).not.toBeNull();
    await expect(lancerTableur.execute(deps, installateur, { depotId })).rejects.toMatchObject({
      code: "recherche.attendre",
    });
    const uneHeurePlusTard = { ...deps, now: () => new Date("2026-11-22T10:00:00Z") };
    await prendreTableurs(uneHeurePlusTard, installateur);
    const suite = await consulterTableur.execute(deps, installateur, { depotId });
    expect(suite.comptes).toMatchObject({ refusee: 700, "a-prendre": 1 });
  },
);

testAvecBase(
  "un lot prend ses personnes dans le même ordre que tout autre, l’homonyme retenu à sa place",
  async ({ deps: nue }) => {
    const { deps, actionId } = await planter(nue, 3);
    const [premiere, , derniere] = await lignes<{ id: number }>(
      deps,
      "select personne_id as id from situation_personne order by personne_id",
    );
    await lignes(
      deps,
      `update situation_personne s set nom = d.nom, cle_tri = d.cle_tri, date_naissance = d.date_naissance
       from situation_personne d where s.personne_id = $1 and d.personne_id = $2`,
      [derniere?.id, premiere?.id],
    );
    const ordre = async (choisie: number, lignesDuLot: readonly number[]) => {
      const traitees = await deps.base.transaction((tx) =>
        prendreSejours(
          contextOf(deps, tx, installateur),
          lignesDuLot.map((rang) => ({
            sejour: { ...ecrit(rang, actionId), sortie: null },
            personneId: rang === 0 ? choisie : null,
          })),
          { par: "fichier", id: null },
        ),
      );
      return traitees.map(({ ligne, etat }) => `${ligne} ${etat}`);
    };
    expect(await ordre(derniere?.id ?? 0, [0, 1])).toEqual(["1 prise", "0 prise"]);
    expect(await ordre(premiere?.id ?? 0, [1, 0])).toEqual(["0 prise", "1 inchangee"]);
  },
);
