import { elementDe, entier, suite, USAGE } from "./aleatoire.ts";
import { finDeMois, jour, joursOuvres, moisDe } from "./calendrier.ts";
import { defautDe, planter, redire } from "./defauts.ts";
import type { Foyer, Monde } from "./foyer.ts";
import type { OptionsFlux } from "./options.ts";
import { numeroDemande } from "./personne.ts";
import { lirePopulation } from "./population.ts";
import { infosFoyer } from "./rendu-foyer.ts";
import { infoDemande } from "./rendu-instruction.ts";
import { pas, sorti, vieJusqua } from "./vie.ts";
import { balise, bloc } from "./xml.ts";

const TAILLE_MORCEAU = 65_536;

/** The file, piece by piece: one household in memory at a time. Same seed, same bytes. */
export function* genererFlux(options: OptionsFlux): Generator<string, void, void> {
  let total = 0;
  let morceau = enTete(options);
  for (const xml of dossiers(options)) {
    total += 1;
    morceau += xml;
    if (morceau.length >= TAILLE_MORCEAU) {
      yield morceau;
      morceau = "";
    }
  }
  options.surTotal?.(total);
  yield morceau + pied(options, total);
}

/** Records as they are written: some damaged on purpose, some told twice. */
function* dossiers(options: OptionsFlux): Generator<string, void, void> {
  const { monde, mois } = lirePopulation(options);
  let aRedire = options.redites ?? 0;
  for (const { foyer, xml } of enregistrements(options, monde, mois)) {
    const defaut = defautDe(monde, foyer, options.defauts ?? 0);
    if (defaut !== null) options.surDefaut?.(defaut);
    yield defaut === null ? xml : planter(xml, defaut.nature);
    const encore = defaut === null && aRedire > 0 ? redire(xml) : null;
    if (encore === null) continue;
    aRedire -= 1;
    options.surRedite?.(numeroDemande(foyer, monde.graine));
    yield encore;
  }
}

/** The records of a file, one per slot, before any planted defect. */
export function* enregistrementsDe(
  options: OptionsFlux,
): Generator<{ readonly numero: string; readonly xml: string }, void, void> {
  const { monde, mois } = lirePopulation(options);
  for (const { foyer, xml } of enregistrements(options, monde, mois)) {
    yield { numero: numeroDemande(foyer, monde.graine), xml };
  }
}

interface Enregistrement {
  readonly foyer: Foyer;
  readonly xml: string;
}

function* enregistrements(
  options: OptionsFlux,
  monde: Monde,
  mois: number,
): Generator<Enregistrement, void, void> {
  const rendre = rendu(options, monde, mois);
  const part = options.seulementChangements;
  const avancer = part === undefined ? null : avancement(monde, mois, part);
  for (let i = 0; i < options.dossiers; i++) {
    if (i % 500 === 0) options.surAvancement?.(i);
    if (avancer !== null) yield avancer(i);
    else {
      const { foyer } = vieJusqua(monde, i, mois);
      const xml = rendre(foyer);
      if (xml !== null) yield { foyer, xml };
    }
  }
  options.surAvancement?.(options.dossiers);
}

/** What goes in the file for a household, or null. */
function rendu(options: OptionsFlux, monde: Monde, mois: number): (foyer: Foyer) => string | null {
  const { quotidien } = options;
  const duJour = (f: Foyer): boolean =>
    quotidien === undefined || quotidien === jourDuChangement(monde, f, mois);
  if (options.nature === "instructions") {
    const arrive = (f: Foyer): boolean =>
      (f.entre === mois && mois !== monde.depuis) || f.revenuLe === mois;
    return (f) =>
      options.tous === true || (arrive(f) && duJour(f)) ? infoDemande(monde, f, mois) : null;
  }
  if (quotidien === undefined) return (f) => infosFoyer(monde, f, mois);
  return (f) =>
    f.evenements.length > 0 && duJour(f)
      ? infosFoyer(monde, f, mois, evenements(f, quotidien))
      : null;
}

function jourDuChangement(monde: Monde, f: Foyer, mois: number): string {
  const hasard = suite(monde.graine, f.emplacement, f.rang, USAGE.jour + mois);
  const jours = joursOuvres(mois);
  return jour(mois, elementDe(jours, entier(hasard, 0, jours.length - 1)));
}

const evenements = (f: Foyer, le: string): string =>
  [...new Set(f.evenements)]
    .map((code) =>
      bloc(
        "Evenement",
        balise("DTLIQ", le) + balise("HEULIQ", "10:12:00.0000") + balise("FG", code),
      ),
    )
    .join("");

/**
 * From the month before to this one with an exact share of changed records: those who leave their
 * slot count first, then as many others as the share still wants, spread along the file.
 */
function avancement(monde: Monde, mois: number, part: number): (i: number) => Enregistrement {
  let changes = 0;
  return (i) => {
    const avant = vieJusqua(monde, i, mois - 1);
    const xmlAvant = infosFoyer(monde, avant.foyer, mois - 1);
    const reste = !sorti(avant.foyer, mois) && changes >= Math.round(part * (i + 1));
    if (reste) return { foyer: avant.foyer, xml: xmlAvant };
    const apres = pas(monde, avant, mois, true);
    const xml = infosFoyer(monde, apres.foyer, mois);
    if (xml !== xmlAvant) changes += 1;
    return { foyer: apres.foyer, xml };
  };
}

function enTete(options: OptionsFlux): string {
  const mois = moisDe(options.mois);
  const instructions = options.nature === "instructions";
  const quotidien = options.quotidien !== undefined || instructions;
  const creation = options.quotidien ?? jour(mois + 1, 5);
  return (
    `<?xml version="1.0" encoding="${options.encodage ?? "windows-1252"}"?>\n<Racine>\n` +
    bloc(
      "IdentificationFlux",
      balise("APPLIEME", instructions ? "NRA" : "CRI") +
        balise("NUMVERSIONAPPLIEME", instructions ? "0366" : "6200") +
        balise("TYPEFLUX", quotidien ? "I" : "M") +
        balise("NATFLUX", instructions ? "I" : "D") +
        balise("DTCREAFLUX", creation) +
        balise("HEUCREAFLUX", "01:18:36.0000") +
        (instructions ? "" : balise("DTREF", options.quotidien ?? finDeMois(mois))),
    )
  );
}

function pied(options: OptionsFlux, total: number): string {
  const huit = (n: number): string => String(n).padStart(8, "0");
  const totaux =
    options.nature === "instructions"
      ? balise("NBTOTDEMRSATRANSM", huit(total))
      : balise("NBTOTDOSRSATRANSM", huit(total)) + balise("NBTOTDOSRSATRANSMANO", huit(0));
  return `${bloc("TransmissionFlux", totaux)}</Racine>\n`;
}
