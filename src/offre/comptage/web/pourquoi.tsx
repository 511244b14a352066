import type { VNode } from "preact";
import { Bars } from "#platform/ui/components/bars.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { formatCount, formatNumber } from "#platform/ui/format.ts";
import { sommeDesSorties } from "../domain/annee.ts";
import { dernierJour, premierJour } from "../domain/mois.ts";
import { placesAPourvoir } from "../domain/projection.ts";
import { totalSorties } from "../domain/sejour.ts";
import { type CauseDeVacance, causesDeVacance, type FaitsDeVacance } from "../domain/vacance.ts";
import { adresseDesSejours } from "./adresses.ts";
import { actionsNommees, type PageFileActiveProps, parametres } from "./filtres-vue.ts";
import type { PrescriptionsDAction } from "./ports.ts";

/** « Pourquoi ? »: what keeps places empty, in words, each figure the door of its persons. */
export function CartePourquoi(props: PageFileActiveProps): VNode | null {
  const faits = faitsDe(props);
  const causes = causesDeVacance(faits);
  if (causes.length === 0) return null;
  const [premiere] = causes;
  return (
    <Card
      id="pourquoi"
      title={`Pourquoi ${formatCount(faits.libres, "place est vide", "places sont vides")} ?`}
    >
      <div class="halves">
        <div class="stack-tight">
          {premiere && <p class="strong">{phrases[premiere](faits)}</p>}
          <ul>
            {causes.slice(1).map((cause) => (
              <li key={cause}>{phrases[cause](faits)}</li>
            ))}
          </ul>
        </div>
        <div class="stack-tight">
          <Bars
            caption="Ce qui est arrivé sur la période"
            heads={["Ce qui est arrivé", "Nombre"]}
            lines={lignesDe(props, faits)}
          />
          <Motifs {...props} />
        </div>
      </div>
    </Card>
  );
}

const pluriel = formatCount;

const phrases: Readonly<Record<CauseDeVacance, (faits: FaitsDeVacance) => string>> = {
  "peu-de-prescriptions": ({ aPourvoir, recues, entrees }) =>
    `Trop peu de personnes orientées : ${pluriel(recues, "prescription reçue", "prescriptions reçues")} et ${pluriel(entrees, "entrée", "entrées")} pour ${pluriel(aPourvoir, "place à pourvoir", "places à pourvoir")} sur la période.`,
  refus: ({ refusees, recues }) =>
    `Les opérateurs ont refusé ${pluriel(refusees, "prescription", "prescriptions")} sur ${formatNumber(recues)}.`,
  "sans-reponse": ({ sansReponse, expirees }) =>
    `${pluriel(sansReponse + expirees, "prescription est restée", "prescriptions sont restées")} sans réponse${expirees > 0 ? `, dont ${formatNumber(expirees)} expirées` : ""}.`,
  sorties: ({ sorties, entrees }) =>
    `On en sort plus qu’on n’y entre : ${pluriel(sorties, "sortie", "sorties")} pour ${pluriel(entrees, "entrée", "entrées")}.`,
  "attente-ici": ({ attenteIci }) =>
    `${pluriel(attenteIci, "personne est", "personnes sont")} pourtant en liste d’attente dans ces actions.`,
  "attente-ailleurs": ({ attenteAilleurs }) =>
    `${pluriel(attenteAilleurs, "personne attend", "personnes attendent")} une place des mêmes fiches dans d’autres actions.`,
};

function faitsDe({ lue, prescriptions }: PageFileActiveProps): FaitsDeVacance {
  const { ensemble, actions } = lue;
  const [premier, dernier] = [ensemble.mois[0], ensemble.mois.at(-1)];
  const ici = new Set(ensemble.actions);
  const fiches = new Set(actions.filter(({ id }) => ici.has(id)).map(({ ficheCode }) => ficheCode));
  const memeFiche = new Set(
    actions.filter(({ ficheCode }) => fiches.has(ficheCode)).map(({ id }) => id),
  );
  const siennes = prescriptions.filter(({ actionId }) => ici.has(actionId));
  const ailleurs = prescriptions.filter(
    ({ actionId }) => memeFiche.has(actionId) && !ici.has(actionId),
  );
  const sorties = totalSorties(sommeDesSorties(ensemble.mois));
  return {
    aPourvoir: placesAPourvoir({
      places: dernier?.places ?? 0,
      debut: premier?.debut ?? 0,
      sorties,
    }),
    libres: (dernier?.places ?? 0) - (dernier?.occupees ?? 0),
    entrees: ensemble.mois.reduce((total, { entrees }) => total + entrees, 0),
    sorties,
    recues: somme(siennes, ({ recues }) => recues),
    refusees: somme(siennes, ({ refusees }) => refusees),
    sansReponse: somme(siennes, ({ sansReponse }) => sansReponse),
    expirees: somme(siennes, ({ expirees }) => expirees),
    attenteIci: somme(siennes, ({ enAttente }) => enAttente),
    attenteAilleurs: somme(ailleurs, ({ enAttente }) => enAttente),
  };
}

const somme = (
  lignes: readonly PrescriptionsDAction[],
  de: (ligne: PrescriptionsDAction) => number,
): number => lignes.reduce((total, ligne) => total + de(ligne), 0);

function bornes({ lue }: PageFileActiveProps) {
  const [du, au] = [lue.mois[0] ?? lue.courant, lue.mois.at(-1) ?? lue.courant];
  return { du, au, jours: { du: premierJour(du), au: dernierJour(au) } };
}

function lignesDe(props: PageFileActiveProps, faits: FaitsDeVacance) {
  const { filtre, lue, href, adressePrescriptions } = props;
  const { du, au, jours } = bornes(props);
  const actions = actionsNommees(props);
  const sejours = (figure: "entrees" | "sorties") =>
    href(adresseDesSejours({ ou: parametres(filtre), figure, du, au, le: lue.le }));
  const prescriptions = (etat: "attente" | "expiree" | "recue" | "refusee" | "sans-reponse") =>
    href(adressePrescriptions({ actions, ...jours, etat }));
  return [
    { key: "pourvoir", label: "Places à pourvoir", value: faits.aPourvoir },
    {
      key: "recues",
      label: "Prescriptions reçues",
      value: faits.recues,
      href: prescriptions("recue"),
    },
    { key: "refusees", label: "Refusées", value: faits.refusees, href: prescriptions("refusee") },
    {
      key: "sans-reponse",
      label: "Sans réponse",
      value: faits.sansReponse,
      href: prescriptions("sans-reponse"),
    },
    { key: "expirees", label: "Expirées", value: faits.expirees, href: prescriptions("expiree") },
    { key: "entrees", label: "Entrées", value: faits.entrees, href: sejours("entrees") },
    { key: "sorties", label: "Sorties", value: faits.sorties, href: sejours("sorties") },
    {
      key: "attente",
      label: "En liste d’attente",
      value: faits.attenteIci,
      href: prescriptions("attente"),
    },
  ];
}

/** Why operators refused, the most frequent first. */
function Motifs(props: PageFileActiveProps): VNode | null {
  const ici = new Set(props.lue.ensemble.actions);
  const parMotif = new Map<string, { libelle: string; nombre: number }>();
  for (const { motifs } of props.prescriptions.filter(({ actionId }) => ici.has(actionId))) {
    for (const { code, libelle, nombre } of motifs) {
      parMotif.set(code, { libelle, nombre: (parMotif.get(code)?.nombre ?? 0) + nombre });
    }
  }
  if (parMotif.size === 0) return null;
  const { jours } = bornes(props);
  return (
    <div>
      <p class="muted small">Motifs des refus</p>
      <Bars
        caption="Motifs des refus"
        heads={["Motif", "Refus"]}
        lines={[...parMotif]
          .toSorted(([, a], [, b]) => b.nombre - a.nombre)
          .map(([code, { libelle, nombre }]) => ({
            key: code,
            label: libelle,
            value: nombre,
            href: props.href(
              props.adressePrescriptions({
                actions: actionsNommees(props),
                ...jours,
                etat: "refusee",
                motif: code,
              }),
            ),
          }))}
      />
    </div>
  );
}
