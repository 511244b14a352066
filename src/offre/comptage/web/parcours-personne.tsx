import type { VNode } from "preact";
import type { Request } from "#platform/http/route.ts";
import { Card } from "#platform/ui/components/card.tsx";
import { Panel } from "#platform/ui/components/panel.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { formatCount, formatDate } from "#platform/ui/format.ts";
import { cleDuPassage, type Marques, marquerParcours } from "../domain/marques.ts";
import {
  lireParcoursPersonne,
  type ParcoursPersonne,
  type StationOffre,
} from "../usecases/lire-carte.ts";
import { NoteDuSecret } from "./effectifs.tsx";
import { axeEnPhrase } from "./mots.ts";
import { PlanParcours } from "./plan-parcours.tsx";

/** The path of one person, for the pages of her file; nothing for who may not know her stays. */
export async function carteParcours(request: Request, personneId: number): Promise<VNode | null> {
  if (!request.agent.droits.has("participation:lire")) return null;
  const parcours = await request.act(lireParcoursPersonne, { personneId });
  return <CarteParcoursPersonne parcours={parcours} href={request.href} />;
}

interface Props {
  readonly parcours: ParcoursPersonne;
  readonly href: (path: string) => string;
}

function CarteParcoursPersonne({ parcours, href }: Props): VNode {
  const { carte, etapes, territoire } = parcours;
  const libres = new Set(carte.stations.filter(peutAvoirUnePlace).map(({ axe }) => axe.code));
  const marques = marquerParcours(etapes, carte.passages, libres);
  const ou = carte.territoireId === null ? "" : `&territoire=${carte.territoireId}`;
  return (
    <Card title="Où en est son parcours" id="parcours">
      <div class="stack-tight">
        <p>{phraseDe(parcours, marques)}</p>
        <PlanParcours
          carte={carte}
          label={`Son parcours : ${phraseDe(parcours, marques)}`}
          hrefStation={(axe) => href(`/offre/actions?axe=${axe}${ou}`)}
          marques={{ ...marques, visites: enMots(marques) }}
        />
        <p class="muted small">
          {`Places libres ${territoire === null ? "dans le département" : `sur le territoire ${territoire}`} le ${formatDate(carte.le)}. En trait plein, les passages qu’elle a faits ; en pointillé, ceux qui s’ouvrent à elle.`}
        </p>
        <NoteDuSecret
          seuil={carte.seuil}
          effectifs={carte.stations.map(({ presents }) => presents)}
        />
        {etapes.length > 0 && <Etapes parcours={parcours} href={href} />}
      </div>
    </Card>
  );
}

/** A place that may not be told may be free: the step stays open to her. */
const peutAvoirUnePlace = ({ libres, places }: StationOffre): boolean =>
  typeof libres === "number" ? libres > 0 : places > 0;

/** « depuis 03/2025 », « 03/2025 – 09/2025 ». */
function enMots({ visites }: Marques): ReadonlyMap<string, string> {
  const mois = (jour: string) => formatDate(jour).slice(3);
  return new Map(
    [...visites].map(([axe, { entreLe, sortiLe }]) => [
      axe,
      sortiLe === null ? `ici depuis ${mois(entreLe)}` : `${mois(entreLe)} – ${mois(sortiLe)}`,
    ]),
  );
}

function phraseDe({ carte, etapes }: ParcoursPersonne, { ici, ouvertes }: Marques): string {
  const nom = (code: string) =>
    axeEnPhrase(carte.stations.find(({ axe }) => axe.code === code)?.axe.numero ?? code);
  if (etapes.length === 0) return "Elle n’est encore entrée dans aucune action.";
  const lieux = [...ici].map(nom).join(" et ");
  const quitte = etapes.at(-1)?.axe ?? "";
  const debut = ici.size > 0 ? `Elle est dans ${lieux}` : `Elle a quitté ${nom(quitte)}`;
  const vers = [
    ...new Set(carte.passages.filter((p) => ouvertes.has(cleDuPassage(p))).map((p) => nom(p.vers))),
  ];
  if (vers.length === 0) return `${debut} ; aucune place n’est libre à l’étape suivante.`;
  return `${debut} ; ${formatCount(vers.length, "étape s’ouvre", "étapes s’ouvrent")} : ${vers.join(", ")}.`;
}

function Etapes({ parcours: { etapes }, href }: Props): VNode {
  return (
    <Panel label="Étape par étape">
      <Table
        caption="Les actions où elle est passée"
        captionHidden
        columns={[
          { key: "action", label: "Action", roomy: true, phone: "title" },
          { key: "entree", label: "Entrée", phone: "fact" },
          { key: "sortie", label: "Sortie", phone: "fact" },
        ]}
        rows={etapes.map(({ sejourId, action, entreLe, sortiLe }) => ({
          key: String(sejourId),
          cells: [
            <a key="action" href={href(`/offre/sejours/${sejourId}`)}>
              {action}
            </a>,
            formatDate(entreLe),
            sortiLe === null ? "y est" : formatDate(sortiLe),
          ],
        }))}
      />
    </Panel>
  );
}
