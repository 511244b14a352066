import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { type Fact, FactsList } from "#platform/ui/components/facts-list.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Etat, Tag } from "#platform/ui/components/tag.tsx";
import { Textarea } from "#platform/ui/components/text-field.tsx";
import { formatAgo, formatCount, formatDate, formatNumber } from "#platform/ui/format.ts";
import type { FaitLu, RessourceLue } from "../db/ressources.ts";
import { libelles } from "../domain/vocabulaire.ts";
import type { RessourceConsultee } from "../usecases/lire-ressources.ts";
import { adresseDe, courrielDe, HorairesMontres, type Href, motsDe, telephoneDe } from "./mots.tsx";

interface Props {
  readonly consultee: RessourceConsultee;
  readonly etat: FormState;
  readonly href: Href;
  readonly tient: boolean;
}

export function PageRessource(props: Props): VNode {
  const { consultee, etat } = props;
  const { ressource, faits } = consultee;
  return (
    <>
      <PageHeader
        over={ressource.lieu.nom}
        title={ressource.nom}
        meta={<Meta {...props} />}
        actions={<Gestes {...props} />}
      />
      <div class="stack">
        <ErrorSummary problems={etat.problems} />
        {ressource.retireeLe !== null && (
          <Alert
            tone="closed"
            title={`Retirée de l’annuaire le ${formatDate(ressource.retireeLe)}`}
          >
            {ressource.retireeMotif ?? ""}
          </Alert>
        )}
        <div class="with-side">
          <div class="stack">
            <Card title="Ce qui est proposé">
              <div class="stack">
                <p>{ressource.description}</p>
                <FactsList layout="lines" facts={offre(ressource)} />
              </div>
            </Card>
            <Card title="Comment y entrer">
              <FactsList layout="lines" facts={entree(ressource)} />
            </Card>
            <Historique faits={faits} le={consultee.le} />
          </div>
          <div class="stack">
            <CarteLieu {...props} />
            <Tenue {...props} />
          </div>
        </div>
      </div>
    </>
  );
}

function Meta({ consultee: { ressource, le, ouverteAujourdhui } }: Props): VNode {
  const { type, frais, verifieeLe, verifieePar } = ressource;
  return (
    <>
      {type !== null && <Tag>{libelles.type[type] ?? type}</Tag>}
      {frais !== null && <Tag>{libelles.frais[frais] ?? frais}</Tag>}
      {ouverteAujourdhui !== null &&
        (ouverteAujourdhui ? (
          <Etat tone="ok">Ouverte aujourd’hui</Etat>
        ) : (
          <Etat tone="closed">Fermée aujourd’hui</Etat>
        ))}
      <span>
        Vérifiée {formatAgo(verifieeLe, le)} par {verifieePar}
      </span>
    </>
  );
}

function Gestes({ consultee: { ressource }, href, tient }: Props): VNode {
  const ici = `/ressources/${ressource.id}`;
  return (
    <>
      {tient && ressource.retireeLe === null && (
        <>
          <Form action={href(`${ici}/verifier`)} label="Vérification">
            <Button kind="primary">Tout est exact aujourd’hui</Button>
          </Form>
          <ButtonLink href={href(`${ici}/modifier`)}>Modifier</ButtonLink>
        </>
      )}
      <ButtonLink href={href(`/ressources/fiche?ids=${ressource.id}`)} icon="imprimer">
        Feuille à remettre
      </ButtonLink>
    </>
  );
}

function offre(une: RessourceLue): readonly Fact[] {
  const duree = [
    une.heuresSemaine === null ? null : `${formatNumber(une.heuresSemaine)} h par semaine`,
    une.semaines === null ? null : formatCount(une.semaines, "semaine", "semaines"),
  ].filter(Boolean);
  return [
    { label: "Besoins", value: motsDe(une.besoins, libelles.besoin) },
    {
      label: "Publics",
      value: une.publics.length === 0 ? "Tous" : motsDe(une.publics, libelles.public),
      ...(une.publicsPrecisions !== null && { note: une.publicsPrecisions }),
    },
    {
      label: "Frais",
      value: une.frais === null ? "" : (libelles.frais[une.frais] ?? une.frais),
      ...(une.fraisPrecisions !== null && { note: une.fraisPrecisions }),
    },
    ...(une.modesAccueil.length > 0
      ? [{ label: "Accueil", value: motsDe(une.modesAccueil, libelles.accueil) }]
      : []),
    ...(duree.length > 0 ? [{ label: "Durée", value: duree.join(", ") }] : []),
    ...(une.du !== null || une.au !== null ? [{ label: "Valable", value: validite(une) }] : []),
  ];
}

function validite({ du, au }: RessourceLue): string {
  if (du === null) return `jusqu’au ${formatDate(au)}`;
  return au === null ? `depuis le ${formatDate(du)}` : `du ${formatDate(du)} au ${formatDate(au)}`;
}

function entree(une: RessourceLue): readonly Fact[] {
  return [
    { label: "Conditions d’accès", value: une.conditions },
    {
      label: "Démarche",
      value: motsDe(une.modesMobilisation, libelles.mode),
      ...(une.mobilisationPrecisions !== null && { note: une.mobilisationPrecisions }),
    },
    { label: "Qui peut demander", value: motsDe(une.mobilisablePar, libelles.qui) },
    ...(une.lien === null ? [] : [{ label: "Lien", value: <a href={une.lien}>{une.lien}</a> }]),
    ...(une.contact === null ? [] : [{ label: "Contact", value: une.contact }]),
  ];
}

function CarteLieu({ consultee, href }: Props): VNode {
  const { ressource, voisines, zone } = consultee;
  const courriel = courrielDe(ressource);
  const { siteWeb } = ressource.lieu;
  return (
    <Card title="Où et quand">
      <div class="stack">
        <FactsList
          layout="side"
          facts={[
            { label: "Lieu", value: ressource.lieu.nom },
            { label: "Adresse", value: adresseDe(ressource) },
            { label: "Horaires", value: <HorairesMontres ressource={ressource} /> },
            { label: "Téléphone", value: telephoneDe(ressource) },
            {
              label: "Courriel",
              value: courriel === null ? null : <a href={`mailto:${courriel}`}>{courriel}</a>,
            },
            ...(siteWeb === null
              ? []
              : [{ label: "Site", value: <a href={siteWeb}>{siteWeb}</a> }]),
            { label: "Zone", value: zoneEnMots(ressource.zone, zone) },
          ]}
        />
        {voisines.length > 0 && (
          <div>
            <h3>Au même endroit</h3>
            <ul class="lines">
              {voisines.map(({ id, nom }) => (
                <li key={id}>
                  <a href={href(`/ressources/${id}`)}>{nom}</a>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Card>
  );
}

const NOMS_DITS = 8;

function zoneEnMots(codes: readonly string[], noms: ReadonlyMap<string, string>): string {
  if (codes.length === 0) return "Pas de limite dite";
  const dits = codes.map((code) => {
    if (code === "france") return "France entière";
    return noms.get(code) ?? (code.length <= 3 ? `département ${code}` : `territoire ${code}`);
  });
  const reste = dits.length - NOMS_DITS;
  return reste > 0
    ? `${dits.slice(0, NOMS_DITS).join(", ")} et ${formatCount(reste, "autre", "autres")}`
    : dits.join(", ");
}

function Tenue({ consultee: { ressource }, etat, href, tient }: Props): VNode | null {
  if (!tient) return null;
  const ici = `/ressources/${ressource.id}`;
  if (ressource.retireeLe !== null) {
    return (
      <Card title="Rétablir">
        <Form action={href(`${ici}/retablir`)}>
          <p>La ressource redevient visible, vérifiée d’aujourd’hui.</p>
          <FormActions>
            <Button>Rétablir</Button>
          </FormActions>
        </Form>
      </Card>
    );
  }
  return (
    <Card title="Retirer de l’annuaire">
      <details open={etat.problems["motif"] !== undefined}>
        <summary>Le service n’existe plus</summary>
        <Form action={href(`${ici}/retirer`)} fields={{ version: String(ressource.version) }}>
          <Textarea name="motif" label="Motif" rows={2} error={etat.problems["motif"]} />
          <FormActions>
            <Button kind="danger">Retirer</Button>
          </FormActions>
        </Form>
      </details>
    </Card>
  );
}

const naturesDeFait: Readonly<Record<string, string>> = {
  creation: "Créée",
  modification: "Modifiée",
  verification: "Vérifiée",
  retrait: "Retirée",
  retablissement: "Rétablie",
  import: "Reçue d’un fichier",
};

function Historique({ faits, le }: { faits: readonly FaitLu[]; le: string }): VNode {
  return (
    <Card title="Historique">
      <ul class="lines">
        {faits.map((fait, rang) => (
          <li key={`${fait.le}-${String(rang)}`}>
            <p>
              <span class="strong">{naturesDeFait[fait.nature] ?? fait.nature}</span>{" "}
              {formatAgo(fait.le, le)} par {fait.auteur}
              {fait.motif !== null && ` : ${fait.motif}`}
            </p>
            {fait.avant && Object.keys(fait.avant).length > 0 && (
              <ul class="small muted">
                {Object.entries(fait.avant).map(([champ, ancien]) => (
                  <li key={champ}>
                    {champ}, avant : {String(ancien) === "" ? "rien" : String(ancien)}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
