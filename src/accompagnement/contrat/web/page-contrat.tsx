import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { formatDate, formatRelative } from "#platform/ui/format.ts";
import { dernierJour } from "../domain/duree.ts";
import { reexamenLe } from "../domain/reexamen.ts";
import { prendLaPlace } from "../domain/regime.ts";
import type { ContratConsulte, ContratsConsultes } from "../usecases/consulter-contrats.ts";
import { cheminContrat, cheminContrats, type Href } from "./cadre.ts";
import { ContenuDuContrat } from "./contenu.tsx";
import { CourriersDuContrat } from "./courriers.tsx";
import { HistoireDesContrats } from "./histoire.tsx";
import { EtatDuContrat, periodeEnMots, Source } from "./mots.tsx";
import { LienPdf, PreparationDuContrat, Rediger } from "./preparation.tsx";
import { SuitesDuContrat } from "./suites.tsx";

interface Props {
  readonly consulte: ContratsConsultes;
  readonly etat: FormState;
  /** The act refused just now. */
  readonly acte: string | null;
  readonly href: Href;
  readonly droits: ReadonlySet<string>;
}

/** What must be done, then what binds, then the past. */
export function PageContrat(props: Props): VNode {
  const { consulte, href, droits, etat, acte } = props;
  const { contrats, personneId } = consulte;
  const enVigueur = contrats.find(({ contrat }) => contrat.etat === "signe") ?? null;
  const enPreparation = contrats.filter(({ preparation }) => preparation !== null);
  const dansUnPanneau = [
    "bilan",
    "renouveler",
    "amender",
    "offre",
    "derogation",
    "fin",
    "resilier",
  ];
  const ailleurs = acte === null || !dansUnPanneau.includes(acte);
  return (
    <div class="stack">
      {ailleurs && <ErrorSummary problems={etat.problems} />}
      {enVigueur?.contrat.droitClosLe && (
        <Alert
          tone="late"
          title={`Droit clos depuis le ${formatDate(enVigueur.contrat.droitClosLe)}`}
        >
          {consulte.regle.droitClos.valeur}
        </Alert>
      )}
      {enPreparation.map((un) => (
        <PreparationDuContrat
          key={un.contrat.id}
          consulte={un}
          href={href}
          droits={droits}
          problemes={etat.problems}
        />
      ))}
      {enVigueur ? <EnVigueur {...props} un={enVigueur} /> : <SansContrat {...props} />}
      {enVigueur?.nature?.aRemplacer &&
        droits.has("contrat:rediger") &&
        enPreparation.length === 0 && <Remplacer {...props} un={enVigueur} />}
      {droits.has("courrier:emettre") && <CourriersDuContrat contrats={contrats} href={href} />}
      <HistoireDesContrats
        contrats={contrats}
        aujourdhui={consulte.aujourdhui}
        base={href(cheminContrats(personneId))}
      />
    </div>
  );
}

function SansContrat({ consulte, href, droits }: Props): VNode | null {
  if (consulte.contrats.some(({ preparation }) => preparation !== null)) return null;
  const oriente = consulte.present?.structureId !== null && consulte.present !== null;
  const redige = droits.has("contrat:rediger") && oriente;
  return (
    <EmptyState
      title="Aucun contrat n’engage cette personne"
      text={
        oriente
          ? "Le contrat se prépare avec elle à partir de son bilan et de son projet."
          : "Un contrat se rédige avec le référent désigné : l’orientation vient d’abord."
      }
      actions={
        redige ? (
          <Rediger
            action={href(`${cheminContrats(consulte.personneId)}/rediger`)}
            natures={consulte.natures}
          />
        ) : undefined
      }
    />
  );
}

type AvecUn = Props & { readonly un: ContratConsulte };

function Remplacer({ consulte, href, un }: AvecUn): VNode {
  const { stock, natures } = consulte.regle;
  const possibles = consulte.natures.filter(
    (nouvelle) => un.nature !== null && prendLaPlace(nouvelle, un.nature),
  );
  const limite = formatDate(stock.valeur);
  return (
    <Card title="À remplacer par un contrat d’engagement" tone="soon">
      <p>{`Signé avant la réforme, ce contrat est à remplacer au plus tard le ${limite}, ${formatRelative(stock.valeur, consulte.aujourdhui)}.`}</p>
      <Source texte={stock.texte} certitude={stock.certitude} />
      <Rediger
        action={href(`${cheminContrats(consulte.personneId)}/rediger`)}
        natures={possibles.length > 0 ? possibles : natures.filter(({ aRemplacer }) => !aRemplacer)}
      />
    </Card>
  );
}

function EnVigueur(props: AvecUn): VNode {
  const { un, href, droits, consulte, etat, acte } = props;
  const { contrat, nature, courante, bilans } = un;
  const base = href(cheminContrat(contrat.personneId, contrat.id));
  return (
    <Card
      title={nature?.libelle ?? contrat.nature}
      aside={<EtatDuContrat contrat={contrat} aujourdhui={consulte.aujourdhui} />}
    >
      <div class="stack">
        <Faits {...props} />
        {courante ? (
          <>
            <ContenuDuContrat
              contenu={courante.contenu}
              nature={nature}
              realisations={bilans[0]?.realisations ?? []}
            />
            <p class="no-print">
              <LienPdf href={`${base}/versions/${courante.numero}.pdf`} />
            </p>
          </>
        ) : (
          <p class="muted">Repris du logiciel précédent : son contenu est sur le papier signé.</p>
        )}
        <div class="no-print">
          <SuitesDuContrat
            consulte={un}
            base={base}
            aujourdhui={consulte.aujourdhui}
            droits={droits}
            acte={acte}
            valeurs={etat.values}
            problemes={etat.problems}
          />
        </div>
        {nature && <Source texte={nature.texte} certitude={nature.certitude} />}
      </div>
    </Card>
  );
}

function Faits({ un, consulte }: AvecUn): VNode {
  const { contrat, derogations, nature } = un;
  const { aujourdhui, regle } = consulte;
  const relatif = (jour: string) => `${formatDate(jour)}, ${formatRelative(jour, aujourdhui)}`;
  const social = contrat.social && contrat.regime === "plein-emploi" && contrat.signeLe !== null;
  const vulnerabilite = regle.vulnerabilites.find(({ code }) => code === contrat.vulnerabilite);
  const facts = [
    { label: "Signé le", value: formatDate(contrat.signeLe) },
    { label: "Engage", value: periodeEnMots(contrat) },
    contrat.fin === null ? null : { label: "Échéance", value: relatif(dernierJour(contrat.fin)) },
    contrat.bilanLe === null ? null : { label: "Prochain bilan", value: relatif(contrat.bilanLe) },
    {
      label: "Référent",
      value: [contrat.referent, contrat.structure].filter(Boolean).join(", ") || "à nommer",
    },
    social && contrat.reexamenFaitLe === null
      ? {
          label: "Réexamen avec France Travail",
          value: relatif(
            reexamenLe(contrat.reviseLe ?? contrat.signeLe ?? "", contrat.vulnerabilite),
          ),
          ...(vulnerabilite ? { note: `Vulnérabilité : ${vulnerabilite.libelle}` } : {}),
        }
      : null,
    contrat.offreDefinieLe === null
      ? null
      : { label: "Offre raisonnable définie le", value: formatDate(contrat.offreDefinieLe) },
    derogations[0]
      ? {
          label: "Dérogation",
          value:
            nature?.derogations.find(({ code }) => code === derogations[0]?.code)?.libelle ?? "",
          note: `${derogations[0].motif} (${derogations[0].parNom}, ${formatDate(derogations[0].le)})`,
        }
      : null,
  ].filter((fait) => fait !== null);
  return <FactsList facts={facts} />;
}
