import {
  affecterCreneaux,
  convoquer,
  definirHoraires,
  definirLieu,
  definirPermanence,
  definirSalle,
  lireAgenda,
  noterIssue,
  preparerLot,
  tenirLaJournee,
} from "#accompagnement/agenda";
import { lireChampsCourrier } from "#accompagnement/orientation";
import { chargerReferentiel, valeurAu } from "#commun/referentiel";
import { listerReferents, listerStructures } from "#commun/structure";
import { lireJoignables } from "#droits/dossier";
import { sql } from "#platform/db/list/sql.ts";
import { type Circuit, REFERENTE, siPossible } from "./circuit.ts";

const JOURS = [1, 2, 3, 4, 5];
/** Mornings and afternoons of two colleagues who take turns: three meetings a day each, the rest of the day is theirs. */
const TOURS = [
  { matins: [1, 3, 5], apresMidi: [2, 4] },
  { matins: [2, 4], apresMidi: [1, 3, 5] },
] as const;
const prevenir = convoquer({ lireChamps: lireChampsCourrier, lireDestinataires: lireJoignables });
/** Structures whose past months are told, first that of the accounts which sign in: the others begin last week. */
const RACONTEES = 2;

/** Front desks open the first month, then meetings are taken, held or missed, as weeks go by. */
export async function tenirLesAgendas(circuit: Circuit): Promise<void> {
  if (circuit.rang === 0) await ouvrirLesAgendas(circuit);
  const structures = await circuit.faire(listerStructures, circuit.aujourdhui, {});
  const referents = await circuit.faire(listerReferents, circuit.aujourdhui, {});
  const leurs = referents.find((une) => nomDe(une) === REFERENTE)?.structureId;
  const suivies = await parStructure(circuit);
  const avecPersonnes = structures
    .map(({ id }) => id)
    .filter((id) => suivies.has(id))
    .toSorted((a, b) => Number(b === leurs) - Number(a === leurs));
  const racontees = circuit.dernier ? avecPersonnes : avecPersonnes.slice(0, RACONTEES);
  const vivre = circuit.dernier ? occuper : raconter;
  for (const [rang, id] of racontees.entries()) {
    await vivre(circuit, id, suivies.get(id) ?? [], rang < RACONTEES);
  }
  if (!circuit.dernier) return;
  await accueillirLesDerniers(circuit, avecPersonnes[0] ?? null);
  await circuit.faire(tenirLaJournee, circuit.aujourdhui, {});
}

const nomDe = ({ prenom, nom }: { readonly prenom: string; readonly nom: string }) =>
  `${prenom} ${nom}`;

/** Whom each structure follows. */
async function parStructure(circuit: Circuit): Promise<ReadonlyMap<number, readonly number[]>> {
  const suivies = new Map<number, number[]>();
  const presents = await circuit.presents(sql`s.beneficiaire and s.structure_id is not null`);
  for (const { personneId, structureId } of presents) {
    const siennes = suivies.get(structureId ?? 0);
    if (siennes) siennes.push(personneId);
    else suivies.set(structureId ?? 0, [personneId]);
  }
  return suivies;
}

/** Each structure its place, its room, its hours; each référent her permanences. */
async function ouvrirLesAgendas(circuit: Circuit): Promise<void> {
  const jour = circuit.du(1);
  const structures = await circuit.faire(listerStructures, jour, {});
  const referents = await circuit.faire(listerReferents, jour, {});
  const motifs = motifsIndividuels(circuit);
  for (const { id, commune } of structures) {
    const equipe = referents.filter(({ structureId }) => structureId === id);
    // A demonstration stopped midway begins again: a structure already open stays as it is.
    if (equipe.length > 0) await siPossible(ouvrir(circuit, { id, commune, motifs }, equipe));
  }
}

async function ouvrir(
  circuit: Circuit,
  {
    id: structureId,
    commune,
    motifs,
  }: { readonly id: number; readonly commune: string | null; readonly motifs: string[] },
  equipe: readonly { readonly id: number }[],
): Promise<void> {
  const jour = circuit.du(1);
  const lieu = await circuit.faire(definirLieu, jour, {
    structureId,
    nom: "Accueil du public",
    adresse: `${(structureId % 40) + 1} rue de la République`,
    commune: commune ?? "",
    telephone: "03 00 00 10 10",
  });
  const salle = { lieuId: lieu.id, nom: "Salle de réunion", places: 12 };
  await circuit.faire(definirSalle, jour, salle);
  await circuit.faire(definirHoraires, jour, {
    lieuId: lieu.id,
    depuis: jour,
    heures: JOURS.flatMap((un) => [
      { jour: un, de: "08:30", a: "12:30" },
      { jour: un, de: "13:30", a: "17:30" },
    ]),
  });
  for (const [rang, { id: referentId }] of equipe.entries()) {
    const { matins, apresMidi } = TOURS[rang % 2] ?? TOURS[0];
    const commun = { structureId, lieuId: lieu.id, referentId, motifs, du: jour, duree: 45 };
    for (const tenue of [
      { jours: [...matins], de: "09:00", a: "11:15" },
      { jours: [...apresMidi], de: "14:00", a: "16:15" },
    ]) {
      await circuit.faire(definirPermanence, jour, { ...commun, ...tenue });
    }
  }
}

function motifsIndividuels(circuit: Circuit): string[] {
  const { agenda } = chargerReferentiel(circuit.referentiel);
  return valeurAu(agenda, circuit.du(1))
    .motifs.filter(({ capacite }) => capacite === null)
    .map(({ code }) => code);
}

interface Portion {
  readonly pris: string;
  readonly du: string;
  readonly au: string;
  readonly motif: string;
}

async function donner(
  circuit: Circuit,
  structureId: number,
  personnes: readonly number[],
  { pris, du, au, motif }: Portion,
): Promise<readonly number[]> {
  if (personnes.length === 0) return [];
  const id = await circuit.faire(preparerLot, pris, {
    libelle: "Rendez-vous de la quinzaine",
    personnes: [...personnes],
  });
  let rendezVous: readonly number[] = [];
  await siPossible(
    circuit
      .faire(affecterCreneaux, pris, { id, structureId, motif, du, au, chezSonReferent: true })
      .then((fait) => {
        rendezVous = fait.rendezVous;
      }),
  );
  return rendezVous;
}

/** A past month: the meetings of its weeks, all concluded. */
async function raconter(
  circuit: Circuit,
  structureId: number,
  personnes: readonly number[],
): Promise<void> {
  const au = circuit.du(27);
  if (au >= circuit.aujourdhui) return;
  const portion = { pris: circuit.du(8), du: circuit.du(9), au, motif: "entretien-suivi" };
  await donner(circuit, structureId, personnes, portion);
  await conclure(circuit, structureId, { ...portion, le: circuit.du(28), oubli: 0 });
}

/**
 * These weeks: last week concluded but for a few, and what is taken for the coming fortnight. The structures told
 * have the weeks before besides, and write to whom they meet, by e-mail or SMS, so that messages sent, refused and
 * to come can be read.
 */
async function occuper(
  circuit: Circuit,
  structureId: number,
  personnes: readonly number[],
  racontee: boolean,
): Promise<void> {
  const motif = "entretien-suivi";
  if (racontee) {
    const avant = { pris: circuit.ilYA(24), du: circuit.ilYA(20), au: circuit.ilYA(10), motif };
    await donner(
      circuit,
      structureId,
      personnes.filter((id) => id % 3 === 0),
      avant,
    );
    await conclure(circuit, structureId, { ...avant, le: circuit.ilYA(9), oubli: 0 });
  }
  const passees = personnes.filter((id) => id % 3 === 1);
  const avenir = personnes.filter((id) => id % 3 === 2);
  const passe = { pris: circuit.ilYA(14), du: circuit.ilYA(9), au: circuit.ilYA(1), motif };
  await annoncer(circuit, await donner(circuit, structureId, passees, passe), passe.pris, racontee);
  await conclure(circuit, structureId, { ...passe, le: circuit.aujourdhui, oubli: 17 });
  const suivant = { pris: circuit.ilYA(5), du: circuit.aujourdhui, au: circuit.dans(12), motif };
  const pris = await donner(circuit, structureId, avenir, suivant);
  await annoncer(circuit, pris, suivant.pris, racontee);
}

async function annoncer(
  circuit: Circuit,
  rendezVous: readonly number[],
  le: string,
  ecrit: boolean,
): Promise<void> {
  if (!ecrit || rendezVous.length === 0) return;
  await circuit.faire(prevenir, le, { rendezVous: [...rendezVous], canal: "courriel" });
}

interface Conclusion {
  readonly du: string;
  readonly au: string;
  readonly le: string;
  /** One in so many is left without an outcome; 0 for none. */
  readonly oubli: number;
}

async function conclure(
  circuit: Circuit,
  structureId: number,
  { du, au, le, oubli }: Conclusion,
): Promise<void> {
  const issues = [];
  for (const jour of du.slice(0, 7) === au.slice(0, 7) ? [du] : [du, au]) {
    const { rendezVous } = await circuit.faire(lireAgenda, le, { structureId, vue: "mois", jour });
    issues.push(
      ...rendezVous
        .filter((un) => un.statut === "prevu" && un.jour <= au && un.jour < le)
        .flatMap(({ id, venues }) => venues.map(({ personneId }) => issueDe(id, personneId)))
        .filter(({ personneId }) => oubli === 0 || personneId % oubli !== 4),
    );
  }
  const uniques = [...new Map(issues.map((une) => [une.rendezVousId, une])).values()];
  if (uniques.length > 0) await circuit.faire(noterIssue, le, { issues: uniques });
}

function issueDe(rendezVousId: number, personneId: number) {
  if (personneId % 13 === 5) {
    return {
      ...{ rendezVousId, personneId, motif: "Enfant malade" },
      statut: "absent-excuse" as const,
    };
  }
  const statut = personneId % 11 === 7 ? ("absent-non-excuse" as const) : ("honore" as const);
  return { rendezVousId, personneId, statut, motif: null };
}

/** Who was just oriented is convened to her first meeting, where the front desk that signs in works. */
async function accueillirLesDerniers(circuit: Circuit, structureId: number | null): Promise<void> {
  if (structureId === null) return;
  const recentes = await circuit.presents(
    sql`s.beneficiaire and s.structure_id = ${structureId}::int and s.orientee_le >= ${circuit.ilYA(20)}::date`,
  );
  const rendezVous = await donner(
    circuit,
    structureId,
    recentes.map(({ personneId }) => personneId),
    {
      ...{ pris: circuit.ilYA(1), du: circuit.dans(1), au: circuit.dans(12) },
      motif: "premier-rendez-vous",
    },
  );
  if (rendezVous.length === 0) return;
  await siPossible(circuit.faire(prevenir, circuit.ilYA(1), { rendezVous: [...rendezVous] }));
}
