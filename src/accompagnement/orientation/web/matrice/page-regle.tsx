import type { VNode } from "preact";
import { dominantes, type Matrice, type RegleMatrice } from "#commun/referentiel";
import type { FormState } from "#platform/http/form.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Checkboxes, Select } from "#platform/ui/components/choices.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions, FormSection } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Textarea, TextField } from "#platform/ui/components/text-field.tsx";
import type { BrouillonMatrice } from "../../db/matrices.ts";
import { siEnMots } from "../../domain/matrice/condition-en-mots.ts";
import { issueEnMots } from "../../domain/matrice/ecarts-matrices.ts";
import { libellesDominante } from "../../domain/matrice/libelles.ts";
import { type Moment, type PlaceRegle, placeDe } from "../../domain/matrice/regles.ts";
import type { MatriceConsultee } from "../../usecases/matrice-consulter.ts";
import { GroupeDeConditions } from "./champs-condition.tsx";
import {
  type ConditionSaisie,
  type Lecture,
  lireCondition,
  ouvrirCondition,
  RACINE,
} from "./condition-saisie.ts";
import { fermerCondition } from "./fermer-condition.ts";
import { ecrirePlace, lireDominantes, lirePlace } from "./lire-regle.ts";
import { ecrireIssue, type Href, issuesPossibles, lireIssue } from "./noms.ts";
import { CHEMIN } from "./page-matrice.tsx";
import { RefusMatrice } from "./refus-matrice.tsx";

/** What the form shows: the rule as it is saved, or as it is being typed. */
export interface RegleSaisie {
  readonly condition: ConditionSaisie;
  readonly alors: string;
  readonly place: string;
  readonly siDominante: readonly string[];
  readonly libelle: string;
  readonly texte: string;
}

export function saisieDeRegle(
  matrice: Matrice,
  regle: RegleMatrice | null,
  moment: Moment,
): RegleSaisie {
  const place = regle === null ? null : placeDe(matrice, regle.code);
  return {
    condition: ouvrirCondition(regle?.si ?? { sur: "toutes", de: [] }),
    alors: regle === null ? "" : ecrireIssue(regle.alors),
    place: ecrirePlace(place ?? { moment, rang: matrice[moment].length }),
    siDominante: regle?.siDominante ?? [],
    libelle: regle?.libelle ?? "",
    texte: regle?.texte ?? "",
  };
}

export function saisieTapee(lecture: Lecture): RegleSaisie {
  return {
    condition: lireCondition(lecture),
    alors: lecture.text("alors"),
    place: lecture.text("place"),
    siDominante: lireDominantes(lecture) ?? [],
    libelle: lecture.text("libelle"),
    texte: lecture.text("texte"),
  };
}

interface Props {
  readonly consultee: MatriceConsultee;
  readonly brouillon: BrouillonMatrice;
  /** The rule that is changed; `null` for a new one. */
  readonly regle: RegleMatrice | null;
  readonly saisie: RegleSaisie;
  readonly etat: FormState;
  readonly href: Href;
  /** Address of the form itself. */
  readonly ici: string;
}

/** One rule of a draft: when it is true, what it decides, when it is heard. */
export function PageRegle(props: Props): VNode {
  const { brouillon, regle, saisie, etat, href, ici } = props;
  const retour = `${CHEMIN}/brouillons/${brouillon.id}`;
  const conflit = etat.refusal?.code === "matrice.conflit";
  const lue = String(brouillon.version);
  return (
    <>
      <PageHeader
        over={`Brouillon de ${brouillon.auteurNom}`}
        title={regle === null ? "Nouvelle règle" : `Règle « ${regle.libelle} »`}
      />
      <div class="stack">
        <Refus etat={etat} />
        <Relecture {...props} />
        <Form
          action={href(ici)}
          fields={{ version: conflit ? lue : (etat.values["version"] ?? lue) }}
        >
          {/* First in the form: what the Enter key of a field does. */}
          <div class="row">
            <Button kind="primary" name="geste" value="enregistrer">
              Enregistrer la règle
            </Button>
            <ButtonLink kind="quiet" href={href(retour)}>
              Revenir au brouillon
            </ButtonLink>
          </div>
          <FormSection title="Quand est-elle vraie ?">
            <GroupeDeConditions
              saisie={saisie.condition}
              chemin={RACINE}
              catalogue={props.consultee}
              problemes={etat.problems}
            />
          </FormSection>
          <Suite {...props} />
          <FormActions>
            <Button name="geste" value="relire">
              Relire la phrase
            </Button>
            <Button name="geste" value="enregistrer">
              Enregistrer la règle
            </Button>
          </FormActions>
        </Form>
      </div>
    </>
  );
}

function Refus({ etat }: Pick<Props, "etat">): VNode {
  switch (etat.refusal?.code) {
    case "matrice.incoherente":
      return <RefusMatrice etat={etat} />;
    case "matrice.conflit":
      return (
        <Alert tone="late" title="Quelqu’un a enregistré ce brouillon avant vous" live>
          Vérifiez la place de votre règle, puis enregistrez-la : elle s’ajoutera à ce qui vient
          d’être enregistré, sans rien en effacer.
        </Alert>
      );
    default:
      return <ErrorSummary problems={etat.problems} />;
  }
}

/** The rule as it will be read by who decides, once enough is written. */
function Relecture({ consultee, saisie }: Props): VNode {
  const si = fermerCondition(saisie.condition, consultee, {});
  const alors = lireIssue(saisie.alors);
  const apres = lirePlace(saisie.place)?.moment === "apres";
  const siDominante = dominantes.filter((une) => apres && saisie.siDominante.includes(une));
  if (si === null || alors === null) {
    return (
      <Alert tone="neutral" title="La règle se lira ici">
        Elle se lit en une phrase dès que ses conditions et ce qu’elle décide sont complets.
      </Alert>
    );
  }
  const phrase = siEnMots(
    { si, siDominante: siDominante.length === 0 ? null : siDominante },
    consultee,
  );
  return (
    <Alert tone="neutral" title="La règle se lit">
      {`${phrase}, alors : ${issueEnMots(alors, consultee.types)}.`}
    </Alert>
  );
}

function Suite({ consultee, brouillon, regle, saisie, etat }: Props): VNode {
  const { problems } = etat;
  return (
    <>
      <FormSection title="Que décide-t-elle ?">
        <Select
          name="alors"
          label="Alors"
          empty="Choisir…"
          options={issuesPossibles(consultee.types)}
          value={saisie.alors}
          error={problems["alors"]}
        />
      </FormSection>
      <FormSection title="Quand s’applique-t-elle ?">
        <Select
          name="place"
          label="Sa place"
          hint="La première règle vraie décide. Avant la grille elle décide seule ; après, elle corrige ce que la grille a donné."
          options={places(brouillon.contenu, regle)}
          value={saisie.place}
          error={problems["place"]}
        />
        <Checkboxes
          name="si-dominante"
          label="Seulement quand la grille donne"
          hint="Pour une règle qui s’applique après la grille. Rien de coché : quoi que donne la grille."
          layout="inline"
          options={dominantes.map((value) => ({ value, label: libellesDominante[value] }))}
          values={saisie.siDominante}
          optional
        />
      </FormSection>
      <FormSection title="Comment la dire à la personne ?">
        <TextField
          name="libelle"
          label="Ce que lit la personne"
          hint="Se lit après « parce que » : la mission locale l’accompagne déjà."
          value={saisie.libelle}
          error={problems["libelle"]}
        />
        <Textarea
          name="texte"
          label="D’où vient-elle ?"
          hint="Texte, délibération, avis du comité local."
          rows={2}
          value={saisie.texte}
          error={problems["texte"]}
        />
      </FormSection>
    </>
  );
}

function places(matrice: Matrice, regle: RegleMatrice | null) {
  const apres = (moment: Moment, rang: number): PlaceRegle => ({ moment, rang });
  const de = (moment: Moment) => {
    const autres = matrice[moment].filter(({ code }) => code !== regle?.code);
    return [
      { value: ecrirePlace(apres(moment, 0)), label: "En premier" },
      ...autres.map(({ libelle }, rang) => ({
        value: ecrirePlace(apres(moment, rang + 1)),
        label: `Après « ${libelle} »`,
      })),
    ];
  };
  return [
    { label: "Avant la grille", options: de("avant") },
    { label: "Après la grille", options: de("apres") },
  ];
}
