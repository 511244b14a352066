import {
  consulterActionsDe,
  prescrire,
  relancerOperateur,
  repondre,
  reprendrePrescriptions,
} from "#accompagnement/prescription";
import { ajouterJours } from "#commun/echeance";
import { lireEquipe } from "#commun/structure";
import type { PersonnePresente } from "#droits/dossier";
import { type ActionLue, lireActions, lirePlaces } from "#offre/catalogue";
import { placesAu } from "#offre/comptage";
import { lireSejoursComptes, type SejourCompte } from "#offre/participation";
import { sql } from "#platform/db/list/sql.ts";
import { type Circuit, REFERENTE, siPossible } from "../circuit.ts";
import { objectifs, sortDe } from "./sorts-prescriptions.ts";

type Reprise = Parameters<typeof reprendrePrescriptions.execute>[2]["prescriptions"][number];

/** Stays of the last months follow a prescription; older ones come from before the product. */
const RECENT = 150;

interface Scene {
  readonly circuit: Circuit;
  readonly actions: readonly ActionLue[];
  readonly places: ReadonlyMap<number, number>;
  readonly presents: ReadonlyMap<number, number>;
  /** « person:action » of who is in one today. */
  readonly dedans: ReadonlySet<string>;
  /** Actions of the operator who has an account: her inbox shows every state. */
  readonly siennes: ReadonlySet<number>;
  readonly sejours: readonly SejourCompte[];
  readonly personnes: ReadonlyMap<number, PersonnePresente>;
  /** Who may still be prescribed something, by territory: not chosen yet. */
  readonly libres: Map<number, PersonnePresente[]>;
  readonly referents: ReadonlyMap<
    number,
    { readonly nom: string; readonly classe: string; readonly structureId: number }
  >;
}

/** Prescriptions of the last months in every state, then those of this week by who makes them. */
export async function prescrireLesActions(circuit: Circuit): Promise<void> {
  const scene = await poser(circuit);
  if (scene.actions.length === 0) return;
  await circuit.faire(reprendrePrescriptions, circuit.aujourdhui, {
    prescriptions: [...suivies(scene), ...ouvertes(scene)],
  });
  await prescrireCetteSemaine(scene);
}

async function poser(circuit: Circuit): Promise<Scene> {
  const { aujourdhui } = circuit;
  const actions = await circuit.lire((tx) => lireActions(tx, { le: aujourdhui }));
  const ids = actions.map(({ id }) => id);
  const periodes = Map.groupBy(
    await circuit.lire((tx) => lirePlaces(tx, ids)),
    ({ actionId }) => actionId,
  );
  const sejours = await circuit.lire((tx) =>
    lireSejoursComptes(tx, {
      actions: ids,
      du: ajouterJours(aujourdhui, -RECENT),
      au: aujourdhui,
    }),
  );
  const dedans = sejours.filter(({ sortiLe }) => sortiLe === null || sortiLe > aujourdhui);
  const presents = await circuit.presents(sql`s.beneficiaire and s.role in ('DEM', 'CJT')`);
  const libres = presents
    .filter(({ soumis }) => soumis === true)
    .toSorted((a, b) => a.personneId - b.personneId);
  return {
    circuit,
    actions,
    sejours,
    places: new Map(ids.map((id) => [id, placesAu(periodes.get(id) ?? [], aujourdhui) ?? 0])),
    presents: compter(dedans),
    dedans: new Set(dedans.map(({ personneId, actionId }) => `${personneId}:${actionId}`)),
    siennes: await lireLesSiennes(circuit, actions),
    personnes: new Map(presents.map((une) => [une.personneId, une])),
    libres: Map.groupBy(libres, ({ territoireId }) => territoireId ?? 0),
    referents: await lireReferents(circuit),
  };
}

function compter(sejours: readonly SejourCompte[]): ReadonlyMap<number, number> {
  const parAction = Map.groupBy(sejours, ({ actionId }) => actionId);
  return new Map([...parAction].map(([id, siens]) => [id, siens.length]));
}

async function lireLesSiennes(
  circuit: Circuit,
  actions: readonly ActionLue[],
): Promise<ReadonlySet<number>> {
  const { aujourdhui } = circuit;
  const structures = [...new Set(actions.map(({ structureId }) => structureId))];
  const equipe = await circuit.lire((tx) =>
    lireEquipe(tx, structures, { debut: aujourdhui, fin: aujourdhui }),
  );
  const structure = equipe.find(({ agentId }) => agentId !== null)?.structureId;
  return new Set(
    actions.filter(({ structureId }) => structureId === structure).map(({ id }) => id),
  );
}

async function lireReferents(circuit: Circuit): Promise<Scene["referents"]> {
  const offre = await circuit.offre();
  return new Map(
    offre.flatMap(({ referents, classe, structureId }) =>
      referents.map(({ id, nom }) => [id, { nom, classe, structureId }] as const),
    ),
  );
}

function auNomDe(
  { referents, circuit }: Scene,
  { personneId, referentId }: PersonnePresente,
): Pick<
  Reprise,
  "personneId" | "prescripteur" | "referentId" | "structureId" | "structureClasse" | "objectif"
> {
  const referent = referentId === null ? undefined : referents.get(referentId);
  return {
    personneId,
    prescripteur: referent?.nom ?? `Pôle insertion, ${circuit.referentiel.split("-")[0] ?? ""}`,
    referentId: referent ? referentId : null,
    structureId: referent?.structureId ?? null,
    structureClasse: referent?.classe ?? "departement",
    objectif: objectifs[personneId % objectifs.length] ?? objectifs[0],
  };
}

/** Each recent stay was prescribed, answered and received before it began. */
function suivies(scene: Scene): readonly Reprise[] {
  const { sejours, personnes, circuit } = scene;
  const depuis = ajouterJours(circuit.aujourdhui, -RECENT + 40);
  const vues = new Set<string>();
  return sejours.flatMap(({ id, actionId, personneId, entreLe, sortiLe }) => {
    const personne = personnes.get(personneId);
    const cle = `${personneId}:${actionId}`;
    if (!personne || entreLe < depuis || entreLe > circuit.aujourdhui || vues.has(cle)) return [];
    vues.add(cle);
    const delai = 10 + ((id * 7) % 26);
    const prescriteLe = ajouterJours(entreLe, -delai);
    const sorti = sortiLe !== null && sortiLe <= circuit.aujourdhui ? sortiLe : null;
    return [
      {
        ...auNomDe(scene, personne),
        actionId,
        prescriteLe,
        preuve: "contrat" as const,
        reponse: "accepter" as const,
        reponduLe: ajouterJours(prescriteLe, 1 + (id % 5)),
        accueilPrevuLe: ajouterJours(entreLe, -(id % 3)),
        recueLe: ajouterJours(entreLe, -(id % 3)),
        sejourId: id,
        entreeLe: entreLe,
        sortieLe: sorti,
        vueLe: entreLe < ajouterJours(circuit.aujourdhui, -10) ? entreLe : null,
      },
    ];
  });
}

/** Full actions have a list that waits; half-empty ones were prescribed little. */
function ouvertes(scene: Scene): readonly Reprise[] {
  const { actions, places, presents, circuit, siennes } = scene;
  let rang = 0;
  return actions.flatMap((action, ordre) => {
    const offertes = places.get(action.id) ?? 0;
    const prises = presents.get(action.id) ?? 0;
    const complete = offertes > 0 && prises >= offertes;
    const nombre = siennes.has(action.id)
      ? 3
      : nombreDe({ complete, moitie: prises * 2 < offertes, ordre });
    return Array.from({ length: nombre }, () => prendre(scene, action)).flatMap((personne) => {
      if (!personne) return [];
      rang += 1;
      const { ilYA, ...sort } = sortDe(
        { aujourdhui: circuit.aujourdhui, complete: complete && !siennes.has(action.id) },
        rang,
      );
      const prescriteLe = ajouterJours(circuit.aujourdhui, -ilYA);
      if (prescriteLe < action.du) return [];
      return [{ ...auNomDe(scene, personne), actionId: action.id, prescriteLe, ...sort }];
    });
  });
}

/** Full: two to four wait; half empty: almost nobody is prescribed; the others: one or two. */
function nombreDe({
  complete,
  moitie,
  ordre,
}: {
  readonly complete: boolean;
  readonly moitie: boolean;
  readonly ordre: number;
}): number {
  if (complete) return 1 + (ordre % 3);
  return moitie ? ordre % 2 : 1 + (ordre % 2);
}

/** Somebody of the territory whose orientation the sheet receives, once. */
function prendre({ libres, dedans }: Scene, { id, territoireId, fiche, communes }: ActionLue) {
  const ici = libres.get(territoireId);
  const rang =
    ici?.findIndex(
      ({ personneId, dominante, codeCommune, referentId }) =>
        !dedans.has(`${personneId}:${id}`) &&
        referentId !== null &&
        dominante !== null &&
        fiche.dominantes.includes(dominante) &&
        (communes.length === 0 || (codeCommune !== null && communes.includes(codeCommune))),
    ) ?? -1;
  if (!ici || rang === -1) return null;
  return ici.splice(rang, 1)[0] ?? null;
}

/** Those of the référente who signs in, by the acts she would do, and the answers she finds. */
async function prescrireCetteSemaine(scene: Scene): Promise<void> {
  const { circuit, referents, personnes } = scene;
  const siennes = [...personnes.values()]
    .filter(({ referentId }) => referents.get(referentId ?? 0)?.nom === REFERENTE)
    .toSorted((a, b) => a.personneId - b.personneId)
    .slice(0, 5);
  for (const [rang, { personneId }] of siennes.entries()) {
    await siPossible(prescrireA(circuit, personneId, rang));
  }
}

async function prescrireA(circuit: Circuit, personneId: number, rang: number): Promise<void> {
  const le = circuit.ilYA(rang === 0 ? 12 : 6 - rang);
  const { classees, freins } = await circuit.faire(consulterActionsDe, le, { personneId });
  const premiere = classees.find(({ admissible }) => admissible);
  if (!premiere) return;
  const frein = freins.find(({ nature }) => premiere.action.freins.includes(nature));
  const auteur = { id: null, nom: REFERENTE };
  const { prescriptionId } = await circuit.faireAuNomDe(auteur, prescrire, le, {
    personneId,
    actionId: premiere.action.id,
    freinId: frein?.id ?? null,
    objectif: objectifs[rang % objectifs.length] ?? objectifs[0],
  });
  const operateur = { id: null, nom: premiere.action.structure };
  const reponse = { prescriptionId, version: 1 };
  if (rang === 0) {
    await circuit.faireAuNomDe(auteur, relancerOperateur, circuit.ilYA(1), {
      prescriptions: [prescriptionId],
    });
  }
  if (rang === 1) {
    await circuit.faireAuNomDe(operateur, repondre, circuit.ilYA(1), {
      ...reponse,
      reponse: "accepter",
      accueilPrevuLe: circuit.dans(3),
    });
  }
  if (rang === 2) {
    await circuit.faireAuNomDe(operateur, repondre, circuit.ilYA(1), {
      ...reponse,
      reponse: "refuser",
      motif: "public",
      commentaire: "L’atelier s’adresse aux personnes déjà disponibles à temps plein.",
    });
  }
}
