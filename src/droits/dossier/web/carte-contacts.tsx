import type { VNode } from "preact";
import { codesCaf } from "#commun/referentiel";
import { Card } from "#platform/ui/components/card.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { formatDate, formatPhone } from "#platform/ui/format.ts";
import { contactsDe } from "../domain/contacts.ts";
import type { Contact, FichePersonne } from "../domain/fiche.ts";
import { enMots } from "../domain/libelles.ts";
import { type Href, ligneAdresse, periode } from "./mots.tsx";

export function CarteContacts({
  fiche,
  href,
  droits,
}: {
  fiche: FichePersonne;
  href: Href;
  droits: ReadonlySet<string>;
}): VNode {
  const { personne, faits } = fiche;
  const adresse = faits.adresses.find(
    ({ dossierId, jusqua }) => dossierId === personne.dossierId && jusqua === null,
  );
  const contacts = contactsDe(fiche);
  return (
    <Card
      title="Coordonnées"
      aside={
        droits.has("contact:modifier") ? (
          <a href={href(`/personnes/${personne.id}/contacts`)}>Modifier</a>
        ) : undefined
      }
    >
      <FactsList
        layout="side"
        facts={[
          {
            label: "Adresse",
            value: adresse ? ligneAdresse(adresse) : null,
            note: adresse
              ? periode(adresse) + (adresse.sansDomicileFixe ? ", sans domicile fixe" : "")
              : undefined,
          },
          ...contacts.telephones.map((contact) => ({
            label: "Téléphone",
            value: <a href={`tel:${contact.valeur}`}>{formatPhone(contact.valeur)}</a>,
            note: noteDe(contact),
          })),
          ...(contacts.telephones.length === 0 ? [{ label: "Téléphone", value: null }] : []),
          ...contacts.courriels.map((contact) => ({
            label: "Courriel",
            value: <a href={`mailto:${contact.valeur}`}>{contact.valeur}</a>,
            note: noteDe(contact),
          })),
          ...(contacts.courriels.length === 0 ? [{ label: "Courriel", value: null }] : []),
        ].map((fait, rang, tous) => ({
          ...fait,
          label:
            tous.findIndex(({ label }) => label === fait.label) === rang
              ? fait.label
              : `${fait.label} (autre)`,
        }))}
      />
    </Card>
  );
}

export function noteDe({ nature, accord, source, connuLe, type }: Contact): string {
  const liste = nature === "telephone" ? codesCaf.accordTelephone : codesCaf.accordCourriel;
  const origine = source === "flux" ? "du fichier" : "saisi par un agent";
  return [
    type && enMots(codesCaf.natureTelephone, type),
    accordEnMots(accord) ?? enMots(liste, accord),
    `${origine} le ${formatDate(connuLe)}`,
  ]
    .filter(Boolean)
    .join(", ");
}

function accordEnMots(accord: string | null): string | null {
  if (accord === "A") return "accord donné";
  if (accord === "R") return "refuse d’être ainsi jointe";
  return accord === "I" ? "accord inconnu" : null;
}
