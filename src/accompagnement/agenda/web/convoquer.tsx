import type { VNode } from "preact";
import type { MessageLu } from "#commun/message";
import { Button } from "#platform/ui/components/button.tsx";
import { Select } from "#platform/ui/components/choices.tsx";
import { Form } from "#platform/ui/components/form.tsx";
import { formatCount, formatInstant } from "#platform/ui/format.ts";
import type { EnvoiLu } from "../db/envois.ts";
import type { RendezVousConsulte } from "../usecases/consulter-rendez-vous.ts";
import type { Href } from "./mots.tsx";

interface Props {
  readonly lu: RendezVousConsulte;
  readonly messages: readonly MessageLu[];
  readonly href: Href;
}

export const canaux: Readonly<Record<string, string>> = {
  courriel: "courriel",
  sms: "SMS",
  courrier: "lettre",
};

const annonce: ReadonlySet<string> = new Set([
  "convocation-rendez-vous",
  "deplacement-rendez-vous",
]);

/** Who is expected is convened once; again, quietly, when somebody asks for it. */
export function Convoquer(props: Props): VNode {
  const { rendezVous, envois, personnes } = props.lu;
  const annonces = envois.filter(
    ({ usage, debut }) => annonce.has(usage) && debut.getTime() === rendezVous.debut.getTime(),
  );
  const convoquees = new Set(annonces.map(({ personneId }) => personneId));
  const aConvoquer = rendezVous.venues.filter(
    ({ personneId, statut }) =>
      statut === "prevu" && personnes.has(personneId) && !convoquees.has(personneId),
  );
  const [derniere] = annonces;
  if (!derniere) return <Envoyer {...props} renvoi={0} />;
  const fois = Math.max(
    ...[...convoquees].map((id) => annonces.filter((une) => une.personneId === id).length),
  );
  return (
    <div class="stack-tight">
      <p>{quandEcrite(derniere, props.messages)}</p>
      {aConvoquer.length > 0 && (
        <>
          <p>
            {formatCount(aConvoquer.length, "personne n’est", "personnes ne sont")} pas encore
            convoquée{aConvoquer.length > 1 ? "s" : ""}.
          </p>
          <Envoyer {...props} renvoi={0} />
        </>
      )}
      <details>
        <summary>Renvoyer la convocation</summary>
        <Envoyer {...props} renvoi={fois} />
      </details>
    </div>
  );
}

/** When it left, when it was issued, or when it was written if nothing says that it left. */
function quandEcrite(
  { canal, courrierId, personneId, le }: EnvoiLu,
  messages: readonly MessageLu[],
): string {
  const par = `par ${canaux[canal] ?? canal}`;
  if (courrierId !== null) return `Convocation émise ${par} le ${formatInstant(le)}.`;
  const parti = messages.find(
    (une) =>
      annonce.has(une.usage) &&
      une.personneId === personneId &&
      une.etat === "envoye" &&
      une.ecritLe >= le,
  );
  return parti?.finiLe
    ? `Convocation envoyée ${par} le ${formatInstant(parti.finiLe)}.`
    : `Convocation écrite ${par} le ${formatInstant(le)} : son départ se lit plus bas.`;
}

function Envoyer({ lu, href, renvoi }: Props & { readonly renvoi: number }): VNode {
  const geste = renvoi === 0 ? "Envoyer la convocation" : "Renvoyer";
  return (
    <Form
      action={href(`/agenda/rendez-vous/${lu.rendezVous.id}/convoquer`)}
      layout="inline"
      label={renvoi === 0 ? "Convoquer" : "Renvoyer la convocation"}
      fields={{ renvoi: String(renvoi) }}
    >
      <Select
        name="canal"
        id={`canal-${renvoi}`}
        label={renvoi === 0 ? "Convoquer" : "Par quel moyen"}
        filter
        options={[
          { value: "auto", label: "Au mieux pour la personne" },
          { value: "courriel", label: "Par courriel" },
          { value: "sms", label: "Par SMS" },
          { value: "courrier", label: "Par lettre" },
        ]}
      />
      <Button>{geste}</Button>
    </Form>
  );
}
