import { ajouterJours } from "#commun/echeance";
import { type ActionLue, lireActions } from "#offre/catalogue";
import { creerSeances, inscrirePersonnes, lireSemaine, reprendreSeances } from "#offre/seance";
import { sql } from "#platform/db/list/sql.ts";
import type { Circuit } from "../circuit.ts";

type Reprise = Parameters<typeof reprendreSeances.execute>[2]["seances"][number];
type PersonnesParTerritoire = ReadonlyMap<number, readonly number[]>;

interface Modele {
  readonly titre: string;
  readonly description: string;
  readonly debut: string;
  readonly fin: string;
  readonly cout: number;
}

const matin = { debut: "09:30", fin: "12:00" };
const apresMidi = { debut: "14:00", fin: "16:30" };

const professionnels: readonly Modele[] = [
  {
    titre: "Écrire un CV qui vous ressemble",
    description: "Repérer ses compétences, les écrire, repartir avec un CV prêt à envoyer.",
    ...{ ...matin, cout: 18_000 },
  },
  {
    titre: "Préparer un entretien d’embauche",
    description: "Jeux de rôle à deux, avec le regard d’un recruteur.",
    ...{ ...apresMidi, cout: 24_000 },
  },
  {
    titre: "Découvrir les métiers du grand âge",
    description: "Une aide-soignante et un établissement racontent leur métier.",
    ...{ ...matin, cout: 9_000 },
  },
  {
    titre: "Chercher un emploi en ligne",
    description: "Créer une alerte, répondre à une offre, déposer son profil.",
    ...{ ...apresMidi, cout: 15_000 },
  },
];

const sociaux: readonly Modele[] = [
  {
    titre: "Mes démarches en ligne",
    description: "Déclaration trimestrielle, carte Vitale, boîte aux lettres électronique.",
    ...{ ...apresMidi, cout: 12_000 },
  },
  {
    titre: "Tenir son budget",
    description: "Lire ses factures, prévoir le mois, connaître ses droits.",
    ...{ ...matin, cout: 9_500 },
  },
  {
    titre: "Se déplacer sans voiture",
    description: "Lire un plan, prendre un abonnement solidaire, essayer un trajet.",
    ...{ ...matin, cout: 8_000 },
  },
  {
    titre: "Cuisiner à petit prix",
    description: "Un repas préparé et partagé, les recettes à emporter.",
    ...{ ...matin, cout: 21_000 },
  },
];

const animateurs = ["Inès Marchand", "Paul Vasseur", "Nadia Benali", "Lucas Fontaine"];

/** One action in so many holds sessions: enough in each territory, few enough to be made at once. */
const UNE_SUR = 6;
const SEMAINES_PASSEES = 6;
const CAPACITE = 10;

/** Workshops of past weeks with who came, a job dating, and the series that are running. */
export async function tenirLesSeances(circuit: Circuit): Promise<void> {
  const actions = (await circuit.lire((tx) => lireActions(tx, { le: circuit.aujourdhui }))).filter(
    (_, rang, toutes) => (toutes.length < 4 * UNE_SUR ? rang % 3 === 0 : rang % UNE_SUR === 0),
  );
  if (actions.length === 0) return;
  const personnes = await parTerritoire(circuit);
  await reprendreLePasse(circuit, actions, personnes);
  await ouvrirLesSuivantes(circuit, actions, personnes);
}

async function parTerritoire(circuit: Circuit): Promise<PersonnesParTerritoire> {
  const presents = await circuit.presents(sql`s.beneficiaire and s.role in ('DEM', 'CJT')`);
  const rangees = new Map<number, number[]>();
  for (const { personneId, territoireId } of presents) {
    const siennes = rangees.get(territoireId ?? 0);
    if (siennes) siennes.push(personneId);
    else rangees.set(territoireId ?? 0, [personneId]);
  }
  return rangees;
}

function choisir(
  personnes: PersonnesParTerritoire,
  { id, territoireId }: ActionLue,
  nombre: number,
): readonly number[] {
  const siennes = personnes.get(territoireId) ?? [];
  const depart = (id * 13) % Math.max(1, siennes.length);
  return [...siennes.slice(depart), ...siennes.slice(0, depart)].slice(0, nombre);
}

function modeleDe({ id, fiche }: ActionLue): Modele | undefined {
  const modeles = fiche.dominantes.includes("emploi") ? professionnels : sociaux;
  return modeles[id % modeles.length];
}

function seanceDe(action: ActionLue, jour: string) {
  const modele = modeleDe(action);
  return {
    nature: "atelier" as const,
    titre: modele?.titre ?? "Atelier collectif",
    description: modele?.description ?? null,
    lieu: `Salle d’activité, ${action.structure}`,
    jour,
    debut: modele?.debut ?? matin.debut,
    fin: modele?.fin ?? matin.fin,
    capacite: CAPACITE,
    cout: modele?.cout ?? 0,
    animateurs: [animateurs[action.id % animateurs.length] ?? ""],
  };
}

async function reprendreLePasse(
  circuit: Circuit,
  actions: readonly ActionLue[],
  personnes: PersonnesParTerritoire,
): Promise<void> {
  // A demonstration stopped midway begins again: what was taken over stays as it is.
  const semaine = await circuit.faire(lireSemaine, circuit.aujourdhui, {
    jour: ajouterJours(circuit.aujourdhui, -14),
  });
  if (semaine.seances.some(({ closeLe }) => closeLe !== null)) return;
  const seances = [
    ...actions.flatMap((action) => passeDe(circuit, action, personnes)),
    ...jobDatings(circuit, actions, personnes),
  ];
  await circuit.faire(reprendreSeances, circuit.aujourdhui, { seances });
}

function passeDe(
  circuit: Circuit,
  action: ActionLue,
  personnes: PersonnesParTerritoire,
): readonly Reprise[] {
  return Array.from({ length: SEMAINES_PASSEES }, (_, rang): Reprise => {
    const jour = ajouterJours(circuit.ilYA(1 + (action.id % 5)), -7 * (rang + 1));
    const venus = choisir(personnes, action, 4 + ((action.id + rang) % 6));
    return {
      ...seanceDe(action, jour),
      actionId: action.id,
      autres: 0,
      inscriptions: venus.map((personneId, place) => ({
        personneId,
        presence: presenceDe(personneId, place + rang),
      })),
    };
  }).filter(({ jour }) => jour >= action.du);
}

function presenceDe(personneId: number, rang: number): "present" | "absent-excuse" | "absent" {
  if ((personneId + rang) % 9 === 4) return "absent-excuse";
  return (personneId + rang) % 7 === 2 ? "absent" : "present";
}

const PRESENTS_AU_FORUM = 27;

/** Two forums of twenty-seven present: fourteen with the RSA in the first, thirteen in the second. */
function jobDatings(
  circuit: Circuit,
  actions: readonly ActionLue[],
  personnes: PersonnesParTerritoire,
): readonly Reprise[] {
  const tous = [...personnes.values()].flat();
  return [14, 13].flatMap((rsa, rang) => {
    const action = actions[rang];
    const venus = tous.slice(rang * PRESENTS_AU_FORUM, rang * PRESENTS_AU_FORUM + rsa);
    if (!action || venus.length < rsa) return [];
    return [
      {
        ...seanceDe(action, circuit.ilYA(12 + rang * 7)),
        actionId: action.id,
        nature: "job-dating" as const,
        titre:
          rang === 0 ? "Forum des métiers de l’industrie" : "Rencontre avec la grande distribution",
        description: "Entretiens de dix minutes avec les employeurs présents, ouverts à tous.",
        capacite: 20,
        cout: 85_000,
        mixte: true,
        autres: PRESENTS_AU_FORUM - rsa,
        inscriptions: venus.map((personneId) => ({ personneId, presence: "present" as const })),
      },
    ];
  });
}

/** Series that run: last week’s sheet is still to fill, the next dates have their registrations, one is full. */
async function ouvrirLesSuivantes(
  circuit: Circuit,
  actions: readonly ActionLue[],
  personnes: PersonnesParTerritoire,
): Promise<void> {
  const courantes = actions.filter((_, rang) => rang % 2 === 0).slice(0, 16);
  const connues = await enCours(circuit);
  for (const [rang, action] of courantes.entries()) {
    const connue = connues.get(action.id);
    const inscrites = choisir(personnes, action, rang % 5 === 0 ? CAPACITE + 2 : 3 + (rang % 6));
    const seanceId = connue?.id ?? (await ouvrir(circuit, action, rang));
    if ((connue?.inscrits ?? 0) > 0 || inscrites.length === 0) continue;
    await circuit.faire(inscrirePersonnes, circuit.ilYA(9), {
      seanceId,
      personnes: [...inscrites],
      attente: true,
      serie: true,
    });
  }
}

/** The first date of each series that runs already. */
async function enCours(circuit: Circuit) {
  const premieres = new Map<number | null, { readonly id: number; readonly inscrits: number }>();
  for (const jours of [-14, -7, 0, 7]) {
    const jour = ajouterJours(circuit.aujourdhui, jours);
    const { seances } = await circuit.faire(lireSemaine, circuit.aujourdhui, { jour });
    for (const une of seances) {
      if (une.closeLe === null && !premieres.has(une.actionId)) premieres.set(une.actionId, une);
    }
  }
  return premieres;
}

async function ouvrir(circuit: Circuit, action: ActionLue, rang: number): Promise<number> {
  const jour = ajouterJours(circuit.dans(rang % 5), rang % 4 === 1 ? -7 : 0);
  const { ids } = await circuit.faire(creerSeances, circuit.ilYA(15), {
    ...seanceDe(action, jour),
    actionId: action.id,
    rythme: "semaine",
    nombre: 5,
  });
  return ids[0] ?? 0;
}
