import type { ComponentChildren, VNode } from "preact";
import { Alert } from "#platform/ui/components/alert.tsx";
import { ButtonLink } from "#platform/ui/components/button.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Tabs } from "#platform/ui/components/tabs.tsx";
import { Tag } from "#platform/ui/components/tag.tsx";
import { daysBetween, formatDate, formatDuration, formatPhone } from "#platform/ui/format.ts";
import { estOuvert } from "../domain/beneficiaire.ts";
import type { FichePersonne } from "../domain/fiche.ts";
import { etatCourt, libellesManquant, motifsEnMots } from "../domain/libelles.ts";
import { accorder, ageAu } from "../domain/mots.ts";
import { ouvertDepuis, pendantSaPresence } from "../domain/parcours.ts";
import { EtatDroit, type Href, nomComplet } from "./mots.tsx";
import { type OngletDePersonne, rangerOnglets } from "./onglets.ts";
import type { Ajouts } from "./ports.ts";

export type Onglet = "synthese" | "droits" | "foyer" | "historique";

/** « Mme Exemple Alice, 41 ans, Amiens — bénéficiaire du RSA depuis le 15/06/2026, soumise aux droits et devoirs » */
export function titrePersonne(fiche: FichePersonne, ajouts: Ajouts): string {
  const { personne, le } = fiche;
  const age = ageAu(personne.dateNaissance, le);
  const qui = [nomComplet(personne), age === null ? null : `${age} ans`, personne.commune];
  const situation = [situationEnMots(fiche), ...ajouts.entetes.map((entete) => entete.situation)];
  return `${qui.filter(Boolean).join(", ")} — ${situation.filter(Boolean).join(", ")}`;
}

export function situationEnMots(fiche: FichePersonne): string {
  const { personne } = fiche;
  const droit = droitEnMots(fiche);
  if (!personne.present) return `${accorder(personne, "sorti", "sortie")} du foyer, ${droit}`;
  if (personne.soumis === null || (!personne.soumis && !estOuvert(personne.etat))) return droit;
  const soumise = accorder(personne, "soumis");
  return `${droit}, ${personne.soumis ? soumise : `non ${soumise}`} aux droits et devoirs`;
}

function droitEnMots(fiche: FichePersonne): string {
  const { personne, faits } = fiche;
  if (personne.beneficiaire) {
    const depuis = ouvertDepuis(pendantSaPresence(faits.droits, fiche));
    return depuis === null
      ? "bénéficiaire du RSA"
      : `bénéficiaire du RSA depuis le ${formatDate(depuis)}`;
  }
  if (personne.role === "ENF") return "enfant du foyer";
  const etat = etatCourt(personne.etat === "6" ? "5" : personne.etat);
  const mot = etat.startsWith("code inconnu")
    ? `état du droit : ${etat}`
    : etat.charAt(0).toLowerCase() + etat.slice(1);
  return personne.etatDepuis === null ? mot : `${mot} depuis le ${formatDate(personne.etatDepuis)}`;
}

interface Props {
  readonly fiche: FichePersonne;
  /** What other modules show of her. */
  readonly ajouts: Ajouts;
  readonly onglet: string;
  readonly href: Href;
  readonly droits: ReadonlySet<string>;
  /** La frise, above the tabs. */
  readonly dessus?: ComponentChildren;
  readonly children: ComponentChildren;
}

export function CadrePersonne(props: Props): VNode {
  const { fiche, ajouts, onglet, href, droits, dessus, children } = props;
  return (
    <>
      <PageHeader
        over="Personne"
        title={titrePersonne(fiche, ajouts)}
        meta={<Meta fiche={fiche} ajouts={ajouts} />}
        actions={<Actions {...props} />}
      />
      <div class="stack">
        <Alertes fiche={fiche} href={href} droits={droits} />
        {ajouts.entetes.map(({ alertes }) => alertes)}
        {dessus}
        <Tabs
          label="Dossier de la personne"
          current={onglet}
          tabs={rangerOnglets(onglets(props), droits)}
        />
        {children}
      </div>
    </>
  );
}

/** Who corrects what the files say of a household reads it every day. */
const INSTRUIRE = ["flux:corriger"];

function onglets({ fiche, ajouts, href }: Props): readonly OngletDePersonne[] {
  const ici = `/personnes/${fiche.personne.id}`;
  return [
    { key: "synthese", label: "Synthèse", href: href(ici) },
    {
      key: "droits",
      label: "Droits et ressources",
      href: href(`${ici}/droits`),
      quotidien: INSTRUIRE,
    },
    {
      key: "foyer",
      label: "Foyer et adresses",
      href: href(`${ici}/foyer`),
      quotidien: INSTRUIRE,
    },
    ...ajouts.onglets,
    {
      key: "historique",
      label: "Historique",
      href: href(`${ici}/historique`),
      count: fiche.faits.declarations.length,
    },
  ];
}

function Actions({ fiche, ajouts, href, droits }: Props): VNode {
  const ici = `/personnes/${fiche.personne.id}`;
  return (
    <>
      {droits.has("contact:modifier") && (
        <ButtonLink kind="primary" href={href(`${ici}/contacts`)}>
          Modifier les coordonnées
        </ButtonLink>
      )}
      {ajouts.entetes.map(({ actions }) => actions)}
      {droits.has("journal:lire") && <ButtonLink href={href(`${ici}/journal`)}>Journal</ButtonLink>}
    </>
  );
}

function Meta({ fiche, ajouts }: { fiche: FichePersonne; ajouts: Ajouts }): VNode {
  const { personne } = fiche;
  return (
    <>
      <EtatDroit etat={personne.etat} />
      {personne.soumis === true && <Tag tone="a">Droits et devoirs</Tag>}
      {ajouts.entetes.map(({ meta }) => meta)}
      {personne.dateNaissance && (
        <span>
          {accorder(personne, "né", "née")} le {formatDate(personne.dateNaissance)}
        </span>
      )}
      {personne.territoire && <span>Territoire {personne.territoire}</span>}
      {personne.telephone && <span>{formatPhone(personne.telephone)}</span>}
      <span class="muted">Dernier fichier : {formatDate(personne.declareLe)}</span>
    </>
  );
}

/** What must be known before anything else; nothing when all is in order. */
function Alertes({
  fiche,
  href,
  droits,
}: {
  fiche: FichePersonne;
  href: Href;
  droits: ReadonlySet<string>;
}): VNode {
  const { personne, faits, le } = fiche;
  const courant = pendantSaPresence(faits.droits, fiche).findLast(({ jusqua }) => jusqua === null);
  const suspendu = courant && (courant.etat === "3" || courant.etat === "4") ? courant : null;
  return (
    <>
      {suspendu && (
        <Alert
          tone="soon"
          title={`${etatCourt(suspendu.etat)} depuis le ${formatDate(suspendu.depuis)} (${formatDuration(daysBetween(suspendu.depuis, le))})`}
        >
          {motifsEnMots(suspendu).join(" ; ") || "Le fichier ne dit pas pourquoi."}
        </Alert>
      )}
      {personne.manquants.length > 0 && (
        <Alert tone="soon" title="Dossier incomplet">
          {`Il manque : ${personne.manquants.map((code) => libellesManquant[code] ?? code).join(", ")}.`}
        </Alert>
      )}
      {(personne.nirEtat === "cle-fausse" || personne.nirEtat === "forme-fausse") && (
        <Alert tone="late" title="Numéro de sécurité sociale à vérifier">
          {personne.nirEtat === "cle-fausse"
            ? "Sa clé est fausse : il n’a pas servi à reconnaître la personne. Demandez l’attestation de droits, et signalez-le à l’organisme."
            : "Il est mal formé : il n’a pas servi à reconnaître la personne. Demandez l’attestation de droits, et signalez-le à l’organisme."}
        </Alert>
      )}
      {personne.doublons.length > 0 && (
        <Alert tone="waiting" title="Cette personne est peut-être connue deux fois">
          <p>
            {droits.has("doublon:traiter") ? (
              personne.doublons.map((paire) => (
                <a key={paire} href={href(`/doublons/${paire}`)}>
                  Comparer les deux fiches
                </a>
              ))
            ) : (
              <>Un gestionnaire doit comparer les deux fiches.</>
            )}
          </p>
        </Alert>
      )}
    </>
  );
}
