import {
  amenderContrat,
  faireBilan,
  modifierContrat,
  proposerContrat,
  redigerContrat,
  refuserContrat,
  releverContractualisation,
  renouvelerContrat,
  reprendreContrats,
  resilierContrat,
  signerContrat,
  signerPourLeDepartement,
  terminerContrat,
  validerContrat,
} from "#accompagnement/contrat";
import { ajouterMois } from "#commun/echeance";
import type { PersonnePresente } from "#droits/dossier";
import { sql } from "#platform/db/list/sql.ts";
import { formatName } from "#platform/ui/format-name.ts";
import { ouvreApres } from "./calendrier.ts";
import { type Circuit, REFERENTE, siPossible } from "./circuit.ts";

const ENGAGEMENT = "contrat-engagement";

/** Contracts of the month, those of before the reform the first time, and every stage on the last one. */
export async function contracter(circuit: Circuit): Promise<void> {
  if (circuit.rang === 0) await reprendreAnciens(circuit);
  await reprendreSignes(circuit);
  const releve = circuit.du(28);
  if (releve < circuit.aujourdhui) await circuit.faire(releverContractualisation, releve, {});
  if (circuit.dernier) await faireVivre(circuit);
}

/** One in four was accompanied before 2025, under the contract of her time. */
async function reprendreAnciens(circuit: Circuit): Promise<void> {
  const presents = await circuit.presents(sql`s.beneficiaire and s.role in ('DEM', 'CJT')`);
  const natures = ["cer-social", "cer-professionnel", "ppae"] as const;
  await circuit.faire(reprendreContrats, circuit.du(2), {
    contrats: presents
      .map(({ personneId }) => personneId)
      .filter((id) => id % 4 === 1)
      .map((personneId) => {
        const signeLe = `2024-${String((personneId % 12) + 1).padStart(2, "0")}-${String((personneId % 27) + 1).padStart(2, "0")}`;
        return {
          personneId,
          nature: natures[personneId % natures.length] ?? "cer-social",
          signeLe,
          debut: signeLe,
          jusqua: null,
        };
      }),
  });
}

/** What référents had signed on paper with most of those they were given, entered all at once. */
async function reprendreSignes(circuit: Circuit): Promise<void> {
  const signeLe = ouvreApres(circuit.du(21), 0);
  if (signeLe > circuit.ilYA(2)) return;
  const orientees = await circuit.presents(
    sql`s.beneficiaire and s.contrat_id is null
      and s.orientee_le between ${circuit.du(1)}::date - 8 and ${circuit.du(20)}::date`,
  );
  // Six months at most where the contract of orientation is signed; a year elsewhere, less for some.
  const court = circuit.regle.circuit.contratOrientation;
  await circuit.faire(reprendreContrats, signeLe, {
    contrats: orientees
      .filter(({ personneId }) => personneId % 10 < (court ? 6 : 8))
      .map(({ personneId }) => ({
        personneId,
        nature: ENGAGEMENT,
        signeLe,
        debut: signeLe,
        jusqua: ajouterMois(signeLe, court || personneId % 5 === 0 ? 6 : 12),
        bilanLe: ajouterMois(signeLe, personneId % 25 === 0 ? 3 : court ? 5 : 5 + (personneId % 7)),
      })),
  });
}

/** How far each goes, the stages one must see first: she who signs in has seven persons for them. */
const STADES = [0, 12, 8, 10, 1, 2, 4, 9, 3, 11, 5, 6, 7, 13] as const;

/** A few persons, first those of the référente who signs in: each stage of a contract is on somebody’s table. */
async function faireVivre(circuit: Circuit): Promise<void> {
  const sans = await circuit.presents(
    sql`s.beneficiaire and s.referent_id is not null and s.contrat_id is null and s.orientee_le < ${circuit.ilYA(25)}::date`,
  );
  const referents = new Map(
    (await circuit.offre()).flatMap((une) => une.referents).map(({ id, nom }) => [id, nom]),
  );
  const nomDe = ({ referentId }: PersonnePresente) => referents.get(referentId ?? 0) ?? REFERENTE;
  const choisies = [...sans].toSorted(
    (a, b) =>
      Number(nomDe(b) === REFERENTE) - Number(nomDe(a) === REFERENTE) ||
      a.personneId - b.personneId,
  );
  for (const [rang, present] of choisies.slice(0, STADES.length).entries()) {
    const contrat = new ContratMene(circuit, present, nomDe(present), circuit.ilYA(20 - rang));
    await siPossible(menerJusquAu(contrat, STADES[rang] ?? rang));
  }
}

/** The contract of one person, as far as her rank says. */
async function menerJusquAu(contrat: ContratMene, rang: number): Promise<void> {
  await contrat.rediger();
  if (rang === 12) return;
  await contrat.remplir();
  if (rang === 11) return;
  await contrat.proposer();
  if (rang === 10) return;
  if (rang === 9) return contrat.refuser();
  await contrat.valider();
  await contrat.signerPar("personne");
  if (rang === 8) return;
  await contrat.signerPar("referent");
  await contrat.signerPar("departement");
  await contrat.suivre(rang);
}

class ContratMene {
  readonly #circuit: Circuit;
  readonly #present: PersonnePresente;
  readonly #referent: string;
  readonly #jour: string;
  #contratId = 0;
  /** Each act on the preparation counts one more. */
  #revision = 1;

  constructor(circuit: Circuit, present: PersonnePresente, referent: string, jour: string) {
    this.#circuit = circuit;
    this.#referent = referent;
    this.#present = present;
    this.#jour = jour;
  }

  async rediger(): Promise<void> {
    const { personneId } = this.#present;
    const { contratId } = await this.#circuit.faire(redigerContrat, this.#jour, {
      personneId,
      nature: ENGAGEMENT,
    });
    this.#contratId = contratId;
  }

  async remplir(): Promise<void> {
    const reduite = this.#present.personneId % 3 === 0;
    const contenus = [
      { section: "objectifs" as const, objectifs: ["Retrouver un emploi près de chez moi"] },
      {
        section: "actions" as const,
        actions: [
          {
            libelle: "Atelier de recherche d’emploi",
            nature: "recherche" as const,
            heures: 6,
            collective: true,
            encadree: true,
            jusqua: null,
          },
          {
            libelle: "Immersion dans une entreprise du secteur",
            nature: "mise-en-situation" as const,
            heures: reduite ? 4 : 9,
            collective: false,
            encadree: true,
            jusqua: ajouterMois(this.#jour, 3),
          },
        ],
      },
      {
        section: "heures" as const,
        regime: reduite ? ("reduite" as const) : ("ordinaire" as const),
        hebdomadaires: reduite ? 10 : 15,
        motif: reduite ? "garde" : null,
        precision: "",
      },
    ];
    for (const contenu of contenus) {
      await this.#circuit.faire(modifierContrat, this.#jour, { ...this.#cle(), contenu });
      this.#revision += 1;
    }
  }

  async proposer(): Promise<void> {
    await this.#circuit.faire(proposerContrat, this.#jour, this.#cle());
    this.#revision += 1;
  }

  /** Only where the référentiel wants it; elsewhere it is signed as it was proposed. */
  async valider(): Promise<void> {
    await this.#tenter(this.#circuit.faire(validerContrat, this.#jour, this.#cle()));
  }

  async refuser(): Promise<void> {
    await this.#tenter(
      this.#circuit.faire(refuserContrat, this.#jour, {
        ...this.#cle(),
        motif: "Les heures ne correspondent pas au plan d’action : à revoir avec la personne.",
      }),
    );
  }

  async signerPar(qualite: "personne" | "referent" | "departement"): Promise<void> {
    const acte = qualite === "departement" ? signerPourLeDepartement : signerContrat;
    const { prenom, nom } = this.#present;
    const noms = {
      personne: formatName(nom, prenom),
      referent: this.#referent,
      departement: "René Territoire",
    };
    await this.#tenter(
      this.#circuit.faire(acte, this.#jour, {
        ...this.#cle(),
        qualite,
        nom: noms[qualite],
        moyen: "tablette" as const,
        le: this.#jour,
        trace: traceDe(this.#present.personneId + qualite.length),
      }),
    );
  }

  async suivre(rang: number): Promise<void> {
    const contratId = this.#contratId;
    const le = this.#circuit.ilYA(2);
    if (rang === 0) {
      await this.#circuit.faire(faireBilan, le, {
        contratId,
        le,
        realisations: ["oui", "partie"],
        conclusion: "continue",
        commentaire: "L’immersion a commencé, une seconde est prévue.",
        suivantLe: this.#circuit.dans(60),
      });
    }
    if (rang === 1) {
      await this.#circuit.faire(amenderContrat, le, {
        contratId,
        motif: "Une formation courte s’ajoute au plan d’action",
      });
    }
    if (rang === 2) await this.#circuit.faire(renouvelerContrat, le, { contratId, mois: 6 });
    const fin = { contratId, le, precision: "" };
    if (rang === 3) {
      await this.#circuit.faire(terminerContrat, le, { ...fin, motif: "emploi" });
    }
    if (rang === 4) {
      await this.#circuit.faire(resilierContrat, le, { ...fin, motif: "a-la-demande" });
    }
  }

  #cle() {
    return { contratId: this.#contratId, revision: this.#revision };
  }

  /** An act the référentiel may refuse: where nobody validates, nobody refuses either. */
  async #tenter(acte: Promise<unknown>): Promise<void> {
    if (await siPossible(acte)) this.#revision += 1;
  }
}

/** A hand that is nobody’s: a few waves, never twice the same. */
function traceDe(graine: number): string {
  const points = Array.from({ length: 24 }, (_, rang) => [
    10 + rang * 9,
    40 + Math.round(22 * Math.sin((rang * (graine % 5) + rang + graine) / 2)),
  ]);
  return JSON.stringify([points, points.slice(0, 2).map(([x = 0]) => [x + 200, 70])]);
}
