import type { VNode } from "preact";
import { libellesClasseSortie, libellesNatureSortie } from "#commun/referentiel";
import { Card } from "#platform/ui/components/card.tsx";
import { type Fact, FactsList } from "#platform/ui/components/facts-list.tsx";
import { Etat, Tag } from "#platform/ui/components/tag.tsx";
import { Timeline } from "#platform/ui/components/timeline.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { SuiteConnue } from "../db/lectures.ts";
import { libellesIssue, libellesPreuveSortie, libellesSiae } from "../domain/libelles.ts";
import { compareASixMois } from "../domain/sortie.ts";
import type { SejourConsulte } from "../usecases/consulter.ts";
import { cheminSejour, EtatClasse } from "./mots.tsx";
import { type PropsSejour, peutTenir } from "./props.ts";

/** How she left, why it is of this class, what became of her. */
export function CarteSortie(props: PropsSejour): VNode {
  const { consulte, href } = props;
  const { sejour, histoire } = consulte;
  return (
    <Card
      title="Sortie"
      id="sortie"
      aside={sejour.classe !== null && <EtatClasse classe={sejour.classe} />}
      foot={
        peutTenir(props) ? (
          <a href={href(`${cheminSejour(sejour.id)}/rectifier`)}>Corriger la sortie</a>
        ) : undefined
      }
    >
      <div class="stack-tight">
        <Explication {...consulte} />
        <FactsList layout="lines" facts={faits(consulte)} />
      </div>
      {histoire.suites.length > 0 && (
        <>
          <h3>Après la sortie</h3>
          <ul class="lines">
            {histoire.suites.map((suite) => (
              <Suite key={suite.jalon} suite={suite} le={consulte.le} />
            ))}
          </ul>
        </>
      )}
      {histoire.precedentes.length > 0 && (
        <>
          <h3>Ce qui était noté avant</h3>
          <Timeline
            label="Sorties précédentes"
            entries={histoire.precedentes.map((une) => ({
              key: String(une.id),
              when: `Remplacée le ${formatDate(une.remplaceeLe)}, par ${une.remplaceePar}`,
              what: `${libellesNatureSortie[une.nature]}, le ${formatDate(une.sortiLe)} : ${libellesClasseSortie[une.classe].toLocaleLowerCase("fr")}`,
              detail: une.motif,
            }))}
          />
        </>
      )}
    </Card>
  );
}

/** The line of the table that decided, in its own words; or who decided, and why. */
function Explication({ sejour, ligne }: SejourConsulte): VNode | null {
  if (sejour.classeLigne === "fixee") {
    return (
      <p>
        <Tag>Fixée</Tag> par {sejour.classePar ?? "un agent"} : {sejour.classeMotif}
      </p>
    );
  }
  if (ligne === null) {
    return <p>Aucune ligne de la table du Département ne classe cette sortie.</p>;
  }
  return (
    <p class="muted small">
      {ligne.texte}
      {ligne.certitude === "a-confirmer" && ". À confirmer par le Département"}. Table en vigueur
      depuis le {formatDate(sejour.classeDepuis)}.
    </p>
  );
}

function faits({ sejour }: SejourConsulte): readonly Fact[] {
  const { sortie, sortieNature, preuve } = sejour;
  const dit = (label: string, value: string | null | undefined): Fact[] =>
    value ? [{ label, value }] : [];
  return [
    {
      label: "Sortie",
      value: formatDate(sejour.sortiLe),
      note: `notée le ${formatDate(sejour.sortieSaisieLe)}${sejour.sortieSaisiePar === null ? "" : `, par ${sejour.sortieSaisiePar}`}`,
    },
    ...dit("Vers quoi", sortieNature && libellesNatureSortie[sortieNature]),
    ...dit("Contrat", sortie && contratEnMots(sortie)),
    ...dit("Structure d’insertion", sortie?.structureSiae && libellesSiae[sortie.structureSiae]),
    ...dit("Employeur", [sortie?.employeur, sortie?.siret].filter(Boolean).join(", ")),
    ...dit(
      "Temps de travail",
      sortie?.heures ? `${String(sortie.heures).replace(".", ",")} heures par semaine` : null,
    ),
    ...dit("Preuve", preuve && libellesPreuveSortie[preuve]),
    ...dit("Précision", sortie?.precision),
  ];
}

const durees = {
  "-1": "moins de six mois",
  "0": "six mois exactement",
  "1": "plus de six mois",
} as const;

function contratEnMots({ debut, fin }: { debut: string | null; fin: string | null }): string {
  if (debut === null) return "";
  if (fin === null) return `à partir du ${formatDate(debut)}`;
  return `du ${formatDate(debut)} au ${formatDate(fin)} : ${durees[`${compareASixMois(debut, fin)}`]}`;
}

function Suite({ suite, le }: { readonly suite: SuiteConnue; readonly le: string }): VNode {
  const { jalon, prevueLe, constateeLe, issue, commentaire, noteePar } = suite;
  return (
    <li>
      <span class="strong">{`À ${jalon} mois`}</span>{" "}
      {constateeLe === null || issue === null ? (
        <Etat tone={prevueLe < le ? "late" : "waiting"}>
          {`${prevueLe < le ? "attendu depuis le" : "attendu le"} ${formatDate(prevueLe)}`}
        </Etat>
      ) : (
        <>
          {`${libellesIssue[issue]}, constaté le ${formatDate(constateeLe)}`}
          {noteePar !== null && <span class="muted small"> – par {noteePar}</span>}
          {commentaire !== null && <p class="muted small">{commentaire}</p>}
        </>
      )}
    </li>
  );
}
