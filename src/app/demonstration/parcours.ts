import {
  changerCadre,
  derogerAccompagnement,
  direLaSuite,
  mobiliserSoutien,
  noterSoutien,
  recevoirManquement,
  recueillirExplication,
  renouvelerAccompagnement,
  reprendreAccompagnement,
  resumerParcours,
  signalerManquement,
  suspendreAccompagnement,
} from "#accompagnement/parcours";
import { listerReferents } from "#commun/structure";
import { sql } from "#platform/db/list/sql.ts";
import { type Circuit, REFERENTE, siPossible } from "./circuit.ts";
import { remplacerUnDepart } from "./departs.ts";

type Etape = (circuit: Circuit, personneId: number) => Promise<unknown>;

/** What happens along the way, one thing a person, again and again over a caseload. */
const etapes: readonly Etape[] = [
  enFormation,
  revenue,
  renouvelee,
  (circuit, id) => appuyer(circuit, id, 0),
  (circuit, id) => appuyer(circuit, id, 1),
  signalee,
  recue,
  classee,
  aPresenter,
  accompagneeDePres,
  enChantier,
  (circuit, id) => appuyer(circuit, id, 2),
];

/** The path of the caseloads as it stands today: suspended, renewed, past its end, reported, handed over. */
export async function suivreLesParcours(circuit: Circuit): Promise<void> {
  if (!circuit.dernier) return;
  const referents = await circuit.faire(listerReferents, circuit.aujourdhui, { structureId: null });
  const rose = referents.find(({ prenom, nom }) => `${prenom} ${nom}` === REFERENTE);
  const suivies = await circuit.presents(
    sql`s.beneficiaire and s.referent_id is not null and s.orientee_le <= ${circuit.ilYA(45)}::date`,
  );
  const siennes = suivies.filter(({ referentId }) => referentId === rose?.id);
  const autres = suivies.filter(({ personneId }) => personneId % 40 === 7).slice(0, 24);
  const choisies = [...siennes, ...autres].slice(0, 48);
  for (const [rang, { personneId }] of choisies.entries()) {
    await etapes[rang % etapes.length]?.(circuit, personneId);
  }
  await remplacerUnDepart(circuit, rose?.id ?? null);
}

const enCours = (circuit: Circuit, personneId: number) =>
  circuit
    .faire(resumerParcours, circuit.aujourdhui, { personneId })
    .then((parcours) => parcours.enCours);

const formations = [
  "GRETA, remise à niveau et compétences clés",
  "AFPA, préparation aux métiers du bâtiment",
  "École régionale, français à visée professionnelle",
] as const;

async function enFormation(circuit: Circuit, personneId: number): Promise<void> {
  const connu = await enCours(circuit, personneId);
  const [motif] = connu?.regle.suspensions ?? [];
  if (!(connu && motif)) return;
  const { version } = connu.accompagnement;
  await siPossible(
    circuit.faire(suspendreAccompagnement, circuit.ilYA(20), {
      personneId,
      version,
      motif: motif.code,
      details: formations[personneId % formations.length] ?? formations[0],
      du: circuit.ilYA(20),
      au: personneId % 2 === 0 ? circuit.dans(15) : null,
    }),
  );
}

async function revenue(circuit: Circuit, personneId: number): Promise<void> {
  await enFormation(circuit, personneId);
  const connu = await enCours(circuit, personneId);
  if (connu?.compteur.etat !== "suspendu") return;
  const { version } = connu.accompagnement;
  const le = circuit.ilYA(3);
  await siPossible(circuit.faire(reprendreAccompagnement, le, { personneId, version, le }));
}

async function renouvelee(circuit: Circuit, personneId: number): Promise<void> {
  const connu = await enCours(circuit, personneId);
  if (!connu) return;
  await siPossible(
    circuit.faire(renouvelerAccompagnement, circuit.ilYA(5), {
      personneId,
      version: connu.accompagnement.version,
      mois: connu.regle.duree.moisRenouveles === null ? 6 : null,
      motif: "Le projet avance : une formation commence dans deux mois",
    }),
  );
}

const appuis = [
  {
    nature: "transport",
    autour: "formation",
    besoin: "Rejoindre le centre de formation, à quarante minutes en car",
    mobilise: "Abonnement mensuel de car",
    financePar: "Région",
    cout: "45,50",
  },
  {
    nature: "garde-enfant",
    autour: "emploi",
    besoin: "Faire garder deux enfants le mercredi et avant l’école",
    mobilise: null,
    financePar: null,
    cout: null,
  },
  {
    nature: "repas",
    autour: "formation",
    besoin: "Déjeuner sur place les jours de formation",
    mobilise: "Tickets de restaurant du centre",
    financePar: "Département",
    cout: "96,00",
  },
] as const;

async function appuyer(circuit: Circuit, personneId: number, rang: number): Promise<void> {
  const appui = appuis[rang] ?? appuis[0];
  const { mobilise, financePar, cout, ...besoin } = appui;
  const soutienId = await circuit.faire(noterSoutien, circuit.ilYA(18), {
    personneId,
    ...besoin,
    du: circuit.ilYA(16),
    au: circuit.dans(20),
  });
  if (mobilise === null) return;
  await circuit.faire(mobiliserSoutien, circuit.ilYA(14), {
    soutienId,
    version: 1,
    mobilise,
    financePar,
    cout,
  });
}

async function signaler(circuit: Circuit, personneId: number, jours: number): Promise<number> {
  return circuit.faire(signalerManquement, circuit.ilYA(jours), {
    personneId,
    engagement: personneId % 2 === 0 ? "rendez-vous" : "actions",
    survenuLe: circuit.ilYA(jours + 1),
    faits:
      personneId % 2 === 0
        ? "Deux rendez-vous de suite sans venir ni prévenir ; deux appels le jour même, sans réponse."
        : "L’atelier prévu au contrat n’a pas été suivi, et aucune autre date n’a été demandée.",
    preuves: "Convocations envoyées, appels notés au dossier",
  });
}

function signalee(circuit: Circuit, personneId: number): Promise<number> {
  return signaler(circuit, personneId, 2);
}

async function recue(circuit: Circuit, personneId: number): Promise<number> {
  const manquementId = await signaler(circuit, personneId, 18);
  await circuit.faire(recevoirManquement, circuit.ilYA(14), { manquementId, version: 1 });
  return manquementId;
}

async function classee(circuit: Circuit, personneId: number): Promise<void> {
  const manquementId = await recue(circuit, personneId);
  await circuit.faire(recueillirExplication, circuit.ilYA(10), {
    manquementId,
    le: circuit.ilYA(10),
    explication: "Un enfant était hospitalisé ; le certificat est au dossier.",
  });
  await circuit.faire(direLaSuite, circuit.ilYA(8), {
    manquementId,
    version: 2,
    suite: "classe",
    motif: "Le motif est légitime",
  });
}

async function aPresenter(circuit: Circuit, personneId: number): Promise<void> {
  const manquementId = await recue(circuit, personneId);
  await circuit.faire(direLaSuite, circuit.ilYA(6), {
    manquementId,
    version: 2,
    suite: "a-presenter",
    motif: "Ni réponse ni explication après deux courriers",
  });
}

/** Another action under the same orientation, where the département has one: `null` when it has not. */
async function changer(
  circuit: Circuit,
  personneId: number,
  { regle, jours }: { readonly regle: string; readonly jours: number },
): Promise<boolean> {
  const connu = await enCours(circuit, personneId);
  const le = circuit.ilYA(jours);
  if (!connu?.autres.some(({ code }) => code === regle) || connu.accompagnement.du >= le) {
    return false;
  }
  const { version } = connu.accompagnement;
  const motif = "L’équipe propose une action mieux adaptée";
  return siPossible(circuit.faire(changerCadre, le, { personneId, version, regle, motif }));
}

async function accompagneeDePres(circuit: Circuit, personneId: number): Promise<void> {
  if (
    !(await changer(circuit, personneId, {
      regle: "coaching",
      jours: personneId % 2 === 0 ? 100 : 67,
    }))
  )
    await renouvelee(circuit, personneId);
}

async function enChantier(circuit: Circuit, personneId: number): Promise<void> {
  if (!(await changer(circuit, personneId, { regle: "aci", jours: 40 }))) return;
  const motif = "Le chantier continue";
  await siPossible(
    circuit.faire(renouvelerAccompagnement, circuit.ilYA(10), {
      personneId,
      version: 1,
      mois: 20,
      motif,
    }),
  );
  await siPossible(
    circuit.faire(derogerAccompagnement, circuit.ilYA(9), {
      personneId,
      version: 2,
      fondement: "travailleur-handicape",
      mois: 6,
      preuve: "Décision de la CDAPH, valable cinq ans",
      motif: "Le poste adapté vient d’être trouvé",
    }),
  );
}
