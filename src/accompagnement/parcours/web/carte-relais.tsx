import type { VNode } from "preact";
import { Card } from "#platform/ui/components/card.tsx";
import { Radios, Select } from "#platform/ui/components/choices.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { type Task, TaskList } from "#platform/ui/components/task-list.tsx";
import { Textarea } from "#platform/ui/components/text-field.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { ConcertationLue } from "../db/concertations.ts";
import type { RelaisConsulte } from "../usecases/consulter-parcours.ts";
import { champ, FormulaireActe, type PropsActes } from "./actes-personne.tsx";

/** Where a demand of reorientation is: the answer of each instance, and of the structures asked before. */
export function CarteRelais(props: PropsActes): VNode | null {
  const { relais } = props.parcours;
  if (!relais) return null;
  const { demande, instances, concertations } = relais;
  return (
    <Card
      title="Réorientation demandée"
      aside={
        <a href={props.href(`/orientation/reorientations/${demande.demandeId}`)}>La demande</a>
      }
    >
      <div class="stack">
        <p>
          Demandée le {formatDate(demande.le)} : {demande.motif}
        </p>
        {instances.length > 0 && (
          <TaskList label="Avis attendus" tasks={instances.map((une) => avis(une, relais))} />
        )}
        {concertations.map((une) => (
          <Concertation key={une.id} {...props} concertation={une} />
        ))}
        {concerte(relais) && props.droits.has("orientation:reorienter") && (
          <Solliciter {...props} relais={relais} />
        )}
      </div>
    </Card>
  );
}

const LOCALE = "concertation-locale";

/** Only where the circuit has a local instance, and until it has spoken. */
function concerte({ instances, demande, structures }: RelaisConsulte): boolean {
  return (
    structures.length > 0 &&
    instances.some(({ code }) => code === LOCALE) &&
    !demande.examens.some(({ instance }) => instance === LOCALE)
  );
}

function avis(
  { code, libelle }: { readonly code: string; readonly libelle: string },
  { demande }: RelaisConsulte,
): Task {
  const examen = demande.examens.find(({ instance }) => instance === code);
  if (!examen) {
    return { key: code, label: libelle, state: <Etat tone="soon">Avis attendu</Etat> };
  }
  const favorable = examen.avis === "favorable";
  return {
    key: code,
    label: libelle,
    hint: [`le ${formatDate(examen.le)}`, examen.commentaire].filter(Boolean).join(" : "),
    state: (
      <Etat tone={favorable ? "ok" : "closed"}>{favorable ? "Favorable" : "Défavorable"}</Etat>
    ),
  };
}

function Concertation(props: PropsActes & { readonly concertation: ConcertationLue }): VNode {
  const { concertation, droits } = props;
  const { id, structure, solliciteeLe, message, reponse, motifReponse, repondueLe } = concertation;
  const cle = `repondre.${id}`;
  return (
    <section class="stack-tight" aria-label={`Concertation avec ${structure}`}>
      <p>
        <span class="strong">{structure}</span>, sollicitée le {formatDate(solliciteeLe)}
        {message && ` : ${message}`}
      </p>
      {reponse === null ? (
        <>
          <p>
            <Etat tone="waiting">Réponse attendue</Etat>
          </p>
          {droits.has("orientation:reorienter") && (
            <details open={props.acte === cle}>
              <summary>Noter sa réponse</summary>
              <FormulaireActe
                {...props}
                cle={cle}
                titre={`Réponse de ${structure}`}
                bouton="Enregistrer la réponse"
                fields={{ concertationId: String(id) }}
              >
                <Radios
                  {...champ(props, cle, "reponse")}
                  label="Réponse"
                  options={[
                    { value: "accord", label: "Accepte d’accompagner la personne" },
                    { value: "refus", label: "Ne peut pas l’accompagner" },
                  ]}
                />
                <Textarea {...champ(props, cle, "motif")} label="Ce qu’elle répond" rows={2} />
              </FormulaireActe>
            </details>
          )}
        </>
      ) : (
        <p>
          <Etat tone={reponse === "accord" ? "ok" : "closed"}>
            {reponse === "accord" ? "Accord" : "Refus"}
          </Etat>{" "}
          le {formatDate(repondueLe)} : {motifReponse}
        </p>
      )}
    </section>
  );
}

function Solliciter(props: PropsActes & { readonly relais: RelaisConsulte }): VNode {
  const { demande, structures } = props.relais;
  return (
    <details open={props.acte === "solliciter"}>
      <summary>Solliciter une autre structure</summary>
      <FormulaireActe
        {...props}
        cle="solliciter"
        titre="Solliciter une autre structure"
        bouton="Solliciter"
        fields={{ demandeId: String(demande.demandeId) }}
      >
        <Select
          {...champ(props, "solliciter", "structureId")}
          label="Structure"
          empty="Choisissez"
          options={structures.map(({ id, nom }) => ({ value: String(id), label: nom }))}
        />
        <Textarea {...champ(props, "solliciter", "message")} label="Message" rows={2} optional />
      </FormulaireActe>
    </details>
  );
}
