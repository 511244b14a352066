import type { VNode } from "preact";
import { Card } from "#platform/ui/components/card.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { DateField, TextField } from "#platform/ui/components/text-field.tsx";
import { formatAmount } from "#platform/ui/format.ts";
import type { SoutienDate } from "../db/consultation.ts";
import { autours } from "../schemas.ts";
import { champ, FormulaireActe, type PropsActes } from "./actes-personne.tsx";
import { periodeEnMots } from "./mots.tsx";

/** Meals, transport, childcare: what is missing, what answers it, and the sum. */
export function CarteSoutiens(props: PropsActes): VNode | null {
  const { soutiens } = props.parcours;
  if (soutiens.length === 0) return null;
  const total = soutiens.reduce((somme, { coutCentimes }) => somme + (coutCentimes ?? 0), 0);
  return (
    <Card
      title="Appuis autour d’une formation ou d’un emploi"
      aside={<span class="muted">{formatAmount(total)} mobilisés</span>}
    >
      <ul class="lines">
        {soutiens.map((soutien) => (
          <li key={soutien.id}>
            <Soutien {...props} soutien={soutien} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Soutien(props: PropsActes & { readonly soutien: SoutienDate }): VNode {
  const { soutien, parcours, droits } = props;
  const nature =
    parcours.regles.soutiens.find(({ code }) => code === soutien.nature)?.libelle ?? soutien.nature;
  const cle = `mobiliser.${soutien.id}`;
  return (
    <div class="stack-tight">
      <p>
        <span class="strong">{nature}</span> autour {autourDe(soutien.autour)},{" "}
        {periodeEnMots(soutien.du, soutien.au)} : {soutien.besoin}
      </p>
      {soutien.mobilise === null ? (
        <>
          <p>
            <Etat tone="soon">À mobiliser</Etat>
          </p>
          {droits.has("parcours:tenir") && (
            <details open={props.acte === cle}>
              <summary>Dire ce qui est mobilisé</summary>
              <FormulaireActe
                {...props}
                cle={cle}
                titre="Ce qui est mobilisé"
                bouton="Enregistrer"
                fields={{ soutienId: String(soutien.id), version: String(soutien.version) }}
              >
                <TextField {...champ(props, cle, "mobilise")} label="Ce qui est mobilisé" />
                <TextField {...champ(props, cle, "financePar")} label="Financé par" optional />
                <TextField
                  {...champ(props, cle, "cout")}
                  label="Coût en euros"
                  width={10}
                  optional
                />
                <DateField {...champ(props, cle, "au")} label="Dernier jour" optional />
              </FormulaireActe>
            </details>
          )}
        </>
      ) : (
        <p>
          <Etat tone="ok">Mobilisé</Etat> {soutien.mobilise}
          {soutien.financePar && `, financé par ${soutien.financePar}`}
          {soutien.coutCentimes !== null && ` : ${formatAmount(soutien.coutCentimes)}`}
        </p>
      )}
    </div>
  );
}

function autourDe(autour: string): string {
  const quoi = Object.hasOwn(autours, autour) ? autours[autour as keyof typeof autours] : autour;
  return quoi.startsWith("un") ? `d’${quoi}` : `de ${quoi.replace(/^des /u, "")}`;
}
