import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ECHANTILLON, foyer, identification, personne } from "./flux-de-test.ts";
import { lireFoyer } from "./lire-foyer.ts";
import { lireCentimes } from "./valeurs.ts";
import { normaliserDepartement } from "./valeurs-brutes.ts";

const NUMERO = "10000000001";
const lire = (contenu: string) => lireFoyer(foyer(NUMERO, contenu), "beneficiaires").foyer;
const refus = (code: string, message: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) });

test("un foyer se lit balise par balise, sans espaces de bourrage ni valeurs vides", () => {
  expect(lire(personne())).toMatchObject({
    organisme: { famille: "CAF", numero: "521", matricule: "000123400000000" },
    departement: "52",
    numeroDemande: NUMERO,
    dateDemande: "2024-11-04",
    personnes: [{ nom: "LEFÈVRE", prenom: "INÈS", nir: null, role: null, ressources: null }],
    adresses: [],
    droit: null,
    mutation: null,
  });
});

test("le rôle d’une personne est celui de son bloc RSA, où qu’il soit parmi ses deux blocs Prestations", () => {
  const rsa =
    "<Prestations><NATPREST>RSA</NATPREST><ROLEPERS>DEM</ROLEPERS><TOPCHAPERS>1</TOPCHAPERS></Prestations>";
  const pfa =
    "<Prestations><NATPREST>PFA</NATPREST><ROLEPERS>ENF</ROLEPERS><TOPCHAPERS>0</TOPCHAPERS></Prestations>";
  for (const blocs of [rsa + pfa, pfa + rsa]) {
    const [lue] = lire(`<Personne>${blocs}</Personne>`).personnes;
    expect(lue).toMatchObject({ role: "DEM", rolePrestationsFamiliales: "ENF", aCharge: true });
  }
  const [sansRsa] = lire(`<Personne>${pfa}</Personne>`).personnes;
  expect(sansRsa).toMatchObject({ role: null, rolePrestationsFamiliales: "ENF", aCharge: null });
});

test("ressources, activités, grossesse et rattachements gardent chacun de leurs blocs", () => {
  const [lue] = lire(`<Personne>
    <DossierCAF><TOPRESPDOS>1</TOPRESPDOS><DDRATDOS>2020-01-01</DDRATDOS><NUMDEMRSAPRECE>90000000009</NUMDEMRSAPRECE></DossierCAF>
    <Rattachement><NOMNAI>PETIT</NOMNAI><PRENOM>LÉO</PRENOM><DTNAI>2015-02-30</DTNAI><TYPEPAR>ENF</TYPEPAR></Rattachement>
    <DossierPoleEmploi><IDASSEDIC>1234567A</IDASSEDIC></DossierPoleEmploi>
    <Ressources>
      <GeneraliteRessourcesTrimestre><TOPRESSNUL>0</TOPRESSNUL><DDRESS>2024-11-01</DDRESS><DFRESS>2025-01-31</DFRESS></GeneraliteRessourcesTrimestre>
      <RessourcesMensuelles><GeneraliteRessourcesMensuelles><MOISRESS>2024-11-01</MOISRESS><NBHEUMENTRA>035</NBHEUMENTRA></GeneraliteRessourcesMensuelles>
        <DetailRessourcesMensuelles><NATRESS>001</NATRESS><MTNATRESSMEN>0001675.35</MTNATRESSMEN></DetailRessourcesMensuelles>
        <DetailRessourcesMensuelles><NATRESS>010</NATRESS><MTNATRESSMEN>0000000.00</MTNATRESSMEN></DetailRessourcesMensuelles></RessourcesMensuelles>
      <RessourcesMensuelles><GeneraliteRessourcesMensuelles><MOISRESS>2024-12-01</MOISRESS></GeneraliteRessourcesMensuelles></RessourcesMensuelles>
    </Ressources>
    <MontantCalculDroitRSAPersonne><TOPPERSDRODEVORSA>1</TOPPERSDRODEVORSA><TOPPERSENTDRODEVORSA>0</TOPPERSENTDRODEVORSA><MTPERSRESSMENRSA>000000123.40</MTPERSRESSMENRSA></MontantCalculDroitRSAPersonne>
    <Activite><REG>GE</REG><ACT>CHO</ACT><DDACT>2024-12-20</DDACT></Activite>
    <Activite><ACT>SAL</ACT><DDACT>2024-01-01</DDACT><DFACT>2024-12-19</DFACT><NATCONTRTRA>CDD</NATCONTRTRA></Activite>
    <Grossesse><DDGRO>2024-10-01</DDGRO><DTDECLGRO>2024-12-01</DTDECLGRO></Grossesse>
  </Personne>`).personnes;
  expect(lue).toMatchObject({
    responsableDossier: true,
    numeroDemandePrecedent: "90000000009",
    numeroDemandeurEmploi: "1234567A",
    soumisDroitsDevoirs: true,
    entrantDroitsDevoirs: false,
    ressourcesMoyennes: 12_340,
    abattements: null,
    rattachements: [{ lien: "ENF", nom: "PETIT", prenom: "LÉO", dateNaissance: "2015-02-30" }],
    grossesse: { depuis: "2024-10-01", jusqua: null },
    ressources: {
      nulles: false,
      mois: [
        {
          mois: "2024-11-01",
          heures: 35,
          lignes: [
            { nature: "001", montant: 167_535 },
            { nature: "010", montant: 0 },
          ],
        },
        { mois: "2024-12-01", heures: null, lignes: [] },
      ],
    },
    activites: [
      { regime: "GE", code: "CHO", depuis: "2024-12-20", jusqua: null, contrat: null },
      { regime: null, code: "SAL", jusqua: "2024-12-19", contrat: "CDD" },
    ],
  });
});

test("le droit garde toutes ses suspensions, ses montants en centimes, ses natures et ses réductions", () => {
  const { droit } = lire(`${personne()}<PrestationRSA>
    <SituationDossierRSA>
      <EtatDossierRSA><ETATDOSRSA>4</ETATDOSRSA></EtatDossierRSA>
      <SuspensionDroit><MOTISUSDRORSA>AB </MOTISUSDRORSA><DDSUSDRORSA>2024-10-01</DDSUSDRORSA><NATGROUPFSUS>RSA</NATGROUPFSUS></SuspensionDroit>
      <SuspensionVersement><MOTISUSVERSRSA>06</MOTISUSVERSRSA><DDSUSVERSRSA>2024-11-01</DDSUSVERSRSA></SuspensionVersement>
      <SuspensionVersement><MOTISUSVERSRSA>35 </MOTISUSVERSRSA><DDSUSVERSRSA>2024-12-01</DDSUSVERSRSA></SuspensionVersement>
    </SituationDossierRSA>
    <DetailDroitRSA>
      <TroncCommunDroitRSA><TOPSANSDOMFIXE>1</TOPSANSDOMFIXE><NBENFAUTCHA>02</NBENFAUTCHA><ORIDEMRSA>DEM</ORIDEMRSA><TOPFOYDRODEVORSA>1</TOPFOYDRODEVORSA></TroncCommunDroitRSA>
      <MontantsCalculDroitRSA><DDELECAL>2025-01-01</DDELECAL><MTREVMINIGARARSA>0000646.52</MTREVMINIGARARSA><MTTOTDRORSA>0000568.94</MTTOTDRORSA></MontantsCalculDroitRSA>
      <DetailCalculDroitRSA><NATPF>RSD</NATPF><SOUSNATPF>RSDN1</SOUSNATPF><DDNATDRO>2024-12-01</DDNATDRO><MTRSAVERS>0000568.94</MTRSAVERS></DetailCalculDroitRSA>
      <AvisPCGDroitRSA><ReductionRSA><MTREDRSA>0000100.00</MTREDRSA><DDREDRSA>2025-01-01</DDREDRSA></ReductionRSA></AvisPCGDroitRSA>
    </DetailDroitRSA></PrestationRSA>`);
  expect(droit).toEqual({
    etat: "4",
    refus: null,
    suspensionsDroit: [{ motif: "AB", depuis: "2024-10-01", groupe: "RSA" }],
    suspensionsVersement: [
      { motif: "06", depuis: "2024-11-01" },
      { motif: "35", depuis: "2024-12-01" },
    ],
    cloture: null,
    sansDomicileFixe: true,
    foyerSoumis: true,
    enfantsACharge: 2,
    origine: "DEM",
    dateOrigine: null,
    montants: { mtrevminigararsa: 64_652, mttotdrorsa: 56_894 },
    calculDepuis: "2025-01-01",
    calculJusqua: null,
    natures: [
      {
        nature: "RSD",
        sousNature: "RSDN1",
        depuis: "2024-12-01",
        jusqua: null,
        montantVerse: 56_894,
        dernierVersement: null,
      },
    ],
    reductions: [{ montant: 10_000, depuis: "2025-01-01", jusqua: null }],
  });
});

test("la clôture vient de FinDroit, et de FinDroitMoisAnterieur dans l’état 6", () => {
  const fins =
    "<FinDroit><MOTICLORSA>ECH</MOTICLORSA><DTCLORSA>2025-01-31</DTCLORSA></FinDroit><FinDroitMoisAnterieur><MOTICLORSA>MUT</MOTICLORSA><DTCLORSA>2024-11-30</DTCLORSA></FinDroitMoisAnterieur>";
  const cloture = (etat: string) =>
    lire(
      `${personne()}<PrestationRSA><SituationDossierRSA><EtatDossierRSA><ETATDOSRSA>${etat}</ETATDOSRSA></EtatDossierRSA>${fins}</SituationDossierRSA></PrestationRSA>`,
    ).droit?.cloture;
  expect(cloture("5")).toEqual({ motif: "ECH", le: "2025-01-31" });
  expect(cloture("6")).toEqual({ motif: "MUT", le: "2024-11-30" });
});

test("adresses, mutation, événements, contrôles et anomalies se lisent, en France et ailleurs", () => {
  const texte = foyer(
    NUMERO,
    `${personne()}<DonneesAdministratives>
      <SituationFamille><SITFAM>CEL</SITFAM><DDSITFAM>1994-10-27</DDSITFAM></SituationFamille>
      <Adresse><TroncCommunAdresse><RGADR>01</RGADR><PAYS>FRA</PAYS><TYPEADR>D</TYPEADR><ETATADR>CO</ETATADR></TroncCommunAdresse>
        <AdresseDetailleeFrance><COMPLADR /><NUMVOIE>25</NUMVOIE><LIBTYPEVOIE>RUE</LIBTYPEVOIE><NOMVOIE>DE L&apos;ÉCOLE</NOMVOIE><NUMCOM>52121</NUMCOM><CODEPOS>52000</CODEPOS><NOMCOM>CHAUMONT</NOMCOM></AdresseDetailleeFrance></Adresse>
      <Adresse><TroncCommunAdresse><RGADR>02</RGADR><PAYS>BEL</PAYS></TroncCommunAdresse>
        <AdresseHorsFrance><LIBLIG2ADR>RUE HAUTE 1</LIBLIG2ADR><LIBLIG3ADR/><LIBLIG7ADR>BRUXELLES</LIBLIG7ADR></AdresseHorsFrance></Adresse>
    </DonneesAdministratives>
    <Evenement><DTLIQ>2025-02-03</DTLIQ><HEULIQ>10:00:00</HEULIQ><FG>CHANGADR</FG></Evenement>
    <Controle><ControleAdministratif><IdentificationControleAdministratif><DTDETECCONTRO>2025-01-05</DTDETECCONTRO><DTCLOCONTRO>2025-02-05</DTCLOCONTRO></IdentificationControleAdministratif><ModaliteControleAdministratif><LIBCIBCONTRO>RESSOURCES</LIBCIBCONTRO></ModaliteControleAdministratif><ResultatControleAdministratif><TYPEIMPACCONTRO>N</TYPEIMPACCONTRO></ResultatControleAdministratif></ControleAdministratif></Controle>
    <Anomalie><LIBANO>ADRESSE INCOMPLETE</LIBANO></Anomalie>`,
  ).replace(
    "</IdentificationRSA>",
    "<OrganismeCedant><FONORGCEDMUT>CAF</FONORGCEDMUT><NUMORGCEDMUT>801</NUMORGCEDMUT><MATRICULEORGCEDMUT>000000700000000</MATRICULEORGCEDMUT><DDARRMUT>2025-01-01</DDARRMUT></OrganismeCedant></IdentificationRSA>",
  );
  expect(lireFoyer(texte, "beneficiaires").foyer).toMatchObject({
    situationFamiliale: { code: "CEL", depuis: "1994-10-27" },
    adresses: [
      {
        rang: "01",
        complement: null,
        voie: "DE L'ÉCOLE",
        codeCommune: "52121",
        lignesEtranger: [],
      },
      { rang: "02", pays: "BEL", voie: null, lignesEtranger: ["RUE HAUTE 1", "BRUXELLES"] },
    ],
    mutation: {
      sens: "arrivee",
      famille: "CAF",
      numero: "801",
      matricule: "000000700000000",
      le: "2025-01-01",
    },
    evenements: [{ le: "2025-02-03", code: "CHANGADR" }],
    controles: [
      { detecteLe: "2025-01-05", closLe: "2025-02-05", libelle: "RESSOURCES", impact: "N" },
    ],
    anomalies: ["ADRESSE INCOMPLETE"],
  });
});

test("une instruction donne les contacts avec leur accord et les réponses du diagnostic", () => {
  const texte = `<InfoDemandeRSA>${identification(NUMERO)}<Personne><Nationalite><NATI>F</NATI></Nationalite>
    <DonneesSocioProfessionnelles><SituationSociale><DetailDifficulteSituationSociale><DIFSOC>0402</DIFSOC></DetailDifficulteSituationSociale><DetailDifficulteSituationSociale><DIFSOC>0406</DIFSOC><LIBAUTRDIFSOC/></DetailDifficulteSituationSociale></SituationSociale><NiveauEtude><NIVETU>1203</NIVETU></NiveauEtude></DonneesSocioProfessionnelles></Personne>
    <DonneesAdministratives><ModesContacts><NUMTEL>0600000001</NUMTEL><NATTEL>D</NATTEL><AUTORUTITEL>R</AUTORUTITEL></ModesContacts></DonneesAdministratives>
    <ModesContacts><ADRELEC>ines@exemple.fr</ADRELEC><AUTORUTIADRELEC>A</AUTORUTIADRELEC></ModesContacts></InfoDemandeRSA>`;
  const { foyer: lu, balisesInconnues } = lireFoyer(texte, "instructions");
  expect(lu.contacts).toEqual([
    { nature: "telephone", valeur: "0600000001", type: "D", accord: "R" },
    { nature: "courriel", valeur: "ines@exemple.fr", type: null, accord: "A" },
  ]);
  expect(lu.personnes).toMatchObject([
    { nationalite: "F", diagnostic: { DIFSOC: ["0402", "0406"], NIVETU: ["1203"] } },
  ]);
  expect(balisesInconnues).toEqual([]);
});

test("une balise que la norme n’a pas est ignorée, et signalée une fois", () => {
  const texte = foyer(NUMERO, `${personne()}<NOUVEAU><X>1</X></NOUVEAU><NOUVEAU/>`);
  expect(lireFoyer(texte, "beneficiaires").balisesInconnues).toEqual(["NOUVEAU", "X"]);
});

test("un dossier sans numéro de demande ou sans personne est dit incomplet", () => {
  expect(() => lireFoyer(foyer("  "), "beneficiaires")).toThrow(
    refus("enregistrement.incomplet", /NUMDEMRSA/),
  );
  expect(() => lire("")).toThrow(refus("enregistrement.incomplet", /personne/));
});

test("un XML mal formé est refusé avec sa raison et sa ligne dans le dossier", () => {
  const cas: readonly [string, RegExp][] = [
    ["<Personne></Persone>", /ligne 7 du dossier.*refermée/],
    ["<A>&inconnue;</A>", /entité/],
    ["<A>a & b</A>", /« & »/],
    ["<A>\u0001</A>", /caractère interdit/],
    ["<A x=1/>", /attribut/],
    ["<1A/>", /nom de balise/],
    ["<A", /XML bien formé/],
    ['<!DOCTYPE a [<!ENTITY b "c">]>', /déclaration interdite/],
  ];
  for (const [contenu, raison] of cas) {
    expect(() => lire(contenu), contenu).toThrow(refus("enregistrement.illisible", raison));
  }
});

test("un emboîtement sans fin est refusé avant d’occuper la mémoire", () => {
  expect(() => lire("<a>".repeat(500_000))).toThrow(refus("enregistrement.illisible", /emboîte/));
});

test("une valeur qui n’est pas du type de sa balise refuse le dossier, sans rien deviner", () => {
  const cas = [
    "<MontantCalculDroitRSAPersonne><MTPERSRESSMENRSA>12,3,4</MTPERSRESSMENRSA></MontantCalculDroitRSAPersonne>",
    "<MontantCalculDroitRSAPersonne><TOPPERSDRODEVORSA>X</TOPPERSDRODEVORSA></MontantCalculDroitRSAPersonne>",
  ];
  for (const contenu of cas) {
    expect(() => lire(`<Personne>${contenu}</Personne>`)).toThrow(
      refus("enregistrement.illisible", /contient « .* » au lieu/),
    );
  }
});

test("un montant se lit au centime près, quels que soient ses zéros", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_99 }), fc.nat(8), (montant, zeros) => {
      const chiffres = String(montant).padStart(3, "0");
      const texte = `${"0".repeat(zeros)}${chiffres.slice(0, -2)}.${chiffres.slice(-2)}`;
      expect(lireCentimes(texte.slice(-16), "MT")).toBe(Number(texte.slice(-16).replace(".", "")));
    }),
  );
  expect(lireCentimes("-12.5", "MT")).toBe(-1250);
  expect(lireCentimes("12", "MT")).toBe(1200);
  expect(() => lireCentimes("12.345", "MT")).toThrow("au lieu d’un montant");
});

test("le code d’un département est celui de l’INSEE, Corse et Ain compris", () => {
  expect(["052", "52", "02A", "2A", "971", "001"].map(normaliserDepartement)).toEqual([
    "52",
    "52",
    "2A",
    "2A",
    "971",
    "01",
  ]);
});

test("le fichier d’exemple se lit champ par champ : deux dossiers, trois personnes", () => {
  if (!existsSync(ECHANTILLON)) {
    process.stderr.write("ABSENT : ../shared/data/caf/RSABEM.xml, essai réduit à rien\n");
    return;
  }
  const texte = readFileSync(ECHANTILLON, "latin1");
  const [premier, second] = [...texte.matchAll(/<InfosFoyerRSA>.*?<\/InfosFoyerRSA>/gs)].map(
    ([bloc]) => lireFoyer(bloc, "beneficiaires"),
  );
  expect(premier?.balisesInconnues).toEqual([]);
  expect(premier?.foyer).toMatchObject({
    organisme: { famille: "CAF", numero: "521", matricule: "205599000000000" },
    departement: "52",
    numeroDemande: "01024041052",
    personnes: [
      { role: "CJT", nom: "TIFOUR", soumisDroitsDevoirs: true, nir: "2820251108030" },
      { role: "CJT", nom: "KELLER", soumisDroitsDevoirs: false, numeroDemandeurEmploi: "1253359X" },
    ],
    droit: { etat: "5", cloture: { motif: "PCG", le: "2021-11-30" }, montants: null },
  });
  expect(premier?.foyer.personnes[0]?.ressources?.mois.map(({ lignes }) => lignes.length)).toEqual([
    3, 3, 3,
  ]);
  expect(second?.foyer).toMatchObject({
    personnes: [{ nom: "BULLOCK" }],
    droit: { etat: "4", suspensionsVersement: [{ motif: "06", depuis: "2021-11-01" }] },
  });
});
