import type { VNode } from "preact";
import { ScrollRegion } from "#platform/ui/components/scroll-region.tsx";
import { classes, toneClass } from "#platform/ui/tone.ts";
import type { RendezVous } from "../db/rendez-vous.ts";
import type { Creneau } from "../domain/creneaux.ts";
import { ecrireHeure, heureLocale } from "../domain/heures.ts";
import { joursEntre, rangDansLaSemaine } from "../domain/jours.ts";
import { libellesEtat, libellesModalite } from "../domain/libelles.ts";
import type { AgendaLu } from "../usecases/lire-agenda.ts";
import {
  adresse,
  etatDe,
  grandeDate,
  type Href,
  heureDe,
  libelleMotif,
  nomMembre,
  petiteDate,
  quiVient,
  tonsEtat,
} from "./mots.tsx";
import { versVue } from "./vers-vue.ts";

interface Props {
  readonly agenda: AgendaLu;
  readonly href: Href;
  /** Whether this agent may take a meeting: free slots are doors, or only words. */
  readonly tient: boolean;
}

/** Quarters of an hour drawn, from 7 to 20 o’clock. */
const PREMIERE = 7 * 60;
const PAS = 15;
const LIGNES = 52;

interface Colonne {
  readonly cle: string;
  readonly titre: string;
  readonly sousTitre: string | null;
  readonly href: string;
  readonly rendezVous: readonly RendezVous[];
  readonly libres: readonly Creneau[];
}

/** One meeting: hour, who, why, and its state in words. */
export function Pastille({
  rendezVous,
  agenda,
  href,
  place,
}: Omit<Props, "tient"> & { readonly rendezVous: RendezVous; readonly place?: string }): VNode {
  const etat = etatDe(rendezVous, agenda.maintenant);
  const detail = [
    libelleMotif(agenda.regle.motifs, rendezVous.motif),
    ...(rendezVous.modalite === "individuel" ? [] : [libellesModalite[rendezVous.modalite]]),
  ].join(", ");
  return (
    <a
      class={classes("rdv", toneClass(tonsEtat[etat]), place)}
      href={href(`/agenda/rendez-vous/${rendezVous.id}`)}
    >
      <span class="rdv-heure">
        {heureDe(rendezVous.debut)}
        <span class="visually-hidden"> à {heureDe(rendezVous.fin)}</span>
      </span>{" "}
      <strong>{quiVient(rendezVous, agenda.personnes)}</strong>{" "}
      <span class="rdv-detail">
        {detail}
        {etat === "prevu" ? "" : `, ${libellesEtat[etat].toLowerCase()}`}
      </span>
    </a>
  );
}

function Libre({
  creneau,
  href,
  tient,
  agenda,
  place,
}: Props & { readonly creneau: Creneau; readonly place?: string }): VNode {
  const heure = ecrireHeure(creneau.heures.de);
  if (!tient) return <span class={classes("libre", place)}>{heure} libre</span>;
  const vers = adresse("/agenda/prendre", {
    structure: agenda.structure?.id,
    referent: creneau.referentId,
    salle: creneau.salleId,
    lieu: creneau.lieuId,
    jour: creneau.jour,
    heure,
    motif: creneau.motifs[0],
  });
  return (
    <a class={classes("libre", place)} href={href(vers)}>
      {heure} <span class="libre-mot">libre</span>
      <span class="visually-hidden">, prendre ce créneau le {grandeDate(creneau.jour)}</span>
    </a>
  );
}

const place = (debut: number, fin: number): string => {
  const rang = Math.min(LIGNES - 1, Math.max(0, Math.floor((debut - PREMIERE) / PAS)));
  const nombre = Math.max(1, Math.min(LIGNES - rang, Math.ceil((fin - debut) / PAS)));
  return classeDe(rang, nombre);
};

const classeDe = (rang: number, nombre: number): string =>
  `ag-place ag-h${Math.floor(rang / 4)} ag-q${rang % 4} ag-d${Math.floor(nombre / 4)} ag-e${nombre % 4}`;

/** Hours down, one column a day or an agent. On a phone the columns follow each other, as lists. */
function Grille({ colonnes, ...props }: Props & { readonly colonnes: readonly Colonne[] }): VNode {
  const heures = Array.from({ length: LIGNES / 4 }, (_, rang) => PREMIERE / 60 + rang);
  return (
    <ScrollRegion className="agenda-cadre" label="Agenda, heure par heure">
      <div class="agenda-grille">
        <div class="agenda-heures" aria-hidden="true">
          {heures.map((heure, rang) => (
            <span key={heure} class={classeDe(rang * 4, 4)}>
              {heure} h
            </span>
          ))}
        </div>
        {colonnes.map((colonne) => (
          <section key={colonne.cle} class="agenda-colonne" aria-label={colonne.titre}>
            <h2>
              <a href={props.href(colonne.href)}>{colonne.titre}</a>
              {colonne.sousTitre !== null && <span class="muted small"> {colonne.sousTitre}</span>}
            </h2>
            <div class="agenda-heures-de">
              {colonne.libres.map((creneau) => (
                <Libre
                  key={`${creneau.permanenceId}-${creneau.debut.getTime()}`}
                  creneau={creneau}
                  place={place(creneau.heures.de, creneau.heures.a)}
                  {...props}
                />
              ))}
              {colonne.rendezVous.map((un) => {
                const { minutes } = heureLocale(un.debut);
                const duree = (un.fin.getTime() - un.debut.getTime()) / 60_000;
                return (
                  <Pastille
                    key={un.id}
                    rendezVous={un}
                    place={place(minutes, minutes + duree)}
                    {...props}
                  />
                );
              })}
              {colonne.libres.length + colonne.rendezVous.length === 0 && (
                <p class="agenda-rien muted small">Rien ce jour</p>
              )}
            </div>
          </section>
        ))}
      </div>
    </ScrollRegion>
  );
}

/** One day: an agent a column. */
export function VueJour(props: Props): VNode {
  const { agenda } = props;
  const autres = agenda.rendezVous.some(({ referentId }) => referentId === null);
  const membres = agenda.equipe.filter(
    ({ id }) => agenda.referentId === null || id === agenda.referentId,
  );
  const colonnes: Colonne[] = membres.map((membre) => ({
    cle: String(membre.id),
    titre: nomMembre(membre),
    sousTitre: absentLe(membre.absences, agenda.jour) ? "absence" : null,
    href: versVue(agenda, { vue: "semaine", referent: membre.id }),
    rendezVous: agenda.rendezVous.filter(({ referentId }) => referentId === membre.id),
    libres: agenda.libres.filter(({ referentId }) => referentId === membre.id),
  }));
  const salles = agenda.libres.filter(({ referentId }) => referentId === null);
  if (autres || salles.length > 0) {
    colonnes.push({
      cle: "salles",
      titre: "Salles",
      sousTitre: null,
      href: versVue(agenda, {}),
      rendezVous: agenda.rendezVous.filter(({ referentId }) => referentId === null),
      libres: salles,
    });
  }
  return <Grille {...props} colonnes={colonnes} />;
}

/** The week of one agent, hour by hour; of a whole team, one line an agent. */
export function VueSemaine(props: Props): VNode {
  const { agenda } = props;
  if (agenda.referentId === null) return <SemaineEquipe {...props} />;
  const colonnes = joursOuverts(agenda).map((jour) => ({
    cle: jour,
    titre: petiteDate(jour),
    sousTitre: agenda.feries.get(jour) ?? null,
    href: versVue(agenda, { vue: "jour", jour }),
    rendezVous: agenda.rendezVous.filter((un) => un.jour === jour),
    libres: agenda.libres.filter((un) => un.jour === jour),
  }));
  return <Grille {...props} colonnes={colonnes} />;
}

function SemaineEquipe(props: Props): VNode {
  const { agenda, href } = props;
  const jours = joursOuverts(agenda);
  const lignes = [
    ...agenda.equipe.map((membre) => ({ id: membre.id as number | null, membre })),
    ...(agenda.rendezVous.some(({ referentId }) => referentId === null)
      ? [{ id: null, membre: null }]
      : []),
  ];
  const parCase = ranger(agenda.rendezVous);
  const libresParCase = ranger(agenda.libres);
  return (
    <ScrollRegion className="agenda-cadre" label="Agenda de la semaine, un agent par ligne">
      <table class="agenda-semaine">
        <caption class="visually-hidden">Rendez-vous et créneaux libres de la semaine</caption>
        <thead>
          <tr>
            <th scope="col">Agent</th>
            {jours.map((jour) => (
              <th
                key={jour}
                scope="col"
                class={classes(jour === agenda.aujourdhui && "agenda-jour")}
              >
                <a href={href(versVue(agenda, { vue: "jour", jour }))}>{petiteDate(jour)}</a>
                {agenda.feries.has(jour) && (
                  <span class="small muted"> {agenda.feries.get(jour)}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lignes.map(({ id, membre }) => (
            <tr key={id ?? "salles"}>
              <th scope="row">
                {membre ? (
                  <a href={href(versVue(agenda, { referent: membre.id }))}>{nomMembre(membre)}</a>
                ) : (
                  "Salles"
                )}
              </th>
              {jours.map((jour) => (
                <td key={jour} data-label={petiteDate(jour)}>
                  {membre && absentLe(membre.absences, jour) && (
                    <span class="small muted">Absence</span>
                  )}
                  {(parCase.get(`${id}|${jour}`) ?? []).map((un) => (
                    <Pastille key={un.id} rendezVous={un} {...props} />
                  ))}
                  <Libres {...props} libres={libresParCase.get(`${id}|${jour}`) ?? []} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** The first free slot is a door; the others are counted. */
function Libres({
  libres,
  ...props
}: Props & { readonly libres: readonly Creneau[] }): VNode | null {
  const [premier, ...suite] = libres;
  if (!premier) return null;
  return (
    <span class="agenda-libres">
      <Libre creneau={premier} {...props} />
      {suite.length > 0 && (
        <a
          class="small"
          href={props.href(
            versVue(props.agenda, {
              vue: "jour",
              jour: premier.jour,
              referent: premier.referentId,
            }),
          )}
        >
          et {suite.length} {suite.length === 1 ? "autre" : "autres"}
        </a>
      )}
    </span>
  );
}

function ranger<Une extends { readonly referentId: number | null; readonly jour: string }>(
  toutes: readonly Une[],
): ReadonlyMap<string, readonly Une[]> {
  const cases = new Map<string, Une[]>();
  for (const une of toutes) {
    const cle = `${une.referentId}|${une.jour}`;
    const connues = cases.get(cle);
    if (connues) connues.push(une);
    else cases.set(cle, [une]);
  }
  return cases;
}

function absentLe(
  absences: readonly { readonly du: string; readonly jusque: string | null }[],
  jour: string,
): boolean {
  return absences.some(({ du, jusque }) => du <= jour && (jusque === null || jour < jusque));
}

/** Saturday and Sunday are drawn only when something is there. */
function joursOuverts({ debut, fin, rendezVous, libres }: AgendaLu): readonly string[] {
  return joursEntre(debut, fin).filter(
    (jour) =>
      rangDansLaSemaine(jour) <= 5 ||
      rendezVous.some((un) => un.jour === jour) ||
      libres.some((un) => un.jour === jour),
  );
}
