import type { z } from "zod";
import type { Base, Departement, Tx } from "../db/tx.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { Fact } from "./fact.ts";

/**
 * What a reader may see. Every query that returns persons takes it. Each perimeter opens its own rows and they
 * add up: the département’s territories by id (`tous` opens everything), the rows of some structures, the caseload
 * of one agent (`referentId` is the id of her account).
 */
export interface Portee {
  readonly territoires: readonly number[] | "tous";
  readonly structures: readonly number[];
  readonly referentId: number | null;
}

export const porteeTotale: Portee = { territoires: "tous", structures: [], referentId: null };

/** Who acts: an agent signed in, or the product itself (import, demonstration, command line). */
export interface Agent {
  readonly id: number | null;
  readonly nom: string;
  readonly droits: ReadonlySet<string>;
  readonly portee: Portee;
}

export interface Trace {
  /** `personne`, `dossier`, `integration`, `agent`… */
  readonly objet: string;
  readonly objetId?: number | string | null;
  /** The person whose file was read or changed, when there is one. */
  readonly personneId?: number | null;
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface JournalEntry extends Trace {
  readonly acte: string;
  readonly nature: "lecture" | "ecriture";
  readonly agent: Agent;
  readonly le: Date;
}

export interface Deps {
  readonly base: Base;
  readonly now: () => Date;
  /** Appends to the département's journal, in the act's own transaction. */
  readonly journal: (tx: Tx, entry: JournalEntry) => Promise<void>;
  readonly secrets: Secrets;
  /** What modules do when another one tells a fact; the composition lists them. */
  readonly reactions: readonly Reaction[];
}

/** Keyed operations on what must never be read in the base: see `platform/auth/secrets.ts`. */
export interface Secrets {
  encrypt(clear: string): Buffer;
  decrypt(sealed: Buffer): string;
  /** Keyed hash, for equality search only. */
  digest(clear: string): Buffer;
}

export interface Context {
  readonly tx: Tx;
  readonly agent: Agent;
  readonly now: Date;
  readonly departement: Departement;
  readonly secrets: Secrets;
  /** For what a reaction does by itself: an act writes its own trace. */
  readonly journal: Deps["journal"];
  /** Tells a fact: who listens writes in this transaction, in the order of the composition. */
  readonly tell: <Payload>(fact: Fact<Payload>, payload: Payload) => Promise<void>;
}

/** What a module does when a fact is told, in the transaction of the fact: deadlines, reading tables. */
export interface Reaction {
  readonly fact: string;
  readonly run: (context: Context, payload: unknown) => Promise<void>;
}

export function onFact<Payload>(
  fact: Fact<Payload>,
  run: (context: Context, payload: Payload) => Promise<void>,
): Reaction {
  return { fact: fact.name, run: (context, payload) => run(context, payload as Payload) };
}

/** The context of one transaction: what every act receives. */
export function contextOf(deps: Deps, tx: Tx, agent: Agent, now = deps.now()): Context {
  const context: Context = {
    tx,
    agent,
    now,
    departement: deps.base.departement,
    secrets: deps.secrets,
    journal: deps.journal,
    async tell(fact, payload) {
      for (const reaction of deps.reactions) {
        if (reaction.fact === fact.name) await reaction.run(context, payload);
      }
    },
  };
  return context;
}

interface Definition<Schema extends z.ZodType, Output> {
  readonly name: string;
  readonly input: Schema;
  /** The right needed. `null` only for acts on one's own account, where the session is the right. */
  readonly droit: string | null;
  readonly nature: "lecture" | "ecriture";
  /** What the journal keeps; `null` when the act concerns nobody's file (a list count, a preference). */
  readonly trace: ((input: z.output<Schema>, output: Output) => Trace) | null;
  readonly run: (context: Context, input: z.output<Schema>) => Promise<Output>;
}

export interface UseCase<Schema extends z.ZodType, Output> extends Definition<Schema, Output> {
  /** @throws DomainError `saisie.invalide`, `habilitation.refusee`, or the act's own refusals */
  readonly execute: (deps: Deps, agent: Agent, raw: z.input<Schema>) => Promise<Output>;
  /** The same act inside a transaction already open: for an act made of other acts. */
  readonly within: (
    context: Context,
    journal: Deps["journal"],
    raw: z.input<Schema>,
  ) => Promise<Output>;
}

export function defineUseCase<Schema extends z.ZodType, Output>(
  definition: Definition<Schema, Output>,
): UseCase<Schema, Output> {
  async function within(
    context: Context,
    journal: Deps["journal"],
    raw: z.input<Schema>,
  ): Promise<Output> {
    const input = parseInput(definition.input, raw);
    requireDroit(context.agent, definition.droit);
    const output = await definition.run(context, input);
    if (definition.trace) {
      const trace = definition.trace(input, output);
      await journal(context.tx, {
        ...trace,
        acte: definition.name,
        nature: definition.nature,
        agent: context.agent,
        le: context.now,
      });
    }
    return output;
  }
  return {
    ...definition,
    within,
    async execute(deps, agent, raw) {
      parseInput(definition.input, raw);
      requireDroit(agent, definition.droit);
      return deps.base.transaction((tx) => within(contextOf(deps, tx, agent), deps.journal, raw));
    },
  };
}

export function requireDroit(agent: Agent, droit: string | null): void {
  if (droit !== null && !agent.droits.has(droit)) {
    throw new DomainError(
      "habilitation.refusee",
      "Vous n’avez pas le droit de faire cette action. Demandez-le à l’administrateur de votre département.",
      { droit },
    );
  }
}

function parseInput<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
    champs: Object.fromEntries(
      parsed.error.issues.map((issue) => [issue.path.join("."), issue.message]),
    ),
  });
}
