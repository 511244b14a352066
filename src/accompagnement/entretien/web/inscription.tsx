import type { VNode } from "preact";
import { Button } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Select } from "#platform/ui/components/choices.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { DateField, TextField } from "#platform/ui/components/text-field.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { InscriptionLue } from "../db/acquis.ts";
import { type CategorieEmploi, categoriesEmploi } from "../domain/libelles.ts";
import { champDe } from "./cadre.ts";
import type { PropsProjet } from "./props-projet.ts";

const options = Object.entries(categoriesEmploi).map(([value, label]) => ({ value, label }));

/** Her registration at France Travail: number, category, since when, and who looked last. */
export function CarteInscription(props: PropsProjet): VNode {
  const [derniere] = props.acquis.inscriptions;
  const enVigueur = derniere?.au === null ? derniere : null;
  return (
    <Card
      title="Inscription à France Travail"
      aside={enVigueur ? <Etat tone="ok">En cours</Etat> : <Etat tone="neutral">Aucune</Etat>}
    >
      {derniere ? (
        <Faits inscription={derniere} />
      ) : (
        <p class="muted">Aucune inscription connue.</p>
      )}
      {props.peutSaisir && (
        <div class="stack no-print">
          {enVigueur && <Verifier {...props} inscription={enVigueur} />}
          {enVigueur && <Cesser {...props} inscription={enVigueur} />}
          <Inscrire {...props} />
        </div>
      )}
    </Card>
  );
}

function Faits({ inscription }: { readonly inscription: InscriptionLue }): VNode {
  const { numero, categorie, du, au, motifFin, verifieeLe, verifieePar } = inscription;
  return (
    <FactsList
      layout="side"
      facts={[
        { label: "Identifiant", value: numero },
        { label: "Catégorie", value: categoriesEmploi[categorie as CategorieEmploi] ?? categorie },
        {
          label: au === null ? "Depuis le" : "Période",
          value: au === null ? formatDate(du) : `du ${formatDate(du)} au ${formatDate(au)}`,
          ...(motifFin && { note: motifFin }),
        },
        {
          label: "Dernière vérification",
          value:
            verifieeLe === null
              ? null
              : `${formatDate(verifieeLe)}, par ${verifieePar ?? "quelqu’un"}`,
        },
      ]}
    />
  );
}

type PropsActe = PropsProjet & { readonly inscription: InscriptionLue };

function Verifier({ projet, inscription, etat, acte, href }: PropsActe): VNode {
  const champ = champDe(etat, acte === "verifier", "verifier");
  return (
    <details open={acte === "verifier"}>
      <summary>Dire que c’est vérifié aujourd’hui</summary>
      <Form
        action={href(
          `/personnes/${projet.personneId}/inscription-emploi/${inscription.id}/verifier`,
        )}
        fields={{ version: String(inscription.version) }}
        layout="wide"
        label="Vérifier l’inscription"
      >
        <Select
          {...champ("categorie", inscription.categorie)}
          label="Catégorie constatée"
          options={options}
        />
        <FormActions>
          <Button kind="primary">C’est vérifié</Button>
        </FormActions>
      </Form>
    </details>
  );
}

function Cesser({ projet, inscription, etat, acte, href }: PropsActe): VNode {
  const champ = champDe(etat, acte === "cesser", "cesser");
  return (
    <details open={acte === "cesser"}>
      <summary>Noter la fin de l’inscription</summary>
      <Form
        action={href(`/personnes/${projet.personneId}/inscription-emploi/${inscription.id}/cesser`)}
        fields={{ version: String(inscription.version) }}
        layout="wide"
        label="Noter la fin de l’inscription"
      >
        <DateField {...champ("le")} label="Cessée le" />
        <TextField {...champ("motif")} label="Pourquoi" />
        <FormActions>
          <Button kind="primary">Noter la fin</Button>
        </FormActions>
      </Form>
    </details>
  );
}

function Inscrire({ projet, etat, acte, href }: PropsProjet): VNode {
  const champ = champDe(etat, acte === "inscrire", "inscrire");
  return (
    <details open={acte === "inscrire"}>
      <summary>Noter une inscription</summary>
      <Form
        action={href(`/personnes/${projet.personneId}/inscription-emploi`)}
        layout="wide"
        label="Noter une inscription"
      >
        <TextField {...champ("numero")} label="Identifiant" hint="1234567A" width={20} />
        <Select {...champ("categorie", "G")} label="Catégorie" options={options} />
        <DateField {...champ("du")} label="Depuis le" />
        <FormActions>
          <Button kind="primary">Noter l’inscription</Button>
        </FormActions>
      </Form>
    </details>
  );
}
