import { resolve } from "node:path";
import { z } from "zod";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { SmsSettings } from "#platform/mail/sms-gateway.ts";
import type { SmtpSettings } from "#platform/mail/smtp.ts";

const DEFAULT_PORT = 3000;
export const HIGHEST_PORT = 65_535;

const absent = (value: unknown) => (value === "" ? undefined : value);
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(absent, schema.optional());

const environment = z.object({
  DATABASE_URL: optional(z.string().regex(/^postgres(ql)?:\/\//)),
  JALON_DATA: optional(z.string()),
  PORT: optional(z.coerce.number().int().min(0).max(HIGHEST_PORT)),
  JALON_CLE: optional(z.string()),
  JALON_URL: optional(z.url()),
  JALON_POSTGRES: optional(z.enum(["embarque", "systeme"])),
  JALON_SMTP_URL: optional(z.string().regex(/^smtps?:\/\/./)),
  JALON_SMTP_EXPEDITEUR: optional(z.email()),
  JALON_SMS_URL: optional(z.url({ protocol: /^https?$/ })),
  JALON_SMS_CLE: optional(z.string()),
  JALON_TRACES: optional(z.enum(["erreurs", "requetes"])),
  NODE_ENV: optional(z.string()),
  CI: optional(z.string()),
});

/** Everything the environment decides, read once. */
export interface Config {
  /** A PostgreSQL server; null for the embedded one. */
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
  readonly port: number;
  readonly key: string | undefined;
  /** Address people use, when a proxy stands before. */
  readonly publicUrl: string | null;
  readonly systemPostgres: boolean;
  /** The server that takes the e-mails; null: they are written in a folder. */
  readonly smtp: SmtpSettings | null;
  /** The service that takes the SMS; null: they are written in a folder. */
  readonly sms: SmsSettings | null;
  /** One line for each request on the standard output, besides those of errors. */
  readonly requestTraces: boolean;
  readonly production: boolean;
  readonly ci: boolean;
}

export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    throw malFormee(parsed.error.issues.map((issue) => issue.path.join(".")).join(", "));
  }
  const given = parsed.data;
  return {
    databaseUrl: given.DATABASE_URL ?? null,
    dataFolder: resolve(given.JALON_DATA ?? "data"),
    port: given.PORT ?? DEFAULT_PORT,
    key: given.JALON_CLE,
    publicUrl: given.JALON_URL ?? null,
    systemPostgres: given.JALON_POSTGRES === "systeme",
    smtp: smtpOf(given.JALON_SMTP_URL, given.JALON_SMTP_EXPEDITEUR),
    sms:
      given.JALON_SMS_URL === undefined
        ? null
        : { url: given.JALON_SMS_URL, key: given.JALON_SMS_CLE ?? null },
    requestTraces: given.JALON_TRACES === "requetes",
    production: given.NODE_ENV === "production",
    ci: given.CI !== undefined,
  };
}

function smtpOf(url: string | undefined, sender: string | undefined): SmtpSettings | null {
  if (url === undefined) return null;
  if (sender === undefined) throw malFormee("JALON_SMTP_EXPEDITEUR");
  return { url, sender };
}

function malFormee(variables: string): DomainError {
  return new DomainError(
    "configuration.invalide",
    `Une variable d’environnement manque ou n’a pas la forme attendue : ${variables}. Le guide d’exploitation donne leur liste.`,
    { variables },
  );
}
