import type { ComponentChildren, VNode } from "preact";
import { classesSortie, libellesClasseSortie, naturesProposees } from "#commun/referentiel";
import { Button } from "#platform/ui/components/button.tsx";
import { Radios, Select } from "#platform/ui/components/choices.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { Panel } from "#platform/ui/components/panel.tsx";
import { DateField, Textarea, TextField } from "#platform/ui/components/text-field.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { libellesIssue, libellesMotifSuspension, libellesRealisation } from "../domain/libelles.ts";
import { cheminSejour } from "./mots.tsx";
import { type PropsSejour, peutTenir } from "./props.ts";

const options = (libelles: Readonly<Record<string, string>>) =>
  Object.entries(libelles).map(([value, label]) => ({ value, label }));

/** What may be noted of a stay, the most frequent first. */
export function ActesDuSejour(props: PropsSejour): VNode | null {
  const { consulte, droits } = props;
  const { sejour, histoire, action, tient } = consulte;
  const arbitre = tient && sejour.sortiLe !== null && droits.has("participation:arbitrer");
  if (!(peutTenir(props) || arbitre)) return null;
  const enCours = sejour.sortiLe === null;
  const ouverte = histoire.suspensions.find(({ au }) => au === null);
  return (
    <div class="stack-tight no-print" id="actes">
      {arbitre && <Arbitrer {...props} />}
      {peutTenir(props) && (
        <>
          {histoire.suites.map(({ jalon }) => (
            <NoterSuite key={jalon} {...props} jalon={jalon} />
          ))}
          <NoterRealisation {...props} />
          {enCours && ouverte !== undefined && <Reprendre {...props} suspensionId={ouverte.id} />}
          {enCours && <Suspendre {...props} />}
          {enCours && action.fiche.duree.maxMois !== null && <Renouveler {...props} />}
          {!enCours && <Rouvrir {...props} />}
          <Annuler {...props} />
        </>
      )}
    </div>
  );
}

interface PropsActe extends PropsSejour {
  readonly cle: string;
  readonly titre: string;
  readonly bouton: string;
  readonly confirmer?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly children: ComponentChildren;
}

/** One act, folded until it is asked for, or refused. */
function Acte(props: PropsActe): VNode {
  const { cle, titre, bouton, confirmer, consulte, etat, acte, href, fields } = props;
  const refuse = acte === cle;
  return (
    <Panel label={titre} open={refuse}>
      {refuse && <ErrorSummary problems={etat.problems} />}
      <Form
        action={href(`${cheminSejour(consulte.sejour.id)}/${cle}`)}
        fields={{ version: String(consulte.sejour.version), ...fields }}
        label={titre}
      >
        {props.children}
        <FormActions>
          <Button kind="primary" confirm={confirmer}>
            {bouton}
          </Button>
        </FormActions>
      </Form>
    </Panel>
  );
}

/** Fields of one form among several on the page. */
const champsDe =
  ({ acte, etat }: PropsSejour, cle: string) =>
  (name: string, defaut = "") => ({
    name,
    id: `${cle}-${name}`,
    value: acte === cle ? (etat.values[name] ?? defaut) : defaut,
    error: acte === cle ? etat.problems[name] : undefined,
  });

function Arbitrer(props: PropsSejour): VNode {
  const { sejour } = props.consulte;
  const champ = champsDe(props, "arbitrer");
  const aArbitrer = sejour.classe === "a-arbitrer";
  return (
    <Acte
      {...props}
      acte={aArbitrer && props.acte === null ? "arbitrer" : props.acte}
      cle="arbitrer"
      titre={aArbitrer ? "Arbitrer la classe de la sortie" : "Fixer une autre classe"}
      bouton="Fixer la classe"
    >
      <Radios
        {...champ("classe")}
        label="Classe"
        options={classesSortie
          .filter((classe) => classe !== sejour.classe)
          .map((value) => ({ value, label: libellesClasseSortie[value] }))}
      />
      <Textarea
        {...champ("motif")}
        label="Ce qui la justifie"
        hint="Ce motif est visible de tous ceux qui voient le séjour."
        rows={3}
      />
    </Acte>
  );
}

function NoterSuite(props: PropsSejour & { readonly jalon: number }): VNode {
  const cle = "suite";
  const champ = champsDe(props, cle);
  return (
    <Acte
      {...props}
      cle={cle}
      titre={`Dire ce qu’elle est devenue à ${props.jalon} mois`}
      bouton="Enregistrer"
      fields={{ jalon: String(props.jalon) }}
    >
      <Radios {...champ("issue")} label="Situation" options={options(libellesIssue)} />
      <DateField {...champ("le", formatDate(props.consulte.le))} label="Constatée le" />
      <Textarea {...champ("commentaire")} label="Précision" optional rows={2} />
    </Acte>
  );
}

function NoterRealisation(props: PropsSejour): VNode {
  const cle = "realisation";
  const champ = champsDe(props, cle);
  return (
    <Acte {...props} cle={cle} titre="Noter une rencontre ou un fait" bouton="Enregistrer">
      <Select
        {...champ("nature", "rencontre")}
        label="Ce qui a eu lieu"
        options={options(libellesRealisation)}
      />
      <DateField {...champ("le", formatDate(props.consulte.le))} label="Le" />
      <Select
        {...champ("frein")}
        label="Frein"
        hint="Pour un frein travaillé ou levé."
        optional
        empty="Aucun"
        options={naturesProposees.map(({ code, libelle }) => ({ value: code, label: libelle }))}
      />
      <TextField {...champ("precision")} label="Précision" optional />
    </Acte>
  );
}

function Suspendre(props: PropsSejour): VNode {
  const cle = "suspendre";
  const champ = champsDe(props, cle);
  return (
    <Acte {...props} cle={cle} titre="Suspendre le séjour" bouton="Suspendre">
      <Radios
        {...champ("motif")}
        label="Pourquoi"
        layout="inline"
        options={options(libellesMotifSuspension)}
      />
      <DateField {...champ("du", formatDate(props.consulte.le))} label="Depuis le" />
      <DateField
        {...champ("au")}
        label="Reprise le"
        hint="Premier jour où l’accompagnement reprend, s’il est connu."
        optional
      />
    </Acte>
  );
}

function Reprendre(props: PropsSejour & { readonly suspensionId: number }): VNode {
  const cle = "reprendre";
  const champ = champsDe(props, cle);
  return (
    <Acte
      {...props}
      cle={cle}
      titre="Noter la reprise"
      bouton="Noter la reprise"
      fields={{ suspensionId: String(props.suspensionId) }}
    >
      <DateField {...champ("au", formatDate(props.consulte.le))} label="Reprend le" />
    </Acte>
  );
}

function Renouveler(props: PropsSejour): VNode {
  const cle = "renouveler";
  const champ = champsDe(props, cle);
  const { exceptions, maxMois } = props.consulte.action.fiche.duree;
  return (
    <Acte {...props} cle={cle} titre="Renouveler" bouton="Renouveler">
      <TextField
        {...champ("mois", String(maxMois ?? ""))}
        label="Durée ajoutée"
        inputMode="numeric"
        width={5}
        suffix="mois"
      />
      {exceptions.length > 0 && (
        <Radios
          {...champ("exception")}
          label="Exception de la fiche"
          options={[
            { value: "", label: "Aucune" },
            ...exceptions.map(({ code, libelle }) => ({ value: code, label: libelle })),
          ]}
        />
      )}
      <Textarea {...champ("motif")} label="Pourquoi l’accompagnement continue" rows={2} />
    </Acte>
  );
}

function Rouvrir(props: PropsSejour): VNode {
  const champ = champsDe(props, "rouvrir");
  return (
    <Acte
      {...props}
      cle="rouvrir"
      titre="La personne n’est pas sortie"
      bouton="Effacer la sortie"
      confirmer="Effacer la sortie ? Elle restera lisible, et la personne sera de nouveau dans l’action."
    >
      <Textarea {...champ("motif")} label="Pourquoi" rows={2} />
    </Acte>
  );
}

function Annuler(props: PropsSejour): VNode {
  const champ = champsDe(props, "annuler");
  return (
    <Acte
      {...props}
      cle="annuler"
      titre="Ce séjour n’a pas eu lieu"
      bouton="Annuler le séjour"
      confirmer="Annuler ce séjour ? Il ne comptera plus nulle part."
    >
      <Textarea {...champ("motif")} label="Pourquoi" rows={2} />
    </Acte>
  );
}
