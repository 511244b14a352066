import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { importerFlux } from "#echanges/caf";
import { parseLine } from "#platform/cli/parse.ts";
import { createDepartement } from "#platform/db/migrate.ts";
import { testAvecBase, testAvecInstance, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { unePersonneDeclaree, unFoyerDeclare } from "../../app/testing/foyers.ts";
import { declarer, lignes } from "../../app/testing/foyers-inscrits.ts";
import { commandesDossier } from "./cli.ts";

const RSABEM = new URL("../../../../shared/data/caf/RSABEM.xml", import.meta.url).pathname;

type Montree = Readonly<Record<string, unknown>>;

const [commande] = commandesDossier;

async function montrer(
  deps: Deps,
  options: Readonly<Record<string, string>>,
): Promise<readonly Montree[]> {
  if (!commande) throw new Error("a command expected");
  const resultat = await commande.run({
    args: {},
    options: { departement: "essai", ...options },
    signal: new AbortController().signal,
    instance: () => Promise.reject(new Error("the act has what it needs")),
    deps: () => Promise.resolve(deps),
    agent: unAgent(),
    progress: () => undefined,
  });
  expect(commande.print(resultat)).toContain("numeroDemande : ");
  expect(commande.print(resultat)).not.toMatch(/(montant|total) : \d+$/m);
  return resultat["personnes"] as readonly Montree[];
}

testAvecBase(
  "montrer une personne donne ses champs, son NIR en clair, et l’écrit au journal",
  async ({ deps }) => {
    const conjoint = unePersonneDeclaree({
      role: "CJT",
      prenom: "BRUNO",
      nir: "1850480021002",
      sexe: "1",
    });
    await declarer(deps, "2026-09-30", [
      unFoyerDeclare({ personnes: [unePersonneDeclaree(), conjoint] }),
    ]);
    const demande = { "numero-demande": "80000000001" };
    const [alice] = await montrer(deps, { ...demande, role: "DEM" });
    expect(alice).toMatchObject({
      prenom: "ALICE",
      nir: "2850480021001",
      role: "DEM",
      soumisDroitsDevoirs: true,
    });
    expect((await montrer(deps, demande)).map(({ prenom }) => prenom)).toEqual(["ALICE", "BRUNO"]);
    expect(
      (await montrer(deps, { ...demande, nir: "1850480021002" })).map(({ prenom }) => prenom),
    ).toEqual(["BRUNO"]);
    const actes = await lignes(
      deps,
      "select distinct acte from journal where personne_id is not null order by 1",
    );
    expect(actes).toEqual([{ acte: "personne.lire" }, { acte: "personne.lire-nir" }]);
  },
);

test("un rôle qui n’existe pas est une commande mal dite, avec ceux qui existent", () => {
  const ligne = ["montrer", "personne", "--departement", "x", "--numero-demande", "1", "--role"];
  expect(() => parseLine([...ligne, "PDG"], commandesDossier)).toThrow(
    "--role attend DEM, CJT, ENF, AUT, pas « PDG ».",
  );
  expect(parseLine([...ligne, "CJT"], commandesDossier).options["role"]).toBe("CJT");
});

testAvecBase("un numéro que personne ne porte se refuse en le disant", async ({ deps }) => {
  const essai = montrer(deps, { "numero-demande": "123", role: "DEM" });
  await expect(essai).rejects.toMatchObject({
    code: "personne.introuvable",
    message: expect.stringContaining("Personne ne porte le rôle DEM sous le numéro de demande 123"),
  });
});

const mois = (jour: string, montants: readonly [number, number, number]) => ({
  mois: jour,
  heures: 0,
  lignes: ["001", "010", "044"].map((nature, rang) => ({ nature, montant: montants[rang] })),
});

/** What the three persons of the sample have in common. */
const commun = {
  role: "CJT",
  rolePrestationsFamiliales: "CJT",
  aCharge: true,
  responsableDossier: false,
  prenom2: null,
  prenom3: null,
  typeDateNaissance: "N",
  etatCivilValide: true,
  numeroDemandeurEmploi: "1253359X",
  rattacheDepuis: "2007-05-15",
  autres: { REGAGRIFAM: ["SA"] },
  beneficiaire: false,
  ressources: [
    {
      depuis: "2021-08-01",
      jusqua: "2021-10-31",
      nulles: false,
      total: 1_059_600,
      mois: [
        mois("2021-08-01", [167_500, 4500, 464_400]),
        mois("2021-09-01", [251_800, 4500, 0]),
        mois("2021-10-01", [166_900, 0, 0]),
      ],
    },
  ],
  activites: [
    { depuis: "2021-11-01", jusqua: "2021-12-19", code: "SAL", regime: "AG", contrat: null },
    { depuis: "2021-12-20", jusqua: null, code: "CHO", regime: "GE", contrat: null },
  ],
  contacts: [],
  montants: [],
  evenements: [],
};

const demande = {
  numeroDemande: "01024041052",
  dateDemande: "2018-08-06",
  organisme: "CAF",
  numeroOrganisme: "521",
};

const foyerClos = {
  dossier: { ...demande, matricule: "205599000000000", origine: "DEM", dateOrigine: "2020-11-07" },
  droit: {
    etat: "5",
    libelle: "Droit clos",
    motifCloture: "PCG",
    motifs: ["Clôture sur décision du président du conseil départemental"],
    depuis: "2021-11-30",
    cloture: { motif: "PCG", le: "2021-11-30" },
    suspensions: { droit: [], versement: [] },
  },
  periodes: [{ etat: "5", depuis: "2021-11-30", jusqua: null }],
  famille: { code: "CEL", libelle: "Célibataire", depuis: "1994-10-27" },
  adresse: {
    depuis: "2021-05-26",
    jusqua: null,
    pays: "FRA",
    type: "D",
    etat: "CO",
    complementIdentite: null,
    complement: null,
    numero: "25",
    typeVoie: "RUE",
    voie: "HENRI BARBUSSE",
    lieuDit: null,
    codeCommuneRecu: "92044",
    codeCommune: "92044",
    codePostal: "92300",
    commune: "LEVALLOIS PERRET",
    sansDomicileFixe: false,
  },
};

testAvecInstance(
  "l’exemple de la CNAF se relit champ par champ : deux dossiers d’un même numéro, trois conjoints",
  async ({ instance, deps }) => {
    if (!existsSync(RSABEM)) {
      process.stderr.write(
        `\nNON ESSAYÉ : ${RSABEM} manque, l’exemple de la CNAF n’a pas été relu.\n`,
      );
      return;
    }
    const nouveau = {
      slug: "haute-marne",
      code: "52",
      nom: "Haute-Marne",
      referentiel: "somme-2025",
    };
    await createDepartement(instance, nouveau);
    const de52 = { ...deps, base: await instance.departement("haute-marne") };
    expect(await importerFlux(de52, unAgent(), RSABEM)).toMatchObject({
      lus: 2,
      appliques: 2,
      personnes: 3,
    });
    const personnes = await montrer(de52, { "numero-demande": "01024041052", role: "CJT" });
    expect(personnes.map(({ nom }) => nom)).toEqual(["TIFOUR", "KELLER", "BULLOCK"]);
    const [sophie, noel, eta] = personnes;
    expect(sophie).toMatchObject({
      ...commun,
      ...foyerClos,
      qualite: "MME",
      nom: "TIFOUR",
      nomNaissance: "TIFOUR",
      prenom: "SOPHIE",
      communeNaissance: "CHALON-EN-CHAMPAGNE",
      dateNaissance: "1982-02-01",
      nir: "2820251108030",
      sexe: "2",
      soumisDroitsDevoirs: true,
      declarations: [{ nature: "beneficiaires", reference: "2022-02-28", integration: 1 }],
    });
    expect(noel).toMatchObject({
      ...commun,
      ...foyerClos,
      qualite: "MR",
      nom: "KELLER",
      nomNaissance: "KELLER",
      prenom: "NOEL",
      communeNaissance: "NEUILLY SUR MARNE",
      dateNaissance: "1977-03-23",
      nir: "1770393050005",
      sexe: "1",
      soumisDroitsDevoirs: false,
    });
    expect(eta).toMatchObject({
      ...commun,
      dossier: { ...demande, matricule: "208956400000000" },
      qualite: "MME",
      nom: "BULLOCK",
      prenom: "ETA",
      communeNaissance: "GRATTON",
      dateNaissance: "1973-07-21",
      nir: "2730799404078",
      sexe: "2",
      soumisDroitsDevoirs: true,
      beneficiaire: true,
      droit: {
        etat: "4",
        libelle: "Droit ouvert, versement suspendu (montant non calculable)",
        motifsVersement: ["06"],
        motifs: ["Déclaration trimestrielle de ressources non fournie"],
        depuis: "2021-11-01",
        cloture: null,
        suspensions: { droit: [], versement: [{ motif: "06", depuis: "2021-11-01" }] },
      },
    });
    await expect(
      montrer(de52, { "numero-demande": "01024041052", role: "DEM" }),
    ).rejects.toMatchObject({
      code: "personne.introuvable",
    });
  },
);
