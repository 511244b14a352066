import type { Dominante } from "#commun/referentiel";
import {
  type ActionAPlacer,
  type CadreDuClassement,
  contre,
  empeche,
  type FreinOuvert,
  type PersonneAPlacer,
  pour,
  type Raison,
} from "./placement.ts";

const mots: Readonly<Record<Dominante, string>> = {
  emploi: "« emploi »",
  "socio-professionnelle": "« socio-professionnelle »",
  sociale: "« sociale »",
};

/** Her orientation against those the sheet receives, and who may prescribe it. */
export function raisonsDuPublic(
  { dominante }: PersonneAPlacer,
  action: ActionAPlacer,
  { classe }: CadreDuClassement,
): readonly Raison[] {
  return [...orientation(dominante, action), ...prescripteur(action, classe)];
}

function orientation(
  dominante: Dominante | null,
  { dominantes }: ActionAPlacer,
): readonly Raison[] {
  if (dominantes.length === 0) return [];
  if (dominante === null) {
    return [contre("orientation", 2, "Pas encore d’orientation : vérifiez le public de l’action")];
  }
  if (dominantes.includes(dominante)) {
    return [pour("orientation", 3, `L’action reçoit les orientations ${mots[dominante]}`)];
  }
  const recues = dominantes.map((une) => mots[une]).join(" et ");
  return [
    empeche(
      "orientation",
      `L’action reçoit les orientations ${recues} ; la sienne est ${mots[dominante]}`,
    ),
  ];
}

function prescripteur(
  { prescripteurs }: ActionAPlacer,
  classe: CadreDuClassement["classe"],
): readonly Raison[] {
  if (classe === null || prescripteurs.length === 0 || prescripteurs.includes(classe)) return [];
  return [
    empeche("prescripteur", "Votre structure n’est pas de celles qui prescrivent cette action"),
  ];
}

const poidsDuFrein = { leger: 2, important: 4, bloquant: 6 } as const;

/** Obstacles of hers that the sheet works on: the one she starts from weighs most. */
export function raisonsDuBesoin(
  { freins }: PersonneAPlacer,
  action: ActionAPlacer,
  { freinId }: CadreDuClassement,
): readonly Raison[] {
  const travailles = freins.filter(({ nature }) => action.freins.includes(nature));
  const parNature = [...Map.groupBy(travailles, ({ nature }) => nature).values()];
  return parNature.map((memes) => raisonDuFrein(memes, freinId));
}

function raisonDuFrein(memes: readonly FreinOuvert[], freinId: number | null): Raison {
  const choisi = memes.find(({ id }) => id === freinId);
  const frein =
    choisi ?? memes.reduce((a, b) => (poidsDuFrein[b.poids] > poidsDuFrein[a.poids] ? b : a));
  const poids = poidsDuFrein[frein.poids] + (choisi ? 10 : 0);
  return pour(`frein-${frein.nature}`, poids, `Travaille sur : ${frein.libelle}`);
}
