import type { VNode } from "preact";
import type { Row } from "#platform/ui/components/table.tsx";
import { Etat, Tag } from "#platform/ui/components/tag.tsx";
import {
  daysBetween,
  formatCount,
  formatDate,
  formatInstant,
  formatNumber,
} from "#platform/ui/format.ts";
import { joursSansContact, SANS_CONTACT } from "../domain/portefeuille.ts";
import type { LignePortefeuille } from "../usecases/lire-portefeuille.ts";
import { EtatCompteur, type Href, nommer, resteEnMots } from "./mots.tsx";

const tons = { emploi: "a", "socio-professionnelle": "b", sociale: "c" } as const;
const dominantesCourtes = {
  emploi: "Emploi",
  "socio-professionnelle": "Socio-pro",
  sociale: "Sociale",
} as const;

function Accompagnement({ ligne }: { readonly ligne: LignePortefeuille }): VNode {
  const { dominante, libelleRegle } = ligne;
  return (
    <span>
      {dominante && <Tag tone={tons[dominante]}>{dominantesCourtes[dominante]}</Tag>}{" "}
      <span class="small">{libelleRegle ?? "sans règle"}</span>
    </span>
  );
}

/** One person of the caseload, as a line of the list. */
export function rang(
  ligne: LignePortefeuille,
  { href, le }: { readonly href: Href; readonly le: string },
): Row {
  const adressePersonne = href(`/personnes/${ligne.personneId}/parcours`);
  const nom = nommer(ligne);
  return {
    key: String(ligne.personneId),
    href: adressePersonne,
    name: nom,
    cells: [
      <a key="nom" href={adressePersonne}>
        {nom}
      </a>,
      <Accompagnement key="type" ligne={ligne} />,
      <CelluleCompteur key="compteur" ligne={ligne} />,
      contratEnMots(ligne, le),
      contact(ligne, le),
      ligne.prochain ? (
        <span key="rdv">{formatInstant(ligne.prochain).replace(/\/\d{4}/u, "")}</span>
      ) : (
        <span key="rdv" class="muted">
          aucun
        </span>
      ),
      ligne.freins === 0 ? "" : formatNumber(ligne.freins),
      <Presse key="presse" ligne={ligne} />,
    ],
  };
}

function CelluleCompteur({ ligne: { compteur } }: { readonly ligne: LignePortefeuille }): VNode {
  if (compteur === null) return <span class="muted">aucune période</span>;
  const reste = resteEnMots(compteur);
  return (
    <span>
      <EtatCompteur compteur={compteur} />
      {reste && <span class="muted small"> {reste}</span>}
    </span>
  );
}

function contratEnMots({ contratEtat, contratJusqua }: LignePortefeuille, le: string): VNode {
  if (contratEtat === null) return <Etat tone="soon">Sans contrat</Etat>;
  if (contratJusqua === null) return <span>En cours</span>;
  const fini = contratJusqua <= le;
  return (
    <span class={fini ? "tone-late tone-text" : undefined}>
      {fini ? "Échu le" : "Jusqu’au"} {formatDate(contratJusqua)}
    </span>
  );
}

function contact(ligne: LignePortefeuille, le: string): VNode {
  const tard = joursSansContact(ligne, le) >= SANS_CONTACT;
  if (ligne.dernierContact === null) {
    return tard ? <Etat tone="late">Jamais</Etat> : <span class="muted">pas encore</span>;
  }
  const jours = daysBetween(ligne.dernierContact, le);
  const quand = jours === 0 ? "aujourd’hui" : `il y a ${formatCount(jours, "jour", "jours")}`;
  return tard ? <Etat tone="late">{quand}</Etat> : <span>{quand}</span>;
}

function Presse({
  ligne: { retards, absences },
}: {
  readonly ligne: LignePortefeuille;
}): VNode | null {
  if (retards === 0 && absences === 0) return null;
  return (
    <span class="row">
      {retards > 0 && <Etat tone="late">{formatCount(retards, "échéance", "échéances")}</Etat>}
      {absences > 0 && (
        <Etat tone="waiting">
          {formatCount(absences, "absence à examiner", "absences à examiner")}
        </Etat>
      )}
    </span>
  );
}
