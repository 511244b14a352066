import { ajouterJours } from "#commun/echeance";
import { lireEquipe } from "#commun/structure";
import {
  accepterRestitutions,
  listerASuivre,
  rectifierRestitution,
  relancerRestitutions,
  rendreRestitution,
  renvoyerRestitution,
  reprendreRestitutions,
  verifierRestitution,
} from "#financement/restitution-mensuelle";
import { type ActionLue, lireActions } from "#offre/catalogue";
import { compterSejours, type Mois, moisDe, moisEntre, premierJour } from "#offre/comptage";
import { lireSejoursComptes, type SejourCompte, sortirDAction } from "#offre/participation";
import { type Circuit, siPossible } from "../circuit.ts";
import {
  commentaireDe,
  jourDeTransmission,
  joursAvantAcceptation,
  type Sort,
  sortDe,
} from "./sorts-restitutions.ts";

/** How many actions learn late of an exit: each month of theirs already sent is to be seen again. */
const SORTIES_TARDIVES = 4;

/** She who signs in as the operator, as the network names her. */
const OPERATRICE = "Chantier";

interface Scene {
  readonly circuit: Circuit;
  readonly actions: readonly ActionLue[];
  readonly sejours: readonly SejourCompte[];
  /** Last month over. */
  readonly dernier: Mois;
  /** Actions of the operator who has an account. */
  readonly siennes: readonly number[];
  readonly operatrice: { readonly id: number; readonly nom: string } | null;
}

/** Three years of returns: those of the former tool taken over, the last ones by who makes them. */
export async function rendreLesMois(circuit: Circuit): Promise<void> {
  const scene = await poser(circuit);
  if (scene.actions.length === 0) return;
  await reprendre(scene);
  await finirLeMois(scene);
  await apprendreTard(scene);
  await recevoir(scene);
}

async function poser(circuit: Circuit): Promise<Scene> {
  const { aujourdhui } = circuit;
  const dernier = moisDe(ajouterJours(premierJour(moisDe(aujourdhui)), -1));
  const actions = await circuit.lire((tx) => lireActions(tx));
  const premier = actions.map(({ du }) => du).toSorted()[0] ?? aujourdhui;
  const sejours = await circuit.lire((tx) =>
    lireSejoursComptes(tx, { actions: "toutes", du: premier, au: aujourdhui }),
  );
  const structures = [...new Set(actions.map(({ structureId }) => structureId))];
  const equipe = await circuit.lire((tx) =>
    lireEquipe(tx, structures, { debut: aujourdhui, fin: ajouterJours(aujourdhui, 1) }),
  );
  const membre = equipe.find(({ agentId, nom }) => agentId !== null && nom === OPERATRICE);
  return {
    circuit,
    actions,
    sejours,
    dernier,
    siennes: actions
      .filter(({ structureId }) => structureId === membre?.structureId)
      .map(({ id }) => id),
    operatrice:
      membre?.agentId == null
        ? null
        : { id: membre.agentId, nom: `${membre.prenom} ${membre.nom}` },
  };
}

const sortDuDernier = ({ siennes }: Scene, actionId: number): Sort =>
  sortDe(actionId, siennes.indexOf(actionId));

async function reprendre(scene: Scene): Promise<void> {
  const { circuit, actions, dernier, sejours } = scene;
  const premier = moisDe(actions.map(({ du }) => du).toSorted()[0] ?? dernier);
  const comptes = compterSejours(sejours, { du: premier, au: dernier });
  const restitutions = actions.flatMap((action) => {
    const parMois = new Map(comptes.get(action.id)?.mois.map((un) => [un.mois, un.personnes]));
    const fin = action.au === null ? dernier : moisDe(ajouterJours(action.au, -1));
    return moisEntre(moisDe(action.du), fin < dernier ? fin : dernier).flatMap((mois) => {
      const transmiseLe = jourDeTransmission(action.id, mois, dernier);
      if (transmiseLe === null || transmiseLe > circuit.aujourdhui) return [];
      if (mois === dernier && sortDuDernier(scene, action.id) !== "reprise") return [];
      const accepteeLe = ajouterJours(transmiseLe, joursAvantAcceptation(action.id, mois, dernier));
      return [
        {
          actionId: action.id,
          mois,
          transmiseLe,
          accepteeLe: accepteeLe < circuit.aujourdhui ? accepteeLe : null,
          neant: (parMois.get(mois) ?? 0) === 0,
          commentaire: commentaireDe(action.id, mois),
        },
      ];
    });
  });
  await circuit.faire(reprendreRestitutions, circuit.aujourdhui, { restitutions });
}

/** An employer’s proof comes weeks after the exit: what was sent says one person too many. */
async function apprendreTard(scene: Scene): Promise<void> {
  const { dernier, siennes } = scene;
  const avant = moisDe(ajouterJours(premierJour(dernier), -1));
  const presents = scene.sejours.filter(
    ({ entreLe, sortiLe }) => sortiLe === null && entreLe < `${avant}-01`,
  );
  const parAction = Map.groupBy(presents, ({ actionId }) => actionId);
  // The first of hers is still to be filled: the others have something to see again.
  const lesSiennes = siennes.slice(1).filter((id) => parAction.has(id));
  const autres = [...parAction.keys()].filter((id) => !siennes.includes(id) && id % 7 === 3);
  for (const actionId of lesSiennes.toReversed().slice(0, 1)) {
    await sortir(scene, avant, parAction.get(actionId) ?? []);
  }
  for (const [rang, actionId] of autres.slice(0, SORTIES_TARDIVES).entries()) {
    const sorti = await sortir(scene, avant, parAction.get(actionId) ?? []);
    if (sorti && rang % 2 === 0) await rectifier(scene, actionId, avant);
  }
}

/** The first of these stays whose exit nothing forbids. */
async function sortir(
  { circuit }: Scene,
  mois: Mois,
  sejours: readonly SejourCompte[],
): Promise<boolean> {
  const le = `${mois}-26`;
  for (const { id: sejourId } of sejours) {
    const saisie = {
      ...{ sejourId, le, nature: "cdi" as const, debut: ajouterJours(le, 5) },
      preuve: "declaration-embauche" as const,
    };
    if (await siPossible(circuit.faire(sortirDAction, circuit.ilYA(6), saisie))) return true;
  }
  return false;
}

/** The first month and those it reopens, except the last, which its operator has still to do. */
async function rectifier({ circuit }: Scene, actionId: number, mois: Mois): Promise<void> {
  const le = circuit.ilYA(4);
  const { aFaire } = await circuit.faire(listerASuivre, le, {});
  const une = aFaire.find(
    ({ restitution, changee }) =>
      changee && restitution.actionId === actionId && restitution.mois === mois,
  );
  if (!une) return;
  const { id: restitutionId, revision } = une.restitution;
  const ouverte = await circuit.faire(rectifierRestitution, le, {
    restitutionId,
    revision,
    motif: `Sortie du 26 apprise par la déclaration d’embauche, après l’envoi`,
  });
  await siPossible(
    circuit.faire(rendreRestitution, le, {
      restitutionId,
      revision: ouverte.revision,
      commentaire: "Rectification : une sortie en emploi durable de plus, un présent de moins.",
    }),
  );
}

/** The last month by the acts of the page: some sent, some read over, some not begun. */
async function finirLeMois(scene: Scene): Promise<void> {
  const { circuit, dernier } = scene;
  const { aFaire } = await circuit.faire(listerASuivre, circuit.aujourdhui, {});
  const aEcrire = aFaire.filter(
    ({ restitution, action }) =>
      restitution.mois === dernier &&
      restitution.numero === 0 &&
      !["a-remplir", "reprise"].includes(sortDuDernier(scene, action.id)),
  );
  for (const { restitution, action } of aEcrire) {
    const saisie = {
      restitutionId: restitution.id,
      revision: restitution.revision,
      commentaire: commentaireDe(action.id, dernier),
      neant: !scene.sejours.some(
        ({ actionId, entreLe, sortiLe }) =>
          actionId === action.id &&
          moisDe(entreLe) <= dernier &&
          (sortiLe === null || moisDe(sortiLe) >= dernier),
      ),
    };
    await siPossible(ecrire(scene, action.id, saisie));
  }
}

/** By the agent who has an account, for the actions of her structure. */
function ecrire(
  scene: Scene,
  actionId: number,
  saisie: Parameters<typeof rendreRestitution.execute>[2],
): Promise<unknown> {
  const { circuit, siennes, operatrice } = scene;
  const lue = sortDuDernier(scene, actionId) === "a-certifier";
  const acte = lue ? verifierRestitution : rendreRestitution;
  const le = circuit.ilYA(lue ? 3 : 13);
  return operatrice !== null && siennes.includes(actionId)
    ? circuit.faireAuNomDe(operatrice, acte, le, saisie)
    : circuit.faire(acte, le, saisie);
}

/** The département reads what came, gives some back, accepts others, and reminds the late. */
async function recevoir(scene: Scene): Promise<void> {
  const { circuit, dernier } = scene;
  const { aFaire, envoyees } = await circuit.faire(listerASuivre, circuit.aujourdhui, {});
  const duMois = envoyees.filter(({ restitution }) => restitution.mois === dernier);
  const sortDeLigne = ({ action }: (typeof envoyees)[number]) => sortDuDernier(scene, action.id);
  for (const { restitution } of duMois.filter((ligne) => sortDeLigne(ligne) === "renvoyee")) {
    await circuit.faire(renvoyerRestitution, circuit.ilYA(5), {
      restitutionId: restitution.id,
      revision: restitution.revision,
      motif: "Les entrées du mois paraissent incomplètes : vérifiez-les, puis renvoyez-la.",
    });
  }
  const acceptees = duMois.filter((ligne) => sortDeLigne(ligne) === "acceptee");
  if (acceptees.length > 0) {
    await circuit.faire(accepterRestitutions, circuit.ilYA(3), {
      restitutions: acceptees.map(({ restitution }) => restitution.id),
    });
  }
  const muettes = aFaire.filter(
    ({ restitution, transmise, action }) =>
      !transmise && restitution.mois === dernier && action.id % 2 === 0,
  );
  if (muettes.length > 0) {
    await circuit.faire(relancerRestitutions, circuit.ilYA(4), {
      restitutions: muettes.map(({ restitution }) => restitution.id),
    });
  }
}
