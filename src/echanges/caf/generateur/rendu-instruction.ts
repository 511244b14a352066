import { adresses } from "./adresse.ts";
import { type Aleatoire, choisir, entier, suite, tirer, USAGE } from "./aleatoire.ts";
import { jour } from "./calendrier.ts";
import { adultesDe, type Foyer, type Membre, type Monde } from "./foyer.ts";
import type { EtatCivil } from "./personne.ts";
import { contexte, demande, organisme } from "./rendu-foyer.ts";
import { blocRessources, type Contexte, identification } from "./rendu-personne.ts";
import { activiteDe } from "./ressources.ts";
import { balise, bloc, montant, siPresent } from "./xml.ts";

/** One request of the instruction flow: household, addresses, contacts, socio-professional data. */
export function infoDemande(monde: Monde, foyer: Foyer, mois: number): string {
  const c = contexte(monde, foyer, mois);
  return bloc(
    "InfoDemandeRSA",
    bloc(
      "IdentificationRSA",
      organismeDemande(monde, foyer) + demande(monde, foyer) + suivi(monde, foyer),
    ) +
      foyer.membres.map((m) => personneDemande(c, m)).join("") +
      bloc("DonneesAdministratives", donnees(c)) +
      bloc("PrestationRSA", montant("MTESTRSA", c.droit.montants.total)),
  );
}

function organismeDemande(monde: Monde, foyer: Foyer): string {
  const statut = foyer.cedant ? "A" : foyer.emplacement % 3 === 0 ? "N" : "C";
  return organisme(monde, foyer).replace(
    "</Organisme>",
    `${balise("STATUDEMRSA", statut)}</Organisme>`,
  );
}

function suivi(monde: Monde, foyer: Foyer): string {
  const { departement } = monde.territoire;
  return bloc(
    "SuiviInstruction",
    balise("SUIIRSA", "01") +
      balise("NUMDEPINS", departement.padStart(3, "0")) +
      balise("TYPESERINS", foyer.emplacement % 4 === 0 ? "C" : "F") +
      balise("NUMCOMINS", monde.territoire.chefLieu.code.slice(-3)) +
      balise("NUMAGRINS", "01"),
  );
}

function personneDemande(c: Contexte, m: Membre): string {
  const e = c.etatsCivils.get(m.indice);
  if (e === undefined) return "";
  const ressources = c.droit.parPersonne.get(m.indice);
  const prestation = (nature: string): string =>
    bloc("Prestations", balise("NATPREST", nature) + balise("ROLEPERS", m.role));
  return bloc(
    "Personne",
    identification(e, false) +
      nationalite(e, m) +
      bloc("DossierCAF", balise("DDRATDOS", c.foyer.demande)) +
      prestation("PFA") +
      prestation("RSA") +
      (ressources === undefined ? "" : blocRessources(ressources)) +
      (m.role === "ENF" ? "" : activite(c, m) + diagnostic(c, m)),
  );
}

function nationalite(e: EtatCivil, m: Membre): string {
  const code = e.etranger ? (["F", "A", "A", "C"] as const)[m.annee % 4] : "F";
  return bloc("Nationalite", balise("NATI", code ?? "F") + balise("DTNATI", e.date));
}

function activite(c: Contexte, m: Membre): string {
  const a = activiteDe(c.monde, c.foyer, m, m.activites.length - 1);
  return bloc(
    "Activite",
    balise("REG", a.regime) +
      balise("ACT", a.code) +
      balise("PAYSACT", "FRA") +
      balise("DDACT", jour(m.activites.at(-1) ?? m.depuis, 1)) +
      siPresent("NATCONTRTRA", a.contrat),
  );
}

const DIFSOC = ["0402", "0404", "0405", "0406", "0407", "0403"] as const;
const DIFDISP = ["0502", "0507", "0508", "0509", "0511", "0503"] as const;
const DIFLOG = ["1002", "1003", "1004", "1006", "1007"] as const;

function multiple(
  hasard: Aleatoire,
  detail: string,
  nom: string,
  aucune: string,
  codes: readonly string[],
): string {
  if (hasard() < 0.45) return bloc(detail, balise(nom, aucune));
  const retenus = codes.filter(() => hasard() < 0.3);
  return (retenus.length === 0 ? [aucune] : retenus)
    .map((code) => bloc(detail, balise(nom, code)))
    .join("");
}

const on = (hasard: Aleatoire, part: number): "O" | "N" => (hasard() < part ? "O" : "N");
const bit = (hasard: Aleatoire, part: number): 0 | 1 => (hasard() < part ? 1 : 0);

function diagnostic(c: Contexte, m: Membre): string {
  const hasard = suite(
    c.monde.graine,
    c.foyer.emplacement,
    c.foyer.rang,
    USAGE.diagnostic + m.indice,
  );
  return bloc(
    "DonneesSocioProfessionnelles",
    bloc(
      "GeneraliteDSPP",
      balise(
        "SITPERSDEMRSA",
        choisir(hasard, ["0101", "0103", "0104", "0106", "0107", "0107", "0108", "0109"]),
      ) +
        balise("TOPISOGROOUENF", bit(hasard, 0.4)) +
        balise("TOPDRORSARMIANT", bit(hasard, 0.3)) +
        balise("TOPCOUVSOC", bit(hasard, 0.9)),
    ) +
      situationSociale(hasard) +
      etudes(hasard, m) +
      metier(hasard) +
      mobiliteEtLogement(hasard),
  );
}

function situationSociale(hasard: Aleatoire): string {
  return bloc(
    "SituationSociale",
    bloc(
      "CommunSituationSociale",
      balise("ACCOSOCFAM", on(hasard, 0.12)) +
        balise("ACCOSOCINDI", on(hasard, 0.15)) +
        balise("SOUTDEMARSOC", on(hasard, 0.3)),
    ) +
      multiple(hasard, "DetailDifficulteSituationSociale", "DIFSOC", "0401", DIFSOC) +
      multiple(hasard, "DetailDifficulteDisponibilite", "DIFDISP", "0501", DIFDISP),
  );
}

function etudes(hasard: Aleatoire, m: Membre): string {
  const rang = tirer(hasard, [
    [1, 9],
    [2, 9],
    [3, 20],
    [4, 30],
    [5, 16],
    [6, 12],
  ] as const);
  return bloc(
    "NiveauEtude",
    balise("NIVETU", `120${rang}`) +
      balise("NIVDIPMAXOBT", `260${rang}`) +
      balise("ANNOBTNIVDIPMAX", m.annee + entier(hasard, 16, 24)) +
      balise("TOPQUALIPRO", bit(hasard, 0.4)),
  );
}

function metier(hasard: Aleatoire): string {
  return (
    bloc("DisponibiliteEmploi", balise("TOPENGDEMARECHEMPLOI", bit(hasard, 0.6))) +
    bloc(
      "SituationProfessionnelle",
      balise(
        "HISPRO",
        tirer(hasard, [
          ["1901", 12],
          ["1902", 30],
          ["1903", 43],
          ["1904", 15],
        ] as const),
      ) +
        balise(
          "CESSDERACT",
          tirer(hasard, [
            ["2701", 45],
            ["2702", 55],
          ] as const),
        ) +
        balise("DURACTDOMI", choisir(hasard, ["2104", "2105", "2106", "2107"])) +
        balise(
          "INSCDEMEMPLOI",
          tirer(hasard, [
            ["4301", 35],
            ["4302", 30],
            ["4303", 27],
            ["4304", 8],
          ] as const),
        ) +
        balise("ACCOEMPLOI", choisir(hasard, ["1801", "1802", "1803"])) +
        balise("TOPPROJPRO", bit(hasard, 0.4)) +
        balise("TOPCREAREPRIENTRE", bit(hasard, 0.05)) +
        balise("CONCOFORMQUALIEMPLOI", choisir(hasard, ["N", "O", "S"])),
    )
  );
}

function mobiliteEtLogement(hasard: Aleatoire): string {
  return (
    bloc(
      "Mobilite",
      bloc(
        "CommunMobilite",
        balise("TOPMOYLOCO", bit(hasard, 0.5)) +
          balise("TOPPERMICONDUB", bit(hasard, 0.52)) +
          balise("TOPAUTRPERMICONDU", bit(hasard, 0.06)),
      ) +
        bloc("DetailMobilite", balise("NATMOB", choisir(hasard, ["2501", "2502", "2503", "2504"]))),
    ) +
    bloc(
      "DifficulteLogement",
      bloc(
        "CommunDifficulteLogement",
        balise(
          "NATLOG",
          tirer(hasard, [
            ["0901", 28],
            ["0902", 42],
            ["0904", 4],
            ["0909", 18],
            ["0911", 3],
            ["0912", 5],
          ] as const),
        ) + balise("DEMARLOG", choisir(hasard, ["1101", "1102", "1103"])),
      ) + multiple(hasard, "DetailDifficulteLogement", "DIFLOG", "1001", DIFLOG),
    )
  );
}

function donnees(c: Contexte): string {
  const { foyer, monde } = c;
  return (
    bloc(
      "SituationFamille",
      balise("SITFAM", foyer.sitfam) + balise("DDSITFAM", foyer.sitfamDepuis),
    ) +
    adresses(monde, foyer) +
    adultesDe(foyer)
      .slice(0, 1)
      .map((m) => contacts(c, m))
      .join("") +
    bloc(
      "Logement",
      balise(
        "TYPEOCCLOG",
        foyer.adresses.at(-1)?.sdf === true ? "SRG" : foyer.emplacement % 4 === 0 ? "HGP" : "LOC",
      ),
    )
  );
}

/** Numbers kept by the regulator for fiction, and a domain reserved for examples: no one is reachable. */
const FIXES = ["019900", "026191", "035301", "046571", "053649"] as const;

function telephone(hasard: Aleatoire): string {
  const debut = hasard() < 0.85 ? "063998" : choisir(hasard, FIXES);
  return `${debut}${String(entier(hasard, 0, 9_999)).padStart(4, "0")}`;
}

const ACCORDS = [
  ["A", 78],
  ["R", 9],
  ["I", 13],
] as const;

function contacts(c: Contexte, m: Membre): string {
  const hasard = suite(c.monde.graine, c.foyer.emplacement, c.foyer.rang, USAGE.contact + m.indice);
  const avecTelephone = hasard() < 0.92;
  const avecCourriel = hasard() < 0.78;
  if (!avecTelephone && !avecCourriel) return "";
  const tel = avecTelephone
    ? balise("NUMTEL", telephone(hasard)) +
      balise(
        "NATTEL",
        tirer(hasard, [
          ["D", 96],
          ["T", 4],
        ] as const),
      ) +
      balise("MATETEL", "TEL") +
      balise("AUTORUTITEL", tirer(hasard, ACCORDS))
    : "";
  const mel = avecCourriel
    ? balise("ADRELEC", courriel(c, m, hasard)) + balise("AUTORUTIADRELEC", tirer(hasard, ACCORDS))
    : "";
  return bloc("ModesContacts", tel + mel);
}

function courriel(c: Contexte, m: Membre, hasard: Aleatoire): string {
  const e = c.etatsCivils.get(m.indice);
  const simple = (s: string): string =>
    s
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^a-z]+/g, "-")
      .replace(/^-|-$/g, "");
  return `${simple(e?.prenom ?? "")}.${simple(e?.nom ?? "")}${entier(hasard, 1, 999)}@example.org`;
}
