import { expect } from "vitest";
import { chargerReferentiel } from "#commun/referentiel";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import {
  unDroitDeclare,
  unePersonneDeclaree,
  unFoyerDeclare,
} from "../../../app/testing/foyers.ts";
import { recalculerSituations } from "../db/situations.ts";
import type { FoyerDeclare } from "../domain/foyer-declare.ts";
import { regleSituation } from "../domain/regle-situation.ts";
import { inscrireFoyers } from "./inscrire-foyers.ts";

const referentiel = chargerReferentiel("somme-2025");
let rang = 0;

function inscrire(
  deps: Deps,
  reference: string,
  foyers: readonly FoyerDeclare[],
  { premierFichier = false, nature = "beneficiaires" as "beneficiaires" | "instructions" } = {},
) {
  return inscrireFoyers.execute(deps, unAgent(), {
    integrationId: 1,
    nature,
    periodicite: "M",
    reference,
    premierFichier,
    referentiel,
    nomenclature: { connait: (liste, code) => liste !== "ETATDOSRSA" || /^[0-6]$/.test(code) },
    resoudreCommune: (code) => ({ code: code === "99999" ? null : code, corrigee: false }),
    foyers: foyers.map((foyer) => {
      rang += 1;
      return { rang, ligne: rang * 100, empreinte: Buffer.from(`${rang}`), foyer };
    }),
  });
}

const lignes = (deps: Deps, sql: string) =>
  deps.base.transaction((tx) => tx.query<Record<string, unknown>>(sql));

testAvecBase(
  "un premier mois inscrit le dossier, la personne, son droit, ses devoirs et sa place",
  async ({ deps }) => {
    const [inscrit] = await inscrire(deps, "2026-09-30", [unFoyerDeclare()]);
    expect(inscrit).toMatchObject({ cree: true, personnes: 1, avertissements: [] });
    expect(await lignes(deps, "select etat, depuis, jusqua from periode_droit")).toEqual([
      { etat: "2", depuis: "2026-06-15", jusqua: null },
    ]);
    expect(
      await lignes(
        deps,
        "select nom, role, beneficiaire, mouvement, code_commune from situation_personne",
      ),
    ).toEqual([
      {
        nom: "EXEMPLE",
        role: "DEM",
        beneficiaire: true,
        mouvement: "entree",
        code_commune: "80021",
      },
    ]);
  },
);

testAvecBase(
  "au premier fichier d’un département, personne n’est nouvel entrant",
  async ({ deps }) => {
    await inscrire(deps, "2026-09-30", [unFoyerDeclare()], { premierFichier: true });
    expect(await lignes(deps, "select nature from mouvement")).toEqual([{ nature: "stock" }]);
  },
);

testAvecBase("une suspension garde la période d’avant et dit ce qui a changé", async ({ deps }) => {
  await inscrire(deps, "2026-09-30", [unFoyerDeclare()]);
  const droit = unDroitDeclare({
    etat: "4",
    suspensionsVersement: [
      { motif: "06", depuis: "2026-10-01" },
      { motif: "36", depuis: "2026-10-15" },
    ],
  });
  await inscrire(deps, "2026-10-31", [unFoyerDeclare({ droit })]);
  expect(
    await lignes(
      deps,
      "select etat, depuis, jusqua, motifs_versement from periode_droit where remplace_le is null order by depuis",
    ),
  ).toEqual([
    { etat: "2", depuis: "2026-06-15", jusqua: "2026-10-01", motifs_versement: [] },
    { etat: "4", depuis: "2026-10-01", jusqua: null, motifs_versement: ["06", "36"] },
  ]);
  expect(await lignes(deps, "select champ, avant, apres from changement order by champ")).toEqual([
    { champ: "etat", avant: "2", apres: "4" },
    { champ: "motifs", avant: null, apres: "06, 36" },
  ]);
  expect(await lignes(deps, "select nature from mouvement order by id")).toEqual([
    { nature: "entree" },
    { nature: "suspension" },
  ]);
});

testAvecBase(
  "suspendue pour déclaration non fournie (06), la personne reste à accompagner ; pour titre de séjour (04), non",
  async ({ deps }) => {
    const suspendu = (motif: string) =>
      unDroitDeclare({ etat: "4", suspensionsVersement: [{ motif, depuis: "2026-10-01" }] });
    await inscrire(deps, "2026-10-31", [
      unFoyerDeclare({ droit: suspendu("06") }),
      unFoyerDeclare({
        numeroDemande: "80000000002",
        personnes: [unePersonneDeclaree({ nir: null, prenom: "BEA" })],
        droit: suspendu("04"),
      }),
    ]);
    expect(
      await lignes(deps, "select prenom, beneficiaire from situation_personne order by prenom"),
    ).toEqual([
      { prenom: "ALICE", beneficiaire: true },
      { prenom: "BEA", beneficiaire: false },
    ]);
  },
);

testAvecBase(
  "deux personnes de même rôle sont gardées toutes deux, avec un avertissement et sans rejet",
  async ({ deps }) => {
    const [inscrit] = await inscrire(deps, "2026-09-30", [
      unFoyerDeclare({
        personnes: [
          unePersonneDeclaree({ role: "CJT" }),
          unePersonneDeclaree({ role: "CJT", prenom: "BRUNO", nir: "1850480021002", sexe: "1" }),
        ],
      }),
    ]);
    expect(inscrit?.avertissements.map(({ code }) => code)).toEqual([
      "role-en-double",
      "demandeur-absent",
    ]);
    expect(await lignes(deps, "select count(*) as n from membre where role = 'CJT'")).toEqual([
      { n: 2 },
    ]);
  },
);

testAvecBase(
  "deux dossiers de même numéro de demande et de matricules différents restent deux dossiers",
  async ({ deps }) => {
    const inscrits = await inscrire(deps, "2026-09-30", [
      unFoyerDeclare(),
      unFoyerDeclare({
        organisme: { famille: "CAF", numero: "801", matricule: "765432100000000" },
        personnes: [unePersonneDeclaree({ prenom: "BEA", nir: "2850480021009" })],
      }),
    ]);
    expect(inscrits.map(({ avertissements }) => avertissements.map(({ code }) => code))).toEqual([
      ["demande-partagee"],
      ["demande-partagee"],
    ]);
    expect(await lignes(deps, "select count(*) as n from dossier")).toEqual([{ n: 2 }]);
  },
);

testAvecBase(
  "la même personne sous un autre numéro de demande reste une seule personne, et n’est pas un nouvel entrant",
  async ({ deps }) => {
    await inscrire(deps, "2026-09-30", [unFoyerDeclare()]);
    await inscrire(deps, "2026-10-31", [unFoyerDeclare({ numeroDemande: "80000000777" })]);
    expect(await lignes(deps, "select count(*) as n from personne")).toEqual([{ n: 1 }]);
    expect(await lignes(deps, "select nature from mouvement order by id")).toEqual([
      { nature: "entree" },
      { nature: "changement-dossier" },
    ]);
  },
);

testAvecBase("après une clôture, revenir est un retour, pas une entrée", async ({ deps }) => {
  await inscrire(deps, "2026-08-31", [unFoyerDeclare()]);
  const clos = unDroitDeclare({ etat: "5", cloture: { motif: "ECH", le: "2026-09-01" } });
  await inscrire(deps, "2026-09-30", [unFoyerDeclare({ droit: clos })]);
  await inscrire(deps, "2026-10-31", [unFoyerDeclare()]);
  expect(await lignes(deps, "select nature from mouvement order by id")).toEqual([
    { nature: "entree" },
    { nature: "sortie" },
    { nature: "cloture" },
    { nature: "retour" },
  ]);
});

testAvecBase(
  "un conjoint qui n’est plus au foyer en sort, sans effacer qu’il y fut",
  async ({ deps }) => {
    const conjoint = unePersonneDeclaree({
      role: "CJT",
      prenom: "BRUNO",
      nir: "1850480021002",
      sexe: "1",
    });
    await inscrire(deps, "2026-09-30", [
      unFoyerDeclare({ personnes: [unePersonneDeclaree(), conjoint] }),
    ]);
    await inscrire(deps, "2026-10-31", [unFoyerDeclare()]);
    expect(await lignes(deps, "select role, jusqua from membre order by role")).toEqual([
      { role: "CJT", jusqua: "2026-10-01" },
      { role: "DEM", jusqua: null },
    ]);
    expect(
      await lignes(
        deps,
        "select prenom, beneficiaire, present from situation_personne order by prenom",
      ),
    ).toEqual([
      { prenom: "ALICE", beneficiaire: true, present: true },
      { prenom: "BRUNO", beneficiaire: false, present: false },
    ]);
  },
);

testAvecBase(
  "une naissance dans l’avenir, une commune et un code inconnus avertissent sans rien perdre",
  async ({ deps }) => {
    const [adresse] = unFoyerDeclare().adresses;
    if (!adresse) throw new Error("address expected");
    const [inscrit] = await inscrire(deps, "2026-09-30", [
      unFoyerDeclare({
        personnes: [unePersonneDeclaree({ dateNaissance: "2031-01-01", nir: "285048002100199" })],
        adresses: [{ ...adresse, codeCommune: "99999", commune: "ATLANTIS" }],
        droit: unDroitDeclare({ etat: "8" }),
      }),
    ]);
    expect(inscrit?.avertissements.map(({ code }) => code).toSorted()).toEqual([
      "code-inconnu",
      "commune-inconnue",
      "naissance-future",
      "nir-cle-fausse",
    ]);
    expect(
      await lignes(deps, "select etat, date_naissance, commune from situation_personne"),
    ).toEqual([{ etat: "8", date_naissance: null, commune: "ATLANTIS" }]);
  },
);

testAvecBase(
  "un nom que le fichier ne dit plus n’efface pas celui qu’on connaît, et se signale",
  async ({ deps }) => {
    await inscrire(deps, "2026-08-31", [unFoyerDeclare()]);
    const connue = "select nom, prenom from situation_personne";
    const [avant] = await lignes(deps, connue);
    const [inscrit] = await inscrire(deps, "2026-09-30", [
      unFoyerDeclare({ personnes: [unePersonneDeclaree({ nom: "", prenom: "" })] }),
    ]);
    expect(inscrit?.avertissements.map(({ code, champ }) => [code, champ])).toEqual([
      ["nom-absent", "NOM"],
      ["nom-absent", "PRENOM"],
    ]);
    expect(await lignes(deps, connue)).toEqual([avant]);
    expect(await lignes(deps, "select count(*)::int as n from personne")).toEqual([{ n: 1 }]);
  },
);

testAvecBase(
  "le NIR n’est en clair nulle part, pas même dans ce que le fichier a dit",
  async ({ deps }) => {
    await inscrire(deps, "2026-09-30", [unFoyerDeclare()]);
    const [{ contenu }] = (await lignes(
      deps,
      "select contenu::text as contenu from declaration",
    )) as [{ contenu: string }];
    expect(contenu).not.toContain("2850480021001");
    const [ligne] = await lignes(deps, "select nir_chiffre from personne");
    expect(deps.secrets.decrypt(ligne?.["nir_chiffre"] as Buffer)).toBe("2850480021001");
  },
);

testAvecBase(
  "le flux des instructions apporte le téléphone, que l’accord accompagne, et complète le dossier",
  async ({ deps }) => {
    await inscrire(deps, "2026-09-30", [unFoyerDeclare()]);
    const instruction = unFoyerDeclare({
      droit: null,
      contacts: [{ nature: "telephone", valeur: "0600000001", type: "M", accord: "R" }],
      personnes: [
        unePersonneDeclaree({ soumisDroitsDevoirs: null, diagnostic: { DIFSOC: ["0402"] } }),
      ],
    });
    await inscrire(deps, "2026-10-02", [instruction], { nature: "instructions" });
    expect(await lignes(deps, "select telephone, etat from situation_personne")).toEqual([
      { telephone: "0600000001", etat: "2" },
    ]);
    expect(await lignes(deps, "select accord, source from contact")).toEqual([
      { accord: "R", source: "flux" },
    ]);
  },
);

testAvecBase(
  "deux NIR différents pour le même état civil ouvrent une paire à examiner",
  async ({ deps }) => {
    await inscrire(deps, "2026-09-30", [
      unFoyerDeclare(),
      unFoyerDeclare({
        numeroDemande: "80000000002",
        personnes: [unePersonneDeclaree({ nir: "2850480021555" })],
      }),
    ]);
    expect(await lignes(deps, "select raison from paire_douteuse")).toEqual([
      { raison: "nir-differents" },
    ]);
  },
);

testAvecBase(
  "l’état présent écrit à l’arrivée est celui que la base retrouve en relisant tout",
  async ({ deps }) => {
    const trimestre = {
      nulles: false,
      depuis: "2026-04-01",
      jusqua: "2026-06-30",
      mois: [{ mois: "2026-04-01", heures: null, lignes: [{ nature: "001", montant: 12_345 }] }],
    };
    const suspendu = unDroitDeclare({
      etat: "4",
      suspensionsVersement: [
        { motif: "36", depuis: "2026-08-01" },
        { motif: "06", depuis: "2026-07-01" },
      ],
    });
    await inscrire(deps, "2026-09-30", [
      unFoyerDeclare({
        personnes: [
          unePersonneDeclaree({ ressources: trimestre, numeroDemandeurEmploi: "1234567X" }),
          unePersonneDeclaree({
            role: "CJT",
            prenom: "BRUNO",
            nir: null,
            sexe: "1",
            soumisDroitsDevoirs: false,
          }),
          unePersonneDeclaree({
            role: "ENF",
            prenom: "LEA",
            nir: null,
            dateNaissance: "2020-02-02",
            soumisDroitsDevoirs: null,
          }),
        ],
      }),
      unFoyerDeclare({
        numeroDemande: "80000000002",
        droit: suspendu,
        situationFamiliale: null,
        adresses: [],
        personnes: [
          unePersonneDeclaree({ nir: "285048002100199", prenom: "CARLA", dateNaissance: null }),
        ],
      }),
      unFoyerDeclare({
        numeroDemande: "80000000003",
        droit: unDroitDeclare({ etat: "5", cloture: { motif: "ECH", le: "2026-09-10" } }),
        dateDemande: "2026-13-01",
        personnes: [unePersonneDeclaree({ nir: null, prenom: "DORIS", role: null })],
      }),
      unFoyerDeclare({
        numeroDemande: "80000000004",
        personnes: [
          unePersonneDeclaree({ nir: "2850480021777", prenom: "JEAN-EVE", nom: "D'ARC" }),
        ],
      }),
    ]);
    const avant = await lignes(deps, "select * from situation_personne order by personne_id");
    const ids = avant.map((ligne) => Number(ligne["personne_id"]));
    await deps.base.transaction((tx) =>
      recalculerSituations(tx, ids, regleSituation(referentiel, "2026-09-30")),
    );
    expect(ids).toHaveLength(6);
    expect(await lignes(deps, "select * from situation_personne order by personne_id")).toEqual(
      avant,
    );
  },
);

const conjoint = (champs = {}) =>
  unePersonneDeclaree({ role: "CJT", prenom: "BRUNO", nir: "1850480021002", sexe: "1", ...champs });
const enCouple = () => unFoyerDeclare({ personnes: [unePersonneDeclaree(), conjoint()] });

testAvecBase(
  "un conjoint parti puis revenu reprend ses devoirs du jour de son retour, sans rien doubler",
  async ({ deps }) => {
    await inscrire(deps, "2026-08-31", [enCouple()]);
    await inscrire(deps, "2026-09-30", [unFoyerDeclare()]);
    await inscrire(deps, "2026-10-31", [enCouple()]);
    expect(
      await lignes(
        deps,
        "select v.depuis, v.jusqua from periode_devoir v join personne p on p.id = v.personne_id where p.prenom = 'BRUNO' and v.remplace_le is null order by v.depuis",
      ),
    ).toEqual([
      { depuis: "2026-06-15", jusqua: "2026-09-01" },
      { depuis: "2026-10-01", jusqua: null },
    ]);
    expect(await lignes(deps, "select count(*) as n from personne")).toEqual([{ n: 2 }]);
    expect(
      await lignes(
        deps,
        "select present, beneficiaire from situation_personne where prenom = 'BRUNO'",
      ),
    ).toEqual([{ present: true, beneficiaire: true }]);
  },
);

testAvecBase(
  "un conjoint qui arrive dans un foyer connu n’est soumis qu’à partir de son arrivée",
  async ({ deps }) => {
    await inscrire(deps, "2026-08-31", [unFoyerDeclare()]);
    await inscrire(deps, "2026-10-31", [enCouple()]);
    expect(
      await lignes(deps, "select soumis_depuis from situation_personne where prenom = 'BRUNO'"),
    ).toEqual([{ soumis_depuis: "2026-10-01" }]);
  },
);

testAvecBase("lever un motif sur deux garde la période où les deux tenaient", async ({ deps }) => {
  const suspendu = (...motifs: [string, string][]) =>
    unFoyerDeclare({
      droit: unDroitDeclare({
        etat: "4",
        suspensionsVersement: motifs.map(([motif, depuis]) => ({ motif, depuis })),
      }),
    });
  await inscrire(deps, "2026-07-31", [suspendu(["06", "2026-06-20"], ["36", "2026-07-01"])]);
  await inscrire(deps, "2026-10-31", [suspendu(["06", "2026-06-20"])]);
  expect(
    await lignes(
      deps,
      "select depuis, jusqua, motifs_versement from periode_droit where remplace_le is null order by depuis",
    ),
  ).toEqual([
    { depuis: "2026-06-20", jusqua: "2026-10-01", motifs_versement: ["06", "36"] },
    { depuis: "2026-10-01", jusqua: null, motifs_versement: ["06"] },
  ]);
});

testAvecBase(
  "une clôture redite plus tôt recule, redite à l’identique ne change rien",
  async ({ deps }) => {
    const clos = (le: string) =>
      unFoyerDeclare({ droit: unDroitDeclare({ etat: "5", cloture: { motif: "ECH", le } }) });
    await inscrire(deps, "2026-08-31", [unFoyerDeclare()]);
    await inscrire(deps, "2026-09-30", [clos("2026-09-15")]);
    await inscrire(deps, "2026-10-31", [clos("2026-08-20")]);
    expect(
      await lignes(
        deps,
        "select depuis, jusqua, etat from periode_droit where remplace_le is null order by depuis",
      ),
    ).toEqual([
      { depuis: "2026-06-15", jusqua: "2026-08-20", etat: "2" },
      { depuis: "2026-08-20", jusqua: null, etat: "5" },
    ]);
  },
);

testAvecBase(
  "un NIR à clé fausse ne remplace pas un NIR juste, et un silence n’efface pas l’état civil",
  async ({ deps }) => {
    await inscrire(deps, "2026-08-31", [
      unFoyerDeclare({
        personnes: [unePersonneDeclaree({ numeroDemandeurEmploi: "1234567X", prenom2: "ROSE" })],
      }),
    ]);
    const autre = unePersonneDeclaree({ nir: "285048002100199", dateNaissance: "2099-01-01" });
    await inscrire(deps, "2026-09-30", [unFoyerDeclare({ personnes: [autre] })]);
    const [ligne] = await lignes(
      deps,
      "select nir_chiffre, nir_etat, numero_demandeur_emploi, prenom2, date_naissance, cle_identite from personne",
    );
    expect(deps.secrets.decrypt(ligne?.["nir_chiffre"] as Buffer)).toBe("2850480021001");
    expect(ligne).toMatchObject({
      nir_etat: "valide",
      numero_demandeur_emploi: "1234567X",
      prenom2: "ROSE",
      date_naissance: "1985-04-12",
      cle_identite: "EXEMPLE|ALICE|1985-04-12",
    });
  },
);

testAvecBase(
  "après une instruction, le mensuel identique au précédent doit pouvoir être redit",
  async ({ deps }) => {
    await inscrire(deps, "2026-08-31", [unFoyerDeclare()]);
    expect(
      await lignes(deps, "select empreinte_beneficiaires is null as oubliee from dossier"),
    ).toEqual([{ oubliee: false }]);
    await inscrire(deps, "2026-09-05", [unFoyerDeclare({ droit: null })], {
      nature: "instructions",
    });
    expect(
      await lignes(deps, "select empreinte_beneficiaires is null as oubliee from dossier"),
    ).toEqual([{ oubliee: true }]);
    expect(await lignes(deps, "select count(*) as n from periode_adresse")).toEqual([{ n: 1 }]);
  },
);
