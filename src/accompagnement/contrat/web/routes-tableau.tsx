import type { VNode } from "preact";
import { classesOrganisme } from "#commun/referentiel";
import type { Request, Route } from "#platform/http/route.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { Figure } from "#platform/ui/components/figure.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Tabs } from "#platform/ui/components/tabs.tsx";
import { TaskList } from "#platform/ui/components/task-list.tsx";
import { formatDate, formatNumber, formatRate } from "#platform/ui/format.ts";
import { type Groupe, groupes, type LigneTaux } from "../db/comptes.ts";
import {
  ajouterPart,
  aucunePart,
  definitionDuTaux,
  type Part,
  sousLeSeuil,
} from "../domain/taux.ts";
import { compterContrats, compterTaux } from "../usecases/compter-contrats.ts";
import type { Href } from "./cadre.ts";
import { Source } from "./mots.tsx";
import { tachesContrats } from "./taches.tsx";

type Comptes = Awaited<ReturnType<typeof compterContrats.execute>>;

export const libellesGroupe: Readonly<Record<Groupe, string>> = {
  territoire: "Par territoire",
  structure: "Par structure",
  referent: "Par référent",
};

export const tetesGroupe: Readonly<Record<Groupe, string>> = {
  territoire: "Territoire",
  structure: "Structure",
  referent: "Référent",
};

/** Lines of nobody’s territory, structure or référent. */
export const sansGroupe: Readonly<Record<Groupe, string>> = {
  territoire: "Hors territoire",
  structure: "Sans structure",
  referent: "Sans référent nommé",
};

export const groupeDe = ({ query }: Request): Groupe =>
  groupes.find((un) => un === query.get("par")) ?? "structure";

export const routesTableau: readonly Route[] = [
  { method: "GET", path: "/contrats", droit: "contrat:lire", handler: tableau },
];

async function tableau(request: Request): Promise<Response> {
  const comptes = await request.act(compterContrats, {});
  const par = groupeDe(request);
  const lignes = await request.act(compterTaux, { par });
  return request.page({
    title: "Contrats",
    menu: "contrats",
    body: <Tableau comptes={comptes} par={par} lignes={lignes} href={request.href} />,
  });
}

/** Addresses of the lists behind the two rates. */
export function adressesDuTaux({ regle }: Pick<Comptes, "regle">) {
  const { internes, delaiDuTaux } = regle;
  const attendus = `orientee-depuis=${delaiDuTaux.valeur}`;
  const partenaires = classesOrganisme.filter((classe) => !internes.valeur.includes(classe));
  return {
    attendus: `/contrats/suivi?${attendus}`,
    interne: `/contrats/suivi?${attendus}&organisme=${internes.valeur.join(",")}&contrat=en-cours`,
    externe: `/contrats/suivi?${attendus}&organisme=${partenaires.join(",")}&contrat=en-cours`,
  };
}

interface Props {
  readonly comptes: Comptes;
  readonly par: Groupe;
  readonly lignes: readonly LigneTaux[];
  readonly href: Href;
}

function Tableau({ comptes, par, lignes, href }: Props): VNode {
  const taches = tachesContrats(comptes, href);
  return (
    <>
      <PageHeader
        title="Contrats"
        actions={
          <>
            <ButtonLink href={href("/contrats/stock")}>
              {`Anciens contrats à remplacer (${formatNumber(comptes.stock)})`}
            </ButtonLink>
            <ButtonLink href={href("/contrats/suivi")}>Échéancier</ButtonLink>
          </>
        }
      />
      <div class="stack">
        <AlerteTaux comptes={comptes} />
        <div class="with-side">
          <Card title="Ce qui attend">
            {taches.length === 0 ? (
              <p class="muted">Rien n’attend : chacun est sous contrat, et à jour.</p>
            ) : (
              <TaskList label="Ce qui attend" tasks={taches} />
            )}
          </Card>
          <div class="stack">
            <ChiffresDuTaux comptes={comptes} href={href} />
            <Figure
              label="Personnes sous contrat"
              value={formatNumber(comptes.enCours)}
              href={href("/contrats/suivi?contrat=en-cours")}
            />
            <Figure
              label="Renouvellements"
              value={formatNumber(comptes.renouvellements)}
              href={href("/contrats/liste?renouvellement=oui")}
            />
          </div>
        </div>
        <Card title="Taux de contractualisation">
          <div class="stack">
            <Tabs
              label="Détail du taux"
              current={par}
              tabs={groupes.map((groupe) => ({
                key: groupe,
                label: libellesGroupe[groupe],
                href: href(`/contrats?par=${groupe}`),
              }))}
            />
            <TableTaux comptes={comptes} par={par} lignes={lignes} href={href} />
            <p class="muted small">{definitionDuTaux}</p>
            <Source {...comptes.regle.delaiDuTaux} />
          </div>
        </Card>
      </div>
    </>
  );
}

export function AlerteTaux({ comptes }: { readonly comptes: Comptes }): VNode | null {
  const { sousLeSeuilDepuis: depuis, total, regle } = comptes;
  if (depuis === null) return null;
  return (
    <Alert
      tone="late"
      title={`Taux de contractualisation : ${formatRate(total.sousContrat, total.attendus)}, sous le seuil de ${regle.seuil.valeur} % depuis le ${formatDate(depuis)}`}
    >
      <Source {...regle.seuil} />
    </Alert>
  );
}

export function ChiffresDuTaux({
  comptes,
  href,
}: {
  readonly comptes: Comptes;
  readonly href: Href;
}): VNode {
  const adresses = adressesDuTaux(comptes);
  const seuil = comptes.regle.seuil.valeur;
  const figure = (label: string, part: Part, adresse: string) =>
    part.attendus === 0 ? null : (
      <Figure
        label={label}
        value={formatRate(part.sousContrat, part.attendus)}
        of={`${formatNumber(part.sousContrat)} sur ${formatNumber(part.attendus)}`}
        href={href(adresse)}
        tone={sousLeSeuil(part, seuil) ? "late" : "ok"}
        note={sousLeSeuil(part, seuil) ? `sous le seuil de ${seuil} %` : undefined}
      />
    );
  return (
    <>
      {figure("Contractualisation interne", comptes.interne, adresses.interne)}
      {figure("Contractualisation externe", comptes.externe, adresses.externe)}
    </>
  );
}

function TableTaux({ comptes, par, lignes, href }: Props): VNode {
  const rangees = [...Map.groupBy(lignes, ({ id }) => id).values()].map((groupe) => ({
    id: groupe[0]?.id ?? null,
    nom: groupe[0]?.nom ?? null,
    interne: groupe.some(({ interne }) => interne),
    part: groupe.reduce<Part>(
      (somme, { sousContrat, attendus }) => ajouterPart(somme, { sousContrat, attendus }),
      aucunePart,
    ),
  }));
  const avec = rangees.filter(({ part }) => part.attendus > 0);
  if (avec.length === 0) {
    return (
      <EmptyState
        title="Personne n’est encore attendu"
        text="Le taux compte les personnes orientées depuis plus longtemps que le délai légal."
      />
    );
  }
  const { seuil, delaiDuTaux } = comptes.regle;
  const lien = (id: number | null, suite = "") =>
    href(`/contrats/suivi?${par}=${id}&orientee-depuis=${delaiDuTaux.valeur}${suite}`);
  return (
    <Table
      caption={`Taux de contractualisation, ${libellesGroupe[par].toLocaleLowerCase("fr")}`}
      captionHidden
      narrow="stack"
      columns={[
        { key: "nom", label: tetesGroupe[par], phone: "title" },
        { key: "attendus", label: "À contractualiser", numeric: true },
        { key: "sous", label: "Sous contrat", numeric: true },
        { key: "sans", label: "Sans contrat", numeric: true },
        { key: "taux", label: "Taux", numeric: true, phone: "fact" },
      ]}
      rows={avec.map(({ id, nom, part }) => {
        const sans = part.attendus - part.sousContrat;
        const porte = (nombre: number, suite: string) =>
          id === null ? formatNumber(nombre) : <a href={lien(id, suite)}>{formatNumber(nombre)}</a>;
        return {
          key: String(id),
          tone: sousLeSeuil(part, seuil.valeur) ? ("late" as const) : undefined,
          cells: [
            nom ?? sansGroupe[par],
            porte(part.attendus, ""),
            porte(part.sousContrat, "&contrat=en-cours"),
            porte(sans, "&contrat=sans"),
            formatRate(part.sousContrat, part.attendus),
          ],
        };
      })}
      total={[
        "Ensemble",
        formatNumber(comptes.total.attendus),
        formatNumber(comptes.total.sousContrat),
        formatNumber(comptes.total.attendus - comptes.total.sousContrat),
        formatRate(comptes.total.sousContrat, comptes.total.attendus),
      ]}
    />
  );
}
