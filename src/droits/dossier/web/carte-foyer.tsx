import type { VNode } from "preact";
import { codesCaf } from "#commun/referentiel";
import { Card } from "#platform/ui/components/card.tsx";
import { Tag } from "#platform/ui/components/tag.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { FichePersonne, MembreFoyer } from "../domain/fiche.ts";
import { enMots } from "../domain/libelles.ts";
import { ageAu } from "../domain/mots.ts";
import { foyersDe } from "../domain/parcours.ts";
import { enPhrase, type Href, nomComplet, roleEnMots } from "./mots.tsx";

export function CarteFoyer({ fiche, href }: { fiche: FichePersonne; href: Href }): VNode {
  const { personne, faits, le } = fiche;
  const foyer = foyersDe(fiche).find(({ dossierId }) => dossierId === personne.dossierId);
  const famille = faits.familles.find(
    ({ dossierId, jusqua }) => dossierId === personne.dossierId && jusqua === null,
  );
  const situation = enMots(codesCaf.situationFamiliale, famille?.situation);
  return (
    <Card title="Foyer" aside={<a href={href(`/personnes/${personne.id}/foyer`)}>Détail</a>}>
      {famille && situation && (
        <p>
          {enPhrase(situation)} <span class="muted">depuis le {formatDate(famille.depuis)}</span>
        </p>
      )}
      <ul class="tasks" aria-label="Personnes du foyer">
        {(foyer?.presents ?? []).map((membre) => (
          <LigneMembre
            key={membre.personneId}
            membre={membre}
            le={le}
            href={href}
            courante={membre.personneId === personne.id}
          />
        ))}
      </ul>
      {foyer && foyer.partis.length > 0 && (
        <p class="small muted">
          {foyer.partis.length === 1
            ? "Une personne a quitté ce foyer."
            : `${foyer.partis.length} personnes ont quitté ce foyer.`}
        </p>
      )}
    </Card>
  );
}

interface LigneProps {
  readonly membre: MembreFoyer;
  readonly le: string;
  readonly href: Href;
  readonly courante: boolean;
}

function LigneMembre({ membre, le, href, courante }: LigneProps): VNode {
  const age = ageAu(membre.dateNaissance, le);
  const nom = nomComplet(membre);
  return (
    <li>
      <div class="tasks-main">
        {courante || !membre.visible ? (
          <strong>{nom}</strong>
        ) : (
          <a href={href(`/personnes/${membre.personneId}`)}>{nom}</a>
        )}
        <span class="tasks-hint">
          {[roleEnMots(membre.role), age === null ? null : `${age} ${age < 2 ? "an" : "ans"}`]
            .filter(Boolean)
            .join(", ")}
        </span>
      </div>
      {membre.beneficiaire && <Tag tone="a">Bénéficiaire</Tag>}
    </li>
  );
}
